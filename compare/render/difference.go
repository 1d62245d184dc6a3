package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/sergi/go-diff/diffmatchpatch"

	"xref/extract/article"
)

// mostWords is how many words of a passage are held against another's. The
// difference of longer ones would take time that grows with the square.
const mostWords = 2000

// word is one word of a passage: where it stands and what it is compared by.
type word struct {
	span article.Span
	key  string // lower case; "" for punctuation and white space, which isn't compared
}

// wordsIn cuts span into words, punctuation and white space.
func wordsIn(text string, span article.Span) []word {
	var out []word
	at := span.Start
	for segments := words.FromString(span.In(text)); segments.Next(); {
		s := segments.Value()
		w := word{span: article.Span{Start: at, End: at + len(s)}}
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSymbol(r) }) {
			w.key = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
		}
		out = append(out, w)
		at += len(s)
	}
	return out
}

// wordDifference finds the words that two passages don't share, in an alignment
// of the two that keeps their order. It returns for each word of a and of b
// whether it is such a word. Letter case, punctuation and the shape of quotation
// marks make no difference. Numbers are words like all others: the difference
// is never cleaned up, which would swallow those that both share. Of passages of
// more than mostWords words only the first ones are compared.
func wordDifference(a, b []word) (inA, inB []bool) {
	numbers := map[string]rune{}
	a, b = a[:min(len(a), mostWords)], b[:min(len(b), mostWords)]
	runesA, placesA := asRunes(a, numbers)
	runesB, placesB := asRunes(b, numbers)
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the result must not depend on the load of the machine
	i, j := 0, 0
	for _, part := range d.DiffMainRunes(runesA, runesB, false) {
		n := utf8.RuneCountInString(part.Text)
		switch part.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			for range n {
				inA[placesA[i]] = true
				i++
			}
		case diffmatchpatch.DiffInsert:
			for range n {
				inB[placesB[j]] = true
				j++
			}
		}
	}
	return inA, inB
}

// asRunes gives every word with a key a rune, equal words the same one, and
// says which word each rune stands for.
func asRunes(of []word, numbers map[string]rune) (runes []rune, places []int) {
	for i, w := range of {
		if w.key == "" {
			continue
		}
		r, ok := numbers[w.key]
		if !ok {
			r = rune(len(numbers) + 1) // twice mostWords at most: never a surrogate
			numbers[w.key] = r
		}
		runes = append(runes, r)
		places = append(places, i)
	}
	return runes, places
}

// spansOf joins the words that are in into spans: punctuation and space between
// two of them belong to the span.
func spansOf(of []word, in []bool) []article.Span {
	var spans []article.Span
	joined := false
	for i, is := range in {
		switch {
		case is && joined:
			spans[len(spans)-1].End = of[i].span.End
		case is:
			spans = append(spans, of[i].span)
			joined = true
		case of[i].key != "":
			joined = false
		}
	}
	return spans
}
