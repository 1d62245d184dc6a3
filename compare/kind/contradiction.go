package kind

import (
	"cmp"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"xref/compare/align"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
)

// contradictions are the ways in which a sentence can exclude a clause that it
// has nearly all the words of, by the kind of difference. Each gives the tokens
// that clash; false where both can be true.
var contradictions = []struct {
	kind    ID
	phrase  string
	weighty float64 // the least weight of the words in common
	clash   func(*counterpart) (of, in int, ok bool)
}{
	{"negation", "affirmed in one, denied in another", weighty, denies},
	{"negation", "opposites said of the same thing", weighty, opposes},
	{"negation", "opposites said of the same thing", weighty, recasts},
	{"number", "numbers that can't both be right", weighty - aNumber, misallots},
	{"number", "numbers that can't both be right", weighty - aNumber, miscounts},
	{"date", "dates that can't both be right", weighty, misdates},
	{"modality", "has come about in one, not yet in another", weighty, awaits},
	{"role", "doer and target are the other way round", weighty, reverses},
}

// weighty is the least weight of the words in common for a clause and a sentence
// to be about the same thing; aNumber is what counting the same adds to it.
const (
	weighty = 1.9
	aNumber = 0.5
)

// The confidence in a contradiction, and its weight.
const (
	contradicted = 0.6
	grave        = 0.7
)

// conflicts are the contradictions between articles of one story and one day, in
// the order of their words.
func (s *Scene) conflicts() []Finding {
	each := make([][]Finding, len(s.Stories))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for story := range each {
		group.Go(func() error {
			each[story] = s.conflictsOf(story)
			return nil
		})
	}
	_ = group.Wait() // none fails
	found := slices.Concat(each...)
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Story, b.Story), cmp.Compare(a.Subject, b.Subject), slices.Compare(values(a), values(b)))
	})
	return found
}

// conflictsOf are the contradictions in one story.
func (s *Scene) conflictsOf(story int) (found []Finding) {
	if len(s.Stories[story].Articles) < 2 {
		return nil
	}
	readings := s.readings(s.Stories[story].Articles)
	for c := range counterparts(readings) {
		if !c.asserted() {
			continue
		}
		for _, k := range contradictions {
			if c.told < k.weighty {
				continue
			}
			if of, in, ok := k.clash(c); ok {
				found = append(found, s.conflict(story, c, k.kind, k.phrase, of, in))
				break
			}
		}
	}
	return append(found, s.rivals(story, readings)...)
}

// values are what the sides of a finding say, in the order of the words.
func values(f Finding) []string {
	var v []string
	for _, e := range f.Evidence {
		v = append(v, e.Value)
	}
	slices.Sort(v)
	return v
}

// conflict is the finding that the words at two tokens clash.
func (s *Scene) conflict(story int, c *counterpart, kind ID, phrase string, of, in int) Finding {
	f := finding(story)
	f.Kind, f.Verdict, f.Confidence, f.Weight = kind, Conflict, contradicted, grave
	m := align.Member{Article: c.of.place, Assertion: c.clause}
	f.Subject = clip(s.text(m.Article, c.assertion().Span), 9)
	f.Evidence = []Evidence{c.of.shows(of, c.assertion().Span), c.in.shows(in, c.in.clauseAt(in, c.sentence))}
	for i := range f.Evidence {
		f.Evidence[i].Value = s.text(f.Evidence[i].Article, f.Evidence[i].Span)
	}
	if c.in.place < c.of.place {
		slices.Reverse(f.Evidence)
	}
	f.Summary = phrase + ": " + f.Evidence[0].Value + "; " + f.Evidence[1].Value
	for i := range s.Claims {
		claim := &s.Claims[i]
		if claim.Story == story && slices.Contains(claim.Members, m) && slices.ContainsFunc(claim.Members, func(o align.Member) bool {
			return o.Article == c.in.place && s.assertion(o).Span.Contains(c.in.Text.Tokens[in].Span)
		}) {
			f.Claim, f.Weight = i, max(grave, claim.Central)
		}
	}
	return f
}

// shows is a clause as evidence, token i in it being what matters.
func (r *reading) shows(i int, clause article.Span) Evidence {
	focus := r.Text.Tokens[i].Span
	return Evidence{Article: r.place, Span: clause.Cover(focus), Focus: focus}
}

