package when

import (
	"strings"
	"time"

	"xref/extract/lexicon"
)

// Fit is how one time goes together with another, if both are told of one
// event.
type Fit uint8

// The fits.
const (
	NotComparable Fit = iota // of another type, or too little is known of either
	Equal
	Narrower // the first lies within the second
	Broader  // the second lies within the first
	Overlaps // both can be right, and neither holds the other
	Apart    // both can't be right of one event
)

var fitNames = [...]string{"not comparable", "equal", "narrower", "broader", "overlaps", "apart"}

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
	None          Why = iota
	ByValue           // the dates, clock times or lengths
	ByGranularity     // one is told more finely: "Friday" and "July"
	ByModifier        // "until Friday" and "Friday", "early July" and "late July"
	ByVagueness       // "several weeks"
	ByType            // a date and a length of time
	ByUnknown         // the date of either isn't known
)

var whyNames = [...]string{"none", "value", "granularity", "modifier", "vagueness", "type", "unknown"}

func (w Why) String() string { return whyNames[w] }

// Relate says how two times go together and what that rests on. Relate(b, a) is
// the mirror of Relate(a, b), with the same reason.
func Relate(a, b *Time) (Fit, Why) {
	switch {
	case a == nil || b == nil:
		return NotComparable, ByType
	case a.Type == Set || b.Type == Set:
		if a.Type != b.Type {
			return NotComparable, ByType
		}
		return relateSets(a, b)
	case a.Type == Duration || b.Type == Duration:
		if a.Type != b.Type {
			return NotComparable, ByType
		}
		return relateLengths(a, b)
	case referenceOrder[a.Value] != 0 || referenceOrder[b.Value] != 0:
		return relateReferences(a, b)
	}
	fit, why := relateDated(inZone(a), inZone(b))
	if fit == Apart && a.Type == Clock && b.Type == Clock && a.Zone != b.Zone && (!zoneKnown(a) || !zoneKnown(b)) {
		return NotComparable, ByUnknown // "2 p.m." and "1200 GMT"
	}
	return fit, why
}

// relateDated compares two dates or clock times.
func relateDated(a, b *Time) (Fit, Why) {
	if a.Begin.IsZero() || b.Begin.IsZero() || a.undated() != b.undated() || a.undated() && a.Type == b.Type {
		return relatePartial(a, b)
	}
	return relateIntervals(a, b)
}

// zoneOffsets are the minutes by which zones are ahead of Greenwich.
var zoneOffsets = lexicon.TimeWords.Integers("offsets of time zones")

func zoneKnown(t *Time) bool {
	_, ok := zoneOffsets.Find(t.Zone)
	return ok
}

// inZone is the time moved to Greenwich, where its zone is known.
func inZone(t *Time) *Time {
	offset, ok := zoneOffsets.Find(t.Zone)
	if !ok || offset == 0 {
		return t
	}
	moved := *t
	moved.ahead = offset
	if !t.Begin.IsZero() {
		moved.Begin, moved.Stop = t.Begin.Add(-time.Duration(offset)*time.Minute), t.Stop.Add(-time.Duration(offset)*time.Minute)
	}
	return &moved
}

// SameDay reports whether two moments fall on one day of the calendar, each in
// its own zone as it was written, and whether both are known at all.
func SameDay(a, b time.Time) (same, known bool) {
	if a.IsZero() || b.IsZero() {
		return false, false
	}
	ay, am, ad := a.Date()
	by, bm, bd := b.Date()
	return ay == by && am == bm && ad == bd, true
}

// referenceOrder orders the values of times that no date is told of; 0 is for others.
var referenceOrder = map[string]int{"PAST_REF": 1, "PRESENT_REF": 2, "FUTURE_REF": 3}

func relateReferences(a, b *Time) (Fit, Why) {
	x, y := referenceOrder[a.Value], referenceOrder[b.Value]
	switch {
	case x == y:
		return Equal, None
	case x+y == 4 && x != y: // past and future
		return Apart, ByValue
	}
	return NotComparable, ByUnknown
}

