package render

// A page is what a report looks like before a format writes it: table and
// Markdown set the same blocks.

// block is one of heading, paragraph, gap, *item and *grid.
type block interface{ isBlock() }

// partLevel is the level of a heading that stands on one line and not above a rule.
const partLevel = 4

// heading is a title; level counts from 1.
type heading struct {
	level int
	text  line
}

// paragraph is a line of its own.
type paragraph struct{ text line }

// gap sets what follows apart.
type gap struct{}

// grid is a table. It has at least one column.
type grid struct {
	columns []column
	entries []entry
	tight   bool // no rules stand between entries
}

func (heading) isBlock()   {}
func (gap) isBlock()       {}
func (paragraph) isBlock() {}
func (*grid) isBlock()     {}

// column is a column of a grid. weight is its share of the width where not all
// columns get what they ask for; a rigid column gets it before the others.
type column struct {
	title  string
	weight int
	rigid  bool
	right  bool // figures, set to the right
}

// entry is a part of a grid that belongs together: head are the cells of the
// first columns, which stand once; rows have the cells of the others.
type entry struct {
	head cells
	rows []cells
}

// cells is cells side by side.
type cells []cell
