package kind

import (
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// wordbook numbers the lemmas of a story's articles and remembers how like they
// are. The readings that share it fill it while they are held against each other.
type wordbook struct {
	numbers  map[string]int
	lemmas   []string
	opened   []*lexicon.Lemma   // the lemmas that were compared
	akin     map[uint64]float64 // by two lemmas
	excluded map[uint64]bool
}

func newWordbook() *wordbook {
	return &wordbook{numbers: map[string]int{}, akin: map[uint64]float64{}, excluded: map[uint64]bool{}}
}

// number is that of a lemma in lower case.
func (b *wordbook) number(lemma string) int {
	n, ok := b.numbers[lemma]
	if !ok {
		n = len(b.lemmas)
		b.numbers[lemma] = n
		b.lemmas = append(b.lemmas, lemma)
		b.opened = append(b.opened, nil)
	}
	return n
}

// both is one number for two lemmas, either way round.
func both(x, y int) uint64 { return uint64(min(x, y))<<32 | uint64(max(x, y)) }

func (b *wordbook) similarity(x, y int) float64 {
	key := both(x, y)
	v, ok := b.akin[key]
	if !ok {
		v = b.open(x).Similarity(b.open(y))
		b.akin[key] = v
	}
	return v
}

func (b *wordbook) open(x int) *lexicon.Lemma {
	if b.opened[x] == nil {
		b.opened[x] = lexicon.NewLemma(b.lemmas[x])
	}
	return b.opened[x]
}

// excludes reports whether two lemmas can't both be true of one thing.
func (b *wordbook) excludes(x, y int) bool {
	key := both(x, y)
	v, ok := b.excluded[key]
	if !ok {
		v = lexicon.Incompatible(b.lemmas[x], b.lemmas[y])
		b.excluded[key] = v
	}
	return v
}

// word is a token made ready for being compared.
type word struct {
	lemma    int     // its number in the wordbook
	land     string  // the country that it names, or whose people; "" for none
	content  bool    // it is a content word, or names an entity or stands for one
	compared bool    // it is content, no number and no time
	weight   float64 // how telling it is, 0.25 to 1
}

// word reads token i.
func (r *reading) word(i int) word {
	content := assertion.Contentful(r.Text, i)
	w := word{lemma: r.book.number(lower(r.Text, i)), content: content || r.entity[i] >= 0, compared: content && !r.number[i] && !r.time[i]}
	if !w.content {
		return w
	}
	if w.land, _ = lexicon.Country(r.Text.Form(i)); w.land == "" {
		w.land, _ = lexicon.Demonym(r.Text.Form(i))
	}
	w.weight = weightOf(r.Text, i)
	return w
}

// same reports whether token i of one document and token j of another are one
// lemma or one entity.
func (r *reading) same(i int, o *reading, j int) bool {
	return r.words[i].lemma == o.words[j].lemma || r.entity[i] >= 0 && r.entity[i] == o.entity[j]
}

// leastSame is the similarity from which two words may tell of one thing:
// synonyms, derivations, kinds of it.
const leastSame = 0.7

// like is how like token i of one document is to token j of another, 0 to 1; 0
// for less than leastSame.
func (r *reading) like(i int, o *reading, j int) float64 {
	if r.same(i, o, j) {
		return 1
	}
	a, b := &r.words[i], &o.words[j]
	if a.land != "" || b.land != "" {
		if a.land == b.land {
			return 1
		}
		return 0
	}
	if r.Text.Tokens[i].UPOS == lang.PROPN && o.Text.Tokens[j].UPOS == lang.PROPN {
		return 0
	}
	if v := r.book.similarity(a.lemma, b.lemma); v >= leastSame {
		return v
	}
	return 0
}

// find is which token of o from first to end is most like token i, and how like;
// 0 where none is.
func (r *reading) find(i int, o *reading, first, end int) (at int, akin float64) {
	for j := first; j < end && akin < 1; j++ {
		if o.words[j].content {
			if v := r.like(i, o, j); v > akin {
				at, akin = j, v
			}
		}
	}
	return at, akin
}

// opposed reports whether a token of o from first to end excludes token i.
func (r *reading) opposed(i int, o *reading, first, end int) bool {
	for j := first; j < end; j++ {
		if o.words[j].compared && r.book.excludes(r.words[i].lemma, o.words[j].lemma) {
			return true
		}
	}
	return false
}
