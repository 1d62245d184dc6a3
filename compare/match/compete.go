package match

// comparison is how similar a pair of passages is that was compared, whether it
// was kept or not.
type comparison struct {
	a, b       int
	similarity float64
	context    float64 // of their sentences
}

// compete tells of each pair whether its passages are each other's best match in
// the other's article, by the similarity of clauses and sentences.
func compete(x *Index, pairs []candidate, compared [][]comparison) {
	type side struct{ passage, article int32 }
	best, closest := map[side]float64{}, map[side]float64{}
	for _, list := range compared {
		for _, r := range list {
			a, b := x.passages[r.a], x.passages[r.b]
			p, q := side{int32(r.a), int32(b.Article)}, side{int32(r.b), int32(a.Article)}
			best[p], best[q] = max(best[p], r.similarity), max(best[q], r.similarity)
			p, q = side{int32(a.sentence), int32(b.Article)}, side{int32(b.sentence), int32(a.Article)}
			closest[p], closest[q] = max(closest[p], r.context), max(closest[q], r.context)
		}
	}
	for i := range pairs {
		c := &pairs[i]
		a, b := x.passages[c.a], x.passages[c.b]
		s := c.features.similarity()
		p, q := side{int32(c.a), int32(b.Article)}, side{int32(c.b), int32(a.Article)}
		switch {
		case s >= best[p] && s >= best[q]:
			c.features[featureBestBoth] = 1
		case s >= best[p] || s >= best[q]:
			c.features[featureBestOne] = 1
		}
		s = c.features[featureContext]
		p, q = side{int32(a.sentence), int32(b.Article)}, side{int32(b.sentence), int32(a.Article)}
		switch {
		case s >= closest[p] && s >= closest[q]:
			c.features[featureSentenceBoth] = 1
		case s >= closest[p] || s >= closest[q]:
			c.features[featureSentenceOne] = 1
		}
	}
}

// similarity is that of the clauses and the sentences together.
func (f *Features) similarity() float64 { return f[featureCosine] + f[featureContext] }
