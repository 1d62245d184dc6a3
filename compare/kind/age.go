package kind

import (
	"math"
	"slices"
	"time"

	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/quantity"
	"xref/extract/resolve"
)

// agedBefore are the words beside which an age is that of another time.
var agedBefore = lexicon.PersonWords.Words("words that set an age in another time")

// ages compares the ages that articles give one person.
func (c *Comparison) ages() []Finding {
	var found []Finding
	for i := range c.Entities {
		e := &c.Entities[i]
		if e.Type != resolve.Person {
			continue
		}
		if f, ok := c.agesOf(e); ok && !c.namesake(e) && !c.countedApart(f.Evidence) {
			found = append(found, f)
		}
	}
	return found
}

// agesOf compares the ages of one person; an article that gives two tells of none.
func (c *Comparison) agesOf(e *Present) (Finding, bool) {
	f := c.ofEntity(e)
	told := map[int][]*quantity.Quantity{}
	var places []int
	c.mentions(e, func(place int, m resolve.Mention) {
		q := c.ageBeside(place, m)
		if q == nil || slices.Contains(told[place], q) {
			return
		}
		if told[place] == nil {
			places = append(places, place)
		}
		told[place] = append(told[place], q)
	})
	for i, x := range places {
		for _, y := range places[:i] {
			a, b := told[y], told[x]
			if !oneAge(a) || !oneAge(b) || math.Abs(a[0].Low-b[0].Low) <= c.birthdays(y, x) {
				continue
			}
			f.Evidence = append(f.Evidence, c.showAge(y, a[0]), c.showAge(x, b[0]))
			f.Verdict = excluding(f.Verdict, c.sameDay(x, y))
		}
	}
	if len(f.Evidence) == 0 {
		return f, false
	}
	f.Evidence = onePerValue(f.Evidence)
	f.Confidence, f.Weight, f.Reason = 0.75, 0.6, OtherNumber
	return f, true
}

func oneAge(ages []*quantity.Quantity) bool {
	return !slices.ContainsFunc(ages, func(q *quantity.Quantity) bool { return q.Low != ages[0].Low })
}

// birthdaysWithin is in how long nobody has a birthday that the articles needn't have meant: that an
// article is some weeks younger doesn't explain another age.
const birthdaysWithin = 60 * 24 * time.Hour

// birthdays is by how many years the ages that two articles give somebody may differ, for the time
// between them. Where one has no date, it is one.
func (c *Comparison) birthdays(a, b int) float64 {
	x, y := c.Documents[a].Article.Published, c.Documents[b].Article.Published
	switch {
	case x.IsZero() && y.IsZero():
		return 0
	case x.IsZero() || y.IsZero():
		return 1
	}
	between := y.Sub(x).Abs()
	if between <= birthdaysWithin {
		return 0
	}
	return math.Ceil(between.Hours() / (365.25 * 24))
}

// ageBeside is the age that an article gives somebody beside a mention: "NAME, 19,", "NAME, a
// 19-year-old", "a 19-year-old, NAME,", "NAME, who is 19", "he is 19", "19-year-old student NAME"; nil
// for none.
func (c *Comparison) ageBeside(place int, m resolve.Mention) *quantity.Quantity {
	d := c.Documents[place]
	t := d.Text
	if m.Confidence < sure || m.Form == resolve.Description || c.Index.Documents[place].BetweenMarks(m.Span) {
		return nil
	}
	b := beside{c: c, t: t, place: place, s: t.Sentences[t.SentenceOf(m.Head)]}
	for i := range d.Quantities {
		q := &d.Quantities[i]
		if q.First < b.s.First || q.End > b.s.End || q.Kind != quantity.Age || q.Unit != "yr" || q.Bound != quantity.Exact || q.Vague || q.Low != q.High {
			continue
		}
		at := m.Form == resolve.Title && m.First-1 <= q.First && q.End <= m.End+1 ||
			q.First >= m.End && b.ageBehind(m, q) || m.Form == resolve.Name && q.End <= m.First && b.ageInFront(m, q)
		if at && !b.atAnotherTime(q) {
			return q
		}
	}
	return nil
}

// ageBehind reports whether nothing stands between a mention and an age behind it but commas, "who", "is",
// "aged" and articles.
func (b *beside) ageBehind(m resolve.Mention, q *quantity.Quantity) bool {
	be := false
	i := m.End
	for ; i < q.First; i++ {
		tok := &b.t.Tokens[i]
		switch {
		case tok.Lemma == "be":
			be = true
		case i == m.End && (b.t.Form(i) == "," || b.t.Form(i) == "("), b.t.Lower(i) == "who" && i <= m.End+1, tok.UPOS == lang.DET:
		default:
			return false
		}
	}
	if m.Form == resolve.Pronoun && !be || i == m.End && b.t.Lower(i) != "aged" {
		return false
	}
	return be || q.End >= b.s.End || !b.named(q.End)
}

// ageInFront reports whether an age is of the name behind it: "a 19-year-old, NAME,", "the
// 19-year-old NAME".
func (b *beside) ageInFront(m resolve.Mention, q *quantity.Quantity) bool {
	i := q.End
	for i < m.First && b.noun(i) {
		i++
	}
	if i == m.First {
		return true
	}
	return i == m.First-1 && b.t.Form(i) == "," && q.First > b.s.First && b.opens(q.First-1) && !b.besideName(q.First-1) &&
		(m.End >= b.s.End || b.t.Tokens[m.End].UPOS == lang.PUNCT && (m.End+1 >= b.s.End || b.t.Tokens[m.End+1].UPOS != lang.CCONJ))
}

// atAnotherTime reports whether the sentence of an age says that it was somebody's at another time, or
// the age is none that somebody has: in a past of its own.
func (b *beside) atAnotherTime(q *quantity.Quantity) bool {
	for i := max(b.s.First, q.First-2); i < min(b.s.End, q.End+5); i++ {
		if agedBefore.Has(b.t.Lower(i)) {
			return true
		}
	}
	return false
}

// showAge shows an age in its sentence's words about it.
func (c *Comparison) showAge(place int, q *quantity.Quantity) Evidence {
	return Evidence{Article: place, Span: q.Span, Focus: q.Span, Value: c.text(place, q.Span)}
}

// countedApart reports whether the numbers of a claim tell already what the passages show.
func (c *Comparison) countedApart(evidence []Evidence) bool {
	return slices.ContainsFunc(c.counted, func(g countGroup) bool {
		if g.fit() != quantity.Apart {
			return false
		}
		return !slices.ContainsFunc(evidence, func(e Evidence) bool {
			return !slices.ContainsFunc(g.counts, func(n count) bool { return n.Article == e.Article && n.quantity.Span == e.Span })
		})
	})
}
