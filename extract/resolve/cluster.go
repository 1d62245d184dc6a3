package resolve

import (
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// cluster is an entity in the making: what is known of it from the mentions
// read so far, and from its names in the whole text.
type cluster struct {
	typ          Type
	named        bool
	forms        []*nameForm
	number       lang.NumberValue
	coordination bool
	given        lexicon.Gender // by the given name: evidence to choose by, never to report
	told         Gender         // by honorifics and nouns
	masculine    float64        // by pronouns, weighted by confidence
	feminine     float64
	first        Gender // of the first pronoun that tells one
	headline     bool
	country      bool  // has a country's name
	nameCount    int   // places of its names in the whole text
	names        []int // phrases that name it, in the whole text
	phrases      []int // its mentions so far, in text order
	heads        map[string]bool
	described    map[string]bool    // folded words of its titles and descriptions
	noun         lexicon.Supersense // of the noun that began it
	begun        bool               // by a noun
	lastPronoun  int                // its latest third-person pronoun's phrase, or -1
	subjects     int                // how often it was a subject
}

// gender is what the text has told so far.
func (c *cluster) gender() Gender {
	switch {
	case c.told != Unknown:
		return c.told
	case c.masculine > 0 && c.feminine > 0 && max(c.masculine, c.feminine) < 2*min(c.masculine, c.feminine):
		return c.first
	case c.masculine > c.feminine:
		return Masculine
	case c.feminine > c.masculine:
		return Feminine
	}
	return Unknown
}

// last is the latest mention so far, or -1.
func (c *cluster) last() int {
	if len(c.phrases) == 0 {
		return -1
	}
	return c.phrases[len(c.phrases)-1]
}

// startNamed makes a cluster for each group of names.
func (r *resolver) startNamed() {
	for g := range r.naming.groups {
		group := &r.naming.groups[g]
		r.clusters = append(r.clusters, cluster{
			typ: group.typ, named: true, forms: group.forms, number: lang.NumberSing, lastPronoun: -1,
			given: givenGender(group.forms), heads: map[string]bool{}, described: map[string]bool{},
		})
	}
	for i := range r.phrases {
		g, ok := r.naming.of[i]
		if !ok {
			continue
		}
		p, c := &r.phrases[i], &r.clusters[g]
		c.names = append(c.names, i)
		c.nameCount++
		if c.told == Unknown {
			c.told = p.gender
		}
		c.headline = c.headline || r.t.Sentences[p.sentence].Role == lang.Headline
		if _, ok := lexicon.Country(p.name); ok {
			c.country = true
		}
		if c.typ != Person {
			for w := range strings.FieldsSeq(p.name) {
				c.heads[fold(w)] = true
			}
		}
	}
}

// start makes a cluster of a phrase that refers to nothing before it.
func (r *resolver) start(i int) int {
	p := &r.phrases[i]
	r.clusters = append(r.clusters, cluster{
		typ: p.typ, number: p.number, coordination: p.coordination, lastPronoun: -1, heads: map[string]bool{}, described: map[string]bool{},
	})
	if tok := r.t.Tokens[p.head]; p.form == Description && !p.coordination && tok.UPOS == lang.NOUN {
		k := &r.clusters[len(r.clusters)-1]
		k.noun, k.begun = lexicon.SupersenseOf(strings.ToLower(tok.Lemma), lexicon.Noun), true
	}
	return len(r.clusters) - 1
}

// join makes phrase i a mention of cluster c.
func (r *resolver) join(i, c int, confidence float64) {
	p, k := &r.phrases[i], &r.clusters[c]
	p.cluster, p.confidence = c, confidence
	k.phrases = append(k.phrases, i)
	if p.role == subject || p.role == passiveSubject {
		k.subjects++
	}
	switch p.form {
	case Pronoun:
		if k.first == Unknown {
			k.first = p.gender
		}
		switch p.class {
		case He:
			k.masculine += confidence
		case She:
			k.feminine += confidence
		case Who:
			return
		}
		k.lastPronoun = i
	case Title, Description:
		if k.told == Unknown && k.typ == Person && p.number != lang.NumberPlur {
			k.told = p.gender
		}
		k.heads[strings.ToLower(r.t.Tokens[p.head].Lemma)] = true
		for j := p.first; j < p.end; j++ {
			k.described[fold(r.t.Form(j))] = true
		}
		if k.typ == Other {
			k.typ = p.typ
		}
		k.headline = k.headline || r.t.Sentences[p.sentence].Role == lang.Headline
	}
}
