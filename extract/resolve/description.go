package resolve

import (
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// described is the cluster that a description stands for, with how sure that
// is, or -1 where it speaks of something new.
func (r *resolver) described(i int) (cluster int, confidence float64) {
	p := &r.phrases[i]
	if p.coordination || p.name != "" {
		return -1, 0
	}
	lemma := strings.ToLower(r.t.Tokens[p.head].Lemma)
	if c := r.sameHead(i, lemma); c >= 0 {
		return c, 0.8
	}
	if !p.definite || p.number == lang.NumberPlur || r.possessed(p) {
		return -1, 0
	}
	if p.typ == Person {
		return r.bearer(i, lemma)
	}
	return r.body(i, lemma)
}

// possessed reports whether a phrase has a possessor or a complement of its
// own, which makes it another thing than what a bare "the group" recalls.
func (r *resolver) possessed(p *phrase) bool {
	return r.t.Dependent(p.head, lang.NmodPoss) >= 0 || p.end > p.head+1
}

// reachSame is how many sentences back the same noun recalls the same thing.
const reachSame = 12

// sameHead is the latest cluster that a description with the same noun began,
// where nothing in their modifiers tells them apart.
func (r *resolver) sameHead(i int, lemma string) int {
	p := &r.phrases[i]
	mine := r.modifiers(p)
	for j := i - 1; j >= 0 && r.phrases[j].sentence >= p.sentence-reachSame; j-- {
		q := &r.phrases[j]
		if q.cluster < 0 || q.form == Pronoun || q.coordination || q.number != p.number || r.within(p.head, j) {
			continue
		}
		if q.form == Name || strings.ToLower(r.t.Tokens[q.head].Lemma) != lemma {
			continue
		}
		theirs := r.modifiers(q)
		if q.form == Title && !p.definite {
			continue
		}
		if !p.definite {
			if !r.indefinite(p) && slices.Equal(mine, theirs) {
				return q.cluster
			}
			continue
		}
		if subset(mine, theirs) {
			return q.cluster
		}
	}
	return -1
}

// indefinite reports whether a phrase brings up something new: "a group",
// "another group", "some of the groups", two groups.
func (r *resolver) indefinite(p *phrase) bool {
	for j := p.first; j < p.head; j++ {
		if tok := r.t.Tokens[j]; tok.Head == p.head && (tok.Rel.Base() == lang.Det || tok.Rel.Base() == lang.Nummod) {
			return true
		}
	}
	return false
}

// modifiers are the folded content words of a phrase beside its head, sorted.
func (r *resolver) modifiers(p *phrase) []string {
	key := modified{p.first, p.end, p.head}
	if words, known := r.modified[key]; known {
		return words
	}
	var words []string
	lasting := true // what a pronoun stands for may not be known yet
	for j := p.first; j < p.end; j++ {
		if j == p.head {
			continue
		}
		tok := r.t.Tokens[j]
		switch tok.UPOS {
		case lang.ADJ, lang.NOUN, lang.PROPN, lang.NUM, lang.VERB:
			words = append(words, fold(r.t.Form(j)))
		case lang.PRON:
			lasting = false
			if c := r.clusterAt(j); c >= 0 {
				words = append(words, "#"+string(rune('0'+c)))
			} else {
				words = append(words, r.t.Lower(j))
			}
		}
	}
	slices.Sort(words)
	if lasting {
		r.modified[key] = words
	}
	return words
}

// modified are the tokens that the modifiers of a phrase rest on.
type modified struct{ first, end, head int }

func (r *resolver) clusterAt(token int) int {
	if k := r.at[token]; k >= 0 {
		return r.phrases[k].cluster
	}
	return -1
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// offices gives the nouns that stand for the holder of a title.
var offices = lexicon.PersonWords.Lists("nouns for the holder of a title")

// holds reports whether one of a cluster's titles is the noun or stands for it.
func (k *cluster) holds(lemma string) bool {
	if k.heads[lemma] {
		return true
	}
	for _, office := range offices.Of(lemma) {
		if k.heads[office] {
			return true
		}
	}
	for head := range k.heads {
		if slices.Contains(offices.Of(strings.TrimSuffix(head, ".")), lemma) {
			return true
		}
	}
	return false
}

// bearer is the person whom a title fits, the one whose titles share most of its
// words and the latest of equals: "the president", "the former senator".
func (r *resolver) bearer(i int, lemma string) (int, float64) {
	p := &r.phrases[i]
	best, at, shared := -1, -1, -1
	fitting := 0
	mine := r.modifiers(p)
	for _, c := range r.near(i) {
		k := &r.clusters[c]
		if k.typ != Person || k.number == lang.NumberPlur || k.last() < 0 || !k.holds(lemma) {
			continue
		}
		if g := k.gender(); p.gender != Unknown && g != Unknown && g != p.gender {
			continue
		}
		n := 0
		for _, word := range mine {
			n += flag(k.described[word])
		}
		switch {
		case n > shared:
			best, at, shared, fitting = c, k.last(), n, 1
		case n == shared:
			fitting++
			if k.last() > at {
				best, at = c, k.last()
			}
		}
	}
	if best < 0 {
		return r.anyPerson(i)
	}
	return best, 0.9 / float64(fitting)
}

// anyPerson is whom "the man" and "the woman" mean: the person of that gender
// named in the same paragraph or the one before.
func (r *resolver) anyPerson(i int) (int, float64) {
	p := &r.phrases[i]
	if !anybody.Has(r.t.Tokens[p.head].Lemma) {
		return -1, 0
	}
	here := r.t.Sentences[p.sentence].Paragraph
	for j := i - 1; j >= 0 && r.t.Sentences[r.phrases[j].sentence].Paragraph >= here-1; j-- {
		q := &r.phrases[j]
		if q.cluster < 0 {
			continue
		}
		if k := &r.clusters[q.cluster]; k.typ == Person && k.number != lang.NumberPlur && k.gender() == p.gender {
			return q.cluster, 0.5
		}
	}
	return -1, 0
}

// reachBody is how many paragraphs back a body may last be spoken of that "the
// group" recalls.
const reachBody = 4

// body is the body or place that a bare noun recalls: one whose name has the
// noun, else, where the noun can stand for any, the one last and most spoken of.
func (r *resolver) body(i int, lemma string) (int, float64) {
	p := &r.phrases[i]
	noun, known := bodyNouns.Find(lemma)
	if !known || noun.reach == suffixOnly {
		return -1, 0
	}
	here := r.t.Sentences[p.sentence].Paragraph
	best, score := -1, 0.0
	own := false
	for _, c := range r.near(i) {
		k := &r.clusters[c]
		m := k.last()
		if m < 0 || k.number == lang.NumberPlur || k.coordination || k.typ == Person || r.within(p.head, m) {
			continue
		}
		has := k.heads[lemma]
		if !has && (noun.reach != anyReach || !k.named || !r.typeFits(k, noun.typ, lemma)) {
			continue
		}
		if has && k.named && !own {
			best, score, own = -1, 0, true
		}
		if own && !has {
			continue
		}
		back := here - r.t.Sentences[r.phrases[m].sentence].Paragraph
		if back > reachBody && !has {
			continue
		}
		weight := 1.0/float64(1+p.sentence-r.phrases[m].sentence) + 0.15*float64(min(len(k.phrases), 8)) + 0.2*float64(flag(k.headline))
		if q := &r.phrases[m]; q.role == subject || q.role == passiveSubject {
			weight += 0.5
		}
		if p.quotation < 0 && r.phrases[m].role == compound {
			weight -= 0.3
		}
		if weight > score {
			best, score = c, weight
		}
	}
	if best < 0 {
		return -1, 0
	}
	if own {
		return best, 0.85
	}
	return best, min(0.4+score/4, 0.8)
}

// typeFits reports whether a named cluster is of the type that a noun recalls;
// of places only countries are "the country", and only others "the town".
func (r *resolver) typeFits(k *cluster, typ Type, lemma string) bool {
	if k.typ != typ {
		return false
	}
	if typ != Place {
		return true
	}
	country := false
	for _, f := range k.forms {
		_, ok := lexicon.Country(f.body.surface)
		country = country || ok
	}
	switch {
	case countries.Has(lemma):
		return country
	case lemma == "capital":
		for _, f := range k.forms {
			if _, ok := lexicon.Capital(f.body.surface); ok {
				return true
			}
		}
		return false
	case areas.Has(lemma):
		return true
	}
	return !country
}
