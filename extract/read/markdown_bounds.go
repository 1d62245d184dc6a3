package read

import "bytes"

// Bounds of syntax, above what any article has. The parser takes time in the square of
// how deep containers nest in a line, and of how many openers stand in a block.
const (
	mostContainers = 8    // of a line
	mostIndent     = 64   // white space at the start of a line, in bytes
	mostOpeners    = 500  // of each sort in a block
	mostItems      = 2000 // of lists, in the text
)

// openers are the characters that the parser looks for a partner of.
const openers = "*_~[]`<&\\!("

// plainer is source with a letter in place of what goes beyond the bounds of syntax,
// so that the parser takes it for prose; offsets stay.
func plainer(source []byte) []byte {
	out := bytes.Clone(source)
	var seen [len(openers)]int
	items := 0
	for start := 0; start < len(out); {
		end := len(out)
		if i := bytes.IndexByte(out[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := out[start:end]
		at, containers := plainerStart(line, &items)
		if containers > 0 || at == len(line) || line[at] == '#' {
			clear(seen[:]) // another block
		}
		for i := at; i < len(line); i++ {
			sort := bytes.IndexByte([]byte(openers), line[i])
			if sort < 0 {
				continue
			}
			if seen[sort]++; seen[sort] > mostOpeners {
				line[i] = neutral
			}
		}
		start = end + 1
	}
	return out
}

// neutral is a letter that stands for no syntax.
const neutral = 'x'

// plainerStart makes the start of a line plainer: its white space, and the marks of
// quotations and lists, which it counts in items. It returns where they end, and how many marks there are.
func plainerStart(line []byte, items *int) (end, containers int) {
	indent := 0
	for i := 0; i < len(line); {
		mark := 0
		switch c := line[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			if indent++; indent > mostIndent {
				line[i] = neutral
			}
			i++
			continue
		case c == '>':
			mark = 1
		default:
			mark = listMark(line[i:])
		}
		if mark == 0 {
			return i, containers
		}
		if line[i] != '>' {
			*items++
		}
		if containers++; containers > mostContainers || *items > mostItems {
			for j := i; j < i+mark; j++ {
				line[j] = neutral
			}
		}
		i += mark
	}
	return len(line), containers
}

// listMark is how long the mark of an item of a list is that a line begins with.
func listMark(line []byte) int {
	n := 0
	switch c := line[0]; {
	case c == '-' || c == '+' || c == '*':
		n = 1
	case '0' <= c && c <= '9':
		for n < len(line) && '0' <= line[n] && line[n] <= '9' {
			n++
		}
		if n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	}
	if n == 0 || n < len(line) && line[n] != ' ' && line[n] != '\t' && line[n] != '\r' {
		return 0
	}
	return n
}
