// Package analyser annotates English text by a learned model. Its parts (how words
// are seen, the tagger, the parser and its network, the splitter, the namer, and
// the tables of lemmas and features) are exported for what learns the model,
// cmd/train/english; to annotate a text nothing is needed but Analyse and English.
package analyser

import (
	"slices"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lang/neural"
)

// Analyse annotates the title and the body of an article with the embedded
// model. It accepts any text.
func Analyse(a *article.Article) *lang.Text { return English().Analyse(a) }

// Analyse annotates the title and the body of an article. It accepts any text.
func (m *Model) Analyse(a *article.Article) *lang.Text {
	text := a.Blanked(' ')
	r := m.newRun(text)
	if !a.Title.Empty() {
		r.block(block{span: a.Title, role: lang.Headline})
	}
	body := turns(text, blocks(text, a.Body))
	assignRoles(text, body)
	for _, b := range body {
		r.block(b)
	}
	r.names()
	return r.done()
}

// AnalyseString annotates a text without headline.
func (m *Model) AnalyseString(source string) *lang.Text {
	return m.Analyse(&article.Article{Text: source, Body: article.Span{End: len(source)}})
}

// AnalyseTokens annotates a text whose sentences and tokens are given; each
// sentence is a list of spans in source.
func (m *Model) AnalyseTokens(source string, sentences [][]article.Span) *lang.Text {
	r := m.newRun(source)
	for _, tokens := range sentences {
		if len(tokens) > 0 {
			r.sentences(tokens, r.see(tokens), []int{len(tokens)}, lang.Prose)
			r.paragraph++
		}
	}
	r.names()
	return r.done()
}

// run is the analysis of one text.
type run struct {
	model     *Model
	text      *lang.Text
	paragraph int
	seer      Seer
	tagger    *Tagger
	parser    *Parser
	splitter  Splitter
	namer     Namer
	tokens    []article.Span
	cuts      []int
	words     []Word   // of all sentences
	cut       [][]Word // of the sentences of a block
	lemmas    map[lemmaKey]string
}

type lemmaKey struct {
	form string
	tag  uint32
}

func (m *Model) newRun(source string) *run {
	return &run{
		model:    m,
		text:     &lang.Text{Source: source},
		seer:     Seer{Vocabulary: m.Vocabulary},
		tagger:   NewTagger(m.Tags, m.Sure, m.Tagger),
		parser:   m.takeParser(),
		splitter: Splitter{Weights: m.splitter},
		namer:    Namer{Weights: m.namer, Gazetteer: m.gazetteer},
		lemmas:   map[lemmaKey]string{},
	}
}

// takeParser is a parser that no other run uses.
func (m *Model) takeParser() *Parser {
	p, ok := m.parsers.Get().(*Parser)
	if !ok {
		p = m.newParser()
	}
	if p.encoder.repeated == nil {
		p.encoder.repeated = m.kept.take()
	}
	return p
}

// done ends the run. Its text has the tokens in memory of their own size.
func (r *run) done() *lang.Text {
	r.parser.State.Words = nil
	e := r.parser.encoder
	r.model.kept.give(e.repeated)
	e.repeated = nil
	r.model.parsers.Put(r.parser)
	r.text.Tokens = slices.Clone(r.text.Tokens)
	return r.text
}

func (m *Model) newParser() *Parser {
	p := NewParser(&Encoder{Net: m.network, lazy: neural.RowByRow})
	p.finite = make([]bool, len(m.Tags))
	for i, t := range m.Tags {
		p.finite[i] = t.Upos == lang.VERB && (t.Xpos == lang.XPOSVBD || t.Xpos == lang.XPOSVBZ || t.Xpos == lang.XPOSVBP)
	}
	return p
}

// see appends the words of tokens to those of the run.
func (r *run) see(tokens []article.Span) []Word {
	first := len(r.words)
	for _, t := range tokens {
		r.words = append(r.words, r.seer.See(t.In(r.text.Source)))
	}
	return r.words[first:]
}

