package resolve

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// titler finds the phrases that are roles or descriptions of another phrase in
// the same clause. It works on the phrases as collected and may add some.
type titler struct {
	t       *lang.Text
	phrases []phrase
	at      []int         // token → phrase it heads, or -1
	titles  map[int][]int // phrase → the titles of it, ascending
}

// findTitles returns the phrases with their titles marked, in the order of
// their heads.
func findTitles(t *lang.Text, phrases []phrase) []phrase {
	x := &titler{t: t, phrases: phrases}
	x.index()
	named := len(x.phrases)
	for i := range named {
		if p := &x.phrases[i]; p.form == Name {
			x.stripName(i)
		}
	}
	for i := range named {
		if p := &x.phrases[i]; p.form == Name {
			x.inFront(i)
		}
	}
	x.sort()
	for i := range x.phrases {
		if x.phrases[i].form == Description {
			x.apposed(i)
			x.predicated(i)
		}
	}
	for i := range x.phrases {
		if x.phrases[i].form == Name {
			x.besides(i)
		}
	}
	return x.phrases
}

func (x *titler) index() {
	x.at = make([]int, len(x.t.Tokens))
	for i := range x.at {
		x.at[i] = -1
	}
	x.titles = map[int][]int{}
	for i, p := range x.phrases {
		x.at[p.head] = i
		if p.form == Title && p.title >= 0 {
			x.titles[p.title] = append(x.titles[p.title], i)
		}
	}
}

// sort restores the order of heads and the indices that depend on it.
func (x *titler) sort() {
	order := make([]int, len(x.phrases))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return x.phrases[a].head - x.phrases[b].head })
	place := make([]int, len(order))
	sorted := make([]phrase, len(order))
	for i, from := range order {
		place[from], sorted[i] = i, x.phrases[from]
	}
	for i := range sorted {
		if sorted[i].title >= 0 {
			sorted[i].title = place[sorted[i].title]
		}
	}
	x.phrases = sorted
	x.index()
}

// titleOf adds or marks the phrase from first to end as a title of phrase of.
func (x *titler) titleOf(first, end, head, of int) {
	if o := &x.phrases[of]; first < o.end && o.first < end && o.form == Name {
		return // of somebody else: "NAME's attorney"
	}
	first = x.wholeWord(first)
	for _, k := range x.titles[of] {
		// pieces of one title, which the parse took apart
		if p := &x.phrases[k]; first <= p.end && p.first <= end {
			first, end = min(first, p.first), max(end, p.end)
			p.first, p.end = first, end
		}
	}
	if k := x.at[head]; k >= 0 {
		p := &x.phrases[k]
		if k == of || p.form == Name || p.form == Pronoun || p.title >= 0 {
			return
		}
		p.form, p.title, p.first, p.end = Title, of, first, end
		at, _ := slices.BinarySearch(x.titles[of], k)
		x.titles[of] = slices.Insert(x.titles[of], at, k)
		return
	}
	typ, gender := nounType(strings.ToLower(x.t.Tokens[head].Lemma))
	if typ == Other {
		typ = Person
	}
	x.at[head] = len(x.phrases)
	x.titles[of] = append(x.titles[of], len(x.phrases))
	x.phrases = append(x.phrases, phrase{
		head: head, first: first, end: end, form: Title, typ: typ, gender: gender, number: lang.NumberSing,
		sentence: x.phrases[of].sentence, role: compound, top: head, quotation: x.phrases[of].quotation, title: of, cluster: -1,
	})
}

// wholeWord is where a hyphenated word begins that token first is a part of:
// "newly-minted", "46-year-old".
func (x *titler) wholeWord(first int) int {
	touches := func(i int) bool {
		return i > 0 && x.t.SentenceOf(i-1) == x.t.SentenceOf(i) && x.t.Tokens[i-1].Span.End == x.t.Tokens[i].Span.Start
	}
	for touches(first) && (x.t.Form(first) == "-" || x.t.Form(first-1) == "-") {
		first--
	}
	return first
}

