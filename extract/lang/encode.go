package lang

import "xref/extract/lang/neural"

// encoder turns the words of sentences into what the network's layers give for
// them. Its memory is used again by the next sentences.
type encoder struct {
	net    *network
	rows   []int32 // of each word, one a table
	ends   []int   // the word after the last one of each sentence
	states [netLayers + 1][]float32
	traces [netLayers]neural.Trace
	places []float32   // what each word adds to the choice of an action, by its place
	arcs   []float32   // what it adds to the choice of a relation, by its end of the arc
	noise  disturbance // in training
}

// disturbance leaves things out while the network learns.
type disturbance interface {
	drop(rows []int32)                       // rows of words
	blur(level int, x []float32, ends []int) // columns of the sentences' rows
}

// encode reads sentences. After the rows of their words come one for the root and
// one for no word at all.
func (e *encoder) encode(sentences ...[]word) {
	total := 0
	e.ends = e.ends[:0]
	for _, s := range sentences {
		total += len(s)
		e.ends = append(e.ends, total)
	}
	e.look(sentences, total)
	for l := range e.net.layers {
		rows := total
		if l == netLayers-1 {
			rows += 2
		}
		out := neural.Sized(e.states[l+1], rows*netWidth)
		e.net.layers[l].Forward(out, e.states[l], e.ends, &e.traces[l], e.noise != nil)
		e.states[l+1] = out
		if e.noise != nil {
			e.noise.blur(l+1, out, e.ends)
		}
	}
	final := e.states[netLayers]
	copy(final[total*netWidth:], e.net.weights.nobody)
	e.places = neural.Sized(e.places, (total+2)*e.net.places.Columns)
	e.net.places.Product(e.places, final)
	e.arcs = neural.Sized(e.arcs, (total+2)*e.net.ends.Columns)
	e.net.ends.Product(e.arcs, final)
}

// look sets the words' rows and their sums.
func (e *encoder) look(sentences [][]word, total int) {
	if cap(e.rows) < total*len(wordTables) {
		e.rows = make([]int32, 2*total*len(wordTables))
	}
	e.rows = e.rows[:total*len(wordTables)]
	t := 0
	for _, s := range sentences {
		for i := range s {
			rowsOf(&s[i], e.rows[t:t+len(wordTables)])
			t += len(wordTables)
		}
	}
	if e.noise != nil {
		e.noise.drop(e.rows)
	}
	x := neural.Sized(e.states[0], total*netWidth)
	clear(x)
	for i, r := range e.rows {
		if r != none {
			at := i / len(wordTables) * netWidth
			e.net.tables.add(x[at:at+netWidth], r)
		}
	}
	e.states[0] = x
	if e.noise != nil {
		e.noise.blur(0, x, e.ends)
	}
}
