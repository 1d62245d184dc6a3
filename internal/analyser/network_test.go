package analyser

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lang"
)

// taggedWords is the words of a sentence with their tags.
func taggedWords(m *Model, sentence string) []Word {
	s := Seer{Vocabulary: m.Vocabulary}
	var words []Word
	for _, form := range strings.Fields(sentence) {
		words = append(words, s.See(form))
	}
	NewTagger(m.Tags, m.Sure, m.Tagger).Tag(words)
	return words
}

func treesOf(m *Model, sentences ...[]Word) [][]node {
	trees := make([][]node, len(sentences))
	m.newParser().sentences(sentences, func(n int, nodes []node) { trees[n] = slices.Clone(nodes) })
	return trees
}

func TestSentencesAreReadAlikeAloneAndAmongOthers(t *testing.T) {
	m := English()
	var sentences [][]Word
	for _, s := range []string{
		"The ferry that left Port Ellis at dawn never reached the island .",
		"Stop !",
		"“ We heard a bang , ” said Mara Quill , who was travelling with her two sons .",
		strings.Repeat("the crew of the ferry and ", 140) + "their passengers waited .",
		"Nobody was hurt .",
	} {
		sentences = append(sentences, taggedWords(m, s))
	}
	together := treesOf(m, sentences...)
	for i, s := range sentences {
		require.Equal(t, treesOf(m, s)[0], together[i], "sentence %d", i)
	}
}

func TestLongSentencesHaveOneRoot(t *testing.T) {
	words := taggedWords(English(), strings.Repeat("the crew saw the ferry and ", 500)+"waited .")
	require.Greater(t, len(words), 2*longest)
	var roots []lang.Rel
	for i, n := range treesOf(English(), words)[0] {
		require.NotEqual(t, int32(i), n.Head)
		require.LessOrEqual(t, int(n.Head), len(words))
		if int(n.Head) == len(words) {
			roots = append(roots, n.rel)
		}
	}
	require.Equal(t, []lang.Rel{lang.Root}, roots)
}

func TestWeightsKeepTheirPlaceAndValue(t *testing.T) {
	const tags = 20
	w := NewNetWeights(make([]float32, NetSize(tags)), tags)
	for i := range w.All {
		w.All[i] = float32(i%4001-2000) * weightUnit
	}
	tables := make([]float32, TableRows*NetWidth)
	for i := range tables {
		tables[i] = float32(i%255-127) * tableUnit
	}
	packed := string(PackNetwork(tables, w))
	n, err := loadNetwork(packed)
	require.NoError(t, err)
	require.Equal(t, w.All[:NetSize(0)], n.Weights.All)
	for _, row := range []int32{0, 17, int32(TableRows - 1)} {
		x := make([]float32, NetWidth)
		n.tables.Add(x, row)
		require.Equal(t, tables[int(row)*NetWidth:][:NetWidth], x)
	}
	_, err = loadNetwork(packed[1:])
	require.ErrorContains(t, err, "another shape")
}

func TestNumbersTooLargeForTheirBytesAreBroughtWithin(t *testing.T) {
	for _, row := range []struct {
		value float32
		want  int
	}{{0.4, 0}, {0.5, 1}, {-0.6, -1}, {126.6, 127}, {1e9, 127}, {-1e9, -127}} {
		require.Equal(t, row.want, rounded(row.value, 127), row.value)
	}
}

// Whether what the first layer makes of a word is kept, and whether what words add in their
// places is made when it is asked for, the numbers by which actions and relations are chosen
// are the same to the bit.
func TestNumbersAreTheSameHoweverTheyAreMade(t *testing.T) {
	m := English()
	var sentences [][]Word
	for _, s := range []string{
		"The ferry that left Port Ellis at dawn never reached the island .",
		"“ We heard a bang , ” said Mara Quill , who was travelling with her two sons .",
		"The ferry was old , and nobody had looked at it since dawn , said Mara Quill .",
		strings.Repeat("the crew of the ferry and ", 30) + "their passengers waited .",
	} {
		sentences = append(sentences, taggedWords(m, s))
	}
	plain := m.newParser()
	plain.encoder.repeated, plain.encoder.lazy = nil, false
	for _, kept := range []*repeated{nil, new(repeated)} {
		for _, lazy := range []bool{false, true} {
			p := m.newParser()
			p.encoder.repeated, p.encoder.lazy = kept, lazy
			for round := range 2 {
				plain.encoder.Encode(sentences...)
				p.encoder.Encode(sentences...)
				for w := range int32(plain.encoder.Ends[len(sentences)-1] + 2) {
					p.encoder.want(slices.Repeat([]int32{w}, StatePlaces))
					p.encoder.wantArcs(slices.Repeat([]int32{w}, ArcEnds))
				}
				require.Equal(t, plain.encoder.States[NetLayers], p.encoder.States[NetLayers], round)
				require.Equal(t, plain.encoder.Places, p.encoder.Places, round)
				require.Equal(t, plain.encoder.Arcs, p.encoder.Arcs, round)
			}
		}
	}
}
