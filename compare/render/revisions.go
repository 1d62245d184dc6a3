package render

import (
	"io"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// Revision is two versions of one article and what changed between them. Old or
// New is nil where only one of them is there.
type Revision struct {
	Old, New *article.Article
	Changes  []Change
}

// Change is one difference: what happened, the kind of thing that changed and how
// the two compare, and the passage on each side, empty where there is none.
type Change struct {
	What     string
	Kind     kind.ID
	Verdict  kind.Verdict
	Old, New Changed
	Accepted *compare.Acceptance // nil where it counts
}

// Changed is a passage of one version, and the words in it that the other doesn't
// have.
type Changed struct {
	Span  article.Span
	Marks []article.Span
}

// RevisionFormats are the ids of the formats that WriteRevisions writes; the others
// write changes as a report.
var RevisionFormats = []string{table.ID, markdown.ID, jsonReport.ID}

// WriteRevisions writes what changed between versions in one of RevisionFormats.
func WriteRevisions(w io.Writer, format string, revisions []Revision, o Options) error {
	switch format {
	case markdown.ID:
		_, err := w.Write(asMarkdown(revisionPage(revisions, o)))
		return err
	case jsonReport.ID:
		return writeJSON(w, revisionsOf(revisions, o), "  ")
	}
	return writeTables(w, revisionPage(revisions, o), o)
}

func revisionPage(revisions []Revision, o Options) []block {
	var blocks []block
	for i, r := range revisions {
		blocks = append(blocks, heading{2, say(strong, r.title())})
		if i == 0 {
			blocks = append(blocks, o.inForce()...)
		}
		if r.Old == nil || r.New == nil {
			continue
		}
		blocks = append(blocks, paragraph{say(normal, r.tally()+".")})
		if len(r.Changes) == 0 {
			continue
		}
		g := &grid{columns: []column{{title: "What", weight: 1, rigid: true}, {title: "Before", weight: 4}, {title: "After", weight: 4}}}
		for _, c := range r.Changes {
			what := cell{say(strong, c.What)}
			if c.Verdict != "" && c.What != string(c.Kind) {
				what = append(what, say(normal, string(c.Kind)))
			}
			if c.Verdict != "" {
				what = append(what, say(verdictStyles[c.Verdict], string(c.Verdict)))
			}
			if c.Accepted != nil {
				what = append(what, say(faint, acceptedText(c.Accepted)))
			}
			g.entries = append(g.entries, entry{rows: []cells{{what, changedCell(r.Old, c.Old), changedCell(r.New, c.New)}}})
		}
		blocks = append(blocks, g)
	}
	return blocks
}

func changedCell(a *article.Article, c Changed) cell {
	if a == nil || c.Span.Empty() {
		return cell{say(faint, absentSign)}
	}
	return cell{whole(a.Text, c.Span, c.Marks)}
}

// title names the versions.
func (r Revision) title() string {
	switch {
	case r.New == nil:
		return r.Old.ID + ": " + r.Old.Path + " has no newer version"
	case r.Old == nil:
		return r.New.ID + ": " + r.New.Path + " has no older version"
	}
	return r.New.ID + ": " + r.Old.Path + " → " + r.New.Path
}

// changeTallies say in a count what isn't told by the id of a change.
var changeTallies = map[string]string{"quote": "altered in quotation marks", "headline": "in the headline"}

// tally counts the changes, by what they are, in their order.
func (r Revision) tally() string {
	var order []string
	count := map[string]int{}
	for _, c := range r.Changes {
		if count[c.What] == 0 {
			order = append(order, c.What)
		}
		count[c.What]++
	}
	if len(order) == 0 {
		return "No change that matters"
	}
	for i, what := range order {
		told := what
		if names, ok := changeTallies[what]; ok {
			told = names
		}
		order[i] = strconv.Itoa(count[what]) + " " + told
	}
	return strings.Join(order, ", ")
}

// The structs of the contract xref.revision/v1.

type revisionsJSON struct {
	Schema    string         `json:"schema"`
	Tool      toolJSON       `json:"tool"`
	Revisions []revisionJSON `json:"revisions"`
}

type revisionJSON struct {
	Old     *versionJSON `json:"old,omitempty"`
	New     *versionJSON `json:"new,omitempty"`
	Changes []changeJSON `json:"changes"`
}

type versionJSON struct {
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

type changeJSON struct {
	What    string       `json:"what"`
	Kind    string       `json:"kind"`
	Verdict string       `json:"verdict,omitempty"`
	Old     *changedJSON `json:"old,omitempty"`
	New     *changedJSON `json:"new,omitempty"`

	Accepted *acceptanceJSON `json:"accepted,omitempty"`
}

type changedJSON struct {
	spanJSON
	Line   int        `json:"line"`
	Column int        `json:"column"`
	Marks  []spanJSON `json:"marks"`
}

func revisionsOf(revisions []Revision, o Options) revisionsJSON {
	out := revisionsJSON{"xref.revision/v1", o.tool(), []revisionJSON{}}
	for _, r := range revisions {
		item := revisionJSON{Old: versionOf(r.Old), New: versionOf(r.New), Changes: []changeJSON{}}
		olds, news := linesOf(r.Old), linesOf(r.New)
		for _, c := range r.Changes {
			change := changeJSON{What: c.What, Kind: string(c.Kind), Verdict: string(c.Verdict), Old: changedOf(r.Old, olds, c.Old), New: changedOf(r.New, news, c.New)}
			if c.Accepted != nil {
				accepted := acceptanceJSON(*c.Accepted)
				change.Accepted = &accepted
			}
			item.Changes = append(item.Changes, change)
		}
		out.Revisions = append(out.Revisions, item)
	}
	return out
}

func versionOf(a *article.Article) *versionJSON {
	if a == nil {
		return nil
	}
	return &versionJSON{a.ID, a.Headline, a.Path, a.SHA256}
}

func linesOf(a *article.Article) *article.Lines {
	if a == nil {
		return nil
	}
	return article.NewLines(a.Text)
}

func changedOf(a *article.Article, lines *article.Lines, c Changed) *changedJSON {
	if a == nil || c.Span.Empty() {
		return nil
	}
	out := changedJSON{spanJSON: spanJSON{c.Span.Start, c.Span.End, c.Span.In(a.Text)}, Marks: []spanJSON{}}
	out.Line, out.Column = lines.Position(c.Span.Start)
	for _, m := range c.Marks {
		out.Marks = append(out.Marks, spanJSON{m.Start, m.End, m.In(a.Text)})
	}
	return &out
}
