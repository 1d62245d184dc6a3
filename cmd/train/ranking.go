package main

import (
	"cmp"
	"slices"
)

// ranked is how sure something is said to be, and whether it is so.
type ranked struct {
	sure float64
	is   bool
}

type ranking []ranked

// area is the area under the curve of true against false positives: how often what is so is
// surer than what isn't, ties counted half.
func (r ranking) area() float64 {
	sorted := slices.Clone(r)
	slices.SortFunc(sorted, func(a, b ranked) int { return cmp.Compare(a.sure, b.sure) })
	var below, wins float64 // what isn't so and is less sure; pairs in which what is so is surer
	for i := 0; i < len(sorted); {
		j, not, so := i, 0.0, 0.0
		for ; j < len(sorted) && sorted[j].sure == sorted[i].sure; j++ {
			if sorted[j].is {
				so++
			} else {
				not++
			}
		}
		wins += so * (below + not/2)
		below += not
		i = j
	}
	return wins / (below * (float64(len(sorted)) - below))
}
