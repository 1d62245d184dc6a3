package kind

import (
	"fmt"
	"slices"
	"strings"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// kinship is what a word says that somebody is to somebody.
type kinship struct {
	relations []string // of which it may be any
	gender    string
	degree    string // "half", "step"; "" where nothing is stated
}

// kinships are those of words.
var kinships = lexicon.TableOf(lexicon.PersonWords, "kinships", func(fields []string) (kinship, error) {
	if len(fields) < 2 || len(fields) > 3 {
		return kinship{}, fmt.Errorf("%d fields, want relations, a gender and perhaps a degree", len(fields))
	}
	k := kinship{relations: strings.Fields(fields[0]), gender: fields[1]}
	if len(fields) == 3 {
		k.degree = fields[2]
	}
	return k, nil
})

// kinshipOf is the kinship of a word, how many generations it goes back left out: "great-aunt".
func kinshipOf(word string) (kinship, bool) {
	word = strings.ToLower(word)
	for {
		rest, great := strings.CutPrefix(word, "great-")
		if !great {
			return kinships.Find(word)
		}
		word = rest
	}
}

// excludes reports whether nobody is both to one person. A half-brother is called a brother too.
func (k kinship) excludes(o kinship) bool {
	return !slices.ContainsFunc(k.relations, func(r string) bool { return slices.Contains(o.relations, r) }) ||
		k.gender != o.gender && k.gender != noGender && o.gender != noGender ||
		k.degree != o.degree && k.degree != "" && o.degree != ""
}

// noGender is the gender of a word for both.
const noGender = "unknown"

// kin is an epithet that tells a kinship.
type kin struct {
	epithet
	kinship
}

// kinOf reads an epithet as a kinship; false where it tells none, or not whose.
func kinOf(p epithet) (kin, bool) {
	if p.whose < 0 || slices.ContainsFunc(p.words, func(word string) bool { return statuses.Of(word) == former }) {
		return kin{}, false
	}
	k, ok := kinshipOf(p.words[len(p.words)-1])
	return kin{p, k}, ok
}

// kinOf compares what articles say that somebody is to one and the same other.
func (c *Comparison) kinOf(e *Present, of map[int][]epithet, places []int) (Finding, bool) {
	return neverAtOnce(c, e, of, places, kinOf, c.kinApart, func(*kin, *kin) bool { return true })
}

// kinApart are a kinship of one list and one of the other that exclude each other; false where any
// of two fit.
func (c *Comparison) kinApart(of, in []kin) (a, b kin, ok bool) {
	for _, v := range of {
		for _, w := range in {
			switch {
			case !v.excludes(w.kinship):
				return a, b, false
			case !ok && c.onePossessor(v.place, v.whose, w.place, w.whose):
				a, b, ok = v, w, true
			}
		}
	}
	return a, b, ok
}

// onePossessor reports whether two possessors are one person: linked by name, told by one noun, or
// a pronoun that may only stand for the other's.
func (c *Comparison) onePossessor(x, i, y, j int) bool {
	a, b := c.toldBy(x, i), c.toldBy(y, j)
	switch {
	case len(a) > 0 && len(b) > 0:
		return c.anySame(x, a, y, b)
	case len(a) > 0:
		return c.standsFor(y, j, x, a)
	case len(b) > 0:
		return c.standsFor(x, i, y, b)
	}
	v, w := resolve.ClassOf(c.Documents[x].Text, i), resolve.ClassOf(c.Documents[y].Text, j)
	return v == w && v != resolve.NoClass && c.oneMatter(x, i, y, j)
}

// toldBy are the heads of the names and nouns by which an article speaks of whom token i stands
// for.
func (c *Comparison) toldBy(place, i int) []int {
	d := c.Documents[place]
	at := d.Resolution.Of[i]
	if at < 0 {
		if d.Text.Tokens[i].UPOS == lang.PRON {
			return nil
		}
		return []int{i}
	}
	var heads []int
	for _, m := range d.Resolution.Entities[at].Mentions {
		if m.Form != resolve.Pronoun && m.Confidence >= sure {
			heads = append(heads, m.Head)
		}
	}
	return heads
}

// anySame reports whether heads of two articles are of one linked entity or are one noun.
func (c *Comparison) anySame(x int, heads []int, y int, others []int) bool {
	for _, i := range heads {
		for _, j := range others {
			if c.samePerson(x, i, y, j) {
				return true
			}
		}
	}
	return false
}

func (c *Comparison) samePerson(x, i, y, j int) bool {
	v, w := c.Documents[x].Resolution.Of[i], c.Documents[y].Resolution.Of[j]
	if v >= 0 && w >= 0 {
		if c.Linked[x][v] == c.Linked[y][w] {
			return true
		}
		if c.Documents[x].Resolution.Entities[v].Named && c.Documents[y].Resolution.Entities[w].Named {
			return false
		}
	}
	return c.Index.SameThing(x, i, y, j)
}

// standsFor reports whether a pronoun of article y, which resolving left open, may only be who is
// told by heads in article x: no other person stands nearer before it.
func (c *Comparison) standsFor(y, pronoun, x int, heads []int) bool {
	d := c.Documents[y]
	s := d.Text.SentenceOf(pronoun)
	for i := pronoun - 1; i >= d.Text.Sentences[max(0, s-1)].First; i-- {
		at := d.Resolution.Of[i]
		if at < 0 || d.Resolution.Entities[at].Type != resolve.Person || d.Text.Tokens[i].UPOS == lang.PRON {
			continue
		}
		return slices.ContainsFunc(heads, func(j int) bool { return c.samePerson(x, j, y, i) })
	}
	return false
}

// oneMatter reports whether a claim holds passages together in which two tokens stand.
func (c *Comparison) oneMatter(x, i, y, j int) bool {
	holds := func(m match.Member, place, token int) bool {
		return m.Article == place && c.Documents[place].Text.SentenceOf(token) == c.assertion(m).Sentence
	}
	return slices.ContainsFunc(c.Claims, func(cl claim.Claim) bool {
		return slices.ContainsFunc(cl.Pairs, func(p match.Pair) bool {
			return p.Same >= leastSameMatter && (holds(p.A, x, i) && holds(p.B, y, j) || holds(p.B, x, i) && holds(p.A, y, j))
		})
	})
}

// kinInClauses compares who did or suffered one thing where articles tell it by a kinship alone: "his aunt
// pushed him", "his grandmother, who pushed him".
func (c *Comparison) kinInClauses() []Finding {
	var found []Finding
	seen := map[[4]int]bool{}
	for i := range c.Claims {
		cl := &c.Claims[i]
		for k := range cl.Matches {
			p := &cl.Pairs[k]
			if p.A.Article == p.B.Article || p.Same < leastSameMatter {
				continue
			}
			a, b, ok := c.kinPair(p)
			key := [4]int{p.A.Article, a, p.B.Article, b}
			if !ok || seen[key] {
				continue
			}
			seen[key] = true
			f := c.about(i)
			f.Verdict, f.Reason, f.Confidence = excluding(Differ, c.cantBothBe(p, &cl.Matches[k])), OtherTitle, 0.7*p.Same
			f.Evidence = []Evidence{c.showKin(p.A, a), c.showKin(p.B, b)}
			found = append(found, f)
		}
	}
	return found
}

// showKin shows a kinship in the clause that tells of it.
func (c *Comparison) showKin(m match.Member, i int) Evidence {
	t := c.Documents[m.Article].Text
	first := i
	for _, k := range t.Children(i) {
		if k < first && (t.Is(k, lang.NmodPoss) || t.Is(k, lang.Compound) || t.Tokens[k].XPOS == lang.XPOSHYPH) {
			first = k
		}
	}
	focus := t.Cover(first, i+1)
	return c.evidence(m, focus, c.text(m.Article, focus))
}

// kinPair are the nouns of kinship, of one possessor, that stand in one place of two passages about one
// matter and exclude each other. What an article has elsewhere too may be of two people.
func (c *Comparison) kinPair(p *match.Pair) (a, b int, ok bool) {
	v, w := c.assertion(p.A), c.assertion(p.B)
	if v.Negated != w.Negated || !c.Index.SameThing(p.A.Article, v.Predicate.Head, p.B.Article, w.Predicate.Head) {
		return 0, 0, false
	}
	for _, x := range v.Arguments {
		for _, y := range w.Arguments {
			if x.Role != y.Role || x.Case != y.Case || x.Role > assertion.Recipient && x.Role != assertion.Oblique {
				continue
			}
			i, whoseI := c.kinNoun(p.A.Article, x.Head, v)
			j, whoseJ := c.kinNoun(p.B.Article, y.Head, w)
			if i < 0 || j < 0 {
				continue
			}
			s, _ := kinshipOf(lower(c.Documents[p.A.Article].Text, i))
			u, _ := kinshipOf(lower(c.Documents[p.B.Article].Text, j))
			if s.excludes(u) && c.onePossessor(p.A.Article, whoseI, p.B.Article, whoseJ) &&
				!c.tellsKin(p.A.Article, u) && !c.tellsKin(p.B.Article, s) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// kinNoun is the noun of kinship at token i, or the one before "who" there, with its possessor; -1
// where there is none, or it has a name.
func (c *Comparison) kinNoun(place, i int, a *assertion.Assertion) (noun, whose int) {
	t := c.Documents[place].Text
	if resolve.ClassOf(t, i) == resolve.Who {
		if i = t.Tokens[a.Predicate.Head].Head; i < 0 {
			return -1, -1
		}
	}
	if _, ok := kinshipOf(lower(t, i)); !ok {
		return -1, -1
	}
	whose = t.Dependent(i, lang.NmodPoss)
	if at := c.Documents[place].Resolution.Of[i]; whose < 0 || at >= 0 && c.Documents[place].Resolution.Entities[at].Named {
		return -1, -1
	}
	return i, whose
}

// tellsKin reports whether an article has a word that may be of this kinship.
func (c *Comparison) tellsKin(place int, k kinship) bool {
	t := c.Documents[place].Text
	return slices.ContainsFunc(t.Tokens, func(tok lang.Token) bool {
		o, ok := kinshipOf(tok.Lemma)
		return ok && !o.excludes(k)
	})
}
