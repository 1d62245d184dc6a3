package read

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"xref/extract/lexicon"
)

// Bounds of what is sure. A text below leastLetters letters is told by its
// commonest words, and passes as what it says it is where these don't tell.
const (
	leastLetters    = 300
	languageSample  = 16 << 10 // bytes looked at
	sureConfidence  = 0.9
	englishFunction = 0.12 // share of function words above which a text is English; news has 0.24 and more, other languages below 0.08
)

// functionWords are the commonest words of English prose.
var functionWords = lexicon.GrammarWords.Words("commonest function words")

// languageOf is the primary tag of the language of a whole article's body. A
// detection that is sure goes before stated, the tag the file gives, and a
// stated tag before the guess that a text is English. contradicted is a
// warning where stated is wrong; foreign says why an article that isn't in
// English is left out.
func languageOf(body, stated string) (tag, contradicted, foreign string) {
	stated = primaryTag(stated)
	sample := body
	if len(sample) > languageSample {
		sample = strings.ToValidUTF8(sample[:languageSample], "")
	}
	english, other := detect(sample)
	switch {
	case other != "":
		return "", "", "not in English but, it seems, in " + other
	case stated == "" || stated == "en":
		return "en", "", ""
	case english:
		return "en", fmt.Sprintf("the language is given as %q, but the text is in English", stated), ""
	}
	return "", "", fmt.Sprintf("not in English: its language is given as %q", stated)
}

// primaryTag is the first part of a BCP 47 tag, in lower case.
func primaryTag(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if tag == "eng" || tag == "english" {
		return "en"
	}
	const shortest, longest = 2, 3 // letters of a primary tag
	if len(tag) < shortest || len(tag) > longest {
		return "" // of a machine's locale, or a language's name
	}
	return tag
}

// detect says whether text is surely English, or else names the language that
// it surely is in; neither where it isn't sure.
func detect(text string) (english bool, other string) {
	words, function, letters := 0, 0, 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		letters += len(w)
		if len(w) <= 5 && functionWords.Has(strings.ToLower(w)) {
			function++
		}
	}
	if letters < leastLetters {
		return float64(function) >= 2*englishFunction*float64(words) && function > 2, ofShort(text, words)
	}
	if float64(function) >= englishFunction*float64(words) {
		return true, ""
	}
	info := whatlanggo.Detect(text)
	switch {
	case info.Script != nil && info.Script != unicode.Latin:
		if info.Confidence < sureConfidence {
			return false, "a language in " + whatlanggo.Scripts[info.Script] + " script"
		}
		return false, info.Lang.String()
	case info.Lang < 0 || info.Lang == whatlanggo.Eng:
		return false, ""
	}
	// Languages that are close to each other make neither of them sure, but
	// each may surely not be English.
	either := whatlanggo.DetectWithOptions(text, whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{info.Lang: true, whatlanggo.Eng: true}})
	if either.Lang == whatlanggo.Eng || either.Confidence < sureConfidence {
		return false, ""
	}
	return false, info.Lang.String()
}

//go:embed data/function-words.tsv
var functionWordTable string

// languageWords are the commonest words of languages other than English.
type languageWords struct {
	name  string
	words map[string]bool
}

var otherLanguages = sync.OnceValue(func() []languageWords {
	var all []languageWords
	for row := range strings.Lines(functionWordTable) {
		if name, words, ok := strings.Cut(strings.TrimSpace(row), "\t"); ok && row[0] != '#' {
			l := languageWords{name, map[string]bool{}}
			for _, w := range strings.Fields(words) {
				l.words[w] = true
			}
			all = append(all, l)
		}
	}
	return all
})

// Bounds of what a few sentences tell.
const (
	leastShortWords = 6
	leastDistinct   = 3    // words of the language, no two the same
	leastAgreed     = 2    // where there is no word of English, and the letters tell the same language; or leastDistinct in all
	leastShare      = 0.13 // of all words
)

// ofShort names the language of a short text where it isn't English: by its
// script, or by its commonest words, which must be twice as many as those of
// English. "" where that isn't sure.
func ofShort(text string, words int) string {
	letters, latin := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	if latin*2 < letters {
		return "a language in another script than English"
	}
	if words < leastShortWords {
		return ""
	}
	var fields []string // but for names: what begins with a capital within a sentence
	for _, sentence := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?\n:“”\"", r) }) {
		for i, w := range strings.FieldsFunc(sentence, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			if i == 0 {
				w = strings.ToLower(w)
			}
			fields = append(fields, w)
		}
	}
	count := func(has func(string) bool) (all, distinct int) {
		seen := map[string]bool{}
		for _, w := range fields {
			if has(w) {
				all++
				if !seen[w] {
					distinct++
				}
				seen[w] = true
			}
		}
		return all, distinct
	}
	english, _ := count(functionWords.Has)
	agreed := ""
	if info := whatlanggo.Detect(text); english == 0 && info.Lang >= 0 {
		agreed = info.Lang.String()
	}
	best, name := 0, ""
	for _, l := range otherLanguages() {
		if all, distinct := count(func(w string) bool { return l.words[w] }); (distinct >= leastDistinct || l.name == agreed && (distinct >= leastAgreed || all >= leastDistinct)) && all > best && all >= 2*english && float64(all) >= leastShare*float64(words) {
			best, name = all, l.name
		}
	}
	return name
}
