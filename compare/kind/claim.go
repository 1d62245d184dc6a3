package kind

import (
	"slices"
	"strings"

	"xref/compare/align"
	"xref/extract/article"
)

// judge looks for one kind of difference among the members of a claim. It gives
// a value for each member, "" where it has none, and says in a phrase what
// differs; the phrase is empty where nothing does.
type judge func(s *Scene, c align.Claim) (values []string, phrase string)

// judges are the kinds that tell how the members of a claim differ, the telling
// ones first: where several see a difference, the first one names it.
var judges = []struct {
	kind  ID
	judge judge
}{
	{"negation", negations},
	{"modality", modalities},
	{"role", roles},
	{"scope", scopes},
	{"attribution", attributions},
	{"framing", framings},
}

// The least probabilities at which it is told that the members of a claim agree,
// and that they differ: where a kind can name the difference, and where none can.
const (
	agreeing  = 0.45
	differing = 0.4
	detailed  = 0.5
)

// surely is how sure it must be that the members of a claim are about one thing for
// other places to be told where they aren't likely to differ: there, they may as
// well be two acts at two places.
const surely = 0.9

// OfClauses reports whether findings of a kind hold whole clauses against each
// other.
func (id ID) OfClauses() bool {
	for _, j := range judges {
		if j.kind == id {
			return true
		}
	}
	return id == "fact"
}

// seen is how much of the probability that two members are about one act goes
// to a difference that a judge sees between them.
const seen = 0.4

// ofKind returns the findings of one of the judges: those of the claims whose
// most telling difference it names.
func ofKind(id ID) func(*Scene) []Finding {
	return func(s *Scene) []Finding {
		var found []Finding
		for i := range s.Claims {
			d := s.weighed[i].difference
			if d.kind != id {
				continue
			}
			f := s.differing(i, d)
			if id == "attribution" {
				for k, m := range s.Claims[i].Members {
					f.Evidence[k].Span = s.framed(m)
				}
			}
			found = append(found, f)
		}
		return found
	}
}

// weighed is what is told of a claim: how likely its members agree and differ, and
// what differs.
type weighed struct {
	Chances
	difference difference
}

// difference is what differs among the members of a claim: a value for each,
// empty where it has none, and a phrase. It has no kind where nothing is told.
type difference struct {
	kind   ID
	values []string
	at     []article.Span // where the values stand; nil where that is the whole clause
	phrase string
}

// weigh weighs every claim of several members.
func (s *Scene) weigh() []weighed {
	w := s.Weights
	if w == nil {
		w = Learned()
	}
	all := make([]weighed, len(s.Claims))
	for i, c := range s.Claims {
		if len(c.Members) < 2 {
			continue
		}
		x := s.contrast(c)
		all[i].Chances = x.Chances(w)
		all[i].difference = s.difference(c, all[i].Differ)
	}
	return all
}

// difference names what differs among the members of a claim; nothing where they
// are too unlikely to differ and no judge sees that they do. Where no judge can
// name it, it is what only some of them say. The same words can differ only in
// whose they are.
func (s *Scene) difference(c align.Claim, chance float64) difference {
	verbatim := !slices.ContainsFunc(c.Links, func(l align.Link) bool { return l.Odds.Differ > 0 })
	if chance < differing && !s.sameAct(c) {
		return difference{}
	}
	for _, j := range judges {
		if verbatim && j.kind != "attribution" || chance < detailed && c.Score < surely && j.kind == "scope" {
			continue
		}
		if values, phrase := j.judge(s, c); phrase != "" {
			return difference{kind: j.kind, values: values, phrase: phrase}
		}
	}
	if verbatim || chance < detailed {
		return difference{}
	}
	return s.details(c)
}

// details is what only some of the members of a claim say: for each the
// weightiest phrase that no member of another article answers to.
func (s *Scene) details(c align.Claim) difference {
	d := difference{kind: "fact", values: make([]string, len(c.Members)), at: make([]article.Span, len(c.Members))}
	n := 0
	for k, m := range c.Members {
		if span := phrase(s.Documents[m.Article].Text, s.alone(c, m), s.assertion(m).Span); !span.Empty() {
			d.values[k], d.at[k] = s.text(m.Article, span), span
			n++
		}
	}
	switch n {
	case 0:
		return difference{}
	case 1:
		d.phrase = "only one says"
	default:
		d.phrase = "other details"
	}
	return d
}

// alone is the tokens of member m that no member of another article answers to.
func (s *Scene) alone(c align.Claim, m align.Member) []int {
	var own []int
	first := true
	for _, o := range c.Members {
		if o.Article == m.Article {
			continue
		}
		tokens := s.share(m, o).tokens
		if first {
			own, first = tokens, false
			continue
		}
		own = slices.DeleteFunc(own, func(i int) bool { return !slices.Contains(tokens, i) })
	}
	return own
}

// differing is the finding that the members of claim i differ so; a member
// without a value shows its clause.
func (s *Scene) differing(i int, d difference) Finding {
	f := s.about(i)
	f.Verdict, f.Confidence = Differ, s.weighed[i].Differ
	if s.sameAct(s.Claims[i]) && d.kind != "fact" {
		f.Confidence = max(f.Confidence, seen*s.Claims[i].Score)
	}
	var known []string
	for k, m := range s.Claims[i].Members {
		focus := s.assertion(m).Span
		value := d.values[k]
		if value == "" {
			value = s.text(m.Article, focus)
		} else {
			known = append(known, value)
			if d.at != nil {
				focus = d.at[k]
			}
		}
		f.Evidence = append(f.Evidence, s.evidence(m, focus, value))
	}
	f.Summary = d.phrase
	if len(known) > 0 {
		f.Summary += ": " + strings.Join(slices.Compact(known), "; ")
	}
	return f
}

// unequal reports whether two values that are known differ.
func unequal(values []string) bool {
	first := ""
	for _, v := range values {
		switch {
		case v == "":
		case first == "":
			first = v
		case v != first:
			return true
		}
	}
	return false
}
