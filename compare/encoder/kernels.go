package encoder

// kernels are the loops that nearly all time is spent in. Every set of them gives
// the same bits: whole numbers are summed exactly, and of other numbers each
// product is rounded before it is added, sums are made in the order that the
// plain set has.
type kernels struct {
	name string
	// multiply sets rows of out to those of in times the product's weights. It may
	// set further rows up to a multiple of rowBlock.
	multiply func(out []float32, p *product, in *quantized, rows int)
	// bounds are the least and the largest of x times smooth, and 0.
	bounds func(x, smooth []float32) (lo, hi float32)
	// quantize sets q to x times smooth times inverse plus zero, rounded to even.
	quantize func(q []byte, x, smooth []float32, inverse, zero float32)
	// gelu sets each x to gelu(x).
	gelu func(x []float32)
	// add adds y to x and gives the sum of x, in lanes.
	add func(x, y []float32) float32
	// squares is the sum of the squares of x - mean, in lanes.
	squares func(x []float32, mean float32) float32
	// normalize sets each x to (x - mean) * inverse * weight + bias.
	normalize func(x, weight, bias []float32, mean, inverse float32)
	// softmax makes each row of scores, len(mask) wide, into probabilities, after
	// it has added mask.
	softmax func(scores, mask []float32)
	// matmul sets columns of c to the product of a and b, a sum after the other.
	matmul func(c, a, b matrix, rows, inner, columns int)
	// turn sets each column of to to a row of from, inner numbers long.
	turn func(to, from matrix, rows, inner int)
}

// matrix is rows of numbers, each stride after the one before.
type matrix struct {
	numbers []float32
	stride  int
}

// from is the matrix from a number on.
func (m matrix) from(n int) matrix { return matrix{m.numbers[n:], m.stride} }

const (
	// lanes is how many sums a sum is made of: of each lanes-th number. In the end
	// the upper half of them is added to the lower until one is left.
	lanes = 32
	// columnBlock is what the columns of matmul are a multiple of.
	columnBlock = 32
)

// fastest is the set that this machine runs fastest.
func fastest() *kernels { return sets()[0] }
