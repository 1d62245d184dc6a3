package render

import (
	"bytes"
	_ "embed"
	"io"
	"math"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/quote"
	"xref/extract/resolve"
)

// ReportSchema is the JSON Schema of the JSON report.
//
//go:embed report.schema.json
var ReportSchema []byte

// reportSchemaID names the contract that the JSON report keeps.
const reportSchemaID = "xref.report/v1"

// jsonReport is the report as a contract: the structs of json_types.go are what
// it promises, whatever is renamed elsewhere.
var jsonReport = &Format{
	ID:      "json",
	Title:   "JSON by the schema " + reportSchemaID + ", for programs",
	Endings: []string{".json"},
	Mark:    beginsLike(`\{\s*"schema":\s*"xref\.(?:report|revision)/v1"`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		return writeObject(w, newJSONWriter(r, o).report(), "  ")
	},
}

// WriteJSON writes a value as indented JSON that is safe to look at.
func WriteJSON(w io.Writer, value any) error { return writeJSON(w, value, "  ") }

// writeJSON writes a value and a line end; with indent "" on one line.
func writeJSON(w io.Writer, value any, indent string) error {
	text, err := encoded(value, "", indent)
	if err != nil {
		return err
	}
	_, err = safeWriter{w}.Write(append(text, '\n'))
	return err
}

// safeWriter makes JSON safe on its way to another writer, some lines at a time.
// It takes whole texts only.
type safeWriter struct{ to io.Writer }

// someLines is about how many bytes a safeWriter makes safe at a time.
const someLines = 1 << 16

func (s safeWriter) Write(b []byte) (int, error) {
	for at := 0; at < len(b); {
		end := min(at+someLines, len(b))
		if more := bytes.IndexByte(b[end:], '\n'); more >= 0 {
			end += more + 1
		} else {
			end = len(b)
		}
		if _, err := s.to.Write(safeJSON(b[at:end])); err != nil {
			return at, err
		}
		at = end
	}
	return len(b), nil
}

// jsonWriter turns a report into the structs of the contract.
type jsonWriter struct {
	*located
	entry map[string]int // which entry of the story tells a finding, by its id
}

func newJSONWriter(r *compare.Report, o Options) *jsonWriter {
	j := &jsonWriter{newLocated(r, o), map[string]int{}}
	for n, e := range compare.Entries(r.Findings) {
		for _, i := range e.Findings {
			j.entry[r.Findings[i].ID] = n + 1
		}
	}
	return j
}

func (j *jsonWriter) report() reportJSON {
	out := reportJSON{
		Schema: reportSchemaID, Tool: j.options.tool(),
		Articles: []articleJSON{}, Stories: []storyJSON{}, Claims: []claimJSON{}, Findings: []findingJSON{},
		Entities: []entityJSON{}, Quotations: []utteranceJSON{}, Skipped: []skippedJSON{},
	}
	for i := range j.Documents {
		out.Articles = append(out.Articles, j.articleJSON(i))
	}
	for i, s := range j.Stories {
		if j.shows(i) {
			out.Stories = append(out.Stories, storyJSON{storyID(i), s.Label, j.ids(s.Articles)})
		}
	}
	for i := range j.Claims {
		if j.shows(j.Claims[i].Story) {
			out.Claims = append(out.Claims, j.claim(&j.Claims[i]))
		}
	}
	for i := range j.Findings {
		if j.shows(j.Findings[i].Story) {
			out.Findings = append(out.Findings, j.finding(&j.Findings[i]))
		}
	}
	for i := range j.Entities {
		out.Entities = append(out.Entities, j.entity(i))
	}
	for i := range j.Utterances {
		if j.shows(j.Utterances[i].Story) {
			out.Quotations = append(out.Quotations, j.utterance(i))
		}
	}
	for _, s := range j.Skipped {
		out.Skipped = append(out.Skipped, skippedJSON{Path: s.Path, Reason: s.Reason})
	}
	for _, s := range j.Limited {
		out.Limited = append(out.Limited, skippedJSON{Path: s.Path, Reason: s.Reason})
	}
	if r := j.Reading; r.Of > 0 {
		out.Encoder = &encoderJSON{r.Pairs, r.Of, r.Pieces}
	}
	return out
}

// tool is what made the report, and by which configuration.
func (o Options) tool() toolJSON { return toolJSON{"xref", o.Version, o.Configuration} }

func (j *jsonWriter) id(article int) string { return j.article(article).ID }

func (j *jsonWriter) ids(articles []int) []string {
	out := make([]string, len(articles))
	for i, a := range articles {
		out[i] = j.id(a)
	}
	return out
}

func (j *jsonWriter) articleJSON(i int) articleJSON {
	a := j.article(i)
	out := articleJSON{
		ID: a.ID, Outlet: a.Outlet, Title: a.Headline, Path: a.Path, Published: dateText(a.Published), Author: a.Author,
		URL: Address(a.URL), Language: a.Language, SHA256: a.SHA256, Words: wordCount(a),
		Agency: a.Agency, Truncated: a.Truncated, Corrections: a.Corrections,
	}
	if s := storyOf(j.Report, i); s >= 0 {
		out.Story = storyID(s)
	}
	if o := originOf(j.Report, i); o >= 0 {
		out.Origin = originID(o)
	}
	return out
}

