package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/extract/article"
)

// A line of the page says by a few words what each article says otherwise.
func TestValuesTellTheDifference(t *testing.T) {
	for _, row := range []struct {
		reason  string
		kind    kind.ID
		verdict kind.Verdict
		texts   []string // marked words stand between asterisks
		values  []string // "" for the passage itself
		want    []htmlValue
	}{
		{"values as they are", "number", kind.Conflict, []string{"48 passengers were saved", "52 passengers were saved"}, []string{"48", "52"},
			[]htmlValue{{"48", "A"}, {"52", "B"}}},
		{"of clauses, the marked words", "fact", kind.Differ, []string{"The council *notified* the ministry on Monday", "On Monday the council *told* the ministry"}, []string{"", ""},
			[]htmlValue{{"notified", "A"}, {"told", "B"}}},
		{"a clause without such words stands for itself", "fact", kind.Differ, []string{"The council told the ministry", "The council told the ministry on *Monday*"}, []string{"", ""},
			[]htmlValue{{"The council told the ministry", "A"}, {"Monday", "B"}}},
		{"a clause that has no value beside those that have says nothing", "negation", kind.Differ, []string{"He will run", "He will not run", "He runs a shop"}, []string{"run", "not run", ""},
			[]htmlValue{{"run", "A"}, {"not run", "B"}}},
		{"of quotations, the altered words, or a sign that one lacks some", "quote", kind.Differ, []string{"this bridge was left to rot", "this old bridge was left to rot"}, []string{"", ""},
			[]htmlValue{{absentSign, "A"}, {"old", "B"}}},
		{"quotations that agree stand below", "quote", kind.Agree, []string{"this bridge was left to rot", "this bridge was left to rot"}, []string{"", ""}, nil},
		{"a value that all share and that only repeats the subject", "fact", kind.Agree, []string{"the bridge fell", "the bridge fell"}, []string{"", ""},
			[]htmlValue{{"", "A, B"}}},
	} {
		texts := make([]string, len(row.texts))
		for i, text := range row.texts {
			texts[i] = strings.ReplaceAll(text, "*", "")
		}
		b := analysed(t, texts...)
		var says []kind.Evidence
		for i, text := range texts {
			value := row.values[i]
			if value == "" {
				value = text
			}
			e := b.says(i, text, "", value)
			if parts := strings.Split(row.texts[i], "*"); len(parts) == 3 {
				e.Marks = []article.Span{{Start: e.Span.Start + len(parts[0]), End: e.Span.Start + len(parts[0]) + len(parts[1])}}
			}
			says = append(says, e)
		}
		f := b.finding(0, row.kind, row.verdict, 0.5, "the bridge fell", "", says...)
		h := newHTMLWriter(b.r, Options{})
		require.Equal(t, row.want, h.values(f, h.differingWords(f)), row.reason)
	}
	long := strings.Repeat("very ", 40) + "long"
	b := analysed(t, long, "short words here")
	f := b.finding(0, "number", kind.Differ, 0.5, "x", "", b.says(0, long, "", long), b.says(1, "short words here", "", "short"))
	h := newHTMLWriter(b.r, Options{})
	for _, v := range h.values(f, h.differingWords(f)) {
		require.LessOrEqual(t, len(v.Value), longestValue+len(" "+leftOut))
	}
}
