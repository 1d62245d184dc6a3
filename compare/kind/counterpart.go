package kind

import (
	"cmp"
	"iter"
	"slices"

	"xref/extract/assertion"
	"xref/extract/lang"
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

	there, wanted []int // words of the clause that stand there to the letter, and others
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

// readings are those of articles; they share one wordbook.
func (s *Scene) readings(articles []int) []*reading {
	b := newWordbook()
	var readings []*reading
	for _, place := range articles {
		readings = append(readings, s.read(place, b))
	}
	return readings
}

// counterparts are those of the clauses of a story, by article and clause. Each
// lasts until the next one.
func counterparts(readings []*reading) iter.Seq[*counterpart] {
	return func(yield func(*counterpart) bool) { eachCounterpart(readings, yield) }
}

func eachCounterpart(readings []*reading, yield func(*counterpart) bool) {
	index := newSentences(readings)
	c := counterpart{match: map[int]int{}, akin: map[int]float64{}}
	for _, r := range readings {
		for m := range r.Assertions {
			if !r.stands(m) {
				continue
			}
			for _, at := range index.near(r, m) {
				if !sameDay(r.Document, at.reading.Document) {
					continue
				}
				c.hold(r, m, at.reading, at.sentence)
				if c.around >= covered && !c.unnamed && !yield(&c) {
					return
				}
			}
		}
	}
}

// literal is how much of a clause a sentence and its neighbours must have in the
// same words for it to be worth looking for like ones.
const literal = 0.4

// hold holds clause m against sentence n of another document. It forgets what
// was held before.
func (c *counterpart) hold(r *reading, m int, o *reading, n int) {
	clear(c.match)
	clear(c.akin)
	*c = counterpart{of: r, in: o, clause: m, sentence: n, match: c.match, akin: c.akin, there: c.there[:0], wanted: c.wanted[:0]}
	s := o.Text.Sentences[n]
	first, end := o.Text.Sentences[max(0, n-1)].First, o.Text.Sentences[min(n+1, len(o.Text.Sentences)-1)].End
	total, same := 0.0, 0.0
	for _, i := range r.Assertions[m].Tokens {
		if !r.words[i].compared {
			continue
		}
		total += r.words[i].weight
		at := first
		for at < end && !r.same(i, o, at) {
			at++
		}
		if at < end {
			same += r.words[i].weight
			c.there = append(c.there, i)
		} else {
			c.wanted = append(c.wanted, i)
		}
	}
	if same < literal*total || total == 0 {
		return
	}
	slices.SortStableFunc(c.wanted, func(i, j int) int { return cmp.Compare(r.words[j].weight, r.words[i].weight) })
	around, lacking, most := 0.0, 0.0, (1-covered)*total
	for k := range len(c.wanted) + len(c.there) {
		i := 0
		if k < len(c.wanted) {
			i = c.wanted[k]
		} else {
			i = c.there[k-len(c.wanted)]
		}
		if lacking > most || c.unnamed {
			return // its share can't be enough any more
		}
		w := r.words[i].weight
		if j, akin := r.find(i, o, s.First, s.End); akin > 0 {
			c.match[i], c.akin[i] = j, akin
			c.told += w
			continue
		}
		if _, akin := r.find(i, o, first, end); akin > 0 {
			around += w
		} else if r.opposed(i, o, s.First, s.End) {
			total -= w
		} else {
			lacking += w
			c.unnamed = r.Text.Tokens[i].UPOS == lang.PROPN
		}
	}
	if total > 0 {
		c.share, c.around = c.told/total, (c.told+around)/total
	}
}

// sentences finds the sentences that have words of a clause.
type sentences struct {
	lemmas   map[int][]located
	entities map[int][]located
}

// located is a sentence of a document.
type located struct {
	reading  *reading
	sentence int
}

func newSentences(readings []*reading) *sentences {
	x := &sentences{map[int][]located{}, map[int][]located{}}
	for _, r := range readings {
		for n, s := range r.Text.Sentences {
			at := located{r, n}
			for i := s.First; i < s.End; i++ {
				if e := r.entity[i]; e >= 0 {
					x.entities[e] = add(x.entities[e], at)
				}
				if r.words[i].compared {
					lemma := r.words[i].lemma
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
	type entries struct {
		list   []located
		others int // of them: those of other articles
	}
	var lists []entries
	for _, i := range r.Assertions[m].Tokens {
		if !r.words[i].compared {
			continue
		}
		list := x.lemmas[r.words[i].lemma]
		if e := r.entity[i]; e >= 0 && len(x.entities[e]) > len(list) {
			list = x.entities[e]
		}
		if others := len(list) - ownAmong(list, r); others > 0 && others <= crowd {
			lists = append(lists, entries{list, others})
		}
	}
	slices.SortStableFunc(lists, func(a, b entries) int { return a.others - b.others })
	var found []located
	for _, l := range lists[:min(keys, len(lists))] {
		for _, at := range l.list {
			if at.reading != r && !slices.Contains(found, at) {
				found = append(found, at)
			}
		}
	}
	return found
}

// ownAmong counts the entries of a list that are sentences of article r itself; those
// of an article stand together, in the order of the articles.
func ownAmong(list []located, r *reading) int {
	from, _ := slices.BinarySearchFunc(list, r.place, func(at located, place int) int { return at.reading.place - place })
	end, _ := slices.BinarySearchFunc(list[from:], r.place+1, func(at located, place int) int { return at.reading.place - place })
	return end
}
