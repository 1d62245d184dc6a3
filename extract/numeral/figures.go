package numeral

import (
	"math"
	"strconv"
	"strings"
)

// figures reads a number that begins with digits or a decimal point: groups of
// thousands, a decimal part, a fraction, a power, a letter for the magnitude.
// It doesn't read digits that are part of a code ("A4", "1.2.3").
func figures(a []Atom, i int) (Number, bool) {
	if a[i].Low == "." && Glued(a, i+1) && a[i+1].Kind == Figure && (a[i].Gap || a[i-1].Kind == Mark) {
		v, err := strconv.ParseFloat("0."+a[i+1].Low, 64)
		return Number{First: i, End: i + 2, Value: v, Form: Decimal}, err == nil
	}
	if v, ok := signs[a[i].Low]; ok {
		return Number{First: i, End: i + 1, Value: v, Form: Fraction}, true
	}
	if a[i].Kind != Figure || Glued(a, i) && a[i-1].Kind == Word && !currencyCode(a, i-1) {
		return Number{}, false
	}
	n := Number{First: i, End: i + 1}
	var digits string
	digits, n.End, n.Form, n.Grouped = plain(a, i)
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return Number{}, false
	}
	n.Value = v
	if n.Form == Whole && n.End == i+1 {
		if f, ok := slash(a, i); ok {
			return f, true
		}
		if n.End < len(a) {
			if part, ok := signs[a[n.End].Low]; ok {
				n.Value, n.Form, n.End = n.Value+part, Fraction, n.End+1
				return n, true
			}
			if a[n.End].Gap {
				if f, ok := slash(a, n.End); ok && f.Value < 1 {
					n.Value, n.Form, n.End = n.Value+f.Value, Fraction, f.End
					return n, true
				}
			}
		}
	}
	if p, ok := power(a, n); ok {
		return p, true
	}
	return magnitude(a, n), true
}

// plain reads digits with separators: "1,234,567", "12,34,567.89", "1.111,11",
// "40 000", "12'500", "2.5". It returns them as strconv reads them.
func plain(a []Atom, i int) (digits string, end int, form Form, grouped bool) {
	digits, end = a[i].Low, i+1
	// Groups of thousands, set apart by commas, points before a decimal comma, or spaces.
	if len(digits) <= 3 {
		switch {
		case separated(a, end, ","):
			if d, e, ok := groups(a, i, ","); ok {
				digits, end, grouped = d, e, true
			} else if len(a[end+1].Low) <= 2 && !separated(a, end+2, ",") {
				return digits + "." + a[end+1].Low, end + 2, Decimal, false
			}
		case separated(a, end, "."):
			d, e, ok := groups(a, i, ".")
			switch {
			case ok && separated(a, e, ","):
				return d + "." + a[e+1].Low, e + 2, Decimal, true
			case ok && e > end+2 && len(d)%3 == len(digits)%3 && !(len(digits) == 3 && e == end+6): // "1.250.000", and no address of a computer
				digits, end, grouped = d, e, true
			}
		case separated(a, end, "'"):
			if d, e, ok := groups(a, i, "'"); ok && len(d)%3 == len(digits)%3 {
				digits, end, grouped = d, e, true
			}
		case digits[0] != '0' && end < len(a) && a[end].Gap && IsFigure(a, end, 3, 3) && !monthBefore(a, i):
			d, e := digits, end
			for e < len(a) && a[e].Gap && IsFigure(a, e, 3, 3) {
				d += a[e].Low
				e++
			}
			if !IsFigure(a, e, 1, 9) && !(Glued(a, e) && (a[e].Kind == Word || a[e].Low == "-" || a[e].Low == "/")) {
				digits, end, grouped = d, e, true
			}
		}
	}
	if separated(a, end, ".") && !(separated(a, end+2, ".") || Glued(a, i) && a[i-1].Low == ".") {
		return digits + "." + a[end+1].Low, end + 2, Decimal, grouped
	}
	return digits, end, Whole, grouped
}

