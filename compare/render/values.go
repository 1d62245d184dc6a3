package render

import (
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/quantity"
)

// valueTable is the numbers, dates and times of a story that its outlets give: a row
// a value, an outlet a column, by the time at which they were published. Those that
// an entry tells of carry its number, the others their ids.
func (v *view) valueTable(s int, entries []compare.Entry, numbers map[int]int) []block {
	articles := v.inTime(v.Stories[s].Articles)
	untold := false // a value stands in the table alone
	g := &grid{tight: true, columns: []column{{title: "What", weight: 4}}}
	side := v.fits((len(articles)+1)/2, besideOutlets)
	if side {
		for _, a := range articles {
			g.columns = append(g.columns, column{title: v.labels[a], weight: 2})
		}
	} else {
		g.columns = append(g.columns, column{title: "Outlet", weight: 2}, column{title: "Gives", weight: 3})
	}
	g.columns = append(g.columns, column{title: "", weight: 1, rigid: true})
	for _, e := range entries {
		if e.Part == compare.Names {
			continue
		}
		for _, i := range e.Findings {
			f := &v.Findings[i]
			values := v.valuesOf(f)
			if values == nil || f.Kind == kind.Date.ID && f.Verdict == kind.Agree && numbers[i] > 0 {
				continue // the day on which the outlets agree says little beside its entry
			}
			where := line{{"= " + string(f.Kind) + " " + f.ID, faint}}
			switch n := numbers[i]; {
			case n == 0:
				untold = true
			case f.Verdict == kind.Agree:
				where = say(faint, "= "+entryNumber(n))
			default:
				where = line{{"≠ ", verdictStyles[f.Verdict]}, {entryNumber(n), faint}}
			}
			rows := v.byArticle(values, articles, side)
			for k := range rows {
				if k == 0 {
					rows[k] = append(rows[k], cell{where})
				} else {
					rows[k] = append(rows[k], nil)
				}
			}
			g.entries = append(g.entries, entry{head: cells{{v.whatIsValued(f)}}, rows: rows})
		}
	}
	if len(g.entries) == 0 || !untold && len(g.entries) < fewestRows {
		return nil
	}
	return []block{heading{partLevel, say(strong, "Numbers, dates and times")}, g}
}

// fewestRows is how many values make a table where entries tell of all of them.
const fewestRows = 3

// inTime is articles by the time at which they were published; as they are where
// that of one isn't known.
func (v *view) inTime(articles []int) []int {
	ordered := slices.Clone(articles)
	if slices.ContainsFunc(articles, func(a int) bool { return v.article(a).Published.IsZero() }) {
		return ordered
	}
	slices.SortStableFunc(ordered, func(a, b int) int { return v.article(a).Published.Compare(v.article(b).Published) })
	return ordered
}

// valuesOf is the values that each article gives in a finding, each once: those that
// it compares, or the numbers on which an agreement on a fact agrees too; nil where
// there are none.
func (v *view) valuesOf(f *compare.Finding) map[int]cell {
	switch {
	case f.Verdict == kind.Internal:
		return nil
	case !f.Kind.OfValues():
		return v.numbersOf(f)
	}
	out := map[int]cell{}
	for _, e := range f.Evidence {
		value := e.Value
		if value == "" {
			value = v.in(e.Article, e.Span)
		}
		l := say(verdictStyles[f.Verdict], strings.Join(strings.Fields(value), " "))
		if f.Verdict == kind.Agree {
			l[0].style = normal
		}
		if !slices.ContainsFunc(out[e.Article], func(o line) bool { return sameWords(o.text(), l.text()) }) {
			out[e.Article] = append(out[e.Article], l)
		}
	}
	return out
}

// numbersOf is the numbers in the passages of a finding that other passages give too;
// nil where those of two articles are none.
func (v *view) numbersOf(f *compare.Finding) map[int]cell {
	out := map[int]cell{}
	for _, e := range f.Evidence {
		for _, value := range e.Values {
			if !slices.ContainsFunc(v.Documents[e.Article].Quantities, func(q quantity.Quantity) bool { return q.Span.Overlaps(value) && tells(&q) }) {
				continue
			}
			l := say(normal, strings.Join(strings.Fields(v.in(e.Article, value)), " "))
			if !slices.ContainsFunc(out[e.Article], func(o line) bool { return sameWords(o.text(), l.text()) }) {
				out[e.Article] = append(out[e.Article], l)
			}
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// smallest is the least number of things that is worth a row where all agree on it.
const smallest = 5

// tells reports whether a number is worth a row where all agree on it: an amount, a
// share, a vote, a toll.
func tells(q *quantity.Quantity) bool {
	switch q.Kind {
	case quantity.Ordinal, quantity.Age, quantity.Duration:
		return false
	case quantity.Count:
		return q.High >= smallest
	}
	return true
}

// fewWords is the number of words below which a subject says too little by itself.
const fewWords = 4

// longestRow is how many bytes of a passage stand for what is valued.
const longestRow = 44

// whatIsValued is what a number or time is about: the finding's subject, or the
// passage that gives it where that says more.
func (v *view) whatIsValued(f *compare.Finding) line {
	subject := f.Subject
	if len(strings.Fields(subject)) < fewWords {
		best := ""
		for _, e := range f.Evidence {
			if text := strings.Join(strings.Fields(v.in(e.Article, standing(v.Documents[e.Article], e.Span))), " "); len(text) > len(subject) && (best == "" || len(text) < len(best)) {
				best = text
			}
		}
		if best != "" {
			subject = best
		}
	}
	if len(subject) > longestRow {
		subject = subject[:neatEnd(subject, 0, longestRow)] + " " + leftOut
	}
	return say(normal, subject)
}
