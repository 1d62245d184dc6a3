package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAttach(t *testing.T) {
	words := map[string]bool{"cooperative": true, "re-elected": true}
	for _, test := range []struct{ reason, text, line, want string }{
		{"a word of the language", "the mar-", "ket closed", "the market closed"},
		{"a plural of one", "the build-", "ings closed", "the buildings closed"},
		{"a word of no meaning of its own", "with-", "out a roof", "without a roof"},
		{"a word of the text", "the co-", "operative said", "the cooperative said"},
		{"a name", "Mayor Lind-", "qvist said", "Mayor Lindqvist said"},
		{"a name of two words", "in Wood-", "bridge they", "in Woodbridge they"},
		{"a number", "twenty-", "four men", "twenty-four men"},
		{"a number at the beginning of a sentence", "Twenty-", "four men", "Twenty-four men"},
		{"two words that are one with a hyphen", "a well-", "known man", "a well-known man"},
		{"a beginning that is no word", "the co-", "owner said", "the co-owner said"},
		{"a word that the text has with its hyphen", "was re-", "elected", "was re-elected"},
		{"hyphens on both sides", "a mother-", "in-law", "a mother-in-law"},
		{"a word parted within a compound", "an infor-", "mation-rich page", "an information-rich page"},
		{"a compound parted within its last word", "a long-distance run-", "ner came", "a long-distance runner came"},
		{"two names", "Jean-", "Pierre said", "Jean-Pierre said"},
		{"years", "from 2019-", "2024 on", "from 2019-2024 on"},
		{"a dash", "it rained—", "again", "it rained—again"},
		{"no hyphen", "the", "market", "the market"},
		{"a soft hyphen", "the mar\u00AD", "ket", "the market"},
		{"a hyphen behind a figure", "a 12-", "year plan", "a 12-year plan"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			require.Equal(t, test.want, attach(test.text, test.line, words))
		})
	}
}

// Two columns may be as near as two words: what isn't drawn one after the other must be
// closer to be one line.
func TestMerged(t *testing.T) {
	piece := func(text string, left, right float64, drawn int) Line {
		return Line{Text: text, Left: left, Right: right, Bottom: 100, Top: 107, Size: 10, drawn: drawn}
	}
	for _, test := range []struct {
		reason string
		lines  []Line
		want   []string
	}{
		{"columns", []Line{piece("a b", 0, 50, 0), piece("c d", 58, 100, 9)}, []string{"a b", "c d"}},
		{"a change of type", []Line{piece("a b", 0, 50, 0), piece("c d", 58, 100, 1), piece("e", 108, 110, 2)}, []string{"a b c d e"}},
		{"a word that is drawn later", []Line{piece("a b", 0, 50, 0), piece("c d", 53, 100, 9)}, []string{"a b c d"}},
		{"far apart", []Line{piece("a b", 0, 50, 0), piece("c d", 70, 100, 1)}, []string{"a b", "c d"}},
	} {
		t.Run(test.reason, func(t *testing.T) {
			var got []string
			for _, l := range merged(test.lines) {
				got = append(got, l.Text)
			}
			require.Equal(t, test.want, got)
		})
	}
}

// Raised figures that refer to notes go; powers, and figures on the line, stay.
func TestMarksOfNotes(t *testing.T) {
	text := Line{Text: "12 million crowns", Left: 0, Right: 80, Bottom: 100, Top: 107, Size: 10}
	square := Line{Text: "300 m", Left: 0, Right: 80, Bottom: 100, Top: 107, Size: 10}
	raised := Line{Text: "1", Left: 81, Right: 84, Bottom: 104, Top: 109, Size: 7}
	level := Line{Text: "1", Left: 83, Right: 87, Bottom: 100, Top: 107, Size: 10}
	far := Line{Text: "1", Left: 181, Right: 184, Bottom: 104, Top: 109, Size: 7}
	for _, test := range []struct {
		reason string
		lines  []Line
		left   int
	}{
		{"a note", []Line{text, raised}, 1}, {"a power", []Line{square, raised}, 2}, {"a number on the line", []Line{text, level}, 2}, {"a number elsewhere", []Line{text, far}, 2},
	} {
		require.Len(t, withoutMarks(test.lines), test.left, test.reason)
	}
}
