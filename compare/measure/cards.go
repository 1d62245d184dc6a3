package measure

import (
	"cmp"
	"slices"

	"xref/compare"
	"xref/compare/kind"
)

// Card is how often lines of one kind and verdict are told, and how often they
// are right, by each of what they can be held against.
type Card struct {
	Kind    kind.ID
	Verdict kind.Verdict
	Lines   int   // in the reports of annotated cases
	Met     Share // of those, lines that meet an annotated finding
	Right   Share // of the same, lines that meet one whose verdict is theirs, and whose kind is near
	Planted Share // of the lines over what was planted, those that say what is expected there
	Alarms  int   // lines of planted events that lie over nothing planted
	Pairs   Share // of the lines told of made copies, those that tell the fact that was changed
}

// Cards are the cards of all kinds. Add… counts a report; the zero Cards are
// empty.
type Cards struct {
	Cases int // annotated cases counted
	cards []Card
}

// List is the cards in the order of their kinds, and of verdicts by weight.
func (c *Cards) List() []Card {
	all := slices.Clone(c.cards)
	slices.SortFunc(all, func(a, b Card) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), slices.Index(kind.Verdicts, a.Verdict)-slices.Index(kind.Verdicts, b.Verdict))
	})
	return all
}

func (c *Cards) of(k kind.ID, v kind.Verdict) *Card {
	return rowOf(&c.cards, func(o Card) bool { return o.Kind == k && o.Verdict == v }, Card{Kind: k, Verdict: v})
}

// AddCase counts the lines of an annotated case's report.
func (c *Cards) AddCase(r *compare.Report, g *Gold) {
	c.Cases++
	s := scorer{ground: newGround(r)}
	s.take(r)
	s.place(g)
	s.meet()
	for i, f := range s.findings {
		card := c.of(f.kind, f.verdict)
		card.Lines++
		card.Met.count(len(s.met[i]) > 0)
		card.Right.count(slices.ContainsFunc(s.met[i], func(j int) bool { return fits(f, s.golds[j]) }))
	}
}

// AddPlanted counts the lines of the report of a planted event.
func (c *Cards) AddPlanted(r *compare.Report, p *Planted) error {
	placed, err := placePlanted(r, p)
	if err != nil {
		return err
	}
	for _, f := range placed.findings {
		over, right := false, false
		for _, i := range placed.items {
			if !i.joins(f) {
				continue
			}
			over = true
			right = right || f.verdict == kind.Agree && i.Expect == string(kind.Agree) || f.verdict == kind.Differ && i.right(f.kind) ||
				f.verdict == kind.Conflict && i.right(f.kind) && i.Expect == string(kind.Conflict)
		}
		card := c.of(f.kind, f.verdict)
		if over {
			card.Planted.count(right)
		} else if f.verdict != kind.Agree {
			card.Alarms++
		}
	}
	return nil
}

// AddPair counts the differences that the report tells of an article and its
// copy.
func (c *Cards) AddPair(t CopyTold) {
	for _, l := range t.Lines {
		c.of(l.Kind, l.Verdict).Pairs.count(l.Right)
	}
}
