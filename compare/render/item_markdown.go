package render

import "bytes"

// writeMarkdownItem sets an item as one of a list, with a list of its own for what
// each outlet says.
func writeMarkdownItem(b *bytes.Buffer, it *item) {
	indent := ""
	if it.number > 0 {
		indent = "   "
	}
	head := markdownLine(it.head)
	for _, l := range it.told {
		head += "<br>" + markdownLine(l)
	}
	if head == "" {
		head = markdownLine(it.tags)
	}
	if head != "" {
		if it.number > 0 {
			b.WriteString(it.heads() + " ")
		}
		b.WriteString(head + "\n")
	}
	for _, p := range it.passages {
		// A line never begins with an article's words, which could be another list.
		b.WriteString(indent + "- " + markdownLine(line{{p.label + ":", strong}}) + " " + markdownLine(p.text) + "\n")
	}
}