// separated reports whether atom i is the mark and stands between digits, glued to both.
func separated(a []Atom, i int, mark string) bool {
	return At(a, i) == mark && Glued(a, i) && Glued(a, i+1) && a[i+1].Kind == Figure
}

// groups joins groups of three digits, or of two before a last of three as
// India writes them.
func groups(a []Atom, i int, mark string) (digits string, end int, ok bool) {
	var b strings.Builder
	b.WriteString(a[i].Low)
	end = i + 1
	twos := false
	for separated(a, end, mark) {
		switch len(a[end+1].Low) {
		case 3:
		case 2:
			twos = true
		default:
			return "", 0, false
		}
		b.WriteString(a[end+1].Low)
		end += 2
	}
	return b.String(), end, end > i+1 && len(a[end-1].Low) == 3 && !(twos && len(a[i].Low) > 2)
}

func monthBefore(a []Atom, i int) bool {
	s := At(a, i-1)
	if s == "." {
		s = At(a, i-2)
	}
	return Month(s) > 0
}

// slash reads "3/4". Dates ("9/11", "24/7") are told from fractions by the
// denominator: one that people divide by.
func slash(a []Atom, i int) (Number, bool) {
	if !IsFigure(a, i, 1, 3) || !separated(a, i+1, "/") || Glued(a, i) && a[i-1].Low == "/" || separated(a, i+3, "/") {
		return Number{}, false
	}
	num, den := Small(a, i), Small(a, i+2)
	switch den {
	case 2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100:
	default:
		return Number{}, false
	}
	return Number{First: i, End: i + 3, Value: float64(num) / float64(den), Form: Fraction}, true
}

// power reads "1e10", "1.1^-23" and "6.2x10^4" whose figures end at n.End.
func power(a []Atom, n Number) (Number, bool) {
	exponent := func(i int) (e int, end int, ok bool) {
		sign := 1
		for Glued(a, i) && (a[i].Low == "+" || a[i].Low == "-") {
			if a[i].Low == "-" {
				sign = -sign
			}
			i++
		}
		if !Glued(a, i) || !IsFigure(a, i, 1, 3) {
			return 0, 0, false
		}
		return sign * Small(a, i), i + 1, true
	}
	if !Glued(a, n.End) {
		return n, false
	}
	var v float64
	switch {
	case a[n.End].Low == "e":
		e, end, ok := exponent(n.End + 1)
		if !ok {
			return n, false
		}
		v, n.End = n.Value*math.Pow10(e), end
	case a[n.End].Low == "^":
		e, end, ok := exponent(n.End + 1)
		if !ok {
			return n, false
		}
		v, n.End = math.Pow(n.Value, float64(e)), end
	case (a[n.End].Low == "x" || a[n.End].Low == "×") && At(a, n.End+1) == "10" && At(a, n.End+2) == "^":
		e, end, ok := exponent(n.End + 3)
		if !ok {
			return n, false
		}
		v, n.End = n.Value*math.Pow10(e), end
	default:
		return n, false
	}
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return n, false
	}
	n.Value, n.Form = v, Power
	return n, true
}

// magnitude extends a number by a letter for its magnitude: "10k", "$3B".
// With a space between, only figures that no code or initial follows take one.
func magnitude(a []Atom, n Number) Number {
	if n.End >= len(a) || a[n.End].Kind != Word || Glued(a, n.End+1) && a[n.End+1].Kind == Figure {
		return n
	}
	form := a[n.End].written
	factor, ok := magnitudes.Find(form)
	switch {
	case !ok,
		form == "G" && n.Form == Whole && n.Value < 10, // mobile networks: 5G
		a[n.End].Gap && form != "k" && !n.Grouped:
		return n
	}
	n.Value *= factor
	n.End++
	return n
}
