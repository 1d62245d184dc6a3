package encoder

import (
	"context"
	"math"
)

// Vector stands for a sentence. It has length 1, or 0 where nothing can be said; those of
// sentences that report one matter are near each other.
type Vector []float32

// Cosine is how near two vectors are: 1 where they are one, 0 where they have nothing in
// common, less where they point apart.
func (v Vector) Cosine(o Vector) float64 {
	const lanes = 8
	var sums [lanes]float32
	for len(v) >= lanes && len(o) >= lanes {
		a, b := (*[lanes]float32)(v), (*[lanes]float32)(o)
		sums[0] += float32(a[0] * b[0])
		sums[1] += float32(a[1] * b[1])
		sums[2] += float32(a[2] * b[2])
		sums[3] += float32(a[3] * b[3])
		sums[4] += float32(a[4] * b[4])
		sums[5] += float32(a[5] * b[5])
		sums[6] += float32(a[6] * b[6])
		sums[7] += float32(a[7] * b[7])
		v, o = v[lanes:], o[lanes:]
	}
	for i := range min(len(v), len(o)) {
		sums[i] += float32(v[i] * o[i])
	}
	sum := (sums[0] + sums[1]) + (sums[2] + sums[3]) + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
	return float64(min(1, max(-1, sum)))
}

// VectorCost is the number of pieces that are read for a sentence's vector.
func (m *Model) VectorCost(sentence string) int {
	return min(len(m.vocabulary.pieces(sentence)), m.header.Positions-2) + 2
}

// Vectors reads sentences, each alone, on all processors, and gives a vector for each.
func (m *Model) Vectors(ctx context.Context, sentences []string) ([]Vector, error) {
	vectors := make([]Vector, len(sentences))
	err := m.run(ctx, len(sentences), func(i int) input { return m.textInput(sentences[i]) }, func(s *workspace, first int, inputs []input) {
		m.vectors(s, vectors[first:], inputs)
	})
	if err != nil {
		return nil, err
	}
	return vectors, nil
}

// vectors sets those of inputs, whose last rows s has.
func (m *Model) vectors(s *workspace, vectors []Vector, inputs []input) {
	width, outputs := m.header.Width, m.vector.outputs
	row := 0
	for i, in := range inputs {
		m.mean(s.made[i*width:(i+1)*width], s.x[row*width:], len(in.ids))
		row += len(in.ids)
	}
	s.narrow.set(m.kernels, s.made, m.vector.smooth, len(inputs))
	m.kernels.multiply(s.made, &m.vector, &s.narrow, len(inputs)) // no wider than what it is made of
	all := make([]float32, len(inputs)*outputs)
	copy(all, s.made)
	for i := range inputs {
		v := all[i*outputs : (i+1)*outputs : (i+1)*outputs]
		unit(v)
		vectors[i] = v
	}
}

// unit brings v to length 1, unless it is 0.
func unit(v []float32) {
	var sum float32
	for _, x := range v {
		sum += float32(x * x)
	}
	if sum == 0 {
		return
	}
	length := float32(math.Sqrt(float64(sum)))
	for i := range v {
		v[i] /= length
	}
}
