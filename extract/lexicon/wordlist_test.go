package lexicon

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// lists are all hand-written tables by the name of their file, with a function
// that reads a text by the list's row.
var lists = map[string]func(text string) (int, error){
	"contraries":           reader(&contraries),
	"factives":             reader(&factives),
	"given-names":          reader(&givenNames),
	"hedges":               reader(&hedges),
	"honorifics":           reader(&honorifics),
	"implicatives":         reader(&implicatives),
	"incompatible":         reader(&incompatible),
	"modals":               reader(&modals),
	"operators":            reader(&operators),
	"opposed-words":        reader(&opposedWords),
	"negators":             reader(&negators),
	"nouns":                reader(&nouns),
	"reporting-adjectives": reader(&reportingAdjectives),
	"reporting-nouns":      reader(&reportingNouns),
	"reporting-verbs":      reader(&reportingVerbs),
	"stopwords":            reader(&stopwords),
	"synonyms":             reader(&listedSynonyms),
	"sole":                 reader(&soles),
	"harms":                reader(&harms),
	"titles":               reader(&titles),
	"us-states":            reader(&states),
	"variants":             reader(&variants),
	"short-titles":         reader(&shortTitles),
	"countries": func(text string) (int, error) {
		g, err := parseCountries(text)
		if err != nil {
			return 0, err
		}
		return len(g.countries), nil
	},
}

func reader[T any](l *wordlist[T]) func(text string) (int, error) {
	return func(text string) (int, error) {
		rows, err := parseWordlist(text, l.row)
		return len(rows), err
	}
}

// The reader refuses what is out of order, doubled or malformed, so reading is
// the check.
func TestListsAreSortedWithoutDuplicatesAndNameTheirLicence(t *testing.T) {
	for name, read := range lists {
		text, err := os.ReadFile("data/" + name + ".txt")
		require.NoError(t, err)
		rows, err := read(string(text))
		require.NoError(t, err, name)
		require.Greater(t, rows, 10, name)
		require.True(t, strings.HasPrefix(string(text), "# "), "%s has no header", name)
		require.Contains(t, string(text), "Apache-2.0", "%s names no licence", name)
	}
}

func TestListsRefuse(t *testing.T) {
	rows := []struct {
		list, text, reason string
	}{
		{"factives", "know\nadmit\n", "order"},
		{"factives", "know\nknow\n", "a word twice"},
		{"factives", "know\tyes\n", "a field too many"},
		{"modals", "may\n", "a field too few"},
		{"modals", "may\tperhaps\n", "no such modality"},
		{"hedges", "maybe\tlikelihood\t1.5\n", "certainty above 1"},
		{"hedges", "maybe\tlikelihood\thalf\n", "certainty not a number"},
		{"implicatives", "fail\t-\t?\n", "no such sign"},
		{"reporting-verbs", "know\tknow\tneutral\ttrue\n", "not the word factive"},
		{"reporting-verbs", "say\tsay\tloud\n", "no such strength"},
		{"nouns", "king\tperson\n", "a person without a gender"},
		{"nouns", "army\tgroup\tmasculine\n", "a gender of a group"},
		{"nouns", "army\tthing\n", "no such kind"},
		{"negators", "not\n", "no kind"},
		{"countries", "Peru\tPeruvian\n", "too few fields"},
		{"contraries", "win\n", "no contraries"},
		{"honorifics", "mr\tmale\n", "no such gender"},
	}
	for _, row := range rows {
		_, err := lists[row.list](row.text)
		require.Error(t, err, row.reason)
	}
}

func TestHeaderLinesAndEmptyLinesAreNoWords(t *testing.T) {
	rows, err := parseWordlist("# a\n\na\r\nb\n", present)
	require.NoError(t, err)
	require.Len(t, rows, 2)
}

func TestRelatedWordsAreListedInLowerCase(t *testing.T) {
	for _, text := range []string{contrariesText, incompatibleText, synonymsText, variantsText} {
		rows, err := parseWordlist(text, otherWords)
		require.NoError(t, err)
		for word, others := range rows {
			require.Equal(t, folded(word), word)
			for _, other := range others {
				require.Equal(t, folded(other), other, word)
				require.NotEqual(t, word, other)
				require.Equal(t, strings.TrimSpace(other), other, word)
				require.NotEmpty(t, other, word)
			}
		}
	}
}

func TestNoPairIsBothSynonymousAndContrary(t *testing.T) {
	for _, text := range []string{contrariesText, incompatibleText} {
		rows, err := parseWordlist(text, otherWords)
		require.NoError(t, err)
		for word, others := range rows {
			for _, other := range others {
				require.False(t, related(&listedSynonyms, word, other), "%s %s", word, other)
			}
		}
	}
}
