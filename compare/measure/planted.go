package measure

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// Planted is what a careful reader would say of passages of two articles, a and
// b, that were written to be compared.
type Planted struct {
	Event string        `json:"event"`
	Items []PlantedItem `json:"items"`
}

// PlantedItem is a passage of each article, and how they compare.
type PlantedItem struct {
	ID         string    `json:"id"`
	Phenomenon string    `json:"phenomenon"`
	A          string    `json:"a"` // stands once in a, B in b
	B          string    `json:"b"`
	Expect     string    `json:"expect"` // agree, differ, conflict, or Apart
	Kinds      []kind.ID `json:"kinds"`  // that tell it rightly; any where there are none
}

// Apart is what is expected of passages that aren't about one matter.
const Apart = "apart"

// differs reports whether a difference must be told of the item.
func (i PlantedItem) differs() bool {
	return i.Expect == string(kind.Differ) || i.Expect == string(kind.Conflict)
}

// right reports whether a difference of that kind tells the item's.
func (i PlantedItem) right(k kind.ID) bool {
	return i.differs() && (len(i.Kinds) == 0 || slices.Contains(i.Kinds, k))
}

// ReadPlanted reads the expectation of one event. An error says which item is
// wrong and why.
func ReadPlanted(r io.Reader) (*Planted, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var p Planted
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&p); err != nil {
		return nil, fmt.Errorf("planted: %w", err)
	}
	if len(p.Items) == 0 {
		return nil, errors.New("planted: no items")
	}
	for n, i := range p.Items {
		switch i.Expect {
		case string(kind.Agree), string(kind.Differ), string(kind.Conflict), Apart:
		default:
			return nil, fmt.Errorf("planted: item %s: expect %q is none of agree, differ, conflict, apart", named(i.ID, n), i.Expect)
		}
	}
	return &p, nil
}

// PlantedResult sums how reports stand to what was planted.
type PlantedResult struct {
	Events int
	Agree  Share // items told as agreeing, and by nothing as differing
	Differ Share // items told as differing or in conflict by a right kind
	Wrong  Share // of the same items, those told only by a wrong kind
	False  Share // of the same items, those told as agreeing and by nothing as differing
	// AgreeAsDiffering is the agreeing items of which a difference is told.
	AgreeAsDiffering Share
	Conflict         Share // conflicts told as one
	Apart            Share // items that nothing joins
	Alarms           int   // differences told of no passages that differ
}

// Add adds another sum.
func (r *PlantedResult) Add(o PlantedResult) {
	r.Events += o.Events
	r.Alarms += o.Alarms
	for _, p := range []struct{ to, from *Share }{
		{&r.Agree, &o.Agree}, {&r.Differ, &o.Differ}, {&r.Wrong, &o.Wrong}, {&r.False, &o.False},
		{&r.AgreeAsDiffering, &o.AgreeAsDiffering}, {&r.Conflict, &o.Conflict}, {&r.Apart, &o.Apart},
	} {
		p.to.add(*p.from)
	}
}

// plantedItem is an item with its passages in place.
type plantedItem struct {
	PlantedItem
	passages [2]passage
}

// joins reports whether a finding or claim has a passage over each of the item's.
func (i plantedItem) joins(it item) bool {
	return i.passages[0].overlapsAny(it.passages) && i.passages[1].overlapsAny(it.passages)
}

// plantedReport is a report of two articles with what was planted in them, in
// passages.
type plantedReport struct {
	findings []item // agreements, differences and conflicts
	claims   []item // of several members
	items    []plantedItem
}

// ScorePlanted holds the report of two articles, with the ids a and b, against
// what was planted in them. A finding joins an item where its passages lie over
// both of the item's.
func ScorePlanted(r *compare.Report, p *Planted) (PlantedResult, error) {
	placed, err := placePlanted(r, p)
	if err != nil {
		return PlantedResult{}, err
	}
	result := PlantedResult{Events: 1}
	explained := make([]bool, len(placed.findings))
	for _, i := range placed.items {
		agreed, differed, right, conflict := false, false, false, false
		for n, f := range placed.findings {
			switch {
			case !i.joins(f):
			case f.verdict == kind.Agree:
				agreed = true
			default:
				differed = true
				explained[n] = explained[n] || i.differs()
				if i.right(f.kind) {
					right = true
					conflict = conflict || f.verdict == kind.Conflict
				}
			}
		}
		switch {
		case i.Expect == string(kind.Agree):
			result.Agree.count(agreed && !differed)
			result.AgreeAsDiffering.count(differed)
		case i.Expect == Apart:
			result.Apart.count(!agreed && !differed && !slices.ContainsFunc(placed.claims, i.joins))
		default:
			result.Differ.count(right)
			result.Wrong.count(differed && !right)
			result.False.count(agreed && !differed)
			if i.Expect == string(kind.Conflict) {
				result.Conflict.count(conflict)
			}
		}
	}
	for n, f := range placed.findings {
		if f.verdict != kind.Agree && !explained[n] {
			result.Alarms++
		}
	}
	return result, nil
}

// placePlanted puts a report and what was planted in passages.
func placePlanted(r *compare.Report, p *Planted) (*plantedReport, error) {
	g := newGround(r)
	placed := &plantedReport{}
	passagesOf := func(n int, at func(int) (doc int, s article.Span)) []passage {
		var all []passage
		for i := range n {
			doc, span := at(i)
			if p, ok := g.at(doc, span); ok && p.end-p.start <= longest {
				all = append(all, p)
			}
		}
		return all
	}
	for _, f := range r.Findings {
		if f.Verdict == kind.Internal {
			continue
		}
		placed.findings = append(placed.findings, item{f.ID, f.Kind, f.Verdict, f.Confidence, f.Subject,
			passagesOf(len(f.Evidence), func(i int) (int, article.Span) { return f.Evidence[i].Article, f.Evidence[i].Span })})
	}
	for _, c := range r.Claims {
		if c.Verdict == kind.Single {
			continue
		}
		placed.claims = append(placed.claims, item{id: c.ID, passages: passagesOf(len(c.Members), func(i int) (int, article.Span) {
			m := c.Members[i]
			return m.Article, r.Documents[m.Article].Assertions[m.Assertion].Span
		})})
	}
	for n, i := range p.Items {
		on := plantedItem{PlantedItem: i}
		for at, text := range []string{i.A, i.B} {
			name := string(rune('a' + at))
			doc, known := g.docs[name]
			if !known {
				continue // it couldn't be read: nothing is told of it
			}
			if times := strings.Count(g.texts[doc], text); times != 1 {
				return nil, fmt.Errorf("planted: item %s: its passage stands %d times in %s", named(i.ID, n), times, name)
			}
			on.passages[at], _ = g.find(name, text)
		}
		placed.items = append(placed.items, on)
	}
	return placed, nil
}
