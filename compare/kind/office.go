package kind

import (
	"slices"
	"strings"

	"xref/extract/lexicon"
)

// office is an epithet as a rank or a place that one holds: of a ladder of ranks nobody stands on two
// rungs at once, and nobody is deputy to himself.
type office struct {
	epithet
	rank    string // "" where it is none
	ladders []string
	status  string   // what sets it apart from the same office: "deputy"
	noun    string   // the last of its words
	rest    []string // the others and those behind it, without those of its status
}

var (
	// ranks are those of ladders.
	ranks = lexicon.PersonWords.Lists("ranks, with the ladders on which nobody stands on two rungs at once")
	// forces are the words for who gives ranks, and looseRanks the ranks that others give too.
	forces     = lexicon.PersonWords.Words("forces in which a rank is held")
	looseRanks = lexicon.PersonWords.Words("ranks that ships, teams and houses give too")
	// callings are the nouns that those bear too who are only deputies.
	callings = lexicon.PersonWords.Words("callings of which the deputies bear the name as well")
)

// offices compares the ranks and offices that articles give one person: two that nobody holds at
// once are told, where neither article gives both.
func (c *Comparison) offices(e *Present, of map[int][]epithet, places []int) (Finding, bool) {
	f, ok := neverAtOnce(c, e, of, places, officeOf, barred, func(a, b *office) bool { return !a.loosely(b) })
	return f, ok && !c.namesake(e)
}

// neverAtOnce compares what articles say that one person is, as read takes it from the epithets of each:
// apart finds in those of two articles what nobody is at once, and firm tells whether only one of the two can be right.
func neverAtOnce[T interface{ evidence(*Comparison) Evidence }](c *Comparison, e *Present, of map[int][]epithet, places []int,
	read func(epithet) (T, bool), apart func(of, in []T) (a, b T, ok bool), firm func(a, b *T) bool) (Finding, bool) {
	f := c.ofEntity(e)
	told := map[int][]T{}
	for _, place := range places {
		for _, p := range of[place] {
			if t, ok := read(p); ok {
				told[place] = append(told[place], t)
			}
		}
	}
	for i, x := range places {
		for _, y := range places[:i] {
			a, b, ok := apart(told[y], told[x])
			if !ok {
				continue
			}
			f.Evidence = append(f.Evidence, a.evidence(c), b.evidence(c))
			f.Verdict = excluding(f.Verdict, c.sameDay(x, y) && firm(&a, &b))
		}
	}
	if len(f.Evidence) == 0 {
		return f, false
	}
	f.Evidence = onePerValue(f.Evidence)
	f.Confidence, f.Weight, f.Reason = 0.7, 0.5, OtherTitle
	return f, true
}

// excluding is the verdict with two more passages that differ, or of which only one can be right.
func excluding(verdict Verdict, excludes bool) Verdict {
	if excludes || verdict == Conflict {
		return Conflict
	}
	return Differ
}

// officeOf reads an epithet; false where it tells of another time.
func officeOf(p epithet) (office, bool) {
	o := office{epithet: p}
	var words []string
	for _, word := range p.words {
		if _, rank := ranks.Find(word); rank || !strings.Contains(word, "-") {
			words = append(words, word)
			continue
		}
		words = append(words, strings.Split(word, "-")...)
	}
	for _, word := range words {
		word = lexicon.FullTitle(word)
		status, ok := statuses.Find(word)
		switch {
		case bygone.Has(word) && status != incoming || ok && status == former:
			return o, false
		case ok:
			o.status = strings.TrimSpace(o.status + " " + status)
		default:
			o.rest = append(o.rest, word)
		}
	}
	if len(o.rest) == 0 {
		return o, false
	}
	for n := 0; n < len(words); n++ {
		run := strings.Join(words[n:], " ")
		if ladders, ok := ranks.Find(run); ok {
			if !slices.Contains(ladders, "-") && (!looseRanks.Has(run) || p.before || slices.ContainsFunc(append(words[:n:n], p.behind...), forces.Has)) {
				o.rank, o.ladders = run, ladders
			}
			break
		}
	}
	o.noun = o.rest[len(o.rest)-1]
	o.rest = append(o.rest[:len(o.rest)-1:len(o.rest)-1], p.behind...)
	return o, true
}

// barred are an office of one list and one of the other that nobody holds at once; false where there are
// none or one of the lists has both.
func barred(of, in []office) (a, b office, ok bool) {
	for _, v := range of {
		for _, w := range in {
			if !v.excludes(&w) {
				continue
			}
			if slices.ContainsFunc(of, func(o office) bool { return o.sameOffice(&w) }) || slices.ContainsFunc(in, func(o office) bool { return o.sameOffice(&v) }) {
				return a, b, false
			}
			if !ok {
				a, b, ok = v, w, true
			}
		}
	}
	return a, b, ok
}

// excludes reports whether nobody holds both offices at once.
func (o *office) excludes(p *office) bool {
	if o.rank != "" && p.rank != "" && o.rank != p.rank && o.status == p.status {
		return slices.ContainsFunc(o.ladders, func(l string) bool { return slices.Contains(p.ladders, l) })
	}
	if o.noun != p.noun || o.status == p.status || !standIn(o.status) || !standIn(p.status) {
		return false
	}
	if callings.Has(o.noun) {
		return len(o.rest) > 0 && within(o.rest, p.rest) && within(p.rest, o.rest)
	}
	return within(o.rest, p.rest) || within(p.rest, o.rest)
}

// sameOffice reports whether an office may be another in other words.
func (o *office) sameOffice(p *office) bool {
	return o.noun == p.noun && o.status == p.status && (o.rank == p.rank || o.rank == "" || p.rank == "")
}

// loosely reports whether one of two offices is often called by the word of the other: colonel, lieutenant
// colonel; president, president-elect.
func (o *office) loosely(p *office) bool {
	return o.rank != "" && p.rank != "" && o.noun == p.noun || o.status == incoming || p.status == incoming
}

// standIn reports whether a status is that of who holds an office, or deputises, or will hold it.
func standIn(status string) bool {
	switch status {
	case "", deputy, assistant, incoming:
		return true
	}
	return false
}

// What sets an office apart from the one of the same name.
const (
	deputy    = "deputy"
	assistant = "assistant"
	incoming  = "incoming"
	former    = "former"
)

// within reports whether all words of one list are in another.
func within(some, all []string) bool {
	return !slices.ContainsFunc(some, func(word string) bool { return !slices.Contains(all, word) })
}
