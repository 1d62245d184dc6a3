package align

import (
	"slices"

	"xref/compare/story"
	"xref/extract"
)

// Exhaustive aligns some articles of a story with all others without the index:
// every pair of clauses that share a term. It returns the pairs that score
// enough to make a claim, for telling what the search misses.
func Exhaustive(documents []*extract.Document, s story.Story, linked Linking, some []int) []Link {
	sc := newScene(documents, s, linked)
	var chosen []int
	for x, sentence := range sc.sentences {
		if slices.Contains(some, sentence.article) {
			chosen = append(chosen, x)
		}
	}
	all := newSearch(sc, Learned(), linking)
	return sc.links(all.run(len(chosen), func(c *comparer, nth int) int {
		x := chosen[nth]
		c.context.turn(&sc.sentences[x].context)
		c.touched = c.touched[:0]
		for y, o := range sc.sentences {
			if o.article != sc.sentences[x].article && (y > x || !slices.Contains(some, o.article)) {
				if c.context.share(&o.context) >= all.touching {
					c.touched = append(c.touched, y)
				}
			}
		}
		return x
	}))
}

// Joined returns the pairs that the search finds and that score enough to make a
// claim.
func Joined(documents []*extract.Document, s story.Story, linked Linking) []Link {
	sc := newScene(documents, s, linked)
	return sc.links(sc.candidates(Learned(), linking))
}

// links are candidates by their members, as a reader of the articles numbers
// them: a's article is the earlier one.
func (sc *scene) links(candidates []candidate) []Link {
	var links []Link
	for _, c := range candidates {
		l := Link{sc.passages[c.a].Member, sc.passages[c.b].Member, c.odds, *c.traits}
		if l.B.compare(l.A) < 0 {
			l.A, l.B = l.B, l.A
		}
		links = append(links, l)
	}
	return links
}
