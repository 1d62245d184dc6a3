package render

import (
	"slices"

	"xref/compare/claim"
	"xref/extract/article"
	"xref/extract/quote"
)

// htmlUtterance is one thing said, with every article's rendering.
type htmlUtterance struct {
	ID, Speaker, Change, Meaning string
	Class                        string // the verdict that its colour is
	Variants                     []htmlVariant
}

// htmlVariant is one article's rendering, or the same of several: Direct tells
// that it stands between quotation marks.
type htmlVariant struct {
	Label  string
	Direct bool
	Kind   string
	Runs   []htmlRun
}

func (h *htmlWriter) quotationParts() []htmlUtterance {
	var out []htmlUtterance
	for _, i := range h.utterances() {
		u := h.Utterances[i]
		if !h.shows(u.Story) {
			continue
		}
		part := htmlUtterance{ID: utteranceID(i), Speaker: "speaker not known", Change: changeNames[u.Change], Meaning: changeMeanings[u.Change], Class: "differ"}
		if u.Speaker >= 0 {
			part.Speaker = Plain(h.Entities[u.Speaker].Name)
		}
		if u.Change == claim.Identical || u.Change == claim.Trimmed {
			part.Class = "agree"
		}
		marks := make([][]article.Span, len(u.Variants))
		if u.Change != claim.Identical {
			passages := make([]passage, len(u.Variants))
			for j, w := range u.Variants {
				passages[j] = passage{w.Article, w.Span}
			}
			marks = h.collate(passages, true)
		}
		for j, w := range u.Variants {
			kind := quotationKinds[h.Documents[w.Article].Quotations[w.Quotation].Kind]
			if w.Direct {
				kind = quotationKinds[quote.Direct]
			}
			v := htmlVariant{Label: Plain(h.labels[w.Article]), Direct: w.Direct, Kind: kind, Runs: runsOf(whole(h.text(w.Article), w.Span, marks[j]))}
			same := func(o htmlVariant) bool {
				return o.Direct == v.Direct && o.Kind == v.Kind && slices.Equal(o.Runs, v.Runs)
			}
			if at := slices.IndexFunc(part.Variants, same); at >= 0 {
				part.Variants[at].Label += ", " + v.Label
				continue
			}
			part.Variants = append(part.Variants, v)
		}
		out = append(out, part)
	}
	return out
}
