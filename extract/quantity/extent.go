package quantity

import "math"

// extent is what a quantity can be: the interval, and how it was written.
type extent struct {
	low, high         float64
	openLow, openHigh bool    // the end itself is left out: "more than 19"
	bounded, about    bool    // the text limits the number; it says that it is near
	ranged            bool    // "8 to 12"
	share             bool    // a part of a whole
	vague             bool    // a magnitude; low and high are what it commonly means
	word              bool    // a vague word that may stand for small numbers: "several", "many"
	slackLow          float64 // of a vague quantity, the least and the most that it can still mean
	slackHigh         float64
	value             float64 // the number as it is written
	factor, shift     float64 // value*factor + shift is in the unit of the interval
	coarsest          float64 // the power of ten that value can be rounded to, at most; 0 for any
	fraction          bool    // "two thirds", "one in five": round by nature
	months            bool    // a length of time in months or years, which have no exact number of days
}

// single reports whether the extent is one number, neither bounded nor near.
func (x extent) single() bool { return x.low == x.high && !x.about && !x.vague }

// smallNumber is where plain counts begin to be rounded.
const smallNumber = 100

// extent is the quantity in Unit.
func (q *Quantity) extent() extent {
	x := extent{low: q.Low, high: q.High, value: q.Value}
	x.factor, x.shift = q.conversion()
	x.about = q.Bound == About
	x.bounded, x.ranged = q.Bound != Exact, q.Bound == Between
	switch q.Bound {
	case MoreThan:
		x.openLow = true
	case LessThan:
		x.openHigh = true
	case About:
		x.openHigh = q.High <= q.canonical(q.Value)
	case Between:
		x.openLow, x.openHigh = q.Ends[0] == MoreThan, q.Ends[1] == LessThan
	}
	if math.IsInf(x.low, -1) && x.high >= 0 && x.shift == 0 && q.Kind != Ordinal {
		x.low = 0
	}
	switch {
	case q.Kind == Ordinal, q.Kind == Age, q.Kind == Percent,
		q.Kind == Count && math.Abs(q.Value) < smallNumber:
		x.coarsest = 1
	}
	x.months = q.Unit == "mo"
	if q.Vague && q.Most > 0 && !q.shares() {
		x.vague, x.about, x.openLow, x.openHigh = true, false, false, false
		x.low, x.high = min(q.canonical(q.Value), q.Most), q.Most
		x.word = x.low < 20 && (q.Most < 20 || math.IsInf(q.Most, 1))
		x.slackLow, x.slackHigh = x.low/1.5, x.high*1.5
		if q.Value >= 1000 {
			x.slackHigh = x.high * 10 // "thousands" may stand for 40,000
		}
	}
	return x
}

// share is the quantity as a share of its whole.
func (q *Quantity) share() extent {
	x := q.extent()
	x.share, x.vague = true, false
	switch {
	case q.Kind == Percent:
		x = x.times(0.01)
	case q.Of > 0:
		x = x.times(1 / q.Of)
		if x.high > 1 {
			x.high, x.openHigh = math.Max(1, x.low), false
		}
		x.fraction = q.Of == 1 || q.Ratio
	}
	return x
}

// times is the extent in another unit.
func (x extent) times(factor float64) extent {
	x.low, x.high, x.slackLow, x.slackHigh = x.low*factor, x.high*factor, x.slackLow*factor, x.slackHigh*factor
	x.factor, x.shift = x.factor*factor, x.shift*factor
	return x
}

// relate compares two extents in one unit.
func relate(x, y extent) (Fit, Why) {
	if x.months != y.months {
		x, y = inDays(x), inDays(y)
	}
	if fit, why, ok := relateSingle(x, y); ok {
		return fit, why
	}
	converted := convertible(x, y)
	if converted {
		x, y = snapped(x, y)
	}
	why := reason(x, y)
	switch {
	case x.low == y.low && x.high == y.high && x.openLow == y.openLow && x.openHigh == y.openHigh && x.about == y.about && x.vague == y.vague:
		if converted && !x.vague {
			return Equal, ByConversion
		}
		return Equal, None
	case x.word && y.word:
		return NotComparable, ByVagueness
	case apart(x, y):
		return relateApart(x, y, why)
	case (x.about || y.about) && (x.single() || y.single() || x.about && y.about):
		return RoundsTo, ByRounding
	case within(x, y):
		return Narrower, why
	case within(y, x):
		return Broader, why
	}
	return Overlaps, why
}

// relateSingle compares two numbers that neither are bounded nor vague.
func relateSingle(x, y extent) (Fit, Why, bool) {
	if !x.single() || !y.single() {
		return 0, 0, false
	}
	converted := convertible(x, y)
	switch {
	case near(x.low, y.low):
		if converted {
			return Equal, ByConversion, true
		}
		return Equal, None, true
	case converted && (roundsTo(x, y, singleDigit) || roundsTo(y, x, singleDigit)):
		if math.Abs(x.low-y.low) <= closely*math.Max(math.Abs(x.low), math.Abs(y.low)) || x.shift != 0 || y.shift != 0 {
			return Equal, ByConversion, true
		}
		return RoundsTo, ByConversion, true
	case roundsTo(x, y, nearly), roundsTo(y, x, nearly), x.fraction != y.fraction && roughly(x, y):
		return RoundsTo, ByRounding, true
	}
	return Apart, ByValue, true
}

// convertible reports whether two extents are written in different units.
func convertible(x, y extent) bool {
	return !x.share && !y.share && (x.factor != y.factor || x.shift != y.shift)
}

