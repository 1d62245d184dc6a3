package render

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
)

// assertionID names an assertion of an article, counting from 1.
func assertionID(a *article.Article, i int) string { return a.ID + "#" + strconv.Itoa(i+1) }

// Names of the values of an assertion's fields.
var (
	roleNames = map[assertion.Role]string{
		assertion.Agent: "agent", assertion.Patient: "patient", assertion.Recipient: "recipient", assertion.Attribute: "attribute",
		assertion.Content: "content", assertion.Oblique: "oblique", assertion.Location: "location", assertion.Temporal: "temporal",
	}
	formNames = map[assertion.Form]string{
		assertion.Verbal: "verbal", assertion.Nominal: "nominal", assertion.Copular: "copular", assertion.Appositive: "appositive",
	}
	modalityNames = map[assertion.Modality]string{
		assertion.Asserted: "asserted", assertion.Alleged: "alleged", assertion.Possible: "possible", assertion.Planned: "planned",
		assertion.Demanded: "demanded", assertion.Conditional: "conditional", assertion.Asked: "asked",
	}
)

// WriteAssertions sets the assertions of each document as a table; explain adds
// the rules that made them.
func WriteAssertions(w io.Writer, documents []*extract.Document, explain bool, o Options) error {
	var page []block
	for _, d := range documents {
		title := d.Article.ID
		if d.Article.Outlet != "" && d.Article.Outlet != d.Article.ID {
			title += ", " + d.Article.Outlet
		}
		page = append(page, heading{2, line{{title + ": ", strong}, {counted(len(d.Assertions), "assertion", "assertions"), strong}}})
		if len(d.Assertions) > 0 {
			page = append(page, assertionGrid(d, explain))
		}
	}
	return writeTables(w, page, o)
}

// assertionGrid is the assertions of one document, a row each.
func assertionGrid(d *extract.Document, explain bool) *grid {
	g := &grid{columns: []column{{title: "#", weight: 1, rigid: true, right: true}, {title: "Line", weight: 1, rigid: true, right: true}, {title: "Predicate and arguments", weight: 4}, {title: "Whose word, how sure", weight: 2}, {title: "Words of the article", weight: 4}}}
	if explain {
		g.columns = append(g.columns, column{title: "Rules", weight: 2})
	}
	lines := article.NewLines(d.Article.Text)
	for i, a := range d.Assertions {
		number, _ := lines.Position(a.Span.Start)
		row := cells{
			plainCell(strconv.Itoa(i + 1)), plainCell(strconv.Itoa(number)),
			propositionCell(d, a), standingCell(d, a), {excerpt(d.Article.Blanked(noText), a.Span, nil)},
		}
		if explain {
			var rules cell
			for _, r := range a.Rules {
				rules = append(rules, say(faint, r))
			}
			row = append(row, rules)
		}
		g.entries = append(g.entries, entry{rows: []cells{row}})
	}
	return g
}

// propositionCell is the predicate and a line for each argument, quantity and
// time.
func propositionCell(d *extract.Document, a assertion.Assertion) cell {
	text := d.Article.Blanked(noText)
	predicate := a.Predicate.Lemma
	if a.Negated {
		predicate = "not " + predicate
	}
	c := cell{say(strong, predicate)}
	for _, g := range a.Arguments {
		name := roleNames[g.Role]
		if g.Role == assertion.Oblique && g.Case != "" {
			name = g.Case
		}
		c = append(c, line{{name + ": ", faint}, {short(bare(g.Span.In(text))), normal}})
	}
	for _, q := range a.Quantities {
		c = append(c, line{{"quantity: ", faint}, {bare(d.Quantities[q].Span.In(text)), normal}})
	}
	for _, t := range a.Times {
		value := bare(d.Times[t].Span.In(text))
		if d.Times[t].Value != "" {
			value += " (" + d.Times[t].Value + ")"
		}
		c = append(c, line{{"time: ", faint}, {value, normal}})
	}
	return c
}

// standingCell is whose word an assertion is and how it is put.
func standingCell(d *extract.Document, a assertion.Assertion) cell {
	var chain []string
	for _, s := range a.Attribution {
		chain = append(chain, strings.TrimSpace(speakerName(d, s)+" "+s.Cue))
	}
	var c cell
	if len(chain) > 0 {
		c = append(c, say(normal, strings.Join(chain, " > ")))
	}
	if a.Modality != assertion.Asserted {
		c = append(c, say(differStyle, modalityNames[a.Modality]))
	}
	return c
}

