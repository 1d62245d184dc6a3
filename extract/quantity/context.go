package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// labels are the words that a number after them names: "Article 5", "Flight 17".
var labels = lexicon.NumberWords.Words("what a number behind names")

// plainLabels are labels that are common words too: they need a capital letter,
// or no noun behind the number.
var plainLabels = lexicon.NumberWords.Words("what a number behind names, and common words too")

// changes are the words of a rise or a fall, after which "from 5 to 10" tells
// two numbers, no range.
var changes = lexicon.NumberWords.Words("rise and fall")

// label reports whether number k dates, times or names something.
func (f *finder) label(k int) bool {
	n := f.n[k]
	first, last := n.First, n.End-1
	prev, next := f.at(first-1), f.at(n.End)
	figures := f.a[first].Kind == numeral.Figure && last == first
	glued := numeral.Glued(f.a, first)
	switch {
	case f.clock(n), f.dayOfMonth(n), f.code(n):
		return true
	case glued && f.a[first-1].Kind == numeral.Word && !strings.HasSuffix(prev, "$"):
		_, sign := currencySigns.Find(prev)
		return !sign
	case prev == "#", prev == "№", prev == "'" && glued && figures, prev == "." && glued && !f.signed(first), prev == "@" && glued, prev == "_":
		return true
	case (next == "." || next == ")") && first == 0 && figures && n.Value < 100, // "1. ", "2) "
		next == ")" && prev == "(" && figures && n.Value < 20 && numeral.Glued(f.a, n.End):
		return true
	case next == ":" && numeral.Glued(f.a, n.End) && numeral.Glued(f.a, n.End+1) && f.a[n.End+1].Kind == numeral.Figure,
		prev == ":" && glued && first > 1 && f.a[first-2].Kind == numeral.Figure:
		return true
	case f.inYears(n),
		prev == "of" && f.at(first-2) == "group" && f.capital(first-2):
		return true
	}
	if n.Form == numeral.Ordinal {
		if f.ranked(n) || idleOrdinals.Has(f.at(n.First)+" "+f.at(n.End)) {
			return true
		}
		return f.at(n.End) == "century" || numeral.IsHyphen(f.a, n.End) && f.at(n.End+1) == "century" || f.at(n.End) == "quarter" || f.at(n.End) == "half" && n.Value < 3
	}
	if n.Form != numeral.Whole || n.Vague {
		return false
	}
	// "Article 5", "No. 10", and a capitalized name before a bare number: "Boeing 737".
	at := first - 1
	if prev == "." && at > 0 && labels.Has(f.at(at-1)) {
		at--
	}
	switch s := f.at(at); {
	case f.followedByPlural(n):
	case labels.Has(s), plainLabels.Has(s) && (f.capital(at) || !f.nounFollows(n)):
		return true
	}
	return f.afterName(n)
}

// signed reports whether a currency's sign ends before atom i.
func (f *finder) signed(i int) bool {
	code, _ := f.signBefore(i)
	return code != ""
}

// ranked reports whether the ordinal belongs to a name or a compound: "83rd
// Street", "the Second World War", "second-term".
func (f *finder) ranked(n numeral.Number) bool {
	if n.End >= len(f.a) || numeral.IsHyphen(f.a, n.End) && numeral.Glued(f.a, n.End+1) {
		return true
	}
	named := f.a[n.End].Kind == numeral.Word && f.capital(n.End) && f.upos(n.End) == lang.PROPN
	return named && (f.a[n.First].Kind == numeral.Figure && labels.Has(f.at(n.End)) || f.capital(n.First) && n.First > 0 || rankedNames.Has(f.at(n.End)))
}

// idleOrdinals are ordinals with a noun that count nothing: "at first glance".
var idleOrdinals = lexicon.NumberWords.Words("ordinals that count nothing")

// rankedNames are what ordinals name with a capital letter.
var rankedNames = lexicon.NumberWords.Words("what an ordinal with a capital names")

// afterName reports whether the number belongs to the name before it.
func (f *finder) afterName(n numeral.Number) bool {
	at := n.First - 1
	if at < 0 || n.Words || n.Grouped || !f.a[n.First].Gap || f.a[at].Kind != numeral.Word || !f.capital(at) || f.a[at].Token < 0 {
		return false
	}
	if f.upos(at) != lang.PROPN || at == 0 {
		return false
	}
	if numeral.Month(f.at(at)) > 0 || numeral.Weekday(f.at(at)) > 0 {
		return false
	}
	if _, _, ok := f.boundBefore(n.First); ok {
		return false
	}
	return f.measured(n).Kind == Count && !f.nounFollows(n)
}

