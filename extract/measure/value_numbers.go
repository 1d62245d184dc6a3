package measure

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// numberWanted is a number as the set writes it.
type numberWanted struct {
	low, high float64 // infinite where the interval is open
	of        float64 // 0 where it isn't a share
	rough     bool
}

// parseNumber reads 4, 3..5, 3.., ..5, 2/5, 1/2.. or ~30.
func parseNumber(text string) (n numberWanted, err error) {
	text, n.rough = strings.CutPrefix(text, "~")
	n.low, n.high = math.Inf(-1), math.Inf(1)
	from, to, interval := strings.Cut(text, "..")
	number := func(part string, open float64) float64 {
		if part == "" {
			return open
		}
		part, of, share := strings.Cut(part, "/")
		x, bad := strconv.ParseFloat(part, 64)
		if share && bad == nil {
			n.of, bad = strconv.ParseFloat(of, 64)
		}
		if bad != nil {
			err = fmt.Errorf("%q is no number", text)
		}
		return x
	}
	n.low = number(from, n.low)
	n.high = n.low
	if interval {
		n.high = number(to, n.high)
		if to == "" {
			n.high = math.Inf(1)
		}
	}
	return n, err
}

// quantityMet is the one quantity that is v, or the two that are its parts.
func quantityMet(v Value, found []foundValue, units valueUnits) ([]foundValue, error) {
	for _, sign := range []string{":", "x"} {
		if a, b, ok := strings.Cut(v.Value, sign); ok {
			return partsMet(a, b, v.Unit, found, units)
		}
	}
	n, err := parseNumber(v.Value)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		if n.is(f, v.Unit, units) {
			return []foundValue{f}, nil
		}
	}
	return nil, nil
}

// partsMet is what stands for a score or for two sides: two quantities, or one
// from the lesser to the greater.
func partsMet(a, b, unit string, found []foundValue, units valueUnits) ([]foundValue, error) {
	x, err := parseNumber(a)
	if err != nil {
		return nil, err
	}
	y, err := parseNumber(b)
	if err != nil {
		return nil, err
	}
	whole := numberWanted{low: min(x.low, y.low), high: max(x.low, y.low)}
	for i, f := range found {
		if whole.is(f, unit, units) {
			return []foundValue{f}, nil
		}
		for j, g := range found {
			if i != j && (x.is(f, unit, units) || x.is(f, "", units)) && y.is(g, unit, units) {
				return []foundValue{f, g}, nil
			}
		}
	}
	return nil, nil
}

// slack is how far off a converted number may be, of itself.
const slack = 1e-4

// is reports whether a found quantity is the number in that unit. A whole is
// also what a share is of; an open end may exclude its bound; a rough number may
// be taken as it is or as an interval about it.
func (n numberWanted) is(f foundValue, unit string, units valueUnits) bool {
	low, high, comparable := converted(f, unit, units)
	if !comparable {
		return false
	}
	if n.of > 0 {
		part := func(x float64) float64 {
			switch {
			case f.of > 0:
				return x / f.of
			case f.unit == "%":
				return x / 100
			}
			return x
		}
		low, high = part(low), part(high)
		if n.high > n.low && math.IsInf(n.high, 1) && high <= 1 {
			high = n.high
		}
		n.low, n.high = n.low/n.of, n.high/n.of
	} else if n.low == n.high && f.of == n.low && f.of > 0 {
		return true
	}
	switch {
	case n.rough && n.low == n.high:
		return low <= high && low >= 0.5*n.low && low <= n.low*(1+slack) && high >= n.low*0.9 && high <= 1.5*n.low
	case n.rough:
		return low >= n.low/2 && low <= 2*n.low && (math.IsInf(high, 1) || high > low && high >= n.high/2 && high <= 2*n.high+2)
	}
	if math.IsInf(n.low, -1) && low <= 0 {
		low = n.low
	}
	step := 0.0
	if math.IsInf(n.low, -1) || math.IsInf(n.high, 1) {
		step = 1
	}
	return near(n.low, low, step) && near(n.high, high, step)
}

// near reports whether two ends are one, or a whole step apart.
func near(want, got, step float64) bool {
	if math.IsInf(want, 0) || math.IsInf(got, 0) {
		return want == got
	}
	d := math.Abs(want - got)
	return d <= slack*math.Abs(want) || step > 0 && d == step && want == math.Trunc(want)
}

// converted is the quantity's ends in the unit that is asked for; comparable is
// false where the two units don't measure one thing.
func converted(f foundValue, unit string, units valueUnits) (low, high float64, comparable bool) {
	if f.unit == unit {
		return f.low, f.high, true
	}
	from, known := units[f.unit]
	to, wanted := units[unit]
	if !known || !wanted || from.measure != to.measure {
		return 0, 0, false
	}
	turn := func(x float64) float64 { return (x*from.factor + from.shift - to.shift) / to.factor }
	return turn(f.low), turn(f.high), true
}
