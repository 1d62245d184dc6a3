package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/measure"
	"xref/extract/article"
)

// eventMark is a clause that is marked in a report of a written event: {3= clause}, {4!kind clause}
// or {5~ clause} (encoder/events.py).
type eventMark struct {
	matter string
	sign   string         // "=" where both reports say the same, "!" where they differ, "~" where two matters look alike
	clause article.Span   // of the report without marks
	words  []article.Span // those that differ, between angle brackets; none where they are missing here
}

// eventReport is a report of a written event without its marks.
type eventReport struct {
	text  string
	marks []eventMark
}

var (
	markedClause = regexp.MustCompile(`\{(\d+)([=~]|!)[a-z-]* ([^{}]*)\}`)
	markedWords  = regexp.MustCompile(`<([^<>]+)>`)
	reportLine   = regexp.MustCompile(`(?m)^([AB])[ \t]*$`)
	eventLine    = regexp.MustCompile(`(?m)^## +`)
)

// readEventReport takes the marks off a report.
func readEventReport(body string) eventReport {
	body = strings.TrimSpace(body)
	var r eventReport
	at := 0
	for _, m := range markedClause.FindAllStringSubmatchIndex(body, -1) {
		r.text += body[at:m[0]]
		mark := eventMark{matter: body[m[2]:m[3]], sign: body[m[4]:m[5]], clause: article.Span{Start: len(r.text)}}
		clause, within := body[m[6]:m[7]], 0
		for _, w := range markedWords.FindAllStringSubmatchIndex(clause, -1) {
			r.text += clause[within:w[0]]
			start := len(r.text)
			r.text += clause[w[2]:w[3]]
			mark.words = append(mark.words, article.Span{Start: start, End: len(r.text)})
			within = w[1]
		}
		r.text += clause[within:]
		mark.clause.End = len(r.text)
		r.marks = append(r.marks, mark)
		at = m[1]
	}
	r.text += body[at:]
	return r
}

// readEvents reads the written events of a folder's files that the encoder didn't learn from, as
// annotated cases: one of every everyHeld of each file.
func readEvents(folder string) ([]annotated, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	var found []annotated
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for i, event := range eventLine.Split(string(text), -1)[1:] {
			if i%everyHeld != everyHeld-1 {
				continue
			}
			reports := reportLine.FindAllStringIndex(event, -1)
			if len(reports) != 2 {
				name, _, _ := strings.Cut(event, "\n")
				return nil, fmt.Errorf("%s: event %q: it needs a line A and a line B", path, name)
			}
			name := fmt.Sprintf("%s %d", strings.TrimSuffix(filepath.Base(path), ".txt"), i+1)
			found = append(found, annotatedEvent(name, readEventReport(event[reports[0][1]:reports[1][0]]), readEventReport(event[reports[1][1]:])))
		}
	}
	return found, nil
}

// annotatedEvent is a written event as a case with its annotation, of which each finding is a marked matter.
func annotatedEvent(name string, a, b eventReport) annotated {
	c := annotated{name: name, gold: &measure.Gold{Case: name}, planted: &measure.Planted{Event: name}, event: &[2]eventReport{a, b}}
	c.documents = (&measure.LabelledPair{A: a.text, B: b.text}).Documents()
	for _, m := range a.marks {
		for _, n := range b.marks {
			if m.matter != n.matter {
				continue
			}
			texts := [2]string{m.clause.In(a.text), n.clause.In(b.text)}
			item := measure.PlantedItem{ID: m.matter, A: texts[0], B: texts[1], Expect: measure.Apart}
			f := measure.GoldFinding{ID: m.matter, Kind: kind.Fact.ID, Evidence: []measure.GoldEvidence{{Doc: "a", Text: texts[0]}, {Doc: "b", Text: texts[1]}}}
			switch m.sign {
			case "=":
				item.Expect, f.Verdict = string(kind.Agree), kind.Agree
			case "!":
				item.Expect, f.Verdict = string(kind.Differ), kind.Differ
			}
			if f.Verdict != "" {
				c.gold.Findings = append(c.gold.Findings, f)
			}
			if strings.Count(a.text, texts[0]) == 1 && strings.Count(b.text, texts[1]) == 1 {
				c.planted.Items = append(c.planted.Items, item)
			}
		}
	}
	return c
}

// eventContrasts are the contrasts of a written event: real where they are in the words that differ in one matter, or
// in its clauses where no words do on that side.
func (c annotated) eventContrasts(o compare.Options) ([]row, error) {
	contrasts, err := compare.Contrasts(context.Background(), c.documents, o)
	if err != nil {
		return nil, err
	}
	var rows []row
	for i := range contrasts {
		rows = append(rows, contrastRows(contrasts[i].Features, c.differsIn(&contrasts[i]), writtenWeight)...)
	}
	return rows, nil
}

// differsIn reports whether a contrast is one of the differences that are marked.
func (c annotated) differsIn(of *compare.Contrasted) bool {
	at := placesOf(c.documents, of) // in the order of the reports, whose names are
	for _, m := range c.event[0].marks {
		for _, n := range c.event[1].marks {
			if m.sign == "!" && m.matter == n.matter && m.touches(at[0]) && n.touches(at[1]) && (m.within(at[0]) || n.within(at[1])) {
				return true
			}
		}
	}
	return false
}

// touches reports whether a place meets the marked clause, and the words of it that differ if any are marked.
func (m eventMark) touches(p clausePlace) bool {
	return m.within(p) || len(m.words) == 0 && m.clause.Overlaps(p.span())
}

// within reports whether a place meets the words that differ.
func (m eventMark) within(p clausePlace) bool { return slices.ContainsFunc(m.words, p.span().Overlaps) }
