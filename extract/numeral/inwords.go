package numeral

import "xref/extract/lexicon"

// item is one part of a numeral: a number word, figures, an article that
// stands for one, or the digits after a spoken point.
type item struct {
	word
	and, hyphen bool // stands before it
	start, end  int  // atoms
	figure      *Number
	article     bool
	point       bool // value is the part after the point
}

// mostItems is how many parts a numeral has at most. What goes on longer is a row of
// numbers.
const mostItems = 24

// gather collects the parts of a numeral from atom i on; it ends behind an ordinal.
func gather(a []Atom, i int) []item {
	var items []item
	for at := i; at < len(a) && len(items) < mostItems; {
		it := item{start: at}
		if len(items) > 0 {
			switch {
			case IsHyphen(a, at) && At(a, at+1) == "and" && IsHyphen(a, at+2): // "two-and-a-half"
				it.and, at = true, at+3
			case IsHyphen(a, at) && at+1 < len(a) && a[at].Gap == a[at+1].Gap && a[at+1].Kind == Word:
				it.hyphen, at = true, at+1
			case a[at].Low == "and":
				it.and, at = true, at+1
			}
		}
		if at >= len(a) || Glued(a, at) && a[at-1].Kind != Mark && !currencyCode(a, at-1) && !(len(items) > 0 && items[len(items)-1].figure != nil) {
			break
		}
		switch {
		case a[at].Low == "a" || a[at].Low == "an":
			next := words.Of(At(a, at+1))
			hyphen := IsHyphen(a, at+1) && it.and
			if hyphen {
				next = words.Of(At(a, at+2))
			}
			if Glued(a, at+1) && !hyphen || !(next.class >= hundred || next.ordinal && (next.value > 2 || next.value == 2 && next.part)) || next.plural && !next.ordinal {
				return items
			}
			it.word, it.article = word{class: unit, value: 1}, true
			at++
		case a[at].Low == "point" && len(items) > 0 && items[len(items)-1].figure == nil:
			v, end := spokenDigits(a, at+1)
			if end == at+1 {
				return items
			}
			it.value, it.point, at = v, true, end
		case a[at].Kind == Word:
			w := words.Of(a[at].Low)
			if w.class == notNumber || w.ordinal && w.plural && w.value == 2 && a[at].Low == "seconds" {
				return items
			}
			it.word = w
			at++
		default:
			if k := len(items); k > 1 && items[k-1].figure != nil && items[k-2].figure != nil && !it.and {
				return items // two figures in a row are two numbers already
			}
			f, ok := figures(a, at)
			if !ok {
				return items
			}
			it.word, it.figure = word{class: unit, value: f.Value}, &f
			at = f.End
			if f.Form == Whole && Glued(a, at) && ordinalEndings.Has(a[at].Low) && !(Glued(a, at+1) && a[at+1].Kind != Mark) {
				it.ordinal = true
				at++
			}
		}
		it.end = at
		if items == nil {
			items = make([]item, 0, 4)
		}
		items = append(items, it)
		if it.ordinal || it.figure != nil && it.figure.Form == Power {
			break
		}
	}
	return items
}

// currencyCode reports whether atom i, which figures are glued to, can be a
// currency's code: three capitals, or a code that the press writes so ("Sh200").
// A single letter is one only before a sum as long as "R250 million" or "N5,000".
func currencyCode(a []Atom, i int) bool {
	w := a[i].written
	if w == "" || !a[i].Gap && (i == 0 || a[i-1].Kind != Mark) || w[0] < 'A' || w[0] > 'Z' {
		return false
	}
	if len(w) == 3 && 'A' <= w[1] && w[1] <= 'Z' && 'A' <= w[2] && w[2] <= 'Z' {
		return a[i].Gap
	}
	if !gluedCodes.Has(a[i].Low) {
		return false
	}
	if len(w) > 1 {
		return true
	}
	end := i + 2
	for end+1 < len(a) && (a[end].Low == "," || a[end].Low == ".") && separated(a, end, a[end].Low) {
		if a[end].Low == "," {
			return true
		}
		end += 2
	}
	return IsFigure(a, i+1, 1, 9) && (words.Of(At(a, end)).class == scale || Glued(a, end) && magnitudes.Of(a[end].written) >= 1e6)
}

