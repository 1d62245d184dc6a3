package quantity

import "xref/extract/numeral"

// ranged joins the number k, read as low, with the one after it: "5 to 10
// people", "$10-20 million", "between 5 and 10 percent".
func (f *finder) ranged(k int, low draft) (draft, bool) {
	if k+1 >= len(f.n) || low.Vague || low.Scope == Part {
		return draft{}, false
	}
	joint := low.end
	word := f.at(joint)
	prev := f.at(low.first - 1)
	if prev == "the" {
		prev = f.at(low.first - 2)
	}
	between := prev == "between" && word == "and"
	from := prev == "from" && rangeJoints.Has(word)
	switch {
	case between:
	case from && f.changing(low.first):
		return draft{}, false
	case from:
	case word == "to" || word == "through" || word == "~":
	case numeral.IsHyphen(f.a, joint) && joint+1 < len(f.a) && f.a[joint].Gap == f.a[joint+1].Gap:
	case word == "or" && f.n[k].Form == numeral.Whole && f.n[k+1].Form == numeral.Whole && f.n[k+1].Value > f.n[k].Value && f.n[k+1].Value <= 2*f.n[k].Value+1:
	default:
		return draft{}, false
	}
	next := joint + 1
	if f.at(next) == "the" {
		next++
	}
	_, sign := f.signBefore(f.n[k+1].First)
	if f.n[k+1].First != next && sign != next || f.n[k+1].Vague {
		return draft{}, false
	}
	high := f.measure(k + 1)
	n, m := f.n[k], f.n[k+1]
	if (n.Form == numeral.Ordinal) != (m.Form == numeral.Ordinal) || high.Scope == Part {
		return draft{}, false
	}
	if low.Kind == Count && high.Kind != Count { // the unit stands behind both
		if u := unitSymbol(high.Written); u == nil && high.Kind != Money && high.Kind != Percent {
			return draft{}, false
		}
		low.Kind, low.Unit, low.Written = high.Kind, high.Unit, high.Written
		if high.Kind == Money && high.first < m.First { // "5 to $10"
			return draft{}, false
		}
		if low.Kind == Money || m.Value >= 1000 {
			low.Value = n.Value * f.scaleAfter(high, m, n)
		}
	} else if low.Unit != high.Unit {
		if high.Kind != Count || low.Kind != Money {
			return draft{}, false
		}
		high.Kind, high.Unit, high.Written = low.Kind, low.Unit, low.Written
		if factor, ok := moneyLetters.Find(f.at(high.end)); ok {
			high.Value *= factor
			high.end++
		}
	}
	if low.Unit == high.Unit && low.Value < high.Value && n.Form != numeral.Ordinal {
		low.Value *= f.scaleAfter(high, m, n)
	}
	if low.Written != high.Written && low.Kind != Money || low.Value >= high.Value {
		return draft{}, false
	}
	d := high
	d.Value, d.Top, d.Low, d.High, d.Bound = low.Value, high.Value, low.Value, high.Value, Between
	d.numFirst, d.first = low.numFirst, low.first
	if between || from {
		d.first = low.first - 1
		if f.at(d.first) == "the" {
			d.first--
		}
	}
	d.countable = high.countable
	return d, true
}

// scaleAfter is what the scale behind the second number of a range makes of
// the first: a million in "5 to 10 million", 1 where the first has its own.
func (f *finder) scaleAfter(high draft, m, n numeral.Number) float64 {
	scale := scales.Of(f.at(m.End - 1))
	if scale == 0 && high.numEnd > m.End {
		scale = moneyLetters.Of(f.at(high.numEnd - 1))
	}
	if scale == 0 || n.Value >= 1000 || n.End > n.First+1 && scales.Of(f.at(n.End-1)) > 0 || n.Value > high.Value/scale {
		return 1
	}
	return scale
}

// changing reports whether a word of rising or falling stands shortly before atom i.
func (f *finder) changing(i int) bool {
	for j := i - 1; j >= 0 && j > i-7; j-- {
		if changes.Has(f.a[j].Low) {
			return true
		}
	}
	return false
}
