package analyser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Bounds of a transcript.
const (
	longestLabel  = 90 // bytes of what stands before the colon
	mostNameWords = 5  // of a label's name
	mostLabel     = 12 // words of a label with what it says of who speaks
	leastTurns    = 3
	leastSaid     = 4 // words of a turn that is a sentence
)

// label is what a line of a transcript begins with: who speaks.
type label struct {
	key  string // the name in lower case, without what is said of who it is
	end  int    // where it ends on the page, with its colon or stop
	said bool   // a sentence follows
	who  bool   // it can be the name of somebody
}

// turns cuts the blocks of a page that is, or holds, a transcript at the lines that
// begin with who speaks, and notes in each where that label ends. Of a page without
// one, the blocks stay. A list of facts has labels too, but names nobody by them.
func turns(text string, page []block) []block {
	var out []block
	labels := map[int]label{}
	for _, b := range page {
		lines := []int{b.span.Start}
		for at := b.span.Start; at < b.span.End; {
			end := at + lineEnd(text[at:b.span.End])
			if l, ok := labelOf(text, at, end); ok {
				labels[at] = l
				if at > b.span.Start {
					lines = append(lines, at)
				}
			}
			at = end + 1
		}
		for i, start := range lines {
			end := b.span.End
			if i+1 < len(lines) {
				end = start + len(strings.TrimRightFunc(text[start:lines[i+1]], unicode.IsSpace))
			}
			out = append(out, block{span: article.Span{Start: start, End: end}})
		}
	}
	if !transcribed(text, out, labels) {
		return page
	}
	for i := range out {
		if l, ok := labels[out[i].span.Start]; ok {
			out[i].label = l.end
		}
	}
	return out
}

// transcribed reports whether labels tell who speaks: of questions and answers, or
// by names one of which comes again, before sentences.
func transcribed(text string, page []block, labels map[int]label) bool {
	times := map[string]int{}
	all, named, said, again := 0, 0, 0, false
	asked, answered := false, false
	for i, b := range page {
		l, ok := labels[b.span.Start]
		if !ok {
			continue
		}
		all++
		asked = asked || lexicon.Asks(l.key)
		answered = answered || lexicon.Answers(l.key)
		if !l.who {
			continue
		}
		named++
		if l.said || l.end >= b.span.End && i+1 < len(page) && saidIn(page[i+1].span.In(text)) {
			said++
		}
		times[l.key]++
		again = again || times[l.key] > 1
	}
	return asked && answered && said > 1 || all >= leastTurns && len(times) > 0 && all > times[onlyKey(times)] && again && 2*named >= all && 2*said >= named
}

// onlyKey is the key of a map that has one; "" of others.
func onlyKey(times map[string]int) string {
	for k := range times {
		if len(times) == 1 {
			return k
		}
	}
	return ""
}

// labelOf is the label that text[start:end], a line, begins with.
func labelOf(text string, start, end int) (label, bool) {
	for start < end && blank(rune(text[start])) {
		start++
	}
	line := text[start:end]
	if len(line) > 2 && line[1] == '.' && blank(rune(line[2])) && (lexicon.Asks(line[:1]) || lexicon.Answers(line[:1])) {
		if second := strings.TrimLeftFunc(line[2:], blank); len(second) > 1 && second[1] == '.' {
			return label{}, false // the initials of a name
		}
		return label{strings.ToLower(line[:1]), start + 2, saidIn(line[2:]), true}, true
	}
	colon := strings.IndexByte(line[:min(len(line), longestLabel)], ':')
	if colon < 1 || colon+1 < len(line) && !blank(rune(line[colon+1])) {
		return label{}, false
	}
	words := strings.TrimSpace(line[:colon])
	if open := strings.IndexByte(words, '('); open > 0 && strings.HasSuffix(words, ")") {
		words = strings.TrimSpace(words[:open]) // where from, or how
	}
	name, of, _ := strings.Cut(words, ",")
	if !labelWords(name, mostNameWords) || of != "" && !labelWords(of, mostLabel) {
		return label{}, false
	}
	l := label{strings.ToLower(name), start + colon + 1, saidIn(line[colon+1:]), lexicon.NamesSpeaker(name)}
	if !l.who {
		l.who = givenBefore(text, name)
	}
	return l, true
}

// labelWords reports whether words are such as a label has: written large, but for
// small words of names and titles.
func labelWords(words string, most int) bool {
	fields := strings.Fields(words)
	if len(fields) == 0 || len(fields) > most {
		return false
	}
	for i, w := range fields {
		r, size := utf8.DecodeRuneInString(w)
		switch {
		case strings.ContainsAny(w, "“”\"!?;…"):
			return false
		case strings.HasSuffix(w, ".") && size+1 < len(w) && !lexicon.Title(w) && !strings.Contains(w[:len(w)-1], ".") && lists().short[w[:len(w)-1]] == notAbbreviated:
			return false
		case unicode.IsLower(r) && (i == 0 || !bylineWords.Has(w) && !datelineWords.Has(w)):
			return false
		case i == 0 && !unicode.IsUpper(r):
			return false
		}
	}
	return true
}

// saidIn reports whether words can be what somebody says: some words that end like
// a sentence.
func saidIn(words string) bool {
	end := strings.TrimRight(words, " \t\r\n\"'”’)]")
	return len(strings.Fields(words)) >= leastSaid && strings.ContainsRune(".?!…", lastRune(end)) || strings.HasSuffix(end, "?")
}

// givenBefore reports whether a name that is a word too, as Stone, stands behind a given
// name in the text.
func givenBefore(text, name string) bool {
	r, size := utf8.DecodeRuneInString(name)
	surname := string(unicode.ToUpper(r)) + strings.ToLower(name[size:])
	for at := 0; ; {
		i := strings.Index(text[at:], " "+surname)
		if i < 0 {
			return false
		}
		at += i
		before := text[strings.LastIndexFunc(text[:at], func(r rune) bool { return !unicode.IsLetter(r) })+1 : at]
		if _, given := lexicon.GivenName(before); given && before != "" {
			return true
		}
		at++
	}
}

// labelled finds the name in a label, the sentence s: all of it before a comma or
// bracket, without what a title or an article is. What only tells a part, such as "Q.", and a
// title alone are no name.
func (r *run) labelled(s lang.Sentence) (lang.Name, bool) {
	t := r.text
	first, end := s.First, s.First
	for end < s.End && !strings.ContainsAny(t.Form(end), ",(:") {
		end++
	}
	if text := t.Cover(first, max(end, first+1)).In(t.Source); lexicon.Asks(text) || lexicon.Answers(text) {
		return lang.Name{}, false
	}
	for first < end && (lexicon.Title(t.Form(first)) || t.Form(first) == "." || lexicon.Stopword(t.Lower(first))) {
		first++
	}
	if first == end {
		return lang.Name{}, false
	}
	if _, person := lexicon.PersonNoun(t.Lower(end - 1)); person && first+1 == end {
		return lang.Name{}, false
	}
	return lang.Name{First: first, End: end, Span: t.Cover(first, end), Type: lang.Person}, true
}

// labelEnd is how many tokens stand before end.
func labelEnd(tokens []article.Span, end int) int {
	n := 0
	for n < len(tokens) && tokens[n].Start < end {
		n++
	}
	return n
}