// clauseAt is the smallest clause of a sentence that holds token i; the sentence
// where none does.
func (r *reading) clauseAt(i, sentence int) article.Span {
	best, token := r.Text.Sentences[sentence].Span, r.Text.Tokens[i].Span
	for i := range r.Assertions {
		a := &r.Assertions[i]
		if a.Sentence == sentence && a.Predicate.Form != assertion.Nominal && a.Span.Contains(token) && a.Span.Len() < best.Len() {
			best = a.Span
		}
	}
	return best
}

// sameDay reports whether two articles were published on one day, or neither
// tells when: of two days, the later one may know more.
func sameDay(a, b *extract.Document) bool { return a.Article.Published.Equal(b.Article.Published) }

// asserted reports whether the clause is put as a fact, or as what is possible,
// and not on the word of another speaker than what the sentence says.
func (c *counterpart) asserted() bool {
	a, b := c.assertion(), c.other()
	if a.Modality != assertion.Asserted && !c.of.able(a.Predicate.Head) || c.of.supposed(a) {
		return false
	}
	if b == nil || len(a.Attribution) == 0 || len(b.Attribution) == 0 {
		return true
	}
	x, y := a.Attribution[len(a.Attribution)-1].Entity, b.Attribution[len(b.Attribution)-1].Entity
	return x >= 0 && y >= 0 && c.of.linked[x] == c.in.linked[y]
}

// supposed reports whether a word that opens a condition or a question stands
// in front of an assertion's predicate.
func (r *reading) supposed(a *assertion.Assertion) bool {
	for i := r.Text.Sentences[a.Sentence].First; i < a.Predicate.Head; i++ {
		switch r.Text.Lower(i) {
		case "if", "unless", "whether":
			return true
		}
	}
	return false
}

// argument is the first argument of an assertion in a role, or nil.
func argument(a *assertion.Assertion, role assertion.Role) *assertion.Argument {
	for i := range a.Arguments {
		if a.Arguments[i].Role == role {
			return &a.Arguments[i]
		}
	}
	return nil
}

// elsewhere reports whether another article's assertion names another doer or
// target than the clause, or narrows down the same one in other words.
func (c *counterpart) elsewhere(b *assertion.Assertion) bool {
	a := c.assertion()
	if b == nil {
		return false
	}
	for _, role := range [...]assertion.Role{assertion.Agent, assertion.Patient} {
		x, y := argument(a, role), argument(b, role)
		if x == nil || y == nil || c.in.Text.Tokens[y.Head].Head != b.Predicate.Head || c.of.counts(a, x) {
			continue
		}
		if c.in.Text.Tokens[y.Head].UPOS == lang.PRON && c.in.entity[y.Head] < 0 {
			continue
		}
		if c.of.like(x.Head, c.in, y.Head) == 0 {
			return true
		}
		if narrowed(restrictions(c.of.Text, x.Head), restrictions(c.in.Text, y.Head)) {
			return true
		}
	}
	return false
}

// counts reports whether an argument of an assertion is counted.
func (r *reading) counts(a *assertion.Assertion, x *assertion.Argument) bool {
	return slices.ContainsFunc(a.Quantities, func(q int) bool { return x.Span.Overlaps(r.Quantities[q].Span) })
}

// shares reports whether a participant of the clause, or anything else in it
// that is a phrase, stands with the words of the other article's clause at
// token j.
func (c *counterpart) shares(j int) bool {
	a := c.assertion()
	b := c.in.assertionAt(j)
	within := c.in.Text.Subtree(j)
	return slices.ContainsFunc(a.Arguments, func(x assertion.Argument) bool {
		k, ok := c.match[x.Head]
		return ok && k != j && (slices.Contains(within, k) || c.in.Text.IsAncestor(k, j) || c.in.Text.Tokens[k].Head == c.in.Text.Tokens[j].Head ||
			b != nil && slices.ContainsFunc(b.Arguments, func(y assertion.Argument) bool { return y.Head == k }))
	})
}

// half is how much of the other article's clause must stand in the clause for
// the two to tell of one thing.
const half = 0.5

// back is how much of the weight of the other article's clause about token j
// stands in the clause.
func (c *counterpart) back(j int) float64 {
	b := c.in.assertionAt(j)
	if b == nil {
		return 0
	}
	matched := map[int]bool{}
	for _, k := range c.match {
		matched[k] = true
	}
	found, total := 0.0, 0.0
	for _, k := range b.Tokens {
		if c.in.words[k].compared {
			w := c.in.words[k].weight
			total += w
			if matched[k] {
				found += w
			}
		}
	}
	return found / max(total, 1)
}
