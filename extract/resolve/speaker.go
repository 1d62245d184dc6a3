package resolve

import (
	"slices"
	"sort"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quote"
)

// markedTokens gives for every token the innermost quotation between whose
// marks it stands, or -1.
func markedTokens(t *lang.Text, quotations []quote.Quotation) []int {
	marked := make([]int, len(t.Tokens))
	for i := range marked {
		marked[i] = -1
	}
	for n, q := range quotations {
		for _, span := range q.Marked {
			for i, end := t.TokensIn(span); i < end; i++ {
				if marked[i] < 0 || q.Outer == marked[i] {
					marked[i] = n
				}
			}
		}
	}
	return marked
}

// findSpeakers finds the phrase that names the source of each quotation.
func (r *resolver) findSpeakers() {
	r.speakers, r.spoken = make([]int, len(r.quotations)), slices.Repeat([]int{-1}, len(r.phrases))
	r.heads = map[int][]int{}
	for n := range r.quotations {
		if q := &r.quotations[n]; len(q.Marked) > 0 {
			r.between = append(r.between, n)
			r.heads[q.Speaker] = append(r.heads[q.Speaker], n)
		}
	}
	for n := range r.quotations {
		r.speakers[n] = r.speakerOf(&r.quotations[n])
		r.noteSpeaker(n)
	}
}

// speakerOf is the phrase that names the source of a quotation, or -1.
func (r *resolver) speakerOf(q *quote.Quotation) int {
	if q.Speaker >= 0 && q.Speaker < len(r.at) && r.at[q.Speaker] >= 0 {
		return r.ofTitle(r.at[q.Speaker])
	}
	if h := r.relativeTo(q.Speaker); h >= 0 && r.at[h] >= 0 {
		return r.ofTitle(r.at[h])
	}
	if q.Source.Empty() {
		return -1
	}
	first := sort.Search(len(r.phrases), func(i int) bool { return r.t.Tokens[r.phrases[i].head].Span.Start >= q.Source.Start })
	for i := first; i < len(r.phrases) && r.t.Tokens[r.phrases[i].head].Span.Start < q.Source.End; i++ {
		if p := &r.phrases[i]; r.t.Tokens[p.head].Span.End <= q.Source.End && p.form != Title {
			return i
		}
	}
	return -1
}

// noteSpeaker notes which phrase names the speaker of quotation n.
func (r *resolver) noteSpeaker(n int) {
	if i := r.speakers[n]; i >= 0 && (r.spoken[i] < 0 || n < r.spoken[i]) {
		r.spoken[i] = n
	}
}

// relativeTo is the head of the noun phrase that the relative pronoun "which" or
// "that" at token i stands for, or -1.
func (r *resolver) relativeTo(i int) int {
	if i < 0 || r.t.Tokens[i].XPOS != lang.XPOSWDT {
		return -1
	}
	for v := r.t.Tokens[i].Head; v >= 0; v = r.t.Tokens[v].Head {
		if r.t.Tokens[v].Rel == lang.AclRelcl {
			return r.t.Tokens[v].Head
		}
	}
	return -1
}

// ofTitle is the phrase that a title describes, or the phrase itself.
func (r *resolver) ofTitle(i int) int {
	if p := &r.phrases[i]; p.form == Title && p.title >= 0 {
		return p.title
	}
	return i
}

// speakerSoFar is the cluster of a quotation's speaker as far as it is known.
func (r *resolver) speakerSoFar(q int) int {
	i := r.speakers[q]
	if i < 0 {
		return -1
	}
	if g, ok := r.naming.of[i]; ok {
		return g
	}
	return r.phrases[i].cluster
}

// speakerBefore is the cluster of the speaker of the last quotation that ends
// before the token, in the same paragraph or the one before it.
func (r *resolver) speakerBefore(token int) int {
	at := r.t.Tokens[token].Span.Start
	here := r.t.Sentences[r.t.SentenceOf(token)].Paragraph
	found, end := -1, -1
	for _, n := range slices.Backward(r.between) {
		q := &r.quotations[n]
		if len(q.Content) == 0 {
			continue
		}
		last := q.Content[len(q.Content)-1]
		if last.End <= at && last.End >= end && r.speakers[n] >= 0 && r.phrases[r.speakers[n]].head < token {
			if s := r.t.SentenceOf(min(r.t.TokenAt(last.Start), len(r.t.Tokens)-1)); s >= 0 && here-r.t.Sentences[s].Paragraph <= 1 {
				found, end = n, last.End
			}
		}
	}
	if found < 0 {
		return -1
	}
	return r.speakerSoFar(found)
}

