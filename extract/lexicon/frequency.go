package lexicon

import (
	_ "embed"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

const (
	frequencyTable    = "frequency"
	frequencySections = 3
	frequencySteps    = 32 // of a decimal logarithm
	frequencyFloor    = -2 // the logarithm that is written as 0
)

var frequencyHeader = []string{
	"version: 1",
	"source: UD English EWT and GUM, training parts; counts of WordNet 3.0's sense-tagged texts",
	"licence: CC BY-SA 4.0",
}

var (
	//go:embed data/frequency.bin
	frequencyData string

	frequencies = sync.OnceValue(func() *frequencyDictionary {
		d, err := openFrequencies(frequencyData)
		if err != nil {
			panic("lexicon: frequency: " + err.Error())
		}
		return d
	})
)

// frequencyDictionary holds a byte for each lemma, and one for all the others.
type frequencyDictionary struct {
	words  dictionary
	unseen float64
}

func openFrequencies(data string) (*frequencyDictionary, error) {
	parts, err := openTable(data, frequencyTable, frequencySections)
	if err != nil {
		return nil, err
	}
	if len(parts[2]) != 1 {
		return nil, fmt.Errorf("%d bytes for unseen words, want 1", len(parts[2]))
	}
	return &frequencyDictionary{openDictionary(parts[0], parts[1]), unpackLog(parts[2][0])}, nil
}

func packLog(log float64) byte {
	return byte(max(0, min(255, math.Round((log-frequencyFloor)*frequencySteps))))
}

func unpackLog(b byte) float64 { return float64(b)/frequencySteps + frequencyFloor }

// Frequency is how often a lemma occurs in general English, as the decimal
// logarithm of its occurrences in a million words: 4.7 for "the", about 2 for
// "police", and for lemmas never met the least of all.
func Frequency(lemma string) float64 {
	d := frequencies()
	_, record, ok := d.words.find(folded(lemma))
	if !ok || record == "" {
		return d.unseen
	}
	return unpackLog(record[0])
}

// Telling is how much a lemma tells by its rarity in general English, 0.25 for
// the commonest words to 1.
func Telling(lemma string) float64 {
	const frequent = 4.0 // log10 occurrences per million of the commonest content words
	return min(1, max(0.25, 1-0.6*Frequency(lemma)/frequent))
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
	var out dictionaryWriter
	for _, lemma := range slices.Sorted(maps.Keys(lemmas)) {
		perMillion := 1e6 * float64(counts[lemma]) / float64(total)
		if n := tagged[lemma]; n > 0 {
			perMillion = 1e6 * float64(counts[lemma]+n) / (float64(total) + size)
		}
		out.add(lemma, []byte{packLog(math.Log10(perMillion))})
	}
	blocks, lengths := out.sections()
	unseen := packLog(math.Log10(0.5e6 / (float64(total) + size)))
	return writeTable(frequencyTable, frequencyHeader, blocks, lengths, []byte{unseen}), nil
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
		lemma := folded(fields[2])
		if lemma == "" || len(lemma) > 40 || strings.Trim(lemma, "abcdefghijklmnopqrstuvwxyz-'.") != "" || strings.Trim(lemma, "-'.") == "" {
			continue
		}
		counts[lemma]++
		total++
	}
	return total
}
