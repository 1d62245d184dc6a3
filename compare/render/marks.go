package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/lang"
)

// Kinds that are set in ways of their own: quotations are held against each
// other word by word; of sources it matters who they are.
const (
	quoteKind       kind.ID = "quote"
	attributionKind kind.ID = "attribution"
)

// differingWords is what to mark in each piece of evidence: the words that carry
// its value, where those are less than the whole, or else those by which it
// departs from the others.
func (v *view) differingWords(f *compare.Finding) [][]article.Span {
	differs := f.Verdict != kind.Agree
	switch {
	case f.Kind == quoteKind && differs:
		return v.quoteMarks(f)
	case f.Kind == attributionKind && differs:
		return v.sourceMarks(f)
	}
	marks := make([][]article.Span, len(f.Evidence))
	focused := false
	for i, e := range f.Evidence {
		if !e.Focus.Empty() && e.Focus != e.Span && e.Span.Contains(e.Focus) {
			marks[i], focused = []article.Span{e.Focus}, true
		}
	}
	if differs && !focused {
		return v.ownWords(f)
	}
	return marks
}

// sourceMarks is the words in each piece of evidence that give what it says as
// somebody's: the source and the cue.
func (v *view) sourceMarks(f *compare.Finding) [][]article.Span {
	marks := make([][]article.Span, len(f.Evidence))
	for i, e := range f.Evidence {
		said := e.Span
		if !e.Focus.Empty() {
			said = e.Focus
		}
		for _, q := range v.Documents[e.Article].Quotations {
			if !slices.ContainsFunc(q.Content, said.Overlaps) {
				continue
			}
			for _, s := range []article.Span{q.Source, q.Cue} {
				if !s.Empty() && e.Span.Contains(s) {
					marks[i] = append(marks[i], s)
				}
			}
		}
		marks[i] = joined(v.text(e.Article), marks[i])
	}
	return marks
}

// joined is spans of a text in their order; those with no word between them are
// one, and those without a word are left out.
func joined(text string, spans []article.Span) []article.Span {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	slices.SortFunc(spans, func(a, b article.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	var out []article.Span
	for _, s := range spans {
		n := len(out)
		switch {
		case !strings.ContainsFunc(s.In(text), isWord):
		case n > 0 && (out[n-1].End >= s.Start || !strings.ContainsFunc(text[out[n-1].End:s.Start], isWord)):
			out[n-1] = out[n-1].Cover(s)
		default:
			out = append(out, s)
		}
	}
	return out
}

// nearlyWhole is how much of the words of a passage may be marked for the marks
// to tell anything.
const nearlyWhole = 0.75

// ownWords is the words of content in each piece of evidence that no other
// article's has in any form; of one that would be marked nearly whole, none.
func (v *view) ownWords(f *compare.Finding) [][]article.Span {
	of := make([][]word, len(f.Evidence))
	by := map[string]int{} // the article that has a word, or several
	const several = -1
	for i, e := range f.Evidence {
		of[i] = v.contentWords(e.Article, e.Span)
		for _, w := range of[i] {
			if at, ok := by[w.key]; !ok {
				by[w.key] = e.Article
			} else if at != e.Article {
				by[w.key] = several
			}
		}
	}
	marks := make([][]article.Span, len(f.Evidence))
	for i := range f.Evidence {
		own := make([]bool, len(of[i]))
		content, alone := 0, 0
		for j, w := range of[i] {
			if w.key == "" {
				continue
			}
			content++
			if own[j] = by[w.key] != several; own[j] {
				alone++
			}
		}
		if float64(alone) <= nearlyWhole*float64(content) {
			marks[i] = spansOf(of[i], own)
		}
	}
	return marks
}

// contentWords is the words of a span by their lemmas; those that only hold others
// together have no key.
func (v *view) contentWords(i int, span article.Span) []word {
	text := v.Documents[i].Text
	if len(text.Tokens) == 0 {
		return wordsIn(text.Source, span)
	}
	var out []word
	at, _ := slices.BinarySearchFunc(text.Tokens, span.Start, func(t lang.Token, offset int) int { return t.Span.Start - offset })
	for _, t := range text.Tokens[at:] {
		if t.Span.End > span.End {
			break
		}
		w := word{span: t.Span}
		if contentTags[t.UPOS] || tellingWords[t.Lemma] {
			w.key = strings.ToLower(t.Lemma)
		}
		out = append(out, w)
	}
	return out
}

// contentTags are the parts of speech of words that say something by themselves;
// tellingWords are others that do.
var (
	contentTags  = map[lang.UPOS]bool{lang.ADJ: true, lang.ADV: true, lang.NOUN: true, lang.NUM: true, lang.PROPN: true, lang.SYM: true, lang.VERB: true}
	tellingWords = map[string]bool{
		"not": true, "never": true, "no": true, "none": true, "all": true, "every": true, "some": true, "any": true, "each": true, "both": true,
		"can": true, "could": true, "may": true, "might": true, "must": true, "should": true, "will": true, "would": true, "shall": true, "ought": true,
	}
)

// quoteMarks is the words in each piece of evidence that are not in that of
// another article.
func (v *view) quoteMarks(f *compare.Finding) [][]article.Span {
	passages := make([]passage, len(f.Evidence))
	for i, e := range f.Evidence {
		passages[i] = passage{e.Article, e.Span}
		if !e.Focus.Empty() && e.Span.Contains(e.Focus) {
			passages[i].span = e.Focus
		}
	}
	return v.collate(passages)
}

// sameWords reports whether two texts differ in letter case, white space and
// outer punctuation only.
func sameWords(a, b string) bool {
	norm := func(s string) string {
		return strings.ToLower(strings.Trim(strings.Join(strings.Fields(s), " "), ".,;:!?\"'“”‘’ "))
	}
	return norm(a) == norm(b)
}

// passage is a span of one of the articles.
type passage struct {
	article int
	span    article.Span
}

// collate marks in each passage the words by which it departs from the others:
// in the first those that some other hasn't, in each other those that the first
// hasn't.
func (v *view) collate(passages []passage) [][]article.Span {
	marks := make([][]article.Span, len(passages))
	if len(passages) < 2 {
		return marks
	}
	of := make([][]word, len(passages))
	for i, p := range passages {
		of[i] = wordsIn(v.text(p.article), p.span)
	}
	inFirst := make([]bool, min(len(of[0]), mostWords))
	for i := 1; i < len(passages); i++ {
		a, b := wordDifference(of[0], of[i])
		for j := range a {
			inFirst[j] = inFirst[j] || a[j]
		}
		marks[i] = spansOf(of[i], b)
	}
	marks[0] = spansOf(of[0], inFirst)
	if !slices.Contains(inFirst, false) {
		return make([][]article.Span, len(passages))
	}
	return marks
}
