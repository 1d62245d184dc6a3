package quote

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// nominalOf cuts a source to the noun phrase that it is: without what a parse
// hangs on it of the clause around, and without the cue at v. A clause is none.
func (f *finder) nominalOf(s source, v int) source {
	t := f.t
	if s.head < 0 {
		return s
	}
	if t.Dependent(s.head, lang.Cop) >= 0 {
		c := t.Dependent(s.head, lang.Nsubj)
		if c < 0 || c == v || f.t.Tokens[c].UPOS == lang.PRON && f.t.Lower(c) == "it" {
			return nobody
		}
		s = f.phrase(c)
		if s.head < 0 {
			return s
		}
	}
	if t.Tokens[s.head].UPOS == lang.VERB && f.finite(s.head) {
		return nobody
	}
	for i := s.head - 1; i >= s.first; i-- {
		if f.outsideNominal(i, v) {
			s.first = i + 1
			break
		}
	}
	for s.first < s.head && leads(t, s.first) {
		s.first++
	}
	accused := v >= 0 && f.usageOf(v).has(accusing)
	for i := s.head + 1; i < s.end; i++ {
		if accused && i+1 < s.end && t.Lower(i) == "of" && t.Tokens[i+1].XPOS == lang.XPOSVBG || f.outsideNominal(i, v) || t.Tokens[i].XPOS == lang.XPOSVBG && !t.Is(i, lang.Amod, lang.Compound) {
			s.end = i
			break
		}
	}
	for s.end > s.head+1 && (leads(t, s.end-1) || t.Tokens[s.end-1].UPOS == lang.DET) && !closesName(t.Form(s.end-1)) {
		s.end--
	}
	return s
}

// outsideNominal reports whether token i can't stand in a noun phrase that
// names a source: a finite verb, the cue, "to" before a verb.
func (f *finder) outsideNominal(i, v int) bool {
	tok := &f.t.Tokens[i]
	if i == v {
		return true
	}
	if f.relative(i, max(i-6, 0)) {
		return false
	}
	return f.finite(i) || tok.XPOS == lang.XPOSTO && tok.UPOS == lang.PART || i > 0 && tok.UPOS == lang.VERB && tok.XPOS == lang.XPOSVBN && f.t.Lower(i-1) == "to"
}

// leads reports whether token i can neither begin nor end a noun phrase.
func leads(t *lang.Text, i int) bool {
	switch t.Tokens[i].UPOS {
	case lang.PUNCT:
		return t.Form(i) != "." && t.Form(i) != "$"
	case lang.ADP, lang.SCONJ, lang.CCONJ, lang.AUX:
		return true
	}
	return false
}

// utterances are the nouns for what somebody says, which a colon may follow.
var utterances = lexicon.SpeechWords.Words("nouns for what is said")

// possessedBefore is whose utterance stands before the colon at i: "His
// response: “…”", "The mayor's answer was simple: “…”".
func (f *finder) possessedBefore(i int, s lang.Sentence) (source, int) {
	t := f.t
	for n := i - 1; n >= s.First; n-- {
		if !utterances.Has(t.Tokens[n].Lemma) || t.Tokens[n].UPOS != lang.NOUN {
			continue
		}
		p := t.Dependent(n, lang.NmodPoss)
		if p < 0 || p > n || n < i-1 && t.Tokens[n].Rel.Base() != lang.Nsubj {
			continue
		}
		src := f.phrase(p)
		src.end = min(src.end, n)
		for src.end > p+1 && t.Tokens[src.end-1].XPOS == lang.XPOSPOS {
			src.end--
		}
		return src, n
	}
	return nobody, -1
}

// thatAfter is the content of a verb of speech that tells where or when it was
// said before it says what: said in a letter on Monday that …
func (f *finder) thatAfter(v, limit int) (tokens, bool) {
	t := f.t
	for i := v + 1; i < limit && i < v+25; i++ {
		tok := &t.Tokens[i]
		switch {
		case f.isMark[i], f.within[i] != f.within[v]:
			return tokens{}, false
		case t.Lower(i) == "that" && i > v+1 && i+2 < limit && f.anyFinite(i+1, limit) && tok.UPOS == lang.SCONJ:
			return tokens{i + 1, limit}, true
		case t.Lower(i) == "that" && i > v+1 && i+2 < limit && tok.UPOS == lang.PRON && !f.finite(i+1) && (f.nominalStart(i+1) || quantifies.Has(t.Lower(i+1))) && f.anyFinite(i+1, limit) && (times.Has(t.Lower(i-1)) || telling.Has(t.Lower(i-1))):
			return tokens{i + 1, limit}, true
		case f.finite(i) && !f.relative(i, v+1):
			return tokens{}, false
		case tok.UPOS == lang.PUNCT && t.Form(i) != "," && t.Form(i) != "-" && t.Form(i) != "(" && t.Form(i) != ")":
			return tokens{}, false
		case i == v+1 && tok.UPOS != lang.ADP && tok.UPOS != lang.ADV && !times.Has(t.Lower(i)) && t.Form(i) != ",":
			return tokens{}, false
		}
	}
	return tokens{}, false
}

// telling are the nouns for the occasions of speech: what follows "that" after
// "said in an interview" is said there.
var telling = lexicon.SpeechWords.Words("nouns for where something is said")

// quantifies are the words that begin a number put about: "at least 40".
var quantifies = lexicon.NumberWords.Words("beginnings of a bound before a number")

// nominalStart reports whether a noun phrase can begin at token i.
func (f *finder) nominalStart(i int) bool {
	u := f.t.Tokens[i].UPOS
	return u == lang.DET || u == lang.PROPN || u == lang.NOUN || u == lang.PRON || u == lang.ADJ || u == lang.NUM
}