// speakerName is who speaks in a link of an attribution: an entity, or the words
// that name the source, or "".
func speakerName(d *extract.Document, s assertion.Source) string {
	if s.Entity >= 0 {
		return d.Resolution.Entities[s.Entity].Name
	}
	if s.Quotation >= 0 {
		return d.Quotations[s.Quotation].Source.In(d.Text.Source)
	}
	return ""
}

// assertionJSON is one line of the JSON Lines of assertions.
type assertionJSON struct {
	ID      string `json:"id"`
	Article string `json:"article"`
	spanJSON
	Line        int            `json:"line"`
	Column      int            `json:"column"`
	Predicate   predicateJSON  `json:"predicate"`
	Arguments   []argumentJSON `json:"arguments"`
	Quantities  []quantityJSON `json:"quantities"`
	Times       []timeJSON     `json:"times"`
	Negated     bool           `json:"negated"`
	Modality    string         `json:"modality"`
	Attribution []sourceJSON   `json:"attribution"`
	Rules       []string       `json:"rules,omitempty"`
}

type predicateJSON struct {
	Lemma   string `json:"lemma"`
	Form    string `json:"form"`
	Passive bool   `json:"passive"`
}

type argumentJSON struct {
	Role string `json:"role"`
	Case string `json:"case,omitempty"`
	spanJSON
	Entity     string `json:"entity,omitempty"`
	EntityType string `json:"entityType,omitempty"`
}

type quantityJSON struct {
	spanJSON
	Low  *float64 `json:"low,omitempty"`
	High *float64 `json:"high,omitempty"`
	Of   float64  `json:"of,omitempty"`
	Unit string   `json:"unit,omitempty"`
}

type timeJSON struct {
	spanJSON
	Value string `json:"value,omitempty"`
}

type sourceJSON struct {
	Speaker string `json:"speaker,omitempty"`
	Cue     string `json:"cue,omitempty"`
}

// WriteAssertionLines writes the assertions of each document as JSON Lines;
// explain adds the rules that made them.
func WriteAssertionLines(w io.Writer, documents []*extract.Document, explain bool) error {
	for _, d := range documents {
		lines := article.NewLines(d.Article.Text)
		for i := range d.Assertions {
			if err := writeJSON(w, newAssertionJSON(d, i, lines, explain), ""); err != nil {
				return fmt.Errorf("assertion %s: %w", assertionID(d.Article, i), err)
			}
		}
	}
	return nil
}

func newAssertionJSON(d *extract.Document, i int, lines *article.Lines, explain bool) assertionJSON {
	a := d.Assertions[i]
	span := func(s article.Span) spanJSON { return spanJSON{s.Start, s.End, s.In(d.Article.Text)} }
	number, column := lines.Position(a.Span.Start)
	out := assertionJSON{
		ID: assertionID(d.Article, i), Article: d.Article.ID, spanJSON: span(a.Span), Line: number, Column: column,
		Predicate: predicateJSON{a.Predicate.Lemma, formNames[a.Predicate.Form], a.Predicate.Passive},
		Arguments: []argumentJSON{}, Quantities: []quantityJSON{}, Times: []timeJSON{}, Attribution: []sourceJSON{},
		Negated: a.Negated, Modality: modalityNames[a.Modality],
	}
	for _, g := range a.Arguments {
		item := argumentJSON{Role: roleNames[g.Role], Case: g.Case, spanJSON: span(g.Span)}
		if g.Entity >= 0 {
			e := d.Resolution.Entities[g.Entity]
			item.Entity, item.EntityType = e.Name, entityTypes[e.Type]
		}
		out.Arguments = append(out.Arguments, item)
	}
	for _, q := range a.Quantities {
		item := d.Quantities[q]
		out.Quantities = append(out.Quantities, quantityJSON{span(item.Span), finite(item.Low), finite(item.High), item.Of, item.Unit})
	}
	for _, t := range a.Times {
		out.Times = append(out.Times, timeJSON{span(d.Times[t].Span), d.Times[t].Value})
	}
	for _, s := range a.Attribution {
		out.Attribution = append(out.Attribution, sourceJSON{speakerName(d, s), s.Cue})
	}
	if explain {
		out.Rules = a.Rules
	}
	return out
}

// finite is a pointer to x, or nil where x is no number that JSON has:
// an interval's open side is left out.
func finite(x float64) *float64 {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return nil
	}
	return &x
}
