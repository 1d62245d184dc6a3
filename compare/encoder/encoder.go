// Package encoder reads one or two sentences with a small transformer whose
// weights have 8 bits. Of two sentences it gives probabilities, for both together,
// for a clause or a value of each, and for each word; of one a vector, which is near to that of
// a sentence that reports the same. The same file and texts give the same bits on every machine.
package encoder

import (
	"context"
	"math"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
	"xref/extract/article"
)

// Model is a transformer. It may be used by several goroutines at once.
type Model struct {
	header                             Header
	kernels                            *kernels
	vocabulary                         vocabulary
	embeddings                         embeddings
	layers                             []layer
	pairInner, clauseInner, valueInner product
	answerInner, vector                product
	pair, clause, value, answer, word  dense
	workspaces                         sync.Pool
}

func (m *Model) products() []*product {
	all := []*product{&m.pairInner, &m.clauseInner, &m.valueInner, &m.answerInner, &m.vector}
	for i := range m.layers {
		l := &m.layers[i]
		all = append(all, &l.attention, &l.attended, &l.inner, &l.outer)
	}
	return all
}

// Header is what the model's file says about it.
func (m *Model) Header() Header { return m.header }

// Pair is two texts, and the parts of them that are held against each other: clauses,
// values, which are numbers and times, and words, each of A with each of B. Words are only held against
// each other where the model says of some of the clauses that they report one matter with a
// probability of AnswersFrom.
type Pair struct {
	A, B            string
	Clauses, Values []Parts
	WordsA, WordsB  []article.Span
	AnswersFrom     float32
}

// Parts are a part of A and one of B, each one span of its text in bytes, or several where
// other words interrupt it. The pieces that it overlaps are its own; a part of which none is
// read counts as the whole text.
type Parts struct{ A, B []article.Span }

// Result is what the model says about a pair. Probabilities stand for the classes
// that Header.Pair names, Logits are what they were made from; Clauses are such
// probabilities too, of the pair's clauses in their order. Values are how probable it is
// that the pair's values say how much, how many or when of one thing. Answers are the
// probabilities of the classes that Header.Answers names, one after the other for each of WordsA with each
// of WordsB; there are none where the words weren't held against each other.
type Result struct {
	Logits, Probabilities []float32
	Clauses               [][]float32
	Values                []float32
	Answers               []float32
	WordsA, WordsB        []Word
}

// Word is a word of a text that was read: a run without spaces, or a punctuation
// mark. Probabilities stand for the classes that Header.Words names.
type Word struct {
	Span          article.Span
	Probabilities []float32
}

// The places of what Answers stand for, in the models that xref reads with.
const (
	Unrelated     = iota // the words are of two things
	Same                 // they say the same of one
	Contradicting        // they can't both be true of one
	AnswerClasses
)

// batchRows is how many pieces are read at once, or those of one input.
const batchRows = 192

// Cost is the number of pieces that are read for a pair.
func (m *Model) Cost(p Pair) int {
	a, b := fitting(len(m.vocabulary.pieces(p.A)), len(m.vocabulary.pieces(p.B)), m.header.Positions-3)
	return a + b + 3
}

// Score reads pairs, on all processors, and gives a result for each.
func (m *Model) Score(ctx context.Context, pairs []Pair) ([]Result, error) {
	results := make([]Result, len(pairs))
	err := m.run(ctx, len(pairs), func(i int) input { return m.pairInput(pairs[i]) }, func(s *workspace, first int, inputs []input) {
		m.scored(s, results[first:], inputs)
	})
	if err != nil {
		return nil, err
	}
	return results, nil
}

// batch is inputs that are read at once, and the number of the first.
type batch struct {
	first  int
	inputs []input
}

