package measure

import (
	"io"
	"strings"
	"time"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

// Treebank measures against a treebank in CoNLL-U: tags, features, lemmas and
// parse from gold sentences and tokens, and tokens and sentences from raw text,
// in which a new paragraph is a blank line. Relations are compared without
// subtypes, features as far as lang.Feats knows them; _np leaves punctuation
// out. The speed is that of the whole analysis of the raw text.
func Treebank(r io.Reader) ([]Figure, error) {
	gold, err := conllu.Read(r)
	if err != nil {
		return nil, err
	}
	source, sentences := surface(gold)
	t := analyser.English().AnalyseTokens(source, sentences)
	var tokens, words, upos, xpos, feats, lemma, uas, las, uasNP, lasNP int
	for _, s := range gold {
		first := tokens
		for _, w := range s.Words {
			got := t.Tokens[tokens]
			tokens++
			upos += one(got.UPOS.String() == w.UPOS)
			xpos += one(got.XPOS.String() == w.XPOS)
			feats += one(got.Feats == lang.ParseFeats(w.Feats))
			lemma += one(w.Lemma == "_" || got.Lemma == w.Lemma)
			head := w.Head
			if head >= 0 {
				head += first
			}
			attached := got.Head == head
			labelled := attached && got.Rel.Base() == lang.ParseRel(w.Rel).Base()
			uas += one(attached)
			las += one(labelled)
			if !strings.HasPrefix(w.Rel, "punct") {
				words++
				uasNP += one(attached)
				lasNP += one(labelled)
			}
		}
	}
	raw, tokenEnds, sentenceEnds := paragraphs(gold)
	began := time.Now()
	found := analyser.English().AnalyseString(raw)
	elapsed := time.Since(began).Seconds()
	rawTokens, rawSentences := 0, 0
	for _, tok := range found.Tokens {
		rawTokens += one(tokenEnds[tok.Span])
	}
	for _, s := range found.Sentences {
		rawSentences += one(sentenceEnds[s.Span])
	}
	return []Figure{
		count("tokens", tokens), count("sentences", len(gold)),
		percent("upos", upos, tokens), percent("xpos", xpos, tokens), percent("feats", feats, tokens), percent("lemma", lemma, tokens),
		percent("uas", uas, tokens), percent("las", las, tokens), percent("uas_np", uasNP, words), percent("las_np", lasNP, words),
		f1("raw_tokens_f1", rawTokens, len(found.Tokens), len(tokenEnds)),
		f1("raw_sentences_f1", rawSentences, len(found.Sentences), len(sentenceEnds)),
		{Name: "tokens_per_second", Value: float64(int(float64(len(found.Tokens)) / elapsed)), Count: true},
	}, nil
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// surface is the text of the sentences, one a line, and their tokens in it.
func surface(gold []conllu.Sentence) (source string, sentences [][]article.Span) {
	var b strings.Builder
	for _, s := range gold {
		tokens := make([]article.Span, len(s.Words))
		for i, w := range s.Words {
			tokens[i] = article.Span{Start: b.Len() + w.Start, End: b.Len() + w.End}
		}
		b.WriteString(s.Text)
		b.WriteByte('\n')
		sentences = append(sentences, tokens)
	}
	return b.String(), sentences
}

// paragraphs is the text as it ran, with the spans of its tokens and sentences.
func paragraphs(gold []conllu.Sentence) (raw string, tokens, sentences map[article.Span]bool) {
	var b strings.Builder
	tokens, sentences = map[article.Span]bool{}, map[article.Span]bool{}
	for i, s := range gold {
		switch {
		case i == 0:
		case s.NewParagraph:
			b.WriteString("\n\n")
		case gold[i-1].SpaceAfter:
			b.WriteByte(' ')
		}
		at := b.Len()
		for _, w := range s.Words {
			tokens[article.Span{Start: at + w.Start, End: at + w.End}] = true
		}
		b.WriteString(s.Text)
		sentences[article.Span{Start: at, End: b.Len()}] = true
	}
	return b.String(), tokens, sentences
}
