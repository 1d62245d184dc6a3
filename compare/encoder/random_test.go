package encoder

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// plainLinear is a product before its weights are rounded: weights stand output by
// output.
type plainLinear struct {
	inputs, outputs         int
	smooth, weights, biases []float32
}

type plainLayer struct {
	attention, attended, inner, outer plainLinear
	attendedNorm, outerNorm           norm
}

// plainModel is a model in floating point.
type plainModel struct {
	header                                                        Header
	pieces                                                        []string
	words, positions, segments                                    []float32
	norm                                                          norm
	layers                                                        []plainLayer
	pairInner, pair, clauseInner, clause, valueInner, value, word plainLinear
	answerInner, answer, vector                                   plainLinear
}

var tinyHeader = Header{
	Source: "random numbers", Licence: "none needed", Training: "none",
	Layers: 2, Width: 64, Heads: 2, Inner: 128, Positions: 40, Pair: []string{"joined"}, Answers: []string{"unrelated", "same"}, Words: []string{"none", "shared", "contrast"}, Vector: 64,
}

// tinyPieces are single characters, within a word and at its beginning, and some
// that are longer.
func tinyPieces() []string {
	pieces := []string{"[PAD]", "[UNK]", "[CLS]", "[SEP]"}
	for _, c := range "abcdefghijklmnopqrstuvwxyz0123456789" {
		pieces = append(pieces, string(c), "##"+string(c))
	}
	pieces = append(pieces, strings.Split(`. , ' " - $ % ( ) 東`, " ")...)
	return append(pieces, "the", "mayor", "police", "resign", "##ed", "##ing", "report", "said", "market", "two", "men", "fire")
}

func randomModel(seed uint64, h Header) plainModel {
	r := rand.New(rand.NewPCG(seed, 5))
	linear := func(inputs, outputs int) plainLinear {
		l := plainLinear{inputs, outputs, make([]float32, inputs), normals(r, inputs*outputs, 1.5/math.Sqrt(float64(inputs))), normals(r, outputs, 0.1)}
		for i := range l.smooth {
			l.smooth[i] = 0.5 + r.Float32()
		}
		return l
	}
	normed := func() norm {
		n := norm{normals(r, h.Width, 0.2), normals(r, h.Width, 0.2)}
		for i := range n.weight {
			n.weight[i]++
		}
		return n
	}
	m := plainModel{header: h, pieces: tinyPieces()}
	m.header.Vocabulary = len(m.pieces)
	m.words, m.positions = normals(r, len(m.pieces)*h.Width, 1), normals(r, h.Positions*h.Width, 0.3)
	m.segments = normals(r, segmentCount*h.Width, 0.3)
	m.norm = normed()
	for range h.Layers {
		m.layers = append(m.layers, plainLayer{
			attention: linear(h.Width, 3*h.Width), attended: linear(h.Width, h.Width),
			inner: linear(h.Width, h.Inner), outer: linear(h.Inner, h.Width),
			attendedNorm: normed(), outerNorm: normed(),
		})
	}
	m.pairInner, m.pair, m.word = linear(h.Width, h.Width), linear(h.Width, len(h.Pair)), linear(h.Width, len(h.Words))
	m.clauseInner, m.clause = linear(partVectors*h.Width, h.Width), linear(h.Width, len(h.Pair))
	m.valueInner, m.value = linear(partVectors*h.Width, h.Width), linear(h.Width, 1)
	m.answerInner, m.answer = linear(partVectors*h.Width, h.Width), linear(h.Width, len(h.Answers))
	m.vector = linear(h.Width, h.Vector)
	return m
}

