package match

import (
	"cmp"
	"slices"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/when"
)

// TimePair is two times of one act. A and B are indices into the documents' Times.
type TimePair struct {
	A, B     int
	Fit      when.Fit
	Said     bool // when it was said, not when it was
	Together bool // an encoder says that they are of one act
}

// pairTimes pairs the times of the two units that belong to words that are
// partners, or stand in one place, each with the first that fits, else with the
// first. A time that fits another of the other unit is left out where it doesn't
// fit: an article tells several.
func (l *alignment) pairTimes() []TimePair {
	p, q := &l.sides[SideA], &l.sides[SideB]
	of, in := p.within(), q.within()
	var pairs []TimePair
	fitting := [2]map[int]bool{{}, {}}
	for _, i := range of {
		for _, j := range in {
			fit, _ := when.Relate(&p.Times[i], &q.Times[j])
			switch fit {
			case when.NotComparable:
				continue
			case when.Equal, when.Narrower, when.Broader:
				fitting[SideA][i], fitting[SideB][j] = true, true
			}
			v, w := p.timeHead(i), q.timeHead(j)
			said := p.whenSaid(i)
			one, two := l.ofOneThing(p.Times[i].First, q.Times[j].First)
			one = one || fit == when.Apart && l.readApart(v, w)
			if said == q.whenSaid(j) && !two && (one || l.samePlace(v, w) || l.sameGovernor(v, w) || p.partnerOf(v) == w) {
				pairs = append(pairs, TimePair{i, j, fit, said, one})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b TimePair) int { return cmp.Compare(a.Fit, b.Fit) })
	taken := [2]map[int]bool{{}, {}}
	var found []TimePair
	for _, c := range pairs {
		apart := c.Fit == when.Apart || c.Fit == when.Overlaps
		if taken[SideA][c.A] || taken[SideB][c.B] || apart && (fitting[SideA][c.A] || fitting[SideB][c.B]) {
			continue
		}
		taken[SideA][c.A], taken[SideB][c.B] = true, true
		found = append(found, c)
	}
	return found
}

// timeContrasts gives the times of one act that don't fit each other. That one is
// told more finely is no contrast.
func (l *alignment) timeContrasts() []Contrast {
	p, q := &l.sides[SideA], &l.sides[SideB]
	var found []Contrast
	for _, c := range l.times {
		if c.Fit != when.Apart && c.Fit != when.Overlaps {
			continue
		}
		x, y := &p.Times[c.A], &q.Times[c.B]
		found = append(found, Contrast{
			A: Run{x.First, x.End}, B: Run{y.First, y.End},
			Cause:    TimeCause{c},
			Excludes: c.Fit == when.Apart && x.Modifier == when.Plain && y.Modifier == when.Plain && x.Type == y.Type && !c.Said && l.firm(p.timeHead(c.A), q.timeHead(c.B)),
		})
	}
	return found
}

// within are the times that stand in the side's unit.
func (s *side) within() []int { return s.timesIn(s.Run) }

// timeHead is the token of a time that depends on what stands outside it.
func (s *side) timeHead(i int) int {
	w := &s.Times[i]
	for k := w.First; k < w.End; k++ {
		if h := s.Text.Tokens[k].Head; (h < w.First || h >= w.End) && s.Text.Tokens[k].UPOS != lang.ADP {
			return k
		}
	}
	return w.First
}

// whenSaid reports whether a time tells when something was said: it hangs on the
// cue of a quotation and stands outside what is quoted.
func (s *side) whenSaid(i int) bool {
	head := s.Text.Tokens[s.timeHead(i)].Head
	for k := range s.Quotations {
		q := &s.Quotations[k]
		if q.CueHead >= 0 && q.CueHead == head && !overlapsAny(q.Content, s.Times[i].Span) {
			return true
		}
	}
	return false
}

func overlapsAny(spans []article.Span, span article.Span) bool {
	for _, s := range spans {
		if s.Overlaps(span) {
			return true
		}
	}
	return false
}
