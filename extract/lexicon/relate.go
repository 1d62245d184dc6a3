package lexicon

import "slices"

// How is how two lemmas are related.
type How uint8

// The relations, seen from the first of the two.
const (
	Unrelated How = iota // as far as is known
	SameLemma
	Variant    // spellings of one word: colour and color
	Synonym    // a common sense of both
	Derivative // one comes from the other, or from a synonym of it: resign and resignation
	Similar    // listed as near, a strong paraphrase, a sense in common that is rare
	Broader    // a word for more than the other: vehicle and car
	Narrower   // a word for less
	Sibling    // there is one word above both
	Contrary   // both can't be true of one thing at one time: rise and fall
	Opposite   // they undo each other: open and close
)

var howNames = [...]string{"unrelated", "same lemma", "variant", "synonym", "derivative", "similar", "broader", "narrower", "sibling", "contrary", "opposite"}

func (h How) String() string { return howNames[h] }

// Mirror is the relation seen from the other word.
func (h How) Mirror() How {
	switch h {
	case Broader:
		return Narrower
	case Narrower:
		return Broader
	}
	return h
}

// Resource is what says that two lemmas are related.
type Resource uint8

// The resources.
const (
	NoResource Resource = iota
	Spelling            // rules of orthography, with a list of exceptions
	Listed              // synonyms and contraries listed by hand
	WordNet
	Paraphrases // the paraphrase database
	Countries   // the table of countries, their names and peoples
)

var resourceNames = [...]string{"none", "spelling", "list", "WordNet", "paraphrases", "countries"}

func (r Resource) String() string { return resourceNames[r] }

// Relation is how two lemmas are related, by what, and how near in meaning they
// are by Similarity.
type Relation struct {
	How        How
	By         Resource
	Similarity float64
}

// Relate says how two lemmas are related. Relate(b, a) is the mirror of
// Relate(a, b).
func Relate(a, b string) Relation {
	var x, y Lemma
	x.open(a)
	y.open(b)
	return x.Relate(&y)
}

// Relate is the function of that name of the two lemmas. What makes them
// opposites wins over what makes them alike.
func (x *Lemma) Relate(y *Lemma) Relation {
	switch {
	case x.text == y.text:
		return Relation{SameLemma, NoResource, 1}
	case x.spelling == y.spelling:
		return Relation{Variant, Spelling, 1}
	case slices.Contains(x.contraries, y.text) || slices.Contains(y.contraries, x.text):
		if x.excludes(y) {
			return Relation{Contrary, Listed, simAntonym}
		}
		return Relation{Opposite, Listed, simAntonym}
	}
	r := x.relate(y)
	switch {
	case x.excludes(y):
		r.How, r.By = Contrary, Listed
	case x.country != "" && x.country == y.country && r.How != Opposite:
		r.By = Countries
		r.How = Derivative
		if x.people == y.people {
			r.How = Synonym
		}
	}
	return r
}

// excludes reports whether the list has the two lemmas as incompatible.
func (x *Lemma) excludes(y *Lemma) bool {
	return slices.Contains(x.incompatible, y.text) || slices.Contains(y.incompatible, x.text)
}

// relate asks the lists of synonyms, WordNet and the paraphrases.
func (x *Lemma) relate(y *Lemma) Relation {
	if slices.Contains(x.synonyms, y.text) || slices.Contains(y.synonyms, x.text) {
		return Relation{Similar, Listed, simListed}
	}
	if !x.entry.known || !y.entry.known {
		return Relation{}
	}
	w, a, b := dictionaryOfWordNet(), &x.entry, &y.entry
	switch {
	case w.antonyms(a, b):
		return Relation{Opposite, WordNet, simAntonym}
	case synonyms(a, b):
		return Relation{Synonym, WordNet, simSynonym}
	case derived(a, b, x.text, y.text):
		return Relation{Derivative, WordNet, simDerived}
	case x.familySynonyms(y), y.familySynonyms(x):
		return Relation{Derivative, WordNet, simFamilySynonym}
	}
	r := w.path(a, b)
	switch {
	case a.linked(a.strong, b.id):
		if r.How == Unrelated || r.How == Sibling {
			r.How, r.By = Similar, Paraphrases
		}
		r.Similarity = max(simParaphrase, min(r.Similarity+simSupport, simFamilySynonym))
	case a.linked(a.weak, b.id):
		if r.How == Unrelated {
			r.By = Paraphrases
		}
		r.Similarity = max(simWeakParaphrase, min(r.Similarity+simSupport, simFamilySynonym))
	}
	return r
}

// path is the nearest relation by senses in common or by the shortest way up
// and down.
func (w *wordnet) path(a, b *entry) Relation {
	var best Relation
	for pos := range a.senses {
		xs, ys := &a.senses[pos], &b.senses[pos]
		if xs.count == 0 || ys.count == 0 {
			continue
		}
		if meet(xs.synset[:min(xs.count, prominentSenses)], ys.synset[:min(ys.count, prominentSenses)]) {
			best.take(Relation{Similar, WordNet, simRareSynonym})
		}
		if POS(pos) != Adverb {
			w.climbs(a, b, POS(pos), &best)
		}
	}
	return best
}

// take keeps the nearer of two relations. Of two that are as near, one by each
// word's senses, none leads.
func (best *Relation) take(r Relation) {
	switch {
	case r.Similarity > best.Similarity:
		*best = r
	case r.Similarity < best.Similarity || r.Similarity == 0:
	case r.How != best.How && r.How == best.How.Mirror():
		best.How = Similar
	default:
		best.How = min(best.How, r.How)
	}
}
