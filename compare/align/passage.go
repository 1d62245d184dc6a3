package align

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"xref/compare/story"
	"xref/extract"
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

// term is one unit of content: a lemma, a linked entity, a number or a time.
// Its text starts with the mark of its sort, so that terms of two sorts are
// never equal.
type term = int

// The marks of the sorts of terms.
const (
	lemmaTerm    = "w:"
	entityTerm   = "e:"
	quantityTerm = "#:"
	timeTerm     = "@:"
)

// passage is an assertion made ready for being held against others: what it
// says as terms with weights, and the few places of it that are compared one by
// one.
type passage struct {
	Member
	document  *extract.Document
	assertion *assertion.Assertion
	bag       bag // of the clause
	context   bag // of its sentence
	around    bag // of the sentences before and after
	predicate term
	roles     map[assertion.Role][]term
	entities  []term
	numbers   []*quantity.Quantity
	times     []*when.Time
	speaker   term // of the innermost attribution; -1 in the outlet's own voice or where unknown
	quoted    bool // a part of it stands between quotation marks
	words     []string
	order     []term   // the clause's terms as they stand in it
	sentence  []string // the words of its sentence
	main      bool     // its predicate is the sentence's root
	place     float64  // 0 at the start of its article, 1 at its end
	headline  bool
}

// bag is a set of terms, ascending, with their weights.
type bag struct {
	terms   []term
	weights []float64
	total   float64 // sum of weights
	square  float64 // sum of their squares
}

// scene is all passages of one story, with the terms they are made of.
type scene struct {
	passages []*passage    // by article, then assertion
	texts    []string      // of terms
	near     [][]neighbour // of each term, the other terms that are like it, the most similar first
}

// neighbour is a term that is like another, and how like, 0 to 1.
type neighbour struct {
	term       term
	similarity float64
}

// likeness is the least similarity at which one word can stand for another.
const likeness = 0.6

// neighbours finds the terms of the scene that are like each other.
func (sc *scene) neighbours(terms map[string]term) {
	sc.near = make([][]neighbour, len(sc.texts))
	for id, text := range sc.texts {
		lemma, ok := strings.CutPrefix(text, lemmaTerm)
		if !ok {
			continue
		}
		for _, other := range lexicon.Similar(lemma) {
			if o, ok := terms[lemmaTerm+other]; ok && o != id {
				if s := lexicon.Similarity(lemma, other); s >= likeness {
					sc.near[id] = append(sc.near[id], neighbour{o, s})
				}
			}
		}
		slices.SortFunc(sc.near[id], func(a, b neighbour) int {
			return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(sc.texts[a.term], sc.texts[b.term]))
		})
	}
}

// newScene prepares the assertions of a story's articles. Terms weigh more the
// rarer they are in the story and in English at large.
func newScene(documents []*extract.Document, s story.Story, linked Linking) *scene {
	sc := &scene{}
	terms := map[string]term{}
	intern := func(text string) term {
		id, ok := terms[text]
		if !ok {
			id = len(sc.texts)
			terms[text] = id
			sc.texts = append(sc.texts, text)
		}
		return id
	}
	var contexts, arounds [][]term
	for _, d := range s.Articles {
		r := reader{document: documents[d], linked: linked[d], intern: intern}
		r.mark()
		for i := range documents[d].Assertions {
			p := r.passage(i)
			p.Member = Member{d, i}
			sc.passages = append(sc.passages, p)
			n := p.assertion.Sentence
			contexts = append(contexts, r.sentence(n))
			arounds = append(arounds, append(r.sentence(n-1), r.sentence(n+1)...))
		}
	}
	sc.neighbours(terms)
	frequency := make([]int, len(sc.texts))
	for _, p := range sc.passages {
		for _, id := range p.bag.terms {
			frequency[id]++
		}
	}
	weight := make([]float64, len(sc.texts))
	for id, text := range sc.texts {
		weight[id] = math.Log(float64(max(len(sc.passages), fewest)+2)/(float64(frequency[id])+0.5)) * general(text)
	}
	for i, p := range sc.passages {
		p.bag = newBag(p.bag.terms, weight)
		p.context = newBag(contexts[i], weight)
		p.around = newBag(arounds[i], weight)
	}
	return sc
}

// fewest is how many passages a story counts as at the least, so that the words
// of a few lines weigh as much as those of articles.
const fewest = 100

