package analyser

import "xref/extract/lang/neural"

// Encoder turns the words of sentences into what the network's layers give for
// them. Its memory is used again by the next sentences.
type Encoder struct {
	Net    *Network
	Rows   []int32 // of each word, one a table
	Ends   []int   // the word after the last one of each sentence
	States [NetLayers + 1][]float32
	Traces [NetLayers]neural.Trace
	Places []float32   // what each word adds to the choice of an action, by its place
	Arcs   []float32   // what it adds to the choice of a relation, by its end of the arc
	Noise  disturbance // in training
}

// disturbance leaves things out while the network learns.
type disturbance interface {
	Drop(rows []int32)                       // rows of words
	Blur(level int, x []float32, ends []int) // columns of the sentences' rows
}

// Encode reads sentences. After the rows of their words come one for the root and
// one for no word at all.
func (e *Encoder) Encode(sentences ...[]Word) {
	total := 0
	e.Ends = e.Ends[:0]
	for _, s := range sentences {
		total += len(s)
		e.Ends = append(e.Ends, total)
	}
	e.look(sentences, total)
	for l := range e.Net.Layers {
		rows := total
		if l == NetLayers-1 {
			rows += 2
		}
		out := neural.Sized(e.States[l+1], rows*NetWidth)
		e.Net.Layers[l].Forward(out, e.States[l], e.Ends, &e.Traces[l])
		e.States[l+1] = out
		if e.Noise != nil {
			e.Noise.Blur(l+1, out, e.Ends)
		}
	}
	final := e.States[NetLayers]
	copy(final[total*NetWidth:], e.Net.Weights.Nobody)
	e.Places = neural.Sized(e.Places, (total+2)*e.Net.places.Columns)
	e.Net.places.Product(e.Places, final)
	e.Arcs = neural.Sized(e.Arcs, (total+2)*e.Net.ends.Columns)
	e.Net.ends.Product(e.Arcs, final)
}

// look sets the words' rows and their sums.
func (e *Encoder) look(sentences [][]Word, total int) {
	if cap(e.Rows) < total*len(WordTables) {
		e.Rows = make([]int32, 2*total*len(WordTables))
	}
	e.Rows = e.Rows[:total*len(WordTables)]
	t := 0
	for _, s := range sentences {
		for i := range s {
			rowsOf(&s[i], e.Rows[t:t+len(WordTables)])
			t += len(WordTables)
		}
	}
	if e.Noise != nil {
		e.Noise.Drop(e.Rows)
	}
	x := neural.Sized(e.States[0], total*NetWidth)
	clear(x)
	for i, r := range e.Rows {
		if r != None {
			at := i / len(WordTables) * NetWidth
			e.Net.tables.Add(x[at:at+NetWidth], r)
		}
	}
	e.States[0] = x
	if e.Noise != nil {
		e.Noise.Blur(0, x, e.Ends)
	}
}