// stripName takes titles and honorifics off the front of a name and the
// possessive off its end.
func (x *titler) stripName(i int) {
	p := &x.phrases[i]
	first := p.first
	if p.typ != Person && p.typ != Other {
		return
	}
	for p.first < p.end-1 {
		form := x.t.Form(p.first)
		gender, honorific := lexicon.Honorific(form)
		length := 1
		for n := min(4, p.end-1-p.first); n > 1 && length == 1; n-- {
			if lexicon.Title(x.t.Cover(p.first, p.first+n).In(x.t.Source)) {
				length = n
			}
		}
		if length == 1 {
			if !honorific && !lexicon.Title(form) {
				break
			}
			if _, given := lexicon.GivenName(form); given && !honorific {
				break
			}
		}
		p.gender = max(p.gender, genderFrom(gender))
		p.first += length
	}
	if p.first == first {
		return
	}
	p.typ = Person
	p.name = x.t.Cover(p.first, p.end).In(x.t.Source)
	if p.head < p.first {
		if x.at[p.head] == i {
			x.at[p.head] = -1
		}
		p.head = p.first
		x.at[p.head] = i
	}
	if last := p.first - 1; !plainHonorific(x.t.Form(last)) {
		from := first
		for from < last && plainHonorific(x.t.Form(from)) {
			from++
		}
		if from == first {
			from = x.leftEdge(first, p)
		}
		if !x.imagined(from, p) {
			x.titleOf(from, p.first, last, i)
		}
	}
}

func genderFrom(g lexicon.Gender) Gender {
	switch g {
	case lexicon.Masculine:
		return Masculine
	case lexicon.Feminine:
		return Feminine
	}
	return Unknown
}

// plainHonorific reports whether a word is a form of address that tells no
// office: Mr., Mrs., Sir.
func plainHonorific(form string) bool {
	return plainHonorifics.Has(fold(form))
}

// inFront finds the role that stands right before a person's name: "Amnesty
// International Secretary General", "former Pennsylvania Sen.".
func (x *titler) inFront(i int) {
	t, p := x.t, &x.phrases[i]
	s := t.Sentences[p.sentence]
	last := p.first - 1
	for last >= s.First && plainHonorific(t.Form(last)) {
		gender, _ := lexicon.Honorific(t.Form(last))
		p.gender = max(p.gender, genderFrom(gender))
		p.typ = Person
		last--
	}
	if last < s.First || x.at[last] >= 0 && x.phrases[x.at[last]].form == Name {
		return
	}
	tok := t.Tokens[last]
	if tok.UPOS != lang.NOUN && tok.UPOS != lang.PROPN && tok.UPOS != lang.ADJ || t.NameAt(last) >= 0 && t.NameAt(last) != t.NameAt(p.first) {
		return
	}
	if tok.UPOS == lang.ADJ && t.Is(p.head, lang.Compound) {
		return // of whom the name only tells more of: "the elder Holub daughter"
	}
	gender, honorific := lexicon.Honorific(t.Form(last))
	first, title := x.officeBefore(last, p)
	title = title || honorific
	if !title {
		if p.typ != Person {
			return
		}
		if typ, _ := nounType(strings.ToLower(tok.Lemma)); typ != Person || tok.Feats.Number == lang.NumberPlur {
			return
		}
		if h := tok.Head; tok.Rel.Base() == lang.Nsubj || h >= 0 && (h < last-12 || h > p.end) && !t.IsAncestor(last, p.head) {
			return
		}
	}
	if p.typ != Person && !capitalised(t.Form(last)) {
		return
	}
	from := x.leftEdge(first, p)
	for j := max(s.First, last-4); j < from; j++ {
		if t.Tokens[j].UPOS != lang.DET && lexicon.Title(t.Cover(j, last+1).In(t.Source)) {
			from = x.leftEdge(j, p)
		}
	}
	if x.imagined(from, p) {
		return
	}
	p.typ = Person
	p.gender = max(p.gender, genderFrom(gender))
	x.titleOf(from, last+1, first, i)
}

// officeBefore is where the office that ends at token last begins, and whether
// it is one: "Secretary of State", "Director of the Budget", "Sen.".
func (x *titler) officeBefore(last int, p *phrase) (first int, ok bool) {
	t := x.t
	start := max(t.Sentences[p.sentence].First, last-5)
	for j := start; j <= last; j++ {
		if capitalised(t.Form(j)) == capitalised(t.Form(last)) && lexicon.Title(t.Cover(j, last+1).In(t.Source)) {
			if strings.ContainsRune(t.Cover(j, last+1).In(t.Source), ' ') && t.Tokens[last].UPOS == lang.PROPN && j+1 < last && t.Lower(j+1) == "of" {
				return j, true
			}
			return last, true
		}
	}
	if !capitalised(t.Form(last)) {
		return last, false
	}
	for j := last; j > start; j-- {
		switch {
		case t.Lower(j) == "of":
			if capitalised(t.Form(j-1)) && lexicon.Title(t.Form(j-1)) {
				return j - 1, true
			}
			return last, false
		case !capitalised(t.Form(j)) && t.Lower(j) != "the":
			return last, false
		}
	}
	return last, false
}

