package resolve

import (
	"math"
	"math/bits"
	"slices"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Decision is one choice that the resolver faces: what a third-person pronoun
// stands for. The last candidate is "nothing that is named here".
type Decision struct {
	Anaphor    int // token
	Class      Class
	Candidates []Candidate
}

// Candidate is one entity that a pronoun may stand for, with its mentions
// before the pronoun and its names after it.
type Candidate struct {
	Mentions   []article.Span
	Heads      []int // tokens
	Features   []Feature
	Weight     float64 // the sum of its features' weights
	cluster    int
	mismatched bool // the text has told another gender
}

// likely turns the candidates' weights into probabilities.
func (d *Decision) likely() []float64 {
	top := math.Inf(-1)
	for _, c := range d.Candidates {
		top = max(top, c.Weight)
	}
	p := make([]float64, len(d.Candidates))
	sum := 0.0
	for i, c := range d.Candidates {
		p[i] = math.Exp(c.Weight - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// Best is the candidate of the greatest weight, the nearest of equals. That the
// text has told another gender counts against a candidate beside others, but is
// no reason to take none at all.
func (d *Decision) Best() int {
	best := len(d.Candidates) - 1
	for i := range d.Candidates {
		if d.Candidates[i].Weight > d.Candidates[best].Weight {
			best = i
		}
	}
	if best == len(d.Candidates)-1 {
		top := d.Candidates[best].Weight
		for i := range d.Candidates[:len(d.Candidates)-1] {
			if c := &d.Candidates[i]; c.mismatched && c.Weight-mismatchWeight > top {
				best, top = i, c.Weight-mismatchWeight
			}
		}
	}
	return best
}

// reachBack is how many sentences before a pronoun an unnamed candidate may
// stand; a name may stand anywhere before it.
const reachBack = 3

// decide lists the candidates of pronoun i with their features.
func (r *resolver) decide(i int) Decision {
	p := &r.phrases[i]
	d := Decision{Anaphor: p.head, Class: p.class}
	kind := kindOf(p.class)
	a := r.anaphor(i)
	var order []int
	for _, c := range r.near(i) {
		if r.possible(a, c) {
			order = append(order, c)
		}
	}
	order = r.persons(p.class, order)
	slices.SortStableFunc(order, func(x, y int) int { return r.clusters[y].last() - r.clusters[x].last() })
	d.Candidates = make([]Candidate, 0, len(order)+1)
	rank := 0
	for _, c := range order {
		features := r.features(a, c, rank)
		rank++
		k := r.candidate(c, kind, features)
		k.mismatched = (p.class == He || p.class == She) && r.agreesWith(&r.clusters[c], p.class) == 1
		d.Candidates = append(d.Candidates, k)
	}
	features := []feature{{none, min(len(order), 3)}}
	d.Candidates = append(d.Candidates, r.candidate(-1, kind, features))
	return d
}

func (r *resolver) candidate(c, kind int, features []feature) Candidate {
	w := r.weights
	k := Candidate{cluster: c, Features: make([]Feature, len(features))}
	for n, f := range features {
		at := kind*featuresPerKind + offsets[f.template] + f.value
		k.Features[n] = Feature(at)
		k.Weight += w[at]
	}
	if c >= 0 && r.observed {
		for _, m := range r.clusters[c].phrases {
			k.Heads = append(k.Heads, r.phrases[m].head)
			k.Mentions = append(k.Mentions, r.t.Cover(r.phrases[m].first, r.phrases[m].end))
		}
		for _, m := range r.clusters[c].names {
			k.Heads = append(k.Heads, r.phrases[m].head)
			k.Mentions = append(k.Mentions, r.t.Cover(r.phrases[m].first, r.phrases[m].end))
		}
	}
	return k
}

func kindOf(c Class) int {
	switch c {
	case It:
		return 1
	case They:
		return 2
	}
	return 0
}

// anaphor is what the features ask of a pronoun, found once.
type anaphor struct {
	phrase    int
	clause    int   // the head of its clause
	governors []int // the heads of the clauses above, nearest first
	possessed bool
	reflexive bool
	reports   bool // subject of a verb of saying
	speaker   int  // cluster of the speaker of the quotation it stands in, or -1
	before    int  // cluster of the speaker of the quotation before it, or -1
	lastOf    int  // the latest pronoun of its class before it, or -1
	speaks    int  // the quotation whose source it is, or -1
	owned     int  // the named cluster of which its phrase is a possession or a relative, or -1
}

func (r *resolver) anaphor(i int) anaphor {
	p := &r.phrases[i]
	a := anaphor{phrase: i, speaker: -1, before: -1, lastOf: -1, speaks: r.spoken[i], owned: -1}
	a.possessed = p.role == possessor
	if h := r.t.Tokens[p.head].Head; a.possessed && h >= 0 && r.at[h] >= 0 {
		if g, ok := r.naming.of[r.ofTitle(r.at[h])]; ok {
			a.owned = g
		}
	}
	if reflexives.Has(r.t.Lower(p.head)) {
		a.reflexive = true
	}
	a.clause = r.clauseOf(p.head)
	for at, k := a.clause, 0; at >= 0 && k < 5; k++ {
		head := r.t.Tokens[at].Head
		if head < 0 {
			break
		}
		at = r.clauseOf(head)
		a.governors = append(a.governors, at)
	}
	a.reports = r.reportsAs(p)
	if p.quotation >= 0 {
		a.speaker = r.speakerSoFar(p.quotation)
	} else {
		a.before = r.speakerBefore(p.head)
	}
	for j := i - 1; j >= 0 && j > i-60; j-- {
		if q := &r.phrases[j]; q.form == Pronoun && q.class == p.class && q.cluster >= 0 {
			a.lastOf = j
			break
		}
	}
	return a
}

// clauseOf is the head of the clause that token i stands in. Clauses that share
// a subject count as the one that has it.
func (r *resolver) clauseOf(i int) int {
	for k := 0; k < 40; k++ {
		tok := r.t.Tokens[i]
		if tok.Head < 0 {
			return i
		}
		switch tok.Rel.Base() {
		case lang.Ccomp, lang.Acl, lang.Parataxis, lang.Csubj:
			return i
		case lang.Advcl:
			if r.t.Dependent(i, lang.Nsubj) >= 0 {
				return i
			}
		case lang.Conj:
			if (tok.UPOS == lang.VERB || tok.UPOS == lang.AUX) && r.t.Dependent(i, lang.Nsubj) >= 0 {
				return i
			}
		}
		i = tok.Head
	}
	return i
}

func (r *resolver) reportsAs(p *phrase) bool {
	if p.role != subject {
		return false
	}
	h := r.t.Tokens[p.top].Head
	if h < 0 {
		return false
	}
	_, ok := lexicon.ReportingVerb(r.t.Tokens[h].Lemma)
	return ok
}

// feature is a template with its value, before the kind of anaphor is known.
type feature struct {
	template int
	value    int
}

// features are the answers for cluster c as what pronoun a stands for. rank
// counts the candidates whose latest mention is nearer. They last until it is asked for
// the next ones.
func (r *resolver) features(a anaphor, c, rank int) []feature {
	p, k := &r.phrases[a.phrase], &r.clusters[c]
	f := r.room[:0]
	defer func() { r.room = f }()
	add := func(template, value int) { f = append(f, feature{template, value}) }
	add(recency, min(rank, 5))
	add(total, bucket(k.nameCount))
	add(typeOfCandidate, r.typeValue(k))
	add(givenNameGender, givenValue(p.class, k.given, k.gender()))
	add(inHeadline, flag(k.headline))
	if p.class == He || p.class == She {
		add(genderKnown, r.agreesWith(k, p.class))
	}
	if k.begun {
		add(nounClass, min(int(k.noun), 31))
	}
	m := r.lastFor(a, k)
	if m < 0 {
		later := &r.phrases[r.after(a.phrase, c)]
		value := 0
		switch g := r.governs(a, r.t.Tokens[later.top].Head); {
		case later.sentence > p.sentence:
			value = 5
		case later.role <= passiveSubject && g >= 2:
			value = 1
		case later.role <= passiveSubject && g == 1:
			value = 2
		case later.role <= passiveSubject:
			value = 3
		case g == 1:
			value = 4
		}
		add(cataphor, value)
		return f
	}
	q := &r.phrases[m]
	sentences := p.sentence - q.sentence
	near := min(sentences, 2)
	// The best mention in the nearest sentence stands for the cluster's role.
	bestRole := q.role
	for n := len(k.phrases) - 1; n >= 0 && r.phrases[k.phrases[n]].sentence == q.sentence; n-- {
		if x := &r.phrases[k.phrases[n]]; x.role < bestRole && !r.within(p.head, k.phrases[n]) {
			bestRole = x.role
		}
	}
	add(distance, distanceValue(sentences))
	add(roleAtDistance, int(bestRole)*3+near)
	if sentences <= 1 {
		add(roles2, (anaphorRole(p)*roles+int(bestRole))*2+sentences)
	}
	add(formAtDistance, formValue(q)*3+near)
	subjectNear := flag(bestRole <= passiveSubject) + flag(bestRole <= passiveSubject && !q.conjunct && r.depthValue(q) == 0)
	add(headlineRole, (flag(k.headline)*roles+int(bestRole))*3+near)
	add(recencyRole, (min(rank, 5)*3+subjectNear)*3+near)
	add(frequencyDistance, bucket(len(k.phrases))*3+near)
	add(anaphorHeadline, anaphorRole(p)*2+flag(k.headline))
	add(tokensApart, min(bits.Len(uint(max(p.head-q.head, 0))), 7))
	add(frequency, bucket(len(k.phrases)))
	add(subjects, min(k.subjects, 3))
	add(numberOf, numberValue(k, q))
	add(salience, r.salience(k, p.sentence))
	if sentences == 0 {
		value, g := 0, r.governs(a, r.t.Tokens[q.top].Head)
		if g == 1 && !a.possessed && !a.reflexive {
			value = 1
		} else if g == 1 {
			value = 2
			if q.role == subject || q.role == passiveSubject {
				value = 3
			}
		}
		add(clause, value+4*flag(a.reflexive))
		if q.role == subject || q.role == passiveSubject {
			add(governor, min(g, 4))
			add(anaphorGovernor, anaphorRole(p)*5+min(g, 4))
		}
		add(nearness, min((p.head-q.head)/4, 5))
		add(anaphorNearness, (anaphorRole(p)*6+min((p.head-q.head)/4, 5))*2+flag(bestRole <= passiveSubject))
	}
	if q.head == r.firsts[q.sentence] {
		add(position, near)
	} else {
		add(position, 3)
	}
	add(speech, r.speechValue(a, p, q, c))
	pronoun := 5
	switch j := k.lastPronoun; {
	case j < 0:
		pronoun = 0
	case j == a.lastOf:
		pronoun = 1 + min(p.sentence-r.phrases[j].sentence, 2)
	case r.phrases[j].class == p.class:
		pronoun = 4
	}
	add(lastPronoun, pronoun)
	add(anaphorPronoun, anaphorRole(p)*6+pronoun)
	add(depth, r.depthValue(q))
	switch before, here := r.t.Sentences[q.sentence].Paragraph, r.t.Sentences[p.sentence].Paragraph; {
	case before == here:
		add(paragraph, 0)
	case before == here-1:
		add(paragraph, 1)
	default:
		add(paragraph, 2)
	}
	if q.conjunct {
		add(coordinate, 1)
	} else if r.t.Dependent(q.head, lang.Conj) >= 0 {
		add(coordinate, 2)
	}
	if a.reports {
		add(reporting, 1+2*flag(sentences > 0)-flag(!r.reportsAs(q)))
	}
	return f
}

// typeValue classes a cluster by type, name and number.
func (r *resolver) typeValue(k *cluster) int {
	switch {
	case k.coordination:
		return 9
	case k.number == lang.NumberPlur && k.typ == Person:
		return 7
	case k.number == lang.NumberPlur:
		return 8
	case k.typ == Person && k.named:
		return 0
	case k.typ == Person:
		return 1
	case k.typ == Organisation && k.named:
		return 2
	case k.typ == Organisation:
		return 3
	case k.typ == Place:
		return 4
	case k.named:
		return 5
	}
	return 6
}

// governs tells where a clause head stands above an anaphor: 0 nowhere, 1 its
// own clause, 2 the clause above, 3 and 4 further up.
func (r *resolver) governs(a anaphor, head int) int {
	if head < 0 {
		return 0
	}
	if head == a.clause {
		return 1
	}
	for n, g := range a.governors {
		if g == head {
			return min(2+n, 4)
		}
	}
	return 0
}

// salience is the decayed count of a cluster's mentions, subjects doubled.
func (r *resolver) salience(k *cluster, sentence int) int {
	sum := 0.0
	for n := len(k.phrases) - 1; n >= 0 && n >= len(k.phrases)-12; n-- {
		q := &r.phrases[k.phrases[n]]
		w := 1.0
		if q.role == subject || q.role == passiveSubject {
			w = 2
		}
		sum += w * r.faded(sentence-q.sentence)
	}
	return min(int(math.Log2(1+2*sum)*2), 7)
}

// faded is what is left of a mention's salience after so many sentences.
func (r *resolver) faded(sentences int) float64 {
	for len(r.fading) <= sentences {
		r.fading = append(r.fading, math.Pow(0.6, float64(len(r.fading))))
	}
	return r.fading[sentences]
}

func (r *resolver) speechValue(a anaphor, p, q *phrase, c int) int {
	switch {
	case a.speaker == c:
		return 1
	case a.before == c:
		return 2
	case p.quotation >= 0 && q.quotation == p.quotation:
		return 3
	case p.quotation >= 0 && q.quotation < 0:
		return 4
	case p.quotation < 0 && q.quotation >= 0:
		return 5
	}
	return 0
}

// depthValue is how deep a phrase is buried in others.
func (r *resolver) depthValue(q *phrase) int {
	n := 0
	for at, k := q.head, 0; at >= 0 && k < 8; at, k = r.t.Tokens[at].Head, k+1 {
		if r.t.Is(at, lang.Nmod, lang.Acl) {
			n++
		}
	}
	return min(n, 2)
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func bucket(n int) int {
	switch {
	case n <= 3:
		return n
	case n <= 5:
		return 4
	}
	return 5
}

func distanceValue(n int) int {
	switch {
	case n <= 3:
		return n
	case n <= 5:
		return 4
	case n <= 9:
		return 5
	}
	return 6
}

func agreement(g Gender, c Class) int {
	switch {
	case g == Unknown:
		return 2
	case (g == Masculine) == (c == He):
		return 0
	}
	return 1
}

// agreesWith is agreement for a cluster; a body is neither he nor she.
func (r *resolver) agreesWith(k *cluster, c Class) int {
	if k.typ == Organisation {
		return 1
	}
	return agreement(k.gender(), c)
}

// givenValue tells whether a given name fits the pronoun, apart where the text
// has told the gender.
func givenValue(c Class, given lexicon.Gender, told Gender) int {
	value := 3
	switch {
	case c != He && c != She:
		return 3
	case given == lexicon.Masculine:
		value = flag(c != He)
	case given == lexicon.Feminine:
		value = flag(c != She)
	case given == lexicon.Either:
		value = 2
	}
	return value + 4*flag(told != Unknown)
}

func formValue(q *phrase) int {
	switch q.form {
	case Name:
		return 0
	case Title:
		return 1
	case Description:
		if q.definite {
			return 2
		}
		return 3
	}
	if q.class == Who {
		return 5
	}
	return 4
}

func numberValue(k *cluster, q *phrase) int {
	switch {
	case k.number == lang.NumberPlur || k.coordination:
		return 1
	case q.form == Pronoun && q.class == They:
		return 2
	}
	return 0
}

func anaphorRole(p *phrase) int {
	switch p.role {
	case subject:
		return 0
	case passiveSubject:
		return 1
	case object:
		return 2
	case possessor:
		return 3
	}
	return 4
}
