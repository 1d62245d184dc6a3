package encoder

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// referenceCase is a text and how the reference implementation takes it apart:
// piece, first byte and the one after the last, of each.
type referenceCase struct {
	text string
	want []int
}

func reference(t testing.TB) (vocabulary, []referenceCase) {
	// cmd/train/encoder/wordpiece_cases.py makes the file.
	file, err := os.ReadFile("testdata/wordpiece.jsonl")
	require.NoError(t, err)
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<20)
	require.True(t, lines.Scan())
	var pieces string
	require.NoError(t, json.Unmarshal(lines.Bytes(), &pieces))
	v, err := newVocabulary(strings.Split(pieces, " "))
	require.NoError(t, err)
	var cases []referenceCase
	for lines.Scan() {
		var c referenceCase
		require.NoError(t, json.Unmarshal(lines.Bytes(), &[]any{&c.text, &c.want}))
		cases = append(cases, c)
	}
	require.NoError(t, lines.Err())
	return v, cases
}

func TestPiecesAreThoseOfTheReference(t *testing.T) {
	v, cases := reference(t)
	require.Len(t, cases, 1000)
	for _, c := range cases {
		got := []int{}
		for _, p := range v.pieces(c.text) {
			got = append(got, int(p.id), p.span.Start, p.span.End)
		}
		assert.Equal(t, c.want, got, "%+q", c.text)
	}
}

func TestWhatIsNoTextIsDropped(t *testing.T) {
	v, _ := reference(t)
	want := v.pieces("police report")
	require.NotEmpty(t, want)
	for _, text := range []string{"\xffpolice report", "po\xc3lice report", "police report\xe2\x82", "police \xed\xa0\x80report"} {
		got := v.pieces(text)
		require.Len(t, got, len(want), "%q", text)
		for i := range want {
			require.Equal(t, want[i].id, got[i].id, "%q", text)
		}
	}
}

func TestNamesOfSpecialPiecesAreTextInATextThatHasThem(t *testing.T) {
	v, _ := reference(t)
	for _, p := range v.pieces("[SEP] [CLS] [sep] [UNK]a") {
		require.NotEqual(t, v.separator, p.id)
		require.NotEqual(t, v.class, p.id)
	}
}

func TestVocabulariesAreRefused(t *testing.T) {
	for _, pieces := range [][]string{
		{"[UNK]", "[CLS]"}, {"[UNK]", "[CLS]", "[SEP]", ""}, {"[UNK]", "[CLS]", "[SEP]", "a", "a"}, {"[UNK]", "[CLS]", "[SEP]", "##a", "##a"},
	} {
		_, err := newVocabulary(pieces)
		require.Error(t, err, "%q", pieces)
	}
	v, err := newVocabulary([]string{"[UNK]", "[CLS]", "[SEP]", "a", "##a", "##"})
	require.NoError(t, err)
	require.Len(t, v.pieces("aa ##"), 4, "## alone is a piece that a word begins with, and its marks are words")
}

func FuzzPieces(f *testing.F) {
	v, cases := reference(f)
	for _, c := range cases[:300] {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pieces := v.pieces(text)
		at := 0
		for i, p := range pieces {
			require.LessOrEqual(t, at, p.span.Start)
			require.Less(t, p.span.Start, p.span.End)
			require.LessOrEqual(t, p.span.End, len(text))
			require.True(t, p.first || i > 0)
			require.True(t, utf8.RuneStart(text[p.span.Start]))
			at = p.span.Start
		}
	})
}