// measured reads the currency or unit of a number that need not be one of those
// found.
func (f *finder) measured(n numeral.Number) draft {
	d := draft{numFirst: n.First, numEnd: n.End, first: n.First, end: n.End}
	if !f.money(&d, n) {
		f.unit(&d, n)
	}
	return d
}

func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.t.Source[f.a[i].Span.Start:])
	return unicode.IsUpper(r)
}

// plural reports whether atom i is a plural common noun.
func (f *finder) plural(i int) bool {
	if f.upos(i) != lang.NOUN && f.upos(i) != lang.PROPN {
		return false
	}
	switch feats := f.t.Tokens[f.a[i].Token].Feats; feats.Number {
	case lang.NumberPlur:
		return true
	case lang.NumberSing:
		return f.at(i) == "people"
	}
	return strings.HasSuffix(f.at(i), "s") || f.at(i) == "people"
}

// followedByPlural reports whether a plural noun comes right after the number,
// adjectives skipped.
func (f *finder) followedByPlural(n numeral.Number) bool {
	for i := n.End; i < len(f.a) && i < n.End+4; i++ {
		switch f.upos(i) {
		case lang.NOUN, lang.PROPN:
			if f.plural(i) {
				return true
			}
		case lang.ADJ:
		default:
			return false
		}
	}
	return false
}

// nounFollows reports whether a noun, or an adjective, comes right after the number.
func (f *finder) nounFollows(n numeral.Number) bool {
	switch f.upos(n.End) {
	case lang.NOUN, lang.ADJ:
		return true
	case lang.PROPN:
		return f.plural(n.End)
	}
	return false
}

// clock reports whether the number is part of a clock time.
func (f *finder) clock(n numeral.Number) bool {
	next := f.at(n.End)
	if next == "am" || next == "pm" || (next == "a" || next == "p") && f.at(n.End+1) == "." && f.at(n.End+2) == "m" {
		return n.Value <= 24 && !n.Grouped
	}
	if next == "o" && f.at(n.End+1) == "'" && strings.HasPrefix(f.at(n.End+2), "clock") || behindClock.Has(next) {
		return true
	}
	return next == "." && numeral.IsFigure(f.a, n.End+1, 2, 2) && (f.at(n.End+2) == "pm" || f.at(n.End+2) == "am") ||
		n.Form == numeral.Decimal && (next == "pm" || next == "am")
}

// dayOfMonth reports whether the number is a day beside a month's name, or a
// year behind one.
func (f *finder) dayOfMonth(n numeral.Number) bool {
	if n.Grouped || n.Form != numeral.Whole && n.Form != numeral.Ordinal && n.Form != numeral.Decimal {
		return false
	}
	day := n.Value >= 1 && n.Value <= 31
	month := func(i int) bool {
		if numeral.Month(f.at(i)) == 0 {
			return false
		}
		return f.at(i) != "may" && f.at(i) != "march" || f.capital(i) || f.at(i) == "may" && f.a[n.First].Kind == numeral.Figure && i < n.First && !f.capitalized()
	}
	i := n.First - 1
	if f.at(i) == "the" {
		i--
	}
	if f.at(i) == "." || f.at(i) == "/" {
		i--
	}
	if month(i) && (day || numeral.IsYear(f.a, n.First)) && !(f.at(n.End) == "percent" || f.at(n.End) == "%") {
		return true
	}
	if day {
		end := n.End
		if f.at(end) == "of" || f.at(end) == "/" {
			end++
		}
		if month(end) {
			return true
		}
		// "29 and 30 July", "July 29-31", "July 29 and 30"
		for _, joined := range []int{n.End, n.First - 1} {
			if dayJoints.Has(f.at(joined)) {
				if joined == n.End {
					if s := numeral.Small(f.a, joined+1); s > 0 && s <= 31 && month(joined+2) {
						return true
					}
				} else if s := numeral.Small(f.a, joined-1); s > 0 && s <= 31 && (month(joined-2) || f.at(joined-2) == "." && month(joined-3)) && !f.nounFollows(n) {
					return true
				}
			}
		}
	}
	// "July 29, 2022"
	if numeral.IsYear(f.a, n.First) && n.End == n.First+1 {
		i := n.First - 1
		if f.at(i) == "," {
			i--
		}
		if s := numeral.Small(f.a, i); s > 0 && s <= 31 && (numeral.Month(f.at(i-1)) > 0 || f.at(i-1) == "." && numeral.Month(f.at(i-2)) > 0) {
			return true
		}
	}
	return false
}

