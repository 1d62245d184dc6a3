package match

import (
	"cmp"
	"slices"
)

// Support is how much speaks for two passages being about one matter, in logits: less
// than 0 where it speaks against it.
type Support struct {
	Encoder  float64 // what an encoder says of them, and how that compares with other pairs
	Counted  float64 // all else
	Features []FeatureSupport
}

// FeatureSupport is what one feature adds.
type FeatureSupport struct {
	Name  string
	Logit float64
}

// Support is how much the features of a pair speak for one matter by the learned
// scoring, the ones that say most first.
func (p *Pair) Support() Support {
	trees := &learned().counted
	if p.Features[featureRead] > 0 {
		trees = &learned().encoded
	}
	var e Support
	for i, logit := range trees.Contributions(p.Features[:]) {
		if logit == 0 {
			continue
		}
		if i >= featureRead {
			e.Encoder += logit
		} else {
			e.Counted += logit
		}
		e.Features = append(e.Features, FeatureSupport{FeatureNames[i], logit})
	}
	slices.SortStableFunc(e.Features, func(a, b FeatureSupport) int { return cmp.Compare(size(b.Logit), size(a.Logit)) })
	return e
}

func size(v float64) float64 { return max(v, -v) }
