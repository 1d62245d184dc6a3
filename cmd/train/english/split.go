package english

import (
	"strings"

	"xref/extract/article"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

const (
	splitterRounds = 8
	splitterBytes  = 200_000
)

// passage is the surface of one paragraph of a treebank.
type passage struct {
	text string
	ends map[int]bool // byte offsets at which sentences end
}

func passagesOf(sentences []conllu.Sentence) []passage {
	var all []passage
	var b strings.Builder
	ends := map[int]bool{}
	for i, s := range sentences {
		b.WriteString(s.Text)
		ends[b.Len()] = true
		if i+1 == len(sentences) || sentences[i+1].NewParagraph {
			all = append(all, passage{b.String(), ends})
			b.Reset()
			ends = map[int]bool{}
		} else if s.SpaceAfter {
			b.WriteByte(' ')
		}
	}
	return all
}

// trainSplitter learns where sentences end from the treebanks' paragraphs.
func trainSplitter(material Material, v *analyser.Vocabulary) []byte {
	var passages []passage
	for _, t := range material.Treebanks {
		passages = append(passages, passagesOf(t.Sentences)...)
	}
	trainer := newAveraged(2, 2)
	s := analyser.Splitter{Weights: trainer}
	look := analyser.Seer{Vocabulary: v}
	for round := range splitterRounds {
		for _, n := range order(len(passages), 200+round) {
			p := passages[n]
			tokens := analyser.Tokenize(nil, p.text, article.Span{End: len(p.text)})
			words := make([]analyser.Word, len(tokens))
			for i, t := range tokens {
				words[i] = look.See(t.In(p.text))
			}
			s.Look(p.text, tokens)
			since := 0
			for i := range len(tokens) - 1 {
				since++
				gold := 0
				if p.ends[tokens[i].End] {
					gold = 1
				}
				if s.Candidate(i) {
					s.See(words, i, since)
					s.Scores = [2]int32{}
					trainer.Score(s.Features, s.Scores[:])
					if guess := analyser.Best(s.Scores[:]); guess != gold {
						trainer.Update(s.Features, gold, guess)
					}
					trainer.Tick()
				}
				if gold == 1 {
					since = 0
				}
			}
		}
	}
	return pack(splitterBytes, trainer)
}
