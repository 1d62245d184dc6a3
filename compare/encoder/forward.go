package encoder

import "math"

// norm brings a row to mean 0 and variance 1, then to a weight and a bias.
type norm struct{ weight, bias []float32 }

// leastVariance keeps rows of one number from being divided by nothing.
const leastVariance = 1e-12

// of adds y to x and normalizes each row.
func (n norm) of(k *kernels, x, y []float32, rows int) {
	width := len(n.weight)
	for i := range rows {
		row := x[i*width : (i+1)*width]
		mean := k.add(row, y[i*width:(i+1)*width]) / float32(width)
		variance := k.squares(row, mean) / float32(width)
		inverse := 1 / float32(math.Sqrt(float64(variance+leastVariance)))
		k.normalize(row, n.weight, n.bias, mean, inverse)
	}
}

// layer is attention and two products after it, each added to what it was made
// from.
type layer struct {
	attention    product // to query, key and value
	attended     product
	attendedNorm norm
	inner, outer product
	outerNorm    norm
}

// segmentCount is how many segments there are: the pieces of one text, and of the second.
const segmentCount = 2

// embeddings are the rows that a piece is first made into.
type embeddings struct {
	scales    []float32 // of words
	words     []byte    // signed, row by row
	positions []float32
	segments  [segmentCount][]float32
	norm      norm
}

// of sets x to the rows of an input's pieces; y is room for as many.
func (e *embeddings) of(k *kernels, x, y []float32, in *input) {
	width := len(e.norm.weight)
	for i, id := range in.ids {
		row, scale := x[i*width:(i+1)*width], e.scales[id]
		word, position := e.words[int(id)*width:][:width], e.positions[i*width:(i+1)*width]
		for j := range row {
			row[j] = float32(float32(int8(word[j]))*scale) + position[j]
		}
		copy(y[i*width:(i+1)*width], e.segments[in.segments[i]])
	}
	e.norm.of(k, x, y, len(in.ids))
}

// chunk is how many rows go through the two products after attention at once, so
// that what lies between them stays near the processor. rowBlock divides it.
const chunk = 96

// workspace is what a run works in. It is reused, by one run at a time.
type workspace struct {
	x, made []float32 // rows of the layers, and of what is added to them
	three   []float32 // query, key, value
	inner   []float32 // of a chunk
	narrow  quantized // rows of the width
	wide    quantized // a chunk of rows of the inner width
	keys    []float32 // of one head, input by input
	scores  []float32
	mask    []float32
	classes []float32 // of words, pairs or parts

	parts    []float32 // of a chunk of pairs of parts
	compared quantized // the same, rounded
}

// partVectors is how many vectors of the width say what two parts are to each other: the sum
// of the means of their rows, how far these are apart, their product, and the mean of all
// rows.
const partVectors = 4

// newWorkspace has room for inputs of rows pieces in all, of most each.
func newWorkspace(h Header, rows int) *workspace {
	rows = roundedUp(rows, rowBlock)
	columns := roundedUp(h.Positions, columnBlock)
	return &workspace{
		x:       make([]float32, rows*h.Width),
		made:    make([]float32, rows*h.Width),
		three:   make([]float32, rows*3*h.Width),
		inner:   make([]float32, chunk*h.Inner),
		narrow:  newQuantized(rows, h.Width),
		wide:    newQuantized(chunk, h.Inner),
		keys:    make([]float32, h.Width/h.Heads*columns),
		scores:  make([]float32, h.Positions*columns),
		mask:    make([]float32, columns),
		classes: make([]float32, max(rows, chunk)*columnBlock),

		parts:    make([]float32, chunk*partVectors*h.Width),
		compared: newQuantized(chunk, partVectors*h.Width),
	}
}

// states sets the first rows of s.x to the last layer's for all pieces of the
// inputs, one input after the other. An input's rows don't depend on the others.
func (m *Model) states(s *workspace, inputs []input) {
	k, width := m.kernels, m.header.Width
	rows := 0
	for i := range inputs {
		m.embeddings.of(k, s.x[rows*width:], s.made[rows*width:], &inputs[i])
		rows += len(inputs[i].ids)
	}
	for l := range m.layers {
		layer := &m.layers[l]
		s.narrow.set(k, s.x, layer.attention.smooth, rows)
		k.multiply(s.three, &layer.attention, &s.narrow, rows)
		first := 0
		for i := range inputs {
			m.attend(s, first, len(inputs[i].ids))
			first += len(inputs[i].ids)
		}
		s.narrow.set(k, s.made, layer.attended.smooth, rows)
		k.multiply(s.made, &layer.attended, &s.narrow, rows)
		layer.attendedNorm.of(k, s.x, s.made, rows)
		for first := 0; first < rows; first += chunk {
			n := min(chunk, rows-first)
			x, made := s.x[first*width:], s.made[first*width:]
			s.narrow.set(k, x, layer.inner.smooth, n)
			k.multiply(s.inner, &layer.inner, &s.narrow, n)
			k.gelu(s.inner[:n*m.header.Inner])
			s.wide.set(k, s.inner, layer.outer.smooth, n)
			k.multiply(made, &layer.outer, &s.wide, n)
		}
		layer.outerNorm.of(k, s.x, s.made, rows)
	}
}

// masked is added to the scores of columns that stand for no piece.
const masked = -1e30

// attend sets rows of s.made, one input's from first on, to what its pieces attend
// to.
func (m *Model) attend(s *workspace, first, rows int) {
	width := m.header.Width
	head := width / m.header.Heads
	columns := roundedUp(rows, columnBlock)
	mask := s.mask[:columns]
	for j := range mask {
		mask[j] = 0
		if j >= rows {
			mask[j] = masked
		}
	}
	three, made := s.three[first*3*width:], s.made[first*width:]
	scores, keys := matrix{s.scores, columns}, matrix{s.keys[:head*columns], columns}
	clear(keys.numbers)
	for at := 0; at < width; at += head {
		m.kernels.turn(keys, matrix{three[width+at:], 3 * width}, rows, head)
		m.kernels.matmul(scores, matrix{three[at:], 3 * width}, keys, rows, head, columns)
		m.kernels.softmax(s.scores[:rows*columns], mask)
		m.kernels.matmul(matrix{made[at:], width}, scores, matrix{three[2*width+at:], 3 * width}, rows, rows, head)
	}
}
