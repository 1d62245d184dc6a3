package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
)

var (
	//go:embed data/honorifics.txt
	honorificsText string
	//go:embed data/titles.txt
	titlesText string
	//go:embed data/short-titles.txt
	shortTitlesText string

	honorifics  = wordlist[Gender]{name: "honorifics", text: honorificsText, row: genderRow}
	shortTitles = wordlist[string]{name: "short-titles", text: shortTitlesText, row: func(fields []string) (string, error) {
		if len(fields) != 1 {
			return "", fmt.Errorf("%d fields, want one", len(fields))
		}
		return fields[0], nil
	}}
	titles = wordlist[struct{}]{name: "titles", text: titlesText, row: present}

	titlePrefixes = PersonWords.Words("words before a title")
)

// Honorific tells the gender of a form of address that precedes a name, with
// or without its full stop (Mr., Lady, King, Dr).
func Honorific(form string) (Gender, bool) { return honorifics.find(titleKey(form)) }

// FullTitle is the word that a short form of a title stands for ("Sen." gives
// "senator"), in lower case; the word itself where it is no short form.
func FullTitle(form string) string {
	if full, ok := shortTitles.find(titleKey(form)); ok {
		return full
	}
	return titleKey(form)
}

// Title reports whether a word or phrase is an office, rank or honorific that
// precedes a person's name ("President", "Sen.", "Foreign Minister"), with
// or without the adjectives former, acting, deputy, vice, then and -elect.
func Title(form string) bool {
	key := titleKey(form)
	for {
		if _, ok := titles.find(key); ok {
			return true
		}
		if _, ok := honorifics.find(key); ok {
			return true
		}
		first, rest, ok := strings.Cut(key, " ")
		if !ok {
			break
		}
		if !titlePrefixes.Has(first) {
			return false
		}
		key = rest
	}
	if rest, ok := strings.CutSuffix(key, "-elect"); ok {
		return Title(rest)
	}
	prefix, rest, ok := strings.Cut(key, "-")
	return ok && titlePrefixes.Has(prefix) && Title(rest)
}

// titleKey is the form in lower case without the full stops of abbreviations.
func titleKey(form string) string {
	key := folded(form)
	if strings.IndexByte(key, '.') >= 0 {
		key = strings.ReplaceAll(key, ".", "")
	}
	return key
}

func genderRow(fields []string) (Gender, error) {
	if len(fields) != 1 {
		return 0, fmt.Errorf("%d fields, want a gender", len(fields))
	}
	return Choice[Gender](fields[0], genderNames[:])
}
