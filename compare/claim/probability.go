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

// Trees tell from the features of a pair of a claim how probable it is that the two say the
// same of something, and that they differ in something.
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

// Judge tells what the features of a pair that was read word by word say.
func (t *Trees) Judge(x *match.Index, p *match.Pair, m *match.Match) Judgment {
	f := FeaturesOf(x, p, m)
	return Judgment{t.Agree.Probability(f[:]), t.Differ.Probability(f[:])}
}
