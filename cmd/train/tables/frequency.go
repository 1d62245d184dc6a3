package tables

import (
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"xref/extract/lexicon"
)

var frequencyHeader = []string{
	"version: 1",
	"source: UD English EWT and GUM, training parts; counts of WordNet 3.0's sense-tagged texts",
	"licence: CC BY-SA 4.0",
}

// BuildFrequencies makes the table of frequencies from treebanks in CoNLL-U
// and the counts of WordNet's dictionary folder. Words that WordNet's
// sense-tagged texts have are estimated from both; the size of those texts is
// taken to be such that their words are as common there as in the treebanks.
func BuildFrequencies(dict fs.FS, treebanks ...string) ([]byte, error) {
	counts, total := map[string]int{}, 0
	for _, treebank := range treebanks {
		total += countLemmas(treebank, counts)
	}
	if total == 0 {
		return nil, fmt.Errorf("no words in the treebanks")
	}
	senses, err := readCounts(dict)
	if err != nil {
		return nil, err
	}
	tagged := map[string]int{}
	sum, common := 0, 0
	for key, n := range senses {
		if !strings.Contains(key.lemma, " ") {
			tagged[key.lemma] += n
		}
	}
	for lemma, n := range tagged {
		sum += n
		common += counts[lemma]
	}
	size := 0.0
	if common > 0 {
		size = float64(sum) * float64(total) / float64(common)
	}
	lemmas := maps.Clone(counts)
	maps.Copy(lemmas, tagged)
	var out lexicon.DictionaryWriter
	for _, lemma := range slices.Sorted(maps.Keys(lemmas)) {
		perMillion := 1e6 * float64(counts[lemma]) / float64(total)
		if n := tagged[lemma]; n > 0 {
			perMillion = 1e6 * float64(counts[lemma]+n) / (float64(total) + size)
		}
		out.Add(lemma, []byte{lexicon.PackLog(math.Log10(perMillion))})
	}
	blocks, lengths := out.Sections()
	unseen := lexicon.PackLog(math.Log10(0.5e6 / (float64(total) + size)))
	return lexicon.WriteTable(lexicon.FrequencyTable, frequencyHeader, blocks, lengths, []byte{unseen}), nil
}

// countLemmas adds the words of a treebank to the counts and gives their
// number. Punctuation, numerals, symbols and what has no letter don't count.
func countLemmas(treebank string, counts map[string]int) int {
	total := 0
	for line := range strings.Lines(treebank) {
		fields := strings.Split(line, "\t")
		if len(fields) != 10 {
			continue
		}
		if _, err := strconv.Atoi(fields[0]); err != nil {
			continue // a range of a fused form, or an empty node
		}
		switch fields[3] {
		case "PUNCT", "NUM", "SYM", "X":
			continue
		}
		lemma := strings.ToLower(strings.ReplaceAll(fields[2], "’", "'"))
		if lemma == "" || len(lemma) > 40 || strings.Trim(lemma, "abcdefghijklmnopqrstuvwxyz-'.") != "" || strings.Trim(lemma, "-'.") == "" {
			continue
		}
		counts[lemma]++
		total++
	}
	return total
}