// capitalized reports whether the sentence uses capital letters at all.
func (f *finder) capitalized() bool {
	for i := range f.a {
		if f.a[i].Kind == numeral.Word && f.capital(i) {
			return true
		}
	}
	return false
}

// code reports whether the number is part of a code: an ISO date, a telephone
// number, "9/11", "F-16", "24/7", "3-D".
func (f *finder) code(n numeral.Number) bool {
	first, end := n.First, n.End
	if n.Words {
		return false
	}
	prev, next := f.at(first-1), f.at(end)
	joint := func(s string) bool { return s == "-" || s == "/" || s == "." || s == "–" }
	before := numeral.Glued(f.a, first) && joint(prev) && first > 1 && !f.a[first-1].Gap
	after := numeral.Glued(f.a, end) && joint(next) && numeral.Glued(f.a, end+1)
	if before && f.a[first-2].Kind == numeral.Word && prev == "-" {
		// "F-16", "COVID-19", but "mid-20"
		return f.capital(first-2) && numeral.Month(f.at(first-2)) == 0
	}
	if n.Form != numeral.Whole || n.Grouped {
		return false
	}
	if after && next == "/" && f.a[end+1].Kind == numeral.Figure || before && prev == "/" && f.a[first-2].Kind == numeral.Figure {
		return true
	}
	// three parts, or parts as long as a telephone's: "555-1234"
	if before && f.a[first-2].Kind == numeral.Figure {
		return after && f.a[end+1].Kind == numeral.Figure || first > 3 && joint(f.at(first-3)) && numeral.Glued(f.a, first-2) && f.a[first-4].Kind == numeral.Figure ||
			len(f.a[first-2].Low) == 3 && len(f.a[first].Low) == 4 && prev == "-" && f.a[first].Low[0] < '3'
	}
	if after && f.a[end+1].Kind == numeral.Figure {
		return numeral.Glued(f.a, end+2) && joint(f.at(end+2)) && numeral.Glued(f.a, end+3) && f.a[end+3].Kind == numeral.Figure ||
			len(f.a[first].Low) == 3 && len(f.a[end+1].Low) == 4 && next == "-" && f.a[end+1].Low[0] < '3' || f.a[first].Low[0] == '0' && len(f.a[first].Low) > 1
	}
	if after && f.a[end+1].Kind == numeral.Word && next == "-" && len(f.a[end+1].Low) == 1 && !unitLetters.Has(f.a[end+1].Low) {
		return true
	}
	return f.a[first].Kind == numeral.Figure && len(f.a[first].Low) > 1 && f.a[first].Low[0] == '0' && n.End == first+1
}

// inYears reports whether the number is a year, a decade or a range of years.
func (f *finder) inYears(n numeral.Number) bool {
	if _, end := numeral.YearInWords(f.a, n.First); end > n.End || end == n.End && end > n.First && f.at(n.First-1) == "in" {
		return true
	}
	if y, end := numeral.YearInWords(f.a, max(n.First-1, 0)); n.First > 0 && end == n.End && y > 0 && f.a[n.First-1].Kind == numeral.Word {
		return true
	}
	if n.Form != numeral.Whole || n.Grouped || n.End != n.First+1 || f.a[n.First].Kind != numeral.Figure {
		return false
	}
	next := f.at(n.End)
	if (next == "s" || next == "'" && f.at(n.End+1) == "s") && numeral.Glued(f.a, n.End) && len(f.a[n.First].Low) != 3 {
		return true // "1990s", "in his 20s"
	}
	if numeral.IsFigure(f.a, n.First, 2, 2) && numeral.Glued(f.a, n.First) && numeral.IsHyphen(f.a, n.First-1) && numeral.Glued(f.a, n.First-1) && numeral.IsYear(f.a, n.First-2) {
		return true // "2012–13"
	}
	if !numeral.IsYear(f.a, n.First) {
		return false
	}
	if u := unitForm(next); u != nil && u.kind == Percent || f.at(n.End) == "%" {
		return false
	}
	if code, _ := f.signBefore(n.First); code != "" {
		return false
	}
	if beforeYear.Has(f.at(n.First - 1)) {
		return !(f.roundPeople(n))
	}
	if b, _, ok := f.boundBefore(n.First); ok && (f.followedByPlural(n) || b != About && b != Exact && n.Value < 1900) {
		return false
	}
	if f.besideCount(n) {
		return false
	}
	return !f.roundPeople(n)
}

