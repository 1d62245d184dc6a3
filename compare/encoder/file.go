package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
)

// magic begins a model's file. Its last byte is the format's version. The
// format: magic; the header's length and the header in JSON; the vocabulary's
// length and the pieces, each with a newline; then the numbers that load reads,
// one after the other. Numbers are little-endian.
const magic = "XREFENC\x04"

// Header says what a model is and where it comes from.
type Header struct {
	Source   string `json:"source"`   // the model it was made from
	Licence  string `json:"licence"`  // of the model
	Training string `json:"training"` // the data that taught it

	Layers     int      `json:"layers"`
	Width      int      `json:"width"` // of a row that stands for a piece
	Heads      int      `json:"heads"`
	Inner      int      `json:"inner"`      // width between the two products after attention
	Positions  int      `json:"positions"`  // pieces that are read at most
	Vocabulary int      `json:"vocabulary"` // pieces known
	Pair       []string `json:"pair"`       // what the probabilities of a pair and of its clauses stand for
	Answers    []string `json:"answers"`    // what those of words that are held against each other stand for
	Words      []string `json:"words"`      // what those of a word stand for
	Vector     int      `json:"vector"`     // numbers of a sentence's vector
}

// Bounds of a header. With them no sum of byte products leaves 32 bits.
const (
	maxHeader     = 1 << 16
	maxLayers     = 24
	maxWidth      = 1024
	maxInner      = 8192
	maxPositions  = 512
	minPositions  = 8
	maxVocabulary = 1 << 17
	maxClasses    = columnBlock
)

func (h Header) check() error {
	switch {
	case h.Layers < 1 || h.Layers > maxLayers:
		return fmt.Errorf("%d layers", h.Layers)
	case h.Width < panelBlock || h.Width > maxWidth || h.Width%panelBlock != 0:
		return fmt.Errorf("width %d", h.Width)
	case h.Heads < 1 || h.Width%h.Heads != 0 || h.Width/h.Heads%columnBlock != 0:
		return fmt.Errorf("%d heads in a width of %d", h.Heads, h.Width)
	case h.Inner < panelBlock || h.Inner > maxInner || h.Inner%panelBlock != 0:
		return fmt.Errorf("inner width %d", h.Inner)
	case h.Positions < minPositions || h.Positions > maxPositions:
		return fmt.Errorf("%d positions", h.Positions)
	case h.Vocabulary < 3 || h.Vocabulary > maxVocabulary:
		return fmt.Errorf("vocabulary of %d pieces", h.Vocabulary)
	case len(h.Pair) < 1 || len(h.Pair) > maxClasses:
		return fmt.Errorf("%d classes of pairs", len(h.Pair))
	case len(h.Answers) < 1 || len(h.Answers) > maxClasses:
		return fmt.Errorf("%d classes of answers", len(h.Answers))
	case len(h.Words) < 1 || len(h.Words) > maxClasses:
		return fmt.Errorf("%d classes of words", len(h.Words))
	case h.Vector < panelBlock || h.Vector > h.Width || h.Vector%panelBlock != 0:
		return fmt.Errorf("vectors of %d numbers in a width of %d", h.Vector, h.Width)
	}
	return nil
}

var errShort = errors.New("file ends early")

// Load reads a model's file. The model keeps file, which must not change, and
// uses its weights in place. What Load accepts can be run on any text and gives
// probabilities, whatever its numbers are.
func Load(file []byte) (*Model, error) {
	m, err := load(file, fastest())
	if err != nil {
		return nil, fmt.Errorf("encoder's model: %w", err)
	}
	return m, nil
}

func load(file []byte, k *kernels) (*Model, error) {
	if !bytes.HasPrefix(file, []byte(magic[:len(magic)-1])) {
		return nil, errors.New("not a model's file")
	}
	if !bytes.HasPrefix(file, []byte(magic)) {
		return nil, errors.New("made for another version of this program")
	}
	f := &fileReader{rest: file[len(magic):]}
	m := &Model{kernels: k}
	if err := f.header(&m.header); err != nil {
		return nil, err
	}
	h := m.header
	if err := f.vocabulary(h.Vocabulary, &m.vocabulary); err != nil {
		return nil, err
	}
	m.embeddings = embeddings{
		scales:    f.floats(h.Vocabulary),
		words:     f.bytes(h.Vocabulary * h.Width),
		positions: f.floats(h.Positions * h.Width),
	}
	for i := range m.embeddings.segments {
		m.embeddings.segments[i] = f.floats(h.Width)
	}
	m.embeddings.norm = f.norm(h.Width)
	for range h.Layers {
		m.layers = append(m.layers, layer{
			attention:    f.product(h.Width, 3*h.Width),
			attended:     f.product(h.Width, h.Width),
			attendedNorm: f.norm(h.Width),
			inner:        f.product(h.Width, h.Inner),
			outer:        f.product(h.Inner, h.Width),
			outerNorm:    f.norm(h.Width),
		})
	}
	m.pairInner = f.product(h.Width, h.Width)
	m.pair = f.dense(h.Width, len(h.Pair))
	m.clauseInner = f.product(partVectors*h.Width, h.Width)
	m.clause = f.dense(h.Width, len(h.Pair))
	m.valueInner = f.product(partVectors*h.Width, h.Width)
	m.value = f.dense(h.Width, 1)
	m.answerInner = f.product(partVectors*h.Width, h.Width)
	m.answer = f.dense(h.Width, len(h.Answers))
	m.vector = f.product(h.Width, h.Vector)
	m.word = f.dense(h.Width, len(h.Words))
	if f.err == nil && len(f.rest) > 0 {
		f.err = fmt.Errorf("%d bytes too many", len(f.rest))
	}
	if f.err != nil {
		return nil, f.err
	}
	for _, p := range m.products() {
		if !p.summed(k) {
			return nil, errors.New("weights have other sums than the file says")
		}
	}
	return m, nil
}

