package render

import (
	"io"
	"strings"

	"xref/compare"
	"xref/extract"
)

// Desk is what the page of a report has where people decide about its findings. Its
// scripts and styles are files of their own, and what was decided comes to it later.
type Desk struct {
	Reading int // which reading of the coverage the page shows
}

// deskPolicy is the Content-Security-Policy of that page: nothing but the desk's files.
const deskPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

// deskScripts are added to those of the report.
var deskScripts = []string{"desk.js", "desk_decide.js", "desk_keys.js", "desk_start.js"}

// WriteDesk writes the page of a report for the desk.
func WriteDesk(w io.Writer, r *compare.Report, o Options, d Desk) error {
	parts := loadHTMLParts()
	p := newHTMLWriter(r, o).page(parts)
	p.Desk, p.Policy = &d, deskPolicy
	return p.write(w, parts)
}

// DeskFile is a file that the page of the desk loads.
type DeskFile struct {
	Name, Type string
	Data       string
}

// DeskFiles are all of them.
func DeskFiles() []DeskFile {
	parts := loadHTMLParts()
	var module strings.Builder
	module.WriteString(parts.module)
	for _, name := range deskScripts {
		module.WriteString(htmlFile(name))
	}
	const script = "text/javascript; charset=utf-8"
	return []DeskFile{
		{"style.css", "text/css; charset=utf-8", parts.style + htmlFile("desk.css")},
		{"early.js", script, parts.early},
		{"module.js", script, module.String()},
	}
}

// Kept is what exports need of a report, without the analyses of its articles, which
// take much memory.
type Kept struct {
	Report    *compare.Report // with texts, stories, origins and findings alone
	sentences map[string]string
}

// Keep is what is kept of a report.
func Keep(r *compare.Report) *Kept {
	k := &Kept{&compare.Report{Stories: r.Stories, Origins: r.Origins, Findings: r.Findings}, map[string]string{}}
	for _, d := range r.Documents {
		k.Report.Documents = append(k.Report.Documents, &extract.Document{Article: d.Article})
	}
	v := newView(r, Options{}, nil)
	for i := range r.Findings {
		k.sentences[r.Findings[i].ID] = v.sentence(&r.Findings[i])
	}
	return k
}
