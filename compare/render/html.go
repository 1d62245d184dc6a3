package render

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"regexp"
	"strings"
	"sync"

	"xref/compare"
	"xref/compare/kind"
)

// htmlReport is the report as one file for a browser: no request leaves it, and
// without JavaScript all of it can be read.
var htmlReport = &Format{
	ID:      "html",
	Title:   "one self-contained page to read, filter and print",
	Endings: []string{".html", ".htm"},
	Mark:    beginsLike(`<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="xref`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		parts := loadHTMLParts()
		return newHTMLWriter(r, o).page(parts).write(w, parts)
	},
}

func (p htmlPage) write(w io.Writer, parts htmlParts) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := parts.templates.ExecuteTemplate(b, "page.html", p); err != nil {
		return err
	}
	return b.Flush()
}

//go:embed html
var htmlFiles embed.FS

// The scripts of the page: the first runs before anything is shown, the others
// are one module, in this order.
const earlyScript = "early.js"

var moduleScripts = []string{"address.js", "theme.js", "findings.js", "reading.js", "start.js"}

// htmlParts are what every page has in common.
type htmlParts struct {
	templates *template.Template
	style     string
	early     string
	module    string
	policy    string // its Content-Security-Policy
}

var loadHTMLParts = sync.OnceValue(func() htmlParts {
	var p htmlParts
	p.templates = template.New("html").Funcs(template.FuncMap{"matters": newMatterTable, "text": textOf})
	entries, err := htmlFiles.ReadDir("html")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".html") {
			text := unindented(htmlFile(e.Name()))
			if e.Name() != "page.html" {
				text = lean(text)
			}
			template.Must(p.templates.New(e.Name()).Parse(text))
		}
	}
	p.style, p.early = htmlFile("style.css"), htmlFile(earlyScript)
	for _, name := range moduleScripts {
		p.module += htmlFile(name)
	}
	p.policy = "default-src 'none'; style-src " + sourceHash(p.style) + "; script-src " + sourceHash(p.early) + " " + sourceHash(p.module) +
		"; base-uri 'none'; form-action 'none'"
	return p
})

// textOf is what articles say as the text of an element, where quotation marks and
// apostrophes do nothing; attributes are html/template's to escape.
func textOf(s string) template.HTML { return template.HTML(textEscapes.Replace(s)) }

var textEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func htmlFile(name string) string {
	b, err := htmlFiles.ReadFile("html/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// unindented is a template without the white space at the ends of its lines,
// without empty lines, and with what follows a line of control actions right
// behind it.
func unindented(s string) string {
	var b strings.Builder
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l == "" {
			continue
		}
		b.WriteString(l)
		if !controlLine.MatchString(l) {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// lean is a template without what HTML lets a page leave out: end tags that the
// next element implies and quotation marks about plain values. Thousands of rows
// and cells stand in a page of hundreds of articles.
func lean(s string) string {
	return plainValue.ReplaceAllString(impliedEnd.ReplaceAllString(s, ""), "=$1$2")
}

var (
	impliedEnd = regexp.MustCompile(`</(td|th|tr|thead|tbody|li|dt|dd|option)>`)
	plainValue = regexp.MustCompile(`="([a-zA-Z0-9-]+)"([ >])`)
)

var controlLine = regexp.MustCompile(`^(\{\{(range|if|else|end|define|with|\$)[^}]*\}\})+$`)

// sourceHash allows one inline script or style (CSP Level 3, hash-source).
func sourceHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// htmlPage is what the template page.html shows.
type htmlPage struct {
	Policy, Version string
	Style           template.CSS
	Early, Module   template.JS
	Title, Lead     string
	Tally           []htmlTally
	Notes           []string
	Articles        []htmlArticle
	ShowOrigin      bool
	Stories         []htmlStory // of two articles or more
	Matters         []htmlMatters
	Main            []*htmlFinding
	Accepted        string // how many findings are accepted, with their noun; "" where none is
	Findings        []*htmlFinding
	Filters         htmlFilters
	Texts           []htmlText
	People          []htmlEntity
	Quotations      []htmlUtterance
	Verdicts, Kinds []htmlTerm
	Versions        bool // the articles are versions of each other
	Desk            *Desk
}

// htmlTally is how many findings have a verdict, and how many of those are accepted.
type htmlTally struct {
	Verdict, Noun   string
	Count, Accepted int
}

// htmlTerm is a word of the report and what it means.
type htmlTerm struct{ ID, Title, Meaning string }

// htmlFilters are the choices that the findings leave.
type htmlFilters struct {
	Kinds    []htmlTerm
	Stories  []htmlChoice
	People   []htmlChoice // who stands in the passages of a finding
	Verdicts []htmlTally
	Accepted bool // whether there are accepted findings
}

// htmlChoice is one story or person to choose: ID is what the address calls it.
type htmlChoice struct{ ID, Label string }

// htmlWriter turns a report into what the templates show. Whatever articles
// contain passes through Plain here and is escaped by html/template.
type htmlWriter struct {
	*jsonWriter
	threads map[int][]thread // of each article
	people  [][]naming       // of each article
}

func newHTMLWriter(r *compare.Report, o Options) *htmlWriter {
	return &htmlWriter{jsonWriter: newJSONWriter(r, o)}
}

// mostMain is how many findings stand at the top of the page; mostNamed is how
// many articles are named there. Those findings beyond the first mostUnfolded are
// no elements until a script shows them: a browser takes long for many.
const (
	mostMain     = 6
	mostNamed    = 8
	mostUnfolded = 100
)

func (h *htmlWriter) page(parts htmlParts) htmlPage {
	p := htmlPage{
		Policy: parts.policy, Version: Plain(h.options.Version),
		Style: template.CSS(parts.style), Early: template.JS(parts.early), Module: template.JS(parts.module),
	}
	all := h.findings(func(*compare.Finding) bool { return true })
	h.people = h.namings()
	accepted := 0
	for i := range all {
		f := h.finding(&all[i])
		f.Folded = i >= mostUnfolded
		p.Findings = append(p.Findings, f)
		switch {
		case f.Accepted != "":
			accepted++
		case f.Verdict != string(kind.Agree) && len(p.Main) < mostMain:
			p.Main = append(p.Main, f)
		}
	}
	if accepted > 0 {
		p.Accepted = counted(accepted, "finding", "findings")
	}
	p.Tally = h.tallies(all)
	p.Filters = h.filters(all, p.Tally)
	p.Filters.People = h.peopleChoices(p.Findings)
	p.Title, p.Lead = h.title()
	p.Notes = h.notes()
	p.Articles, p.ShowOrigin = h.articleRows()
	p.Stories = h.storyParts()
	p.Matters = h.matters()
	p.Texts = h.texts()
	p.People = h.peopleParts()
	p.Quotations = h.quotationParts()
	p.Versions = h.options.Versions
	p.Verdicts, p.Kinds = h.verdictTerms(), p.Filters.Kinds
	return p
}

// title is the page's headline and the line below it.
func (h *htmlWriter) title() (title, lead string) {
	var labels []string
	for i, s := range h.Stories {
		if h.shows(i) && s.Label != "" && (len(s.Articles) > 1 || len(h.Documents) == 1) {
			labels = append(labels, Plain(s.Label))
		}
	}
	title = "Nothing to compare"
	switch {
	case len(labels) > 0:
		title = labels[0]
	case len(h.Documents) > 0:
		title = counted(len(h.Documents), "article", "articles")
	}
	stories := 0
	for i := range h.Stories {
		if h.shows(i) {
			stories++
		}
	}
	lead = counted(len(h.Documents), "article", "articles") + " in " + counted(stories, "story", "stories")
	if n := len(h.Documents); n > 0 && n <= mostNamed {
		lead += ": " + listed(h.labelsOf(places(n)))
	}
	return title, lead
}

func (h *htmlWriter) tallies(of []compare.Finding) []htmlTally {
	counts, accepted := map[kind.Verdict]int{}, map[kind.Verdict]int{}
	for i := range of {
		counts[of[i].Verdict]++
		if of[i].Accepted != nil {
			accepted[of[i].Verdict]++
		}
	}
	var out []htmlTally
	for _, v := range kind.Verdicts {
		noun := verdictNouns[v][1]
		if counts[v] == 1 {
			noun = verdictNouns[v][0]
		}
		out = append(out, htmlTally{string(v), noun, counts[v], accepted[v]})
	}
	return out
}

// notes are what a reader must know before the findings.
func (h *htmlWriter) notes() []string {
	var out []string
	if h.options.Configuration != "" {
		out = append(out, "Configuration: "+Plain(h.options.Configuration))
	}
	if len(h.Documents) == 1 {
		out = append(out, "Comparing takes two articles. Of one alone, this page shows where it doesn't fit with itself.")
	}
	for s := range h.Stories {
		for _, b := range h.sharedOriginsOf(s) {
			if p, ok := b.(paragraph); ok {
				out = append(out, Plain(p.text.text()))
			}
		}
	}
	for _, b := range h.partial() {
		if p, ok := b.(paragraph); ok {
			out = append(out, Plain(p.text.text()))
		}
	}
	for _, s := range h.Skipped {
		out = append(out, "Left out: "+Plain(s.Path)+": "+Plain(s.Reason)+".")
	}
	for _, s := range h.Limited {
		out = append(out, "Read with limits: "+Plain(s.Path)+": "+Plain(s.Reason)+".")
	}
	return out
}

// filters are the choices by which the findings can be told apart.
func (h *htmlWriter) filters(of []compare.Finding, verdicts []htmlTally) htmlFilters {
	out := htmlFilters{Verdicts: verdicts}
	kinds := map[kind.ID]bool{}
	stories := map[int]bool{}
	for _, f := range of {
		kinds[f.Kind] = true
		out.Accepted = out.Accepted || f.Accepted != nil
		stories[f.Story] = true
	}
	for _, k := range kind.Kinds {
		if kinds[k.ID] {
			out.Kinds = append(out.Kinds, htmlTerm{string(k.ID), k.Title, k.Meaning})
		}
	}
	for i, s := range h.Stories {
		if stories[i] {
			out.Stories = append(out.Stories, htmlChoice{storyID(i), storyID(i) + " " + Plain(s.Label)})
		}
	}
	if len(out.Stories) < 2 {
		out.Stories = nil
	}
	return out
}

func (h *htmlWriter) verdictTerms() []htmlTerm {
	var out []htmlTerm
	for _, v := range kind.Verdicts {
		out = append(out, htmlTerm{string(v), string(v), verdictMeanings[v]})
	}
	return out
}

// labelsOf are the labels of articles, ready to show.
func (h *htmlWriter) labelsOf(articles []int) []string {
	out := make([]string, len(articles))
	for i, a := range articles {
		out[i] = Plain(h.labels[a])
	}
	return out
}

// places counts from 0 to n, n left out.
func places(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
