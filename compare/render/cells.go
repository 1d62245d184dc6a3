package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"xref/compare"
)

// sheet is rows of a spreadsheet under their titles; a value is a string, an int
// or a float64. Strings in it are clean.
type sheet struct {
	name   string
	titles []string
	widths []float64 // in characters
	rows   [][]any
}

// addArticles adds a column so wide for each article.
func (s *sheet) addArticles(labels []string, width float64) {
	for _, label := range labels {
		s.titles = append(s.titles, Plain(label))
		s.widths = append(s.widths, width)
	}
}

var evidenceTitles = []string{"rank", "id", "kind", "verdict", "severity", "confidence", "story", "subject", "summary", "accepted",
	"article", "outlet", "published", "path", "line", "column", "start", "end", "value", "text"}

// evidenceSheet has a row for each piece of evidence of each finding.
func (l *located) evidenceSheet() sheet {
	s := sheet{
		name:   "Evidence",
		titles: evidenceTitles,
		widths: []float64{6, 15, 12, 10, 9, 10, 6, 30, 40, 20, 16, 18, 12, 24, 6, 8, 8, 8, 30, 60},
	}
	l.shown(func(f *compare.Finding) {
		for _, e := range f.Evidence {
			a := l.article(e.Article)
			row := []any{f.Rank, f.ID, string(f.Kind), string(f.Verdict), string(f.Severity), rounded(f.Confidence), storyID(f.Story), Plain(f.Subject), Plain(l.sentence(f)), acceptedText(f.Accepted),
				Plain(a.ID), Plain(a.Outlet), dateText(a.Published), l.path(e.Article), "", "", e.Span.Start, e.Span.End, Plain(e.Value), Plain(l.in(e.Article, e.Span))}
			if r, ok := l.region(e.Article, e.Span); ok {
				row[14], row[15] = r.line, r.column
			}
			s.rows = append(s.rows, row)
		}
	})
	return s
}

// findingSheet has a row for each finding, with what each article says.
func (l *located) findingSheet() sheet {
	s := sheet{
		name:   "Findings",
		titles: []string{"rank", "id", "kind", "verdict", "severity", "confidence", "story", "subject", "summary", "accepted"},
		widths: []float64{6, 15, 12, 10, 9, 10, 6, 30, 40, 20},
	}
	s.addArticles(l.labels, 30)
	l.shown(func(f *compare.Finding) {
		row := []any{f.Rank, f.ID, string(f.Kind), string(f.Verdict), string(f.Severity), rounded(f.Confidence), storyID(f.Story), Plain(f.Subject), Plain(l.sentence(f)), acceptedText(f.Accepted)}
		said := make([][]string, len(l.labels))
		for _, e := range sides(f) {
			a := f.Evidence[e.evidence].Article
			said[a] = append(said[a], Plain(e.text))
		}
		for _, texts := range said {
			row = append(row, strings.Join(texts, "; "))
		}
		s.rows = append(s.rows, row)
	})
	return s
}

// articleSheet has a row for each article.
func (l *located) articleSheet() sheet {
	s := sheet{
		name:   "Articles",
		titles: []string{"id", "outlet", "title", "published", "author", "url", "path", "words", "story", "origin"},
		widths: []float64{16, 18, 50, 12, 18, 40, 24, 8, 6, 7},
	}
	for i := range l.Documents {
		a := l.article(i)
		row := []any{Plain(a.ID), Plain(a.Outlet), Plain(a.Headline), dateText(a.Published), Plain(a.Author), Address(a.URL), l.path(i), wordCount(a), "", ""}
		if at := storyOf(l.Report, i); at >= 0 {
			row[8] = storyID(at)
		}
		if at := originOf(l.Report, i); at >= 0 {
			row[9] = originID(at)
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// coverageSheet has a row for each claim that several articles could carry.
func (l *located) coverageSheet() sheet {
	s := sheet{name: "Coverage", titles: []string{"claim", "story", "verdict", "origins", "text"}, widths: []float64{7, 6, 10, 8, 60}}
	s.addArticles(l.labels, 14)
	for i := range l.Claims {
		c := &l.Claims[i]
		if !l.shows(c.Story) {
			continue
		}
		row := []any{c.ID, storyID(c.Story), string(c.Verdict), c.Origins, Plain(c.Text)}
		statuses := make([]string, len(l.labels))
		for _, k := range c.Coverage {
			statuses[k.Article] = string(k.Status)
		}
		for _, status := range statuses {
			row = append(row, status)
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// formulaSigns are what a spreadsheet program takes for the beginning of a
// formula, their full-width forms included.
const formulaSigns = "=+-@＝＋－＠"

// cellText is clean text as a cell that is read for what it is: what would be a
// formula has an apostrophe before it.
func cellText(s string) string {
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " ")); r != utf8.RuneError && strings.ContainsRune(formulaSigns, r) {
		return "'" + s
	}
	return s
}

// cellString is a value of a sheet as text.
func cellString(value any) string {
	switch value := value.(type) {
	case int:
		return strconv.Itoa(value)
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	}
	return cellText(value.(string))
}
