package read

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"xref/extract/article"
)

// markdown is CommonMark, with the tables and strikethrough of GitHub's. The text stays the
// source; what of it is syntax is marked.
var markdown = Format{
	Name:    "Markdown",
	Endings: []string{".md", ".markdown"},
	Kinds:   []string{"text/markdown"},
	Reads:   "the prose, with or without YAML front matter; the title from the front matter or a heading at the top",
	Read:    readMarkdown,
}

func readMarkdown(in input) (contents, error) {
	d, err := decodeWithFrontMatter(in)
	if err != nil {
		return contents{}, err
	}
	start := d.body.Start
	source := []byte(d.text[start:])
	if most := in.limits.Of("markdown-bytes"); int64(len(source)) > most {
		return contents{}, in.skip("Markdown larger than " + tooMuch("markdown-bytes", most))
	}
	root, err := timely(in.limits, func() (ast.Node, error) {
		parser := goldmark.DefaultParser()
		return parser.Parse(text.NewReader(plainer(source))), nil
	})
	if err != nil {
		return contents{}, in.skip(err.Error())
	}

	prose := proseOf(root, source)
	for i := range prose {
		prose[i].Start += start
		prose[i].End += start
	}
	d.markup = united(between(d.text, d.body, prose), signs(d.text, d.body))
	d.body = withoutMarkup(d.text, d.body, d.markup)

	title := withoutMarkup(d.text, firstHeading(root, start), d.markup)
	switch {
	case d.headline == "" && title.Empty():
		title = withoutMarkup(d.text, firstLineTitle(d.text, d.body), d.markup)
	case d.headline != "" && (title.Empty() || letters(d.unmarked(title)) != letters(d.headline)):
		title = withoutMarkup(d.text, repeatedTitle(d.text, d.body, d.headline), d.markup)
	}
	if !title.Empty() {
		if d.headline == "" {
			d.fact("title", &d.headline, d.unmarked(title), "the first heading or line")
		}
		d.title = title
		if d.body.Overlaps(title) {
			d.body = withoutMarkup(d.text, trimmed(d.text, title.End, d.body.End), d.markup)
		}
	}
	return one(d, nil)
}

// sign is markup that CommonMark doesn't know and readers of Markdown do: the marks of
// footnotes, the boxes of tasks, the kinds of alerts, and what of "&amp;" isn't the sign.
var sign = expression(`\[\^[\w-]{1,32}\]:?|(?m:^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(\[[ xX]\])[ \t])|(?m:^[ \t]*>[ \t]*(\[![A-Za-z]{1,20}\]))|&(amp;)`)

// signs are the spans of such markup within a part of a text.
func signs(text string, within article.Span) []article.Span {
	var out []article.Span
	for _, m := range sign().FindAllStringSubmatchIndex(within.In(text), -1) {
		at := m[:2]
		for g := 2; g+1 < len(m); g += 2 {
			if m[g] >= 0 {
				at = m[g : g+2]
			}
		}
		out = append(out, article.Span{Start: within.Start + at[0], End: within.Start + at[1]})
	}
	return out
}

// unmarked is the text of span with its markup taken out and white space made
// one space.
func (d *document) unmarked(span article.Span) string {
	var b strings.Builder
	at := span.Start
	for _, m := range d.markup[sort.Search(len(d.markup), func(i int) bool { return d.markup[i].Start >= at }):] {
		if m.Start >= span.End {
			break
		}
		if m.Start >= at && m.End <= span.End {
			b.WriteString(d.text[at:m.Start])
			at = m.End
		}
	}
	b.WriteString(d.text[at:span.End])
	return strings.Join(strings.Fields(b.String()), " ")
}

// proseOf lists the parts of source that are prose, in order and disjoint.
func proseOf(root ast.Node, source []byte) []article.Span {
	var spans []article.Span
	add := func(s text.Segment) {
		if s.Start < s.Stop {
			spans = append(spans, article.Span{Start: s.Start, End: s.Stop})
		}
	}
	inTable := false
	walker := func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.Paragraph:
			inTable = isTable(n, source)
		case *ast.Text:
			switch {
			case !inTable:
				for _, s := range split(source, n.Segment, "") {
					for _, s := range unstruck(source, s) {
						add(s)
					}
				}
			case !isDelimiterRow(n.Segment.Value(source)):
				for _, s := range split(source, n.Segment, "|") {
					add(s)
				}
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				add(n.Lines().At(i))
			}
		case *ast.HTMLBlock:
			for i := range n.Lines().Len() {
				for _, s := range untagged(source, n.Lines().At(i)) {
					add(s)
				}
			}
		}
		return ast.WalkContinue, nil
	}
	if err := ast.Walk(root, walker); err != nil {
		panic(err) // walker returns none
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	return spans
}

