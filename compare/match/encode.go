package match

import (
	"cmp"
	"context"
	"math"
	"slices"

	"xref/compare/encoder"
	"xref/extract/article"
)

// Encoder reads two sentences and says how probable it is that they report one
// matter, and of each word that it belongs to it; and reads one sentence for a vector that is
// near to those of sentences of its matter. encoder.Model is one.
type Encoder interface {
	// Cost is the number of pieces that are read for a pair.
	Cost(p encoder.Pair) int
	// Score gives a result for each pair.
	Score(ctx context.Context, pairs []encoder.Pair) ([]encoder.Result, error)
	// VectorCost is the number of pieces that are read for a sentence's vector.
	VectorCost(sentence string) int
	// Vectors gives a vector for each sentence.
	Vectors(ctx context.Context, sentences []string) ([]encoder.Vector, error)
}

// Reading is how much of a story an encoder read.
type Reading struct {
	Pairs  int // pairs of sentences that it read
	Of     int // pairs of sentences that it might have read
	Pieces int // of the pairs that it read, and of the sentences that it read alone
}

// Add adds another reading.
func (r *Reading) Add(o Reading) {
	r.Pairs, r.Of, r.Pieces = r.Pairs+o.Pairs, r.Of+o.Of, r.Pieces+o.Pieces
}

// The most pieces that are read: a bound on counted work, the same on every
// machine. Sentences are read alone in stories of up to articlesWithVectors articles: of more,
// little is left for two of them.
const (
	piecesPerArticle    = 3_000   // of one article's sentences that are read alone
	piecesPerArticles   = 4_500   // of two articles' pairs
	piecesPerStory      = 200_000 // of a story; what its sentences alone leave is shared out evenly among its pairs of articles
	articlesWithVectors = 24
)

// sentencePair is two sentences of two articles, with the candidates whose clauses
// stand in them.
type sentencePair struct {
	a, b       int // places in Index.sentences
	candidates []int
	promising  float64 // the highest probability of one matter of a candidate, before it is read
	near       bool    // only their vectors found them
	cost       int
}

// encode has an encoder read the sentences of candidates, the most promising of
// each pair of articles first, and sets what it says as features. whole reads them
// all, whatever it costs; spent is what was read before.
func (x *Index) encode(ctx context.Context, e Encoder, whole bool, spent int, all []candidate, promising func(*candidate) float64) (Reading, error) {
	pairs := x.sentencePairs(all, promising)
	read := Reading{Of: len(pairs)}
	texts := make([]encoder.Pair, len(pairs))
	inParallel(len(pairs), func(_, i int) {
		texts[i] = encoder.Pair{A: x.textOf(pairs[i].a), B: x.textOf(pairs[i].b)}
		pairs[i].cost = e.Cost(texts[i])
	})
	chosen := make([]int, 0, len(pairs))
	for i := range pairs {
		chosen = append(chosen, i)
	}
	if !whole {
		chosen = x.affordable(pairs, piecesPerStory-spent)
	}
	some := make([]encoder.Pair, len(chosen))
	values := make([][]ValuePair, len(chosen))
	inParallel(len(chosen), func(_, k int) {
		p := &pairs[chosen[k]]
		some[k], values[k] = texts[chosen[k]], x.valuesOf(p.a, p.b)
		some[k].Values = x.valueParts(p.a, p.b, values[k])
		for _, n := range p.candidates {
			some[k].Clauses = append(some[k].Clauses, encoder.Parts{A: x.clauseIn(all[n].a), B: x.clauseIn(all[n].b)})
		}
		_, some[k].WordsA = x.answering(p.a)
		_, some[k].WordsB = x.answering(p.b)
		some[k].AnswersFrom = answersFrom
	})
	for _, i := range chosen {
		read.Pieces += pairs[i].cost
	}
	read.Pairs = len(some)
	results, err := e.Score(ctx, some)
	if err != nil {
		return Reading{}, err
	}
	sentences, words, clauses := leaders{}, leaders{}, leaders{}
	x.together, x.answers = map[tokensKey]float64{}, map[tokensKey]Answer{}
	for k, i := range chosen {
		p, r := &pairs[i], &results[k]
		a, b := x.sentences[p.a], x.sentences[p.b]
		sentences.note(p.a, a.article, p.b, b.article, Joined(r))
		x.noteTogether(a.article, b.article, values[k], r.Values)
		x.noteAnswers(p.a, p.b, r)
		for k, n := range p.candidates {
			c := &all[n]
			x.setEncoded(c, r, r.Clauses[k])
			c.features[featureNear] = x.nearness(p.a, p.b)
			words.note(c.a, a.article, c.b, b.article, c.features[featureWords])
			clauses.note(c.a, a.article, c.b, b.article, c.features[featureClauses])
		}
	}
	for _, i := range chosen {
		p := &pairs[i]
		a, b := x.sentences[p.a], x.sentences[p.b]
		for _, n := range p.candidates {
			c := &all[n]
			c.features[featureEncodedMargin] = sentences.margin(p.a, a.article, p.b, b.article, c.features[featureEncoded])
			c.features[featureWordsMargin] = words.margin(c.a, a.article, c.b, b.article, c.features[featureWords])
			c.features[featureClausesMargin] = clauses.margin(c.a, a.article, c.b, b.article, c.features[featureClauses])
		}
	}
	return read, nil
}

