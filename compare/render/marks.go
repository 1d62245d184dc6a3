package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// Kinds that are set in ways of their own: quotations are held against each
// other word by word; of sources it matters who they are.
const (
	quoteKind       kind.ID = "quote"
	attributionKind kind.ID = "attribution"
)

// differingWords is what to mark in each piece of evidence: of quotations, the words
// by which they depart from each other; of sources, who said it; else the words that
// the comparison found.
func (v *view) differingWords(f *compare.Finding) [][]article.Span {
	if f.Verdict != kind.Agree {
		switch f.Kind {
		case quoteKind:
			return v.collate(quotedPassages(f), false)
		case attributionKind:
			return v.sourceMarks(f)
		}
	}
	marks := make([][]article.Span, len(f.Evidence))
	for i, e := range f.Evidence {
		marks[i] = e.Marks
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

// quotedPassages is the words quoted in each piece of evidence.
func quotedPassages(f *compare.Finding) []passage {
	passages := make([]passage, len(f.Evidence))
	for i, e := range f.Evidence {
		passages[i] = passage{e.Article, e.Span}
		if !e.Focus.Empty() && e.Span.Contains(e.Focus) {
			passages[i].span = e.Focus
		}
	}
	return passages
}

// sameWords reports whether two texts differ in letter case, white space,
// outer punctuation and the shape of apostrophes only.
func sameWords(a, b string) bool {
	norm := func(s string) string {
		return strings.ToLower(strings.ReplaceAll(strings.Trim(strings.Join(strings.Fields(s), " "), ".,;:!?\"'“”‘’ "), "’", "'"))
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
// hasn't. Unless ends are asked for too, what one goes on with where another ends, or
// begins with before it, isn't marked: the other only gives less.
func (v *view) collate(passages []passage, ends bool) [][]article.Span {
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
		if !ends {
			trimmed(of[0], of[i], a, b)
		}
		for j := range a {
			inFirst[j] = inFirst[j] || a[j]
		}
		marks[i] = spansOf(of[i], b)
	}
	marks[0] = spansOf(of[0], inFirst)
	if len(inFirst) > 0 && !slices.Contains(inFirst, false) {
		return make([][]article.Span, len(passages))
	}
	return marks
}

// trimmed takes the marks off the words before the first that two passages share and
// after the last, where only one of them has any there.
func trimmed(of, in []word, a, b []bool) {
	end := func(words []word, marks []bool, from, to, step int) (at int, any bool) {
		for at = from; at != to; at += step {
			switch {
			case words[at].key == "":
			case !marks[at]:
				return at, any
			default:
				any = true
			}
		}
		return at, any
	}
	take := func(marks []bool, from, to, step int) {
		for ; from != to; from += step {
			marks[from] = false
		}
	}
	for _, backwards := range [...]bool{false, true} {
		bounds := func(marks []bool) (from, to, step int) {
			if backwards {
				return len(marks) - 1, -1, -1
			}
			return 0, len(marks), 1
		}
		fromA, toA, step := bounds(a)
		fromB, toB, _ := bounds(b)
		atA, anyA := end(of, a, fromA, toA, step)
		atB, anyB := end(in, b, fromB, toB, step)
		switch {
		case atA == toA || atB == toB: // they share no word
		case !anyB:
			take(a, fromA, atA, step)
		case !anyA:
			take(b, fromB, atB, step)
		}
	}
}
