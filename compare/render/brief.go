package render

import (
	"fmt"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// A report in few words, for readers whose room is counted, such as a language model's
// context. Every piece is lines of plain text, and no line begins with an article's
// words: those stand in quotation marks, made clean and cut at a bound.

// The most that is told in few words: characters of a passage and of a paragraph,
// passages of a finding, articles and stories of a report.
const (
	briefPassage   = 240
	briefParagraph = 1600
	briefPassages  = 4
	briefArticles  = 24
	briefStories   = 12
)

// BriefOpening tells what was compared and what came of it.
func (p *Parts) BriefOpening() string {
	var b strings.Builder
	var summary strings.Builder
	for _, r := range p.summary() {
		summary.WriteString(r.text)
	}
	fmt.Fprintf(&b, "%s.\n", Plain(summary.String()))
	for i := range p.Documents[:min(len(p.Documents), briefArticles)] {
		a := p.article(i)
		fmt.Fprintf(&b, "article %s: %s", called(a.ID), said(a.Outlet))
		if a.Headline != "" {
			fmt.Fprintf(&b, ", %s", said(a.Headline))
		}
		if date := dateText(a.Published); date != "" {
			fmt.Fprintf(&b, ", %s", date)
		}
		if s := storyOf(p.Report, i); s >= 0 {
			fmt.Fprintf(&b, ", %s", storyID(s))
		}
		b.WriteString("\n")
	}
	p.further(&b, len(p.Documents)-briefArticles, "article", "articles")
	for s := range p.Stories[:min(len(p.Stories), briefStories)] {
		fmt.Fprintf(&b, "story %s: %s, %s\n", storyID(s), said(p.Stories[s].Label), counted(len(p.Stories[s].Articles), "article", "articles"))
	}
	p.further(&b, len(p.Stories)-briefStories, "story", "stories")
	left := 0
	for _, s := range p.Report.Skipped {
		if left++; left <= briefStories {
			fmt.Fprintf(&b, "left out: %s: %s\n", said(s.Path), said(s.Reason))
		}
	}
	p.further(&b, left-briefStories, "input left out", "inputs left out")
	return b.String()
}

func (p *Parts) further(b *strings.Builder, n int, one, many string) {
	if n > 0 {
		fmt.Fprintf(b, "and %s more\n", counted(n, one, many))
	}
}

// said is an article's words in quotation marks, in one clean line.
func said(words string) string { return "“" + inQuotes(shortened(words)) + "”" }

// inQuotes is words as they stand between curly quotation marks, whose end they can't
// feign.
func inQuotes(words string) string { return straightMarks.Replace(Plain(words)) }

var straightMarks = strings.NewReplacer("“", `"`, "”", `"`)

// called is an id in one clean line, in quotation marks where it is more than a word.
func called(id string) string {
	if clean := Plain(shortened(id)); !strings.Contains(clean, " ") {
		return clean
	}
	return said(id)
}

// quotedPassage is the words of a passage in quotation marks.
func (p *Parts) quotedPassage(i int, s article.Span, most int) string {
	return "“" + inQuotes(clipped(p.in(i, s), most)) + "”"
}

// BriefFinding tells a finding with its first passages.
func (p *Parts) BriefFinding(f *compare.Finding) string {
	var b strings.Builder
	b.WriteString(p.briefHead(f))
	for _, e := range f.Evidence[:min(len(f.Evidence), briefPassages)] {
		fmt.Fprintf(&b, "  at %s: %s\n", p.briefPlace(e), p.quotedPassage(e.Article, e.Span, briefPassage))
	}
	if n := len(f.Evidence) - briefPassages; n > 0 {
		fmt.Fprintf(&b, "  and %s more\n", counted(n, "passage", "passages"))
	}
	return b.String()
}

// briefHead is what a finding says, in a line or two.
func (p *Parts) briefHead(f *compare.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d. %s %s, %s, %s, %s: %s\n", f.Rank, f.ID, f.Kind, f.Verdict, storyID(f.Story), percent(f.Confidence), said(f.Subject))
	if f.Reason != kind.NoReason {
		sentence := p.sentenceWith(f, inQuotes, func(_ int, label string) string { return "“" + label + "”" })
		fmt.Fprintf(&b, "  that is: %s\n", sentence)
	}
	if text := acceptedText(f.Accepted); text != "" {
		fmt.Fprintf(&b, "  %s\n", text)
	}
	return b.String()
}

// briefPlace is where a passage stands: article, line and column.
func (p *Parts) briefPlace(e kind.Evidence) string {
	line, column := p.lines[e.Article].Position(e.Span.Start)
	return called(p.id(e.Article)) + ":" + strconv.Itoa(line) + ":" + strconv.Itoa(column)
}

// BriefHead tells what a finding says and what is meant by its kind and verdict.
func (p *Parts) BriefHead(f *compare.Finding) string {
	head := p.briefHead(f)
	for _, k := range kind.Kinds {
		if k.ID == f.Kind {
			head += fmt.Sprintf("  %s: %s\n", k.Title, k.Meaning)
		}
	}
	return head + fmt.Sprintf("  %s: %s.\n", f.Verdict, verdictMeanings[f.Verdict])
}

// BriefPassage tells a passage in its paragraph.
func (p *Parts) BriefPassage(e kind.Evidence) string {
	var b strings.Builder
	context, before, after := contextOf(p.Documents[e.Article], e.Span)
	fmt.Fprintf(&b, "at %s (%s)", p.briefPlace(e), said(p.article(e.Article).Outlet))
	if e.Value != "" && !sameWords(e.Value, p.in(e.Article, e.Span)) {
		fmt.Fprintf(&b, ", value %s", said(e.Value))
	}
	fmt.Fprintf(&b, ": %s\n", p.quotedPassage(e.Article, e.Span, briefParagraph))
	if context != e.Span {
		start, end := "", ""
		if before {
			start = leftOut + " "
		}
		if after {
			end = " " + leftOut
		}
		fmt.Fprintf(&b, "  in: %s%s%s\n", start, p.quotedPassage(e.Article, context, briefParagraph), end)
	}
	return b.String()
}

// BriefAssertion tells an assertion in a line: where it stands, its clause, on whose
// word, and what keeps it from being a plain statement.
func (p *Parts) BriefAssertion(i, assertion int) string {
	d := p.Documents[i]
	a := d.Assertions[assertion]
	line, column := p.lines[i].Position(a.Span.Start)
	var b strings.Builder
	fmt.Fprintf(&b, "assertion %s %d:%d: %s", called(assertionID(d.Article, assertion)), line, column, p.quotedPassage(i, a.Span, briefPassage))
	var more []string
	if a.Negated {
		more = append(more, "negated")
	}
	if name := modalityNames[a.Modality]; a.Modality != 0 {
		more = append(more, name)
	}
	for _, s := range a.Attribution {
		if speaker := speakerName(d, s); speaker != "" {
			more = append(more, "by "+said(speaker))
		}
	}
	if len(more) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(more, ", "))
	}
	b.WriteString("\n")
	return b.String()
}

// BriefKind tells what a kind is.
func BriefKind(k *kind.Kind) string {
	return fmt.Sprintf("%s: %s. %s Example: %s\n", k.ID, k.Title, k.Meaning, k.Example)
}
