package resolve

import "slices"

// A text of more phrases than mostPhrases is longer than any article, and what its
// phrases refer to is looked for among the last reachPhrases only.
const (
	mostPhrases  = 6000
	reachPhrases = 600
)

// near are the clusters that phrase i may take up, in their order: all, or in a very
// long text those that were spoken of last.
func (r *resolver) near(i int) []int {
	if len(r.phrases) <= mostPhrases {
		for len(r.every) < len(r.clusters) {
			r.every = append(r.every, len(r.every))
		}
		return r.every
	}
	r.latest = r.latest[:0]
	for j := max(i-reachPhrases, 0); j < i; j++ {
		if c := r.phrases[j].cluster; c >= 0 {
			r.latest = append(r.latest, c)
		}
	}
	slices.Sort(r.latest)
	r.latest = slices.Compact(r.latest)
	return r.latest
}
