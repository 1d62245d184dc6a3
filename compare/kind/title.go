package kind

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// Title compares the roles and descriptions that articles give one person or
// body.
var Title = &Kind{
	ID:      "title",
	Title:   "roles and descriptions",
	Meaning: "One person or body is given a role, rank, kinship or description in several articles: the same, or another one; a conflict where nobody can be both at once.",
	Example: "“head of the Kyiv office” here, “the country director” there.",
	Find:    titles,
}

func titles(c *Comparison) []Finding {
	var found []Finding
	for i := range c.Entities {
		e := &c.Entities[i]
		if e.Type != resolve.Person && e.Type != resolve.Organisation {
			continue
		}
		if e.Type == resolve.Person {
			of, places := c.epithetsOf(e)
			kin, isKin := c.kinOf(e, of, places)
			office, holds := c.offices(e, of, places)
			if isKin {
				found = append(found, kin)
			}
			if holds {
				found = append(found, office)
			}
			if isKin || holds {
				continue
			}
		}
		if f, ok := c.titlesOf(e); ok {
			found = append(found, f)
		}
	}
	return append(found, c.kinInClauses()...)
}

// role is a title with the words that it is made of.
type role struct {
	Evidence
	tokens []int    // its content words
	at     int      // the token that says what somebody is
	words  []string // the content words' lemmas, short forms written out
	head   string   // that of the token at
	status string   // what sets it apart from the same office: "former", "deputy"; "" for the office itself
}

// titlesOf compares the titles of one entity: for each pair of articles the two titles that
// are most alike, so that articles differ only where no title of theirs agrees. Titles of one
// office but of another status differ; that two titles are of other offices says little, for
// most people hold several, and is told only where all is asked for.
func (c *Comparison) titlesOf(e *Present) (Finding, bool) {
	roles := map[int][]role{}
	var places []int
	told := map[int]int{}
	c.mentions(e, func(place int, m resolve.Mention) {
		if m.Form == resolve.Title {
			told[place]++
		}
		r, ok := c.role(place, m)
		if !ok || told[place] > mostTitles {
			return
		}
		if roles[place] == nil {
			places = append(places, place)
		}
		r.Span = c.withName(e, place, m)
		roles[place] = append(roles[place], r)
	})
	f := c.ofEntity(e)
	if len(places) < 2 {
		return f, false
	}
	chosen, otherwise := map[int]role{}, map[int]role{}
	agreed := 0.0
	for i, x := range places {
		for _, y := range places[:i] {
			a, b, fit := fittest(c.Index, roles[y], roles[x])
			switch {
			case fit > 0 && a.status != b.status:
				otherwise[y], otherwise[x] = a, b
			case fit > agreed:
				agreed = fit
				chosen[y], chosen[x] = a, b
			}
		}
	}
	if agreed == 0 && len(otherwise) > 0 {
		chosen, places = otherwise, slices.DeleteFunc(places, func(place int) bool { _, ok := otherwise[place]; return !ok })
	}
	f.Verdict, f.Confidence, f.Weight, f.Reason = Differ, 0.5, 0.3, OtherTitle
	switch {
	case agreed > 0 && (agreed < telltale || !c.All): // most outlets give the same title as a matter of course
		return f, false
	case agreed > 0:
		f.Verdict, f.Confidence, f.Reason = Agree, 0.35+0.1*min(agreed, 3), SameTitle
	case len(otherwise) > 0: // another status
	case !c.All || slices.ContainsFunc(places, func(place int) bool { return open(roles[place]) }):
		return f, false
	}
	for _, place := range places {
		r, ok := chosen[place]
		if !ok && agreed > 0 {
			continue
		}
		if !ok {
			r = fullest(roles[place])
		}
		f.Evidence = append(f.Evidence, r.Evidence)
	}
	return f, true
}

var (
	// bygone are the words that make a role one of the past.
	bygone = lexicon.PersonWords.Words("words that make a role one of the past")
	// statuses are the words that make of an office another one, with what they make of it.
	statuses = lexicon.TableOf(lexicon.PersonWords, "words that make another office of one", func(fields []string) (string, error) { return strings.Join(fields, " "), nil })
	// umbrella are the words for somebody's place that leave open which it is: who
	// is an aide may be a spokeswoman too.
	umbrella = lexicon.PersonWords.Words("words for a place that leave open which it is")
)

// open reports whether every title that an article gives leaves open which place
// somebody has, or whether he still has it.
func open(roles []role) bool {
	return !slices.ContainsFunc(roles, func(r role) bool {
		return !umbrella.Has(r.head) && !slices.ContainsFunc(r.words, bygone.Has)
	})
}