// besideCount reports whether the number is one end of a range whose other end
// can be no year: "1000-5000".
func (f *finder) besideCount(n numeral.Number) bool {
	for _, joint := range [2]int{n.End, n.First - 1} {
		other := joint + 1
		if joint < n.First {
			other = joint - 1
		}
		if (numeral.IsHyphen(f.a, joint) || f.at(joint) == "to") && numeral.IsFigure(f.a, other, 4, 9) && !numeral.IsYear(f.a, other) {
			return true
		}
	}
	return false
}

// roundPeople reports whether a number that could be a year is a round number
// with a plural noun behind it: "2000 soldiers".
func (f *finder) roundPeople(n numeral.Number) bool {
	v := int(n.Value)
	return (v%50 == 0 || v < 1800) && f.followedByPlural(n)
}

// dated reports whether a length of time places something in time rather than
// measure how long it took: "two years ago", "the past six months".
func (f *finder) dated(d draft) bool {
	switch word := f.at(d.end); {
	case behindDated.Has(word):
		return true
	case word == "from":
		return f.at(d.end+1) == "now" || f.at(d.end+1) == "today"
	}
	if beforeDated.Has(f.at(d.first - 1)) {
		return true
	}
	return f.at(d.end) == "'" && f.at(d.end+2) == "time"
}

// counts reports whether number k, without unit, counts something: parts of a
// word, bare halves, articles and a "one" that stands for "a" don't.
func (f *finder) counts(k int) bool {
	n := f.n[k]
	next := f.at(n.End)
	if n.Form == numeral.Ordinal {
		return true
	}
	if n.Form == numeral.Fraction && n.Words && n.Of == 0 {
		if n.Value >= 1 && n.Value != float64(int(n.Value)) && !n.Article {
			return true
		}
		_, _, bounded := f.boundBefore(n.First)
		bare := n.End == n.First+1
		switch {
		case next == "of":
			return true
		case f.at(n.End-1) == "half" && (bare || n.Article):
			if beforeHalf.Has(f.at(n.First - 1)) {
				return false
			}
			return bounded || behindHalf.Has(next)
		case f.a[n.End-1].Low == "million", f.a[n.End-1].Low == "dozen", f.a[n.End-1].Low == "thousand", f.a[n.End-1].Low == "billion", f.a[n.End-1].Low == "hundred":
			return true
		case bare || n.Article:
			return bounded && !bare
		}
		return true
	}
	if n.End == n.First+1 && (n.Value == 1 || n.Value == 2) && n.Words {
		if numeral.IsHyphen(f.a, n.End) && numeral.Glued(f.a, n.End) { // "one-sided", "two-state"
			return false
		}
		if n.Value == 1 {
			return f.one(n)
		}
	}
	if numeral.IsHyphen(f.a, n.End) && numeral.Glued(f.a, n.End) && numeral.Glued(f.a, n.End+1) {
		if compounds.Has(f.at(n.End + 1)) {
			return false
		}
	}
	return !n.Tail || f.at(n.End) == "m" && f.people(n.End+1) // a code with letters behind: "737s", "5G"
}

// one reports whether the word "one" counts: "one person", not "one day", "one thing".
func (f *finder) one(n numeral.Number) bool {
	if behindOne.Has(f.at(n.End)) {
		return false
	}
	if f.at(n.First-1) == "no" || f.at(n.First-1) == "day" {
		return false
	}
	if f.at(n.End) == "of" {
		if f.at(n.First-1) == "not" { // "not one of the lifeboats"
			return true
		}
		at := n.End + 1
		if denominatorDeterminers.Has(f.at(at)) {
			at++
		}
		if at >= len(f.a) {
			return false
		}
		m, ok := numeral.Read(f.a, at)
		return ok && m.Form == numeral.Whole && !m.Vague && !m.Article
	}
	return f.upos(n.End) == lang.NOUN || f.upos(n.End) == lang.ADJ && f.upos(n.End+1) == lang.NOUN
}