// undated reports whether the text tells a clock time or part of the day and
// leaves the day to be guessed.
func (t *Time) undated() bool { return strings.HasPrefix(t.Symbol, "XXXX-XX-XXT") }

// stretchOfTime is an interval, either end of which may be open; zero times
// stand for no end.
type stretchOfTime struct {
	begin, stop time.Time
}

// relateIntervals compares two times whose dates are known.
func relateIntervals(a, b *Time) (Fit, Why) {
	x, y := a.narrowed(), b.narrowed()
	why := ByValue
	if a.Modifier != b.Modifier {
		why = ByModifier
	}
	sameLimit := a.Modifier == b.Modifier && (a.Modifier == Since || a.Modifier == Until)
	if !sameLimit {
		x, y = x.limited(a.Modifier, a.approximate()), y.limited(b.Modifier, b.approximate())
	}
	if opposed(a.Modifier, b.Modifier) && a.Value == b.Value {
		return Apart, ByModifier
	}
	fit := x.relate(y)
	switch {
	case fit == Equal && a.Modifier == b.Modifier:
		return Equal, None
	case fit == Equal:
		return Overlaps, ByModifier
	case fit == Apart, why == ByModifier:
	default:
		why = ByGranularity
	}
	return fit, why
}

// opposed reports whether two modifiers of one time exclude each other.
func opposed(a, b Modifier) bool {
	return a == Early && b == Late || a == Late && b == Early
}

// approximate reports whether the moment is told to the minute only because it
// was counted from now.
func (t *Time) approximate() bool {
	return t.Modifier == Approximate || strings.HasPrefix(t.Symbol, "PRESENT_REF OFFSET PT")
}

// narrowed is the interval, of "late Friday" and "early morning" the part of it
// that is meant; longer ones were narrowed when they were resolved.
func (t *Time) narrowed() stretchOfTime {
	s := stretchOfTime{t.Begin, t.Stop}
	if t.Granularity > Day || t.Granularity == Unknown {
		return s
	}
	third := s.stop.Sub(s.begin) / 3
	switch t.Modifier {
	case Early:
		s.stop = s.stop.Add(-third)
	case Mid:
		s.begin, s.stop = s.begin.Add(third), s.stop.Add(-third)
	case Late:
		s.begin = s.begin.Add(third)
	}
	return s
}

// leastSlack is what "around noon" may be off at least.
const leastSlack = 30 * time.Minute

// limited opens the interval to the side that the modifier leaves open.
func (s stretchOfTime) limited(m Modifier, approximate bool) stretchOfTime {
	switch m {
	case Before:
		return stretchOfTime{stop: s.begin}
	case After:
		return stretchOfTime{begin: s.stop}
	case Since:
		return stretchOfTime{begin: s.begin}
	case Until:
		return stretchOfTime{stop: s.stop}
	}
	if approximate {
		slack := max(s.stop.Sub(s.begin), leastSlack)
		return stretchOfTime{s.begin.Add(-slack), s.stop.Add(slack)}
	}
	return s
}

func (s stretchOfTime) relate(o stretchOfTime) Fit {
	switch {
	case s.begin.Equal(o.begin) && s.stop.Equal(o.stop):
		return Equal
	case !s.stop.IsZero() && !o.begin.IsZero() && !o.begin.Before(s.stop), !o.stop.IsZero() && !s.begin.IsZero() && !s.begin.Before(o.stop):
		return Apart
	case s.within(o):
		return Narrower
	case o.within(s):
		return Broader
	}
	return Overlaps
}

func (s stretchOfTime) within(o stretchOfTime) bool {
	return (o.begin.IsZero() || !s.begin.IsZero() && !s.begin.Before(o.begin)) && (o.stop.IsZero() || !s.stop.IsZero() && !s.stop.After(o.stop))
}