// continuing are the cues that go on with what somebody has begun to say.
var continuing = lexicon.SpeechWords.Words("verbs that go on with what somebody has begun to say")

// continued is the person whose speech a pronoun goes on with: "…," X said.
// "…," she added. Within a paragraph that outweighs what the pronoun tells of
// gender, so that a text that contradicts itself is seen to do so.
func (r *resolver) continued(i int) (cluster int, confidence float64) {
	p := &r.phrases[i]
	if p.class != He && p.class != She || p.quotation >= 0 || p.role == possessor {
		return -1, 0
	}
	n := -1
	if of := r.heads[p.head]; len(of) > 0 {
		n = of[0]
	}
	if n < 0 || len(r.quotations[n].Content) == 0 {
		return -1, 0
	}
	start := r.quotations[n].Content[0].Start
	before, end := -1, -1
	for _, k := range r.between {
		q := &r.quotations[k]
		if k == n || len(q.Content) == 0 || q.Outer >= 0 {
			continue
		}
		if last := q.Content[len(q.Content)-1].End; last <= start && last > end {
			before, end = k, last
		}
	}
	if before < 0 || r.speakers[before] < 0 {
		return -1, 0
	}
	c := r.speakerSoFar(before)
	if c < 0 || r.clusters[c].typ != Person || r.clusters[c].number == lang.NumberPlur {
		return -1, 0
	}
	from, to := r.t.TokenAt(end), min(r.t.TokenAt(start), p.head)
	apart := r.paragraphOf(p.head) - r.paragraphOf(from)
	for j := from; j < to; j++ {
		k := r.at[j]
		if k < 0 || r.phrases[k].cluster == c || r.phrases[k].cluster < 0 {
			continue
		}
		if q := &r.phrases[k]; q.typ == Person && q.number != lang.NumberPlur && q.form != Title && q.role <= object {
			return -1, 0
		}
	}
	agrees := agreement(r.clusters[c].gender(), p.class) != 1
	sentences := p.sentence - r.t.SentenceOf(min(from, len(r.t.Tokens)-1))
	switch {
	case apart == 0 && sentences <= 2:
		return c, 0.9
	case continuing.Has(r.quotations[n].Lemma) && apart <= 1 && sentences <= 2 && agrees:
		return c, 0.9
	case continuing.Has(r.quotations[n].Lemma) && apart <= 1 && sentences <= 2:
		return c, 0.7
	}
	return -1, 0
}

// lastToSpeak is whom "he said" beside a quotation means: in the sentence before
// the quotation or since, the last person who says something, else the last who
// is a subject there.
func (r *resolver) lastToSpeak(i int) int {
	p := &r.phrases[i]
	if p.class != He && p.class != She || p.quotation >= 0 || p.role != subject {
		return -1
	}
	of := r.heads[p.head]
	first := slices.IndexFunc(of, func(n int) bool { return len(r.quotations[n].Content) > 0 })
	if first < 0 {
		return -1
	}
	n := of[first]
	from := min(r.t.SentenceOf(min(r.t.TokenAt(r.quotations[n].Content[0].Start), len(r.t.Tokens)-1)), p.sentence) - 1
	acting, sentence := -1, -1
	for j := i - 1; j >= 0 && r.phrases[j].sentence >= from; j-- {
		q := &r.phrases[j]
		if q.cluster < 0 || q.quotation >= 0 || q.sentence < sentence {
			continue
		}
		k := &r.clusters[q.cluster]
		if k.typ != Person || k.number == lang.NumberPlur || k.coordination || !r.suits(k, p.class) {
			continue
		}
		if r.reportsAs(q) || r.spoken[j] >= 0 {
			return q.cluster
		}
		if acting < 0 && q.role == subject && !q.conjunct && k.named {
			acting, sentence = q.cluster, q.sentence
		}
	}
	return acting
}