// imagined reports whether what stands before a title says that nobody bears it
// yet: "a President Holub", "any Governor Pryce".
func (x *titler) imagined(first int, p *phrase) bool {
	if first <= x.t.Sentences[p.sentence].First {
		return false
	}
	return imaginers.Has(x.t.Lower(first-1)) && capitalised(x.t.Form(p.first-1))
}

// leftEdge is where the modifiers in front of a title begin.
func (x *titler) leftEdge(last int, p *phrase) int {
	t := x.t
	s := t.Sentences[p.sentence]
	first := last
	for j := last - 1; j >= s.First; j-- {
		tok := t.Tokens[j]
		joined := false
		switch tok.UPOS {
		case lang.NOUN, lang.PROPN, lang.ADJ:
			joined = true
		case lang.VERB:
			joined = (tok.Rel.Base() == lang.Amod || tok.Rel == lang.Compound) && tok.XPOS != lang.XPOSVBD &&
				(j == s.First || t.Tokens[j-1].UPOS != lang.NOUN && t.Tokens[j-1].UPOS != lang.PROPN && t.Tokens[j-1].UPOS != lang.PRON)
		case lang.NUM:
			joined = j+1 < last && t.Form(j+1) == "-"
		case lang.PUNCT:
			joined = tok.XPOS == lang.XPOSHYPH && t.Tokens[j].Span.Start == t.Tokens[max(j-1, 0)].Span.End
		case lang.PART:
			joined = tok.XPOS == lang.XPOSPOS
		case lang.ADP:
			joined = t.Lower(j) == "of" && lexicon.Title(t.Cover(max(j-1, s.First), last+1).In(t.Source))
		case lang.PRON:
			joined = tok.Rel == lang.NmodPoss
		}
		progressive := j > s.First && t.Tokens[j-1].Lemma == "be" && strings.HasSuffix(t.Lower(j), "ing") // "is challenging Senator X"
		if !joined || progressive || strings.ContainsAny(t.Form(j), ",;:()–—―") {
			break
		}
		under := tok.Head >= j && tok.Head < p.end
		for at, k := tok.Head, 0; !under && at >= 0 && k < 6; at, k = t.Tokens[at].Head, k+1 {
			under = at > j && at < p.end
		}
		for k := j + 1; !under && k < p.end; k++ {
			under = t.Tokens[k].Head == j && tok.UPOS == lang.PROPN && t.Is(k, lang.Flat, lang.Compound)
		}
		if !under && !(j == last-1 && j > s.First && capitalised(t.Form(j)) && capitalised(t.Form(last)) && chambers.Has(t.Lower(j))) {
			break
		}
		first = j
		if tok.UPOS == lang.PRON {
			break
		}
	}
	if n := t.NameAt(first); n >= 0 && t.Names[n].First < first && t.Names[n].End < p.first {
		first = t.Names[n].First
	}
	return first
}

// titleSpan is a noun phrase without its article or possessor.
func (x *titler) titleSpan(p *phrase) (first, end int) {
	first, end = p.first, p.end
	for first < p.head && determiners.Has(x.t.Lower(first)) {
		first++
	}
	for j := p.head + 1; j < end; j++ {
		if x.t.Form(j) == "," {
			end = j
		}
	}
	return first, end
}

// bears reports whether a description can be a role that somebody holds: not
// "no rookie", "one senator" or "a man born in Leeds".
func (x *titler) bears(p *phrase) bool {
	if indefinites.Has(x.t.Lower(p.first)) {
		return false
	}
	for j := p.first; j < p.head; j++ {
		if x.t.Tokens[j].XPOS == lang.XPOSVBN && x.t.Lower(j) == "born" {
			return false
		}
	}
	return true
}

// fits reports whether a description can be a title of a phrase.
func (x *titler) fits(d, of *phrase) bool {
	if !x.bears(d) || d.coordination || of.coordination || d.number == lang.NumberPlur && of.form == Name || x.enumerated(d) {
		return false
	}
	switch of.typ {
	case Person:
		return d.typ == Person || d.typ == Other && d.form == Description && x.titleWord(d)
	case Organisation:
		return d.typ == Organisation
	case Place:
		return d.typ == Place
	}
	return of.form == Name && d.typ != Other
}