// isTable reports whether a paragraph is a table as GitHub writes it: its second
// line sets the columns. (goldmark's own extension makes a node for every cell
// that a row lacks, which a small file can turn into gigabytes.)
func isTable(p *ast.Paragraph, source []byte) bool {
	if p.Lines().Len() < 2 {
		return false
	}
	header, delimiters := p.Lines().At(0), p.Lines().At(1)
	return bytes.ContainsRune(header.Value(source), '|') && isDelimiterRow(delimiters.Value(source))
}

func isDelimiterRow(line []byte) bool {
	return bytes.ContainsRune(line, '-') && len(bytes.Trim(line, "|-: \t\r\n")) == 0
}

// split is a segment without the characters that are in separators and without
// the backslashes that escape punctuation.
func split(source []byte, s text.Segment, separators string) []text.Segment {
	var parts []text.Segment
	start := s.Start
	for i := s.Start; i < s.Stop; i++ {
		switch {
		case source[i] == '\\' && i+1 < s.Stop && util.IsPunct(source[i+1]):
			parts = append(parts, text.NewSegment(start, i))
			start = i + 1
			i++
		case strings.IndexByte(separators, source[i]) >= 0:
			parts = append(parts, text.NewSegment(start, i))
			start = i + 1
		}
	}
	return append(parts, text.NewSegment(start, s.Stop))
}

// unstruck splits a segment at the marks of what is struck out, two tildes. (goldmark's own
// extensions cost the start of every run.)
func unstruck(source []byte, s text.Segment) []text.Segment {
	var parts []text.Segment
	start := s.Start
	for i := s.Start; i+1 < s.Stop; i++ {
		if source[i] == '~' && source[i+1] == '~' {
			parts = append(parts, text.NewSegment(start, i))
			start = i + 2
			i++
		}
	}
	return append(parts, text.NewSegment(start, s.Stop))
}

// untagged splits a segment at HTML tags.
func untagged(source []byte, s text.Segment) []text.Segment {
	var parts []text.Segment
	start, inTag := s.Start, false
	for i := s.Start; i < s.Stop; i++ {
		switch {
		case source[i] == '<' && !inTag:
			parts = append(parts, text.NewSegment(start, i))
			inTag = true
		case source[i] == '>' && inTag:
			start, inTag = i+1, false
		}
	}
	if !inTag {
		parts = append(parts, text.NewSegment(start, s.Stop))
	}
	return parts
}

// between lists what of within no span of prose covers, line by line and
// without white space at the ends.
func between(text string, within article.Span, prose []article.Span) []article.Span {
	var gaps []article.Span
	at := within.Start
	add := func(end int) {
		for at < end {
			_, next := line(text[:end], at)
			if gap := trimmed(text, at, next); !gap.Empty() {
				gaps = append(gaps, gap)
			}
			at = next
		}
	}
	for _, p := range prose {
		add(min(p.Start, within.End))
		at = max(at, p.End)
	}
	add(within.End)
	return gaps
}

// withoutMarkup is span without markup and white space at its ends.
func withoutMarkup(text string, span article.Span, markup []article.Span) article.Span {
	for _, m := range markup {
		if m.Start == span.Start && m.End <= span.End {
			span = trimmed(text, m.End, span.End)
		}
	}
	for _, m := range slices.Backward(markup) {
		if m.End == span.End && m.Start >= span.Start {
			span = trimmed(text, span.Start, m.Start)
		}
	}
	return span
}

// firstHeading is the span of the heading the document opens with, offset by
// start; empty where it opens with something else.
func firstHeading(root ast.Node, start int) article.Span {
	h, ok := root.FirstChild().(*ast.Heading)
	if !ok || h.Lines().Len() == 0 {
		return article.Span{}
	}
	lines := h.Lines()
	return article.Span{Start: start + lines.At(0).Start, End: start + lines.At(lines.Len()-1).Stop}
}
