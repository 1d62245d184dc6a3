package quantity

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// rankVerbs stand before a rank that no noun follows: "finished third", "ranked No. 5".
var rankVerbs = lexicon.NumberWords.Words("before the rank in a contest")

// makes are labels whose number names a model: "Boeing 737".
var makes = lexicon.NumberWords.Words("makes whose numbers are part of a name")

// numbered reads "issue No. 5", "the No. 2 reactor" and "ranked No. 3" as ranks.
// A number alone, as of a house, is none.
func (f *finder) numbered(k int) (draft, bool) {
	n := f.n[k]
	at := n.First - 1
	if f.at(at) == "." {
		at--
	}
	if n.Form != numeral.Whole || n.Words || n.Vague || n.Tail || n.Grouped || at < f.free || !f.capital(at) {
		return draft{}, false
	}
	if f.at(at) != "no" {
		return f.named(n, at)
	}
	d := draft{numFirst: n.First, numEnd: n.End, first: at, end: n.End, from: at, to: n.End, boundFirst: at, boundEnd: n.End}
	d.Kind, d.Value, d.Low, d.High, d.Counted = Ordinal, n.Value, n.Value, n.Value, -1
	if f.at(at-1) == "the" && f.upos(n.End) == lang.NOUN {
		head, end := f.phrase(f.a[n.End].Token)
		if head < 0 {
			return draft{}, false
		}
		d.Counted, d.to = head, f.atomAfter(end, n.End)
		return d, true
	}
	switch {
	case rankVerbs.Has(f.at(at - 1)):
	case f.upos(at-1) == lang.NOUN:
		d.Counted = f.a[at-1].Token
	default:
		return draft{}, false
	}
	return d, true
}

// named reads "Flight 417", "Highway 9" and "Ward 3" as ranks: the number tells
// which one of a kind it is.
func (f *finder) named(n numeral.Number, at int) (draft, bool) {
	word := f.at(at)
	if !labels.Has(word) && !plainLabels.Has(word) || makes.Has(word) || at != n.First-1 || !f.a[n.First].Gap || f.nounFollows(n) || f.inYears(n) || f.measured(n).Kind != Count ||
		numeral.IsHyphen(f.a, n.End) && numeral.Glued(f.a, n.End) || f.a[at].Token < 0 || timeWords.Has(word) || unitForm(word) != nil {
		return draft{}, false
	}
	d := draft{numFirst: n.First, numEnd: n.End, first: n.First, end: n.End, from: at, to: n.End, boundFirst: n.First, boundEnd: n.End}
	d.Kind, d.Value, d.Low, d.High, d.Counted = Ordinal, n.Value, n.Value, n.Value, f.a[at].Token
	return d, true
}

// proportion turns "every fourth driver" into one of every four, and "not one
// driver" into none.
func (f *finder) proportion(k int, d *draft) {
	n := f.n[k]
	prev := f.at(d.first - 1)
	switch {
	case d.Kind == Ordinal && prev == "every" && n.Value > 1 && n.Value <= 100 && unitForm(f.at(n.End)) == nil && !timeWords.Has(f.at(n.End)):
		d.Kind, d.Value, d.Of, d.Scope, d.Ratio = Count, 1, n.Value, Part, true
		d.first--
	case d.Kind == Count && n.Words && d.Value == 1 && prev == "not" && (f.nounAt(n.End) || f.at(n.End) == "of"):
		d.Value = 0
		d.numFirst, d.first = d.numFirst-1, d.first-1
	}
}

// inEach extends "one driver in four" and "two pupils out of every five".
func (f *finder) inEach(d *draft) {
	at := d.to
	if d.Kind != Count || d.Scope != Plain || d.Bound != Exact || d.Vague || d.Counted < 0 || d.Value < 1 || d.Value > 10 {
		return
	}
	ratio := f.at(at) == "in"
	switch {
	case ratio:
		at++
	case f.at(at) == "out" && f.at(at+1) == "of":
		at += 2
	default:
		return
	}
	if f.at(at) == "every" {
		ratio, at = true, at+1
	}
	if at >= len(f.a) {
		return
	}
	n, ok := numeral.Read(f.a, at)
	if !ok || n.Form != numeral.Whole || n.Vague || n.Article || n.Value <= d.Value || n.Value > 1000 || numeral.IsYear(f.a, at) ||
		f.nounAt(n.End) || f.measured(n).Kind != Count {
		return
	}
	d.Scope, d.Of, d.Ratio, d.to = Part, n.Value, ratio, n.End
}