// general is how telling a term is in English at large, 0.25 to 1.
func general(text string) float64 {
	lemma, ok := strings.CutPrefix(text, lemmaTerm)
	if !ok {
		return 1
	}
	const frequent = 4.0 // log10 occurrences per million of the commonest content words
	return min(1, max(0.25, 1-0.6*lexicon.Frequency(lemma)/frequent))
}

func newBag(terms []term, weight []float64) bag {
	slices.Sort(terms)
	b := bag{terms: slices.Compact(terms)}
	for _, id := range b.terms {
		b.weights = append(b.weights, weight[id])
		b.total += weight[id]
		b.square += weight[id] * weight[id]
	}
	return b
}

// reader turns the assertions of one document into passages.
type reader struct {
	document *extract.Document
	linked   []int
	intern   func(string) term
	at       []term // the term that each token is part of; -1 for none
}

// mark finds the term of each token: that of the mention, number or time it
// stands in, else its lemma's.
func (r *reader) mark() {
	t := r.document.Text
	r.at = make([]term, len(t.Tokens))
	for i := range t.Tokens {
		r.at[i] = -1
		if assertion.Contentful(t, i) {
			r.at[i] = r.intern(lemmaTerm + strings.ToLower(t.Tokens[i].Lemma))
		}
	}
	for e, entity := range r.document.Resolution.Entities {
		if !entity.Named && len(entity.Mentions) < 2 {
			continue
		}
		id := r.intern(entityTerm + strconv.Itoa(r.linked[e]))
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
				r.at[j] = r.intern(quantityTerm + strconv.FormatFloat(q.Low, 'g', -1, 64) + "–" + strconv.FormatFloat(q.High, 'g', -1, 64))
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
				r.at[j] = r.intern(timeTerm + w.Value)
			}
		}
	}
}

// sentence gathers the terms of a sentence; none where there is no such one.
func (r *reader) sentence(n int) []term {
	t := r.document.Text
	if n < 0 || n >= len(t.Sentences) {
		return nil
	}
	var terms []term
	for j := t.Sentences[n].First; j < t.Sentences[n].End; j++ {
		terms = r.add(terms, j)
	}
	return terms
}

// passage prepares assertion i.
func (r *reader) passage(i int) *passage {
	t := r.document.Text
	a := &r.document.Assertions[i]
	s := t.Sentences[a.Sentence]
	p := &passage{document: r.document, assertion: a, speaker: -1, roles: map[assertion.Role][]term{}, headline: s.Role == lang.Headline}
	p.main = t.Tokens[a.Predicate.Head].Head < 0
	for _, j := range a.Tokens {
		p.bag.terms = r.add(p.bag.terms, j)
		if t.Tokens[j].UPOS != lang.PUNCT {
			p.words = append(p.words, t.Lower(j))
		}
	}
	for j := s.First; j < s.End; j++ {
		if t.Tokens[j].UPOS != lang.PUNCT {
			p.sentence = append(p.sentence, t.Lower(j))
		}
	}
	for _, arg := range a.Arguments {
		if id := r.at[arg.Head]; id >= 0 {
			p.roles[arg.Role] = append(p.roles[arg.Role], id)
			p.bag.terms = append(p.bag.terms, id)
		}
		if arg.Entity >= 0 && arg.Entity < len(r.linked) {
			p.entities = append(p.entities, r.intern(entityTerm+strconv.Itoa(r.linked[arg.Entity])))
		}
	}
	for _, j := range a.Tokens {
		if e := r.document.Resolution.Of[j]; e >= 0 && r.document.Resolution.Entities[e].Named {
			p.entities = append(p.entities, r.intern(entityTerm+strconv.Itoa(r.linked[e])))
		}
	}
	slices.Sort(p.entities)
	p.entities = slices.Compact(p.entities)
	p.predicate = r.intern(lemmaTerm + strings.ToLower(a.Predicate.Lemma))
	for _, j := range a.Quantities {
		p.numbers = append(p.numbers, &r.document.Quantities[j])
	}
	for _, j := range a.Times {
		p.times = append(p.times, &r.document.Times[j])
	}
	for _, source := range a.Attribution {
		if source.Entity >= 0 {
			p.speaker = r.intern(entityTerm + strconv.Itoa(r.linked[source.Entity]))
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
