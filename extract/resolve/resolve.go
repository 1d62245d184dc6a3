package resolve

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/quote"
)

// Resolve gathers the mentions of one text into entities and links the
// speakers of its quotations to them.
func Resolve(t *lang.Text, quotations []quote.Quotation) *Resolution {
	return newResolver(t, quotations, weights()).run()
}

// Observe is Resolve with every decision shown to see before it is taken; the
// pronoun is given to the candidate whose index see returns. Candidates are
// weighed by the given weights, by the embedded ones where there are none.
func Observe(t *lang.Text, quotations []quote.Quotation, with []float64, see func(*Decision) int) *Resolution {
	if with == nil {
		with = weights()
	}
	r := newResolver(t, quotations, with)
	r.observed = true
	r.choose = see
	return r.run()
}

// resolver reads the phrases of a text from its beginning to its end and gives
// each to a cluster. It changes only what is its own.
type resolver struct {
	room       []feature // of features, used again
	t          *lang.Text
	quotations []quote.Quotation
	marked     []int // token → the quotation between whose marks it stands, or -1
	phrases    []phrase
	at         []int // token → phrase it heads, or -1
	firsts     []int // sentence → head of its first phrase, or -1
	naming     *naming
	clusters   []cluster
	speakers   []int         // quotation → phrase that names its speaker, or -1
	spoken     []int         // phrase → first quotation whose speaker it names, or -1
	between    []int         // quotations of which something stands between marks, in order
	heads      map[int][]int // token → those of them whose speaker it is
	weights    []float64
	choose     func(*Decision) int
	observed   bool
	every      []int                 // all clusters
	latest     []int                 // those that near found last
	fading     []float64             // by sentences: what is left of a mention's salience
	modified   map[modified][]string // of phrases, their modifiers
}

func newResolver(t *lang.Text, quotations []quote.Quotation, with []float64) *resolver {
	r := &resolver{t: t, quotations: quotations, weights: with, modified: map[modified][]string{}}
	r.choose = func(d *Decision) int { return d.Best() }
	r.marked = markedTokens(t, quotations)
	r.phrases = findTitles(t, collect(t, r.marked))
	r.naming = nameGroups(t, r.phrases)
	r.at = make([]int, len(t.Tokens))
	for i := range r.at {
		r.at[i] = -1
	}
	r.firsts = make([]int, len(t.Sentences))
	for i := range r.firsts {
		r.firsts[i] = -1
	}
	for i, p := range r.phrases {
		r.at[p.head] = i
		if r.firsts[p.sentence] < 0 && p.form != Title {
			r.firsts[p.sentence] = p.head
		}
	}
	for i := range r.phrases {
		// The vote on names decides what a single place of one is.
		if g, ok := r.naming.of[i]; ok {
			r.phrases[i].typ = r.naming.groups[g].typ
		}
	}
	r.startNamed()
	r.findSpeakers()
	return r
}

func (r *resolver) run() *Resolution {
	for i := range r.phrases {
		r.place(i)
	}
	r.placeSpeech()
	return r.resolution()
}

// place gives phrase i to the cluster that it is a mention of.
func (r *resolver) place(i int) {
	p := &r.phrases[i]
	if g, ok := r.naming.of[i]; ok {
		r.join(i, g, 1)
		return
	}
	if p.form == Title && p.title >= 0 {
		r.placeTitle(i)
		return
	}
	if p.form == Pronoun {
		r.placePronoun(i)
		return
	}
	if c, confidence := r.described(i); c >= 0 {
		r.join(i, c, confidence)
		return
	}
	r.join(i, r.start(i), 1)
}

// placeTitle gives a title to the cluster of the phrase that it describes.
func (r *resolver) placeTitle(i int) {
	of := r.phrases[i].title
	if g, ok := r.naming.of[of]; ok {
		r.join(i, g, 0.95)
		return
	}
	if c := r.phrases[of].cluster; c >= 0 {
		r.join(i, c, 0.9)
		return
	}
	r.phrases[i].form = Description
	if c, confidence := r.described(i); c >= 0 {
		r.join(i, c, confidence)
		return
	}
	r.join(i, r.start(i), 1)
}

