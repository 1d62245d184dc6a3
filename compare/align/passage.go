package align

import (
	"cmp"
	"slices"

	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/when"
)

// Linking gives, for every document and every entity in it, the entity's place
// among those linked across documents.
type Linking [][]int

// passage is an assertion made ready for being held against others: what it
// says as terms with weights, and the few places of it that are compared one by
// one.
type passage struct {
	Member
	document  *extract.Document
	assertion *assertion.Assertion
	sentence  int // place in scene.sentences
	bag       bag // of the clause
	predicate term
	roles     [assertion.Temporal + 1][]term // what fills each role
	entities  []term
	numbers   []number
	times     []*when.Time
	speaker   term // of the innermost attribution; -1 in the outlet's own voice or where unknown
	quoted    bool // a part of it stands between quotation marks
	words     []word
	main      bool    // its predicate is the sentence's root
	place     float64 // 0 at the start of its article, 1 at its end
	headline  bool
}

// number is a quantity with the term of what it counts, -1 where unknown.
type number struct {
	*quantity.Quantity
	counted term
}

// reader turns the assertions of one document into passages, with terms as its
// own vocabulary numbers them.
type reader struct {
	document   *extract.Document
	place      int // among the documents
	linked     []int
	vocabulary *vocabulary
	at         []term // the term that each token is part of; -1 for none
	words      []word // of each token that is no punctuation
	starts     []int  // the place of each token in words
	passages   []*passage
	sentences  []*sentence // those that passages stand in
}

// read makes the document's passages and their sentences.
func (r *reader) read() {
	r.mark()
	r.spell()
	of := make([]int, len(r.document.Text.Sentences)) // 1 and the place among those read
	for i := range r.document.Assertions {
		p := r.passage(i)
		n := p.assertion.Sentence
		if of[n] == 0 {
			r.sentences = append(r.sentences, r.sentence(n))
			of[n] = len(r.sentences)
		}
		p.sentence = of[n] - 1
		s := r.sentences[p.sentence]
		s.passages = append(s.passages, len(r.passages))
		r.passages = append(r.passages, p)
	}
}

// renumber gives every term of what was read the number that into has for it.
func (r *reader) renumber(into []term) {
	all := func(terms []term) {
		for i, id := range terms {
			terms[i] = into[id]
		}
	}
	for _, s := range r.sentences {
		all(s.context.terms)
		all(s.around.terms)
	}
	for _, p := range r.passages {
		all(p.bag.terms)
		all(p.entities)
		for _, filler := range p.roles {
			all(filler)
		}
		p.predicate = into[p.predicate]
		if p.speaker >= 0 {
			p.speaker = into[p.speaker]
		}
		for i := range p.numbers {
			if n := &p.numbers[i]; n.counted >= 0 {
				n.counted = into[n.counted]
			}
		}
	}
}

// mark finds the term of each token: that of the mention, number or time it
// stands in, else its lemma's.
func (r *reader) mark() {
	t := r.document.Text
	r.at = make([]term, len(t.Tokens))
	for i := range t.Tokens {
		r.at[i] = -1
		if assertion.Contentful(t, i) {
			r.at[i] = r.vocabulary.lemma(t.Tokens[i].Lemma)
		}
	}
	for e := range r.document.Resolution.Entities {
		entity := &r.document.Resolution.Entities[e]
		if !entity.Named && len(entity.Mentions) < 2 {
			continue
		}
		id := r.vocabulary.entity(r.linked[e])
		for _, m := range entity.Mentions {
			for i := m.First; i < m.End; i++ {
				if r.document.Resolution.Of[i] == e || t.Tokens[i].UPOS == lang.PROPN && t.Tokens[i].Rel != lang.NmodPoss {
					r.at[i] = id
				}
			}
		}
	}
	for i := range r.document.Quantities {
		q := &r.document.Quantities[i]
		for j := q.First; j < q.End; j++ {
			if q.Number.Contains(t.Tokens[j].Span) && !q.Vague {
				r.at[j] = r.vocabulary.number(q.Low, q.High)
			}
		}
	}
	for i := range r.document.Times {
		w := &r.document.Times[i]
		if w.Type != when.Date || w.Value == "" {
			continue
		}
		for j := w.First; j < w.End; j++ {
			if r.at[j] >= 0 {
				r.at[j] = r.vocabulary.time(w.Value)
			}
		}
	}
}

