package measure

import (
	"context"
	"math"
	"time"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/match"
	"xref/compare/story"
	"xref/extract"
)

// Alignment is what aligning so many sentences, as one story, took and found.
type Alignment struct {
	Sentences int
	Took      time.Duration // the shortest of a few
	Joined    int           // pairs that the exhaustive search joins, of some articles with all others
	Found     int           // those of them that the search finds
}

// The effort of measuring an alignment.
const (
	times  = 5  // how often it is done
	sample = 12 // articles that are aligned exhaustively with all others
)

// Alignments measures the alignment of the first documents that have each of
// these numbers of sentences together; a number that the documents don't reach
// is left out.
func Alignments(documents []*extract.Document, sentences ...int) []Alignment {
	var all []Alignment
	for _, wanted := range sentences {
		n, have := 0, 0
		for n < len(documents) && have < wanted {
			have += len(documents[n].Text.Sentences)
			n++
		}
		if have < wanted {
			break
		}
		all = append(all, alignment(documents[:n], wanted))
	}
	return all
}

func alignment(documents []*extract.Document, sentences int) Alignment {
	a := Alignment{Sentences: sentences, Took: math.MaxInt64}
	var one story.Story
	for i := range documents {
		one.Articles = append(one.Articles, i)
	}
	ctx := context.Background()
	x := compare.OneStory(documents, one, nil)
	for range times {
		start := time.Now()
		x.Pairs(ctx, match.Learned(nil), claim.LeastJoined)
		a.Took = min(a.Took, time.Since(start))
	}
	type pair struct{ a, b match.Member }
	found := map[pair]bool{}
	joined, _, _ := x.Pairs(ctx, match.Learned(nil), claim.LeastJoined)
	for _, l := range joined {
		found[pair{l.A, l.B}], found[pair{l.B, l.A}] = true, true
	}
	var some []int
	for i := range min(sample, len(documents)) {
		some = append(some, i*len(documents)/min(sample, len(documents)))
	}
	exhaustive, _ := x.Exhaustive(ctx, match.Learned(nil), claim.LeastJoined, some)
	for _, l := range exhaustive {
		a.Joined++
		if found[pair{l.A, l.B}] {
			a.Found++
		}
	}
	return a
}

// Growth is the exponent with which the time grows from one alignment to a
// larger one: 1 where it grows as the number of sentences does.
func Growth(from, to Alignment) float64 {
	return math.Log(to.Took.Seconds()/from.Took.Seconds()) / math.Log(float64(to.Sentences)/float64(from.Sentences))
}
