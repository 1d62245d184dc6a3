package render

import (
	"bytes"
	"io"
	"strings"

	"xref/compare"
)

// markdown is for issues, wikis and step summaries (GitHub Flavored Markdown).
var markdown = &Format{
	ID:      "markdown",
	Title:   "Markdown with tables, for issues and wikis",
	Endings: []string{".md", ".markdown"},
	Mark:    beginsLike(`# ` + reportHeading + `|## (?:` + oneVersion + `|` + twoVersions + changesTally + `)`),
	Write: func(w io.Writer, r *compare.Report, o Options) error {
		_, err := w.Write(asMarkdown(newView(r, o, func(outlets, _ int) bool { return outlets <= 4 }).sections()))
		return err
	},
}

// markdownMarks stand around a run of each style.
var markdownMarks = [styles]string{
	strong:        "**",
	marked:        "**",
	conflictStyle: "**",
	internalStyle: "**",
}

// asMarkdown sets a page in Markdown.
func asMarkdown(page []block) []byte {
	var b bytes.Buffer
	for i, each := range page {
		if _, is := each.(gap); is {
			continue // blocks stand apart as it is
		}
		if i > 0 {
			b.WriteString("\n")
		}
		switch each := each.(type) {
		case heading:
			b.WriteString(strings.Repeat("#", min(each.level, partLevel-1)) + " " + markdownText(each.text.text()) + "\n")
		case paragraph:
			b.WriteString(markdownLine(each.text) + "\n")
		case *item:
			writeMarkdownItem(&b, each)
		case *grid:
			writeMarkdownGrid(&b, each)
		}
	}
	return b.Bytes()
}

func writeMarkdownGrid(b *bytes.Buffer, g *grid) {
	rule := make([]string, len(g.columns))
	titles := make([]string, len(g.columns))
	for i, c := range g.columns {
		titles[i] = markdownText(c.title)
		rule[i] = "---"
		if c.right {
			rule[i] = "--:"
		}
	}
	markdownRow(b, titles)
	markdownRow(b, rule)
	for _, e := range g.entries {
		for i, row := range e.rows {
			texts := make([]string, 0, len(g.columns))
			for _, c := range e.head {
				if i > 0 {
					c = nil
				}
				texts = append(texts, markdownCell(c))
			}
			for _, c := range row {
				texts = append(texts, markdownCell(c))
			}
			markdownRow(b, texts)
		}
	}
}

func markdownRow(b *bytes.Buffer, texts []string) {
	b.WriteString("| " + strings.Join(texts, " | ") + " |\n")
}

func markdownCell(c cell) string {
	lines := make([]string, len(c))
	for i, l := range c {
		lines[i] = markdownLine(l)
	}
	return strings.Join(lines, "<br>")
}

// markdownLine sets a line with the marks of its styles, inside the white space
// of each run.
func markdownLine(l line) string {
	var b strings.Builder
	for _, r := range l {
		text := markdownText(r.text)
		trimmed := strings.TrimSpace(text)
		mark := markdownMarks[r.style]
		if mark == "" || trimmed == "" {
			b.WriteString(text)
			continue
		}
		at := strings.Index(text, trimmed)
		b.WriteString(text[:at] + mark + trimmed + mark + text[at+len(trimmed):])
	}
	return b.String()
}