// spell makes the words of the document.
func (r *reader) spell() {
	t := r.document.Text
	r.words = make([]word, 0, len(t.Tokens))
	r.starts = make([]int, len(t.Tokens)+1)
	for i := range t.Tokens {
		r.starts[i] = len(r.words)
		if t.Tokens[i].UPOS != lang.PUNCT {
			r.words = append(r.words, hashed(t, i))
		}
	}
	r.starts[len(t.Tokens)] = len(r.words)
}

// sentence prepares sentence n.
func (r *reader) sentence(n int) *sentence {
	s := &r.document.Text.Sentences[n]
	made := &sentence{article: r.place, words: r.words[r.starts[s.First]:r.starts[s.End]]}
	made.context.terms = r.terms(nil, n)
	made.around.terms = r.terms(r.terms(nil, n-1), n+1)
	return made
}

// terms adds the terms of sentence n; none where there is no such one.
func (r *reader) terms(to []term, n int) []term {
	t := r.document.Text
	if n < 0 || n >= len(t.Sentences) {
		return to
	}
	for j := t.Sentences[n].First; j < t.Sentences[n].End; j++ {
		to = r.add(to, j)
	}
	return to
}

// passage prepares assertion i.
func (r *reader) passage(i int) *passage {
	t := r.document.Text
	a := &r.document.Assertions[i]
	p := &passage{Member: Member{r.place, i}, document: r.document, assertion: a, speaker: -1}
	p.headline = t.Sentences[a.Sentence].Role == lang.Headline
	p.main = t.Tokens[a.Predicate.Head].Head < 0
	for _, j := range a.Tokens {
		p.bag.terms = r.add(p.bag.terms, j)
		p.words = append(p.words, r.words[r.starts[j]:r.starts[j+1]]...)
	}
	for _, arg := range a.Arguments {
		if id := r.at[arg.Head]; id >= 0 {
			p.roles[arg.Role] = append(p.roles[arg.Role], id)
			p.bag.terms = append(p.bag.terms, id)
		}
		if arg.Entity >= 0 && arg.Entity < len(r.linked) {
			p.entities = append(p.entities, r.vocabulary.entity(r.linked[arg.Entity]))
		}
	}
	for _, j := range a.Tokens {
		if e := r.document.Resolution.Of[j]; e >= 0 && r.document.Resolution.Entities[e].Named {
			p.entities = append(p.entities, r.vocabulary.entity(r.linked[e]))
		}
	}
	slices.Sort(p.entities)
	p.entities = slices.Compact(p.entities)
	p.predicate = r.vocabulary.lemma(a.Predicate.Lemma)
	for _, j := range a.Quantities {
		n := number{&r.document.Quantities[j], -1}
		if n.Counted >= 0 {
			n.counted = r.vocabulary.lemma(t.Tokens[n.Counted].Lemma)
		}
		p.numbers = append(p.numbers, n)
	}
	for _, j := range a.Times {
		p.times = append(p.times, &r.document.Times[j])
	}
	for _, source := range a.Attribution {
		if source.Entity >= 0 {
			p.speaker = r.vocabulary.entity(r.linked[source.Entity])
		}
		for _, m := range r.document.Quotations[source.Quotation].Marked {
			p.quoted = p.quoted || m.Overlaps(a.Span)
		}
	}
	body := r.document.Article.Body
	if body.Len() > 0 {
		p.place = float64(max(0, a.Span.Start-body.Start)) / float64(body.Len())
	}
	return p
}

func (r *reader) add(terms []term, token int) []term {
	if id := r.at[token]; id >= 0 {
		return append(terms, id)
	}
	return terms
}

// span is the passage's place in its article.
func (p *passage) span() article.Span { return p.assertion.Span }

func (m Member) compare(o Member) int {
	return cmp.Or(cmp.Compare(m.Article, o.Article), cmp.Compare(m.Assertion, o.Assertion))
}
