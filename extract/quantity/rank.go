package quantity

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// rankVerbs stand before a rank that no noun follows: "finished third", "ranked No. 5".
var rankVerbs = lexicon.NumberWords.Words("before the rank in a contest")

// numbered reads "issue No. 5", "the No. 2 reactor" and "ranked No. 3" as ranks.
// A number alone, as of a house, is none.
func (f *finder) numbered(k int) (draft, bool) {
	n := f.n[k]
	at := n.First - 1
	if f.at(at) == "." {
		at--
	}
	if n.Form != numeral.Whole || n.Words || n.Vague || n.Tail || f.at(at) != "no" || !f.capital(at) || at < f.free {
		return draft{}, false
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

// proportion turns "every fourth driver" into one of every four, and "not one
// driver" into none.
func (f *finder) proportion(k int, d *draft) {
	n := f.n[k]
	prev := f.at(d.first - 1)
	switch {
	case d.Kind == Ordinal && prev == "every" && n.Value > 1 && n.Value <= 100 && unitForm(f.at(n.End)) == nil && !timeWords.Has(f.at(n.End)):
		d.Kind, d.Value, d.Of, d.Scope, d.Ratio = Count, 1, n.Value, Part, true
		d.first--
	case d.Kind == Count && n.Words && d.Value == 1 && prev == "not" && f.nounAt(n.End):
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
