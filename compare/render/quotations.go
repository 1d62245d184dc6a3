package render

import (
	"slices"

	"xref/compare/claim"
	"xref/extract/article"
)

// changeNames say how an utterance's renderings compare.
var changeNames = map[claim.Change]string{
	claim.Identical:   "same words",
	claim.Trimmed:     "trimmed",
	claim.Paraphrased: "paraphrased",
	claim.Stitched:    "stitched",
	claim.Altered:     "altered",
	claim.Moved:       "moved",
}

// changeMeanings are the legend of the changes, in their order.
var changeMeanings = []string{
	claim.Identical:   "in all of them",
	claim.Trimmed:     "words left off or left out",
	claim.Paraphrased: "quoted here, told in other words there",
	claim.Stitched:    "two utterances made one",
	claim.Altered:     "other words between quotation marks",
	claim.Moved:       "given to another speaker",
}

// quotations is a story's utterances that two articles give, collated.
func (v *view) quotations(s int) []block {
	articles := v.Stories[s].Articles
	g := &grid{columns: []column{{title: "Speaker, change", weight: 3}}}
	side := v.fits(len(articles), besideOutlets/2)
	if side {
		for _, a := range articles {
			g.columns = append(g.columns, column{title: v.labels[a], weight: 5})
		}
	} else {
		g.columns = append(g.columns, column{title: "Outlet", weight: 3}, column{title: "Quotes", weight: 10})
	}
	for _, i := range v.utterances() {
		u := v.Utterances[i]
		if u.Story != s {
			continue
		}
		speaker := "speaker not known"
		if u.Speaker >= 0 {
			speaker = v.Entities[u.Speaker].Name
		}
		style := differStyle
		if u.Change == claim.Identical || u.Change == claim.Trimmed {
			style = agreeStyle
		}
		g.entries = append(g.entries, entry{
			head: cells{{say(strong, speaker), say(style, changeNames[u.Change]), say(faint, utteranceID(i))}},
			rows: v.byArticle(v.renderings(u), articles, side),
		})
	}
	if len(g.entries) == 0 {
		return nil
	}
	return []block{heading{3, say(strong, "Quotations, word by word")}, g}
}

// changeOrder is the changes, the gravest first.
var changeOrder = []claim.Change{claim.Altered, claim.Moved, claim.Stitched, claim.Paraphrased, claim.Trimmed, claim.Identical}

// utterances are the places of those that two articles give, the gravest changes
// first.
func (v *view) utterances() []int {
	var out []int
	for i, u := range v.Utterances {
		if inTwoArticles(u) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return slices.Index(changeOrder, v.Utterances[a].Change) - slices.Index(changeOrder, v.Utterances[b].Change)
	})
	return out
}

func inTwoArticles(u claim.Utterance) bool {
	return slices.ContainsFunc(u.Variants, func(w claim.Variant) bool { return w.Article != u.Variants[0].Article })
}

// renderings is what each article gives as an utterance, with the words by which
// it departs from the others marked.
func (v *view) renderings(u claim.Utterance) map[int]cell {
	passages := make([]passage, len(u.Variants))
	for i, w := range u.Variants {
		passages[i] = passage{w.Article, w.Span}
	}
	marks := make([][]article.Span, len(passages))
	if u.Change != claim.Identical && u.Change != claim.Paraphrased {
		marks = v.collate(passages, true)
	}
	out := map[int]cell{}
	for i, p := range passages {
		out[p.article] = append(out[p.article], excerpt(v.text(p.article), p.span, marks[i]))
	}
	return out
}
