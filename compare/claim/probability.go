package claim

import (
	_ "embed"
	"sync"

	"xref/compare/match"
)

//go:embed trees-agree.txt
var agreeText string

//go:embed trees-differ.txt
var differText string

// Trees tell from the features of a claim how probable it is that its members say the
// same of something, and that they differ in something. A claim may do both.
type Trees struct {
	Agree, Differ *match.Trees
}

// Learned are the trees that `go run ./cmd/train pairs` learns and writes.
var Learned = sync.OnceValue(func() *Trees {
	agree, err := match.ParseTrees(agreeText, FeatureNames[:])
	if err != nil {
		panic("claim/trees-agree.txt: " + err.Error())
	}
	differ, err := match.ParseTrees(differText, FeatureNames[:])
	if err != nil {
		panic("claim/trees-differ.txt: " + err.Error())
	}
	return &Trees{agree, differ}
})

// Weigh gives the probabilities, 0 to 1, that the members of a claim agree, and that
// they differ.
func (t *Trees) Weigh(f *Features) (agree, differ float64) {
	return t.Agree.Probability(f[:]), t.Differ.Probability(f[:])
}
