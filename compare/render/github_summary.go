package render

import (
	"io"
	"strconv"

	"xref/compare"
	"xref/compare/kind"
)

// githubSummary is a page for the file that GITHUB_STEP_SUMMARY names, short
// enough for the limit of 1 MiB that GitHub sets.
var githubSummary = &Format{
	ID:    "github-summary",
	Title: "summary of a step of a GitHub workflow, in Markdown",
	Mark:  beginsLike(`## ` + reportHeading + `[^\n]*\n`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		_, err := w.Write(asMarkdown(newView(r, o, nil).stepSummary()))
		return err
	},
}

// mostSummed is how many findings the summary lists.
const mostSummed = 50

// stepSummary is the findings that ask to be looked at, who says what, and the
// articles.
func (v *view) stepSummary() []block {
	blocks := append([]block{heading{2, v.summary()}}, v.options.inForce()...)
	for _, s := range v.Skipped {
		blocks = append(blocks, paragraph{say(normal, "Left out: "+shortened(s.Path)+": "+shortened(s.Reason)+".")})
	}
	for _, s := range v.Limited {
		blocks = append(blocks, paragraph{say(normal, "Read with limits: "+shortened(s.Path)+": "+shortened(s.Reason)+".")})
	}
	g := &grid{columns: []column{{title: "#"}, {title: "Kind"}, {title: "Verdict"}, {title: "Subject"}, {title: "Who says what"}, {title: "Id"}}}
	all := v.findings(func(f *compare.Finding) bool { return f.Verdict != kind.Agree })
	for i := range all[:min(len(all), mostSummed)] {
		f := &all[i]
		verdict := cell{say(verdictStyles[f.Verdict], string(f.Verdict))}
		if f.Accepted != nil {
			verdict = append(verdict, say(normal, acceptedText(f.Accepted)))
		}
		g.entries = append(g.entries, entry{rows: []cells{{
			plainCell(strconv.Itoa(f.Rank)), plainCell(string(f.Kind)), verdict, plainCell(shortened(f.Subject)), v.toldCell(f), plainCell(f.ID),
		}}})
	}
	if len(all) > 0 {
		blocks = append(blocks, g)
	}
	if n := len(all) - mostSummed; n > 0 {
		blocks = append(blocks, paragraph{say(normal, "And "+counted(n, "more finding", "more findings")+" that the report lists.")})
	}
	if len(v.Documents) > 0 && len(v.Documents) <= mostSummed {
		blocks = append(blocks, heading{3, say(strong, "Articles")}, v.articles())
	}
	return blocks
}

// toldCell is what each article says, a line each.
func (v *view) toldCell(f *compare.Finding) cell {
	var c cell
	all := sides(f)
	for i, s := range all {
		if i == mostTold {
			return append(c, say(normal, "and "+strconv.Itoa(len(all)-i)+" more"))
		}
		c = append(c, line{{v.labels[f.Evidence[s.evidence].Article], strong}, {": " + shortened(s.text), normal}})
	}
	return c
}
