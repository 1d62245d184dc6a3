package encoder

import (
	"math"
	"slices"
)

const (
	// weightLimit is the largest weight. Two products of such a weight and an
	// unsigned byte fit 16 bits, which the kernel for AVX2 rests on.
	weightLimit = 64
	// panel is how many outputs a product's weights are held by, and group how
	// many inputs. Within a panel weights stand group by group, within a group
	// output by output.
	panel, group = 16, 4
	// panelBlock is what the numbers of inputs and outputs are a multiple of.
	panelBlock = 64
	// rowBlock is what the rows that a kernel takes at once divide. Buffers of rows
	// are a multiple of it.
	rowBlock = 48
)

// product makes rows of outputs from rows of inputs with weights of 8 bits.
type product struct {
	inputs, outputs int
	smooth          []float32 // by which inputs are multiplied before they are rounded to bytes
	scales, biases  []float32 // of outputs
	sums            []int32   // of each output's weights
	weights         []byte    // signed
}

// summed reports whether sums are those of the weights: the kernels make use of
// them in several ways.
func (p *product) summed(k *kernels) bool {
	unit := *p
	unit.scales, unit.biases = slices.Repeat([]float32{1}, p.outputs), make([]float32, p.outputs)
	ones := newQuantized(rowBlock, p.inputs)
	for i := range ones.bytes {
		ones.bytes[i] = 1
	}
	ones.scales[0] = 1
	out := make([]float32, rowBlock*p.outputs)
	k.multiply(out, &unit, &ones, 1)
	for j, sum := range p.sums {
		if out[j] != float32(sum) {
			return false
		}
	}
	return true
}

// dense makes columnBlock numbers from a row, of which those that have a bias
// count. Its weights stand input by input.
type dense struct{ weights, biases []float32 }

// quantized are rows of unsigned bytes. A byte b of a row stands for
// (b - zero) * scale.
type quantized struct {
	bytes  []byte
	scales []float32
	zeros  []int32
}

func newQuantized(rows, width int) quantized {
	return quantized{make([]byte, rows*width), make([]float32, rows), make([]int32, rows)}
}

// leastScale keeps rows of zeros from being divided by nothing.
const leastScale = 1e-30

// set rounds rows of x times smooth, each within the range that it has.
func (q *quantized) set(k *kernels, x, smooth []float32, rows int) {
	width := len(smooth)
	for i := range rows {
		row := x[i*width : (i+1)*width]
		lo, hi := k.bounds(row, smooth)
		scale := max((hi-lo)/255, leastScale)
		inverse := 1 / scale
		zero := float32(math.RoundToEven(float64(-lo * inverse)))
		q.scales[i], q.zeros[i] = scale, int32(zero)
		k.quantize(q.bytes[i*width:(i+1)*width], row, smooth, inverse, zero)
	}
}

// roundedUp is the least multiple of block that isn't under n.
func roundedUp(n, block int) int { return (n + block - 1) / block * block }
