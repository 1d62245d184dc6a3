package when

import (
	"strings"
	"time"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// Find returns the time expressions of a text in text order, resolved against
// the day the article was published; a zero published leaves relative ones
// symbolic. They don't overlap.
func Find(t *lang.Text, published time.Time) []Time {
	var found []Time
	var atoms []numeral.Atom
	r := &resolver{ref: published.UTC()}
	if published.IsZero() {
		r.ref = time.Time{}
	}
	for _, s := range t.Sentences {
		atoms = numeral.Split(t, s, atoms)
		p := &parser{t: t, s: s, a: atoms}
		found = append(found, p.run(r)...)
	}
	return found
}

func (p *parser) run(r *resolver) []Time {
	var found []Time
	free := 0
	for i := 0; i < len(p.a); {
		if !p.canBegin(i) {
			i++
			continue
		}
		if m, n, ranged, ok := p.dayPair(i); ok {
			var t Time
			if ranged {
				t, free = p.finishRange(r, m, n, free)
				i = free
			} else {
				t, free = p.finish(r, m, free)
				i = n.first
			}
			found = append(found, t)
			continue
		}
		m, ok := p.read(i)
		if !ok || p.title(m) {
			i++
			continue
		}
		t, end := p.finish(r, m, free)
		found = append(found, t)
		if n, ok := p.nextDay(m); ok && end == m.end {
			t, end = p.finish(r, n, end)
			found = append(found, t)
		}
		i, free = max(end, i+1), end
	}
	return found
}

// finish resolves the moment, joins it with the one that it makes a range
// with, and takes in the preposition that bends it.
func (p *parser) finish(r *resolver, m moment, free int) (Time, int) {
	if second, ok := p.rangeEnd(m, free); ok {
		return p.finishRange(r, m, second, free)
	}
	verb := p.tense(m.first)
	within := p.ahead(&m, verb, free)
	t := r.resolve(m, verb)
	m.end, t.Modifier = p.openEnded(m, t.Modifier)
	t.Core = p.span(m.first, m.end)
	first := m.first
	if within {
		first--
	} else if mod, from := p.preposition(m, free); mod != Plain {
		first = from
		if t.Modifier == Plain {
			t.Modifier = mod
		} else if mod != Approximate {
			t.Modifier = mod
		}
	}
	p.place(&t, first, m.end)
	return t, m.end
}

// ahead turns a stretch behind "in" or "within" into a time that lies ahead,
// where the verb doesn't say that it took so long: "will open in two weeks".
func (p *parser) ahead(m *moment, verb tense, free int) bool {
	word := p.at(m.first - 1)
	if m.first-1 < free || m.typ != Duration || m.length.vague || m.shift.set && !(word == "within" && m.shift.n > 0) || m.nth != 0 ||
		word != "within" && (word != "in" || verb == past) || p.at(m.end) == "of" || p.hyphened(m.first, m.end) || m.modifier != Plain {
		return false
	}
	if boundsOfLength.Has(p.at(m.first)) {
		return false
	}
	for i := max(free, m.first-5); word == "in" && i < m.first; i++ { // "the first rise in two years"
		if p.at(i) == "first" || p.at(i) == "time" || p.a[i].Token >= 0 && p.t.Tokens[p.a[i].Token].Feats.Degree == lang.DegreeSup {
			return false
		}
	}
	m.shift = shift{set: true, unit: m.length.parts[0].unit, n: m.length.parts[0].n, exact: true}
	if word == "in" {
		m.typ = Date
		if m.shift.unit < Day {
			m.typ = Clock
		}
	}
	return true
}

// openEnded takes in what opens a date to one side: "1994 or later", "1990 and
// beyond".
func (p *parser) openEnded(m moment, mod Modifier) (end int, opened Modifier) {
	if m.typ != Date || m.ref != "" || mod != Plain {
		return m.end, mod
	}
	switch word := p.spaced(m.end, m.end+2); {
	case openToFuture.Has(word):
		if p.at(m.end+1) != "after" || m.end+2 >= len(p.a) || p.a[m.end+2].Kind == numeral.Mark {
			return m.end + 2, Since
		}
	case openToPast.Has(word):
		return m.end + 2, Before
	}
	return m.end, mod
}

// spaced is the text of the atoms with a space between, "" where they run out.
func (p *parser) spaced(first, end int) string {
	if end > len(p.a) {
		return ""
	}
	s := p.a[first].Low
	for _, a := range p.a[first+1 : end] {
		s += " " + a.Low
	}
	return s
}

// place fills in span and tokens.
func (p *parser) place(t *Time, first, end int) {
	t.Span = p.span(first, end)
	t.First = p.t.TokenAt(t.Span.Start)
	for t.End = t.First; t.End < p.s.End && p.t.Tokens[t.End].Span.Start < t.Span.End; t.End++ {
	}
}

func (p *parser) span(first, end int) article.Span {
	return article.Span{Start: p.a[first].Span.Start, End: p.a[end-1].Span.End}
}

var modifierNames = []string{"plain", "before", "after", "since", "until", "early", "mid", "late", "approximate"}

// prepositions are the words before a time that bend it.
var prepositions = lexicon.TableOf(lexicon.TimeWords, "prepositions of time", func(fields []string) (Modifier, error) {
	return lexicon.Choice[Modifier](strings.Join(fields, "\t"), modifierNames)
})

// preposition finds the word before the moment that bends it and where it begins.
func (p *parser) preposition(m moment, free int) (Modifier, int) {
	at := m.first - 1
	if at < free || m.typ == Set || m.ref != "" && p.at(at) != "until" {
		return Plain, m.first
	}
	if m.typ == Duration && p.at(at) != "about" && p.at(at) != "around" {
		return Plain, m.first
	}
	if p.at(at) == "on" && at-1 >= free && (p.at(at-1) == "starting" || p.at(at-1) == "beginning") {
		at--
	}
	if mod, first := p.bent(at, free); mod != Plain {
		return mod, first
	}
	mod, ok := prepositions.Find(p.at(at))
	if mod == Approximate && (p.at(at-1) == "how" || p.at(at-1) == "what") {
		return Plain, m.first
	}
	if !ok {
		if p.at(at) == "than" && (p.at(at-1) == "later" || p.at(at-1) == "earlier") && p.at(at-2) == "no" && at-2 >= free {
			if p.at(at-1) == "later" {
				return Until, at - 2
			}
			return Since, at - 2
		}
		if p.at(at) == "than" && at-1 >= free {
			switch p.at(at - 1) {
			case "later":
				return After, at - 1
			case "earlier":
				return Before, at - 1
			}
		}
		return Plain, m.first
	}
	if mod == Since && p.at(at-1) == "ever" && at-1 >= free {
		at--
	}
	return mod, at
}

// bent reads what bends a date without a preposition of its own, or turns one
// round, up to atom at: "pre-1850", "c. 1850", "not before 2018".
func (p *parser) bent(at, free int) (mod Modifier, first int) {
	switch {
	case at-1 < free:
	case numeral.IsHyphen(p.a, at) && p.glued(at) && p.glued(at+1) && p.at(at-1) == "pre":
		return Before, at - 1
	case numeral.IsHyphen(p.a, at) && p.glued(at) && p.glued(at+1) && p.at(at-1) == "post":
		return After, at - 1
	case p.at(at) == "." && p.glued(at) && (p.at(at-1) == "c" || p.at(at-1) == "ca"):
		return Approximate, at - 1
	case p.at(at-1) == "not" && p.at(at) == "before":
		return Since, at - 1
	case p.at(at-1) == "not" && p.at(at) == "after":
		return Until, at - 1
	}
	return Plain, at
}
