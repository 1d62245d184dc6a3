package encoder

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFileSaysWhatTheModelIs(t *testing.T) {
	m, err := Load(randomModel(1, tinyHeader).file(t))
	require.NoError(t, err)
	want := tinyHeader
	want.Vocabulary = len(tinyPieces())
	require.Equal(t, want, m.Header())
}

func TestDamagedFilesAreRefused(t *testing.T) {
	whole := randomModel(1, tinyHeader).file(t)
	length := int(binary.LittleEndian.Uint32(whole[len(magic):]))
	changed := func(change func(*Header)) []byte {
		var header Header
		require.NoError(t, json.Unmarshal(whole[len(magic)+4:][:length], &header))
		change(&header)
		text, err := json.Marshal(header)
		require.NoError(t, err)
		file := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(text)))
		return append(append(file, text...), whole[len(magic)+4+length:]...)
	}
	at := func(i int, b ...byte) []byte {
		file := bytes.Clone(whole)
		copy(file[(i+len(file))%len(file):], b)
		return file
	}
	last := binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(math.NaN())))
	large := binary.LittleEndian.AppendUint32(nil, math.Float32bits(2e4))
	classes := len(tinyHeader.Words) * 4 * (tinyHeader.Width + 1) // bytes of the head that stands last
	sums := classes + tinyHeader.Vector*(tinyHeader.Width+4)      // and of the weights of the one before, with their sums
	for _, c := range []struct {
		reason string
		file   []byte
		want   string
	}{
		{"nothing", nil, "not a model's file"},
		{"something else", []byte("%PDF-1.7 and so on"), "not a model's file"},
		{"an earlier version", at(len(magic)-1, 3), "another version"},
		{"a later version", at(len(magic)-1, 5), "another version"},
		{"a byte is lacking", whole[:len(whole)-1], "ends early"},
		{"only its beginning", whole[:len(magic)+2], "ends early"},
		{"a byte too many", append(bytes.Clone(whole), 0), "1 bytes too many"},
		{"no number", at(-4, last...), "number NaN"},
		{"a large number", at(-4, large...), "number 2000"},
		{"a weight over the limit", at(-classes-1, 65), "weight over 64"},
		{"a weight far under the limit", at(-classes-1, 0x80), "weight over 64"},
		{"another weight", at(-classes-1, whole[len(whole)-classes-1]^1), "other sums"},
		{"another sum", at(-sums, whole[len(whole)-sums]^1), "other sums"},
		{"a header that is too long", at(len(magic), 255, 255, 255, 255), "part of"},
		{"a header that isn't JSON", at(len(magic)+4, '!'), "header: invalid character"},
		{"an unknown field", at(len(magic)+6, 'q'), "unknown field"},
		{"no layers", changed(func(h *Header) { h.Layers = 0 }), "header: 0 layers"},
		{"a layer too many", changed(func(h *Header) { h.Layers = 3 }), "model: "},
		{"a width between panels", changed(func(h *Header) { h.Width = 65 }), "header: width 65"},
		{"a width that is too large", changed(func(h *Header) { h.Width = 1 << 40 }), "header: width"},
		{"heads that don't divide the width", changed(func(h *Header) { h.Heads = 3 }), "header: 3 heads"},
		{"narrow heads", changed(func(h *Header) { h.Heads = 4 }), "header: 4 heads"},
		{"no heads", changed(func(h *Header) { h.Heads = 0 }), "header: 0 heads"},
		{"an inner width that is too large", changed(func(h *Header) { h.Inner = 1 << 14 }), "header: inner width"},
		{"few positions", changed(func(h *Header) { h.Positions = 3 }), "header: 3 positions"},
		{"another vocabulary", changed(func(h *Header) { h.Vocabulary = 7 }), "vocabulary: not 7 lines"},
		{"no answers", changed(func(h *Header) { h.Answers = nil }), "header: 0 classes of answers"},
		{"no vectors", changed(func(h *Header) { h.Vector = 0 }), "header: vectors of 0 numbers"},
		{"vectors between panels", changed(func(h *Header) { h.Vector = 63 }), "header: vectors of 63 numbers"},
		{"vectors that are too wide", changed(func(h *Header) { h.Vector = 128 }), "header: vectors of 128 numbers in a width of 64"},
		{"no classes", changed(func(h *Header) { h.Words = nil }), "header: 0 classes"},
	} {
		_, err := Load(c.file)
		require.ErrorContains(t, err, c.want, c.reason)
	}
}