// telltale is the fit from which two titles agree in more than a rank or a calling,
// on which outlets agree as a matter of course.
const telltale = 2.5

// role is a mention as a title; false where it is none, or says no more than a
// form of address.
func (c *Comparison) role(place int, m resolve.Mention) (role, bool) {
	r := role{Evidence: Evidence{Article: place, Span: m.Span, Focus: m.Span, Value: c.text(place, m.Span)}}
	if m.Form != resolve.Title || m.Confidence < sure {
		return r, false
	}
	t := c.Documents[place].Text
	for i := m.First; i < m.End; i++ {
		if assertion.Contentful(t, i) {
			r.tokens = append(r.tokens, i)
			r.words = append(r.words, lexicon.FullTitle(lower(t, i)))
		}
	}
	r.at = m.Head
	r.head = lexicon.FullTitle(lower(t, m.Head))
	for _, w := range r.words {
		if s, ok := statuses.Find(w); ok && w != r.head {
			r.status = s
		}
	}
	_, courtesy := lexicon.Honorific(r.head)
	_, person := lexicon.PersonNoun(r.head)
	office := lexicon.Title(r.head) || person || lexicon.GroupNoun(r.head)
	if len(r.words) == 1 && m.First > 0 && t.Form(m.Head) != strings.ToLower(t.Form(m.Head)) && t.Is(m.First-1, lang.Det) {
		return r, false // of a party, a creed or a people: "a Republican"
	}
	return r, len(r.words) > 0 && office && !(courtesy && len(r.words) == 1)
}

// fittest are the two titles of two lists that have most in common, and in how many words,
// those of one status before others; 0 where no two name the same office.
func fittest(x *match.Index, of, in []role) (a, b role, fit float64) {
	for _, v := range of {
		for _, w := range in {
			same := func(i, j int) bool { return x.SameThing(v.Article, i, w.Article, j) }
			if !same(v.at, w.at) {
				continue
			}
			common := 0.5
			for _, i := range v.tokens {
				if slices.ContainsFunc(w.tokens, func(j int) bool { return same(i, j) }) {
					common++
				}
			}
			if one, had := v.status == w.status, a.status == b.status; fit == 0 || one && !had || one == had && common > fit {
				a, b, fit = v, w, common
			}
		}
	}
	return a, b, fit
}

func fullest(roles []role) role {
	return slices.MaxFunc(roles, func(a, b role) int {
		return cmp.Or(cmp.Compare(len(a.words), len(b.words)), cmp.Compare(b.Span.Start, a.Span.Start))
	})
}

// near is how many bytes may stand between a title and the name it goes with.
const near = 3

// farthest is how many tokens lie between the heads of a title and of a name beside it at
// most: as many as two sentences have.
const farthest = 512

// withName widens a title to a name of the entity that stands right beside it.
func (c *Comparison) withName(e *Present, place int, title resolve.Mention) article.Span {
	wide := title.Span
	for _, member := range e.Members {
		if member.Article != place {
			continue
		}
		mentions := c.Documents[place].Resolution.Entities[member.Entity].Mentions // in the order of their heads
		from, _ := slices.BinarySearchFunc(mentions, title.Head-farthest, func(m resolve.Mention, head int) int { return m.Head - head })
		for _, m := range mentions[from:] {
			if m.Head > title.Head+farthest {
				break
			}
			if m.Form == resolve.Name && m.Span.Start-near <= title.Span.End && title.Span.Start <= m.Span.End+near {
				wide = wide.Cover(m.Span)
			}
		}
	}
	return wide
}

// mostTitles is how many titles of one person or body are looked at in an article: the first.
const mostTitles = 256

// manyTitles are the articles that give somebody more titles than are looked at.
func manyTitles(c *Comparison) []claim.Bound {
	left := map[int]int{}
	for i := range c.Entities {
		told := map[int]int{}
		c.mentions(&c.Entities[i], func(place int, m resolve.Mention) {
			if m.Form == resolve.Title {
				if told[place]++; told[place] == mostTitles+1 {
					left[place]++
				}
			}
		})
	}
	var found []claim.Bound
	for _, place := range c.Articles {
		if n := left[place]; n > 0 {
			found = append(found, claim.Bound{Article: place, Reached: fmt.Sprintf("of more than %d titles of one person or body the first are looked at (%d times)", mostTitles, n)})
		}
	}
	return found
}
