package quantity

import (
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// boundBefore is the bound in front of atom i and where its phrase begins.
func (f *finder) boundBefore(i int) (b Bound, first int, ok bool) {
	for first := max(f.free, i-longestBound); first < i; first++ {
		if b, ok := before.Find(f.spaced(first, i)); ok && !f.particle(first, i) {
			return b, first, true
		}
	}
	return 0, i, false
}

// Verbs whose "over" and "up to" bound nothing.
var (
	spreadingVerbs = lexicon.NumberWords.Words("verbs before an over that bounds nothing")
	movingVerbs    = lexicon.NumberWords.Words("verbs before an up to that bounds nothing")
)

// particle reports whether the bound from atom first to end belongs to the verb
// before it: "spread over three miles", "went up to 50".
func (f *finder) particle(first, end int) bool {
	switch f.at(first) {
	case "over":
		return end == first+1 && spreadingVerbs.Has(f.at(first-1))
	case "up":
		return f.at(first+1) == "to" && movingVerbs.Has(f.at(first-1))
	}
	return false
}

// bound reads what limits the draft, before and behind it.
func (f *finder) bound(d *draft) {
	ranged := d.Bound == Between
	d.boundFirst, d.boundEnd = d.first, d.numEnd
	for {
		at := d.from
		if f.at(at-1) == "the" && d.Kind == Ordinal {
			at--
		}
		b, first, ok := f.boundBefore(at)
		if !ok || d.Kind == Duration && f.at(first) == "over" && f.at(first-1) != "for" && f.at(first-1) != "well" {
			break
		}
		if d.Kind == Ordinal && b == About {
			break
		}
		if b == About {
			d.below = d.below || aboutBelow.Has(f.spaced(first, at))
		}
		if !ranged && (d.Bound == Exact || b != About && b != Exact) {
			d.Bound = b
		}
		d.from = first
		if b != About {
			d.boundFirst = first
		}
	}
	for end := min(len(f.a), d.to+3); end > d.to; end-- {
		b, ok := behind.Find(f.spaced(d.to, end))
		if ok && end < len(f.a) {
			if next := f.at(end); next == "than" {
				continue
			}
			if n, read := numeral.Read(f.a, end); read && !n.Vague {
				continue
			}
		}
		if !ok || f.at(d.to) == "+" && (f.a[d.to].Gap || end < len(f.a) && f.a[end].Kind == numeral.Figure) ||
			f.at(end-1) == "plus" && end < len(f.a) && f.a[end].Kind == numeral.Figure || end < len(f.a) && f.at(end-1) == "than" && f.a[end].Kind != numeral.Mark {
			continue
		}
		if f.at(end-1) == "more" && f.at(d.to) == "and" && end < len(f.a) && f.a[end].Kind == numeral.Word && f.at(end) != "in" && f.at(end) != "of" {
			continue
		}
		if !ranged {
			d.Bound = b
		}
		d.to = end
		if d.end == d.numEnd {
			d.boundEnd = end
		}
		break
	}
	if !ranged {
		f.between(d)
	}
}

// between joins the draft with the upper limit that follows it: "more than 10
// and less than 20".
func (f *finder) between(d *draft) {
	if len(f.found) == 0 || d.Kind != Count && d.Kind != Percent && d.Kind != Money && d.Kind != Measure && d.Kind != Ordinal {
		return
	}
	prev := &f.found[len(f.found)-1]
	lower, upper := prev.Bound == AtLeast || prev.Bound == MoreThan, d.Bound == AtMost || d.Bound == LessThan
	raises, caps := d.Bound == AtLeast || d.Bound == MoreThan, prev.Bound == AtMost || prev.Bound == LessThan
	if !(lower && upper && prev.Value < d.Value || raises && caps && d.Value < prev.Value) || prev.Written != d.Written || prev.Kind != d.Kind || prev.Counted >= 0 {
		return
	}
	at := d.from - 1
	switch f.at(at) {
	case "and", "but", ",":
	default:
		return
	}
	if f.at(at-1) == "," {
		at--
	}
	if at < 1 || f.a[at-1].Span.End != prev.Span.End {
		return
	}
	for j := range f.a {
		if f.a[j].Span.Start == prev.Span.Start {
			d.from = j
		}
		if f.a[j].Span.Start == prev.Number.Start {
			d.numFirst = j
		}
		if f.a[j].Span.Start == prev.Measure.Start {
			d.first = j
		}
		if f.a[j].Span.Start == prev.Bounded.Start {
			d.boundFirst = j
		}
	}
	d.Low, d.High = min(prev.Value, d.Value), max(prev.Value, d.Value)
	d.Ends = [2]Bound{prev.Bound, d.Bound}
	if caps {
		d.Ends = [2]Bound{d.Bound, prev.Bound}
	}
	d.Value, d.Top, d.Bound = d.Low, d.High, Between
	f.found = f.found[:len(f.found)-1]
}

// scope reads which part of a whole the draft speaks of: "22 out of 29", "all
// 19", "another 20", "39 others".
func (f *finder) scope(d *draft) {
	if d.Kind != Count && d.Kind != Percent && d.Kind != Money {
		return
	}
	switch word := f.at(d.from - 1); {
	case word == "all":
		d.Scope, d.from = All, d.from-1
	case additions.Has(word):
		d.Scope, d.from = More, d.from-1
		if f.at(d.from-1) == "an" || f.at(d.from-1) == "a" {
			d.from--
		}
	case word == "the":
		switch {
		case f.at(d.from-2) == "all":
			d.Scope, d.from = All, d.from-2
		case f.at(d.from-2) == "of" && f.at(d.from-3) == "all":
			d.Scope, d.from = All, d.from-3
		default:
			d.Definite = true
		}
	case word == "other":
		d.Scope = More
	}
	if d.Scope == All || d.Scope == More {
		for {
			b, first, ok := f.boundBefore(d.from)
			if !ok {
				break
			}
			d.Bound, d.from = b, first
			d.below = d.below || aboutBelow.Has(f.spaced(first, d.from))
		}
	}
	if additionsBehind.Has(f.at(d.to)) {
		if f.at(d.to) != "more" || f.at(d.to+1) != "than" {
			d.Scope, d.to = More, d.to+1
			if f.at(d.to-1) == "others" {
				d.countable = false
				d.end = d.to
			}
			return
		}
	}
	if d.Of == 0 {
		f.denominator(d)
	}
}

// denominator reads "out of 29", "of the 29", "of the" and "in 29" behind the draft.
func (f *finder) denominator(d *draft) {
	at := d.to
	out := f.at(at) == "out" && f.at(at+1) == "of"
	if out {
		at++
	}
	of := f.at(at) == "of"
	in := f.at(at) == "in" && d.Kind == Count
	if !of && !in {
		if f.at(d.to-1) == "half" && halfDeterminers.Has(f.at(at)) { // "half the town"
			d.Scope, d.Of, d.to = Part, 1, at+1
		}
		return
	}
	at++
	definite, each := false, f.at(at) == "every"
	if denominatorDeterminers.Has(f.at(at)) {
		definite = f.at(at) != "some" && f.at(at) != "about"
		at++
		if f.at(at) == "the" || f.at(at) == "some" {
			at++
		}
	}
	if d.Kind == Count && at < len(f.a) {
		n, ok := numeral.Read(f.a, at)
		if ok && n.Form == numeral.Whole && !n.Vague && n.Value >= d.Value && d.Value > 0 && !numeral.IsYear(f.a, at) && !n.Article &&
			(!in || d.Value < 10 && n.Value <= 1000 && (n.Value > 2) && f.measured(n).Kind == Count) {
			d.Scope, d.Of, d.to, d.Ratio = Part, n.Value, n.End, in || each
			return
		}
	}
	switch {
	case !of:
	case d.fraction(), d.Kind == Percent:
		d.Scope, d.to = Part, at
		if d.Kind == Count {
			d.Of = 1
		}
		if n, ok := numeral.Read(f.a, min(at, len(f.a)-1)); ok && at < len(f.a) && n.Form == numeral.Whole && !n.Vague && !n.Article && n.Value > 2 &&
			!numeral.IsYear(f.a, at) && f.measured(n).Kind == Count { // "10 percent of its 5,000 jobs"
			d.Of, d.to = n.Value, n.End
		}
	case definite && d.Kind == Count:
		d.Scope, d.to = Part, at
	}
}

// fraction reports whether the draft is a part of one: "two thirds".
func (d *draft) fraction() bool { return d.Kind == Count && d.Value > 0 && d.Value < 1 }