// fileReader takes a file apart. After an error all that it gives is empty.
type fileReader struct {
	rest []byte
	err  error
}

func (f *fileReader) fail(err error) {
	if f.err == nil {
		f.rest, f.err = nil, err
	}
}

// bytes are the next n bytes, in place.
func (f *fileReader) bytes(n int) []byte {
	if f.err != nil || n > len(f.rest) {
		f.fail(errShort)
		return nil
	}
	b := f.rest[:n:n]
	f.rest = f.rest[n:]
	return b
}

// counted are the bytes that a length of 32 bits stands before, max at most.
func (f *fileReader) counted(max int) []byte {
	b := f.bytes(4)
	if b == nil {
		return nil
	}
	n := binary.LittleEndian.Uint32(b)
	if n > uint32(max) {
		f.fail(fmt.Errorf("part of %d bytes", n))
		return nil
	}
	return f.bytes(int(n))
}

func (f *fileReader) header(h *Header) error {
	text := f.counted(maxHeader)
	if f.err != nil {
		return f.err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(h); err != nil {
		return fmt.Errorf("header: %w", err)
	}
	if d.More() {
		return errors.New("header: more than one value")
	}
	if err := h.check(); err != nil {
		return fmt.Errorf("header: %w", err)
	}
	return nil
}

func (f *fileReader) vocabulary(size int, v *vocabulary) error {
	text := string(f.counted(64 * maxVocabulary))
	if f.err != nil {
		return f.err
	}
	if !strings.HasSuffix(text, "\n") || strings.Count(text, "\n") != size {
		return fmt.Errorf("vocabulary: not %d lines", size)
	}
	var err error
	if *v, err = newVocabulary(strings.Split(text[:len(text)-1], "\n")); err != nil {
		return fmt.Errorf("vocabulary: %w", err)
	}
	return nil
}

// maxNumber is the largest number of a file. With it nothing that a layer computes
// leaves the range of a float but a variance, and that brings its row to 0.
const maxNumber = 1e3

func (f *fileReader) floats(n int) []float32 {
	b := f.bytes(4 * n)
	if b == nil {
		return nil
	}
	numbers := make([]float32, n)
	for i := range numbers {
		x := math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if !(x >= -maxNumber && x <= maxNumber) {
			f.fail(fmt.Errorf("number %v", x))
			return nil
		}
		numbers[i] = x
	}
	return numbers
}

func (f *fileReader) norm(width int) norm {
	return norm{weight: f.floats(width), bias: f.floats(width)}
}

func (f *fileReader) product(inputs, outputs int) product {
	p := product{inputs: inputs, outputs: outputs}
	p.smooth, p.scales, p.biases = f.floats(inputs), f.floats(outputs), f.floats(outputs)
	if sums := f.bytes(4 * outputs); sums != nil {
		p.sums = make([]int32, outputs)
		for i := range p.sums {
			p.sums[i] = int32(binary.LittleEndian.Uint32(sums[4*i:]))
			if abs(int(p.sums[i])) > inputs*weightLimit {
				f.fail(fmt.Errorf("sum of weights %d", p.sums[i]))
				return product{}
			}
		}
	}
	p.weights = f.bytes(inputs * outputs)
	if f.err == nil && !withinLimit(p.weights) {
		f.fail(fmt.Errorf("weight over %d", weightLimit))
	}
	return p
}

// dense reads weights class by class and turns them, with columns for
// columnBlock classes.
func (f *fileReader) dense(inputs, classes int) dense {
	weights, biases := f.floats(inputs*classes), f.floats(classes)
	if f.err != nil {
		return dense{}
	}
	d := dense{weights: make([]float32, inputs*columnBlock), biases: biases}
	for i := range inputs {
		for j := range classes {
			d.weights[i*columnBlock+j] = weights[j*inputs+i]
		}
	}
	return d
}

// withinLimit reports whether all signed bytes are within ±weightLimit. Their
// number is a multiple of 32.
func withinLimit(weights []byte) bool {
	var over uint64
	for ; len(weights) >= 32; weights = weights[32:] {
		w := weights[:32]
		over |= overLimit(binary.LittleEndian.Uint64(w)) | overLimit(binary.LittleEndian.Uint64(w[8:])) |
			overLimit(binary.LittleEndian.Uint64(w[16:])) | overLimit(binary.LittleEndian.Uint64(w[24:]))
	}
	return over == 0
}

// overLimit is not 0 where one of eight signed bytes is outside ±weightLimit.
func overLimit(w uint64) uint64 {
	const low, high, limit = 0x7f7f7f7f7f7f7f7f, 0x8080808080808080, weightLimit * 0x0101010101010101
	// Each byte plus the limit; what then exceeds 128 is outside.
	raised := (w&low + limit) ^ w&high
	return raised & (raised&low + low) & high
}

func abs(n int) int { return max(n, -n) }
