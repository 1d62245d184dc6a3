package kind

import (
	"math"
	"slices"
	"strings"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/when"
)

// denies finds a word of the clause that the sentence has too and that only one
// of them denies: its predicate, what is said of how it came about, or a
// participant that there was none of.
func denies(c *counterpart) (of, in int, ok bool) {
	if c.elsewhere(c.other()) {
		return 0, 0, false
	}
	for _, i := range c.assertion().Tokens {
		j, found := c.match[i]
		if !found || c.akin[i] < mostAkin && c.share < 1 || !c.parallel(i, j) {
			continue
		}
		x, y := c.of.stance(i), c.in.stance(j)
		if x.Negated != y.Negated && (x.Modality == y.Modality || c.of.settled(i, x) && c.in.settled(j, y)) && c.of.negations(i)+c.in.negations(j) == 1 {
			return i, j, true
		}
	}
	return 0, 0, false
}

// parallel reports whether tokens i and j tell something, and tell it of the
// same: both are predicates with something in common, or both belong to the
// same word.
func (c *counterpart) parallel(i, j int) bool {
	t, u := c.of.Text, c.in.Text
	if !tells(t, i) || !tells(u, j) {
		return false
	}
	if i == c.assertion().Predicate.Head && c.in.carrier(j) >= 0 {
		return c.shares(j)
	}
	if h, g := t.Tokens[i].Head, u.Tokens[j].Head; h >= 0 && g >= 0 {
		if k, same := c.match[h]; same && k == g && t.Is(i, lang.Advmod, lang.Obj, lang.Nsubj) && t.Tokens[i].Rel.Base() == u.Tokens[j].Rel.Base() {
			return true
		}
	}
	if i != c.assertion().Predicate.Head && !t.Is(i, lang.Advmod) || (t.Tokens[i].UPOS == lang.VERB) != (u.Tokens[j].UPOS == lang.VERB) {
		return false
	}
	return c.in.holder[j] >= 0 && c.shares(j) && c.back(j) >= half
}

// tells reports whether token i can be affirmed or denied.
func tells(t *lang.Text, i int) bool {
	switch t.Tokens[i].UPOS {
	case lang.VERB, lang.ADJ, lang.ADV, lang.NOUN:
		return true
	}
	return false
}

// settled reports whether what token i tells is put as a fact, or denied for the
// future too.
func (r *reading) settled(i int, s assertion.Stance) bool {
	if s.Modality == assertion.Asserted || s.Modality == assertion.Possible && r.able(i) {
		return true
	}
	if !s.Negated {
		return false
	}
	for _, j := range r.Text.Dependents(i, lang.Aux) {
		switch r.Text.Lower(j) {
		case "will", "wo", "can", "ca", "could":
			return true
		case "would":
			return r.Text.Is(i, lang.Ccomp)
		}
	}
	return false
}

// able reports whether token i is what somebody can do, or how.
func (r *reading) able(i int) bool {
	if r.Text.Is(i, lang.Advmod) {
		i = r.Text.Tokens[i].Head
	}
	for _, j := range r.Text.Dependents(i, lang.Aux) {
		if l := r.Text.Tokens[j].Lemma; l == "can" {
			return true
		}
	}
	return false
}

// negations counts the words that can negate what token i tells: those of its
// clause and of the clauses that govern it.
func (r *reading) negations(i int) int {
	t := r.Text
	n := 0
	for top := i; ; top = t.Tokens[top].Head {
		for _, j := range append(t.Children(top), top) {
			if _, ok := lexicon.Negation(t.Tokens[j].Lemma); ok && (j == top || !t.Is(j, lang.Conj, lang.Advcl, lang.Parataxis, lang.Ccomp, lang.Xcomp)) {
				n++
			}
		}
		if !t.Is(top, lang.Xcomp, lang.Advmod, lang.Amod, lang.Obj, lang.Nsubj, lang.Acl) {
			return n
		}
	}
}

// opposes finds a word of the clause to which the sentence has an opposite in
// the same place.
func opposes(c *counterpart) (of, in int, ok bool) {
	a := c.assertion()
	t, u := c.of.Text, c.in.Text
	s := u.Sentences[c.sentence]
	for _, i := range a.Tokens {
		if _, same := c.match[i]; same || !c.of.words[i].compared {
			continue
		}
		for j := s.First; j < s.End; j++ {
			if !c.in.words[j].compared || !c.of.book.excludes(c.of.words[i].lemma, c.in.words[j].lemma) {
				continue
			}
			if i == a.Predicate.Head {
				x, y := c.of.stance(i), c.in.stance(j)
				if !x.Negated && !y.Negated && y.Modality == assertion.Asserted && c.shares(j) && !c.elsewhere(c.in.assertionAt(j)) {
					return i, j, true
				}
			} else if h, g := t.Tokens[i].Head, u.Tokens[j].Head; h >= 0 && g >= 0 && t.Is(i, lang.Amod, lang.Advmod) && t.Tokens[i].Rel == u.Tokens[j].Rel {
				if k, same := c.match[h]; same && k == g {
					return i, j, true
				}
			}
		}
	}
	return 0, 0, false
}