// gluedCodes are codes of currencies that stand right before figures.
var gluedCodes = lexicon.UnitWords.Words("codes of currencies glued to figures")

// spokenDigits reads the words after "point": "nought four", "eleven".
func spokenDigits(a []Atom, i int) (value float64, end int) {
	place := 1.0
	for end = i; end < len(a); end++ {
		w := words.Of(a[end].Low)
		if w.ordinal || w.plural || w.class != unit && w.class != teen || w.class == notNumber {
			break
		}
		if w.class == teen {
			place /= 10
		}
		place /= 10
		value += w.value * place
		if w.class == teen {
			end++
			break
		}
	}
	return value, end
}

// small reads a part below a hundred (or figures) from item p.
func small(items []item, p int) (v float64, end int, ok bool) {
	if p >= len(items) || items[p].class == notNumber || items[p].class >= hundred {
		return 0, p, false
	}
	it := items[p]
	v, p = it.value, p+1
	if it.class == ten && p < len(items) && items[p].class == unit && items[p].figure == nil && items[p].value > 0 && !items[p].article && !items[p].part {
		v, p = v+items[p].value, p+1
	}
	return v, p, true
}

// group reads a part below a thousand, or figures, from item p.
func group(items []item, p int) (v float64, end int, ok bool) {
	if p < len(items) && items[p].class == hundred && !items[p].plural {
		v, ok = 1, p+1 < len(items) && items[p+1].class == scale || items[p].ordinal
	} else {
		v, p, ok = small(items, p)
	}
	if !ok {
		return 0, p, false
	}
	switch {
	case p < len(items) && items[p].class == hundred && !items[p].and:
		v, p = v*items[p].value, p+1
		w, q, ok := small(items, p)
		if ok && q < len(items) && items[q].class == dozen && !items[q].and {
			w, q = w*12, q+1
		}
		switch {
		case !ok, w >= 100, q < len(items) && items[q].class == hundred && !items[q].and,
			items[p].figure != nil && (!items[p].and || items[p].figure.Form != Whole):
		default:
			v, p = v+w, q
		}
	case p < len(items) && items[p].class == dozen && !items[p].and:
		v, p = v*12, p+1
	}
	if p < len(items) && items[p].point {
		v, p = v+items[p].value, p+1
	}
	return v, p, true
}

// cardinal reads a whole numeral from the first item on and returns how many
// items it takes and its last scale (1 where it has none).
func cardinal(items []item) (v float64, end int, last float64) {
	last = 1
	for p := 0; p < len(items); {
		if p == 0 && items[0].class == scale && items[0].ordinal {
			return items[0].value, 1, 1
		}
		g, q, ok := group(items, p)
		if !ok || p > 0 && items[p].figure != nil && !(q < len(items) && items[q].class >= hundred || items[q-1].class >= hundred) {
			break
		}
		factor := 1.0
		for q < len(items) && items[q].class == scale && !items[q].and {
			factor *= items[q].value
			q++
		}
		if p > 0 && (factor >= last || g >= last) {
			break
		}
		v, p, end = v+g*factor, q, q
		if factor == 1 {
			break
		}
		last = factor
	}
	return v, end, last
}

// whole is cardinal where it takes all the items.
func whole(items []item) (v, last float64, ok bool) {
	v, end, last := cardinal(items)
	return v, last, end == len(items) && end > 0
}

