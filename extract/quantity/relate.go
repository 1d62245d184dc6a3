package quantity

// Fit is how one quantity goes together with another, if both are told of one
// thing.
type Fit uint8

// The fits.
const (
	NotComparable Fit = iota // of another kind or unit, a part against a number of another whole, what comes on top against a total
	Equal                    // the same value, bound, scope and denominator, units converted
	RoundsTo                 // one is the other rounded
	Narrower                 // the first lies within the second, or says the bound, share or whole that the second leaves out
	Broader                  // the second lies so within the first
	Overlaps                 // both can be right, and neither holds the other
	Apart                    // both can't be right of one thing at one time
)

var fitNames = [...]string{"not comparable", "equal", "rounds to", "narrower", "broader", "overlaps", "apart"}

func (f Fit) String() string { return fitNames[f] }

// Mirror is the fit with the sides exchanged.
func (f Fit) Mirror() Fit {
	switch f {
	case Narrower:
		return Broader
	case Broader:
		return Narrower
	}
	return f
}

// Why is what a fit rests on.
type Why uint8

// The reasons.
const (
	None         Why = iota
	ByValue          // the numbers
	ByBound          // "at least 19" and "19"
	ByRounding       // "1,012" and "1,000"; "about 40" and "38"
	ByPrecision      // "8 to 12" and "10"
	ByShare          // the part or the whole: "22 of 29" and "22", "all 19" and "19"
	ByConversion     // "12 miles" and "19 km"
	ByKind           // ordinals and counts, ages and lengths of time
	ByUnit           // "$5" and "€5", percent and percentage points
	ByAddition       // "39 others" and a total
	ByVagueness      // "several" and "many"
)

var whyNames = [...]string{"none", "value", "bound", "rounding", "precision", "share", "conversion", "kind", "unit", "addition", "vagueness"}

func (w Why) String() string { return whyNames[w] }

// Relate says how two quantities go together and what that rests on. Whether
// they count the same things is for the caller to know. Relate(b, a) is the
// mirror of Relate(a, b), with the same reason.
func Relate(a, b *Quantity) (Fit, Why) {
	if a == nil || b == nil {
		return NotComparable, ByKind
	}
	switch {
	case a.shares() && b.Kind == Count && !b.shares(), b.shares() && a.Kind == Count && !a.shares():
		return relateShareAndCount(a, b)
	case a.Kind != b.Kind && !(a.shares() && b.shares()):
		return NotComparable, ByKind
	case a.Unit != b.Unit && a.Kind != Count && b.Kind != Count && !lengths(a, b):
		return NotComparable, ByUnit
	case a.Kind == Score:
		if a.Low == b.Low && a.High == b.High {
			return Equal, None
		}
		return Apart, ByValue
	case (a.Scope == More) != (b.Scope == More):
		return NotComparable, ByAddition
	case a.shares():
		fit, why := relate(a.share(), b.share())
		return join(fit, why, wholes(a, b))
	case a.Kind == Count:
		return relateCounts(a, b)
	}
	x, y := a.extent(), b.extent()
	if a.Per == b.Per || a.Per == "" || b.Per == "" {
		fit, why := relate(x, y)
		return join(fit, why, told(a.Per != "", b.Per != ""))
	}
	u, v := unitSymbol(a.Per), unitSymbol(b.Per)
	if u == nil || v == nil || u.Base != v.Base {
		return NotComparable, ByUnit // "$80 a barrel" and "$80 a tonne"
	}
	return relate(x.times(1/u.Factor), y.times(1/v.Factor))
}

// told is the fit of two sides of which either may tell what the other leaves out.
func told(a, b bool) Fit {
	switch {
	case a == b:
		return Equal
	case a:
		return Narrower
	}
	return Broader
}

// shares reports whether the number is a part of a whole: a percentage, a
// fraction, "one in five".
func (q *Quantity) shares() bool {
	return q.Kind == Percent && q.Unit == "%" || q.Kind == Count && (q.Of == 1 || q.Ratio)
}

