// Package article holds what every later stage stands on: one outlet's text,
// what is known of where it came from, and spans into it. It imports nothing
// of the project.
package article

import "time"

// Article is one outlet's text with its metadata. Text is everything that was
// read, decoded to valid UTF-8, front matter included; Title and Body are spans
// in it, so that lines and columns are those of the file. Nothing changes an
// Article once it has been read.
type Article struct {
	ID        string    // unique in a run: the file's name without its ending, or the name it was given
	Outlet    string    // who published it; the ID where nothing else says
	Headline  string    // the title as read (entities and escapes decoded); "" where there is none
	Published time.Time // midnight UTC where only a day is known; zero where not known
	Author    string    // "" where not known
	URL       string    // "" where not known
	Language  string    // BCP 47 primary tag, "en"
	Path      string    // where it was read from; "-" for standard input
	Agency    string    // whose copy the outlet carries; "" where not known
	SHA256    string    // of the bytes as read, lower-case hexadecimal
	Text      string    // UTF-8
	Extracted bool      // Text was taken out of a page or a container: its lines and columns aren't the file's
	Title     Span      // the headline in Text; empty where it has none
	Body      Span      // the text proper
	Truncated string    // why Text is only a part of the article, as the text itself says; "" where it doesn't
	// Corrections are what the outlet says at the foot of the article about
	// changes to it. They aren't in Body.
	Corrections []string
	Markup      []Span // syntax in Text that is no prose (emphasis marks, link targets, …), to be read as white space; in order, disjoint, each within a line
}

// Blanked is Text with fill in place of each byte of markup, so that spans fit it as
// they fit Text.
func (a *Article) Blanked(fill byte) string {
	if len(a.Markup) == 0 {
		return a.Text
	}
	text := []byte(a.Text)
	for _, m := range a.Markup {
		for i := m.Start; i < m.End; i++ {
			text[i] = fill
		}
	}
	return string(text)
}