// inWords reads a numeral of words, figures or both.
func inWords(a []Atom, i int) (Number, bool) {
	items := gather(a, i)
	if len(items) == 0 {
		return Number{}, false
	}
	if k := len(items) - 1; items[k].ordinal {
		if n, ok := fraction(items); ok {
			return scaled(a, describe(n, items)), true
		}
		mixed := k > 0 && items[0].figure != nil // "$20 million first": no ordinal
		if v, _, ok := whole(items); ok && !mixed && !items[k].part && !items[k].plural && (!items[0].article || k > 1) {
			return describe(Number{Value: v, Form: Ordinal, End: k + 1}, items), true
		}
		items = items[:k]
	}
	v, end, _ := cardinal(items)
	if end == 0 {
		return Number{}, false
	}
	n := Number{Value: v, End: end}
	if end == 1 && items[0].article {
		return Number{}, false
	}
	if f := items[0].figure; f != nil {
		n.Form, n.Grouped = f.Form, f.Grouped
	}
	for _, it := range items[:end] {
		if it.point {
			n.Form = Decimal
		}
	}
	return describe(n, items), true
}

// describe turns the end of n from items to atoms and fills in how it is written.
func describe(n Number, items []item) Number {
	n.First = items[0].start
	n.Article = items[0].article
	for _, it := range items[:n.End] {
		n.Words = n.Words || it.figure == nil && (it.class < hundred || items[0].figure == nil)
	}
	n.End = items[n.End-1].end
	return n
}

// fraction reads items that end in an ordinal as a fraction, alone or after a
// whole: "two thirds", "one and a half". End counts items.
//
// "One hundred thirty-two fifths" is 132/5, but "three twenty-firsts" is 3/21
// and "a hundred and three quarters" 100 3/4: a ten before the last unit
// belongs to the denominator, and what "and" joins is a part where it is less
// than one.
func fraction(items []item) (Number, bool) {
	k := len(items) - 1
	n := Number{Form: Fraction, End: k + 1}
	den, m := items[k].value, k
	if items[k].class == unit && k > 1 && items[k-1].class == ten && !items[k-1].and && !items[k].part {
		den, m = den+items[k-1].value, k-1
	}
	if den == 0 || items[k].figure != nil {
		return n, false
	}
	if !items[k].plural && !items[k].part {
		one := m - 1
		if one >= 0 && items[one].value == 1 && items[one].figure == nil && items[one].class == unit && den > 2 && (one == 0 || items[one].and) {
			if one == 0 {
				n.Value = 1 / den
				return n, true
			}
			if v, _, ok := whole(items[:one]); ok {
				n.Value = v + 1/den
				return n, true
			}
		}
		if d, _, ok := whole(items[1:]); ok && k > 1 && items[0].value == 1 && items[0].class == unit && items[1].value == 1 && items[1].class == unit && !items[0].article {
			n.Value = 1 / d
			return n, true
		}
		return n, false
	}
	if m == 0 {
		n.Value = 1 / den
		return n, items[k].part && !items[k].plural
	}
	join := 0
	for t := 1; t < m; t++ {
		if items[t].and {
			join = t
		}
	}
	if items[k].part && items[m].and { // "one and half"
		if v, _, ok := whole(items[:m]); ok && m == k {
			n.Value = v + 1/den
			return n, true
		}
	}
	if join > 0 {
		v, last, ok := whole(items[:join])
		part, _, partOK := whole(items[join:m])
		if ok && partOK && part < den {
			n.Value = v + part/den
			if last >= 1e6 { // "three million and a half"; scaled undoes it for "a half million"
				n.Value, n.Of = v+part/den*last, last
			}
			return n, true
		}
	}
	v, _, ok := whole(items[:m])
	n.Value = v / den
	if den == 4 && items[k].plural && v != 1 && v != 3 { // "two quarters" are half a year
		return n, false
	}
	return n, ok
}

// scaled extends a fraction by what it is a part of: "half a million",
// "two thirds of a million", "five and a half million".
func scaled(a []Atom, n Number) Number {
	last := n.Of
	n.Of = 0
	at := n.End
	if At(a, at) == "of" && At(a, at+1) == "a" {
		at++
	}
	if At(a, at) == "a" {
		at++
	}
	w := words.Of(At(a, at))
	if w.class < hundred || w.ordinal || w.plural {
		return n
	}
	if last > 0 {
		v := n.Value / last
		whole := float64(int64(v))
		n.Value = whole*last + (v-whole)*w.value
	} else {
		n.Value *= w.value
	}
	n.End = at + 1
	return n
}
