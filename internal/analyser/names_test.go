package analyser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lang"
)

func seen(text string) []Word {
	s := Seer{}
	var words []Word
	for _, f := range strings.Fields(text) {
		words = append(words, s.See(f))
	}
	return words
}

func TestTrim(t *testing.T) {
	for _, row := range []struct {
		name     string
		kind     lang.NameType
		want     string
		wantKind lang.NameType
		reason   string
	}{
		{"Bank of Ellis", lang.Organisation, "Bank of Ellis", lang.Organisation, "words that join others stay"},
		{"Mara Quill told reporters", lang.Person, "Mara Quill", lang.Person, "a verb and all behind it is cut off"},
		{"Port Ellis Tuesday", lang.Place, "Port Ellis", lang.Place, "a day at the end is cut off"},
		{"Bloody Sunday", lang.OtherName, "Bloody Sunday", lang.OtherName, "an event may be called by its day"},
		{"Ministry of", lang.Organisation, "Ministry", lang.Organisation, "a joining word at the end is cut off"},
		{"R - Texas", lang.Person, "Texas", lang.Place, "the party before a state is no name"},
	} {
		words := seen(row.name)
		n := lang.Name{First: 10, End: 10 + len(words), Type: row.kind}
		require.True(t, trim(&n, words), row.reason)
		require.Equal(t, row.want, strings.Join(strings.Fields(row.name)[n.First-10:n.End-10], " "), row.reason)
		require.Equal(t, row.wantKind, n.Type, row.reason)
	}
	monday := lang.Name{End: 1, Type: lang.Place}
	require.False(t, trim(&monday, seen("Monday")), "a day alone is no name")
}

func TestHeadNounTellsTheType(t *testing.T) {
	for _, row := range []struct {
		name   string
		want   lang.NameType
		ok     bool
		reason string
	}{
		{"Harbour Safety Agency", lang.Organisation, true, "the last word"},
		{"University of Port Ellis", lang.Organisation, true, "the word before of"},
		{"Gull Island", lang.Place, true, "a place"},
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
	names := []lang.Name{{First: 0, End: 2, Type: lang.Person}, {First: 2, End: 3, Type: lang.Person}, {First: 3, End: 4, Type: lang.Place}, {First: 4, End: 5, Type: lang.Organisation}, {First: 5, End: 6, Type: lang.Place}}
	agreeNames(names, words)
	var got []lang.NameType
	for _, n := range names {
		got = append(got, n.Type)
	}
	require.Equal(t, []lang.NameType{lang.Person, lang.Person, lang.Place, lang.Place, lang.Place}, got)
}

func TestLabelsBecomeNames(t *testing.T) {
	labels := make([]int, 6)
	NameLabelsOf(labels, 0, 2, lang.Person)
	NameLabelsOf(labels, 2, 3, lang.Place)
	NameLabelsOf(labels, 4, 6, lang.Organisation)
	names := namesOf(nil, labels, 100, make([]lang.Token, 106))
	require.Equal(t, []lang.Name{{First: 100, End: 102, Type: lang.Person}, {First: 102, End: 103, Type: lang.Place}, {First: 104, End: 106, Type: lang.Organisation}}, names)
}

// A word with hyphens that is one name is found whole, and two names with a hyphen
// between them stay two.
func TestNamesWithHyphens(t *testing.T) {
	for _, row := range []struct{ text, want, reason string }{
		{"Employees of Chick-fil-A met on Monday.", "Chick-fil-A", "a letter at its end"},
		{"Chick-fil-A opened a restaurant in Skagen.", "Chick-fil-A", "at the beginning"},
		{"The mayor of Stratford-upon-Avon resigned.", "Stratford-upon-Avon", "a place"},
		{"She was born in Stoke-on-Trent in 1970.", "Stoke-on-Trent", "a place"},
		{"He studied in Aix-en-Provence for a year.", "Aix-en-Provence", "a place of another language"},
		{"Jean-Luc Moreau met the mayor.", "Jean-Luc Moreau", "two parts are the model's to find"},
		{"The Berlin-to-Paris train was late.", "", "two ends"},
		{"The London-based company closed.", "", "no name at its end"},
		{"It was a state-of-the-art ferry.", "", "no name"},
		{"Mother-in-Law of Mayor Dies", "", "a headline"},
	} {
		text := English().AnalyseString(row.text)
		var names []string
		for _, n := range text.Names {
			names = append(names, n.Span.In(text.Source))
		}
		if row.want == "" {
			for _, n := range names {
				require.LessOrEqual(t, strings.Count(n, "-"), 1, row.reason)
			}
			continue
		}
		require.Contains(t, names, row.want, row.reason)
	}
}
