package lexicon

import _ "embed"

var (
	//go:embed data/stopwords.txt
	stopwordsText string

	stopwords = wordlist[struct{}]{name: "stopwords", text: stopwordsText, row: present}
)

// Stopword reports whether a lemma or form belongs to a closed class: articles
// and other determiners, pronouns, prepositions, conjunctions, auxiliaries,
// particles. Numerals and adverbs of content don't count.
func Stopword(lemma string) bool {
	_, ok := stopwords.find(folded(lemma))
	return ok
}
