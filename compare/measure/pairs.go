package measure

import (
	"context"
	"io"
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/encoder"
	"xref/compare/match"
	"xref/extract/article"
)

// Joining is how well it is told of labelled pairs of sentences whether they report
// one matter.
type Joining struct {
	Pairs, Joined    int
	Counted, Encoded Ranking // by what is counted alone; by the encoder alone
	Both             Ranking // by the scoring that goes by both
	Right            int     // pairs of which the encoder says rightly whether they have a matter in common
	Words            Found   // words of the clauses that share a matter, of joined pairs of which a reader named both
}

// Found counts what was found, what of it was right, and what there is.
type Found struct{ Right, Found, There int }

// Ranking is pairs with how sure it is that they are joined.
type Ranking []ranked

type ranked struct {
	sure   float64
	joined bool
}

// AveragePrecision is that of the joined pairs, in percent, the surest first. Pairs that
// are equally sure count as one step.
func (r Ranking) AveragePrecision() float64 {
	sorted := slices.Clone(r)
	slices.SortStableFunc(sorted, func(a, b ranked) int {
		switch {
		case a.sure > b.sure:
			return -1
		case a.sure < b.sure:
			return 1
		}
		return 0
	})
	joined, seen, sum := 0, 0, 0.0
	for i := 0; i < len(sorted); {
		j, more := i, 0
		for ; j < len(sorted) && sorted[j].sure == sorted[i].sure; j++ {
			if sorted[j].joined {
				more++
			}
		}
		joined, seen = joined+more, j
		sum += float64(more) * float64(joined) / float64(seen)
		i = j
	}
	if joined == 0 {
		return 0
	}
	return 100 * sum / float64(joined)
}

// LabelledPairs measures the encoder, and the scoring of pairs with it and without, on
// labelled pairs of sentences, one a line.
func LabelledPairs(r io.Reader) (*Joining, error) {
	pairs, err := ReadLabelledPairs(r)
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	m := encoder.Embedded()
	var texts []encoder.Pair
	for _, p := range pairs {
		texts = append(texts, encoder.Pair{A: p.A, B: p.B})
	}
	results, err := m.Score(ctx, texts)
	if err != nil {
		return nil, err
	}
	var j Joining
	for i := range pairs {
		p, read := &pairs[i], &results[i]
		joined := match.Joined(read)
		j.Pairs++
		if p.Joined() {
			j.Joined++
		}
		if (joined >= 0.5) == p.Joined() {
			j.Right++
		}
		j.Encoded = append(j.Encoded, ranked{joined, p.Joined()})
		j.words(p, read)
		for _, of := range []struct {
			to *Ranking
			e  match.Encoder
		}{{&j.Counted, nil}, {&j.Both, m}} {
			sure, err := surest(ctx, p, of.e)
			if err != nil {
				return nil, err
			}
			*of.to = append(*of.to, ranked{sure, p.Joined()})
		}
	}
	return &j, nil
}

// surest is how sure the surest pair of assertions of the two sentences is.
func surest(ctx context.Context, p *LabelledPair, e match.Encoder) (float64, error) {
	found, err := compare.Pairs(ctx, p.Documents(), match.Learned(e))
	sure := 0.0
	for _, f := range found {
		sure = max(sure, f.Same)
	}
	return sure, err
}

// words counts the words of the shared clauses.
func (j *Joining) words(p *LabelledPair, read *encoder.Result) {
	a, b := placeOf(p.A, p.ClauseA), placeOf(p.B, p.ClauseB)
	if !p.Joined() || a.Empty() || b.Empty() {
		return
	}
	for _, side := range [...]struct {
		words  []encoder.Word
		clause article.Span
	}{{read.WordsA, a}, {read.WordsB, b}} {
		for _, w := range side.words {
			found, there := w.Probabilities[0] >= 0.5, side.clause.Overlaps(w.Span)
			if found {
				j.Words.Found++
			}
			if there {
				j.Words.There++
			}
			if found && there {
				j.Words.Right++
			}
		}
	}
}

// placeOf is where a part stands in a sentence; empty where it doesn't.
func placeOf(sentence, part string) article.Span {
	at := strings.Index(sentence, part)
	if part == "" || at < 0 {
		return article.Span{}
	}
	return article.Span{Start: at, End: at + len(part)}
}
