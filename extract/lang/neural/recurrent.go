package neural

import "math"

// Recurrent is a layer of simple recurrent units (Lei et al. 2018) that reads a
// sentence in both directions: half of the columns of what it gives comes from
// the left, half from the right. What flows in and out has one row a word and
// as many columns as the layer is wide.
//
// Its weights are the matrix by which the candidates, the forget gates and the
// reset gates of all columns are made of a word, and four vectors: the weights
// of the state before in either gate, and the gates' biases.
type Recurrent struct {
	width   int
	matrix  Matrix
	vectors []float32
}

// RecurrentSize is how many weights a layer of a width has.
func RecurrentSize(width int) int { return 3*width*width + 4*width }

// NewRecurrent is the layer whose weights are given. It does not change them.
func NewRecurrent(width int, weights []float32) Recurrent {
	weights = weights[:RecurrentSize(width)]
	return Recurrent{width, NewMatrix(weights, width, 3*width), weights[3*width*width:]}
}

// Highway scales what passes a layer untouched, so that what it gives varies as
// much as what it got.
var Highway = float32(math.Sqrt(3))

// Trace is what a pass forward leaves for those who learn the weights. Its memory
// is used again by the next pass.
type Trace struct {
	Made  []float32 // candidates and gates before they are squashed, 3·width a row
	State []float32
}

// Forward gives out for in, which holds the sentences that end before the rows
// ends, one after the other.
func (l *Recurrent) Forward(out, in []float32, ends []int, t *Trace) {
	t.Made = Sized(t.Made, len(in)*3)
	l.Make(t.Made, in)
	l.Pass(out, in, ends, t)
}

// Make sets made to the candidates and gates of the words in, each of which rests on its
// word alone.
func (l *Recurrent) Make(made, in []float32) { l.matrix.Product(made, in) }

// Pass is Forward for words whose candidates and gates the trace has.
func (l *Recurrent) Pass(out, in []float32, ends []int, t *Trace) {
	width, half := l.width, l.width/2
	rows := len(in) / width
	t.State = Sized(t.State, rows*width)
	zero := make([]float32, half)
	start := 0
	for _, end := range ends {
		for side := range 2 {
			previous := zero
			for step := range end - start {
				row := start + step
				if side == 1 {
					row = end - 1 - step
				}
				previous = l.step(out, in, t, row*width+side*half, side, previous)
			}
		}
		start = end
	}
}

// step computes half a row, from column at of the rows as a line on, and returns
// its state.
func (l *Recurrent) step(out, in []float32, t *Trace, at, side int, previous []float32) []float32 {
	width, half := l.width, l.width/2
	made := t.Made[at/width*3*width+side*half:]
	vector := func(n int) []float32 { return l.vectors[n*width+side*half:][:half] }
	s := step{
		out[at:][:half], t.State[at:][:half], in[at:][:half], previous[:half],
		made[:half], made[width:][:half], made[2*width:][:half],
		vector(0), vector(1), vector(2), vector(3),
	}
	s.run()
	return s.state
}

// step is what some units read and write for a word: what they give and their
// state; the word, the state before and what the matrix makes of the word; and
// the weights of the state before in the gates, and the gates' biases.
type step struct {
	out, state, in, previous, candidate, forget, reset []float32
	byForget, byReset, biasForget, biasReset           []float32
}

func (s step) runPlainly() {
	for j, p := range s.previous {
		f := Gate(s.forget[j] + float32(s.byForget[j]*p) + s.biasForget[j])
		r := Gate(s.reset[j] + float32(s.byReset[j]*p) + s.biasReset[j])
		s.state[j] = float32(f*p) + float32((1-f)*s.candidate[j])
		s.out[j] = float32(r*s.state[j]) + float32((1-r)*float32(s.in[j]*Highway))
	}
}

// Sized is s with length n, in new memory where it has too little. What it holds
// is left over.
func Sized(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	return s[:n]
}
