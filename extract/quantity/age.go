package quantity

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// Words that tell an age from other numbers.
var (
	parents          = lexicon.PersonWords.Words("parents")
	personPronouns   = lexicon.PersonWords.Words("pronouns of one person")
	turning          = lexicon.NumberWords.Words("verbs of reaching an age")
	beforeAgeOfDeath = lexicon.NumberWords.Words("before at and an age")
)

// age turns a length of time into an age ("75 years old", "a 75-year-old"), and
// a bare number beside a person's name or behind "aged".
func (f *finder) age(d *draft) {
	if d.Kind == Duration {
		at := d.end
		if numeral.IsHyphen(f.a, at) {
			at++
		}
		end := 0
		switch {
		case ageEndings.Has(f.at(at)):
			end = at + 1
		case f.at(at) == "of" && f.at(at+1) == "age":
			end = at + 2
		case ageBeginnings.Has(f.at(d.first - 1)):
			d.first--
			end = d.end
		default:
			return
		}
		d.Kind, d.Unit, d.end, d.countable = Age, "yr", end, false
		return
	}
	if d.Kind != Count || d.Value > 120 || d.Value < 0 || d.Vague || d.Scope != Plain {
		return
	}
	prev := f.at(d.first - 1)
	switch {
	case f.at(d.end) == "yo" || f.at(d.end) == "y" && f.at(d.end+1) == "." && f.at(d.end+2) == "o":
		d.end++
	case ageBeginnings.Has(prev):
		d.first--
	case prev == "of" && f.at(d.first-2) == "age" || prev == "at" && f.at(d.first-2) == "age":
		d.first -= 2
	case prev == "," && f.person(d.first-2) && (f.at(d.end) == "," || f.at(d.end) == "." || d.end == len(f.a)) && d.Value >= 1 && d.end == d.numFirst+1:
	case prev == "(" && f.at(d.end) == ")" && f.person(d.first-2) && d.Value >= 5:
	case d.Bound == Exact && d.Value >= 1 && d.end == d.numFirst+1 && !f.nounAt(d.end) && f.aged(d, prev):
	default:
		return
	}
	d.Kind, d.Unit, d.Written, d.countable = Age, "yr", "yr", false
}

// aged reports whether what stands before a bare number makes it an age: "a man,
// 34,", "a woman of 34", "turned 90", "died at 90", "she is 34".
func (f *finder) aged(d *draft, prev string) bool {
	before := d.first - 2
	switch prev {
	case ",":
		return f.personNoun(before) && (f.at(d.end) == "," || f.at(d.end) == "." || d.end == len(f.a))
	case "of":
		return f.personNoun(before) && !parents.Has(f.at(before)) && d.Value >= leastAge
	case "at":
		return beforeAgeOfDeath.Has(f.at(before)) && d.Value >= leastAge
	}
	if turning.Has(prev) {
		return true
	}
	i := f.a[d.numFirst].Token
	if i < 0 || f.t.Dependent(i, lang.Cop) < 0 {
		return false
	}
	subject := f.t.Dependent(i, lang.Nsubj)
	if subject < 0 {
		return false
	}
	if personPronouns.Has(f.t.Lower(subject)) {
		return true
	}
	if name := f.t.NameAt(subject); name >= 0 {
		return f.t.Names[name].Type == lang.Person
	}
	_, ok := lexicon.PersonNoun(f.t.Tokens[subject].Lemma)
	return ok && f.t.Tokens[subject].Feats.Number != lang.NumberPlur
}

// leastAge is from which on a bare number behind "of" or "at" is an age rather
// than a number of children or an hour.
const leastAge = 13

// nounAt reports whether what a number would count stands at atom i.
func (f *finder) nounAt(i int) bool {
	switch f.upos(i) {
	case lang.NOUN, lang.ADJ, lang.PROPN, lang.NUM:
		return true
	}
	return i < len(f.a) && (f.a[i].Low == "%" || numeral.IsHyphen(f.a, i) && numeral.Glued(f.a, i) || f.a[i].Low == ":")
}

// personNoun reports whether atom i is a common noun for one person.
func (f *finder) personNoun(i int) bool {
	if f.upos(i) != lang.NOUN || f.t.Tokens[f.a[i].Token].Feats.Number == lang.NumberPlur {
		return false
	}
	_, ok := lexicon.PersonNoun(f.t.Tokens[f.a[i].Token].Lemma)
	return ok
}

// person reports whether atom i ends the name of a person, or of what may be one.
func (f *finder) person(i int) bool {
	if i < 0 || f.a[i].Kind != numeral.Word || f.a[i].Token < 0 || !f.capital(i) || numeral.Month(f.at(i)) > 0 || numeral.Weekday(f.at(i)) > 0 {
		return false
	}
	if name := f.t.NameAt(f.a[i].Token); name >= 0 {
		return f.t.Names[name].Type == lang.Person || f.t.Names[name].Type == lang.OtherName
	}
	return f.upos(i) == lang.PROPN
}
