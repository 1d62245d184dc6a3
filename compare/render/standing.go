package render

import (
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
)

// farthest is how many bytes before a passage its beginning may be taken from.
const farthest = 120

// standing is a passage that can be read by itself: one that begins with a relative,
// an infinitive, a participle, a conjunction or a preposition gets the words before it that it hangs
// on, as far as they are near.
func standing(d *extract.Document, span article.Span) article.Span {
	t := d.Text
	for start := span.Start; ; {
		i := t.TokenAt(start)
		if i >= len(t.Tokens) || t.Tokens[i].Span.Start != start || !hangs(t, i) {
			return article.Span{Start: start, End: span.End}
		}
		at := t.SentenceOf(i)
		if at < 0 {
			return article.Span{Start: start, End: span.End}
		}
		from := opening(t, i, span, t.Sentences[at].First)
		if from >= i || span.Start-t.Tokens[from].Span.Start > farthest {
			return article.Span{Start: start, End: span.End}
		}
		start = t.Tokens[from].Span.Start
	}
}

// hangs reports whether a passage that begins with token i hangs on what stands
// before it.
func hangs(t *lang.Text, i int) bool {
	token := &t.Tokens[i]
	switch token.XPOS {
	case lang.XPOSWDT, lang.XPOSWP, lang.XPOSTO, lang.XPOSVBG, lang.XPOSVBN, lang.XPOSCC, lang.XPOSVB, lang.XPOSVBD, lang.XPOSVBZ, lang.XPOSVBP,
		lang.XPOSWPPoss:
		return t.SentenceOf(i) >= 0 && t.Sentences[t.SentenceOf(i)].First != i
	}
	if token.UPOS == lang.ADP {
		noun := token.Head // it hangs on what its noun hangs on: "the owner | of the ferry", but "on Monday the ferry sank"
		return noun > i && t.Tokens[noun].Head >= 0 && t.Tokens[noun].Head < i
	}
	return token.UPOS == lang.SCONJ || token.XPOS == lang.XPOSWRB && t.SentenceOf(i) >= 0 && t.Sentences[t.SentenceOf(i)].First != i
}

// opening is the token with which the words begin that a passage from token i hangs
// on: a noun with what stands before it, or a clause from its subject.
func opening(t *lang.Text, i int, span article.Span, first int) int {
	head := i
	for h := t.Tokens[head].Head; h >= 0 && span.Contains(t.Tokens[h].Span) && h >= i; h = t.Tokens[head].Head {
		head = h
	}
	to := t.Tokens[head].Head
	if to < 0 || to >= i {
		return i
	}
	from := to
	for _, k := range t.Children(to) {
		if k >= to || k < first {
			continue
		}
		switch t.Tokens[k].UPOS {
		case lang.PUNCT, lang.CCONJ:
			continue
		}
		for _, m := range t.Subtree(k) {
			from = min(from, max(m, first))
		}
	}
	return from
}