// lengths reports whether both are lengths of time, in days and in months.
func lengths(a, b *Quantity) bool {
	return a.Kind == Duration && b.Kind == Duration
}

// relateCounts holds two numbers of things against each other, either of which
// may tell of how many they are a part.
func relateCounts(a, b *Quantity) (Fit, Why) {
	x, y := a.extent(), b.extent()
	switch {
	case a.counted() && b.counted() && a.Of != b.Of:
		fit, _ := relate(a.share(), b.share())
		if fit == Apart {
			return Apart, ByShare
		}
		return Overlaps, ByShare
	case a.counted() && !b.counted() && b.Scope == Plain && y.single() && y.low == a.Of && x.low != a.Of,
		b.counted() && !a.counted() && a.Scope == Plain && x.single() && x.low == b.Of && y.low != b.Of:
		return NotComparable, ByShare // "22 of 29" and "29"
	}
	fit, why := relate(x, y)
	return join(fit, why, wholes(a, b))
}

// counted reports whether the number of the whole is told: "22 of 29".
func (q *Quantity) counted() bool { return q.Of > 1 && !q.Ratio }

// wholes compares what two numbers say of the whole that they are a part of.
func wholes(a, b *Quantity) Fit {
	if a.Ratio || b.Ratio {
		return Equal // "three out of five" is a share, of nothing that is counted
	}
	switch {
	case a.counted() || b.counted():
		switch {
		case a.counted() && b.counted() && a.Of == b.Of:
			return Equal
		case a.counted() && b.counted():
			return Apart
		case a.Scope == All && a.Value == b.Of, b.Scope == All && b.Value == a.Of:
			return Equal
		case a.Scope == All || b.Scope == All:
			return Apart
		case a.counted():
			return Narrower
		}
		return Broader
	case a.Scope == b.Scope, a.shares() && b.shares(), a.Scope == All && b.Definite, b.Scope == All && a.Definite:
		return Equal
	case a.Scope == Plain:
		return Broader
	case b.Scope == Plain:
		return Narrower
	}
	return Overlaps // "all five" and "five of the hostages"
}

// join adds to how two numbers fit how what is said of their wholes does.
func join(fit Fit, why Why, wholes Fit) (Fit, Why) {
	switch {
	case fit == Apart || fit == NotComparable || fit == Overlaps || fit == wholes || wholes == Equal:
		return fit, why
	case fit == Equal, wholes == Apart:
		return wholes, ByShare
	case fit == RoundsTo:
		return fit, why
	}
	return Overlaps, ByShare
}

// relateShareAndCount holds a percentage or fraction against a number of things.
func relateShareAndCount(a, b *Quantity) (Fit, Why) {
	if !a.shares() {
		fit, why := relateShareAndCount(b, a)
		return fit.Mirror(), why
	}
	n := b.extent()
	switch {
	case b.Scope == More, a.Scope == More:
		return NotComparable, ByAddition
	case b.counted() && (!a.counted() || a.Of == b.Of):
		fit, why := relate(a.share(), b.share())
		if !a.counted() {
			return join(fit, why, Broader)
		}
		return fit, why
	case b.Scope == All, n.single() && n.low == 0:
		whole := extent{low: 1, high: 1, value: 1, factor: 1}
		if n.single() && n.low == 0 {
			whole = extent{factor: 1}
		}
		fit, why := relate(a.share(), whole)
		if fit == Equal {
			return Broader, ByShare
		}
		return fit, why
	case a.Kind == Percent && a.counted() && !b.counted() && !(n.single() && n.low == a.Of): // "10 percent of its 5,000 jobs" and "500 jobs"
		fit, why := relate(a.share().times(a.Of), n)
		return join(fit, why, Narrower)
	}
	return NotComparable, ByShare
}