// sentencePairs are the pairs of sentences in which candidates stand, by their
// articles, then the most promising first.
func (x *Index) sentencePairs(all []candidate, promising func(*candidate) float64) []sentencePair {
	place := map[[2]int]int{}
	var pairs []sentencePair
	for n := range all {
		c := &all[n]
		key := [2]int{x.passages[c.a].sentence, x.passages[c.b].sentence}
		i, ok := place[key]
		if !ok {
			i = len(pairs)
			place[key] = i
			pairs = append(pairs, sentencePair{a: key[0], b: key[1], near: c.near > 0})
		}
		p := &pairs[i]
		p.candidates = append(p.candidates, n)
		p.promising = max(p.promising, promising(c))
	}
	slices.SortFunc(pairs, func(p, q sentencePair) int {
		return cmp.Or(x.compareArticles(&p, &q), cmp.Compare(q.promising, p.promising), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return pairs
}

// compareArticles orders pairs of sentences by their articles.
func (x *Index) compareArticles(p, q *sentencePair) int {
	return cmp.Or(cmp.Compare(x.sentences[p.a].article, x.sentences[q.a].article), cmp.Compare(x.sentences[p.b].article, x.sentences[q.b].article))
}

// affordable are the places of the pairs that are read: of each two articles the first
// ones, as long as they cost no more than those may. Articles of which the index found nothing
// share what is left of the pieces once the others have their share.
func (x *Index) affordable(pairs []sentencePair, pieces int) []int {
	var both []bool // of each two articles: the index found something
	for i := range pairs {
		if i == 0 || x.compareArticles(&pairs[i-1], &pairs[i]) != 0 {
			both = append(both, false)
		}
		both[len(both)-1] = both[len(both)-1] || !pairs[i].near
	}
	found := 0
	for _, f := range both {
		if f {
			found++
		}
	}
	most := min(piecesPerArticles, pieces/max(1, found))
	further := min(most, (pieces-found*most)/max(1, len(both)-found))
	var chosen []int
	left, at := 0, -1
	for i := range pairs {
		if i == 0 || x.compareArticles(&pairs[i-1], &pairs[i]) != 0 {
			at++
			left = most
			if !both[at] {
				left = further
			}
		}
		if left -= pairs[i].cost; left >= 0 {
			chosen = append(chosen, i)
		}
	}
	return chosen
}

// textOf is the text of a sentence.
func (x *Index) textOf(sentence int) string {
	span, source := x.sentenceSpan(sentence)
	return span.In(source)
}

// sentenceSpan is the place of a sentence in the text of its article.
func (x *Index) sentenceSpan(sentence int) (article.Span, string) {
	p := x.passages[x.sentences[sentence].passages[0]]
	return p.document.Text.Sentences[p.assertion.Sentence].Span, p.document.Article.Text
}

// fullLogit is the logit that counts as full certainty, leastProbability that below which
// none is told apart.
const (
	fullLogit        = 6
	leastProbability = 1e-6
)

// Joined is how probable an encoder says it is that two sentences report one matter: all
// but the first of its classes, which are of no common matter, of one that both tell
// alike, and of one that they tell differently.
func Joined(r *encoder.Result) float64 { return joined(r.Probabilities) }

func joined(classes []float32) float64 { return float64(classes[1]) + float64(classes[2]) }

// alike is how probable it is that two tell one matter alike, where it is one.
func alike(classes []float32) float64 {
	return float64(classes[1]) / max(joined(classes), leastProbability)
}

// scaledLogit is the logit of a probability, 0.5 for none, 0 and 1 for the least and the
// most that are told apart.
func scaledLogit(p float64) float64 {
	logit := math.Log(max(p, leastProbability)) - math.Log(max(1-p, leastProbability))
	return min(1, max(0, 0.5+logit/(2*fullLogit)))
}

// setEncoded sets what an encoder says of the two sentences and of the two clauses
// in them.
func (x *Index) setEncoded(c *candidate, r *encoder.Result, clauses []float32) {
	f := c.features
	f[featureRead] = 1
	f[featureEncoded] = Joined(r)
	f[featureEncodedLogit] = scaledLogit(f[featureEncoded])
	f[featureEncodedAgree] = alike(r.Probabilities)
	a, b := x.sharedWords(x.passages[c.a], r.WordsA), x.sharedWords(x.passages[c.b], r.WordsB)
	f[featureWordsMore], f[featureWordsLess] = max(a, b), min(a, b)
	f[featureWords] = f[featureEncoded] * math.Sqrt(a*b)
	f[featureClauses] = joined(clauses)
	f[featureClausesLogit] = scaledLogit(f[featureClauses])
	f[featureClausesAgree] = alike(clauses)
}

// clauseIn are the bytes of a clause within its sentence: those of its words, neighbours
// together.
func (x *Index) clauseIn(passage int) (spans []article.Span) {
	p := x.passages[passage]
	within, _ := x.sentenceSpan(p.sentence)
	before := -1
	for _, i := range p.assertion.Tokens {
		token := p.document.Text.Tokens[i].Span
		token.Start, token.End = token.Start-within.Start, token.End-within.Start
		if before >= 0 && i == before+1 {
			spans[len(spans)-1].End = token.End
		} else {
			spans = append(spans, token)
		}
		before = i
	}
	return spans
}

// sharedWords is the mean probability of the words of a passage that they belong to
// the matter that its sentence and the other have in common. Words are those of its
// sentence.
func (x *Index) sharedWords(p *passage, words []encoder.Word) float64 {
	within, _ := x.sentenceSpan(p.sentence)
	sum, n := 0.0, 0
	at := 0
	for _, i := range p.assertion.Tokens {
		token := p.document.Text.Tokens[i].Span
		for at < len(words) && within.Start+words[at].Span.End <= token.Start {
			at++
		}
		if at < len(words) && within.Start+words[at].Span.Start < token.End {
			sum += float64(words[at].Probabilities[0])
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
