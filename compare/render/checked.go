package render

import (
	"fmt"
	"io"
	"strings"
	"time"

	"xref/compare"
)

// Decided is what somebody decided about a finding.
type Decided struct {
	Choice, Reason, State, Note string
	Claim, Rating               string // "" where nothing was rated
	Who                         string
	At                          time.Time
}

// Export is one way to write findings about which somebody decided.
type Export struct {
	Name  string // of the file
	Type  string // of its content
	Rated bool   // it is of what somebody rated alone
	write func(w io.Writer, c *checked) error
}

// Exports are all of them.
var Exports = []*Export{
	{"checked.csv", "text/csv; charset=utf-8", false, func(w io.Writer, c *checked) error { return writeCSV(w, c.sheet()) }},
	{"checked.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, func(w io.Writer, c *checked) error {
		return writeWorkbook(w, []sheet{c.sheet(), c.articleSheet()})
	}},
	{"checked.md", "text/markdown; charset=utf-8", false, writeCheckedMarkdown},
	{"checked.jsonld", "application/ld+json", false, writeCheckedAnnotations},
	{"claim-review.jsonld", "application/ld+json", true, writeClaimReviews},
}

// Write writes the findings of what was kept of a report about which decided says something, by their
// ids; of an export of what is rated, those that were rated.
func (e *Export) Write(w io.Writer, k *Kept, o Options, decided map[string]Decided) error {
	chosen := *k.Report
	chosen.Findings = nil
	for _, f := range k.Report.Findings {
		if d, ok := decided[f.ID]; ok && (!e.Rated || d.Rating != "") {
			chosen.Findings = append(chosen.Findings, f)
		}
	}
	c := &checked{newLocated(&chosen, o), decided}
	c.sentences = k.sentences
	return e.write(w, c)
}

// checked is findings with what was decided about them.
type checked struct {
	*located
	decided map[string]Decided
}

// decidedTitles are the columns of a decision.
var decidedTitles = []string{"decision", "reason", "state", "note", "claim", "rating", "decided by", "decided at"}

// sheet has a row for each piece of evidence.
func (c *checked) sheet() sheet {
	s := c.evidenceSheet()
	s.name = "Checked"
	s.titles = append(append([]string{}, s.titles...), decidedTitles...)
	s.widths = append(append([]float64{}, s.widths...), 12, 40, 10, 40, 40, 14, 16, 22)
	for i, row := range s.rows {
		d := c.decided[row[1].(string)]
		s.rows[i] = append(row, Plain(d.Choice), Plain(d.Reason), Plain(d.State), Plain(d.Note), Plain(d.Claim), Plain(d.Rating), Plain(d.Who), d.At.Format(time.RFC3339))
	}
	return s
}

// told is a decision in a line.
func (d Decided) told() string {
	var parts []string
	add := func(lead, text string) {
		if text != "" {
			parts = append(parts, lead+text)
		}
	}
	add("", d.Choice)
	add("reason: ", d.Reason)
	add("", d.State)
	add("note: ", d.Note)
	if d.Rating != "" {
		add("rated “"+d.Rating+"”: ", d.Claim)
	}
	return Plain(strings.Join(parts, "; ") + " (" + d.Who + ", " + d.At.Format(time.DateOnly) + ")")
}

func writeCheckedMarkdown(w io.Writer, c *checked) error {
	var b strings.Builder
	b.WriteString("# Checked findings\n")
	n := 0
	c.shown(func(f *compare.Finding) {
		n++
		fmt.Fprintf(&b, "\n## %d. %s\n\n**%s**, %s: %s `%s`\n\n", n, markdownText(f.Subject), f.Verdict, f.Kind, markdownText(c.sentence(f)), f.ID)
		for _, e := range f.Evidence {
			fmt.Fprintf(&b, "- **%s** (%s): “%s”\n", markdownText(c.labels[e.Article]), markdownText(c.place(e.Article, e.Span)), markdownText(c.in(e.Article, e.Span)))
		}
		fmt.Fprintf(&b, "\nDecided: %s\n", markdownText(c.decided[f.ID].told()))
	})
	if n == 0 {
		b.WriteString("\nNothing is checked yet.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeCheckedAnnotations(w io.Writer, c *checked) error {
	page := annotationsOf(c.located)
	page.ID = "urn:xref:checked"
	for i := range page.Items {
		id := strings.TrimPrefix(page.Items[i].ID, findingURN)
		page.Items[i].Body = append(page.Items[i].Body, annotationBody{"TextualBody", c.decided[id].told(), "text/plain", "commenting"})
	}
	return writeJSON(w, page, "  ")
}

// claimReviews is schema.org's ClaimReview of each claim that somebody rated.
type claimReviews struct {
	Context string        `json:"@context"`
	Graph   []claimReview `json:"@graph"`
}

type claimReview struct {
	Type          string       `json:"@type"`
	ID            string       `json:"identifier"`
	ClaimReviewed string       `json:"claimReviewed"`
	Published     string       `json:"datePublished"`
	Author        namedThing   `json:"author"`
	Rating        ratingThing  `json:"reviewRating"`
	Item          claimOfWorks `json:"itemReviewed"`
}

type namedThing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type ratingThing struct {
	Type string `json:"@type"`
	Name string `json:"alternateName"`
}

type claimOfWorks struct {
	Type       string            `json:"@type"`
	Appearance []quotationOfWork `json:"appearance"`
}

// quotationOfWork is a passage of an article.
type quotationOfWork struct {
	Type string      `json:"@type"`
	Text string      `json:"text"`
	Of   articleWork `json:"isPartOf"`
}

type articleWork struct {
	Type      string      `json:"@type"`
	Headline  string      `json:"headline,omitempty"`
	URL       string      `json:"url,omitempty"`
	Published string      `json:"datePublished,omitempty"`
	Publisher *namedThing `json:"publisher,omitempty"`
}

func writeClaimReviews(w io.Writer, c *checked) error {
	out := claimReviews{"https://schema.org", []claimReview{}}
	c.shown(func(f *compare.Finding) {
		d := c.decided[f.ID]
		review := claimReview{
			Type: "ClaimReview", ID: f.ID, ClaimReviewed: d.Claim, Published: d.At.Format(time.DateOnly),
			Author: namedThing{"Person", d.Who}, Rating: ratingThing{"Rating", d.Rating}, Item: claimOfWorks{"Claim", []quotationOfWork{}},
		}
		for _, e := range f.Evidence {
			a := c.article(e.Article)
			review.Item.Appearance = append(review.Item.Appearance, quotationOfWork{"Quotation", c.in(e.Article, e.Span), articleWork{
				"NewsArticle", a.Headline, Address(a.URL), dateText(a.Published), &namedThing{"Organization", a.Outlet},
			}})
		}
		out.Graph = append(out.Graph, review)
	})
	return writeJSON(w, out, "  ")
}
