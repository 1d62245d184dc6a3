package match

// comparison is how similar a pair of passages is that was compared, whether it
// was kept or not.
type comparison struct {
	a, b       int
	similarity float64
	context    float64 // of their sentences
}

// rival is a passage or a sentence, of which all that it is compared with in one
// article compete.
type rival struct{ place, article int32 }

// leader is the likest of what a rival is compared with in one article, and how like
// the likest of the others is.
type leader struct {
	place        int32
	most, second float64
}

// leaders tell of each rival and each article what is likest to it there.
type leaders map[rival]leader

// note takes notice of a comparison of two passages or sentences, of the two
// articles.
func (l leaders) note(a, articleA, b, articleB int, similarity float64) {
	l.noteOne(rival{int32(a), int32(articleB)}, int32(b), similarity)
	l.noteOne(rival{int32(b), int32(articleA)}, int32(a), similarity)
}

func (l leaders) noteOne(r rival, other int32, similarity float64) {
	was, ok := l[r]
	switch {
	case !ok:
		l[r] = leader{place: other, most: similarity}
	case was.place == other:
		was.most = max(was.most, similarity)
		l[r] = was
	case similarity > was.most:
		l[r] = leader{place: other, most: similarity, second: was.most}
	case similarity > was.second:
		was.second = similarity
		l[r] = was
	}
}

// most is how like the likest of the two articles are to the other's passage.
func (l leaders) most(a, articleA, b, articleB int) (ofA, ofB float64) {
	return l[rival{int32(a), int32(articleB)}].most, l[rival{int32(b), int32(articleA)}].most
}

// margin is how much more alike two are than one of them and any other of the
// other's article: 1 if that is by 1, 0.5 if there is no difference, 0 if it is less by 1.
func (l leaders) margin(a, articleA, b, articleB int, similarity float64) float64 {
	second := max(l.other(rival{int32(a), int32(articleB)}, int32(b)), l.other(rival{int32(b), int32(articleA)}, int32(a)))
	return min(1, max(0, 0.5+(similarity-second)/2))
}

// other is how like the likest is that isn't the one that is given.
func (l leaders) other(r rival, than int32) float64 {
	if of := l[r]; of.place != than {
		return of.most
	}
	return l[r].second
}

// compete tells of each pair whether its passages are each other's best match in
// the other's article, and by how much, by the similarity of clauses and sentences.
func compete(x *Index, pairs []candidate, compared [][]comparison) {
	clauses, sentences := leaders{}, leaders{}
	for _, list := range compared {
		for _, r := range list {
			a, b := x.passages[r.a], x.passages[r.b]
			clauses.note(r.a, a.Article, r.b, b.Article, r.similarity)
			sentences.note(a.sentence, a.Article, b.sentence, b.Article, r.context)
		}
	}
	for i := range pairs {
		c := &pairs[i]
		a, b := x.passages[c.a], x.passages[c.b]
		s := c.features.similarity()
		ofA, ofB := clauses.most(c.a, a.Article, c.b, b.Article)
		c.features.best(s, ofA, ofB, featureBestBoth, featureBestOne)
		c.features[featureMargin] = clauses.margin(c.a, a.Article, c.b, b.Article, s)
		s = c.features[featureContext]
		ofA, ofB = sentences.most(a.sentence, a.Article, b.sentence, b.Article)
		c.features.best(s, ofA, ofB, featureSentenceBoth, featureSentenceOne)
		c.features[featureSentenceMargin] = sentences.margin(a.sentence, a.Article, b.sentence, b.Article, s)
	}
}

// best sets one of two features where a pair is the best of both sides or of one: of those
// that are like each other at all.
func (f *Features) best(s, ofA, ofB float64, both, one int) {
	switch {
	case s == 0:
	case s >= ofA && s >= ofB:
		f[both] = 1
	case s >= ofA || s >= ofB:
		f[one] = 1
	}
}

// similarity is that of the clauses and the sentences together.
func (f *Features) similarity() float64 { return f[featureCosine] + f[featureContext] }
