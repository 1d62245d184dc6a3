package lang

import (
	"xref/extract/article"
)

// Analyse annotates the title and the body of an article with the embedded
// model. It accepts any text.
func Analyse(a *article.Article) *Text { return English().Analyse(a) }

// Analyse annotates the title and the body of an article. It accepts any text.
func (m *Model) Analyse(a *article.Article) *Text {
	r := m.newRun(a.Text)
	if !a.Title.Empty() {
		r.block(block{span: a.Title, role: Headline})
	}
	body := blocks(a.Text, a.Body)
	assignRoles(a.Text, body)
	for _, b := range body {
		r.block(b)
	}
	r.annotate()
	r.names()
	return r.text
}

// AnalyseString annotates a text without headline.
func (m *Model) AnalyseString(source string) *Text {
	return m.Analyse(&article.Article{Text: source, Body: article.Span{End: len(source)}})
}

// AnalyseTokens annotates a text whose sentences and tokens are given; each
// sentence is a list of spans in source.
func (m *Model) AnalyseTokens(source string, sentences [][]article.Span) *Text {
	r := m.newRun(source)
	for _, tokens := range sentences {
		if len(tokens) > 0 {
			r.see(tokens)
			r.sentence(tokens, Prose)
			r.paragraph++
		}
	}
	r.annotate()
	r.names()
	return r.text
}

// run is the analysis of one text.
type run struct {
	model     *Model
	text      *Text
	paragraph int
	seer      seer
	tagger    *tagger
	guider    *guider
	parser    *parser
	splitter  splitter
	namer     namer
	tokens    []article.Span
	cuts      []int
	words     []word // of all sentences
	guides    []guide
	lemmas    map[lemmaKey]string
}

type lemmaKey struct {
	form string
	tag  uint32
}

func (m *Model) newRun(source string) *run {
	return &run{
		model:    m,
		text:     &Text{Source: source},
		seer:     seer{vocabulary: m.vocabulary},
		tagger:   newTagger(m.tags, m.sure, m.tagger),
		guider:   newGuider(m.guide),
		parser:   newParser(m.actions, m.labels),
		splitter: splitter{weights: m.splitter},
		namer:    namer{weights: m.namer, gazetteer: m.gazetteer},
		lemmas:   map[lemmaKey]string{},
	}
}

// see appends the words of tokens to those of the run.
func (r *run) see(tokens []article.Span) []word {
	first := len(r.words)
	for _, t := range tokens {
		r.words = append(r.words, r.seer.see(t.In(r.text.Source)))
	}
	return r.words[first:]
}

// block finds the sentences of one paragraph or line.
func (r *run) block(b block) {
	r.tokens = tokenize(r.tokens[:0], r.text.Source, b.span)
	if len(r.tokens) == 0 {
		return
	}
	words := r.see(r.tokens)
	first := 0
	if n := datelineEnd(r.text.Source, r.tokens); n > 0 && b.role == Prose {
		r.sentence(r.tokens[:n], Furniture)
		first = n
	}
	r.cuts = r.splitter.ends(r.cuts[:0], r.text.Source, r.tokens[first:], words[first:])
	start := first
	for _, end := range r.cuts {
		end += first
		r.sentence(r.tokens[start:end], b.role)
		start = end
	}
	r.paragraph++
}

// sentence takes in one sentence. Its words must be the next of the run.
func (r *run) sentence(tokens []article.Span, role Role) {
	t := r.text
	first := len(t.Tokens)
	for _, span := range tokens {
		t.Tokens = append(t.Tokens, Token{Span: span})
	}
	t.Sentences = append(t.Sentences, Sentence{Span: tokens[0].Cover(tokens[len(tokens)-1]), First: first, End: len(t.Tokens), Root: first, Paragraph: r.paragraph, Role: role})
}

// annotate gives all tokens their tags, heads and lemmas. It takes one stage
// after the other through the whole text, as the weights of one fit into the
// processor's cache and those of all do not.
func (r *run) annotate() {
	for _, s := range r.text.Sentences {
		r.tagger.tag(r.words[s.First:s.End])
	}
	for _, s := range r.text.Sentences {
		r.guides = r.guider.guide(r.guides, r.words[s.First:s.End])
	}
	for i := range r.text.Sentences {
		s := &r.text.Sentences[i]
		r.fill(s, r.parser.search(r.words[s.First:s.End], r.guides[s.First:s.End]))
	}
}

// fill writes a tree and what follows from the tags into the tokens of a
// sentence.
func (r *run) fill(s *Sentence, nodes []node) {
	tokens := r.text.Tokens[s.First:s.End]
	for i, n := range nodes {
		w, t := &r.words[s.First+i], &tokens[i]
		tag := r.model.tags[w.tag-1]
		t.UPOS, t.XPOS, t.Rel, t.Head = tag.upos, tag.xpos, n.rel, s.First+int(n.head)
		t.Lemma = r.lemma(t.Span.In(r.text.Source), w.tag, tag.upos)
		t.Feats = r.model.morphology.lookup(w)
		switch {
		case int(n.head) == len(nodes):
			t.Head, t.Rel = -1, Root
			s.Root = s.First + i
		case t.Rel == Root:
			t.Rel = Dep
		}
	}
	agree(tokens, s.First)
}

func (r *run) lemma(form string, tag uint32, upos UPOS) string {
	key := lemmaKey{form, tag}
	l, ok := r.lemmas[key]
	if !ok {
		var seen bool
		l, seen = r.model.lemmatizer.lemma(form, tag, upos == PROPN)
		if base, irregular := irregularLemma(form, upos); irregular && !seen {
			l = base
		}
		r.lemmas[key] = l
	}
	return l
}

// names finds the names of all sentences.
func (r *run) names() {
	t := r.text
	for _, s := range t.Sentences {
		labels := r.namer.find(r.words[s.First:s.End])
		r.namer.adopt(labels)
		for _, n := range namesOf(nil, labels, s.First, t.Tokens) {
			if !trim(&n, r.words[n.First:n.End]) {
				continue
			}
			n.Span = t.Cover(n.First, n.End)
			r.namer.settle(&n, r.words[n.First:n.End])
			t.Names = append(t.Names, n)
		}
	}
	agreeNames(t.Names, r.words)
}
