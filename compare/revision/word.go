package revision

import (
	"slices"
	"strings"
	"unicode"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// key is what a token is compared by: its letters and digits in lower case. Signs
// that are read out are words too; other punctuation has no key.
func key(t *lang.Text, i int) string {
	form := t.Lower(i)
	if read, ok := readOut[form]; ok {
		return read
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Sc, r):
			return r
		case r == '.' || r == ',':
			// between digits a point counts, a comma doesn't
			if r == '.' && strings.ContainsAny(form, "0123456789") {
				return r
			}
		}
		return -1
	}, strings.TrimRight(form, ".,"))
}

// readOut are signs and short forms with the words that they stand for.
var readOut = map[string]string{"%": "percent", "&": "and", "n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "’ll": "will", "’re": "are", "’ve": "have", "n’t": "not", "pct": "percent"}

// light are lemmas whose coming and going changes nothing: articles and the
// conjunction that content clauses may leave out.
var light = []string{"a", "an", "the", "that"}

// lemma is the dictionary form of a token in lower case.
func (v *version) lemma(i int) string {
	if v.Text.Tokens[i].Lemma == "" {
		return v.keys[i]
	}
	return strings.ToLower(v.Text.Tokens[i].Lemma)
}

// contentWord reports whether a token is a word with a meaning of its own, or one
// that turns the meaning of others.
func (v *version) contentWord(i int) bool {
	if v.keys[i] == "" {
		return false
	}
	_, negates := lexicon.Negation(v.lemma(i))
	return negates || !lexicon.Stopword(v.lemma(i)) && v.Text.Tokens[i].UPOS != lang.PUNCT
}

// weighs reports whether a token that only one version has makes a difference.
func (v *version) weighs(i int) bool {
	return v.keys[i] != "" && v.Text.Tokens[i].UPOS != lang.PUNCT && !slices.Contains(light, v.keys[i])
}

// content is the lemmas of the content words in a span.
func (v *version) content(span article.Span) map[string]bool {
	words := map[string]bool{}
	for i := v.Text.TokenAt(span.Start); i < len(v.keys) && v.Text.Tokens[i].Span.Start < span.End; i++ {
		if v.contentWord(i) {
			words[v.lemma(i)] = true
		}
	}
	return words
}

// enough is the share of a statement's words that a sentence has which makes it
// anew.
const enough = 0.85

// hold reports whether one sentence of the version has the words of a statement,
// those aside that stand everywhere.
func (v *version) hold(words map[string]bool) bool {
	if len(words) == 0 {
		return true
	}
	count := map[int]int{}
	rare := 0
	for w := range words {
		if len(v.index[w]) > tooMany {
			continue
		}
		rare++
		for _, s := range v.index[w] {
			count[s]++
		}
	}
	for _, n := range count {
		if float64(n) >= enough*float64(rare) {
			return true
		}
	}
	return false
}

func sorted(words map[string]bool) []string {
	out := make([]string, 0, len(words))
	for w := range words {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}