func (r *resolver) placePronoun(i int) {
	p := &r.phrases[i]
	switch p.class {
	case I, We, You:
		return
	case Who:
		if c := r.relative(i); c >= 0 {
			r.join(i, c, 0.95)
		}
		return
	}
	if c, confidence := r.continued(i); c >= 0 {
		r.join(i, c, confidence)
		return
	}
	if c := r.lastToSpeak(i); c >= 0 {
		r.join(i, c, 0.8)
		return
	}
	if c := r.ownBody(i); c >= 0 {
		r.join(i, c, 0.7)
		return
	}
	d := r.decide(i)
	n := r.choose(&d)
	c := d.Candidates[n].cluster
	if c < 0 && p.class != He && p.class != She {
		if c := r.reporter(i); c >= 0 {
			r.join(i, c, 0.6)
		}
		return
	}
	if c < 0 {
		r.join(i, r.start(i), 0.3)
		return
	}
	confidence := d.likely()[n]
	if (p.class == He || p.class == She) && r.agreesWith(&r.clusters[c], p.class) == 1 {
		if confidence < leastMismatched {
			return
		}
		confidence = min(confidence, 0.6)
	}
	if r.doubtful(&d, n) {
		confidence = min(confidence, 0.45)
	}
	r.join(i, c, confidence)
}

// leastMismatched is how sure it is at least that a person whom the text has told to
// be he is meant by "she" all the same.
const leastMismatched = 0.5

// doubtful reports whether the chosen person's name or the text speaks against
// the pronoun's gender while there is another whom it fits.
func (r *resolver) doubtful(d *Decision, chosen int) bool {
	if d.Class != He && d.Class != She {
		return false
	}
	fits := func(c int) bool {
		k := &r.clusters[c]
		return r.agreesWith(k, d.Class) == 0 || k.typ == Person && k.gender() == Unknown && givenValue(d.Class, k.given, Unknown) == 0
	}
	k := &r.clusters[d.Candidates[chosen].cluster]
	if agreement(k.gender(), d.Class) != 1 && givenValue(d.Class, k.given, Unknown) != 1 {
		return false
	}
	likely := d.likely()
	for n, c := range d.Candidates {
		if n != chosen && c.cluster >= 0 && likely[n] > 0.01 && fits(c.cluster) {
			return true
		}
	}
	return false
}

// reporter is the cluster of the subject of the verb of saying above a "they"
// or "it" that nothing else explains: "the group said they would sue".
func (r *resolver) reporter(i int) int {
	a := r.anaphor(i)
	if r.phrases[i].role > passiveSubject {
		return -1
	}
	for _, g := range a.governors {
		s := r.t.Dependent(g, lang.Nsubj)
		if s < 0 || r.at[s] < 0 || r.at[s] >= i {
			continue
		}
		q := &r.phrases[r.at[s]]
		if c := q.cluster; c >= 0 && r.reportsAs(q) && (r.clusters[c].typ == Organisation || r.clusters[c].typ == Person && r.phrases[i].class == They) {
			return c
		}
	}
	return -1
}

// relative is the cluster that "who" stands for: what its clause modifies, or
// the phrase right in front of it.
func (r *resolver) relative(i int) int {
	p := &r.phrases[i]
	if head := relativeClause(r.t, p.head); head >= 0 {
		if modified := r.t.Tokens[head].Head; modified >= 0 && r.at[modified] >= 0 && r.at[modified] < i {
			if c := r.phrases[r.at[modified]].cluster; c >= 0 && r.clusters[c].typ != Other {
				return c
			}
		}
	}
	for j := i - 1; j >= 0 && r.phrases[j].sentence == p.sentence; j-- {
		q := &r.phrases[j]
		if q.cluster >= 0 && (q.end == p.first || q.end+1 == p.first && r.t.Form(q.end) == ",") && q.form != Pronoun {
			return q.cluster
		}
	}
	return -1
}

