package render

import (
	"strconv"

	"xref/compare"
	"xref/compare/kind"
)

// besideOutlets is how many characters the columns of a finding table take that
// stand before those of the outlets.
const besideOutlets = 42

// findingGrid is findings by rank, with what each of the articles says: a column
// an article, or where they don't fit side by side a row an article.
func (v *view) findingGrid(findings []compare.Finding, articles []int) *grid {
	g := &grid{columns: []column{{title: "#", weight: 1, rigid: true, right: true}, {title: "Kind, verdict", weight: 2, rigid: true}, {title: "Subject", weight: 3}}}
	side := v.fits(len(articles), besideOutlets)
	if side {
		for _, a := range articles {
			g.columns = append(g.columns, column{title: v.labels[a], weight: 5})
		}
	} else {
		g.columns = append(g.columns, column{title: "Outlet", weight: 3}, column{title: "Says", weight: 8})
	}
	for i := range findings {
		f := &findings[i]
		g.entries = append(g.entries, entry{
			head: cells{
				plainCell(strconv.Itoa(f.Rank)),
				{say(strong, string(f.Kind)), line{{string(f.Verdict), verdictStyles[f.Verdict]}, {" " + percent(f.Confidence), faint}}, say(faint, f.ID)},
				v.subject(f),
			},
			rows: v.byArticle(v.said(f), articles, side),
		})
	}
	return g
}

// byArticle is what each article says: a cell an article in one row, or where
// they don't stand side by side a row for each that says something.
func (v *view) byArticle(said map[int]cell, articles []int, side bool) []cells {
	var rows []cells
	var row cells
	for _, a := range articles {
		c, says := said[a]
		switch {
		case !side && says:
			rows = append(rows, cells{{say(strong, v.labels[a])}, c})
		case side && says:
			row = append(row, c)
		case side:
			row = append(row, cell{say(faint, absentSign)})
		}
	}
	if side {
		rows = append(rows, row)
	}
	return rows
}

// subject is what a finding is about, how its sides compare, and why it doesn't
// count where it doesn't.
func (v *view) subject(f *compare.Finding) cell {
	c := cell{say(strong, f.Subject)}
	if f.Verdict != kind.Agree {
		c = append(c, say(normal, v.sentence(f)))
	}
	if f.Accepted != nil {
		c = append(c, say(faint, acceptedText(f.Accepted)))
	}
	return c
}

// absentSign stands where an article says nothing; nextSign before what an
// article says beside something else.
const (
	absentSign = "–"
	nextSign   = "· "
)

// said is what each article says in a finding: a value, the first passage that
// gives it, and how often it is given. The values of one article stand in the
// order of the evidence.
func (v *view) said(f *compare.Finding) map[int]cell {
	marks := v.differingWords(f)
	out := map[int]cell{}
	for i, e := range f.Evidence {
		first, times := true, 1
		for j, other := range f.Evidence {
			if other.Article == e.Article && other.Value == e.Value && e.Value != "" {
				if j < i {
					first = false
				} else if j > i {
					times++
				}
			}
		}
		if !first {
			continue
		}
		passage := excerpt(v.text(e.Article), e.Span, marks[i])
		if as := v.repeats(f, i); as >= 0 {
			passage = say(faint, "(the same words as "+v.labels[as]+")")
		}
		if e.Span.Len() <= tooShort {
			passage = inContext(v.text(e.Article), e.Span)
		}
		told := cell{passage}
		if e.Value != "" && f.Kind != quoteKind && !sameWords(e.Value, passage.text()) && !v.plainToSee(e) {
			value := line{{e.Value, strong}}
			if times > 1 {
				value = append(value, run{" ×" + strconv.Itoa(times), faint})
			}
			told = cell{value, passage}
		}
		if out[e.Article] != nil {
			told[0] = append(line{{nextSign, faint}}, told[0]...)
		}
		out[e.Article] = append(out[e.Article], told...)
	}
	return out
}

// hardlyMore is how many bytes a passage may have beside its value for the value
// to be plain to see in it.
const hardlyMore = 24

// plainToSee reports whether the value of a piece of evidence stands in its
// passage to the letter, marked, with hardly more than it.
func (v *view) plainToSee(e kind.Evidence) bool {
	return !e.Focus.Empty() && e.Span.Len()-e.Focus.Len() <= hardlyMore && sameWords(e.Value, v.in(e.Article, e.Focus))
}

// worthRepeating is how many bytes of a passage are shown again where another
// article has the very same.
const worthRepeating = 40

// repeats is the first article, before that of evidence i, which has the same
// passage word for word, where that is long; -1 where none has.
func (v *view) repeats(f *compare.Finding, i int) int {
	e := f.Evidence[i]
	if e.Span.Len() <= worthRepeating {
		return -1
	}
	for _, o := range f.Evidence[:i] {
		if o.Article != e.Article && sameWords(v.in(o.Article, o.Span), v.in(e.Article, e.Span)) {
			return o.Article
		}
	}
	return -1
}