// How far apart, as a part of the larger, two numbers may be of which one is
// the other rounded: in general, where both were converted so that nothing is
// lost, and where a single digit was converted.
const (
	nearly      = 0.05
	closely     = 0.03
	singleDigit = 0.1
	points      = 0.02 // how far a fraction in words may be from a percentage
)

// roundsTo reports whether coarse is fine with its last digits rounded, in the
// unit that coarse is written in.
func roundsTo(coarse, fine extent, most float64) bool {
	v, w := coarse.value, (fine.low-coarse.shift)/coarse.factor
	if v == 0 && coarse.shift == 0 || coarse.factor == 0 || math.IsInf(v, 0) || math.IsInf(w, 0) {
		return false
	}
	if coarse.shift == 0 && fine.shift == 0 {
		if math.Abs(v) >= 10 {
			most = math.Min(most, nearly)
		}
		if math.Abs(v-w) > most*math.Max(math.Abs(v), math.Abs(w)) {
			return false
		}
	}
	unit := grain(v)
	if coarse.coarsest > 0 {
		unit = math.Min(unit, coarse.coarsest)
	}
	return near(math.Round(w/unit)*unit, v) && !near(v, w)
}

// grain is the largest power of ten that divides a number, of six decimals at
// the most; 1 for 0.
func grain(v float64) float64 {
	v = math.Abs(v)
	if v == 0 {
		return 1
	}
	for unit := math.Pow(10, math.Floor(math.Log10(v))); unit > 1e-6; unit /= 10 {
		if n := v / unit; math.Abs(n-math.Round(n)) < 1e-6 {
			return unit
		}
	}
	return 1e-6
}

// roughly reports whether a fraction in words can stand for a percentage or a
// number of cases.
func roughly(x, y extent) bool {
	d := math.Abs(x.low - y.low)
	return d <= points && d <= nearly*math.Max(x.low, y.low)
}

// near reports whether two numbers are equal but for the arithmetic.
func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b))
}

// daysInMonth is the mean of the calendar.
const daysInMonth = 365.25 / 12

// inDays gives a length in months in days.
func inDays(x extent) extent {
	if x.months {
		x.months = false
		return x.times(daysInMonth)
	}
	return x
}

// snapped makes the ends of two extents equal that are so but for conversion.
func snapped(x, y extent) (extent, extent) {
	if x.factor < y.factor || x.factor == y.factor && x.shift < y.shift {
		y, x = snapped(y, x)
		return x, y
	}
	end := func(to *float64, from float64) {
		a, b := extent{low: *to, high: *to, value: (*to - x.shift) / x.factor, factor: x.factor, shift: x.shift},
			extent{low: from, high: from, value: (from - y.shift) / y.factor, factor: y.factor, shift: y.shift}
		if near(*to, from) || roundsTo(a, b, singleDigit) || roundsTo(b, a, singleDigit) {
			*to = from
		}
	}
	for _, from := range [2]float64{y.low, y.high} {
		if !math.IsInf(from, 0) && from != 0 {
			if !math.IsInf(x.low, 0) {
				end(&x.low, from)
			}
			if !math.IsInf(x.high, 0) {
				end(&x.high, from)
			}
		}
	}
	return x, y
}

// apart reports whether no number lies in both.
func apart(x, y extent) bool {
	return x.high < y.low || y.high < x.low || x.high == y.low && (x.openHigh || y.openLow) || y.high == x.low && (y.openHigh || x.openLow)
}

// within reports whether all of x lies in y.
func within(x, y extent) bool {
	return (x.low > y.low || x.low == y.low && (x.openLow || !y.openLow)) && (x.high < y.high || x.high == y.high && (x.openHigh || !y.openHigh))
}

// relateApart judges extents that don't meet, where one may be the other
// rounded, or a magnitude may mean somewhat more or less.
func relateApart(x, y extent, why Why) (Fit, Why) {
	switch {
	case x.vague != y.vague:
		loose := func(x extent) extent {
			if x.vague {
				x.low, x.high = x.slackLow, x.slackHigh
			}
			return x
		}
		if !apart(loose(x), loose(y)) {
			return Overlaps, ByVagueness
		}
	case x.vague:
	case x.single() && y.bounded && near(x.low, y.nominal()), y.single() && x.bounded && near(y.low, x.nominal()):
		return RoundsTo, ByBound // "more than 40" and "40"
	case x.about && y.single() && roundsTo(x.nominally(), y, nearly), y.about && x.single() && roundsTo(y.nominally(), x, nearly):
		return RoundsTo, ByRounding
	}
	return Apart, why
}

// nominal is the number that the text has, in the unit of the interval; of a
// range its lower end.
func (x extent) nominal() float64 { return x.value*x.factor + x.shift }

// nominally is the extent without what bounds it.
func (x extent) nominally() extent {
	x.low, x.high, x.about = x.nominal(), x.nominal(), false
	return x
}

// reason is what tells two extents apart.
func reason(x, y extent) Why {
	switch {
	case x.vague || y.vague:
		return ByVagueness
	case x.about != y.about, x.about && y.about:
		return ByRounding
	case x.single() != y.single() && (x.ranged || y.ranged):
		return ByPrecision
	case x.single() != y.single(), x.openLow != y.openLow, x.openHigh != y.openHigh,
		math.IsInf(x.high, 0) != math.IsInf(y.high, 0):
		return ByBound
	}
	return ByValue
}