// resolution turns the clusters into entities, in the order of their first
// mentions. What is neither named nor spoken of twice stays only where it is a
// single person or body.
func (r *resolver) resolution() *Resolution {
	out := &Resolution{Of: make([]int, len(r.t.Tokens)), Speakers: make([]int, len(r.quotations)), Lone: r.naming.lone, Near: len(r.phrases) > mostPhrases}
	for i := range out.Of {
		out.Of[i] = -1
	}
	var order []int
	for c := range r.clusters {
		k := &r.clusters[c]
		slices.Sort(k.phrases)
		if len(k.phrases) == 0 || !k.named && len(k.phrases) == 1 && !r.worthKeeping(k) {
			continue
		}
		order = append(order, c)
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.clusters[a].phrases[0] - r.clusters[b].phrases[0] })
	entity := make([]int, len(r.clusters))
	for i := range entity {
		entity[i] = -1
	}
	for n, c := range order {
		entity[c] = n
		k := &r.clusters[c]
		e := Entity{Type: k.typ, Named: k.named, Gender: k.gender(), Plural: k.number == lang.NumberPlur || k.coordination}
		if e.Type != Person {
			e.Gender = Unknown
		}
		for _, i := range k.phrases {
			p := &r.phrases[i]
			m := Mention{Span: r.t.Cover(p.first, p.end), First: p.first, End: p.end, Head: p.head, Form: p.form, Class: p.class, Confidence: p.confidence}
			if p.form == Name && p.name != "" && len(p.name) < m.Span.Len() {
				m.Span.End = m.Span.Start + len(p.name)
			}
			surface := m.Span.In(r.t.Source)
			switch {
			case p.form == Name && !slices.Contains(e.Names, surface):
				e.Names = append(e.Names, surface)
			case (p.form == Title || p.form == Description) && !slices.Contains(e.Titles, surface):
				e.Titles = append(e.Titles, surface)
			}
			out.Of[p.head] = n
			if last := len(e.Mentions) - 1; last >= 0 && p.form == Title && e.Mentions[last].Span == m.Span {
				continue // a title whose pieces were joined
			}
			e.Mentions = append(e.Mentions, m)
		}
		e.Name = strings.Join(strings.Fields(r.fullest(k)), " ") // without what markup leaves
		out.Entities = append(out.Entities, e)
	}
	for q, i := range r.speakers {
		out.Speakers[q] = -1
		if i >= 0 && r.phrases[i].cluster >= 0 {
			out.Speakers[q] = entity[r.phrases[i].cluster]
		}
	}
	return out
}

func (r *resolver) worthKeeping(k *cluster) bool {
	p := &r.phrases[k.phrases[0]]
	if p.form == Pronoun {
		return true
	}
	return (k.typ == Person || k.typ == Organisation && p.definite) && !k.coordination && (k.number != lang.NumberPlur || r.speaks(k))
}

// speaks reports whether a cluster is the speaker of a quotation.
func (r *resolver) speaks(k *cluster) bool {
	for _, i := range r.speakers {
		if i >= 0 && slices.Contains(k.phrases, i) {
			return true
		}
	}
	return false
}

// fullest is the longest of a cluster's names by words, the first of equals;
// its first description where it has none.
func (r *resolver) fullest(k *cluster) string {
	best, words := "", 0
	for _, i := range k.phrases {
		p := &r.phrases[i]
		if p.name == "" {
			continue
		}
		n := len(nameWords(p.name))
		if n > words || n == words && allCapitals(best) && !allCapitals(p.name) && n > 1 {
			best, words = p.name, n
		}
	}
	if best != "" {
		return best
	}
	for _, i := range k.phrases {
		if p := &r.phrases[i]; p.form != Pronoun {
			return r.t.Cover(p.first, p.end).In(r.t.Source)
		}
	}
	return r.t.Form(r.phrases[k.phrases[0]].head)
}

func allCapitals(name string) bool { return capitals(name) >= len(fold(name))-len(nameWords(name))+1 }
