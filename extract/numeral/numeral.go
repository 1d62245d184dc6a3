package numeral

import "xref/extract/lexicon"

// Form says how a number is written.
type Form uint8

// The forms.
const (
	Whole Form = iota
	Decimal
	Fraction // "3/4", "two thirds", "half"
	Power    // "1e6", "10^-4"
	Ordinal  // "third", "21st"
)

// Number is one number in the atoms of a sentence. Find and Read make it; what
// it counts or measures is for later stages to say.
type Number struct {
	First, End int // atoms, End excluded
	Value      float64
	Of         float64 // the second number of "one in five"; 0 where there is none
	Form       Form
	Words      bool // words take part in it, beyond a scale: "twenty", not "20 million"
	Grouped    bool // its thousands are set apart: "2,016"
	Vague      bool // a magnitude, no number: "dozens", "hundreds of thousands"; Value is the least it can mean
	Article    bool // it begins with "a" or "an": "a dozen", "a third"
	Tail       bool // letters follow it without a gap: "75ml"
}

// Find returns the numbers in the atoms of one sentence, in order. Numbers in
// web addresses and letter-digit codes are left out.
func Find(a []Atom) []Number {
	var found []Number
	for i := 0; i < len(a); {
		if end := address(a, i); end > i {
			i = end
			continue
		}
		if n, ok := Read(a, i); ok && !pronoun(a, n) {
			found = append(found, n)
			i = n.End
			continue
		}
		i++
	}
	return found
}

// pronoun reports whether the number is the word "one" in place of a noun:
// "that one", "the one who left".
func pronoun(a []Atom, n Number) bool {
	if n.End != n.First+1 || a[n.First].Low != "one" {
		return false
	}
	prev := At(a, n.First-1)
	if prev == "only" { // "only one road", but "the only one"
		prev = At(a, n.First-2)
	}
	if beforePronoun.Has(prev) {
		return true
	}
	return At(a, n.First+1) == "another" || At(a, n.First+1) == "'"
}

// Read returns the longest number that begins with atom i.
func Read(a []Atom, i int) (Number, bool) {
	if a[i].Kind == Word && words.Of(a[i].Low).class == notNumber && !beginnings.Has(a[i].Low) {
		return Number{}, false
	}
	if n, ok := vague(a, i); ok {
		return n, true
	}
	sign, from := 1.0, i
	switch {
	case (a[i].Low == "minus" || a[i].Low == "negative") && i+1 < len(a):
		sign, from = -1, i+1
	case (IsHyphen(a, i) || a[i].Low == "−") && Glued(a, i+1) && signed(a, i):
		sign, from = -1, i+1
	}
	n, ok := amount(a, from)
	if !ok || sign < 0 && (n.Form == Ordinal || n.Article) {
		return Number{}, false
	}
	n.First = i
	if n.Form == Power && a[from].Kind == Figure || sign > 0 {
		n.Value *= sign
	} else {
		n.Value = -n.Value
	}
	n.Tail = Glued(a, n.End) && a[n.End].Kind == Word
	return n, true
}

// signed reports whether the hyphen at i can be a minus sign.
func signed(a []Atom, i int) bool {
	if i == 0 || a[i].Gap {
		return i == 0 || a[i-1].Kind != Figure
	}
	switch a[i-1].Low {
	case "<", ">", "=", "(", "$", "£", "€":
		return true
	}
	return false
}

// amount reads a number without sign: figures with what may follow them, or words.
func amount(a []Atom, i int) (Number, bool) {
	n, ok := inWords(a, i)
	if !ok {
		return Number{}, false
	}
	return ratio(a, n), true
}

// ratio extends "one over twenty" and "one in five".
func ratio(a []Atom, n Number) Number {
	if n.Form == Fraction || n.Form == Ordinal || n.Vague || n.End+1 >= len(a) {
		return n
	}
	if odds, ok := hyphened(a, n); ok {
		return odds
	}
	between := a[n.End].Low
	if between != "over" && between != "in" {
		return n
	}
	den, ok := inWords(a, n.End+1)
	if !ok || den.Form != Whole || den.Vague || den.Article || den.Value <= 1 {
		return n
	}
	switch {
	case between == "over" && (den.End == len(a) || a[den.End].Kind == Mark && !Glued(a, den.End+1)):
		n.Value /= den.Value
	case between == "in" && n.Value == 1 && !IsYear(a, n.End+1) && !timeUnits.Has(At(a, den.End)):
		n.Value, n.Of = 1/den.Value, den.Value
	default:
		return n
	}
	n.Form, n.End, n.Words = Fraction, den.End, n.Words || den.Words
	return n
}

// hyphened reads odds as an adjective has them: "one-in-three", "2-in-5".
func hyphened(a []Atom, n Number) (Number, bool) {
	at := n.End
	if n.Form != Whole || n.Value < 1 || at+3 >= len(a) || !IsHyphen(a, at) || a[at+1].Low != "in" || !IsHyphen(a, at+2) || a[at+2].Gap || a[at+3].Gap {
		return n, false
	}
	den, ok := inWords(a, at+3)
	if !ok || den.Form != Whole || den.Vague || den.Value <= n.Value {
		return n, false
	}
	n.Value, n.Of = n.Value/den.Value, den.Value
	n.Form, n.End, n.Words = Fraction, den.End, n.Words || den.Words
	return n, true
}

// vagueWords are plural magnitudes, with the least that each can mean.
var vagueWords = lexicon.NumberWords.Numbers("plural magnitudes")

// fewWords stand before a magnitude, with the least that each can mean.
var fewWords = lexicon.NumberWords.Numbers("vague words before a magnitude")

// vague reads "dozens", "tens of thousands", "a few hundred", "several million".
func vague(a []Atom, i int) (Number, bool) {
	at, article := i, false
	if a[i].Low == "a" {
		at, article = i+1, true
	}
	if few, ok := fewWords.Find(At(a, at)); ok {
		next := at + 1
		if At(a, next) == "of" {
			next++
		}
		w := words.Of(At(a, next))
		if (w.class >= hundred) && !w.ordinal && !w.plural {
			return Number{First: i, End: next + 1, Value: few * w.value, Vague: true, Words: true, Article: article}, true
		}
		return Number{}, false
	}
	least, ok := vagueWords.Find(a[i].Low)
	if !ok || a[i].Low == "scores" && At(a, i+1) != "of" {
		return Number{}, false
	}
	n := Number{First: i, End: i + 1, Value: least, Vague: true, Words: true}
	for At(a, n.End) == "of" {
		w := words.Of(At(a, n.End+1))
		if w.class < hundred || w.ordinal || !w.plural {
			break
		}
		n.Value *= w.value
		n.End += 2
	}
	return n, true
}

// address returns the end of a web address that begins at atom i, or i.
func address(a []Atom, i int) int {
	if a[i].Kind != Word || !(At(a, i+1) == ":" && At(a, i+2) == "/" && At(a, i+3) == "/" || a[i].Low == "www" && At(a, i+1) == ".") {
		return i
	}
	for i++; i < len(a) && !a[i].Gap; i++ {
	}
	return i
}