// file is the model's file, as cmd/train/encoder/pack.py writes it.
func (m plainModel) file(t testing.TB) []byte {
	out := []byte(magic)
	counted := func(b []byte) {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(b)))
		out = append(out, b...)
	}
	floats := func(all ...[]float32) {
		for _, x := range all {
			for _, v := range x {
				out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
			}
		}
	}
	product := func(l plainLinear, heads int) {
		scales, whole := l.whole()
		biases := append([]float32(nil), l.biases...)
		if heads > 0 {
			for j := range l.inputs {
				scales[j] /= float32(math.Sqrt(float64(l.inputs / heads)))
				biases[j] /= float32(math.Sqrt(float64(l.inputs / heads)))
			}
		}
		floats(l.smooth, scales, biases)
		weights := make([]byte, len(whole))
		for j := range l.outputs {
			sum := 0
			for k := range l.inputs {
				sum += int(whole[j*l.inputs+k])
				weights[weightAt(l.inputs, j, k)] = byte(whole[j*l.inputs+k])
			}
			out = binary.LittleEndian.AppendUint32(out, uint32(int32(sum)))
		}
		out = append(out, weights...)
	}
	header, err := json.Marshal(m.header)
	require.NoError(t, err)
	counted(header)
	counted([]byte(strings.Join(m.pieces, "\n") + "\n"))
	scales, words := m.wholeWords()
	floats(scales)
	for _, w := range words {
		out = append(out, byte(w))
	}
	floats(m.positions, m.segments, m.norm.weight, m.norm.bias)
	for _, l := range m.layers {
		product(l.attention, m.header.Heads)
		product(l.attended, 0)
		floats(l.attendedNorm.weight, l.attendedNorm.bias)
		product(l.inner, 0)
		product(l.outer, 0)
		floats(l.outerNorm.weight, l.outerNorm.bias)
	}
	product(m.pairInner, 0)
	floats(m.pair.weights, m.pair.biases)
	product(m.clauseInner, 0)
	floats(m.clause.weights, m.clause.biases)
	product(m.valueInner, 0)
	floats(m.value.weights, m.value.biases)
	product(m.answerInner, 0)
	floats(m.answer.weights, m.answer.biases)
	product(m.vector, 0)
	floats(m.word.weights, m.word.biases)
	return out
}

// wholeRow rounds a row of numbers to within ±limit times a scale.
func wholeRow(row []float32, limit float32) (scale float32, whole []int8) {
	for _, x := range row {
		scale = max(scale, abs32(x)/limit)
	}
	for _, x := range row {
		whole = append(whole, int8(math.RoundToEven(float64(x/scale))))
	}
	return scale, whole
}

// whole are the scales of the outputs and the weights as whole numbers.
func (l plainLinear) whole() (scales []float32, whole []int8) {
	for j := range l.outputs {
		row := append([]float32(nil), l.weights[j*l.inputs:(j+1)*l.inputs]...)
		for k := range row {
			row[k] /= l.smooth[k]
		}
		scale, numbers := wholeRow(row, weightLimit)
		scales, whole = append(scales, scale), append(whole, numbers...)
	}
	return scales, whole
}

func (m plainModel) wholeWords() (scales []float32, whole []int8) {
	for id := range m.pieces {
		scale, numbers := wholeRow(m.words[id*m.header.Width:(id+1)*m.header.Width], 127)
		scales, whole = append(scales, scale), append(whole, numbers...)
	}
	return scales, whole
}

// roundedModel is m with the weights that its file stands for.
func (m plainModel) roundedModel() plainModel {
	linear := func(l plainLinear) plainLinear {
		scales, whole := l.whole()
		l.weights = make([]float32, len(whole))
		for i, w := range whole {
			l.weights[i] = float32(w) * scales[i/l.inputs] * l.smooth[i%l.inputs]
		}
		return l
	}
	scales, words := m.wholeWords()
	m.words = make([]float32, len(words))
	for i, w := range words {
		m.words[i] = float32(w) * scales[i/m.header.Width]
	}
	m.layers = append([]plainLayer(nil), m.layers...)
	for i := range m.layers {
		l := &m.layers[i]
		l.attention, l.attended, l.inner, l.outer = linear(l.attention), linear(l.attended), linear(l.inner), linear(l.outer)
	}
	m.pairInner, m.clauseInner, m.valueInner, m.answerInner = linear(m.pairInner), linear(m.clauseInner), linear(m.valueInner), linear(m.answerInner)
	m.vector = linear(m.vector)
	return m
}

func (l plainLinear) of(x [][]float64) [][]float64 {
	var y [][]float64
	for _, row := range x {
		to := make([]float64, l.outputs)
		for j := range to {
			to[j] = float64(l.biases[j])
			for k, v := range row {
				to[j] += v * float64(l.weights[j*l.inputs+k])
			}
		}
		y = append(y, to)
	}
	return y
}

