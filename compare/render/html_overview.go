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

// htmlStory is a story with what no finding tells of it: claims of one article
// alone. What several may have in common, but not surely enough for a finding, is
// shown where the articles are read.
type htmlStory struct {
	ID, Label string
	Count     string // how many claims that are
	Alone     []htmlAlone
}

// htmlAlone is an article's claims that were matched with no other's, in the order
// of its text.
type htmlAlone struct {
	Label  string
	Claims []htmlClaim
}

// htmlClaim is a claim and its line.
type htmlClaim struct {
	Text string
	Line int
}

// htmlCell is how one article stands to a claim: Class is its colour and sign,
// "" where it lacks the claim, Word says it.
type htmlCell struct{ Class, Word string }

var absentCell = htmlCell{"", "absent"}

// htmlLink leads to a finding.
type htmlLink struct {
	ID   string
	Rank int
}

// wideOutlets is how many outlets' names stand level above a matrix.
const wideOutlets = 6

func (h *htmlWriter) storyParts() []htmlStory {
	alone := map[int][]int{} // places of claims by article
	told := map[int]bool{}
	for i := range h.Findings {
		told[h.Findings[i].Claim] = true
	}
	for i := range h.Claims {
		if c := &h.Claims[i]; c.Verdict == kind.Single && !told[i] {
			alone[c.Members[0].Article] = append(alone[c.Members[0].Article], i)
		}
	}
	var out []htmlStory
	for s, st := range h.Stories {
		if !h.shows(s) || len(st.Articles) < 2 {
			continue
		}
		part := htmlStory{ID: storyID(s), Label: Plain(st.Label)}
		count := 0
		for _, a := range st.Articles {
			if len(alone[a]) > 0 {
				part.Alone = append(part.Alone, h.aloneIn(a, alone[a]))
				count += len(alone[a])
			}
		}
		part.Count = counted(count, "claim", "claims")
		out = append(out, part)
	}
	return out
}

// aloneIn is what one article alone says.
func (h *htmlWriter) aloneIn(article int, claims []int) htmlAlone {
	out := htmlAlone{Label: Plain(h.labels[article])}
	start := func(i int) int { return h.Documents[article].Assertions[h.Claims[i].Members[0].Assertion].Span.Start }
	slices.SortStableFunc(claims, func(a, b int) int { return cmp.Compare(start(a), start(b)) })
	for _, i := range claims {
		line, _ := h.lines[article].Position(start(i))
		out.Claims = append(out.Claims, htmlClaim{Plain(short(h.Claims[i].Text)), line})
	}
	return out
}

// coverageCell is how an article stands to a claim.
func (h *htmlWriter) coverageCell(claim, article int) htmlCell {
	c := &h.Claims[claim]
	for _, k := range c.Coverage {
		if k.Article == article {
			return coverageCell(c.Verdict, k.Status)
		}
	}
	return absentCell
}

func coverageCell(v kind.Verdict, s compare.Status) htmlCell {
	switch {
	case s == compare.Absent:
		return absentCell
	case s == compare.Predates:
		return htmlCell{"predates", "older than this"}
	case s == compare.Differs && v == kind.Conflict:
		return htmlCell{"conflict", "conflicts"}
	case s == compare.Differs:
		return htmlCell{"differ", "differs"}
	}
	return htmlCell{"agree", "agrees"}
}
