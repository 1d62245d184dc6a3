package match

import (
	"cmp"
	"slices"

	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/when"
)

// Linking gives, for every document and every entity in it, the entity's place
// among those linked across documents.
type Linking [][]int

// Member is one assertion of one article: Article is its place among the
// documents, Assertion its index in Document.Assertions.
type Member struct {
	Article, Assertion int
}

// Compare orders members by article, then assertion.
func (m Member) Compare(o Member) int {
	return cmp.Or(cmp.Compare(m.Article, o.Article), cmp.Compare(m.Assertion, o.Assertion))
}

// passage is an assertion made ready for being held against others: what it
// says as terms with weights, and the few places of it that are compared one by
// one.
type passage struct {
	Member
	document  *Prepared
	assertion *assertion.Assertion
	sentence  int // place in Index.sentences
	bag       bag // of the clause
	predicate term
	roles     [assertion.Temporal + 1][]term // what fills each role
	entities  []term
	numbers   []number
	times     []*when.Time
	speaker   term // of the innermost attribution; -1 in the outlet's own voice or where unknown
	quoted    bool // a part of it stands between quotation marks
	forms     []form
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
	document   *Prepared
	article    int // its place among the documents
	linked     []int
	vocabulary *vocabulary
	terms      []term // of each token: the term of the mention, number or time that it is part of, else its lemma's; -1 for none
	lemmas     []term // of each token: its lemma's term; -1 where it is no content word
	words      []word // of each token: what it is related to others by
	passages   []*passage
	sentences  []*sentence // those that passages stand in
}

// read makes the document's passages and their sentences.
func (r *reader) read() {
	r.mark()
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
			if id >= 0 {
				terms[i] = into[id]
			}
		}
	}
	all(r.terms)
	all(r.lemmas)
	r.describe()
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

// mark finds the terms of each token.
func (r *reader) mark() {
	d := r.document
	r.terms, r.lemmas = make([]term, len(d.Tokens)), make([]term, len(d.Tokens))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		r.terms[i], r.lemmas[i] = -1, -1
		if !t.Content {
			continue
		}
		r.lemmas[i] = r.vocabulary.lemma(t.Lemma)
		switch {
		case t.Quantity >= 0 && !d.Quantities[t.Quantity].Vague:
			q := &d.Quantities[t.Quantity]
			r.terms[i] = r.vocabulary.interval(q.Low, q.High)
		case t.Time >= 0 && d.Times[t.Time].Type == when.Date && d.Times[t.Time].Value != "":
			r.terms[i] = r.vocabulary.time(d.Times[t.Time].Value)
		case t.Entity >= 0 && (d.Resolution.Entities[t.Entity].Named || len(d.Resolution.Entities[t.Entity].Mentions) > 1):
			r.terms[i] = r.vocabulary.entity(r.linked[t.Entity])
		default:
			r.terms[i] = r.lemmas[i]
		}
	}
}

// sentence prepares sentence n.
func (r *reader) sentence(n int) *sentence {
	s := &r.document.Text.Sentences[n]
	made := &sentence{article: r.article, forms: r.document.formsOf(s.First, s.End)}
	made.context.terms = r.termsOf(nil, n)
	made.around.terms = r.termsOf(r.termsOf(nil, n-1), n+1)
	return made
}

// termsOf adds the terms of sentence n; none where there is no such one.
func (r *reader) termsOf(to []term, n int) []term {
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
	d := r.document
	t := d.Text
	a := &d.Assertions[i]
	p := &passage{Member: Member{r.article, i}, document: d, assertion: a, speaker: -1}
	p.headline = t.Sentences[a.Sentence].Role == lang.Headline
	p.main = t.Tokens[a.Predicate.Head].Head < 0
	for _, j := range a.Tokens {
		p.bag.terms = r.add(p.bag.terms, j)
		p.forms = append(p.forms, d.formsOf(j, j+1)...)
	}
	for _, arg := range a.Arguments {
		if id := r.terms[arg.Head]; id >= 0 {
			p.roles[arg.Role] = append(p.roles[arg.Role], id)
			p.bag.terms = append(p.bag.terms, id)
		}
		if arg.Entity >= 0 && arg.Entity < len(r.linked) {
			p.entities = append(p.entities, r.vocabulary.entity(r.linked[arg.Entity]))
		}
	}
	for _, j := range a.Tokens {
		if e := d.Resolution.Of[j]; e >= 0 && d.Resolution.Entities[e].Named {
			p.entities = append(p.entities, r.vocabulary.entity(r.linked[e]))
		}
	}
	slices.Sort(p.entities)
	p.entities = slices.Compact(p.entities)
	p.predicate = r.vocabulary.lemma(predicateLemma(d, a))
	for _, j := range a.Quantities[:min(len(a.Quantities), mostNumbers)] {
		n := number{&d.Quantities[j], -1}
		if n.Counted >= 0 {
			n.counted = r.vocabulary.lemma(d.Tokens[n.Counted].Lemma)
		}
		p.numbers = append(p.numbers, n)
	}
	for _, j := range a.Times[:min(len(a.Times), mostNumbers)] {
		p.times = append(p.times, &d.Times[j])
	}
	for _, source := range a.Attribution {
		if source.Entity >= 0 {
			p.speaker = r.vocabulary.entity(r.linked[source.Entity])
		}
		for _, m := range d.Quotations[source.Quotation].Marked {
			p.quoted = p.quoted || m.Overlaps(a.Span)
		}
	}
	body := d.Article.Body
	if body.Len() > 0 {
		p.place = float64(max(0, a.Span.Start-body.Start)) / float64(body.Len())
	}
	return p
}

