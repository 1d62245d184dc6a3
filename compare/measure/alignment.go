package measure

import (
	"math"
	"time"

	"xref/compare/align"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/resolve"
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
	linked := linking(documents)
	var one story.Story
	for i := range documents {
		one.Articles = append(one.Articles, i)
	}
	for range times {
		start := time.Now()
		align.Claims(documents, []story.Story{one}, linked, align.Learned())
		a.Took = min(a.Took, time.Since(start))
	}
	type pair struct{ a, b align.Member }
	found := map[pair]bool{}
	for _, l := range align.Joined(documents, one, linked) {
		found[pair{l.A, l.B}] = true
	}
	var some []int
	for i := range min(sample, len(documents)) {
		some = append(some, i*len(documents)/min(sample, len(documents)))
	}
	for _, l := range align.Exhaustive(documents, one, linked, some) {
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

// linking gives the entities of each document their places among those linked
// across documents.
func linking(documents []*extract.Document) align.Linking {
	resolutions := make([]*resolve.Resolution, len(documents))
	linked := make(align.Linking, len(documents))
	for i, d := range documents {
		resolutions[i] = d.Resolution
		linked[i] = make([]int, len(d.Resolution.Entities))
	}
	for g, members := range resolve.Link(resolutions) {
		for _, m := range members {
			linked[m.Article][m.Entity] = g
		}
	}
	return linked
}
