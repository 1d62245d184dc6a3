package render

import "strings"

// style is how a run of text is set. Formats that know no styles show marked
// runs by marks of their own and leave the rest.
type style uint8

const (
	normal style = iota
	strong
	faint
	marked // the words that carry a difference
	conflictStyle
	internalStyle
	differStyle
	agreeStyle
	evidenceStyle // a passage in its paragraph
	focusStyle    // the words in it that carry the value
	styles        // how many there are
)

// run is text in one style, as it stands in the article or in xref's words; the
// formats clean it.
type run struct {
	text  string
	style style
}

// line is one paragraph of a cell or of the page, to be wrapped.
type line []run

// cell is the content of one place in a table.
type cell []line

// say is a line of one run.
func say(s style, text string) line { return line{{text, s}} }

// plainCell is a cell of one line, empty where text is.
func plainCell(text string) cell {
	if text == "" {
		return nil
	}
	return cell{say(normal, text)}
}

// text is the line without its styles.
func (l line) text() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.text)
	}
	return b.String()
}
