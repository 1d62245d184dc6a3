package read

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// proseParagraphs are the paragraphs of a text without markup: what stands
// between blank lines, its lines joined where they are wrapped; where there is no
// blank line, each line.
func proseParagraphs(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\f", "\n\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = oneLine(l)
	}
	var out, block []string
	end := func() {
		if len(block) > 0 {
			out = append(out, unwrapped(block)...)
		}
		block = nil
	}
	blank := strings.Contains(strings.TrimSpace(strings.Join(lines, "\n")), "\n\n")
	for _, l := range lines {
		switch {
		case l == "":
			end()
		case blank:
			block = append(block, l)
		default:
			block = append(block, l)
		}
	}
	end()
	return out
}

// widest is the length of the longest line that is wrapped by hand or by a mail
// program, in characters.
const widest = 100

// unwrapped joins the lines of a block that were one: none is longer than widest
// and all but the last fill most of the width.
func unwrapped(lines []string) []string {
	longest := 0
	for _, l := range lines {
		longest = max(longest, utf8.RuneCountInString(l))
	}
	if longest > widest || longest < 40 {
		return lines
	}
	var out []string
	var b strings.Builder
	for i, l := range lines {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(l)
		next := ""
		if i+1 < len(lines) {
			next, _, _ = strings.Cut(lines[i+1], " ")
		}
		fits := utf8.RuneCountInString(l)+1+utf8.RuneCountInString(next) <= longest*4/5
		if next == "" || fits && strings.ContainsRune(".!?:”\"", lastRune(l)) {
			out = append(out, b.String())
			b.Reset()
		}
	}
	return out
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// fragmentParagraphs are the paragraphs of a piece of HTML, all of which is
// content.
func fragmentParagraphs(source string) []string {
	nodes, err := html.ParseFragment(strings.NewReader(source), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return nil
	}
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return paragraphsOf(root)
}
