package lexicon

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// What is written is found again, and nothing else.
func TestDictionaryRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.MapOf(rapid.StringMatching(`[a-c' ]{1,12}`), rapid.SliceOfN(rapid.Byte(), 0, 200)).Draw(t, "records")
		var out DictionaryWriter
		words := slices.Sorted(maps.Keys(records))
		for _, word := range words {
			out.Add(word, records[word])
		}
		d := reopened(out.Sections())
		for i, word := range words {
			id, record, ok := d.find(word)
			require.True(t, ok, word)
			require.Equal(t, uint32(i), id)
			require.Equal(t, string(records[word]), record)
			spelled, record := d.word(id)
			require.Equal(t, word, spelled)
			require.Equal(t, string(records[word]), record)
			require.Equal(t, record, d.record(id))
		}
		visited := 0
		d.each(func(id uint32, record string) {
			require.Equal(t, string(records[words[id]]), record)
			visited++
		})
		require.Equal(t, len(words), visited)
		other := rapid.StringMatching(`[a-d]{0,12}`).Draw(t, "other")
		_, there := records[other]
		_, _, ok := d.find(other)
		require.Equal(t, there, ok, other)
	})
}

func reopened(blocks, lengths []byte) dictionary {
	return openDictionary(string(blocks), string(lengths))
}

func TestDictionaryWriterRefusesDisorder(t *testing.T) {
	for _, words := range [][]string{{"b", "a"}, {"a", "a"}, {""}, {strings.Repeat("a", 256)}} {
		require.Panics(t, func() {
			var out DictionaryWriter
			for _, word := range words {
				out.Add(word, nil)
			}
		})
	}
}

func TestOpenTableRefuses(t *testing.T) {
	good := string(WriteTable("words", []string{"version: 1"}, []byte("abc"), []byte("d")))
	parts, err := openTable(good, "words", 2)
	require.NoError(t, err)
	require.Equal(t, []string{"abc", "d"}, parts)
	rows := []struct {
		data, name string
		sections   int
		reason     string
	}{
		{"", "words", 2, "empty"},
		{"model" + good, "words", 2, "another kind of file"},
		{good, "names", 2, "another table"},
		{good, "words", 3, "another number of sections"},
		{good[:len(good)-1], "words", 2, "cut off"},
		{good + "e", "words", 2, "too long"},
		{tableMagic + "name: words\n", "words", 2, "no end of the header"},
	}
	for _, row := range rows {
		_, err := openTable(row.data, row.name, row.sections)
		require.Error(t, err, row.reason)
	}
}

func TestEmbeddedTablesNameSourceAndLicence(t *testing.T) {
	for _, data := range []string{wordnetData, givenNamesData, frequencyData} {
		header, _, ok := strings.Cut(data, "\n\n")
		require.True(t, ok)
		require.Contains(t, header, "\nsource: ")
		require.Contains(t, header, "\nlicence: ")
		require.Contains(t, header, "\nversion: ")
	}
}

// No bytes at all make reading fail.
func FuzzTables(f *testing.F) {
	var out DictionaryWriter
	out.Add("alpha", []byte{1, 1, 1, 0, 9, 1, 2})
	out.Add("alps", []byte{3, 2, 0, 0, 1, 1, 0, 1, 1, 2})
	blocks, lengths := out.Sections()
	f.Add(WriteTable(WordnetTable, []string{"version: 1", "licence: none"}, blocks, lengths, []byte{0x45, 1, 0, 0, 5, 0, 0, 0}, make([]byte, 8), blocks, lengths), "alps")
	f.Add([]byte{0xff, 0xff, 0xff}, "a")
	f.Fuzz(func(t *testing.T, data []byte, word string) {
		if w, err := openWordNet(string(data)); err == nil {
			query(w, word)
		}
		if d, err := openFrequencies(string(data)); err == nil {
			d.words.find(word)
		}
		third := len(data) / 3
		parts := []string{string(data[:third]), string(data[third : 2*third]), string(data[2*third:]), string(data), string(data[:third]), string(data[third:])}
		query(sectionsOfWordNet(parts), word)
	})
}

func query(w *wordnet, word string) {
	var x, y entry
	w.find(word, &x)
	first, record := w.words.word(0)
	y.read(record)
	w.find(first, &y)
	w.antonyms(&x, &y)
	synonyms(&x, &y)
	derived(&x, &y, word, first)
	w.familySynonyms(&y, &x)
	for pos := range x.senses {
		w.climbs(&x, &y, POS(pos), new(Relation))
		w.steps(&y, &x, POS(pos))
		w.supersense(y.senses[pos].synset[0])
		w.under(y.senses[pos].synset[0], []uint32{3})
	}
	w.members().of(1)
	w.irregular.find(word)
}

func FuzzLists(f *testing.F) {
	f.Add("# header\nking\tperson\tmasculine\n")
	f.Add("a\n\tb")
	f.Fuzz(func(t *testing.T, text string) {
		for _, read := range lists {
			if rows, err := read(text); err == nil {
				require.LessOrEqual(t, rows, 1+strings.Count(text, ";")+strings.Count(text, "\t")+strings.Count(text, "\n"))
			}
		}
	})
}
