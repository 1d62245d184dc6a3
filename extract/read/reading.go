package read

import (
	"fmt"
	"strings"

	"xref/extract/article"
)

// Reading is an article that was read, and how it came about: where each of its
// facts was found, and what of the file isn't in its text.
type Reading struct {
	Article *article.Article
	Format  string            // the format's name
	Part    string            // what it is of its file, "message 3"; "" where the file is one article
	From    map[string]string // where outlet, title, date, author, url and language were found, where they were
	LeftOut []LeftOut         // in the order of the file
	Extra   []Extra           // what the file says of the article that xref has no use for
}

// LeftOut is a passage that isn't part of the article, and what it is.
type LeftOut struct{ What, Text string }

// Extra is a key of front matter that xref doesn't know, with its value.
type Extra struct{ Key, Value string }

// Skipped is a file, or a part of one, that gives no article. Line counts from
// 1; 0 where the reason is no single line. As an error it reads
// "path:line: reason".
type Skipped struct {
	Path       string
	Part       string // "message 3"; "" where it is the whole file
	Line       int
	Reason     string
	NotArticle bool // it was never meant to be one, such as a README
}

func (s Skipped) Error() string { return located(s.Path, s.Line, joinedReason(s.Part, s.Reason)) }

// Where is the path, with the part where it is one.
func (s Skipped) Where() string {
	if s.Part == "" {
		return s.Path
	}
	return s.Path + " (" + s.Part + ")"
}

// Warning is something odd in an article that was read all the same. Line
// counts from 1; 0 where it is no single line.
type Warning struct {
	Path    string
	Line    int
	Message string
}

func (w Warning) String() string { return located(w.Path, w.Line, w.Message) }

func located(path string, line int, message string) string {
	if line > 0 {
		return fmt.Sprintf("%s:%d: %s", path, line, message)
	}
	return path + ": " + message
}

func joinedReason(part, reason string) string {
	if part == "" {
		return reason
	}
	return part + ": " + reason
}

// Prose is the article's body with its markup taken out, line by line.
func (r *Reading) Prose() string {
	a := r.Article
	var b strings.Builder
	at := a.Body.Start
	for _, m := range a.Markup {
		if m.Start >= at && m.End <= a.Body.End {
			b.WriteString(a.Text[at:m.Start])
			at = m.End
		}
	}
	b.WriteString(a.Text[at:a.Body.End])
	lines := strings.Split(b.String(), "\n")
	kept := lines[:0]
	for i, l := range lines {
		l = strings.TrimRight(l, " \t\r")
		if l != "" || i > 0 && len(kept) > 0 && kept[len(kept)-1] != "" {
			kept = append(kept, l)
		}
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}
