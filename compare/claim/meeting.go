package claim

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// mostRepeated is how often one article's rendering of the same words counts: in its
// headline, its lead, below a picture, in the text.
const mostRepeated = 4

// mostMeeting is how many pieces of one article a piece is held against, those with
// which it shares most of its rare words.
const mostMeeting = 32

// withoutRepeats is pieces without what an article quotes of somebody in the same words
// for more than the first few times, and how much of each article that leaves out.
func withoutRepeats(pieces []piece) (first []piece, repeats map[int]int) {
	count := map[string]int{}
	repeats = map[int]int{}
	first = slices.DeleteFunc(pieces, func(p piece) bool {
		key := strconv.Itoa(p.Article) + " " + strconv.Itoa(p.speaker) + " " + strings.Join(p.words, " ")
		count[key]++
		if count[key] > mostRepeated {
			repeats[p.Article]++
		}
		return count[key] > mostRepeated
	})
	return first, repeats
}

// meeting is the pairs of pieces of two articles that may share enough of their words:
// the rarest of the shorter one, of which it would share one at least. Words go by
// their numbers, of which there are n. crowded is how many pieces of each article met more
// pieces of another than they are held against.
func meeting(pieces []piece, n int) (pairs [][2]int, crowded map[int]int) {
	crowded = map[int]int{}
	frequency := make([]int, n)
	having := make([][]int, n) // of each word, the pieces that have it
	for i := range pieces {
		for k, w := range pieces[i].sorted {
			frequency[w]++
			if k == 0 || w != pieces[i].sorted[k-1] {
				having[w] = append(having[w], i)
			}
		}
	}
	shared := make([]int, len(pieces)) // with the piece that is looked at
	var rarest, met []int
	for i := range pieces {
		p := &pieces[i]
		rarest = append(rarest[:0], p.sorted...)
		slices.SortFunc(rarest, func(v, w int) int { return cmp.Or(frequency[v]-frequency[w], v-w) })
		rarest = slices.Compact(rarest[:mayMiss(len(p.words))+1])
		met = met[:0]
		for _, w := range rarest {
			for _, j := range having[w] {
				q := &pieces[j]
				if q.Article == p.Article || len(q.words) < len(p.words) || len(q.words) == len(p.words) && j < i {
					continue // or it is the shorter one
				}
				if shared[j] == 0 {
					met = append(met, j)
				}
				shared[j]++
			}
		}
		slices.SortFunc(met, func(j, k int) int {
			return cmp.Or(pieces[j].Article-pieces[k].Article, shared[k]-shared[j], j-k)
		})
		article, taken := -1, 0
		for _, j := range met {
			shared[j] = 0
			if pieces[j].Article != article {
				article, taken = pieces[j].Article, 0
			}
			if taken++; taken <= mostMeeting {
				pairs = append(pairs, [2]int{min(i, j), max(i, j)})
			} else if taken == mostMeeting+1 {
				crowded[p.Article]++
			}
		}
	}
	return pairs, crowded
}

// mayMiss is how many of so many words the longer of two pieces may lack.
func mayMiss(words int) int {
	missing := 0
	for missing+1 < words && float64(words-missing-1) >= sameShare*float64(words) {
		missing++
	}
	return missing
}
