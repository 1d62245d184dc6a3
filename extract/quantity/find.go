package quantity

import (
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/numeral"
)

// Find returns the quantities of a text in text order. They don't overlap.
// Numbers that name or date something (years, dates, clock times, telephone
// numbers, "Article 5", "F-16") are left out.
func Find(t *lang.Text) []Quantity {
	var found []Quantity
	var atoms []numeral.Atom
	for _, s := range t.Sentences {
		atoms = numeral.Split(t, s, atoms)
		f := finder{t: t, s: s, a: atoms, n: numeral.Find(atoms)}
		f.run()
		found = append(found, f.found...)
	}
	return found
}

// finder reads the quantities of one sentence from left to right.
type finder struct {
	t     *lang.Text
	s     lang.Sentence
	a     []numeral.Atom
	n     []numeral.Number
	free  int // the first atom that no quantity has taken
	found []Quantity
}

func (f *finder) run() {
	k := 0
	for i := 0; i < len(f.a); {
		for k < len(f.n) && f.n[k].First < i {
			k++
		}
		if k < len(f.n) && f.n[k].First == i {
			if d, ok := f.read(k); ok {
				f.add(d)
				i = f.free
			} else {
				i = max(f.n[k].End, f.free)
			}
			continue
		}
		if d, ok := f.quantifier(i); ok {
			f.add(d)
			i = f.free
			continue
		}
		i++
	}
}

// draft is a quantity in the making, in atoms.
type draft struct {
	Quantity
	numFirst, numEnd int // the number
	first, end       int // the number with its unit
	from, to         int // everything
	boundFirst       int // the number with its bound
	boundEnd         int
	countable        bool // what is counted may follow
	below            bool // "nearly": about, and not above
}

// read makes a quantity from number k, or finds that it is none.
func (f *finder) read(k int) (draft, bool) {
	if f.n[k].First < f.free {
		return draft{}, false
	}
	if s, ok := f.score(k); ok {
		return s, true
	}
	if d, ok := f.numbered(k); ok {
		return d, true
	}
	if f.label(k) {
		return draft{}, false
	}
	d := f.measure(k)
	r, ranged := f.ranged(k, d)
	if ranged {
		d = r
	} else if d.Kind == Count && !f.counts(k) {
		return draft{}, false
	}
	if d.Kind == Count || d.Kind == Duration || d.Kind == Measure {
		f.age(&d)
	}
	if d.Kind == Duration && f.dated(d) {
		return draft{}, false
	}
	if !ranged {
		f.proportion(k, &d)
	}
	d.from, d.to = d.first, d.end
	if !ranged {
		d.Low, d.High = d.Value, d.Value
	}
	f.rate(&d)
	f.bound(&d)
	f.scope(&d)
	if d.Vague && d.Kind == Count && f.at(d.to) == "of" {
		f.sums(&d)
	}
	if d.Kind == Ordinal && !ranged && d.Bound == Exact && rankVerbs.Has(f.at(d.from-1)) && !f.nounAt(d.to) {
		d.countable, d.Counted = false, -1
	} else if d.Kind == Ordinal && !ranged && d.Bound == Exact {
		if d.to >= len(f.a) || f.a[d.to].Token < 0 {
			return draft{}, false
		}
		if head, _ := f.phrase(f.a[d.to].Token); head < 0 {
			return draft{}, false
		}
	}
	return d, true
}

// sums turns "billions of dollars" into money.
func (f *finder) sums(d *draft) {
	if code, end := f.currencyName(d.to + 1); code != "" && f.at(d.to+1) != "pounds" && f.at(d.to+1) != "won" {
		d.Kind, d.Unit, d.Written, d.countable = Money, code, f.text(d.to+1, end), false
		d.end, d.to = end, end
	}
}

// add finishes the draft: interval in the canonical unit, what is counted, spans.
func (f *finder) add(d draft) {
	if d.countable {
		f.count(&d)
		f.inEach(&d)
	} else if d.Kind != Ordinal {
		d.Counted = -1
	}
	f.trailing(&d)
	d.settle()
	d.Span = f.span(d.from, d.to)
	d.Number = f.span(d.numFirst, d.numEnd)
	d.Measure = f.span(d.first, d.end)
	d.Bounded = f.span(min(d.boundFirst, d.numFirst), max(d.boundEnd, d.numEnd))
	d.First, d.End = f.tokens(d.Span)
	f.free = max(f.free, d.to)
	f.found = append(f.found, d.Quantity)
}

func (f *finder) span(first, end int) article.Span {
	return article.Span{Start: f.a[first].Span.Start, End: f.a[end-1].Span.End}
}

// tokens are the first and the end of the tokens that the span touches.
func (f *finder) tokens(s article.Span) (first, end int) {
	first = f.t.TokenAt(s.Start)
	for end = first; end < f.s.End && f.t.Tokens[end].Span.Start < s.End; end++ {
	}
	return first, end
}

// text is the atoms from first to end, lower case, with one space where the
// text has white space.
func (f *finder) text(first, end int) string {
	if end == first+1 {
		return f.a[first].Low
	}
	var b []byte
	for i := first; i < end; i++ {
		if i > first && f.a[i].Gap {
			b = append(b, ' ')
		}
		b = append(b, f.a[i].Low...)
	}
	return string(b)
}

// spaced is text with a space between all atoms.
func (f *finder) spaced(first, end int) string {
	var b []byte
	for i := first; i < end; i++ {
		if i > first {
			b = append(b, ' ')
		}
		b = append(b, f.a[i].Low...)
	}
	return string(b)
}

func (f *finder) at(i int) string { return numeral.At(f.a, i) }

// upos is the part of speech of the token that atom i lies in.
func (f *finder) upos(i int) lang.UPOS {
	if i < 0 || i >= len(f.a) || f.a[i].Token < 0 {
		return lang.X
	}
	return f.t.Tokens[f.a[i].Token].UPOS
}
