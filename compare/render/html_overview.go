package render

import (
	"cmp"
	"slices"

	"xref/compare"
	"xref/compare/kind"
)

// htmlArticle is one row of what was compared.
type htmlArticle struct {
	ID, Outlet, Title, Date, Author, Story, Origin, Path string
	URL                                                  string // "" where it isn't a web address
	Words                                                int
}

func (h *htmlWriter) articleRows() (rows []htmlArticle, showOrigin bool) {
	for i, d := range h.Documents {
		a := d.Article
		row := htmlArticle{
			ID: Plain(a.ID), Outlet: Plain(a.Outlet), Title: Plain(a.Headline), Date: dateText(a.Published), Author: Plain(a.Author),
			Path: Plain(a.Path), Words: wordCount(a), URL: link(a.URL),
		}
		if s := storyOf(h.Report, i); s >= 0 {
			row.Story = storyID(s)
		}
		if o := originOf(h.Report, i); o >= 0 && len(h.Origins[o].Articles) > 1 {
			row.Origin = originID(o)
			showOrigin = true
		}
		rows = append(rows, row)
	}
	return rows, showOrigin
}

// htmlStory is a story with its coverage: Main are the claims of most weight,
// Rest others, Left how many are in neither.
type htmlStory struct {
	ID, Label  string
	Outlets    []string
	Main, Rest []htmlClaim
	Left       int
	Many       bool // outlets, so that their names must stand upright
}

// htmlMatrix is claims by outlet, with a caption.
type htmlMatrix struct {
	Story   htmlStory
	Claims  []htmlClaim
	Caption string
}

func newHTMLMatrix(s htmlStory, claims []htmlClaim, caption string) htmlMatrix {
	return htmlMatrix{s, claims, caption}
}

// htmlClaim is a row of the matrix.
type htmlClaim struct {
	ID, Text string
	Cells    []htmlCell
	Findings []htmlLink
}

// htmlCell is how one article stands to a claim: Class is its colour and sign,
// Word says it.
type htmlCell struct{ Class, Word string }

// htmlLink leads to a finding.
type htmlLink struct {
	ID   string
	Rank int
}

// The matrix stops at so many cells below the main claims, and its outlets'
// names stand upright where there are more than wideOutlets.
const (
	mostCells   = 12000
	wideOutlets = 6
)

func (h *htmlWriter) storyParts() []htmlStory {
	byClaim := map[int][]htmlLink{}
	for i := range h.Findings {
		if f := &h.Findings[i]; f.Claim >= 0 {
			byClaim[f.Claim] = append(byClaim[f.Claim], htmlLink{Plain(f.ID), f.Rank})
		}
	}
	var out []htmlStory
	for s, st := range h.Stories {
		if !h.shows(s) || len(st.Articles) < 2 {
			continue
		}
		part := htmlStory{ID: storyID(s), Label: Plain(st.Label), Outlets: h.labelsOf(st.Articles), Many: len(st.Articles) > wideOutlets}
		claims := h.claimsOf(s)
		shown := min(len(claims), mostClaims+mostCells/len(st.Articles))
		part.Left = len(claims) - shown
		for n, c := range claims[:shown] {
			row := htmlClaim{ID: h.Claims[c].ID, Text: Plain(short(h.Claims[c].Text)), Cells: h.coverageCells(c, st.Articles), Findings: byClaim[c]}
			row.Findings = row.Findings[:min(len(row.Findings), mostMain)]
			if n < mostClaims {
				part.Main = append(part.Main, row)
			} else {
				part.Rest = append(part.Rest, row)
			}
		}
		out = append(out, part)
	}
	return out
}

// claimsOf are the places of a story's claims: those of several articles first,
// of these the most central first.
func (h *htmlWriter) claimsOf(s int) []int {
	var out []int
	for i := range h.Claims {
		if h.Claims[i].Story == s {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		x, y := &h.Claims[a], &h.Claims[b]
		if (x.Verdict == kind.Single) != (y.Verdict == kind.Single) {
			if y.Verdict == kind.Single {
				return -1
			}
			return 1
		}
		return cmp.Compare(y.Central, x.Central)
	})
	return out
}

// coverageCells is a cell for each of the articles.
func (h *htmlWriter) coverageCells(claim int, articles []int) []htmlCell {
	c := &h.Claims[claim]
	row := make([]htmlCell, len(articles))
	for i, a := range articles {
		row[i] = htmlCell{"absent", "absent"}
		for _, k := range c.Coverage {
			if k.Article == a {
				row[i] = coverageCell(c.Verdict, k.Status)
			}
		}
	}
	return row
}

func coverageCell(v kind.Verdict, s compare.Status) htmlCell {
	switch {
	case s == compare.Absent:
		return htmlCell{"absent", "absent"}
	case s == compare.Predates:
		return htmlCell{"predates", "older than this"}
	case s == compare.Differs && v == kind.Conflict:
		return htmlCell{"conflict", "conflicts"}
	case s == compare.Differs:
		return htmlCell{"differ", "differs"}
	case v == kind.Single:
		return htmlCell{"single", "alone"}
	}
	return htmlCell{"agree", "agrees"}
}