// suits reports whether nothing that the text or a given name tells of a
// person's gender speaks against a pronoun.
func (r *resolver) suits(k *cluster, class Class) bool {
	if agreement(k.gender(), class) == 1 {
		return false
	}
	return k.gender() != Unknown || givenValue(class, k.given, Unknown) != 1
}

// ownBody is the person who says something of "his organisation" or "her office"
// in the clause right below: whoever speaks of somebody else's names whose it is.
// That outweighs what the pronoun tells of gender.
func (r *resolver) ownBody(i int) int {
	p := &r.phrases[i]
	h := r.t.Tokens[p.head].Head
	if p.class != He && p.class != She || p.role != possessor || h < 0 || r.at[h] < 0 || r.phrases[r.at[h]].typ != Organisation {
		return -1
	}
	a := r.anaphor(i)
	if len(a.governors) == 0 {
		return -1
	}
	s := r.t.Dependent(a.governors[0], lang.Nsubj)
	if s < 0 || s > p.head || r.at[s] < 0 {
		return -1
	}
	q := &r.phrases[r.at[s]]
	if q.form != Name || q.cluster < 0 || q.conjunct || !r.reportsAs(q) || r.clusters[q.cluster].typ != Person || q.quotation != p.quotation {
		return -1
	}
	for j := r.at[s] + 1; j < i; j++ {
		if o := &r.phrases[j]; o.cluster >= 0 && o.cluster != q.cluster && o.typ == Person && o.number != lang.NumberPlur && o.form != Title {
			return -1
		}
	}
	return q.cluster
}

func (r *resolver) paragraphOf(token int) int {
	s := r.t.SentenceOf(min(token, len(r.t.Tokens)-1))
	if s < 0 {
		return 0
	}
	return r.t.Sentences[s].Paragraph
}

// placeSpeech gives what is said in the first person to who says it, and the
// rest of it to the narrator.
func (r *resolver) placeSpeech() {
	r.understood()
	narrator := map[Class]int{}
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.form != Pronoun || p.cluster >= 0 || p.class != I && p.class != We && p.class != You {
			continue
		}
		if q := p.quotation; q >= 0 {
			if p.class == You || r.speakers[q] < 0 {
				continue
			}
			c := r.phrases[r.speakers[q]].cluster
			if c < 0 {
				continue
			}
			k := &r.clusters[c]
			switch {
			case p.class == I && k.typ == Person && k.number != lang.NumberPlur:
				r.join(i, c, 0.9)
			case p.class == We && (k.typ == Organisation || k.typ == Place || k.number == lang.NumberPlur):
				r.join(i, c, 0.8)
			}
			continue
		}
		c, ok := narrator[p.class]
		if !ok {
			c = r.start(i)
			narrator[p.class] = c
		}
		r.join(i, c, 0.5)
	}
}

// understood gives a quotation that names no source to the speaker of the one
// before it, where it follows in the same paragraph with nobody else between.
func (r *resolver) understood() {
	for n, q := range r.quotations {
		if r.speakers[n] >= 0 || q.CueHead >= 0 || !q.Source.Empty() || n == 0 || len(q.Content) == 0 || len(q.Marked) == 0 || q.Outer >= 0 {
			continue
		}
		before := n - 1
		for before >= 0 && r.quotations[before].Outer >= 0 {
			before--
		}
		if before < 0 || r.speakers[before] < 0 || len(r.quotations[before].Marked) == 0 {
			continue
		}
		last := r.quotations[before].Content[len(r.quotations[before].Content)-1]
		from, to := r.t.TokenAt(last.End), r.t.TokenAt(q.Content[0].Start)
		if last.End > q.Content[0].Start || r.paragraphOf(from-1) != r.paragraphOf(to) {
			continue
		}
		c := r.phrases[r.speakers[before]].cluster
		alone := c >= 0
		for j := from; j < to && alone; j++ {
			if k := r.at[j]; k >= 0 && r.phrases[k].cluster != c && r.phrases[k].typ == Person && r.phrases[k].number != lang.NumberPlur {
				alone = false
			}
		}
		if alone {
			r.speakers[n] = r.speakers[before]
			r.noteSpeaker(n)
		}
	}
}