func (n norm) ofSum(x, y [][]float64) [][]float64 {
	var z [][]float64
	for i := range x {
		row := make([]float64, len(x[i]))
		var mean, variance float64
		for j := range row {
			row[j] = x[i][j] + y[i][j]
			mean += row[j] / float64(len(row))
		}
		for _, v := range row {
			variance += (v - mean) * (v - mean) / float64(len(row))
		}
		for j := range row {
			row[j] = (row[j]-mean)/math.Sqrt(variance+1e-12)*float64(n.weight[j]) + float64(n.bias[j])
		}
		z = append(z, row)
	}
	return z
}

// states are the last layer's rows of an input.
func (m plainModel) states(in input) [][]float64 {
	width, heads := m.header.Width, m.header.Heads
	head := width / heads
	var x, none [][]float64
	for i, id := range in.ids {
		row := make([]float64, width)
		for j := range row {
			row[j] = float64(m.words[int(id)*width+j]) + float64(m.positions[i*width+j]) + float64(m.segments[int(in.segments[i])*width+j])
		}
		x, none = append(x, row), append(none, make([]float64, width))
	}
	x = m.norm.ofSum(x, none)
	for _, l := range m.layers {
		three := l.attention.of(x)
		var attended [][]float64
		for i := range x {
			row := make([]float64, width)
			for h := range heads {
				weights, total := make([]float64, len(x)), 0.0
				for k := range x {
					for d := h * head; d < (h+1)*head; d++ {
						weights[k] += three[i][d] * three[k][width+d] / math.Sqrt(float64(head))
					}
					weights[k] = math.Exp(weights[k])
					total += weights[k]
				}
				for k := range x {
					for d := h * head; d < (h+1)*head; d++ {
						row[d] += weights[k] / total * three[k][2*width+d]
					}
				}
			}
			attended = append(attended, row)
		}
		x = l.attendedNorm.ofSum(x, l.attended.of(attended))
		inner := l.inner.of(x)
		for _, row := range inner {
			for j, v := range row {
				row[j] = v / 2 * (1 + math.Erf(v/math.Sqrt2))
			}
		}
		x = l.outerNorm.ofSum(x, l.outer.of(inner))
	}
	return x
}

func meanOf(x [][]float64) []float64 {
	mean := make([]float64, len(x[0]))
	for _, row := range x {
		for j, v := range row {
			mean[j] += v / float64(len(x))
		}
	}
	return mean
}

// plainLogits are those of a pair, of its clauses, values and answers, and of each piece.
type plainLogits struct {
	pair                            []float64
	clauses, values, answers, words [][]float64
}

func (m plainModel) logits(in input) (l plainLogits) {
	x := m.states(in)
	compared := func(pairs []partPieces, first, second plainLinear) (logits [][]float64) {
		for _, p := range pairs {
			row := make([]float64, partVectors*m.header.Width)
			copy(row[3*m.header.Width:], meanOf(x))
			a, b := m.meanOfSome(x, p.a), m.meanOfSome(x, p.b)
			for j := range a {
				row[j], row[m.header.Width+j], row[2*m.header.Width+j] = a[j]+b[j], math.Abs(a[j]-b[j]), a[j]*b[j]
			}
			logits = append(logits, second.of(tanhs(first.of([][]float64{row})))[0])
		}
		return logits
	}
	l.clauses = compared(in.clauses, m.clauseInner, m.clause)
	l.values = compared(in.values, m.valueInner, m.value)
	l.answers = compared(in.answers(), m.answerInner, m.answer)
	l.pair = m.pair.of(tanhs(m.pairInner.of([][]float64{meanOf(x)})))[0]
	l.words = m.word.of(x)
	return l
}

func tanhs(rows [][]float64) [][]float64 {
	for _, row := range rows {
		for j, v := range row {
			row[j] = math.Tanh(v)
		}
	}
	return rows
}

func (m plainModel) meanOfSome(x [][]float64, rows []int) []float64 {
	if len(rows) == 0 {
		return make([]float64, m.header.Width)
	}
	var some [][]float64
	for _, i := range rows {
		some = append(some, x[i])
	}
	return meanOf(some)
}

func tinyModel(t testing.TB, k *kernels) *Model {
	m, err := load(randomModel(1, tinyHeader).file(t), k)
	require.NoError(t, err)
	return m
}
