package quantity

import (
	"cmp"
	"math"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// longestModifier is how many tokens a relative clause or participle behind
// the counted noun may have to belong to the quantity's span.
const longestModifier = 5

// count finds the head of what the draft counts, behind it in the sentence, and
// extends the draft over the noun phrase with what is coordinated in it.
func (f *finder) count(d *draft) {
	d.Counted = -1
	if d.to >= len(f.a) {
		return
	}
	at := d.to
	if numeral.IsHyphen(f.a, at) && numeral.Glued(f.a, at+1) {
		at++
		if f.upos(at) == lang.NOUN { // "a 12-member panel"
			d.Counted, d.to = f.a[at].Token, at+1
			return
		}
	}
	if f.at(at) == "of" && (d.Vague || d.Kind == Percent) {
		at++
		for wholeDeterminers.Has(f.at(at)) {
			at++
		}
	}
	if at >= len(f.a) || f.a[at].Token < 0 {
		return
	}
	head, end := f.phrase(f.a[at].Token)
	if head < 0 {
		return
	}
	d.Counted = head
	d.to = f.atomAfter(end, at)
}

// phrase reads the noun phrase that begins with token i: the head, and the
// token behind the phrase. The surface leads; the parse settles where two nouns
// meet and what is coordinated. An adjective alone can be the head: "the dead".
func (f *finder) phrase(i int) (head, end int) {
	head, end = f.noun(i)
	if head < 0 {
		return -1, i
	}
	// "towns and villages"
	for end+1 < f.s.End && f.t.Tokens[end].UPOS == lang.CCONJ && f.t.Lower(end) != "but" {
		next := end + 1
		for next < f.s.End && next < end+3 && f.t.Tokens[next].UPOS == lang.ADJ {
			next++
		}
		if next >= f.s.End || f.t.Tokens[next].UPOS != lang.NOUN || f.t.Tokens[next].Feats.Number != f.t.Tokens[head].Feats.Number ||
			f.t.Tokens[next].Rel != lang.Conj || next+1 < f.s.End && f.t.Tokens[next+1].UPOS == lang.NOUN {
			break
		}
		end = next + 1
	}
	return head, end
}

// longestPhrase is how many tokens a noun phrase may have up to its head.
const longestPhrase = 9

// noun reads the noun phrase at token i up to its head.
func (f *finder) noun(i int) (head, end int) {
	head, owner, adjective := -1, -1, -1 // owner: "the party's" in "most of the party's members"
reading:
	for end = i; end < f.s.End && end < i+longestPhrase; end++ {
		tok := f.t.Tokens[end]
		switch tok.UPOS {
		case lang.NOUN, lang.PROPN:
			if timeWords.Has(f.t.Lower(end)) || numeral.Weekday(f.t.Lower(end)) > 0 {
				break reading
			}
			if head >= 0 && tok.Rel.Base() != lang.Compound && f.t.Tokens[head].Head != end && tok.Head != head && f.t.Tokens[head].Feats.Number == lang.NumberPlur {
				break reading
			}
			head = end
		case lang.ADJ:
			if head >= 0 {
				break reading
			}
			adjective = end
		case lang.VERB:
			// "besieged areas", "rebel held towns"
			if end == i && people.Has(f.t.Lower(end)) {
				adjective = end
				break reading
			}
			modifies := tok.Rel.Base() == lang.Amod || tok.Rel.Base() == lang.Compound
			if !modifies || end+1 >= f.s.End || head >= 0 && f.t.Tokens[end+1].UPOS != lang.NOUN {
				break reading
			}
		case lang.ADV:
			if head >= 0 || end+1 >= f.s.End || f.t.Tokens[end+1].UPOS != lang.ADJ {
				break reading
			}
		case lang.PUNCT:
			form := f.t.Form(end)
			if form != "-" && (head >= 0 || end > i && f.t.Form(end-1) != "-" || form != "\"" && form != "“") {
				break reading
			}
		case lang.PART:
			if s := f.t.Lower(end); head < 0 || phraseEnders.Has(s) {
				break reading
			}
			owner, head = head, -1
		case lang.CCONJ:
			// "senior and junior officers"
			if head >= 0 || end == i || f.t.Tokens[end-1].UPOS != lang.ADJ || end+1 >= f.s.End || f.t.Tokens[end+1].UPOS != lang.ADJ {
				break reading
			}
		default:
			break reading
		}
	}
	switch {
	case head >= 0:
	case owner >= 0:
		head = owner
	case adjective == i && people.Has(f.t.Lower(i)):
		head = i
	default:
		return -1, i
	}
	return head, head + 1
}

// people are adjectives that stand for those who are so.
var people = lexicon.PersonWords.Words("adjectives that stand for people")

// timeWords are nouns that tell when behind what is counted: "45 strikes today".
var timeWords = lexicon.TimeWords.Words("nouns that tell when behind what is counted")

// atomAfter is the first atom from i on that begins at or behind token end.
func (f *finder) atomAfter(end, i int) int {
	for i < len(f.a) && (f.a[i].Token >= 0 && f.a[i].Token < end) {
		i++
	}
	return i
}

// trailing extends the draft over a bound behind the noun ("20 people or
// more") and over a short clause that says which ones ("29 schools visited").
func (f *finder) trailing(d *draft) {
	if d.Counted < 0 {
		return
	}
	if d.Bound == Exact && !d.Vague {
		for end := min(len(f.a), d.to+2); end > d.to+1; end-- {
			if b, ok := behind.Find(f.spaced(d.to, end)); ok && f.at(d.to) == "or" && f.at(end-1) != "so" {
				d.Bound, d.to = b, end
				return
			}
		}
	}
	if d.to >= len(f.a) || f.a[d.to].Token < 0 {
		return
	}
	next := f.a[d.to].Token
	for _, c := range f.t.Dependents(d.Counted, lang.Acl) {
		branch := f.t.SubtreeWithout(c, lang.Punct)
		first, last := branch[0], branch[len(branch)-1]
		if first == next && last-first+1 == len(branch) && len(branch) <= longestModifier && f.tellsWhich(c, first) {
			d.to = f.atomAfter(last+1, d.to)
			return
		}
	}
	// "in 22 of 29 schools visited": behind a preposition the noun is no subject
	if d.Scope != Plain && d.from > 0 && f.upos(d.from-1) == lang.ADP && f.t.Tokens[next].UPOS == lang.VERB && f.t.Tokens[next].Feats.Tense == lang.TensePast {
		switch f.upos(d.to + 1) {
		case lang.ADP, lang.PUNCT, lang.X, lang.CCONJ:
			if f.at(d.to+1) != "up" && f.at(d.to+1) != "out" {
				d.to++
			}
		}
	}
}

// tellsWhich reports whether the clause under verb, whose first token is first,
// can be a short one that says which of the things are meant.
func (f *finder) tellsWhich(verb, first int) bool {
	tok := f.t.Tokens[first]
	if f.t.Tokens[verb].Rel == lang.AclRelcl {
		return tok.UPOS == lang.PRON || tok.UPOS == lang.PROPN || tok.UPOS == lang.NOUN || tok.UPOS == lang.DET
	}
	return tok.UPOS == lang.VERB && !(tok.Feats.Tense == lang.TensePast && f.t.Dependent(verb, lang.Obj) >= 0)
}

// vagueQuantifiers are words for a number that isn't told, with the least that
// they can mean.
var vagueQuantifiers = lexicon.NumberWords.Numbers("quantifiers")

// mostMeant is the most that words for a small number commonly mean.
var mostMeant = lexicon.NumberWords.Numbers("the most that words for a small number mean")

// nounQuantifiers are nouns for it, behind "a" and before "of".
var nounQuantifiers = lexicon.NumberWords.Numbers("nouns of quantity")

// quantifier reads a quantity without a number at atom i: "several towns",
// "a handful of officials", "both sides", "none of the schools", "most of them".
func (f *finder) quantifier(i int) (draft, bool) {
	if f.a[i].Kind != numeral.Word {
		return draft{}, false
	}
	d := draft{numFirst: i, numEnd: i + 1, first: i, end: i + 1, from: i, to: i + 1, boundFirst: i, boundEnd: i + 1, countable: true}
	low := f.a[i].Low
	least, vague := vagueQuantifiers.Find(low)
	switch {
	case vague:
		switch word := f.at(i - 1); {
		case beforeVague.Has(word):
			return draft{}, false
		case word == "a", word == "the":
			if low != "few" {
				return draft{}, false
			}
			d.from, least = i-1, 3
		}
		d.Value, d.Vague = least, true
	case low == "most":
		if f.at(i-1) == "the" || f.at(i-1) == "at" || f.at(i+1) != "of" && f.upos(i+1) != lang.NOUN {
			return draft{}, false
		}
		d.Value, d.Scope, d.Of, d.Bound, d.Vague = 0.5, Part, 1, MoreThan, true
	case low == "both":
		if f.at(i+1) != "of" && !f.plural(i+1) || f.upos(i) == lang.CCONJ || f.at(i+2) == "and" {
			return draft{}, false
		}
		d.Value, d.Scope = 2, All
	case low == "none" && f.at(i+1) == "of":
		d.Scope = Part
	case low == "a" || low == "an":
		return f.oneUnit(d, i)
	case low == "no":
		return f.nothing(d, i)
	case low == "single" && f.at(i-1) == "a", (low == "only" || low == "sole") && f.determined(i):
		return f.sole(d, i)
	case listedNoun(low) && f.at(i+1) == "of" && (f.at(i-1) == "a" || (low == "majority" || low == "minority") && (f.at(i-1) == "the" || f.upos(i-1) == lang.ADJ)):
		d.Value, d.Vague, d.from = nounQuantifiers.Of(low), true, i-1
		switch low {
		case "majority":
			d.Scope, d.Of, d.Bound = Part, 1, MoreThan
			if f.at(i-1) != "a" && f.at(i-1) != "the" && (f.at(i-2) == "a" || f.at(i-2) == "the") {
				d.from = i - 2
			}
		case "minority":
			d.Scope, d.Of, d.Bound, d.Value = Part, 1, LessThan, 0.5
		case "couple":
			d.Bound = About
		}
	default:
		return draft{}, false
	}
	if f.at(d.to) == "of" {
		d.to++
		for partDeterminers.Has(f.at(d.to)) {
			if d.Scope == Plain {
				d.Scope = Part
			}
			d.to++
		}
	}
	if d.Vague && low != "dozens" {
		d.Most = cmp.Or(mostMeant.Of(low), math.Inf(1))
	}
	d.Low, d.High = d.Value, d.Value
	if d.to >= len(f.a) || f.a[d.to].Token < 0 {
		return draft{}, false
	}
	if f.at(d.to-1) == "of" && wholePronouns.Has(f.at(d.to)) { // "most of them"
		d.countable, d.to = false, d.to+1
		if d.Scope == Plain {
			d.Scope = Part
		}
		return d, true
	}
	if d.Of == 0 { // "none of the 16 survivors"
		if n, ok := numeral.Read(f.a, d.to); ok && n.Form == numeral.Whole && !n.Vague && !n.Article && f.at(i+1) == "of" && n.End < len(f.a) && f.a[n.End].Token >= 0 {
			d.Of, d.Scope, d.to = n.Value, Part, n.End
		}
	}
	head, _ := f.phrase(f.a[d.to].Token)
	if head < 0 {
		return draft{}, false
	}
	if u := unitForm(f.at(d.to)); u != nil && !abbreviated.Has(f.at(d.to)) {
		if u.kind == Duration {
			return draft{}, false
		}
		f.setUnit(&d, u, d.to+1)
		d.to = d.end
	}
	return d, true
}

// wholePronouns stand for the whole behind "of".
var wholePronouns = lexicon.PersonWords.Words("pronouns behind of")

// listedNoun reports whether a noun tells a quantity, "a minority" included,
// whose least is 0.
func listedNoun(s string) bool {
	_, ok := nounQuantifiers.Find(s)
	return ok
}
