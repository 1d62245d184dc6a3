package render

import (
	"io"
	"math"
	"strconv"
	"strings"

	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/quantity"
)

// WriteAssertions sets what each document asserts, a sentence each with the marks of its
// reader, and its numbers, dates and times as a table; explain adds the rules that made
// them.
func WriteAssertions(w io.Writer, documents []*extract.Document, explain bool, o Options) error {
	var page []block
	for _, d := range documents {
		title := d.Article.ID
		if d.Article.Outlet != "" && d.Article.Outlet != d.Article.ID {
			title += ", " + d.Article.Outlet
		}
		page = append(page, heading{2, line{{title + ": ", strong}, {counted(len(d.Assertions), "assertion", "assertions"), strong}}})
		page = append(page, assertionItems(d, explain)...)
		page = append(page, valuesRead(d)...)
	}
	return writeTables(w, page, o)
}

// assertionItems is what a document asserts: each the words of its clause with what they
// hang on, and below them who, when, how sure and on whose word.
func assertionItems(d *extract.Document, explain bool) []block {
	lines := article.NewLines(d.Article.Text)
	var items []block
	for i, a := range d.Assertions {
		number, _ := lines.Position(a.Span.Start)
		it := &item{number: i + 1, head: excerpt(d.Article.Text, standing(d, a.Span), nil)}
		marks := readerMarks(d, a)
		marks = append(marks, "line "+strconv.Itoa(number))
		it.told = []line{say(faint, strings.Join(marks, "; "))}
		if explain {
			it.told = append(it.told, say(faint, "rules: "+strings.Join(a.Rules, ", ")))
		}
		items = append(items, it)
	}
	return items
}

// readerMarks is what a reader would note at an assertion: who does it, and who "he" is;
// what is done, where the clause denies it or names it by a noun; when; how sure; on
// whose word.
func readerMarks(d *extract.Document, a assertion.Assertion) []string {
	text := d.Article.Text
	var marks []string
	for _, g := range a.Arguments {
		if g.Role != assertion.Agent && g.Role != assertion.Patient {
			continue
		}
		words := short(g.Span.In(text))
		if g.Entity >= 0 {
			if name := d.Resolution.Entities[g.Entity].Name; !sameWords(name, words) {
				words += " (" + name + ")"
			}
		}
		marks = append(marks, partNames[g.Role]+": "+words)
	}
	for _, t := range a.Times {
		when := d.Times[t].Span.In(text)
		if v := readTime(d.Times[t].Value); v != "" {
			when += " (" + v + ")"
		}
		marks = append(marks, "when: "+when)
	}
	sure := sureNames[a.Modality]
	if a.Negated {
		sure = strings.TrimSuffix("denied, "+sure, ", ")
	}
	if sure != "" {
		marks = append(marks, "how sure: "+sure)
	}
	var chain []string
	for _, s := range a.Attribution {
		if name := speakerName(d, s); name != "" {
			chain = append(chain, name)
		}
	}
	switch {
	case len(chain) > 0:
		marks = append(marks, "on the word of "+strings.Join(chain, ", who cites "))
	case len(a.Attribution) > 0:
		marks = append(marks, "on the word of somebody who isn’t named")
	}
	return marks
}

// partNames are what a reader calls the parts of an assertion.
var partNames = map[assertion.Role]string{assertion.Agent: "who", assertion.Patient: "whom or what"}

// sureNames are how sure each modality is; nothing where it is asserted.
var sureNames = map[assertion.Modality]string{
	assertion.Alleged: "alleged", assertion.Possible: "possible", assertion.Planned: "planned", assertion.Demanded: "demanded",
	assertion.Conditional: "under a condition", assertion.Asked: "asked",
}

// valuesRead is the numbers, dates and times of a document as they were read.
func valuesRead(d *extract.Document) []block {
	g := &grid{tight: true, columns: []column{{title: "Line", weight: 1, rigid: true, right: true}, {title: "Words of the article", weight: 3}, {title: "Read as", weight: 2}, {title: "Of what", weight: 2}}}
	lines := article.NewLines(d.Article.Text)
	add := func(s article.Span, value, of string) {
		number, _ := lines.Position(s.Start)
		g.entries = append(g.entries, entry{rows: []cells{{plainCell(strconv.Itoa(number)), plainCell(strings.Join(strings.Fields(s.In(d.Article.Text)), " ")), plainCell(value), plainCell(of)}}})
	}
	i, j := 0, 0
	for i < len(d.Quantities) || j < len(d.Times) {
		if j == len(d.Times) || i < len(d.Quantities) && d.Quantities[i].Span.Start <= d.Times[j].Span.Start {
			q := &d.Quantities[i]
			of := ""
			if q.Counted >= 0 {
				of = d.Text.Form(q.Counted)
			}
			add(q.Span, readQuantity(q), of)
			i++
			continue
		}
		add(d.Times[j].Span, readTime(d.Times[j].Value), "time")
		j++
	}
	if len(g.entries) == 0 {
		return nil
	}
	return []block{heading{partLevel, say(strong, "Numbers, dates and times")}, g}
}

// readTime is the value of a time (TIMEX3) as a reader would write it; "" of one that
// depends on what isn't known.
func readTime(value string) string {
	if value == "" || strings.ContainsRune(value, 'X') || strings.Contains(value, "_REF") {
		return ""
	}
	return timeWords.Replace(value)
}

// timeWords write out the parts of a day, and what is between two dates.
var timeWords = strings.NewReplacer("TMO", " morning", "TAF", " afternoon", "TEV", " evening", "TNI", " night", "TDT", " by day", "/", " to ")

// boundWords stand before a number that is limited so.
var boundWords = map[quantity.Bound]string{
	quantity.AtLeast: "at least ", quantity.MoreThan: "more than ", quantity.AtMost: "at most ", quantity.LessThan: "less than ", quantity.About: "about ",
}

// readQuantity is a quantity as it was read: its interval, unit, share and scope.
func readQuantity(q *quantity.Quantity) string {
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	var s string
	switch {
	case q.Vague:
		s = "a vague number"
	case math.IsInf(q.High, 0) && math.IsInf(q.Low, 0):
		s = "any number"
	case math.IsInf(q.High, 0):
		s = boundWords[q.Bound] + number(q.Low)
	case math.IsInf(q.Low, 0):
		s = boundWords[q.Bound] + number(q.High)
	case q.Low == q.High:
		s = boundWords[q.Bound] + number(q.Low)
	default:
		s = number(q.Low) + " to " + number(q.High)
	}
	if q.Unit != "" {
		s += " " + q.Unit
	}
	if q.Of > 1 {
		s += " of " + number(q.Of)
	}
	if q.Scope == quantity.All {
		s += ", all there are"
	}
	return s
}
