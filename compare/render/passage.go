package render

import (
	"strings"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/lexicon"
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
		out = append(out, run{bare(text[at:m.Start]), normal}, run{bare(m.In(text)), marked})
		at = m.End
	}
	return append(out, run{bare(text[at:span.End]), normal})
}

// excerpt is whole, but for words of a long passage that are far from all marks;
// of one without marks, the end.
func excerpt(text string, span article.Span, marks []article.Span) line {
	return excerptOf(text, span, marks, longest, context)
}

// excerptOf is excerpt with other bounds.
func excerptOf(text string, span article.Span, marks []article.Span, longest, context int) line {
	if span.Len() <= longest {
		return whole(text, span, marks)
	}
	var out line
	add := func(s style, from, to int) {
		if from < to {
			out = append(out, run{bare(text[from:to]), s})
		}
	}
	if len(marks) == 0 {
		end := neatEnd(text, span.Start, span.Start+longest)
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

// tooShort is how many bytes a passage may have that says little by itself, a
// pronoun or a bare number; beside is how many bytes around it are shown.
const (
	tooShort = 7
	beside   = 36
)

// inContext is a span marked among the words of its line that stand around it.
func inContext(text string, span article.Span) line {
	whole := lineOf(text, span)
	from, to := whole.Start, whole.End
	var l line
	if span.Start-from > beside {
		from = onToSpace(text, span.Start-beside, span.Start)
		l = append(l, run{leftOut, faint})
	}
	cut := to-span.End > beside
	if cut {
		to = backToSpace(text, span.End, span.End+beside)
	}
	l = append(l, run{bare(text[from:span.Start]), normal}, run{bare(span.In(text)), marked}, run{bare(text[span.End:to]), normal})
	if cut {
		l = append(l, run{" " + leftOut, faint})
	}
	return l
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

// leastKept is how much of what fits is kept at least of a passage that is cut.
const leastKept = 0.6

// neatEnd is where words from a place on are cut so that they take no more than to
// another: where a clause ends, or else before the words that lead up to the next one.
func neatEnd(text string, from, at int) int {
	end := backToSpace(text, from, at)
	least := from + int(leastKept*float64(at-from))
	for i := end; i > least; i-- {
		if c := text[i-1]; (c == ',' || c == ';') && i < len(text) && text[i] == ' ' {
			return i - 1
		}
	}
	for {
		i := strings.LastIndexAny(text[from:end], " \n\t")
		if i <= 0 || from+i < least || !lexicon.Stopword(strings.ToLower(text[from+i+1:end])) {
			return end
		}
		end = from + i
	}
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
