package analyser

import (
	"strings"

	"xref/extract/article"
)

// LongestSentence is how many words a sentence has at most. What goes on longer is
// no sentence of prose, and work on one may grow faster than its words: it is read as
// several. The longest in the news have some 120 words.
const LongestSentence = 256

// divide cuts sentences, given by their ends, where they have too many words: behind
// the last punctuation mark that leaves more than half of what is allowed, or where the
// words run out. It adds to long the spans of the sentences that it cuts.
func divide(ends []int, source string, tokens []article.Span, long []article.Span) ([]int, []article.Span) {
	start, over := 0, false
	for _, end := range ends {
		over = over || end-start > LongestSentence
		start = end
	}
	if !over {
		return ends, long
	}
	var out []int
	start = 0
	for _, end := range ends {
		if end-start > LongestSentence {
			long = append(long, tokens[start].Cover(tokens[end-1]))
		}
		for end-start > LongestSentence {
			at := start + LongestSentence
			for i := at; i > start+LongestSentence/2; i-- {
				if strings.ContainsAny(tokens[i-1].In(source), ",;:—–") {
					at = i
					break
				}
			}
			out = append(out, at)
			start = at
		}
		out = append(out, end)
		start = end
	}
	return out, long
}
