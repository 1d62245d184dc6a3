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
	weights []float32
	matrix  Matrix
	vectors []float32
}

// RecurrentSize is how many weights a layer of a width has.
func RecurrentSize(width int) int { return 3*width*width + 4*width }

// NewRecurrent is the layer whose weights are given. It does not change them.
func NewRecurrent(width int, weights []float32) Recurrent {
	weights = weights[:RecurrentSize(width)]
	return Recurrent{width, weights, NewMatrix(weights, width, 3*width), weights[3*width*width:]}
}

// highway scales what passes a layer untouched, so that what it gives varies as
// much as what it got.
var highway = float32(math.Sqrt(3))

// Trace is what a pass forward leaves for the pass back. Its memory is used
// again by the next pass.
type Trace struct {
	made           []float32 // candidates and gates before they are squashed, 3·width a row
	state          []float32
	forget, reset  []float32
	slopeF, slopeR []float32
}

// Forward gives out for in, which holds the sentences that end before the rows
// ends, one after the other. Without slopes the trace is of no use to Backward.
func (l *Recurrent) Forward(out, in []float32, ends []int, t *Trace, slopes bool) {
	width, half := l.width, l.width/2
	rows := len(in) / width
	t.made = Sized(t.made, rows*3*width)
	l.matrix.Product(t.made, in)
	t.state = Sized(t.state, rows*width)
	if slopes {
		for _, s := range []*[]float32{&t.forget, &t.reset, &t.slopeF, &t.slopeR} {
			*s = Sized(*s, rows*width)
		}
	}
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
				previous = l.step(out, in, t, row*width+side*half, side, previous, slopes)
			}
		}
		start = end
	}
}

// step computes half a row, from column at of the rows as a line on, and returns
// its state.
func (l *Recurrent) step(out, in []float32, t *Trace, at, side int, previous []float32, slopes bool) []float32 {
	width, half := l.width, l.width/2
	made := t.made[at/width*3*width+side*half:]
	vector := func(n int) []float32 { return l.vectors[n*width+side*half:][:half] }
	s := step{
		out[at:][:half], t.state[at:][:half], in[at:][:half], previous[:half],
		made[:half], made[width:][:half], made[2*width:][:half],
		vector(0), vector(1), vector(2), vector(3),
	}
	s.run()
	if slopes {
		for j, p := range s.previous {
			t.forget[at+j], t.slopeF[at+j] = gateSlope(s.forget[j] + float32(s.byForget[j]*p) + s.biasForget[j])
			t.reset[at+j], t.slopeR[at+j] = gateSlope(s.reset[j] + float32(s.byReset[j]*p) + s.biasReset[j])
		}
	}
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
		f := gate(s.forget[j] + float32(s.byForget[j]*p) + s.biasForget[j])
		r := gate(s.reset[j] + float32(s.byReset[j]*p) + s.biasReset[j])
		s.state[j] = float32(f*p) + float32((1-f)*s.candidate[j])
		s.out[j] = float32(r*s.state[j]) + float32((1-r)*float32(s.in[j]*highway))
	}
}

// Backward adds the slopes of the loss by the weights to slopes, which is laid
// out as the weights are, and sets byIn to those by in, given those by out.
func (l *Recurrent) Backward(slopes, byIn, byOut, in []float32, ends []int, t *Trace) {
	width, half := l.width, l.width/2
	byMade := make([]float32, 3*len(in))
	byVectors := slopes[3*width*width:]
	carry := make([]float32, half)
	start := 0
	for _, end := range ends {
		for side := range 2 {
			clear(carry)
			for step := end - start - 1; step >= 0; step-- {
				row, before := start+step, start+step-1
				if side == 1 {
					row, before = end-1-step, end-step
				}
				at := row*width + side*half
				made, by := t.made[row*3*width+side*half:], byMade[row*3*width+side*half:]
				for j := range half {
					p := float32(0)
					if step > 0 {
						p = t.state[before*width+side*half+j]
					}
					g, f, r := byOut[at+j], t.forget[at+j], t.reset[at+j]
					byR := float32(g*(t.state[at+j]-float32(in[at+j]*highway))) * t.slopeR[at+j]
					byC := float32(g*r) + carry[j]
					byF := float32(byC*(p-made[j])) * t.slopeF[at+j]
					byIn[at+j] = float32(g * (1 - r) * highway)
					by[j], by[width+j], by[2*width+j] = float32(byC*(1-f)), byF, byR
					v := side*half + j
					carry[j] = float32(byC*f) + float32(byF*l.vectors[v]) + float32(byR*l.vectors[width+v])
					byVectors[v] += float32(byF * p)
					byVectors[width+v] += float32(byR * p)
					byVectors[2*width+v] += byF
					byVectors[3*width+v] += byR
				}
			}
		}
		start = end
	}
	MultiplyBack(slopes[:3*width*width], byIn, byMade, in, l.weights[:3*width*width], width, 3*width)
}

// MultiplyBack is the way back through the product of in and a matrix of
// weights, inner × columns row by row: it adds to the slopes by the weights and
// to those by in. The sizes of both sides must be multiples of Panel.
func MultiplyBack(byWeights, byIn, byOut, in, weights []float32, inner, columns int) {
	rows := len(in) / inner
	product := make([]float32, max(len(byWeights), len(in)))
	by := NewMatrix(byOut, rows, columns)
	by.Product(product, transposed(in, rows, inner))
	Add(byWeights, product)
	back := NewMatrix(transposed(weights, inner, columns), columns, inner)
	back.Product(product, byOut)
	Add(byIn[:len(in)], product)
}

// Sized is s with length n, in new memory where it has too little. What it holds
// is left over.
func Sized(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	return s[:n]
}