// predicateLemma is the lemma that an assertion's predicate is compared by.
func predicateLemma(d *Prepared, a *assertion.Assertion) string {
	if d.Text.Tokens[a.Predicate.Head].Lemma == a.Predicate.Lemma {
		return d.Tokens[a.Predicate.Head].Lemma
	}
	return lower(a.Predicate.Lemma)
}

func (r *reader) add(terms []term, token int) []term {
	if id := r.terms[token]; id >= 0 {
		return append(terms, id)
	}
	return terms
}

// wholeForms are the forms of all words of the passage's span.
func (p *passage) wholeForms() []form {
	r := tokensOf(p.document, p.assertion)
	return p.document.formsOf(r.First, r.End)
}

// span is the passage's place in its article.
func (p *passage) span() article.Span { return p.assertion.Span }

// Members are all assertions of the story, in the order of the articles' texts.
func (x *Index) Members() []Member {
	all := make([]Member, len(x.passages))
	for i, p := range x.passages {
		all[i] = p.Member
	}
	return all
}

// Overlap reports whether the passages of two assertions of one article overlap.
func (x *Index) Overlap(a, b Member) bool {
	return x.passages[x.places[a]].span().Overlaps(x.passages[x.places[b]].span())
}

// Retells reports whether two passages of one article may say one thing: they are
// of one sentence, have the act of one of them in common, or at least a share of
// the weight of the slighter one.
func (x *Index) Retells(a, b Member, share float64) bool {
	p, q := x.passages[x.places[a]], x.passages[x.places[b]]
	if p.sentence == q.sentence || x.found(p.predicate, &q.bag) > 0 || x.found(q.predicate, &p.bag) > 0 {
		return true
	}
	common := 0.0
	for i, id := range p.bag.terms {
		if q.bag.has(id) {
			common += p.bag.weights[i]
		}
	}
	return common >= share*min(p.bag.total, q.bag.total)
}

// MainClause reports whether an assertion is the main clause of a sentence of the
// article's own prose.
func (x *Index) MainClause(m Member) bool {
	p := x.passages[x.places[m]]
	return p.main && !p.headline && p.assertion.Predicate.Form != assertion.Nominal
}

// amplePassage is the weight of terms from which a passage says much.
const amplePassage = 30

// Prominence is how near the top of its article an assertion stands and how much of
// the story's specific words it has, each 0 to 1.
func (x *Index) Prominence(m Member) (place, weight float64) {
	p := x.passages[x.places[m]]
	place = 1 - p.place
	if p.headline {
		place = 1
	}
	return place, min(1, p.bag.total/amplePassage)
}

// SamePredicate reports whether the predicates of two assertions are the same word,
// words of which one can stand for the other, words for kinds of one thing, or
// opposites.
func (x *Index) SamePredicate(a, b Member) bool {
	r := x.relation(x.passages[x.places[a]].predicate, x.passages[x.places[b]].predicate)
	return r.How == lexicon.Opposite || r.How == lexicon.Contrary || r.Similarity >= leastAkin
}

// leastAkin is the similarity from which two predicates may tell of one act.
const leastAkin = 0.5

// SameThing reports whether token i of one article and token j of another are one
// word or words of which one can stand for the other.
func (x *Index) SameThing(a, i, b, j int) bool {
	v, w := x.readers[a].lemmas[i], x.readers[b].lemmas[j]
	return v >= 0 && w >= 0 && x.similarity(v, w) > 0
}

// CommonWords counts the words that two assertions have in common, numbers and
// times left out, up to most.
func (x *Index) CommonWords(a, b Member, most int) int {
	p, q := x.passages[x.places[a]], x.passages[x.places[b]]
	n := 0
	for _, id := range p.bag.terms {
		if s := x.keys[id].sort; (s == lemmaTerm || s == entityTerm) && q.bag.has(id) {
			if n++; n == most {
				break
			}
		}
	}
	return n
}
