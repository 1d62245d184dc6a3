package render

import (
	"bytes"
	"slices"
)

// ink turns styles into what a terminal shows; the zero ink sets text only.
type ink struct{ colour bool }

// selectGraphic is the SGR parameters (ECMA-48) of each style.
var selectGraphic = [styles]string{
	strong:        "1",
	faint:         "2",
	marked:        "1;4",
	conflictStyle: "1;31",
	internalStyle: "1;35",
	differStyle:   "33",
	agreeStyle:    "32",
	evidenceStyle: "1",
	focusStyle:    "1;33",
}

// outside is a line that stands outside tables.
func (k ink) outside(p physical) string {
	if len(p.runs) > 0 {
		p.runs = slices.Clone(p.runs)
		p.runs[0].text = startOfLine(p.runs[0].text)
	}
	return k.set(p.runs)
}

// set is runs that are clean as text of one line; what is switched on is
// switched off again within the line.
func (k ink) set(runs []run) string {
	var b bytes.Buffer
	k.write(&b, runs)
	return b.String()
}

// write is set to a buffer.
func (k ink) write(b *bytes.Buffer, runs []run) {
	now := normal
	change := func(s style) {
		if !k.colour || s == now {
			return
		}
		if now != normal {
			b.WriteString("\x1b[0m")
		}
		if s != normal {
			b.WriteString("\x1b[" + selectGraphic[s] + "m")
		}
		now = s
	}
	for _, r := range runs {
		change(r.style)
		b.WriteString(r.text)
	}
	change(normal)
}
