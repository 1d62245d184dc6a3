package revision

import (
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
)

// Versions is two versions of one article and what changed between them. Old or
// New is nil where only one of them is there.
type Versions struct {
	Old, New *extract.Document
	Changes  []Change
}

// reasons say what a change is.
var reasons = map[What]kind.Reason{
	Headline: kind.HeadlineRewritten,
	Quote:    kind.QuotationRewritten,
	Changed:  kind.Rewritten,
	Added:    kind.Added,
	Gone:     kind.Gone,
	Moved:    kind.Moved,
}

// Report is changes as a report, for what reads reports: versions are two articles of
// one story, whose outlet and id say which one they are, and a change is a finding: the
// words that the other version doesn't have are its values, where there are such. What
// is added, gone or moved is a difference, and a note. Versions without a counterpart are left
// out as skipped. ids holds the finding's id of each change of each of all.
func Report(all []Versions, o compare.Options) (r *compare.Report, ids [][]string) {
	r = &compare.Report{}
	ids = make([][]string, len(all))
	var found []kind.Finding
	for i, v := range all {
		switch {
		case v.Old == nil:
			r.Skipped = append(r.Skipped, compare.Skipped{Path: v.New.Article.Path, Reason: "it has no older version"})
			continue
		case v.New == nil:
			r.Skipped = append(r.Skipped, compare.Skipped{Path: v.Old.Article.Path, Reason: "it has no newer version"})
			continue
		}
		at := len(r.Documents)
		r.Documents = append(r.Documents, as(v.Old, "old"), as(v.New, "new"))
		label := v.New.Article.Headline
		if label == "" {
			label = v.New.Article.ID
		}
		r.Stories = append(r.Stories, story.Story{Label: label, Articles: []int{at, at + 1}})
		r.Origins = append(r.Origins, origin.Origin{Articles: []int{at}}, origin.Origin{Articles: []int{at + 1}})
		for _, c := range v.Changes {
			f := finding(r, len(r.Stories)-1, c)
			found = append(found, f)
			ids[i] = append(ids[i], compare.Rank(r, []kind.Finding{f}, o)[0].ID)
		}
	}
	r.Findings = compare.Rank(r, found, o)
	for i := range r.Findings {
		if f := &r.Findings[i]; len(f.Evidence) == 1 || f.Reason == kind.Moved {
			f.Severity = kind.Note
		}
	}
	return r, ids
}

// as is a document under the name of its version.
func as(d *extract.Document, version string) *extract.Document {
	named, a := *d, *d.Article
	a.ID += "-" + version
	a.Outlet += " (" + version + ")"
	named.Article = &a
	return &named
}

func finding(r *compare.Report, in int, c Change) kind.Finding {
	f := kind.Finding{
		Kind: c.Kind, Verdict: c.Verdict, Confidence: 1, Weight: 0.5, Story: in, Claim: -1, Entity: -1, Utterance: -1, Reason: reasons[c.What],
	}
	if f.Verdict == "" {
		f.Verdict = kind.Differ
	}
	marked := len(c.Old.Marks)+len(c.New.Marks) > 0
	for _, side := range []struct {
		Passage
		place int
	}{{c.New, 1}, {c.Old, 0}} { // the first passage is where programs point to
		if side.Span.Empty() {
			continue
		}
		at := r.Stories[in].Articles[side.place]
		text := r.Documents[at].Text.Source
		e := kind.Evidence{Article: at, Span: side.Span, Marks: side.Marks, Value: strings.Join(strings.Fields(side.Span.In(text)), " ")}
		if marked {
			e.Value = joined(text, side.Marks)
		}
		if len(side.Marks) == 1 {
			e.Focus = side.Marks[0]
		}
		if f.Evidence = append(f.Evidence, e); f.Subject == "" {
			f.Subject = beginning(side.Span.In(text))
		}
	}
	return f
}

// joined is the words of spans with a sign where others stand between them.
func joined(text string, spans []article.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.In(text)
	}
	return strings.Join(parts, " … ")
}

// subjectWords is how many words of a passage name it.
const subjectWords = 8

// beginning is the first words of a passage.
func beginning(passage string) string {
	words := strings.Fields(passage)
	if len(words) <= subjectWords {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:subjectWords], " ") + " …"
}
