package encoder

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"xref/extract/article"
)

// checkRecord is a pair and what the trainer's model gives for it in floating
// point; cmd/train/encoder/pack.py writes it.
type checkRecord struct {
	A, B    string
	ClauseA [][2]int `json:"clause_a"`
	ClauseB [][2]int `json:"clause_b"`
	IDs     []int32
	Pair    []float64
	Clause  []float64
	Value   []float64
	Answer  []float64
	Words   [][]float64 // first byte, the one after the last, 1 if in B, logits
	Vectors [2][]float64
}

func spans(pairs [][2]int) (spans []article.Span) {
	for _, p := range pairs {
		spans = append(spans, article.Span{Start: p[0], End: p[1]})
	}
	return spans
}

// XREF_ENCODER is a model's file and XREF_ENCODER_CHECK what pack.py's check wrote
// of it.
func TestCheckOfTheTrainer(t *testing.T) {
	model, check := os.Getenv("XREF_ENCODER"), os.Getenv("XREF_ENCODER_CHECK")
	if model == "" || check == "" {
		t.Skip("XREF_ENCODER and XREF_ENCODER_CHECK are not set")
	}
	file, err := os.ReadFile(model)
	require.NoError(t, err)
	m, err := Load(file)
	require.NoError(t, err)
	text, err := os.ReadFile(check)
	require.NoError(t, err)
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, 1<<20)
	var logits, probabilities, clauses, values, answers, words, vectors differences
	for lines.Scan() {
		var record checkRecord
		require.NoError(t, json.Unmarshal(lines.Bytes(), &record))
		parts := []Parts{{spans(record.ClauseA), spans(record.ClauseB)}}
		p := Pair{A: record.A, B: record.B, Clauses: parts, Values: parts}
		one := len(record.ClauseA) == 1 && len(record.ClauseB) == 1
		if one {
			p.WordsA, p.WordsB = spans(record.ClauseA), spans(record.ClauseB)
		}
		require.Equal(t, record.IDs, m.pairInput(p).ids, record)
		r := scores(t, m, []Pair{p})[0]
		logits.add(record.Pair, r.Logits)
		probabilities.add(likely(record.Pair), r.Probabilities)
		clauses.add(likely(record.Clause), r.Clauses[0])
		values.add(likely(record.Value), r.Values)
		if one {
			answers.add(likely(record.Answer), r.Answers)
		}
		found := map[[3]int][]float32{}
		for _, w := range r.WordsA {
			found[[3]int{w.Span.Start, w.Span.End, 0}] = w.Probabilities
		}
		for _, w := range r.WordsB {
			found[[3]int{w.Span.Start, w.Span.End, 1}] = w.Probabilities
		}
		require.Len(t, found, len(record.Words))
		for _, w := range record.Words {
			words.add(likely(w[3:]), found[[3]int{int(w[0]), int(w[1]), int(w[2])}])
		}
		for i, v := range vectorsOf(t, m, []string{record.A, record.B}) {
			require.Len(t, v, len(record.Vectors[i]))
			vectors.add([]float64{1}, []float32{float32(cosine(v, toFloat32(record.Vectors[i])))})
		}
	}
	require.NoError(t, lines.Err())
	require.NotZero(t, logits.count)
	t.Logf("differences of a pair's logits: %s; of its probabilities: %s; of its clauses': %s; of its values': %s; of its answers': %s; of a word's: %s; of vectors' cosines to 1: %s", logits, probabilities, clauses, values, answers, words, vectors)
	require.Less(t, probabilities.sum/float64(probabilities.count), 0.02)
	require.Less(t, clauses.sum/float64(clauses.count), 0.02)
	require.Less(t, values.sum/float64(values.count), 0.05)
	require.NotZero(t, answers.count)
	require.Less(t, answers.sum/float64(answers.count), 0.03)
	require.Less(t, words.sum/float64(words.count), 0.02)
	require.Less(t, vectors.sum/float64(vectors.count), 0.02)
}

func toFloat32(x []float64) (y []float32) {
	for _, v := range x {
		y = append(y, float32(v))
	}
	return y
}

// likely are the probabilities that logits stand for.
func likely(logits []float64) []float64 {
	x := make([]float32, len(logits))
	for i, l := range logits {
		x[i] = float32(l)
	}
	probabilities(x)
	p := make([]float64, len(x))
	for i := range x {
		p[i] = float64(x[i])
	}
	return p
}

// differences are between what is wanted and what is found.
type differences struct {
	count    int
	sum, max float64
}

func (d *differences) add(want []float64, got []float32) {
	for i, w := range want {
		by := math.Abs(w - float64(got[i]))
		d.count, d.sum, d.max = d.count+1, d.sum+by, max(d.max, by)
	}
}

func (d differences) String() string {
	return fmt.Sprintf("%d, mean %.4f, largest %.4f", d.count, d.sum/float64(d.count), d.max)
}
