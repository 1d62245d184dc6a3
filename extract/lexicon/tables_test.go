package lexicon

import (
	_ "embed"
	"testing"

	"github.com/stretchr/testify/require"
)

// Tables that cmd/train/tables makes of small sources; its tests write them.
var (
	//go:embed testdata/wordnet.bin
	sampleWordNet string
	//go:embed testdata/given-names.bin
	sampleNames string
	//go:embed testdata/frequency.bin
	sampleFrequencies string
)

func TestTablesKeepRelations(t *testing.T) {
	w, err := openWordNet(sampleWordNet)
	require.NoError(t, err)
	find := func(word string) *entry {
		var e entry
		require.True(t, w.find(word, &e), word)
		return &e
	}
	require.True(t, synonyms(find("person"), find("individual")))
	require.True(t, synonyms(find("ride"), find("sit on")), "underscores are spaces")
	require.False(t, synonyms(find("person"), find("rider")))
	require.Equal(t, 1, w.steps(find("rider"), find("person"), Noun))
	require.Equal(t, 2, w.steps(find("rider"), find("entity"), Noun))
	require.Zero(t, w.steps(find("person"), find("rider"), Noun))
	require.True(t, derived(find("rider"), find("ride"), "rider", "ride"))
	require.True(t, derived(find("wetly"), find("wet"), "wetly", "wet"))
	require.True(t, w.antonyms(find("rise"), find("fall")))
	require.True(t, w.antonyms(find("damp"), find("dry")), "indirectly")
	require.True(t, w.antonyms(find("wetly"), find("dry")), "through derivation")
	require.False(t, w.antonyms(find("damp"), find("wet")))
	require.Equal(t, NounPerson, w.supersense(find("rider").senses[Noun].synset[0]))
	rider, person := find("rider"), find("person")
	require.True(t, rider.linked(rider.strong, person.id), "twice, and both are persons")
	require.Equal(t, uint32(30), person.senses[Noun].tagged[0])

	var e entry
	require.False(t, w.find("ada lovelace", &e), "the name of a single person")
	require.False(t, w.find("bay horse", &e), "a compound for an animal")
	require.True(t, w.find("bay", &e))
}

func TestTablesKeepNames(t *testing.T) {
	parts, err := openTable(sampleNames, NamesTable, 2)
	require.NoError(t, err)
	names := openDictionary(parts[0], parts[1])
	for name, want := range map[string]Gender{"Ann": Feminine, "Pat": Either, "Tom": Masculine} {
		_, record, ok := names.find(name)
		require.True(t, ok, name)
		require.Equal(t, string([]byte{byte(want)}), record, name)
	}
}

func TestTablesKeepFrequencies(t *testing.T) {
	d, err := openFrequencies(sampleFrequencies)
	require.NoError(t, err)
	for _, word := range []string{"the", "be", "person", "ride"} {
		_, record, ok := d.words.find(word)
		require.True(t, ok, word)
		require.Greater(t, unpackLog(record[0]), d.unseen, word)
	}
	for _, word := range []string{"40", ".", "isn't", "_"} {
		_, _, ok := d.words.find(word)
		require.False(t, ok, word)
	}
}
