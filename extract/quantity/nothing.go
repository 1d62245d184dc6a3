package quantity

import (
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// Nouns behind "no" and "a single" that aren't counted.
var (
	uncounted = lexicon.NumberWords.Words("plural nouns behind a no that counts nothing")
	unsingle  = lexicon.NumberWords.Words("nouns behind a single that tell no number")
)

// nothing reads "no survivors" at the "no", atom i: none, told of things that
// can be counted.
func (f *finder) nothing(d draft, i int) (draft, bool) {
	if f.upos(i) != lang.DET {
		return draft{}, false
	}
	at := i + 1
	for f.upos(at) == lang.ADJ {
		if additionsBehind.Has(f.at(at)) || f.at(at) == "fewer" || f.at(at) == "less" {
			return draft{}, false
		}
		at++
	}
	if at >= len(f.a) || !f.plural(at) || uncounted.Has(f.at(at)) || unitForm(f.at(at)) != nil || f.upos(at) != lang.NOUN {
		return draft{}, false
	}
	return d, true
}

// determined reports whether a determiner or a possessive stands before atom i.
func (f *finder) determined(i int) bool {
	return partDeterminers.Has(f.at(i-1)) || f.at(i-1) == "s" && f.at(i-2) == "'"
}

// sole reads "a single road", "not a single road" and "the only road" at the
// adjective, atom i. What a clause behind the noun picks out isn't counted: "the
// only member to object".
func (f *finder) sole(d draft, i int) (draft, bool) {
	if i+1 >= len(f.a) || f.a[i+1].Token < 0 || f.a[i+1].Kind != numeral.Word {
		return draft{}, false
	}
	head, end := f.noun(f.a[i+1].Token)
	if head < 0 || f.t.Tokens[head].UPOS != lang.NOUN || f.t.Tokens[head].Feats.Number == lang.NumberPlur {
		return draft{}, false
	}
	at := f.atomAfter(end, i+1)
	noun := f.at(at - 1)
	if behindOne.Has(noun) || unitForm(noun) != nil || timeWords.Has(noun) {
		return draft{}, false
	}
	d.Value, d.Low, d.High = 1, 1, 1
	if f.at(i) != "single" {
		if picksOut.Has(f.at(at)) {
			return draft{}, false
		}
		d.Scope = All
		return d, true
	}
	if unsingle.Has(noun) {
		return draft{}, false
	}
	d.from--
	if f.at(i-2) == "not" {
		d.from--
		d.Value, d.Low, d.High = 0, 0, 0
	}
	return d, true
}

// picksOut begin a clause that says which of several is the only one.
var picksOut = lexicon.GrammarWords.Words("beginnings of a clause that picks one out")
