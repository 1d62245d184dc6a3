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

	repeated *repeated // words that are kept; nil while the network learns
	lazy     bool      // each part of Places and Arcs is made when it is asked for
	done     []bool    // which parts of Places are made, then of Arcs
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
		if l == 0 && e.repeated != nil {
			e.Net.Layers[l].Pass(out, e.States[l], e.Ends, &e.Traces[l])
		} else {
			e.Net.Layers[l].Forward(out, e.States[l], e.Ends, &e.Traces[l])
		}
		e.States[l+1] = out
		if e.Noise != nil {
			e.Noise.Blur(l+1, out, e.Ends)
		}
	}
	final := e.States[NetLayers]
	copy(final[total*NetWidth:], e.Net.Weights.Nobody)
	e.Places = neural.Sized(e.Places, (total+2)*e.Net.places.Columns)
	e.Arcs = neural.Sized(e.Arcs, (total+2)*e.Net.ends.Columns)
	if e.lazy {
		e.done = append(e.done[:0], make([]bool, (total+2)*(StatePlaces+ArcEnds))...)
		return
	}
	e.Net.places.Product(e.Places, final)
	e.Net.ends.Product(e.Arcs, final)
}

// want has the parts of Places made that are asked for: of each word that in its place.
// Half of them nobody asks for.
func (e *Encoder) want(words []int32) {
	if e.lazy {
		e.complete(e.Places, e.done, &e.Net.places, words)
	}
}

// wantArcs is want for Arcs.
func (e *Encoder) wantArcs(words []int32) {
	if e.lazy {
		e.complete(e.Arcs, e.done[len(e.done)/(StatePlaces+ArcEnds)*StatePlaces:], &e.Net.ends, words)
	}
}

func (e *Encoder) complete(all []float32, done []bool, by *neural.Matrix, words []int32) {
	width := by.Columns / len(words)
	for k, w := range words {
		if at := int(w)*len(words) + k; !done[at] {
			done[at] = true
			by.Row(all[at*width:(at+1)*width], e.States[NetLayers][int(w)*NetWidth:], k*width)
		}
	}
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
	if e.repeated != nil {
		e.first(total)
		return
	}
	x := neural.Sized(e.States[0], total*NetWidth)
	clear(x)
	for i := range total {
		e.sum(x[i*NetWidth:(i+1)*NetWidth], e.Rows[i*len(WordTables):(i+1)*len(WordTables)])
	}
	e.States[0] = x
	if e.Noise != nil {
		e.Noise.Blur(0, x, e.Ends)
	}
}

// sum adds a word's rows of the tables to x.
func (e *Encoder) sum(x []float32, rows []int32) {
	for _, r := range rows {
		if r != None {
			e.Net.tables.Add(x, r)
		}
	}
}
