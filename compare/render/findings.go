package render

import (
	"slices"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
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
		e := entry{head: cells{
			plainCell(strconv.Itoa(f.Rank)),
			{say(strong, string(f.Kind)), line{{string(f.Verdict), verdictStyles[f.Verdict]}, {" " + percent(f.Confidence), faint}}, say(faint, f.ID)},
			v.subject(f),
		}}
		said := v.said(f)
		if side {
			row := make(cells, len(articles))
			for j, a := range articles {
				if row[j] = said[a]; row[j] == nil {
					row[j] = cell{say(faint, absentSign)}
				}
			}
			e.rows = []cells{row}
		} else {
			for _, a := range articles {
				if said[a] != nil {
					e.rows = append(e.rows, cells{{say(strong, v.labels[a])}, said[a]})
				}
			}
		}
		g.entries = append(g.entries, e)
	}
	return g
}

// subject is what a finding is about, and why it doesn't count where it doesn't.
func (v *view) subject(f *compare.Finding) cell {
	c := plainCell(f.Subject)
	if f.Accepted != nil {
		c = append(c, say(faint, acceptedText(f.Accepted)))
	}
	return c
}

// absentSign stands where an article says nothing.
const absentSign = "–"

// said is what each article says in a finding: a value, the first passage that
// gives it, and how often it is given. The values of one article stand in the
// order of the evidence.
func (v *view) said(f *compare.Finding) map[int]cell {
	marks := v.evidenceMarks(f)
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
		if e.Value != "" && f.Kind != quoteKind && !sameWords(e.Value, passage.text()) {
			value := line{{e.Value, strong}}
			if times > 1 {
				value = append(value, run{" ×" + strconv.Itoa(times), faint})
			}
			out[e.Article] = append(out[e.Article], value)
		}
		out[e.Article] = append(out[e.Article], passage)
	}
	return out
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

// quoteKind is the kind whose evidence is held against each other word by word.
const quoteKind kind.ID = "quote"

// evidenceMarks is what to mark in each piece of evidence: the words by which
// quotations differ, or else the words that carry the value, where those are
// less than the whole.
func (v *view) evidenceMarks(f *compare.Finding) [][]article.Span {
	marks := make([][]article.Span, len(f.Evidence))
	if f.Kind == quoteKind && f.Verdict != kind.Agree {
		return v.quoteMarks(f)
	}
	for i, e := range f.Evidence {
		if !e.Focus.Empty() && e.Focus != e.Span && e.Span.Contains(e.Focus) {
			marks[i] = []article.Span{e.Focus}
		}
	}
	return marks
}

// quoteMarks is the words in each piece of evidence that are not in that of
// another article.
func (v *view) quoteMarks(f *compare.Finding) [][]article.Span {
	passages := make([]passage, len(f.Evidence))
	for i, e := range f.Evidence {
		passages[i] = passage{e.Article, e.Span}
		if !e.Focus.Empty() && e.Span.Contains(e.Focus) {
			passages[i].span = e.Focus
		}
	}
	return v.collate(passages)
}

// sameWords reports whether two texts differ in letter case, white space and
// outer punctuation only.
func sameWords(a, b string) bool {
	norm := func(s string) string {
		return strings.ToLower(strings.Trim(strings.Join(strings.Fields(s), " "), ".,;:!?\"'“”‘’ "))
	}
	return norm(a) == norm(b)
}

// passage is a span of one of the articles.
type passage struct {
	article int
	span    article.Span
}

// collate marks in each passage the words by which it departs from the others:
// in the first those that some other hasn't, in each other those that the first
// hasn't.
func (v *view) collate(passages []passage) [][]article.Span {
	marks := make([][]article.Span, len(passages))
	if len(passages) < 2 {
		return marks
	}
	of := make([][]word, len(passages))
	for i, p := range passages {
		of[i] = wordsIn(v.text(p.article), p.span)
	}
	inFirst := make([]bool, min(len(of[0]), mostWords))
	for i := 1; i < len(passages); i++ {
		a, b := wordDifference(of[0], of[i])
		for j := range a {
			inFirst[j] = inFirst[j] || a[j]
		}
		marks[i] = spansOf(of[i], b)
	}
	marks[0] = spansOf(of[0], inFirst)
	if !slices.Contains(inFirst, false) {
		return make([][]article.Span, len(passages))
	}
	return marks
}
