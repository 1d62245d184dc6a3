package render

import (
	"cmp"
	"slices"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// mostClaims is how many claims of a story the coverage matrix shows.
const mostClaims = 20

// statusSigns is what a cell of the coverage matrix says.
var statusSigns = map[compare.Status]run{
	compare.Carries:  {"yes", agreeStyle},
	compare.Differs:  {"differs", differStyle},
	compare.Absent:   {absentSign, faint},
	compare.Predates: {"older", faint},
}

// coverage is the matrix of a story's main claims by outlet.
func (v *view) coverage(s int) []block {
	if len(v.Stories[s].Articles) < 2 {
		return nil
	}
	claims, left := v.mainClaims(s)
	if len(claims) == 0 {
		return nil
	}
	articles := v.Stories[s].Articles
	g := &grid{columns: []column{{title: "Claim", weight: 6}}}
	side := v.fits(2*len(articles)/3, besideOutlets)
	if side {
		for _, a := range articles {
			g.columns = append(g.columns, column{title: v.labels[a], weight: 1})
		}
	} else {
		g.columns = append(g.columns, column{title: "Carried by", weight: 3}, column{title: "Differs in", weight: 2}, column{title: "Not in", weight: 3})
	}
	for _, c := range claims {
		row := cells{{say(normal, short(c.Text))}}
		if side {
			row = append(row, v.statusCells(c, articles)...)
		} else {
			row = append(row, v.listedBy(c, compare.Carries), v.listedBy(c, compare.Differs), v.listedBy(c, compare.Absent, compare.Predates))
		}
		g.entries = append(g.entries, entry{rows: []cells{row}})
	}
	blocks := []block{heading{3, say(strong, "Who carries the main claims")}, g}
	if left > 0 {
		blocks = append(blocks, paragraph{say(faint, counted(left, "claim", "claims")+" of less weight left out; the JSON report has them all.")})
	}
	return blocks
}

// alone is what one outlet of a story alone carries, as a table.
func (v *view) alone(s int) []block {
	g := &grid{columns: []column{{title: "Outlet", weight: 1}, {title: "Says alone", weight: 6}}}
	for _, c := range firstOf(v.single(s), mostAlone) {
		g.entries = append(g.entries, entry{rows: []cells{{{say(normal, v.labels[c.Members[0].Article])}, {say(normal, short(c.Text))}}}})
	}
	if len(g.entries) == 0 {
		return nil
	}
	return []block{heading{3, say(strong, "What one outlet alone carries")}, g}
}

// single is the claims that one outlet of a story alone carries and that the report
// holds against nothing, the most central first.
func (v *view) single(s int) []compare.Claim {
	if len(v.Stories[s].Articles) < 2 {
		return nil
	}
	var claims []compare.Claim
	for _, c := range v.Claims {
		if c.Story == s && c.Verdict == kind.Single && len(c.Members) == 1 {
			claims = append(claims, c)
		}
	}
	slices.SortStableFunc(claims, func(a, b compare.Claim) int { return cmp.Compare(b.Central, a.Central) })
	held := v.compared()
	claims = slices.DeleteFunc(claims, func(c compare.Claim) bool {
		m := c.Members[0]
		return slices.ContainsFunc(held[m.Article], v.Documents[m.Article].Assertions[m.Assertion].Span.Overlaps)
	})
	return claims
}

// compared is, for each article, the clauses and quotations that the report holds
// against those of other articles: none of them is said by one outlet alone.
func (v *view) compared() [][]article.Span {
	held := make([][]article.Span, len(v.Documents))
	for i := range v.Findings {
		f := &v.Findings[i]
		first := f.Evidence[0].Article
		across := slices.ContainsFunc(f.Evidence, func(e kind.Evidence) bool { return e.Article != first })
		if !across || !f.Kind.OfClauses() && f.Kind != "quote" {
			continue
		}
		for _, e := range f.Evidence {
			held[e.Article] = append(held[e.Article], e.Span)
		}
	}
	for i := range v.Claims {
		if v.Claims[i].Verdict == kind.Single {
			continue
		}
		for _, m := range v.Claims[i].Members {
			held[m.Article] = append(held[m.Article], v.Documents[m.Article].Assertions[m.Assertion].Span)
		}
	}
	return held
}

// firstOf is the first n of claims, or all where there are fewer.
func firstOf(claims []compare.Claim, n int) []compare.Claim { return claims[:min(len(claims), n)] }

// mostAlone is how many claims of single outlets the report shows of a story.
const mostAlone = 10

// mainClaims are the claims of a story that two or more articles carry, the most
// central first, and how many claims are left out.
func (v *view) mainClaims(s int) (claims []compare.Claim, left int) {
	for _, c := range v.Claims {
		if c.Story == s && c.Verdict != kind.Single {
			claims = append(claims, c)
		}
	}
	slices.SortStableFunc(claims, func(a, b compare.Claim) int { return cmp.Compare(b.Central, a.Central) })
	left = max(0, len(claims)-mostClaims)
	return claims[:len(claims)-left], left
}

func (v *view) statusCells(c compare.Claim, articles []int) []cell {
	row := make([]cell, len(articles))
	for i, a := range articles {
		sign := statusSigns[compare.Absent]
		for _, k := range c.Coverage {
			if k.Article == a {
				sign = statusSigns[k.Status]
			}
		}
		row[i] = cell{line{sign}}
	}
	return row
}

// listedBy names the outlets that stand to a claim in one of the ways.
func (v *view) listedBy(c compare.Claim, in ...compare.Status) cell {
	var l line
	for _, k := range c.Coverage {
		if slices.Contains(in, k.Status) {
			if len(l) > 0 {
				l = append(l, run{", ", normal})
			}
			l = append(l, run{v.labels[k.Article], statusSigns[k.Status].style})
		}
	}
	if len(l) == 0 {
		return nil
	}
	return cell{l}
}

// short is text without what a table leaves out of a long passage.
func short(text string) string { return shortTo(text, longest) }

// shortTo is the beginning of a text of at most so many bytes.
func shortTo(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return text[:neatEnd(text, 0, most)] + " " + leftOut
}