// block annotates one paragraph or line.
func (r *run) block(b block) {
	r.tokens = Tokenize(r.tokens[:0], r.text.Source, b.span)
	if len(r.tokens) == 0 {
		return
	}
	words := r.see(r.tokens)
	r.cuts = r.cuts[:0]
	first := 0
	if b.role == lang.Prose {
		first = datelineEnd(r.text.Source, r.tokens)
	}
	if b.label > 0 {
		first = labelEnd(r.tokens, b.label)
	}
	if first > 0 {
		r.cuts = append(r.cuts, first)
	}
	if first < len(r.tokens) {
		r.cuts = r.splitter.ends(r.cuts, r.text.Source, r.tokens[first:], words[first:])
	}
	for i := range r.cuts {
		if first > 0 && i > 0 {
			r.cuts[i] += first
		}
	}
	r.cuts, r.text.Long = divide(r.cuts, r.text.Source, r.tokens, r.text.Long)
	start := len(r.text.Sentences)
	r.sentences(r.tokens, words, r.cuts, b.role)
	switch {
	case b.label > 0:
		r.text.Sentences[start].Role = lang.Label
	case first > 0:
		r.text.Sentences[start].Role = lang.Furniture
	}
	r.paragraph++
}

// sentences annotates sentences that end before the tokens ends.
func (r *run) sentences(tokens []article.Span, words []Word, ends []int, role lang.Role) {
	r.cut = r.cut[:0]
	start := 0
	for _, end := range ends {
		r.tagger.Tag(words[start:end])
		r.cut = append(r.cut, words[start:end])
		start = end
	}
	start = 0
	r.parser.sentences(r.cut, func(n int, nodes []node) {
		r.sentence(tokens[start:ends[n]], r.cut[n], nodes, role)
		start = ends[n]
	})
}

// sentence annotates one sentence, whose words are tagged.
func (r *run) sentence(tokens []article.Span, words []Word, nodes []node, role lang.Role) {
	r.model.settle(words, nodes)
	t := r.text
	first := len(t.Tokens)
	s := lang.Sentence{Span: tokens[0].Cover(tokens[len(tokens)-1]), First: first, End: first + len(tokens), Root: first, Paragraph: r.paragraph, Role: role}
	for i, span := range tokens {
		tag := r.model.Tags[words[i].Tag-1]
		token := lang.Token{Span: span, UPOS: tag.Upos, XPOS: tag.Xpos, Rel: nodes[i].rel, Head: first + int(nodes[i].Head)}
		token.Lemma = r.lemma(span.In(t.Source), words[i].Tag, tag.Upos)
		token.Feats = r.model.morphology.lookup(&words[i])
		if int(nodes[i].Head) == len(tokens) {
			token.Head, token.Rel = -1, lang.Root
			s.Root = first + i
		} else if token.Rel == lang.Root {
			token.Rel = lang.Dep
		}
		t.Tokens = append(t.Tokens, token)
	}
	agree(t.Tokens[first:], first)
	t.Sentences = append(t.Sentences, s)
}

func (r *run) lemma(form string, tag uint32, upos lang.UPOS) string {
	key := lemmaKey{form, tag}
	l, ok := r.lemmas[key]
	if !ok {
		var seen bool
		l, seen = r.model.lemmatizer.lemma(form, tag, upos == lang.PROPN)
		if base, irregular := irregularLemma(form, upos); irregular && !seen {
			l = base
		} else if base, regular := regularLemma(form, l, upos); regular && !seen {
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
		if s.Role == lang.Label {
			if n, ok := r.labelled(s); ok {
				t.Names = append(t.Names, n)
			}
			continue
		}
		labels := r.namer.find(r.words[s.First:s.End])
		r.namer.adopt(labels)
		var names []lang.Name
		for _, n := range namesOf(nil, labels, s.First, t.Tokens) {
			if !trim(&n, r.words[n.First:n.End]) {
				continue
			}
			n.Span = t.Cover(n.First, n.End)
			r.namer.settle(&n, r.words[n.First:n.End])
			names = append(names, n)
		}
		t.Names = append(t.Names, wholeCompounds(t, s, names)...)
	}
	agreeNames(t.Names, r.words)
}
