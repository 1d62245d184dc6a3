package kind

import (
	"math"

	"xref/compare/align"
	"xref/extract/lang"
)

// Contrast is the named features of a claim by which it is told whether its
// members agree and whether they differ, 0 to about 2 each; their order is that
// of ContrastNames.
type Contrast [len(ContrastNames)]float64

// The features, and what each tells.
const (
	contrastBias     = iota
	contrastJoined   // how sure it is that the members are about the same thing
	contrastCommon   // weight of the words that two members have in common
	contrastOwn      // weight of the words that each of two members has alone
	contrastRarest   // weight of the weightiest term in common, of the pair where it weighs least
	contrastNumbers  // two members give numbers of one sort that aren't the same
	contrastRun      // longest run of words in common, of the pair where it is shortest
	contrastArticles // how many articles beyond two have it
	contrastHeadline // one of the two most alike is a headline
	contrastAct      // the predicates mean much the same, or the opposite
	contrastHedged   // one member has more words that hedge
	contrastDenied   // one affirms what the other denies
	contrastModality // put with more or less certainty
	contrastRole     // the doer is another, or left out
)

// ContrastNames names the features. Weights are kept by these names.
var ContrastNames = [...]string{
	contrastBias:     "bias",
	contrastJoined:   "joined",
	contrastCommon:   "common",
	contrastOwn:      "own",
	contrastRarest:   "rarest",
	contrastNumbers:  "number.other",
	contrastRun:      "run",
	contrastArticles: "articles",
	contrastHeadline: "headline",
	contrastAct:      "act",
	contrastHedged:   "hedged",
	contrastDenied:   "denied",
	contrastModality: "modality",
	contrastRole:     "role",
}

// mostLinks is how many of the pairs that hold a claim together are looked at,
// the strongest.
const mostLinks = 12

// Contrasts are the features of each claim; those of a claim of one member are
// all 0.
func (s *Scene) Contrasts() []Contrast {
	all := make([]Contrast, len(s.Claims))
	for i, c := range s.Claims {
		if len(c.Members) > 1 {
			all[i] = s.contrast(c)
		}
	}
	return all
}

// contrast gives a claim its features.
func (s *Scene) contrast(c align.Claim) Contrast {
	var x Contrast
	flag := func(i int, is bool) {
		if is {
			x[i] = 1
		}
	}
	x[contrastBias] = 1
	x[contrastJoined] = c.Score
	x[contrastArticles] = float64(breadth(c)-2) / 2
	for _, m := range []align.Member{c.Links[0].A, c.Links[0].B} {
		flag(contrastHeadline, s.Documents[m.Article].Text.Sentences[s.assertion(m).Sentence].Role == lang.Headline)
	}
	flag(contrastAct, s.sameAct(c))
	for _, j := range []struct {
		feature int
		judge   judge
	}{{contrastDenied, negations}, {contrastModality, modalities}, {contrastRole, roles}} {
		_, phrase := j.judge(s, c)
		flag(j.feature, phrase != "")
	}
	for _, l := range c.Links[:min(mostLinks, len(c.Links))] {
		a, b := s.share(l.A, l.B), s.share(l.B, l.A)
		x[contrastCommon] = max(x[contrastCommon], math.Sqrt(min(a.common, b.common)))
		x[contrastOwn] = max(x[contrastOwn], math.Sqrt(min(a.own, b.own)))
		x[contrastHedged] = max(x[contrastHedged], min(2, math.Abs(float64(a.hedges-b.hedges))))
		flag(contrastNumbers, s.unlikeNumbers(l.A, l.B))
	}
	x[contrastRun], x[contrastRarest] = math.Inf(1), math.Inf(1)
	for _, l := range c.Links {
		x[contrastRun] = min(x[contrastRun], l.Traits.Run())
		x[contrastRarest] = min(x[contrastRarest], l.Traits.Rarest())
	}
	return x
}

// breadth is how many articles have a claim.
func breadth(c align.Claim) int {
	n := 0
	for i, m := range c.Members {
		if i == 0 || m.Article != c.Members[i-1].Article {
			n++
		}
	}
	return n
}

// unlikeNumbers reports whether two members give numbers of one sort and unit
// that aren't the same, limited alike.
func (s *Scene) unlikeNumbers(m, o align.Member) bool {
	for _, i := range s.assertion(m).Quantities {
		for _, j := range s.assertion(o).Quantities {
			x, y := &s.Documents[m.Article].Quantities[i], &s.Documents[o.Article].Quantities[j]
			if x.Kind == y.Kind && x.Unit == y.Unit && (x.Low != y.Low || x.High != y.High || x.Bound != y.Bound) {
				return true
			}
		}
	}
	return false
}
