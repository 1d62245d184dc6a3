package lexicon

import (
	_ "embed"
	"fmt"
	"math"
	"sync"
)

const (
	FrequencyTable    = "frequency"
	frequencySections = 3
	frequencySteps    = 32 // of a decimal logarithm
	frequencyFloor    = -2 // the logarithm that is written as 0
)

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
	parts, err := openTable(data, FrequencyTable, frequencySections)
	if err != nil {
		return nil, err
	}
	if len(parts[2]) != 1 {
		return nil, fmt.Errorf("%d bytes for unseen words, want 1", len(parts[2]))
	}
	return &frequencyDictionary{openDictionary(parts[0], parts[1]), unpackLog(parts[2][0])}, nil
}

func PackLog(log float64) byte {
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
