package match

import "context"

// Pair is two assertions of two articles with the probabilities that they report
// one matter, agree and differ in it.
type Pair struct {
	A, B     Member
	Verbatim bool // the same words
	Near     bool // only the vectors of their sentences found them
	Features Features
	Probabilities
}

// Pairs are all pairs of assertions of two articles that are worth comparing and
// of which the scoring says at least least that they report one matter. Pairs
// compete: what is said of one rests on whether it is the best of its row and column.
// They come in the order of the articles' texts, then of their assertions; A's text
// comes first. The reading is that of the scoring's encoder.
func (x *Index) Pairs(ctx context.Context, scoring Scoring, least float64) ([]Pair, Reading, error) {
	found, read, err := x.candidates(ctx, scoring, least)
	if err != nil {
		return nil, Reading{}, err
	}
	return x.pairs(found), read, nil
}

func (x *Index) pairs(found []candidate) []Pair {
	pairs := make([]Pair, len(found))
	for i, c := range found {
		pairs[i] = Pair{x.passages[c.a].Member, x.passages[c.b].Member, c.verbatim, c.near > 0, *c.features, c.Probabilities}
	}
	return pairs
}

// ActOrParticipant reports whether the two have an act or a participant in common,
// or count the same things.
func (p *Pair) ActOrParticipant() bool { return p.Features.actOrParticipant() }

// SharedWeight is the weight of the terms in common, 0 to 1.
func (p *Pair) SharedWeight() float64 { return p.Features[featureSharedWeight] }

// Coverage is how much of the less covered of the two clauses stands in the
// other, 0 to 1.
func (p *Pair) Coverage() float64 { return p.Features[featureCoverageLess] }

// CommonTerms is the share of the terms of the two clauses that both have.
func (p *Pair) CommonTerms() float64 { return p.Features[featurePlain] }

// AmongLike reports whether the sentences before and after the two resemble each other too, as
// they do where one article is another's copy.
func (p *Pair) AmongLike() bool { return p.Features[featureAround] >= likeAround }

// likeAround is the cosine of what stands around two sentences from which one article copies the
// other there.
const likeAround = 0.35

// LongestRun is the length of the longest run of words in common, 0 for one word,
// 1 for nine and more.
func (p *Pair) LongestRun() float64 { return p.Features[featureVerbatim] }

// Read reports whether an encoder has read the two sentences.
func (p *Pair) Read() bool { return p.Features[featureRead] > 0 }

// Encoded is what an encoder says of two sentences and of two clauses of theirs. All are
// 0 to 1, and 0 where none has read them.
type Encoded struct {
	Joined, Alike               float64 // how probable it is that the sentences report one matter, and that they tell it alike where they do
	Words                       float64 // share of the words that belong to it, of the clause with fewer
	ClausesJoined, ClausesAlike float64 // the probabilities of the clauses
}

// Encoded is what an encoder says of the two.
func (p *Pair) Encoded() Encoded {
	f := &p.Features
	return Encoded{f[featureEncoded], f[featureEncodedAgree], f[featureWordsLess], f[featureClauses], f[featureClausesAgree]}
}

// ReadAlike is how probable an encoder says it is that the two sentences tell their
// common matter alike; 1 where none has read them.
func (p *Pair) ReadAlike() float64 {
	if !p.Read() {
		return 1
	}
	return p.Features[featureEncodedAgree]
}

// ReadClausesAlike is how probable an encoder says it is that the two clauses tell their
// common matter alike; 1 where none has read them.
func (p *Pair) ReadClausesAlike() float64 {
	if !p.Read() {
		return 1
	}
	return p.Features[featureClausesAgree]
}

// RarestTerm is the weight of the weightiest term in common, 0 to 1.
func (p *Pair) RarestTerm() float64 { return p.Features[featureRarest] }
