package render

import (
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
)

// htmlMatters is a story matter by matter: its entries down, its outlets across.
type htmlMatters struct {
	ID, Label string
	Outlets   []string
	Many      bool // outlets, so that their names must stand upright
	Rows      []htmlMatter
	Rest      []htmlMatter // rows beyond the first screen
}

// matterTable is rows of a story's matters, with a caption.
type matterTable struct {
	Of      htmlMatters
	Rows    []htmlMatter
	Caption string
}

func newMatterTable(of htmlMatters, rows []htmlMatter, caption string) matterTable {
	return matterTable{of, rows, caption}
}

// htmlMatter is an entry: what it is about and how each outlet stands to it.
type htmlMatter struct {
	Part  string // its title, where it is the first of a part
	ID    string // of the finding that it opens
	Text  string
	Cells []htmlCell
}

// mostMatters is how many entries of a story stand on the first screen.
const mostMatters = 24

// matters is the stories of two articles or more, in the order in which they are told.
func (h *htmlWriter) matters() []htmlMatters {
	entries := compare.Entries(h.Report.Findings)
	var out []htmlMatters
	for _, s := range h.byRank(entries) {
		articles := h.Stories[s].Articles
		if len(articles) < 2 {
			continue
		}
		m := htmlMatters{ID: storyID(s), Label: Plain(h.Stories[s].Label), Outlets: h.labelsOf(articles), Many: len(articles) > wideOutlets}
		last := ""
		for _, e := range entries {
			if e.Story != s || e.Part == compare.Names {
				continue
			}
			row := h.matter(e, articles)
			if row.Part == last {
				row.Part = ""
			} else {
				last = row.Part
			}
			if len(m.Rows) < mostMatters {
				m.Rows = append(m.Rows, row)
			} else {
				m.Rest = append(m.Rest, row)
			}
		}
		if len(m.Rows) > 0 {
			out = append(out, m)
		}
	}
	return out
}

// matter is an entry as a row: its subject, or what one of its passages says, and for
// each article the value that it gives or how it stands to the others.
func (h *htmlWriter) matter(e compare.Entry, articles []int) htmlMatter {
	first := &h.Report.Findings[e.Findings[0]]
	row := htmlMatter{Part: htmlPartTitles[e.Part], ID: Plain(first.ID), Text: Plain(first.Subject)}
	if e.Part != compare.Told {
		if passages := h.passagesOf(e); len(passages) > 0 {
			row.Text = Plain(shortTo(passages[0].text.text(), mostAlike))
		}
	}
	for _, a := range articles {
		row.Cells = append(row.Cells, h.matterCell(e, a))
	}
	return row
}

// htmlPartTitles head the parts of a story on the page.
var htmlPartTitles = map[compare.Part]string{
	compare.Lead: partTitles[compare.Lead], compare.Told: partTitles[compare.Told], compare.Values: "Numbers, dates and times",
	compare.Agreed: partTitles[compare.Agreed], compare.Quotations: partTitles[compare.Quotations],
}

// mostInCell is how many bytes a value may have to stand in a cell.
const mostInCell = 24

// matterCell is how one article stands to an entry: with a short value where numbers or
// times are compared, else with the gravest verdict of the findings that it stands in.
func (h *htmlWriter) matterCell(e compare.Entry, article int) htmlCell {
	c := absentCell
	first := &h.Report.Findings[e.Findings[0]]
	for _, i := range e.Findings { // the gravest first
		f := &h.Report.Findings[i]
		at := slices.IndexFunc(f.Evidence, func(v kind.Evidence) bool { return v.Article == article })
		if at < 0 {
			continue
		}
		if c == absentCell {
			c = verdictCells[f.Verdict]
		}
		if value := strings.Join(strings.Fields(f.Evidence[at].Value), " "); f.Kind.OfValues() && value != "" && len(value) <= mostInCell {
			return htmlCell{c.Class, Plain(value)}
		}
	}
	if c == absentCell && first.Claim >= 0 {
		return h.coverageCell(first.Claim, article)
	}
	return c
}

// verdictCells are how an article stands to a matter by a finding's verdict.
var verdictCells = map[kind.Verdict]htmlCell{
	kind.Conflict: {"conflict", "conflicts"}, kind.Internal: {"conflict", "doesn't fit"}, kind.Differ: {"differ", "differs"}, kind.Agree: {"agree", "agrees"},
}
