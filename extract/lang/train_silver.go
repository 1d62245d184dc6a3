package lang

import (
	"strings"

	"xref/extract/lang/conllu"
)

// A treebank without entities still tells where names are: its proper nouns and
// how they hang together. A namer that was learned elsewhere votes on what each
// is the name of, over all places where it stands.

// silverOf makes sentences to learn names from of a treebank without entities.
func silverOf(sentences []conllu.Sentence, words [][]word, n *namer) []NamedSentence {
	spans := make([][]Name, len(sentences))
	votes := map[string]*[4]int64{}
	key := func(s conllu.Sentence, span Name) string {
		var b strings.Builder
		for _, w := range s.Words[span.First:span.End] {
			b.WriteString(w.Form)
			b.WriteByte(' ')
		}
		return b.String()
	}
	for i, s := range sentences {
		spans[i] = properSpans(s)
		for _, span := range spans[i] {
			k := key(s, span)
			if votes[k] == nil {
				votes[k] = new([4]int64)
			}
			n.vote(words[i], span, votes[k])
		}
	}
	named := make([]NamedSentence, len(sentences))
	for i, s := range sentences {
		for _, w := range s.Words {
			named[i].Forms = append(named[i].Forms, w.Form)
		}
		for _, span := range spans[i] {
			top := Person
			v := votes[key(s, span)]
			for t := Person; t <= Place; t++ {
				if v[t] > v[top] {
					top = t
				}
			}
			if v[OtherName] >= v[top] {
				top = OtherName
			}
			span.Type = top
			named[i].Names = append(named[i].Names, span)
		}
	}
	return named
}

// vote adds to votes how well the labels of each type fit the span.
func (n *namer) vote(words []word, span Name, votes *[4]int64) {
	style := caseStyle(words)
	n.look(words)
	for t := range NameType(4) {
		labels := make([]int, len(words))
		nameLabelsOf(labels, span.First, span.End, t)
		sum := int64(0)
		before, before2 := nameOutside, nameOutside
		for i := span.First; i < span.End; i++ {
			n.see(words, i, before, before2, style)
			n.scores = [nameLabels]int32{}
			n.weights.Score(n.features, n.scores[:])
			sum += int64(n.scores[labels[i]])
			before2, before = before, labels[i]
		}
		votes[t] += sum / int64(span.End-span.First)
	}
}

// properSpans finds runs of proper nouns that hang together. Titles before a
// name, days and months are no part of any.
func properSpans(s conllu.Sentence) []Name {
	proper := make([]bool, len(s.Words))
	for i, w := range s.Words {
		proper[i] = strings.HasPrefix(w.XPOS, "NNP") && w.Rel != "nmod:desc" && !calendarNames[strings.TrimSuffix(w.Form, ".")] && !(w.Rel != "flat" && personTitle(w.Form))
	}
	joined := func(i, j int) bool {
		a, b := s.Words[i], s.Words[j]
		linked := func(child, head int) bool {
			rel := s.Words[child].Rel
			return s.Words[child].Head == head && (rel == "flat" || rel == "compound" || rel == "amod")
		}
		return linked(i, j) || linked(j, i) || a.Head >= 0 && a.Head == b.Head && proper[a.Head] && (a.Rel == "flat" || a.Rel == "compound") && (b.Rel == "flat" || b.Rel == "compound")
	}
	var spans []Name
	for i := 0; i < len(s.Words); i++ {
		if !proper[i] {
			continue
		}
		end := i + 1
		for end < len(s.Words) {
			next := end
			for next < len(s.Words) && next < end+3 && !proper[next] && (s.Words[next].XPOS == "HYPH" || s.Words[next].Form == "of" || s.Words[next].Form == "the" && next > end || s.Words[next].Form == "and" || s.Words[next].Form == "&") {
				next++
			}
			if next == len(s.Words) || !proper[next] {
				break
			}
			linked := false
			for j := i; j < end; j++ {
				linked = linked || joined(j, next)
			}
			if next > end {
				// "Bank of America": a modifier of the name so far, with nothing else between.
				head := s.Words[next].Head
				linked = linked || head >= i && head < end && strings.HasPrefix(s.Words[next].Rel, "nmod") && s.Words[end].Form == "of"
			}
			if !linked {
				break
			}
			end = next + 1
		}
		spans = append(spans, Name{First: i, End: end})
		i = end - 1
	}
	return spans
}

// calendarNames are proper nouns that name no person, body or place.
var calendarNames = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec") {
		m[w] = true
	}
	return m
}()
