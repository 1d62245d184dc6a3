package when

import (
	"xref/extract/lang"
	"xref/extract/numeral"
)

// moment is a time expression as the text gives it, before it is resolved.
// Fields are zero where the text doesn't tell them.
type moment struct {
	first, end int // atoms of the expression
	typ        Type

	century, decade, year, half, quarter, month, week, day, weekday int

	short    bool   // the year or decade lacks its century: "'90s", "5/3/18"
	fiscal   bool   // the year is a fiscal one
	season   string // TIMEX3's code
	weekend  bool
	nth      int // which week or weekday of its month or year; -1 is the last
	nthOf    Granularity
	part     string // part of a day, TIMEX3's code
	time     clock
	shift    shift
	length   length
	plus     length // added to the date: "three weeks from tomorrow"
	back     bool   // plus is taken off: "two days before yesterday"
	holiday  string
	ref      string // PAST_REF, PRESENT_REF, FUTURE_REF
	set      string // value of a set that repeats
	freq     int    // how often, in its unit
	modifier Modifier
}

// clock is a time of day.
type clock struct {
	set                  bool
	hour, minute, second int
	minutes, seconds     bool // they are told
	either               bool // before or after noon isn't told: "at 5"
	zone                 string
}

// shift places a moment relative to another: "last week", "two months ago",
// "a year earlier".
type shift struct {
	set   bool
	unit  Granularity
	n     float64
	vague bool // "several years ago"
	exact bool // counted from the day itself ("two weeks ago"), not from the unit it lies in ("last week")
	text  bool // counted from what the text tells, not from now: "a year earlier"
	same  bool // "that year", "the same day", "the quarter": the one last told
}

// length is a stretch of time.
type length struct {
	parts []lengthPart
	vague bool
	most  float64 // of "two to three weeks" 3, in the unit of its one part; else 0
}

type lengthPart struct {
	unit Granularity
	n    float64
}

// parser reads the moments of one sentence.
type parser struct {
	t *lang.Text
	s lang.Sentence
	a []numeral.Atom
}

func (p *parser) at(i int) string { return numeral.At(p.a, i) }

func (p *parser) glued(i int) bool { return numeral.Glued(p.a, i) }

// phrase returns the end of the words if they stand from atom i on, else 0.
func (p *parser) phrase(i int, words ...string) int {
	for n, w := range words {
		if p.at(i+n) != w {
			return 0
		}
	}
	return i + len(words)
}

// isWord reports whether atom i is a word of its own, not part of a longer code.
func (p *parser) isWord(i int) bool {
	return i >= 0 && i < len(p.a) && p.a[i].Kind == numeral.Word && !(p.glued(i) && p.a[i-1].Kind == numeral.Word)
}

func (p *parser) upos(i int) lang.UPOS {
	if i < 0 || i >= len(p.a) || p.a[i].Token < 0 {
		return lang.X
	}
	return p.t.Tokens[p.a[i].Token].UPOS
}

// capital reports whether atom i begins with a capital letter.
func (p *parser) capital(i int) bool {
	c := p.t.Source[p.a[i].Span.Start]
	return 'A' <= c && c <= 'Z'
}

// read returns the longest moment that begins with atom i.
func (p *parser) read(i int) (moment, bool) {
	var best moment
	for _, reader := range readers {
		if m, ok := reader(p, i); ok && m.end > best.end {
			m.first = i
			best = m
		}
	}
	return best, best.end > 0
}

// readers lists what a moment can begin with. Of two that read as far, the
// first holds.
var readers = []func(*parser, int) (moment, bool){
	(*parser).edged,
	(*parser).calendar,
	(*parser).demonstrative,
	(*parser).counted,
	(*parser).adverb,
	(*parser).holidays,
	(*parser).stretch,
	(*parser).repeated,
	(*parser).ofDay,
	(*parser).dayAlone,
	(*parser).reference,
}