// run reads n inputs batch by batch and hands each batch's last rows to done, from
// several goroutines. As rows of different inputs stand side by side without
// padding, inputs needn't be of one length.
func (m *Model) run(ctx context.Context, n int, read func(i int) input, done func(s *workspace, first int, inputs []input)) error {
	group, ctx := errgroup.WithContext(ctx)
	batches := make(chan batch)
	for range min(runtime.GOMAXPROCS(0), n) {
		group.Go(func() error {
			for b := range batches {
				if err := ctx.Err(); err != nil {
					return err
				}
				s := m.workspace()
				m.states(s, b.inputs)
				done(s, b.first, b.inputs)
				m.workspaces.Put(s)
			}
			return nil
		})
	}
	group.Go(func() error {
		defer close(batches)
		var b batch
		rows := 0
		send := func() error {
			select {
			case batches <- b:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		for i := range n {
			in := read(i)
			if rows > 0 && rows+len(in.ids) > batchRows {
				if err := send(); err != nil {
					return err
				}
				b, rows = batch{first: i}, 0
			}
			b.inputs = append(b.inputs, in)
			rows += len(in.ids)
		}
		if rows == 0 {
			return nil
		}
		return send()
	})
	return group.Wait()
}

func (m *Model) workspace() *workspace {
	if s, ok := m.workspaces.Get().(*workspace); ok {
		return s
	}
	return newWorkspace(m.header, max(batchRows, m.header.Positions))
}

// scored sets the results of inputs, whose last rows s has.
func (m *Model) scored(s *workspace, results []Result, inputs []input) {
	width := m.header.Width
	row := 0
	for i, in := range inputs {
		m.classes(s, s.x[row*width:], &m.word, len(in.ids))
		classes := len(m.word.biases)
		all := make([]float32, len(in.words)*classes)
		for _, w := range in.words {
			p := all[:classes:classes]
			all = all[classes:]
			copy(p, s.classes[w.row*columnBlock:])
			probabilities(p)
			if w.second {
				results[i].WordsB = append(results[i].WordsB, Word{w.span, p})
			} else {
				results[i].WordsA = append(results[i].WordsA, Word{w.span, p})
			}
		}
		mean := s.made[i*width : (i+1)*width]
		m.mean(mean, s.x[row*width:], len(in.ids))
		r, x := &results[i], s.x[row*width:]
		m.compared(s, mean, x, in.clauses, &m.clauseInner, &m.clause, func(p []float32) { r.Clauses = append(r.Clauses, slices.Clone(p)) })
		m.compared(s, mean, x, in.values, &m.valueInner, &m.value, func(p []float32) { r.Values = append(r.Values, p...) })
		if in.answersFrom <= ofOneMatter(r.Clauses) {
			r.Answers = make([]float32, 0, len(in.wordsA)*len(in.wordsB)*len(m.answer.biases))
			m.compared(s, mean, x, in.answers(), &m.answerInner, &m.answer, func(p []float32) { r.Answers = append(r.Answers, p...) })
		}
		row += len(in.ids)
	}
	m.head(s, s.made, &s.narrow, &m.pairInner, &m.pair, len(inputs))
	for i := range inputs {
		r := &results[i]
		r.Logits = append(r.Logits, s.classes[i*columnBlock:][:len(m.pair.biases)]...)
		r.Probabilities = append(r.Probabilities, r.Logits...)
		probabilities(r.Probabilities)
	}
}

// ofOneMatter is the highest probability of all classes but the first.
func ofOneMatter(classes [][]float32) (most float32) {
	for _, p := range classes {
		most = max(most, 1-p[0])
	}
	return most
}

// compared hands the probabilities of pairs of parts of an input, whose rows x and their mean
// are given, to told, which must not keep them.
func (m *Model) compared(s *workspace, mean, x []float32, pairs []partPieces, inner *product, out *dense, told func([]float32)) {
	width := m.header.Width
	for len(pairs) > 0 {
		some := pairs[:min(chunk, len(pairs))]
		pairs = pairs[len(some):]
		for i, p := range some {
			row := s.parts[i*partVectors*width:][:partVectors*width]
			sum, distance, both := row[:width], row[width:2*width], row[2*width:3*width]
			m.meanOf(sum, x, p.a)
			m.meanOf(distance, x, p.b)
			for j, a := range sum {
				b := distance[j]
				sum[j], distance[j], both[j] = a+b, abs32(a-b), float32(a*b)
			}
			copy(row[3*width:], mean)
		}
		m.head(s, s.parts, &s.compared, inner, out, len(some))
		for i := range some {
			p := s.classes[i*columnBlock:][:len(out.biases)]
			probabilities(p)
			told(p)
		}
	}
}

// head sets the rows of s.classes to the logits that two products make of rows of x, which it
// changes; rounded is room for them as bytes.
func (m *Model) head(s *workspace, x []float32, rounded *quantized, inner *product, out *dense, rows int) {
	rounded.set(m.kernels, x, inner.smooth, rows)
	m.kernels.multiply(x, inner, rounded, rows)
	made := x[:rows*m.header.Width]
	for i, v := range made {
		made[i] = tanh(v)
	}
	m.classes(s, made, out, rows)
}

// classes sets the rows of s.classes to the logits of rows of x.
func (m *Model) classes(s *workspace, x []float32, d *dense, rows int) {
	width := m.header.Width
	m.kernels.matmul(matrix{s.classes, columnBlock}, matrix{x, width}, matrix{d.weights, columnBlock}, rows, width, columnBlock)
	for i := range rows {
		for j, bias := range d.biases {
			s.classes[i*columnBlock+j] += bias
		}
	}
}

// mean sets v to the mean of rows.
func (m *Model) mean(v, x []float32, rows int) {
	clear(v)
	for i := range rows {
		for j, y := range x[i*len(v) : (i+1)*len(v)] {
			v[j] += y
		}
	}
	for j := range v {
		v[j] /= float32(rows)
	}
}

// meanOf sets v to the mean of some rows of x, by their numbers; to zeros where there are
// none.
func (m *Model) meanOf(v, x []float32, rows []int) {
	clear(v)
	for _, i := range rows {
		for j, y := range x[i*len(v) : (i+1)*len(v)] {
			v[j] += y
		}
	}
	for j := range v {
		v[j] /= float32(max(1, len(rows)))
	}
}

// probabilities makes logits into probabilities: of one by the logistic function,
// of several so that they sum to 1.
func probabilities(x []float32) {
	if len(x) == 1 {
		e := exp(-abs32(x[0]))
		if x[0] < 0 {
			x[0] = e / (1 + e)
		} else {
			x[0] = 1 / (1 + e)
		}
		return
	}
	largest := x[0]
	for _, v := range x {
		largest = max(largest, v)
	}
	var sum float32
	for i, v := range x {
		x[i] = exp(v - largest)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

func abs32(x float32) float32 { return float32(math.Abs(float64(x))) }