func TestWeightsWithinTheLimitAreFound(t *testing.T) {
	for w := math.MinInt8; w <= math.MaxInt8; w++ {
		for place := range 32 {
			weights := make([]byte, 32)
			weights[place] = byte(int8(w))
			weights[(place+1)%32] = weightLimit
			limit := -weightLimit
			weights[(place+31)%32] = byte(int8(limit))
			require.Equal(t, w >= -weightLimit && w <= weightLimit, withinLimit(weights), w)
		}
	}
}

// Whatever numbers a file has, what comes of them are numbers.
func TestExtremeNumbersGiveProbabilities(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 9))
		m := randomModel(seed, tinyHeader)
		extreme := func(all ...[]float32) {
			for _, x := range all {
				for i := range x {
					switch r.IntN(4) {
					case 0:
						x[i] = maxNumber
					case 1:
						x[i] = -maxNumber
					case 2:
						x[i] = 0
					}
				}
			}
		}
		extreme(m.positions, m.segments, m.norm.weight, m.norm.bias, m.pair.weights, m.word.biases, m.pairInner.biases, m.clauseInner.biases, m.clause.weights, m.valueInner.biases, m.answerInner.biases, m.answer.weights, m.vector.biases)
		for _, l := range m.layers {
			extreme(l.attention.biases, l.attendedNorm.weight, l.attendedNorm.bias, l.inner.biases, l.outer.biases, l.outerNorm.weight, l.outerNorm.bias)
			for i := range l.attention.weights {
				l.attention.weights[i] *= 20000
				l.outer.weights[i%len(l.outer.weights)] *= 1.01
			}
		}
		model, err := Load(m.file(t))
		require.NoError(t, err)
		for _, v := range vectorsOf(t, model, []string{"", "the mayor resigned", "two"}) {
			require.InDelta(t, 1, v.Cosine(v), 1e-3)
		}
		for _, result := range scores(t, model, somePairs(5)) {
			for _, p := range append(result.Clauses, result.Probabilities, result.Values) {
				for _, p := range p {
					require.True(t, p >= 0 && p <= 1, p)
				}
			}
			for _, w := range result.WordsA {
				for _, p := range w.Probabilities {
					require.True(t, p >= 0 && p <= 1, p)
				}
			}
		}
	}
}

// The file is a whole one whose header is another, with bytes changed from one
// place on, cut short or made longer.
func FuzzLoad(f *testing.F) {
	header := tinyHeader
	header.Layers, header.Inner = 1, 64
	whole := randomModel(1, header).file(f)
	length := int(binary.LittleEndian.Uint32(whole[len(magic):]))
	text, rest := whole[len(magic)+4:][:length], whole[len(magic)+4+length:]
	f.Add(text, 0, []byte{}, 0, "a text")
	f.Add(text, 500, []byte("\n\n"), 0, "the mayor")
	f.Add(text, -700, []byte{0, 0, 0xc0, 0x7f}, 0, "")
	f.Add([]byte("{}"), 0, []byte{}, -5, "")
	f.Fuzz(func(t *testing.T, header []byte, at int, change []byte, longer int, text string) {
		file := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(header)))
		file = append(append(file, header...), rest...)
		if at %= len(file); at < 0 {
			at += len(file)
		}
		copy(file[at:], change)
		if longer < 0 {
			file = file[:max(0, len(file)+longer%len(file))]
		} else {
			file = append(file, make([]byte, longer%1000)...)
		}
		m, err := Load(file)
		if err != nil {
			return
		}
		results, err := m.Score(context.Background(), []Pair{{A: text, B: "the mayor"}})
		require.NoError(t, err)
		for _, p := range results[0].Probabilities {
			require.True(t, p >= 0 && p <= 1, p)
		}
		vectors, err := m.Vectors(context.Background(), []string{text})
		require.NoError(t, err)
		for _, x := range vectors[0] {
			require.True(t, x >= -1.001 && x <= 1.001, x)
		}
	})
}
