package kind

import (
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// counterpart is a clause of one article with what a sentence of another has of
// it.
type counterpart struct {
	of, in   *reading
	clause   int         // the assertion in of
	sentence int         // in in
	match    map[int]int // of each word of the clause that the sentence has: where
	akin     map[int]float64
	share    float64 // of the weight of the clause's words: those in the sentence
	around   float64 // the same with the sentences beside it
	told     float64 // weight of the words in the sentence
	unnamed  bool    // the clause has a name that neither has
}

// assertion is the clause.
func (c *counterpart) assertion() *assertion.Assertion { return &c.of.Assertions[c.clause] }

// other is the assertion of the other article that tells of the same act; nil
// for none.
func (c *counterpart) other() *assertion.Assertion {
	if j, ok := c.match[c.assertion().Predicate.Head]; ok {
		return c.in.assertionAt(j)
	}
	return nil
}

// covered is how much of a clause a sentence and its neighbours must have to be
// about the same thing.
const covered = 0.7

// counterparts are those of the clauses of a story, by article and clause.
func (s *Scene) counterparts(articles []int) []counterpart {
	var readings []*reading
	for _, place := range articles {
		readings = append(readings, s.read(place))
	}
	l := likenesses{}
	index := newSentences(readings)
	var all []counterpart
	for _, r := range readings {
		for m := range r.Assertions {
			if !r.stands(m) {
				continue
			}
			for _, at := range index.near(r, m) {
				if !sameDay(r.Document, at.reading.Document) {
					continue
				}
				if c := l.hold(r, m, at.reading, at.sentence); c.around >= covered && !c.unnamed {
					all = append(all, c)
				}
			}
		}
	}
	return all
}

// hold holds clause m against sentence n of another document.
func (l *likenesses) hold(r *reading, m int, o *reading, n int) counterpart {
	c := counterpart{of: r, in: o, clause: m, sentence: n, match: map[int]int{}, akin: map[int]float64{}}
	total, around := 0.0, 0.0
	for _, i := range r.Assertions[m].Tokens {
		if !r.compared(i) {
			continue
		}
		w := r.weight(i)
		total += w
		if j, akin := l.find(r, i, o, n); akin > 0 {
			c.match[i], c.akin[i] = j, akin
			c.told += w
			continue
		}
		beside := false
		for k := max(0, n-1); k <= min(n+1, len(o.Text.Sentences)-1) && !beside; k++ {
			_, akin := l.find(r, i, o, k)
			beside = akin > 0
		}
		if beside {
			around += w
		} else if l.opposed(r, i, o, n) {
			total -= w
		} else if r.Text.Tokens[i].UPOS == lang.PROPN {
			c.unnamed = true
		}
	}
	if total > 0 {
		c.share, c.around = c.told/total, (c.told+around)/total
	}
	return c
}

// find is the token of sentence n of o that is most like token i of r, and how
// like; 0 where none is.
func (l *likenesses) find(r *reading, i int, o *reading, n int) (at int, akin float64) {
	for j := o.Text.Sentences[n].First; j < o.Text.Sentences[n].End; j++ {
		if assertion.Contentful(o.Text, j) || o.entity[j] >= 0 {
			if v := l.like(r, i, o, j); v > akin {
				at, akin = j, v
			}
		}
	}
	return at, akin
}

// opposed reports whether a sentence has a word that excludes token i of r.
func (l *likenesses) opposed(r *reading, i int, o *reading, n int) bool {
	for j := o.Text.Sentences[n].First; j < o.Text.Sentences[n].End; j++ {
		if o.compared(j) && lexicon.Incompatible(lower(r.Text, i), lower(o.Text, j)) {
			return true
		}
	}
	return false
}

// likenesses remembers how like words are.
type likenesses map[[2]string]float64

// leastSame is the similarity from which two words may tell of one thing:
// synonyms, derivations, kinds of it.
const leastSame = 0.7

// like is how like token i of one document is to token j of another, 0 to 1; 0
// for less than leastSame.
func (l *likenesses) like(r *reading, i int, o *reading, j int) float64 {
	if e := r.entity[i]; e >= 0 && e == o.entity[j] {
		return 1
	}
	a, b := lower(r.Text, i), lower(o.Text, j)
	if a == b {
		return 1
	}
	if x, y := land(r.Text.Form(i)), land(o.Text.Form(j)); x != "" || y != "" {
		if x == y {
			return 1
		}
		return 0
	}
	if r.Text.Tokens[i].UPOS == lang.PROPN && o.Text.Tokens[j].UPOS == lang.PROPN {
		return 0
	}
	key := [2]string{min(a, b), max(a, b)}
	v, ok := (*l)[key]
	if !ok {
		v = lexicon.Similarity(a, b)
		(*l)[key] = v
	}
	if v < leastSame {
		return 0
	}
	return v
}

// sentences finds the sentences that have words of a clause.
type sentences struct {
	lemmas   map[string][]located
	entities map[int][]located
}

// located is a sentence of a document.
type located struct {
	reading  *reading
	sentence int
}

func newSentences(readings []*reading) *sentences {
	x := &sentences{map[string][]located{}, map[int][]located{}}
	for _, r := range readings {
		for n, s := range r.Text.Sentences {
			at := located{r, n}
			for i := s.First; i < s.End; i++ {
				if e := r.entity[i]; e >= 0 {
					x.entities[e] = add(x.entities[e], at)
				}
				if r.compared(i) {
					lemma := lower(r.Text, i)
					x.lemmas[lemma] = add(x.lemmas[lemma], at)
				}
			}
		}
	}
	return x
}

// add adds a sentence to a list, in the order of the text, once.
func add(to []located, at located) []located {
	if n := len(to); n > 0 && to[n-1] == at {
		return to
	}
	return append(to, at)
}

// keys is by how many of its rarest words a clause is looked up, and crowd how
// many sentences may have one.
const (
	keys  = 2
	crowd = 64
)

// near lists the sentences of other articles that have one of the rarest words
// of clause m.
func (x *sentences) near(r *reading, m int) []located {
	var lists [][]located
	for _, i := range r.Assertions[m].Tokens {
		if !r.compared(i) {
			continue
		}
		list := x.lemmas[lower(r.Text, i)]
		if e := r.entity[i]; e >= 0 && len(x.entities[e]) > len(list) {
			list = x.entities[e]
		}
		list = slices.DeleteFunc(slices.Clone(list), func(at located) bool { return at.reading == r })
		if len(list) > 0 && len(list) <= crowd {
			lists = append(lists, list)
		}
	}
	slices.SortStableFunc(lists, func(a, b []located) int { return len(a) - len(b) })
	var found []located
	for _, list := range lists[:min(keys, len(lists))] {
		for _, at := range list {
			if !slices.Contains(found, at) {
				found = append(found, at)
			}
		}
	}
	return found
}