// span is a passage with the very bytes between its offsets, marks of Markdown among them.
func (j *jsonWriter) span(i int, s article.Span) spanJSON {
	return spanJSON{s.Start, s.End, s.In(j.article(i).Text)}
}

// mostAbsent is how many articles a story has at most for those without a claim to be
// listed with it: of claims and articles by the hundred nearly all of the text would be
// that.
const mostAbsent = 24

func (j *jsonWriter) claim(c *compare.Claim) claimJSON {
	out := claimJSON{
		ID: c.ID, Story: storyID(c.Story), Verdict: string(c.Verdict), Text: c.Text, Confidence: rounded(c.Same), Origins: c.Origins,
		Members: []memberJSON{}, Coverage: []coverageJSON{},
	}
	for _, m := range c.Members {
		span := j.Documents[m.Article].Assertions[m.Assertion].Span
		out.Members = append(out.Members, memberJSON{j.id(m.Article), assertionID(j.article(m.Article), m.Assertion), j.span(m.Article, span)})
	}
	for _, k := range c.Coverage {
		if k.Status == compare.Absent && len(c.Coverage) > mostAbsent {
			continue
		}
		out.Coverage = append(out.Coverage, coverageJSON{j.id(k.Article), string(k.Status)})
	}
	return out
}

func (j *jsonWriter) finding(f *compare.Finding) findingJSON {
	out := findingJSON{
		ID: f.ID, Kind: string(f.Kind), Verdict: string(f.Verdict), Severity: string(f.Severity), Confidence: rounded(f.Confidence),
		Rank: f.Rank, Entry: j.entry[f.ID], Story: storyID(f.Story), Subject: f.Subject, Summary: j.sentence(f), Evidence: []evidenceJSON{},
	}
	if f.Accepted != nil {
		accepted := acceptanceJSON(*f.Accepted)
		out.Accepted = &accepted
	}
	if f.Claim >= 0 {
		out.Claim = j.Claims[f.Claim].ID
	}
	if f.Entity >= 0 {
		out.Entity = entityID(f.Entity)
	}
	if f.Utterance >= 0 {
		out.Quotation = utteranceID(f.Utterance)
	}
	for _, e := range f.Evidence {
		out.Evidence = append(out.Evidence, j.evidence(e))
	}
	return out
}

func (j *jsonWriter) evidence(e kind.Evidence) evidenceJSON {
	line, column := j.lines[e.Article].Position(e.Span.Start)
	out := evidenceJSON{Article: j.id(e.Article), spanJSON: j.span(e.Article, e.Span), Line: line, Column: column, Value: e.Value}
	if !e.Focus.Empty() && e.Focus != e.Span {
		focus := j.span(e.Article, e.Focus)
		out.Focus = &focus
	}
	return out
}

// entityTypes name what an entity is.
var entityTypes = map[resolve.Type]string{resolve.Other: "other", resolve.Person: "person", resolve.Organisation: "organisation", resolve.Place: "place"}

func (j *jsonWriter) entity(i int) entityJSON {
	e := j.Entities[i]
	out := entityJSON{ID: entityID(i), Type: entityTypes[e.Type], Name: e.Name, Articles: []portraitJSON{}}
	for _, p := range j.portraits(e) {
		item := portraitJSON{Article: j.id(p.article), Names: []nameJSON{}, Titles: []string{}, Pronouns: []pronounJSON{}}
		for _, n := range p.names {
			item.Names = append(item.Names, nameJSON{n.text, n.count})
		}
		for _, t := range p.titles {
			item.Titles = append(item.Titles, t.text)
		}
		for _, c := range p.pronouns {
			class := pronounJSON{Class: classNames[c.class], Count: len(c.mentions), Mentions: []spanJSON{}}
			for _, m := range c.mentions {
				class.Mentions = append(class.Mentions, j.span(p.article, m))
			}
			item.Pronouns = append(item.Pronouns, class)
		}
		out.Articles = append(out.Articles, item)
	}
	return out
}

// quotationKinds name how words are given.
var quotationKinds = map[quote.Kind]string{quote.Direct: "direct", quote.Indirect: "indirect", quote.Mixed: "mixed"}

func (j *jsonWriter) utterance(i int) utteranceJSON {
	u := j.Utterances[i]
	out := utteranceJSON{ID: utteranceID(i), Story: storyID(u.Story), Change: changeWord(u.Change), Variants: []variantJSON{}}
	if u.Speaker >= 0 {
		out.Speaker = entityID(u.Speaker)
	}
	for _, w := range u.Variants {
		q := j.Documents[w.Article].Quotations[w.Quotation]
		item := variantJSON{Article: j.id(w.Article), spanJSON: j.span(w.Article, w.Span), Kind: quotationKinds[q.Kind]}
		if w.Direct {
			item.Kind = quotationKinds[quote.Direct]
		}
		out.Variants = append(out.Variants, item)
	}
	return out
}

// changeWord is a change as the contract names it.
func changeWord(c claim.Change) string {
	if c == claim.Identical {
		return "identical"
	}
	return changeNames[c]
}

// rounded is a share to three places, more than any score means.
func rounded(x float64) float64 { return math.Round(x*1000) / 1000 }