// moving reports whether a verb is one of a number that is another one before
// and after: to grow, to decline; to climb, to fall.
func moving(verb string) bool {
	return lexicon.SupersenseOf(verb, lexicon.Verb) == lexicon.VerbChange || lexicon.CanBe(verb, lexicon.VerbChange) && lexicon.CanBe(verb, lexicon.VerbMotion)
}

// miscounts finds a number in the clause where the sentence counts the same
// things and gives another number only.
func miscounts(c *counterpart) (of, in int, ok bool) {
	if a := c.assertion(); a.Negated || a.Modality != assertion.Asserted || c.elsewhere(c.other()) || c.other() == nil && c.share < covered {
		return 0, 0, false
	}
	for _, n := range c.assertion().Quantities {
		q := &c.of.Quantities[n]
		if !counting(q) || c.of.moved[n] {
			continue
		}
		other, fitting := -1, false
		s := c.in.Text.Sentences[c.sentence]
		for k := range c.in.Quantities {
			o := &c.in.Quantities[k]
			if o.First < s.First || o.First >= s.End {
				continue
			}
			fitting = fitting || fits(q, o)
			if counting(o) && !c.in.moved[k] && o.Kind == q.Kind && o.Unit == q.Unit && o.Scope == q.Scope && o.Of == q.Of && c.sameThing(q, o) {
				other = k
			}
		}
		if other >= 0 && !fitting {
			return q.First, c.in.Quantities[other].First, true
		}
	}
	return 0, 0, false
}

// counting reports whether a quantity can exclude others of the same things.
func counting(q *quantity.Quantity) bool {
	return q.Kind != quantity.Ordinal && q.Kind != quantity.Score && !q.Vague && q.Scope != quantity.More
}

// sameThing reports whether two quantities count or measure the same.
func (c *counterpart) sameThing(q, o *quantity.Quantity) bool {
	if q.Counted < 0 || o.Counted < 0 {
		if c.share < covered || c.told < weighty {
			return false
		}
		if (q.Counted != o.Counted || q.Unit != "" && (c.other() != nil || c.share >= 0.75)) && c.alone(o) {
			return true
		}
		b := c.other()
		return b != nil && slices.ContainsFunc(b.Quantities, func(n int) bool { return &c.in.Quantities[n] == o })
	}
	return lexicon.Similarity(lower(c.of.Text, q.Counted), lower(c.in.Text, o.Counted)) >= mostAkin
}

// alone reports whether a quantity is the only one of its kind and unit in the
// sentence.
func (c *counterpart) alone(q *quantity.Quantity) bool {
	s := c.in.Text.Sentences[c.sentence]
	for i := range c.in.Quantities {
		o := &c.in.Quantities[i]
		if o != q && o.First >= s.First && o.First < s.End && o.Kind == q.Kind && o.Unit == q.Unit {
			return false
		}
	}
	return true
}

// nearly is how far apart two numbers are at most of which one rounds the other.
const nearly = 0.05

// fits reports whether two numbers can both be right: their intervals meet, or
// one is the other in fewer digits.
func fits(x, y *quantity.Quantity) bool {
	if x.Low <= y.High && y.Low <= x.High {
		return true
	}
	a, b := nominal(x), nominal(y)
	return math.Abs(a-b) <= nearly*max(math.Abs(a), math.Abs(b)) && (rounds(a, b) || rounds(b, a))
}

// rounds reports whether a is b with the last digits made noughts or cut off.
func rounds(a, b float64) bool {
	for unit := math.Pow(10, math.Floor(math.Log10(math.Abs(a)))); unit >= 1; unit /= 10 {
		if math.Mod(a, unit) == 0 {
			return math.Mod(b, unit) != 0 && math.Round(b/unit)*unit == a
		}
	}
	return false
}

// misdates finds days or years of the clause that exclude all those of the other
// article's clause about the same act.
func misdates(c *counterpart) (of, in int, ok bool) {
	a, b := c.assertion(), c.other()
	if b == nil || c.elsewhere(c.other()) || !c.shares(b.Predicate.Head) {
		return 0, 0, false
	}
	x, y := c.of.dates(a), c.in.dates(b)
	if len(y) == 0 {
		y = c.attendant(b)
	}
	if len(x) == 0 || len(y) == 0 {
		return 0, 0, false
	}
	for _, v := range x {
		for _, w := range y {
			if v.Overlaps(w) {
				return 0, 0, false
			}
		}
	}
	return x[0].First, y[0].First, true
}

