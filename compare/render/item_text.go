package render

import (
	"bytes"
	"strings"
)

// How an item is set for a terminal: its number stands before an indent, labels in a
// column of their own that is no wider than widestLabel.
const (
	itemIndent  = 4
	widestLabel = 20
)

// writeItem sets an item for a terminal.
func writeItem(b *bytes.Buffer, it *item, width int, pen ink) {
	number := it.heads()
	room := width - itemIndent
	first := true
	put := func(l line, indent, hanging int) {
		for i, p := range wrap(l, room-indent-hanging) {
			lead := strings.Repeat(" ", itemIndent+indent)
			if i > 0 {
				lead += strings.Repeat(" ", hanging)
			}
			if first {
				lead = number + lead[min(len(number), len(lead)):]
				first = false
			}
			b.WriteString(lead + pen.outside(p) + "\n")
		}
	}
	if len(it.head) > 0 {
		if number == "" {
			for i, p := range wrap(it.head, width-2) {
				b.WriteString(strings.Repeat(" ", min(i, 1)*2) + pen.outside(p) + "\n")
			}
		} else {
			put(it.head, 0, 0)
		}
	}
	for _, l := range it.told {
		put(l, 0, 0)
	}
	column := 0
	for _, p := range it.passages {
		for _, label := range strings.Split(p.label, ", ") { // one that names several goes beyond the column
			column = max(column, min(displayWidth(Plain(label)), widestLabel))
		}
	}
	used := 0
	for n, p := range it.passages {
		label := startOfLine(Plain(p.label))
		if n > 0 && p.label == it.passages[n-1].label {
			label = "" // the same outlet goes on
		}
		l := p.text
		lead := pen.set([]run{{label, strong}}) + strings.Repeat(" ", max(0, column-displayWidth(label)))
		lead += "  "
		if displayWidth(label) > column { // it goes on to its own first line
			l = append(line{{label + ": ", strong}}, p.text...)
			lead = ""
		}
		for i, ph := range wrap(l, room-column-2) {
			if i > 0 {
				lead = strings.Repeat(" ", column+2)
			}
			indent := strings.Repeat(" ", itemIndent)
			if first {
				indent = number + indent[min(len(number), itemIndent):]
				first = false
			}
			b.WriteString(indent + lead + pen.outside(ph) + "\n")
			used = itemIndent + column + 2 + ph.width
		}
	}
	if len(it.tags) == 0 {
		return
	}
	tags := wrap(it.tags, room-column-2)
	if len(tags) == 1 && used > 0 && used+2+tags[0].width <= width {
		b.Truncate(b.Len() - 1)
		b.WriteString("  " + pen.set(tags[0].runs) + "\n")
		return
	}
	for _, p := range tags {
		b.WriteString(strings.Repeat(" ", itemIndent+column+2) + pen.outside(p) + "\n")
	}
}
