package kind

import (
	"slices"
	"strings"

	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// partner is who or what a text gives as the only one that did something to a
// thing or that is something of it: who invented it, whose capital it is.
type partner struct {
	reading *reading
	span    article.Span // the passage that says so
	who     int          // token
	way     lexicon.Sole
	word    string // the act, the tie or the office
	of      int    // the linked entity that has one of them
}

// rivals are the contradictions about who did what one at most can have done,
// and about who is what only one can be.
func (s *Scene) rivals(story int, readings []*reading) (found []Finding) {
	type place struct {
		word string
		of   int
	}
	known := map[place][]partner{}
	for _, r := range readings {
		for _, p := range r.partners() {
			at := place{p.word, p.of}
			for _, o := range known[at] {
				if o.reading != r && sameDay(o.reading.Document, r.Document) && s.distinct(o, p) {
					found = append(found, s.rivalry(story, o, p))
				}
			}
			known[at] = append(known[at], p)
		}
	}
	return found
}

// distinct reports whether two partners are of one sort and no names of one
// another.
func (s *Scene) distinct(a, b partner) bool {
	x, y := a.reading.entity[a.who], b.reading.entity[b.who]
	if x == y {
		return false
	}
	e, o := &s.Entities[x], &s.Entities[y]
	if e.Type != o.Type || e.Type != resolve.Person && e.Type != resolve.Place || a.way == lexicon.SoleDoer && e.Type != resolve.Person {
		return false
	}
	theirs := strings.Fields(strings.ToLower(o.Name))
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(e.Name)), func(w string) bool { return slices.Contains(theirs, w) })
}

func (s *Scene) rivalry(story int, a, b partner) Finding {
	f := finding(story)
	f.Kind, f.Verdict, f.Confidence, f.Weight = "fact", Conflict, contradicted, grave
	if a.way == lexicon.SoleDoer {
		f.Kind = "role"
	}
	for _, p := range [...]partner{a, b} {
		e := p.reading.shows(p.who, p.span)
		e.Value = s.text(e.Article, e.Span)
		f.Evidence = append(f.Evidence, e)
	}
	f.Subject = clip(min(f.Evidence[0].Value, f.Evidence[1].Value), 9)
	f.Summary = "only one of them can be right: " + f.Evidence[0].Value + "; " + f.Evidence[1].Value
	return f
}

// partners are those that a document gives, acts first.
func (r *reading) partners() (found []partner) {
	t := r.Text
	for i := range r.Assertions {
		a := &r.Assertions[i]
		if a.Predicate.Form != assertion.Verbal || a.Negated || a.Modality != assertion.Asserted || lexicon.SoleOf(a.Predicate.Lemma) != lexicon.SoleDoer {
			continue
		}
		x, y := argument(a, assertion.Agent), argument(a, assertion.Patient)
		if x != nil && y != nil && r.named(x.Head) && r.named(y.Head) {
			found = append(found, partner{r, a.Span, x.Head, lexicon.SoleDoer, a.Predicate.Lemma, r.entity[y.Head]})
		}
	}
	for i := range t.Tokens {
		if !noun(t, i) {
			continue
		}
		way := lexicon.SoleOf(t.Tokens[i].Lemma)
		if way != lexicon.SoleTie && way != lexicon.SoleOffice {
			continue
		}
		of, who := r.owner(i), r.holderOf(i, way)
		if of < 0 || who < 0 || r.stance(who).Negated || r.stance(i).Negated {
			continue
		}
		n := t.SentenceOf(i)
		found = append(found, partner{r, r.clauseAt(i, n), who, way, lower(t, i), of})
	}
	return found
}

// named reports whether token i names somebody or something and is no part of
// a list.
func (r *reading) named(i int) bool {
	return r.entity[i] >= 0 && r.Text.Tokens[i].UPOS == lang.PROPN && !coordinated(r.Text, i)
}

// owner is the linked entity whose tie or office noun i is; -1 where it is not
// said or other words narrow the noun down ("former", "deputy").
func (r *reading) owner(i int) int {
	t := r.Text
	owner := -1
	for _, j := range t.Children(i) {
		switch t.Tokens[j].Rel {
		case lang.Det, lang.Punct, lang.Cop, lang.Nsubj, lang.Appos, lang.Case, lang.Flat:
			continue
		}
		if c := t.Dependent(j, lang.Case); owner >= 0 || !r.named(j) || !t.Is(j, lang.Nmod) || c >= 0 && t.Lower(c) != "of" && t.Tokens[c].XPOS != lang.XPOSPOS {
			return -1
		}
		owner = r.entity[j]
	}
	return owner
}

// holderOf is the name that a text gives for noun i, which "be" or an apposition
// joins to it; -1 for none. One who held an office is none.
func (r *reading) holderOf(i int, way lexicon.Sole) int {
	t := r.Text
	past := func(i int) bool {
		c := t.Dependent(i, lang.Cop)
		return c >= 0 && way == lexicon.SoleOffice && t.Tokens[c].Feats.Tense == lang.TensePast
	}
	who := -1
	h := t.Tokens[i].Head
	switch {
	case t.Dependent(i, lang.Cop) >= 0 && !past(i):
		who = t.Dependent(i, lang.Nsubj)
	case t.Is(i, lang.Nsubj) && t.Dependent(h, lang.Cop) >= 0 && !past(h), t.Is(i, lang.Appos):
		who = h
	default:
		who = t.Dependent(i, lang.Appos)
	}
	if who < 0 || !r.named(who) {
		return -1
	}
	return who
}