// enumerated reports whether a description is an item of a list of several: "NAME,
// a clerk and a guard".
func (x *titler) enumerated(d *phrase) bool {
	t := x.t
	s := t.Sentences[d.sentence]
	i := d.end
	if i < s.End && t.Form(i) == "," {
		i++
	}
	if i+1 >= s.End || t.Tokens[i].UPOS != lang.CCONJ || !articles.Has(t.Lower(i+1)) || !articles.Has(t.Lower(d.first)) {
		return false
	}
	next := t.Tokens[i].Head // the item that the conjunction brings in
	return next >= 0 && t.Tokens[next].Rel.Base() == lang.Conj && t.Tokens[next].UPOS != lang.VERB
}

func (x *titler) titleWord(d *phrase) bool {
	return lexicon.Title(x.t.Cover(d.head, d.head+1).In(x.t.Source))
}

// apposed links a description and a name that the parse has in apposition.
func (x *titler) apposed(i int) {
	p := &x.phrases[i]
	h := x.t.Tokens[p.head].Head
	if p.form == Description && x.t.Tokens[p.head].Rel.Base() == lang.Appos && h >= 0 && x.at[h] >= 0 {
		if of := &x.phrases[x.at[h]]; x.fits(p, of) && of.form != Pronoun && !x.nearer(p, of) {
			first, end := x.titleSpan(p)
			x.titleOf(first, end, p.head, x.at[h])
			return
		}
	}
	for _, c := range x.t.Dependents(p.head, lang.Appos) {
		if k := x.at[c]; k >= 0 && x.phrases[k].form == Name && x.fits(p, &x.phrases[k]) && p.form == Description {
			first, end := x.titleSpan(p)
			if n := x.phrases[k].first; end > n {
				end = n
			}
			x.titleOf(first, end, p.head, k)
		}
	}
}

// nearer reports whether another person's name stands right before a description that the
// parse has beside phrase of: in "A, the sister of B, a banker" either may be the banker.
func (x *titler) nearer(d, of *phrase) bool {
	if d.first < 2 || x.t.Form(d.first-1) != "," {
		return false
	}
	return slices.ContainsFunc(x.phrases, func(p phrase) bool {
		return p.form == Name && p.end == d.first-1 && p.first >= of.end && p.typ == Person && of.typ == Person
	})
}

// services are the verbs that tell a role after "as", and those that take it
// as their complement.
var services = lexicon.PersonWords.Words("verbs that tell a role after as")
var becomings = lexicon.PersonWords.Words("verbs that take a role as their complement")

// predicated links a role to the subject that it is said of: "X is the
// watchdog's head", "X, who served as mayor", "X became mayor".
func (x *titler) predicated(i int) {
	t, p := x.t, &x.phrases[i]
	if p.form != Description {
		return
	}
	verb := -1
	switch {
	case t.Dependent(p.head, lang.Cop) >= 0:
		verb = p.head
	case t.Is(p.head, lang.Obl) && services.Has(t.Tokens[max(t.Tokens[p.head].Head, 0)].Lemma):
		if c := t.Dependent(p.head, lang.Case); c >= 0 && t.Lower(c) == "as" {
			verb = t.Tokens[p.head].Head
		}
	case t.Is(p.head, lang.Xcomp, lang.Obj) && becomings.Has(t.Tokens[max(t.Tokens[p.head].Head, 0)].Lemma):
		verb = t.Tokens[p.head].Head
		if t.Is(p.head, lang.Obj) && t.Tokens[verb].Lemma != "become" && t.Tokens[verb].Lemma != "remain" {
			return
		}
	}
	if verb < 0 {
		return
	}
	subject := t.Dependent(verb, lang.Nsubj)
	if subject < 0 || x.at[subject] < 0 {
		return
	}
	of := &x.phrases[x.at[subject]]
	if of.form == Pronoun && of.class != He && of.class != She && of.class != Who || negated(t, verb) || supposed(t, verb) || of.typ == Person && !x.titleWord(p) {
		return
	}
	if x.fits(p, of) && (of.form == Name || of.form == Pronoun || of.form == Description && of.typ == p.typ && of.typ != Other) {
		first, end := x.titleSpan(p)
		x.titleOf(first, end, p.head, x.at[subject])
	}
}

func negated(t *lang.Text, verb int) bool {
	for _, c := range t.Dependents(verb, lang.Advmod) {
		if form := t.Lower(c); negations.Has(form) || t.Tokens[c].Lemma == "not" {
			return true
		}
	}
	return false
}

