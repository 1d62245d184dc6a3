package render

import (
	"strings"
	"unicode/utf8"

	"xref/extract/article"
)

// longest is how many bytes of a passage a table shows; context is how many
// stay on each side of marked words where a passage is longer.
const (
	longest = 220
	context = 60
)

// leftOut stands for words of a passage that a table leaves out.
const leftOut = "…"

// whole is the words of span with those of marks marked, marks being in order and
// within span.
func whole(text string, span article.Span, marks []article.Span) line {
	var out line
	at := span.Start
	for _, m := range marks {
		out = append(out, run{text[at:m.Start], normal}, run{m.In(text), marked})
		at = m.End
	}
	return append(out, run{text[at:span.End], normal})
}

// excerpt is whole, but for words of a long passage that are far from all marks;
// of one without marks, the end.
func excerpt(text string, span article.Span, marks []article.Span) line {
	if span.Len() <= longest {
		return whole(text, span, marks)
	}
	var out line
	add := func(s style, from, to int) {
		if from < to {
			out = append(out, run{text[from:to], s})
		}
	}
	if len(marks) == 0 {
		end := backToSpace(text, span.Start, span.Start+longest)
		add(normal, span.Start, end)
		return append(out, run{" " + leftOut, faint})
	}
	at := span.Start
	for i := 0; i <= len(marks); i++ {
		next := span.End
		if i < len(marks) {
			next = marks[i].Start
		}
		from, to := at, next
		keepBefore, keepAfter := i > 0, i < len(marks)
		if to-from > 2*context+len(leftOut) {
			if keepBefore {
				add(normal, from, onToSpace(text, from+context, to))
			}
			lead, tail := " ", " "
			if !keepBefore {
				lead = ""
			}
			if !keepAfter {
				tail = ""
			}
			out = append(out, run{lead + leftOut + tail, faint})
			if keepAfter {
				start := backToSpace(text, from, to-context)
				for start < to && text[start] == ' ' {
					start++
				}
				add(normal, start, to)
			}
		} else {
			add(normal, from, to)
		}
		if i < len(marks) {
			add(marked, marks[i].Start, marks[i].End)
			at = marks[i].End
		}
	}
	return out
}

// backToSpace is the last place in text[from:at] where a space stands, or a
// place near at where a character begins.
func backToSpace(text string, from, at int) int {
	if i := strings.LastIndexAny(text[from:at], " \n\t"); i > 0 {
		return from + i
	}
	for at > from && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// onToSpace is the first place in text[at:to] where a space stands, or to.
func onToSpace(text string, at, to int) int {
	for at < to && !utf8.RuneStart(text[at]) {
		at++
	}
	if i := strings.IndexAny(text[at:to], " \n\t"); i >= 0 {
		return at + i
	}
	return to
}
