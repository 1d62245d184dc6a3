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

//go:embed trees-contrast.txt
var contrastText string

// Trees tell from the features of a pair of a claim how probable it is that the two say the
// same of something, and that they differ in something; and from those of a contrast between
// them how probable it is that a careful reader would call it a difference.
type Trees struct {
	Agree, Differ, Contrast *match.Trees
}

// Learned are the trees that `go run ./cmd/train pairs` learns and writes.
var Learned = sync.OnceValue(func() *Trees {
	parse := func(file, text string, names []string) *match.Trees {
		t, err := match.ParseTrees(text, names)
		if err != nil {
			panic("claim/" + file + ": " + err.Error())
		}
		return t
	}
	return &Trees{
		Agree:    parse("trees-agree.txt", agreeText, FeatureNames[:]),
		Differ:   parse("trees-differ.txt", differText, FeatureNames[:]),
		Contrast: parse("trees-contrast.txt", contrastText, ContrastFeatureNames),
	}
})

// Judge tells what the features of a pair that was read word by word say, and those of the
// contrasts in it.
func (t *Trees) Judge(x *match.Index, p *match.Pair, m *match.Match) Judgment {
	f := FeaturesOf(x, p, m)
	j := Judgment{Agree: t.Agree.Probability(f[:]), Differ: t.Differ.Probability(f[:])}
	for i := range m.Contrasts {
		of := ContrastFeaturesOf(x, m, &m.Contrasts[i], &f, j)
		j.Real = append(j.Real, t.Contrast.Probability(of[:]))
	}
	return j
}
