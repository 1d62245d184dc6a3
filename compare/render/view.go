package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// view is a report with what its sections have in common. Making one changes
// nothing in the report.
type view struct {
	*compare.Report
	options   Options
	labels    []string // what each document's column is called
	fits      func(outlets, beside int) bool
	unmarked  []string          // each document's text as it is shown: without markup
	sentences map[string]string // the sentences of findings by their ids, where the analyses that they are made of aren't kept
}

// noText stands in a text that is shown for each byte of markup, so that spans fit;
// bare leaves it out.
const noText = 0xFF // no byte of UTF-8

// newView gives every article a label. fits tells whether a table has room for a column for each of
// so many outlets beside columns that take so many characters.
func newView(r *compare.Report, o Options, fits func(outlets, beside int) bool) *view {
	v := &view{Report: r, options: o, labels: labels(r), fits: fits}
	for _, d := range r.Documents {
		v.unmarked = append(v.unmarked, d.Article.Blanked(noText))
	}
	return v
}

func (v *view) text(i int) string                 { return v.unmarked[i] }
func (v *view) in(i int, s article.Span) string   { return bare(s.In(v.text(i))) }
func (v *view) article(i int) *article.Article    { return v.Documents[i].Article }
func (v *view) shows(story int) bool              { return v.options.shows(story) }
func (v *view) outletsOf(articles []int) []string { return pick(v.labels, articles) }

func pick(from []string, at []int) []string {
	out := make([]string, len(at))
	for i, j := range at {
		out[i] = from[j]
	}
	return out
}

// The ids of what has only a place in the report; they count from 1.
func storyID(i int) string     { return "S" + strconv.Itoa(i+1) }
func originID(i int) string    { return "O" + strconv.Itoa(i+1) }
func entityID(i int) string    { return "E" + strconv.Itoa(i+1) }
func utteranceID(i int) string { return "Q" + strconv.Itoa(i+1) }

// storyOf is the place of the story that article i stands in, or -1.
func storyOf(r *compare.Report, i int) int {
	for s := range r.Stories {
		if slices.Contains(r.Stories[s].Articles, i) {
			return s
		}
	}
	return -1
}

// originOf is the place of the origin of article i, or -1.
func originOf(r *compare.Report, i int) int {
	for o := range r.Origins {
		if slices.Contains(r.Origins[o].Articles, i) {
			return o
		}
	}
	return -1
}

// dateText is a day, or a day with its time where one is known; "" for no date.
func dateText(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0:
		return t.Format("2006-01-02")
	}
	return t.Format(time.RFC3339)
}

// wordCount is how many words an article's body has: runs between white space
// that hold a letter or a digit.
func wordCount(a *article.Article) int {
	n := 0
	for _, f := range strings.Fields(a.Body.In(a.Text)) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// counted is a number with its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// listed joins items as prose does: "a", "a and b", "a, b and c".
func listed(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

// verdictStyles is how each verdict is set.
var verdictStyles = map[kind.Verdict]style{
	kind.Conflict: conflictStyle,
	kind.Internal: internalStyle,
	kind.Differ:   differStyle,
	kind.Agree:    agreeStyle,
}

// verdictNouns names findings of each verdict, one and many.
var verdictNouns = map[kind.Verdict][2]string{
	kind.Conflict: {"conflict", "conflicts"},
	kind.Internal: {"internal misfit", "internal misfits"},
	kind.Differ:   {"difference", "differences"},
	kind.Agree:    {"agreement", "agreements"},
}

// tally counts findings by verdict, as in "2 conflicts, 9 differences", and tells
// how many of them are accepted.
func tally(findings []compare.Finding) string {
	counts := map[kind.Verdict]int{}
	accepted := 0
	for i := range findings {
		counts[findings[i].Verdict]++
		if findings[i].Accepted != nil {
			accepted++
		}
	}
	var parts []string
	for _, v := range kind.Verdicts {
		if n := counts[v]; n > 0 {
			parts = append(parts, counted(n, verdictNouns[v][0], verdictNouns[v][1]))
		}
	}
	if len(parts) == 0 {
		return "no findings"
	}
	told := strings.Join(parts, ", ")
	if accepted > 0 {
		told += fmt.Sprintf(" (%d accepted)", accepted)
	}
	return told
}

func percent(x float64) string { return fmt.Sprintf("%.0f%%", 100*x) }

// bare is a piece of a text that is shown without what stands in it for markup.
func bare(s string) string { return strings.ReplaceAll(s, string([]byte{noText}), "") }
