package lang

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func seen(text string) []word {
	s := seer{}
	var words []word
	for _, f := range strings.Fields(text) {
		words = append(words, s.see(f))
	}
	return words
}

func TestTrim(t *testing.T) {
	for _, row := range []struct {
		name     string
		kind     NameType
		want     string
		wantKind NameType
		reason   string
	}{
		{"Bank of Ellis", Organisation, "Bank of Ellis", Organisation, "words that join others stay"},
		{"Mara Quill told reporters", Person, "Mara Quill", Person, "a verb and all behind it is cut off"},
		{"Port Ellis Tuesday", Place, "Port Ellis", Place, "a day at the end is cut off"},
		{"Bloody Sunday", OtherName, "Bloody Sunday", OtherName, "an event may be called by its day"},
		{"Ministry of", Organisation, "Ministry", Organisation, "a joining word at the end is cut off"},
		{"R - Texas", Person, "Texas", Place, "the party before a state is no name"},
	} {
		words := seen(row.name)
		n := Name{First: 10, End: 10 + len(words), Type: row.kind}
		require.True(t, trim(&n, words), row.reason)
		require.Equal(t, row.want, strings.Join(strings.Fields(row.name)[n.First-10:n.End-10], " "), row.reason)
		require.Equal(t, row.wantKind, n.Type, row.reason)
	}
	monday := Name{End: 1, Type: Place}
	require.False(t, trim(&monday, seen("Monday")), "a day alone is no name")
}

func TestHeadNounTellsTheType(t *testing.T) {
	for _, row := range []struct {
		name   string
		want   NameType
		ok     bool
		reason string
	}{
		{"Harbour Safety Agency", Organisation, true, "the last word"},
		{"University of Port Ellis", Organisation, true, "the word before of"},
		{"Gull Island", Place, true, "a place"},
		{"Agency", 0, false, "a word alone tells nothing"},
		{"Mara Quill", 0, false, "no noun"},
	} {
		got, ok := headType(seen(row.name))
		require.Equal(t, row.ok, ok, row.reason)
		if ok {
			require.Equal(t, row.want, got, row.reason)
		}
	}
}

func TestNamesOfOneArticleAgree(t *testing.T) {
	words := seen("Mara Quill Quill Ellis Ellis Ellis")
	names := []Name{{First: 0, End: 2, Type: Person}, {First: 2, End: 3, Type: Person}, {First: 3, End: 4, Type: Place}, {First: 4, End: 5, Type: Organisation}, {First: 5, End: 6, Type: Place}}
	agreeNames(names, words)
	var got []NameType
	for _, n := range names {
		got = append(got, n.Type)
	}
	require.Equal(t, []NameType{Person, Person, Place, Place, Place}, got)
}

func TestLabelsBecomeNames(t *testing.T) {
	labels := make([]int, 6)
	nameLabelsOf(labels, 0, 2, Person)
	nameLabelsOf(labels, 2, 3, Place)
	nameLabelsOf(labels, 4, 6, Organisation)
	names := namesOf(nil, labels, 100, make([]Token, 106))
	require.Equal(t, []Name{{First: 100, End: 102, Type: Person}, {First: 102, End: 103, Type: Place}, {First: 104, End: 106, Type: Organisation}}, names)
}
