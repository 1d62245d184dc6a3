package quantity

import (
	"math"
	"strings"
	"unicode"

	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// measure reads number k with its currency or unit.
func (f *finder) measure(k int) draft {
	n := f.n[k]
	d := draft{numFirst: n.First, numEnd: n.End, first: n.First, end: n.End}
	d.Value, d.Vague = n.Value, n.Vague
	if n.Form == numeral.Ordinal {
		d.Kind, d.countable = Ordinal, true
		return d
	}
	if n.Of > 0 {
		d.Value, d.Of, d.Scope, d.Ratio = math.Round(n.Value*n.Of), n.Of, Part, true
	}
	if f.money(&d, n) || f.unit(&d, n) {
		return d
	}
	if f.at(d.end) == "m" && n.Tail && f.people(d.end+1) { // "1.5m households"
		d.Value *= 1e6
		d.end++
		d.numEnd = d.end
	}
	d.countable = true
	return d
}

// oneUnit reads "a litre of water", "a mile away" at the article, atom i.
func (f *finder) oneUnit(d draft, i int) (draft, bool) {
	if i == f.free && len(f.found) > 0 { // "$80 a barrel"
		return draft{}, false
	}
	for end := min(len(f.a), i+4); end > i+1; end-- {
		form := f.text(i+1, end)
		u := unitForm(form)
		if u == nil || u.kind != Measure || abbreviated.Has(form) || uncountedUnits.Has(form) || u.Base == "deg" || u.Base == "°C" || !behindOneUnit.Has(f.at(end)) {
			continue
		}
		d.Value, d.Low, d.High = 1, 1, 1
		d.end, d.to, d.numEnd = end, end, i+1
		f.setUnit(&d, u, end)
		return d, true
	}
	return draft{}, false
}

// Words by which an article before a unit counts, and units with which it doesn't.
var (
	behindOneUnit  = lexicon.UnitWords.Words("behind an article and a unit")
	uncountedUnits = lexicon.UnitWords.Words("units that an article doesn't count")
)

// money reads a currency before or behind the number.
func (f *finder) money(d *draft, n numeral.Number) bool {
	if n.Form == numeral.Fraction && n.Value < 1 && !strings.ContainsAny(f.at(n.First-1), "$£€") {
		return false
	}
	code, first := f.signBefore(n.First)
	if code == "" {
		return f.currencyBehind(d, n)
	}
	d.Kind, d.Unit, d.Written, d.first = Money, code, f.text(first, n.First), first
	if factor, ok := moneyLetters.Find(f.at(d.end)); ok && !(numeral.Glued(f.a, d.end+1) && f.a[d.end+1].Kind == numeral.Word) {
		d.Value *= factor
		d.end++
		d.numEnd = d.end
	}
	if c, end := f.currencyName(d.end); c == code || code == "USD" && c != "" && f.at(d.end) != "pounds" {
		d.Unit, d.end = c, end
	}
	return true
}

// moneyLetters are magnitudes that only sums of money are written with.
var moneyLetters = lexicon.NumberWords.Numbers("letters behind money")

// wordCodes are the letter codes that are also words or names when they are
// not in capitals.
var wordCodes = lexicon.UnitWords.Words("currency codes that are words too")

// signBefore reads the currency sign that ends before atom i.
func (f *finder) signBefore(i int) (code string, first int) {
	for first := max(f.free, i-5, 0); first < i; first++ {
		key := f.text(first, i)
		code, ok := currencySigns.Find(key)
		if !ok || numeral.Glued(f.a, first) && f.a[first-1].Kind != numeral.Mark {
			continue
		}
		if wordCodes.Has(key) && !unicode.IsUpper(rune(f.t.Source[f.a[first].Span.Start])) {
			continue
		}
		return code, first
	}
	return "", i
}

// currencyBehind reads the currency that follows a number: "million dollars",
// "10 €", "115USD", "50 cents", "30 MUSD", "one-yen".
func (f *finder) currencyBehind(d *draft, n numeral.Number) bool {
	at := n.End
	if numeral.IsHyphen(f.a, at) && numeral.Glued(f.a, at+1) {
		at++
	}
	if of, ok := hundredths.Find(f.at(at)); ok {
		d.Kind, d.Unit, d.Written, d.end = Money, of, f.at(at), at+1
		if s, ok := coinNames.Find(d.Written); ok {
			d.Written = s
		}
		return true
	}
	if f.at(at) == "p" && numeral.Glued(f.a, at) && !n.Words && !(numeral.Glued(f.a, at+1) && f.a[at+1].Kind != numeral.Mark) && f.pence(n) {
		d.Kind, d.Unit, d.Written, d.end = Money, "GBP", "pence", at+1
		return true
	}
	code, end := f.currencyName(at)
	factor := 1.0
	if m := moneyLetters.Of(f.at(at)); code == "" && m > 0 && numeral.Glued(f.a, at) { // "20m Swiss francs"
		if code, end = f.currencyName(at + 1); code != "" {
			factor, d.numEnd = m, at+1
		}
	}
	if code == "" {
		if s := f.at(at); len(s) == 4 && s[0] == 'm' && len(currencySigns.Of(s[1:])) == 3 {
			code, end, factor = currencySigns.Of(s[1:]), at+1, 1e6
		} else {
			return false
		}
	}
	switch name := f.at(end - 1); {
	case name == "pounds" && end == at+1 && !f.sumOfPounds(n),
		name == "won" && (n.Value < 100 || numeral.IsYear(f.a, n.First)),
		doubtfulCoins.Has(name) && (f.at(n.First-1) == "the" || n.Value < 2),
		name == "pound" && end == at+1 && !f.sumOfPounds(n):
		return false
	}
	d.Kind, d.Unit, d.Written, d.end = Money, code, f.text(at, end), end
	d.Value *= factor
	if scale := scales.Of(f.at(end)); scale > 0 {
		d.Value *= scale
		d.end = end + 1
	}
	f.change(d)
	return true
}

// screenSizes are figures before a glued "p" that is no sum.
var screenSizes = lexicon.UnitWords.Words("sizes of screens")

// pence reports whether the "p" glued to n is for pence, not for an hour or
// the lines of a screen.
func (f *finder) pence(n numeral.Number) bool {
	if screenSizes.Has(f.at(n.First)) || n.Value >= 1000 {
		return false
	}
	if n.Value > 12 || n.Form == numeral.Decimal {
		return true
	}
	for i := max(0, n.First-6); i < n.First; i++ {
		if payment.Has(f.a[i].Low) || changes.Has(f.a[i].Low) {
			return true
		}
	}
	return f.at(n.End+1) == "a" || f.at(n.End+1) == "per"
}

// change extends a sum by its hundredths: "5 dollars and 30 cents".
func (f *finder) change(d *draft) {
	at := d.end
	if f.at(at) == "and" {
		at++
	}
	if at >= len(f.a) {
		return
	}
	n, ok := numeral.Read(f.a, at)
	if !ok || n.Form != numeral.Whole || n.Value >= 100 || n.Value < 1 || n.Article {
		return
	}
	_, coin := hundredths.Find(f.at(n.End))
	switch {
	case coin:
		d.end = n.End + 1
	case n.End == len(f.a) || f.a[n.End].Low == "." && n.End+1 == len(f.a) || f.at(n.End) == "more":
		d.end = n.End
	default:
		return
	}
	d.Value += n.Value / 100
}

// sumNouns are what a sum in pounds stands before.
var sumNouns = lexicon.UnitWords.Words("nouns behind a sum")

// sumOfPounds reports whether the pounds that follow n are money, not weight.
func (f *finder) sumOfPounds(n numeral.Number) bool {
	if numeral.IsHyphen(f.a, n.End) && sumNouns.Has(f.at(n.End+2)) { // "a 10-pound note"
		return true
	}
	if n.Value >= 1e6 || scales.Of(f.at(n.End-1)) >= 1e6 || f.at(n.End+1) == "sterling" {
		return true
	}
	for i := n.First - 1; i >= 0 && i > n.First-7; i-- {
		if payment.Has(f.a[i].Low) {
			return true
		}
	}
	return false
}

// currencyName reads a currency's name or code from atom i on.
func (f *finder) currencyName(i int) (code string, end int) {
	for end := min(len(f.a), i+6); end > i; end-- {
		if f.a[end-1].Kind == numeral.Figure {
			continue
		}
		key := f.text(i, end)
		if c, ok := currencyNames.Find(key); ok {
			return c, end
		}
		if one, plural := strings.CutSuffix(key, "s"); plural && strings.IndexByte(one, ' ') > 0 { // "Cambodian riels"
			if c, ok := currencyNames.Find(one); ok {
				return c, end
			}
		}
		if c, ok := currencySigns.Find(key); ok && !(numeral.Glued(f.a, end) && f.a[end].Kind != numeral.Mark) &&
			!(wordCodes.Has(key) && !unicode.IsUpper(rune(f.t.Source[f.a[i].Span.Start]))) &&
			!(end < len(f.a) && f.a[end].Kind == numeral.Figure && f.a[i].Kind == numeral.Mark && f.a[i].Gap) {
			return c, end
		}
	}
	return "", i
}

// unit reads the unit of measure that follows a number.
func (f *finder) unit(d *draft, n numeral.Number) bool {
	at := n.End
	hyphen := numeral.IsHyphen(f.a, at) && at+1 < len(f.a) && f.a[at].Gap == f.a[at+1].Gap
	if hyphen {
		at++
	}
	if n.Form == numeral.Fraction && n.Value < 1 && n.Words { // "half a percentage point", "a quarter of a mile"
		if f.at(at) == "of" && (f.at(at+1) == "a" || f.at(at+1) == "an") {
			at++
		}
		if f.at(at) == "a" || f.at(at) == "an" {
			at++
		}
	}
	if s := f.at(at); (s == "c" || s == "f") && numeral.Glued(f.a, at) && f.capital(at) && !(numeral.Glued(f.a, at+1) && f.a[at+1].Kind != numeral.Mark) && f.weather(n) {
		f.setUnit(d, unitForm(map[string]string{"c": "celsius", "f": "fahrenheit"}[s]), at+1)
		return true
	}
	if f.points(n, at) {
		f.setUnit(d, unitForm("percentage points"), at+1)
		return true
	}
	if f.at(at) == "'" && numeral.Glued(f.a, at) && n.Form == numeral.Whole && n.Value > 2 && n.Value < 9 && numeral.Glued(f.a, at+1) &&
		numeral.IsFigure(f.a, at+1, 1, 2) && numeral.Small(f.a, at+1) < 12 && (f.at(at+2) == "\"" || f.at(at+2) == "”" || f.ends(at+2)) { // 5'11"
		d.Value += float64(numeral.Small(f.a, at+1)) / 12
		f.setUnit(d, unitForm("feet"), at+2)
		if f.at(at+2) == "\"" || f.at(at+2) == "”" {
			d.end++
		}
		return true
	}
	open := f.at(at) == "[" || f.at(at) == "<"
	if open {
		at++
	}
	if f.at(at) == "°" {
		switch f.at(at + 1) {
		case "c", "celsius":
			f.setUnit(d, unitForm("celsius"), at+2)
		case "f", "fahrenheit":
			f.setUnit(d, unitForm("fahrenheit"), at+2)
		default:
			f.setUnit(d, unitForm("degree"), at+1)
		}
		return true
	}
	for end := min(len(f.a), at+5); end > at; end-- {
		key := f.text(at, end)
		u := unitForm(key)
		if u == nil {
			if u = unitForm(strings.ReplaceAll(key, "-", " ")); u == nil {
				continue
			}
		}
		if numeral.Glued(f.a, end) && (f.a[end].Kind != numeral.Mark || numeral.IsHyphen(f.a, end) && numeral.IsFigure(f.a, end+1, 1, 9) && len(key) < 3 || u.kind == Percent && f.a[end].Low == "%") {
			return false
		}
		if !f.unitFits(u, key, n, at, end, hyphen) {
			return false
		}
		if open {
			if f.at(end) != "]" && f.at(end) != ">" {
				return false
			}
			end++
		}
		f.setUnit(d, u, end)
		f.compound(d, u)
		return true
	}
	if f.at(at) == "\"" && f.a[at].Gap && !n.Words && extents.Has(f.at(at+1)) {
		f.setUnit(d, unitForm("inch"), at+1)
		return true
	}
	return false
}

// points reports whether the "points" at atom at are of a percentage: a fraction
// of one, or a rise or fall where percentages are told.
func (f *finder) points(n numeral.Number, at int) bool {
	if f.at(at) != "points" && f.at(at) != "point" || !f.changing(n.First) {
		return false
	}
	if n.Form == numeral.Fraction && n.Value < 1 {
		return true
	}
	for i := max(0, n.First-15); i < min(len(f.a), at+15); i++ {
		if u := unitForm(f.a[i].Low); u != nil && u.Symbol == "%" {
			return true
		}
	}
	return false
}

// weatherWords stand around a temperature.
var weatherWords = lexicon.UnitWords.Words("words of weather")

// weather reports whether the sentence around n speaks of heat and cold.
func (f *finder) weather(n numeral.Number) bool {
	if n.Value < 0 {
		return true
	}
	for i := max(0, n.First-10); i < min(len(f.a), n.End+8); i++ {
		if weatherWords.Has(f.a[i].Low) {
			return true
		}
	}
	return false
}

func (f *finder) setUnit(d *draft, u *unitOfMeasure, end int) {
	d.Kind, d.Unit, d.Written, d.end = u.kind, u.Base, u.Symbol, end
	d.countable = u.kind == Percent
}

// unitFits rules out words that look like a unit and aren't one here.
func (f *finder) unitFits(u *unitOfMeasure, form string, n numeral.Number, at, end int, hyphen bool) bool {
	figures := f.a[n.First].Kind != numeral.Word || f.a[n.End-1].Kind == numeral.Figure
	switch {
	case abbreviated.Has(form) && (!figures || hyphen && form != "m"):
		return false
	case form == "in", form == "st":
		return false
	case form == "m" && n.Tail && f.people(end):
		return false
	case (form == "pound" || form == "pounds") && f.sumOfPounds(n):
		return false
	case form == "second" && n.Value != 1 && !hyphen,
		form == "cup" && numeral.IsYear(f.a, n.First),
		(form == "turn" || form == "turns") && n.Vague:
		return false
	case u.kind == Duration && numeral.IsYear(f.a, n.First) && !n.Grouped:
		return false
	case n.Form == numeral.Fraction && n.Of > 0:
		return u.kind == Percent
	case abbreviated.Has(form) && n.Tail && f.at(n.First-1) == "/":
		return false
	}
	return true
}

// people reports whether atom i begins a plural noun, so that an "m" before it
// is for millions.
func (f *finder) people(i int) bool {
	return i < len(f.a) && f.a[i].Gap && f.a[i].Kind == numeral.Word && f.plural(i)
}

// smaller says which unit completes which: feet and inches, hours and minutes.
var smaller = lexicon.UnitWords.Names("smaller units")

// compound extends "5 ft 2 in", "6-foot-4", "2 hours and 30 minutes".
func (f *finder) compound(d *draft, u *unitOfMeasure) {
	next, ok := smaller.Find(u.Symbol)
	at := d.end
	if f.at(at) == "and" || f.at(at) == "," || numeral.IsHyphen(f.a, at) {
		at++
	}
	if !ok && u.Symbol != "m" || at >= len(f.a) {
		return
	}
	if f.at(at) == "a" && f.at(at+1) == "half" && f.at(at-1) == "and" {
		d.Value, d.end = d.Value+0.5, at+2
		return
	}
	n, ok := numeral.Read(f.a, at)
	if !ok || n.Form == numeral.Ordinal || n.Vague || n.Article {
		return
	}
	end := n.End
	if numeral.IsHyphen(f.a, end) {
		end++
	}
	small := unitForm(f.at(end))
	switch {
	case small != nil && small.Symbol == next && small.Base == u.Base:
		d.Value += n.Value * small.Factor / u.Factor
		d.end = end + 1
	case u.Symbol == "ft" && n.Value < 12 && small == nil && (numeral.IsHyphen(f.a, d.end) || f.ends(n.End)):
		d.Value += n.Value / 12
		d.end = n.End
	case u.Symbol == "m" && d.Value < 3 && small == nil && f.ends(n.End) && n.Value < 100 && n.Form == numeral.Whole: // "1 metre 88"
		d.Value += n.Value / 100
		d.end = n.End
	}
}

// extentWords are the adjectives behind a height or length.
var extentWords = lexicon.UnitWords.Words("adjectives of extent")

// ends reports whether nothing at atom i goes on with what a number before it
// counts.
func (f *finder) ends(i int) bool {
	return i >= len(f.a) || f.a[i].Kind == numeral.Mark && !numeral.Glued(f.a, i+1) || extentWords.Has(f.at(i))
}

// settle turns value and bound into an interval in the canonical unit. About
// gives a tenth to either side, or below only where the text says "nearly".
func (d *draft) settle() {
	if d.Kind == Score {
		return
	}
	d.Low, d.High = d.canonical(d.Low), d.canonical(d.High)
	switch d.Bound {
	case AtLeast, MoreThan:
		d.High = math.Inf(1)
	case AtMost, LessThan:
		d.Low = math.Inf(-1)
	case About:
		slack := math.Abs(d.High) / 10
		d.Low -= math.Abs(d.Low) / 10
		if !d.below {
			d.High += slack
		}
	}
	if d.Vague && d.Bound != Between {
		if d.Most == 0 {
			d.Most = mostOf(d.Value)
		}
		d.Most = d.canonical(d.Most)
		if d.Bound == About {
			d.High = max(d.High, d.Most) // "a couple"
		} else if d.Bound != LessThan && d.Bound != AtMost {
			d.High = math.Inf(1)
		}
		if d.Bound == Exact {
			d.Bound = AtLeast
		}
	}
	if d.Low > d.High {
		d.Low, d.High = d.High, d.Low
	}
}

// canonical is a value in Written, converted to Unit.
func (q *Quantity) canonical(v float64) float64 {
	factor, shift := q.conversion()
	return v*factor + shift
}

// conversion is what a value in Written is multiplied by, and what is added,
// to have it in Unit.
func (q *Quantity) conversion() (factor, shift float64) {
	switch q.Kind {
	case Money:
		if coins.Has(q.Written) {
			return 0.01, 0
		}
	case Age:
		if factor := unitYears.Of(q.Written); factor != 0 {
			return factor, 0
		}
	default:
		if u := unitSymbol(q.Written); u != nil {
			return u.Factor, u.Shift
		}
	}
	return 1, 0
}

// mostOf is the most that a magnitude means whose least is given: just under
// a hundred for "dozens", a thousand for "hundreds", a thousand million for
// "millions", which has no other word below it.
func mostOf(least float64) float64 {
	switch least {
	case 2e6, 2e9, 2e12:
		return 500 * least
	}
	return math.Pow(10, math.Floor(math.Log10(least))+1)
}
