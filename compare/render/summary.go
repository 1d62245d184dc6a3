package render

import (
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
)

// comparisons say how the sides of a finding compare, by its reason, in a phrase;
// empty where kind and verdict say it.
var comparisons = map[kind.Reason]string{
	kind.SameNumber:             "the same number",
	kind.OtherNumber:            "different numbers",
	kind.OtherUnit:              "the same figure in different units",
	kind.OtherBound:             "the number is limited differently",
	kind.TwoBounds:              "the number is limited in two ways in one article",
	kind.SameTime:               "the same time",
	kind.OtherTime:              "different times",
	kind.OtherSpelling:          "spelled in different ways",
	kind.TwoSpellings:           "spelled in two ways in one article",
	kind.OtherName:              "another name in the same place",
	kind.SameTitle:              "described alike",
	kind.OtherTitle:             "described differently",
	kind.OtherPronoun:           "she in one article and he in another",
	kind.TwoPronouns:            "she and he in one article",
	kind.SameWords:              "quoted in the same words",
	kind.MoreWords:              "quoted in the same words, more of them in one article",
	kind.Paraphrase:             "quoted in one article, paraphrased in another",
	kind.Stitched:               "two remarks in one article, one in another",
	kind.AlteredWords:           "other words between the quotation marks",
	kind.OtherSpeaker:           "the same words from two speakers",
	kind.OtherSource:            "on the word of different sources",
	kind.OtherCertainty:         "put with more or less certainty",
	kind.ConditionLeftOut:       "under a condition in one article only",
	kind.HedgeLeftOut:           "hedged in one article only",
	kind.Denied:                 "affirmed in one article, denied in another",
	kind.Opposites:              "opposites said of the same thing",
	kind.WithoutLeftOut:         "with something left out in one article only",
	kind.OtherDoer:              "done by somebody else",
	kind.OtherTarget:            "done to somebody or something else",
	kind.DoerAndTargetExchanged: "doer and target are the other way round",
	kind.DoerLeftOut:            "one article doesn't say who did it",
	kind.OneHolderOnly:          "only one of them can be right",
	kind.OtherWord:              "another word for it",
	kind.OtherPlace:             "another place",
	kind.OtherOnes:              "said of other ones",
	kind.RestrictionLeftOut:     "restricted in one article only",
	kind.SameMatter:             "the same",
	kind.OtherDetails:           "other details",
	kind.HeadlineRewritten:      "the headline says otherwise",
	kind.QuotationRewritten:     "altered between quotation marks",
	kind.Rewritten:              "told otherwise",
	kind.Added:                  "in the new version only",
	kind.Gone:                   "in the old version only",
}

// Summary is a finding in one line: how its sides compare, and the values that they
// give.
func Summary(f *compare.Finding) string {
	var values []string
	for _, e := range f.Evidence {
		if e.Value != "" && !slices.Contains(values, e.Value) {
			values = append(values, e.Value)
		}
	}
	phrase := comparisons[f.Reason]
	if f.Verdict == kind.Agree && f.Kind.OfClauses() {
		values = []string{f.Subject}
	}
	switch {
	case phrase == "":
		return strings.Join(values, "; ")
	case len(values) == 0:
		return phrase
	}
	return phrase + ": " + strings.Join(values, "; ")
}

// gist is how the sides of a finding compare, in a phrase; empty where the verdict
// says it.
func gist(f *compare.Finding) string {
	if f.Reason == kind.SameMatter {
		return ""
	}
	return comparisons[f.Reason]
}

// sentence is a phrase with a capital letter and a full stop.
func sentence(phrase string) string {
	if phrase == "" {
		return ""
	}
	return strings.ToUpper(phrase[:1]) + phrase[1:] + "."
}
