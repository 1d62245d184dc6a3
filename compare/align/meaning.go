package align

import (
	"strings"

	"xref/extract"
	"xref/extract/lang"
)

// What the likeness of meaning of two short texts is made of, chosen by a
// corpus of paraphrases.
const (
	// inRuns is how much less words in common tell of one meaning where they stand
	// in the same runs: who says a thing anew moves words about, who takes a
	// sentence over and puts other words in changes what it says.
	inRuns = 0.4
	// otherNumber is what each number takes off that the other text lacks.
	otherNumber = 0.02
)

// Meaning is how likely two documents of a sentence or two are to mean the same,
// on a scale to 1 that is no probability.
func Meaning(a, b *extract.Document) float64 {
	x, y := lemmas(a.Text), lemmas(b.Text)
	words := mean(sharedRuns(x, y, 1), len(x), len(y))
	runs := mean(sharedRuns(x, y, 2), len(x)-1, len(y)-1)
	numbers := max(lacking(a.Text, y), lacking(b.Text, x))
	return min(1, (words-inRuns*runs-otherNumber*float64(numbers))/(1-inRuns))
}

// lemmas are those of a text's words in lower case, punctuation left out.
func lemmas(t *lang.Text) []string {
	var found []string
	for i := range t.Tokens {
		if t.Tokens[i].UPOS != lang.PUNCT {
			found = append(found, strings.ToLower(t.Tokens[i].Lemma))
		}
	}
	return found
}

// sharedRuns counts the runs of n words that two texts have in common, each as often
// as both have it.
func sharedRuns(x, y []string, n int) int {
	left := map[string]int{}
	for i := n; i <= len(x); i++ {
		left[strings.Join(x[i-n:i], " ")]++
	}
	count := 0
	for i := n; i <= len(y); i++ {
		if run := strings.Join(y[i-n:i], " "); left[run] > 0 {
			left[run]--
			count++
		}
	}
	return count
}

// mean is the harmonic mean of the shares that a count is of two others; 0 where
// either is none.
func mean(count, x, y int) float64 {
	if x <= 0 || y <= 0 {
		return 0
	}
	return 2 * float64(count) / float64(x+y)
}

// lacking counts the numbers of a text that aren't among the lemmas of another.
func lacking(t *lang.Text, others []string) int {
	has := map[string]bool{}
	for _, lemma := range others {
		has[lemma] = true
	}
	n := 0
	for i := range t.Tokens {
		if t.Tokens[i].UPOS == lang.NUM && !has[strings.ToLower(t.Tokens[i].Lemma)] {
			n++
		}
	}
	return n
}