// supposed reports whether a predicate is only thought of: under a modal, after
// "if" or "whether".
func supposed(t *lang.Text, verb int) bool {
	for at, k := verb, 0; at >= 0 && k < 3; at, k = t.Tokens[at].Head, k+1 {
		for _, c := range t.Dependents(at, lang.Aux, lang.Mark) {
			if suppositions.Has(t.Lower(c)) {
				return true
			}
		}
		if !t.Is(at, lang.Xcomp, lang.Conj) {
			break
		}
	}
	return false
}

// listed reports whether a name is an item of a list. The parse also takes a
// name for one that only a comma ties to the place before it, the last word of
// its bearer's role: "the mayor of Leeds, NAME,".
func (x *titler) listed(p *phrase) bool {
	t := x.t
	if !p.conjunct || p.first == 0 || t.Form(p.first-1) != "," || t.Dependent(p.head, lang.Conj, lang.Cc) >= 0 {
		return p.conjunct
	}
	h := t.Tokens[p.head].Head
	if h < 0 || t.Tokens[h].UPOS != lang.PROPN || !t.Is(h, lang.Nmod) {
		return true
	}
	for _, c := range t.Dependents(h, lang.Conj) {
		if c != p.head {
			return true
		}
	}
	return p.end >= len(t.Tokens) || t.Tokens[p.end].UPOS != lang.PUNCT
}

// besides finds the role beside a name that the parse attached elsewhere:
// "NAME, a retired general," and "the group's head, NAME,".
func (x *titler) besides(i int) {
	t, p := x.t, &x.phrases[i]
	if p.typ != Person || x.listed(p) {
		return
	}
	s := t.Sentences[p.sentence]
	if c := p.end; c+1 < s.End && t.Form(c) == "," {
		for k := i + 1; k < len(x.phrases) && x.phrases[k].head < min(s.End, c+12); k++ {
			d := &x.phrases[k]
			if d.first != c+1 || d.form != Description {
				continue
			}
			closed := d.end >= s.End || t.Tokens[d.end].UPOS == lang.PUNCT || t.Tokens[d.end].UPOS == lang.ADP || t.Lower(d.end) == "who"
			if closed && x.fits(d, p) && d.number == lang.NumberSing && !t.Is(d.head, lang.Nsubj, lang.Conj) {
				first, end := x.titleSpan(d)
				x.titleOf(first, end, d.head, i)
			}
			break
		}
	}
	if c := p.first - 1; c > s.First && t.Form(c) == "," {
		for k := i - 1; k >= 0 && x.phrases[k].head >= max(s.First, c-14); k-- {
			d := &x.phrases[k]
			if d.end != c || d.form != Description || !x.fits(d, p) {
				continue
			}
			closed := p.end >= s.End || t.Tokens[p.end].UPOS == lang.PUNCT || t.Lower(p.end) == "who"
			if closed && d.definite && x.fits(d, p) && d.number == lang.NumberSing && !d.conjunct {
				first, end := x.titleSpan(d)
				x.titleOf(first, end, d.head, i)
			}
			break
		}
	}
	if k := x.subjectBefore(p); k >= 0 {
		first, end := x.titleSpan(&x.phrases[k])
		x.titleOf(first, end, x.phrases[k].head, i)
	}
}

// subjectBefore is the description that is the subject of the verb right after
// a name between commas, or -1: "The trader who had bought the land, NAME,
// pleaded guilty."
func (x *titler) subjectBefore(p *phrase) int {
	t := x.t
	s := t.Sentences[p.sentence]
	if p.first-1 <= s.First || p.end >= s.End || t.Form(p.first-1) != "," || t.Form(p.end) != "," {
		return -1
	}
	v := p.end + 1
	for v < s.End && (t.Tokens[v].UPOS == lang.AUX || t.Tokens[v].UPOS == lang.ADV) {
		v++
	}
	if v >= s.End || t.Tokens[v].UPOS != lang.VERB {
		return -1
	}
	for _, c := range t.Dependents(v, lang.Nsubj) {
		k := x.at[c]
		if k < 0 || c >= p.first {
			continue
		}
		d := &x.phrases[k]
		if d.form == Description && d.first == s.First && d.definite && d.number == lang.NumberSing && d.typ == Person && !d.conjunct && x.fits(d, p) && d.end <= p.first {
			return k
		}
	}
	return -1
}