// attendant are the dates of the participles that tell how an act of the other
// article went and name something of the clause: "arrived, sailing into Rivas on
// 3 May".
func (c *counterpart) attendant(b *assertion.Assertion) (found []*when.Time) {
	for _, i := range c.in.Text.Dependents(b.Predicate.Head, lang.Advcl) {
		p := c.in.assertionAt(i)
		if p == nil || c.in.Text.Tokens[i].XPOS != lang.XPOSVBG || c.in.Text.Dependent(i, lang.Mark, lang.Nsubj) >= 0 {
			continue
		}
		for _, x := range c.assertion().Arguments {
			if j, ok := c.match[x.Head]; ok && x.Role != assertion.Agent && slices.Contains(p.Tokens, j) {
				return c.in.dates(p)
			}
		}
	}
	return nil
}

// dates are the known dates of an assertion that rest on no other date.
func (r *reading) dates(a *assertion.Assertion) []*when.Time {
	var found []*when.Time
	for _, t := range a.Times {
		if w := &r.Times[t]; w.Type == when.Date && !w.Begin.IsZero() && !w.Relative && w.Modifier == when.Plain {
			found = append(found, w)
		}
	}
	return found
}

// pending are the rules by which an act hasn't come about, or not for certain;
// those that tell of the future say nothing against a report in the present.
var pending = map[string]struct{ future bool }{
	"modal:possible": {}, "modal:obliged": {}, "modal:future": {future: true},
	"governor:chance": {}, "governor:suggest": {}, "governor:want": {future: true}, "governor:promise": {future: true}, "governor:predict": {future: true},
	"governor:order": {future: true}, "governor:ask": {future: true}, "governor:plan": {future: true}, "implicative:open": {}, "mark:if": {}, "mark:unless": {},
}

// evens is the certainty from which an act has rather come about than not.
const evens = 0.5

// awaits finds that the clause reports an act that the sentence only wants,
// plans, allows or supposes.
func awaits(c *counterpart) (of, in int, ok bool) {
	a := c.assertion()
	i := a.Predicate.Head
	j, found := c.match[i]
	if !found || c.akin[i] < mostAkin || a.Predicate.Form != assertion.Verbal || c.in.Text.Tokens[j].UPOS != lang.VERB || c.elsewhere(c.other()) {
		return 0, 0, false
	}
	past := false
	switch c.of.Text.Tokens[i].XPOS {
	case lang.XPOSVBD, lang.XPOSVBN:
		past = true
	case lang.XPOSVBZ, lang.XPOSVBP:
		if c.of.Text.Sentences[a.Sentence].Role == lang.Headline {
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	x, y := c.of.stance(i), c.in.stance(j)
	if x.Negated || y.Negated || x.Modality != assertion.Asserted || y.Certainty >= evens || y.Modality == assertion.Alleged || !c.shares(j) && (c.share < 1 || c.akin[i] < 1 || !c.doer()) {
		return 0, 0, false
	}
	for _, rule := range y.Rules {
		if p, known := pending[rule]; known && (past || !p.future) {
			return i, j, true
		}
	}
	return 0, 0, false
}

// doer reports whether the sentence has the very word for the doer in the clause.
func (c *counterpart) doer() bool {
	x := argument(c.assertion(), assertion.Agent)
	return x != nil && c.of.words[x.Head].compared && c.akin[x.Head] == 1
}

// reverses finds the same act with doer and target exchanged.
func reverses(c *counterpart) (of, in int, ok bool) {
	a, b := c.assertion(), c.other()
	if b == nil || c.akin[a.Predicate.Head] < mostAkin || a.Negated != b.Negated {
		return 0, 0, false
	}
	x, y := argument(a, assertion.Agent), argument(a, assertion.Patient)
	v, w := argument(b, assertion.Agent), argument(b, assertion.Patient)
	if x == nil || y == nil || v == nil || w == nil {
		return 0, 0, false
	}
	if c.of.like(x.Head, c.in, w.Head) == 1 && c.of.like(y.Head, c.in, v.Head) == 1 && !strings.EqualFold(c.of.Text.Form(x.Head), c.of.Text.Form(y.Head)) && c.of.like(x.Head, c.in, v.Head) == 0 {
		return x.Head, w.Head, true
	}
	return 0, 0, false
}
