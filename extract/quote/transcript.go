package quote

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// transcribed gives the turns of a transcript to who speaks them. A turn goes on to
// the next label; the last one does so only where others have several paragraphs,
// since the article may go on after it.
func (f *finder) transcribed() {
	t := f.t
	var labels []int
	for n, s := range t.Sentences {
		if s.Role == lang.Label {
			labels = append(labels, n)
		}
	}
	several := false
	for k, n := range labels {
		end := len(t.Sentences)
		if k+1 < len(labels) {
			end = labels[k+1]
		}
		turn := f.turn(n, end)
		if k+1 < len(labels) {
			several = several || len(turn) > 1
		} else if !several {
			turn = turn[:min(1, len(turn))]
		}
		if len(turn) == 0 {
			continue
		}
		colon := t.Sentences[n].End - 1
		f.add(finding{pieces: turn, head: colon, cue: []int{colon}, lemma: ":", source: f.labelSource(t.Sentences[n], labels[0]), rule: turnRule, spoken: true})
	}
}

// turnRule is the rule of what is said in a transcript: all of it is somebody's words,
// without quotation marks.
const turnRule = "turn"

// turn is what is said between the label at sentence n and sentence end, a piece a
// paragraph. Remarks in brackets, such as of laughter, aren't said.
func (f *finder) turn(n, end int) []tokens {
	t := f.t
	var pieces []tokens
	for k := n + 1; k < end; k++ {
		s := t.Sentences[k]
		if s.Role == lang.Subhead && len(pieces) > 0 {
			break
		}
		if s.Role == lang.Furniture || s.Role == lang.Headline {
			continue
		}
		if open := t.Form(s.First); (open == "(" || open == "[") && strings.ContainsAny(t.Form(s.End-1), ")]") {
			continue
		}
		if last := len(pieces) - 1; last >= 0 && s.Paragraph == t.Sentences[k-1].Paragraph && pieces[last].end == s.First {
			pieces[last].end = s.End
			continue
		}
		pieces = append(pieces, tokens{s.First, s.End})
	}
	return pieces
}

// labelSource is who a label names: the words before a comma or a bracket. Whoever
// answers is the one person that is named before the first label; whoever asks
// stays unnamed, and so does what is no name.
func (f *finder) labelSource(s lang.Sentence, first int) source {
	t := f.t
	r := tokens{s.First, s.First}
	for r.end < s.End && !strings.ContainsAny(t.Form(r.end), ",(:") {
		r.end++
	}
	words := t.Cover(s.First, max(r.end, s.First+1)).In(t.Source)
	switch {
	case lexicon.Asks(words):
		return nobody
	case lexicon.Answers(words):
		return f.onlyPersonBefore(t.Sentences[first].First)
	case r.empty():
		return nobody
	}
	if !lexicon.NamesSpeaker(words) && !f.namedAbove(r.end-1) {
		return nobody
	}
	if n := t.NameAt(r.end - 1); n >= 0 {
		return source{r, f.topOf(t.Names[n])}
	}
	return source{r, r.end - 1}
}

// namedAbove reports whether the word at i ends the name of a person outside labels,
// however it is written.
func (f *finder) namedAbove(i int) bool {
	t := f.t
	for _, n := range t.Names {
		if n.Type == lang.Person && n.End-n.First > 1 && t.Sentences[f.sentence[n.First]].Role != lang.Label && strings.EqualFold(t.Form(n.End-1), t.Form(i)) {
			return true
		}
	}
	return false
}

// onlyPersonBefore is the person whom the text names before token end, where it is one
// only.
func (f *finder) onlyPersonBefore(end int) source {
	t := f.t
	found := nobody
	for _, n := range t.Names {
		if n.First >= end {
			break
		}
		if n.Type != lang.Person || t.Sentences[f.sentence[n.First]].Role == lang.Furniture {
			continue
		}
		if found.head >= 0 && !strings.EqualFold(t.Form(found.end-1), t.Form(n.End-1)) {
			return nobody
		}
		r := tokens{n.First, n.End}
		if found.head < 0 || n.End-n.First > found.end-found.first {
			found = source{r, f.topOf(n)}
		}
	}
	return found
}

// topOf is the token of a name by which it hangs in its sentence.
func (f *finder) topOf(n lang.Name) int {
	for i := n.First; i < n.End; i++ {
		if h := f.t.Tokens[i].Head; h < n.First || h >= n.End {
			return i
		}
	}
	return n.First
}
