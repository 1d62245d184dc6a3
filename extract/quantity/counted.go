package quantity

import (
	"xref/extract/lang"
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
	}
	if f.at(at) == "of" && (d.Vague || d.Kind == Percent) {
		at++
		for f.at(at) == "the" || f.at(at) == "its" || f.at(at) == "their" || f.at(at) == "all" || f.at(at) == "these" || f.at(at) == "those" {
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
// meet and what is coordinated.
func (f *finder) phrase(i int) (head, end int) {
	head, end = -1, i
	for ; end < f.s.End && end < i+7; end++ {
		tok := f.t.Tokens[end]
		switch tok.UPOS {
		case lang.NOUN, lang.PROPN:
			if head >= 0 && tok.Rel.Base() != lang.Compound && f.t.Tokens[head].Head != end && tok.Head != head && f.t.Tokens[head].Feats.Number == lang.NumberPlur {
				return head, head + 1
			}
			head = end
			continue
		case lang.ADJ:
			if head < 0 || f.t.Tokens[end].Head > end {
				continue
			}
		case lang.VERB:
			if head < 0 && tok.Feats.VerbForm == lang.VerbFormPart || head < 0 && tok.Feats.VerbForm == lang.VerbFormGer {
				continue
			}
		case lang.NUM:
			if head < 0 && end == i {
				continue
			}
		case lang.ADV:
			if head < 0 && end+1 < f.s.End && f.t.Tokens[end+1].UPOS == lang.ADJ {
				continue
			}
		case lang.PUNCT:
			form := f.t.Form(end)
			if form == "-" || head < 0 && (form == "\"" || form == "“" || form == "``") {
				continue
			}
		case lang.PART:
			if f.t.Form(end) == "'s" || f.t.Form(end) == "'" || f.t.Form(end) == "’s" || f.t.Form(end) == "’" {
				continue
			}
		case lang.CCONJ:
			// "senior and junior officers"
			if head < 0 && end > i && f.t.Tokens[end-1].UPOS == lang.ADJ {
				continue
			}
		}
		break
	}
	if head < 0 {
		return -1, i
	}
	end = head + 1
	// "towns and villages"
	for end+1 < f.s.End && f.t.Tokens[end].UPOS == lang.CCONJ && f.t.Lower(end) != "but" {
		next := end + 1
		for next < f.s.End && next < end+3 && f.t.Tokens[next].UPOS == lang.ADJ {
			next++
		}
		if next >= f.s.End || f.t.Tokens[next].UPOS != lang.NOUN || f.t.Tokens[next].Feats.Number != f.t.Tokens[head].Feats.Number ||
			f.t.Tokens[next].Rel != lang.Conj && !f.looseConj(next) || next+1 < f.s.End && f.t.Tokens[next+1].UPOS == lang.NOUN {
			break
		}
		end = next + 1
	}
	return head, end
}

// looseConj reports whether a noun behind "and" is a conjunct although the
// parse doesn't say so: nothing before it modifies it as a phrase of its own.
func (f *finder) looseConj(i int) bool {
	return f.t.Tokens[i].Rel == lang.Dep
}

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
			if b, ok := behind[f.spaced(d.to, end)]; ok && f.at(d.to) == "or" && f.at(end-1) != "so" {
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
		if first == next && last-first+1 == len(branch) && len(branch) <= longestModifier {
			d.to = f.atomAfter(last+1, d.to)
			return
		}
	}
}

// vagueQuantifiers are words for a number that isn't told, with the least that
// they can mean.
var vagueQuantifiers = map[string]float64{
	"several": 3, "many": 3, "few": 2, "numerous": 3, "countless": 3, "multiple": 2, "dozens": 24,
}

// nounQuantifiers are nouns for it, behind "a" and before "of".
var nounQuantifiers = map[string]float64{"couple": 2, "handful": 3, "number": 2, "majority": 0.5, "minority": 0, "score": 20}

// quantifier reads a quantity without a number at atom i: "several towns",
// "a handful of officials", "both sides", "none of the schools", "most of them".
func (f *finder) quantifier(i int) (draft, bool) {
	if f.a[i].Kind != numeral.Word {
		return draft{}, false
	}
	d := draft{numFirst: i, numEnd: i + 1, first: i, end: i + 1, from: i, to: i + 1, boundFirst: i, boundEnd: i + 1, countable: true}
	low := f.a[i].Low
	least, vague := vagueQuantifiers[low]
	switch {
	case vague:
		switch f.at(i - 1) {
		case "how", "as", "so", "too", "very", "not", "that":
			return draft{}, false
		case "a", "the":
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
	case nounQuantifiers[low] > 0 && f.at(i+1) == "of" && (f.at(i-1) == "a" || low == "majority" && (f.at(i-1) == "the" || f.upos(i-1) == lang.ADJ)):
		d.Value, d.Vague, d.from = nounQuantifiers[low], true, i-1
		switch low {
		case "majority":
			d.Scope, d.Of, d.Bound = Part, 1, MoreThan
			if f.at(i-1) != "a" && f.at(i-1) != "the" && (f.at(i-2) == "a" || f.at(i-2) == "the") {
				d.from = i - 2
			}
		case "couple":
			d.Bound = About
		}
	default:
		return draft{}, false
	}
	if f.at(d.to) == "of" {
		d.to++
		for f.at(d.to) == "the" || f.at(d.to) == "its" || f.at(d.to) == "their" || f.at(d.to) == "his" || f.at(d.to) == "these" || f.at(d.to) == "those" || f.at(d.to) == "our" {
			if d.Scope == Plain {
				d.Scope = Part
			}
			d.to++
		}
	}
	d.Low, d.High = d.Value, d.Value
	if d.to >= len(f.a) || f.a[d.to].Token < 0 {
		return draft{}, false
	}
	head, _ := f.phrase(f.a[d.to].Token)
	if u := unitForms[f.at(d.to)]; head < 0 || u != nil && u.kind == Duration {
		return draft{}, false
	}
	return d, true
}
