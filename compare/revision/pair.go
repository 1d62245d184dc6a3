package revision

import (
	"cmp"
	"slices"
)

// pair is a sentence of the old version and the one of the new that it became.
type pair struct{ old, new int }

// The least share of content words that two sentences have in common, by Dice, for
// one to have become the other, and the most sentences that a word may stand in to
// be looked for.
const (
	alike   = 0.5
	tooMany = 200
)

// pairSentences finds which sentence became which: first those of the same words,
// wherever they moved to, then the most alike. It notes the pairs in the versions
// and returns those whose words differ, in the order of the new version.
func pairSentences(o, n *version) []pair {
	same := map[string][]int{}
	for i, s := range o.sentences {
		same[s.text] = append(same[s.text], i)
	}
	for i, s := range n.sentences {
		if left := same[s.text]; len(left) > 0 {
			same[s.text] = left[1:]
			o.sentences[left[0]].pair, n.sentences[i].pair = i, left[0]
		}
	}
	type candidate struct {
		pair
		share float64
		apart int
	}
	var candidates []candidate
	for i := range n.sentences {
		if !n.free(i) {
			continue
		}
		common := map[int]int{}
		for w := range n.sentences[i].words {
			if places := o.index[w]; len(places) <= tooMany {
				for _, s := range places {
					if o.free(s) {
						common[s]++
					}
				}
			}
		}
		for s, words := range common {
			share := 2 * float64(words) / float64(len(n.sentences[i].words)+len(o.sentences[s].words))
			if share >= alike {
				candidates = append(candidates, candidate{pair{s, i}, share, distance(s, i)})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.apart, b.apart), cmp.Compare(a.new, b.new), cmp.Compare(a.old, b.old))
	})
	var pairs []pair
	for _, c := range candidates {
		if o.free(c.old) && n.free(c.new) {
			o.sentences[c.old].pair, n.sentences[c.new].pair = c.new, c.old
			pairs = append(pairs, c.pair)
		}
	}
	// Those of the same words may still differ in what is between quotation marks.
	for i, s := range n.sentences {
		if s.pair >= 0 && o.sentences[s.pair].text == s.text {
			pairs = append(pairs, pair{s.pair, i})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.new, b.new) })
	return pairs
}

func distance(a, b int) int { return max(a-b, b-a) }

// places leads from the old version to the new one.
type places []pair // in the order of the old version

func placesOf(pairs []pair) places {
	p := places(slices.Clone(pairs))
	slices.SortFunc(p, func(a, b pair) int { return cmp.Compare(a.old, b.old) })
	return p
}

// after is the sentence of the new version after which an old one would stand, -1
// for the beginning.
func (p places) after(old int) int {
	at, _ := slices.BinarySearchFunc(p, old, func(q pair, old int) int { return cmp.Compare(q.old, old) })
	if at == 0 {
		return -1
	}
	return p[at-1].new
}
