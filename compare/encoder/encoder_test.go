package encoder

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"xref/extract/article"
)

// somePairs are n pairs of texts of all lengths, some with parts.
func somePairs(n int) []Pair {
	r := rand.New(rand.NewPCG(7, 7))
	words := strings.Fields(`the mayor resigned after two fires , police said . market reports ( 3.5 % ) "no" é 東京 x`)
	text := func() string {
		var chosen []string
		for range r.IntN(30) {
			chosen = append(chosen, words[r.IntN(len(words))])
		}
		return strings.Join(chosen, " ")
	}
	part := func(text string) (spans []article.Span) {
		for range r.IntN(3) {
			at := r.IntN(len(text) + 1)
			spans = append(spans, article.Span{Start: at, End: at + r.IntN(len(text)-at+1)})
		}
		return spans
	}
	pairs := make([]Pair, n)
	for i := range pairs {
		p := &pairs[i]
		p.A, p.B = text(), text()
		for range r.IntN(4) {
			p.Clauses = append(p.Clauses, Parts{part(p.A), part(p.B)})
			p.Values = append(p.Values, Parts{part(p.B), part(p.A)})
		}
		p.WordsA, p.WordsB, p.AnswersFrom = part(p.A), part(p.B), float32(i%3)/3
	}
	return pairs
}

func scores(t *testing.T, m *Model, pairs []Pair) []Result {
	results, err := m.Score(context.Background(), pairs)
	require.NoError(t, err)
	require.Len(t, results, len(pairs))
	return results
}

func TestResultsHaveTheSameBitsInEverySet(t *testing.T) {
	pairs := somePairs(60)
	var texts []string
	for _, p := range pairs {
		texts = append(texts, p.A)
	}
	want := scores(t, tinyModel(t, &plain), pairs)
	vectors := vectorsOf(t, tinyModel(t, &plain), texts)
	others(t, func(t *testing.T, k *kernels) {
		m := tinyModel(t, k)
		require.Equal(t, want, scores(t, m, pairs))
		require.Equal(t, vectors, vectorsOf(t, m, texts))
	})
}

// Three inputs of 64 pieces fill the rows of a batch.
func TestFullBatchesHaveTheSameBitsInEverySet(t *testing.T) {
	h := tinyHeader
	h.Positions = batchRows / 3
	file := randomModel(2, h).file(t)
	long := strings.Repeat("the mayor said two men ", 20)
	pairs := []Pair{{A: long, B: long}, {A: long, B: "fire"}, {A: "fire", B: long}, {}}
	m, err := load(file, &plain)
	require.NoError(t, err)
	require.Equal(t, h.Positions, m.Cost(pairs[1]))
	want := scores(t, m, pairs)
	others(t, func(t *testing.T, k *kernels) {
		m, err := load(file, k)
		require.NoError(t, err)
		require.Equal(t, want, scores(t, m, pairs))
	})
}

// The digests are what every machine gives, of this processor or of another.
func TestResultsHaveTheseBits(t *testing.T) {
	file := randomModel(1, tinyHeader).file(t)
	require.Equal(t, "3fdbc0ad643d05ac", digest(string(file)), "the random model is another")
	m := tinyModel(t, fastest())
	bits := ""
	for _, r := range scores(t, m, somePairs(60)) {
		for _, x := range slices.Concat(append(r.Clauses, r.Logits, r.Probabilities, r.Values, r.Answers)...) {
			bits += fmt.Sprintf("%08x", math.Float32bits(x))
		}
		for _, w := range append(slices.Clone(r.WordsA), r.WordsB...) {
			for _, x := range w.Probabilities {
				bits += fmt.Sprintf("%08x", math.Float32bits(x))
			}
		}
	}
	for _, x := range slices.Concat(vectorsOf(t, m, []string{"the mayor resigned", "two men"})...) {
		bits += fmt.Sprintf("%08x", math.Float32bits(x))
	}
	require.Equal(t, "7c5ed636fdd319b9", digest(bits))
}

func digest(s string) string { return fmt.Sprintf("%.8x", sha256.Sum256([]byte(s))) }

func TestResultsDoNotDependOnWhatElseIsReadOrOnProcessors(t *testing.T) {
	m, pairs := tinyModel(t, fastest()), somePairs(80)
	want := scores(t, m, pairs)
	for i, p := range pairs[:20] {
		require.Equal(t, want[i:i+1], scores(t, m, []Pair{p}))
	}
	turned := slices.Clone(pairs)
	slices.Reverse(turned)
	results := scores(t, m, turned)
	slices.Reverse(results)
	require.Equal(t, want, results)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	require.Equal(t, want, scores(t, m, pairs))
}

func TestNothingIsReadOfNothing(t *testing.T) {
	m := tinyModel(t, fastest())
	require.Empty(t, scores(t, m, nil))
	r := scores(t, m, []Pair{{}})[0]
	require.Len(t, r.Probabilities, 1)
	require.Empty(t, r.WordsA)
	require.Equal(t, 3, m.Cost(Pair{}))
}

func TestReadingStopsWhenItsContextEnds(t *testing.T) {
	m := tinyModel(t, fastest())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := m.Score(ctx, somePairs(300))
	require.ErrorIs(t, err, context.Canceled)
	_, err = m.Vectors(ctx, make([]string, 300))
	require.ErrorIs(t, err, context.Canceled)
}

func TestWordsAreThoseOfTheTexts(t *testing.T) {
	m := tinyModel(t, fastest())
	a, b := "The mayor resigned.", `"Two fires", police said`
	r := scores(t, m, []Pair{{A: a, B: b}})[0]
	words := func(text string, words []Word) (found []string) {
		for _, w := range words {
			found = append(found, w.Span.In(text))
			require.Len(t, w.Probabilities, 3)
			require.InDelta(t, 1, w.Probabilities[0]+w.Probabilities[1]+w.Probabilities[2], 1e-6)
		}
		return found
	}
	require.Equal(t, []string{"The", "mayor", "resigned", "."}, words(a, r.WordsA))
	require.Equal(t, []string{`"`, "Two", "fires", `"`, ",", "police", "said"}, words(b, r.WordsB))
}

func TestPartsAreThePiecesThatTheyOverlap(t *testing.T) {
	m := tinyModel(t, fastest())
	spans := func(bytes ...int) (spans []article.Span) {
		for i := 0; i < len(bytes); i += 2 {
			spans = append(spans, article.Span{Start: bytes[i], End: bytes[i+1]})
		}
		return spans
	}
	a, b := "the mayor said", "two men" // pieces 1 to 3, 5 and 6
	for _, c := range []struct {
		parts Parts
		want  partPieces
	}{
		{Parts{spans(4, 9), spans(0, 3)}, partPieces{[]int{2}, []int{5}}},
		{Parts{spans(0, 3, 10, 14), spans(2, 5)}, partPieces{[]int{1, 3}, []int{5, 6}}},
		{Parts{spans(2, 5), nil}, partPieces{[]int{1, 2}, []int{5, 6}}},
		{Parts{spans(3, 4), spans(90, 99)}, partPieces{[]int{1, 2, 3}, []int{5, 6}}},
	} {
		in := m.pairInput(Pair{A: a, B: b, Clauses: []Parts{c.parts}, Values: []Parts{c.parts}})
		require.Equal(t, []partPieces{c.want}, in.clauses)
		require.Equal(t, []partPieces{c.want}, in.values)
	}
	results := scores(t, m, []Pair{{A: a, B: b}, {A: a, B: b, Clauses: []Parts{{spans(4, 9), spans(0, 3)}, {spans(0, 3), spans(4, 7)}}}})
	require.Empty(t, results[0].Clauses)
	require.Equal(t, results[0].Logits, results[1].Logits)
	require.Len(t, results[1].Clauses, 2)
	require.NotEqual(t, results[1].Clauses[0], results[1].Clauses[1])
}

// More pairs of clauses than are computed at once.
func TestManyClausesHaveTheBitsOfEach(t *testing.T) {
	m := tinyModel(t, fastest())
	p := Pair{A: "the mayor said two men resigned", B: "police report two fires"}
	for i := range chunk + 20 {
		p.Clauses = append(p.Clauses, Parts{[]article.Span{{Start: i % 20, End: i%20 + 5}}, []article.Span{{Start: i % 13, End: i%13 + 9}}})
	}
	all := scores(t, m, []Pair{p})[0].Clauses
	require.Len(t, all, len(p.Clauses))
	for i, c := range p.Clauses {
		require.Equal(t, all[i:i+1], scores(t, m, []Pair{{A: p.A, B: p.B, Clauses: []Parts{c}}})[0].Clauses)
	}
}

// Words are held against each other where a clause is probably of one matter, each of A with each of B.
func TestWordsAreHeldAgainstEachOther(t *testing.T) {
	m := tinyModel(t, fastest())
	a, b := "the mayor resigned", "police said two men"
	p := Pair{A: a, B: b, WordsA: []article.Span{{Start: 4, End: 9}, {Start: 10, End: 18}}, WordsB: []article.Span{{Start: 0, End: 6}, {Start: 12, End: 15}, {Start: 16, End: 19}}}
	all := scores(t, m, []Pair{p})[0].Answers
	require.Len(t, all, 6*len(tinyHeader.Answers))
	for i, v := range p.WordsA {
		for j, w := range p.WordsB {
			one := scores(t, m, []Pair{{A: a, B: b, WordsA: []article.Span{v}, WordsB: []article.Span{w}}})[0].Answers
			n := len(tinyHeader.Answers)
			require.Equal(t, all[(3*i+j)*n:(3*i+j+1)*n], one)
		}
	}
	p.Clauses = []Parts{{p.WordsA, p.WordsB}, {p.WordsA[:1], p.WordsB[:1]}}
	read := scores(t, m, []Pair{p})[0]
	require.Equal(t, all, read.Answers)
	most := ofOneMatter(read.Clauses)
	p.AnswersFrom = most
	require.Equal(t, all, scores(t, m, []Pair{p})[0].Answers)
	p.AnswersFrom = math.Nextafter32(most, 1)
	require.Empty(t, scores(t, m, []Pair{p})[0].Answers)
}

func TestLongPairsGiveUpTheEndOfTheLongerText(t *testing.T) {
	m := tinyModel(t, fastest())
	long := strings.TrimSpace(strings.Repeat("a b c d e f g h i j ", 6)) // 60 pieces, a byte each
	short := "the mayor said"
	for _, c := range []struct {
		reason       string
		pair         Pair
		wantA, wantB int // pieces kept
	}{
		{"both fit", Pair{A: short, B: short}, 3, 3},
		{"the longer one gives up", Pair{A: long, B: short}, 34, 3},
		{"the longer one gives up, behind", Pair{A: short, B: long}, 3, 34},
		{"both give up, b one more", Pair{A: long, B: long}, 19, 18},
	} {
		in := m.pairInput(c.pair)
		require.Equal(t, len(in.ids), m.Cost(c.pair), c.reason)
		require.LessOrEqual(t, len(in.ids), tinyHeader.Positions, c.reason)
		var want []int32
		want = append(want, m.vocabulary.class)
		for _, p := range m.vocabulary.pieces(c.pair.A)[:c.wantA] {
			want = append(want, p.id)
		}
		want = append(want, m.vocabulary.separator)
		for _, p := range m.vocabulary.pieces(c.pair.B)[:c.wantB] {
			want = append(want, p.id)
		}
		require.Equal(t, append(want, m.vocabulary.separator), in.ids, c.reason)
	}
	require.Len(t, m.textInput(long).ids, tinyHeader.Positions)
}

func cosine[A, B float32 | float64](a []A, b []B) float64 {
	var ab, aa, bb float64
	for i := range a {
		x, y := float64(a[i]), float64(b[i])
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return ab / math.Sqrt(aa*bb)
}

// The rest of what quantizing changes is the activations'.
func TestRowsAreNearToThoseInFloatingPoint(t *testing.T) {
	r := randomModel(1, tinyHeader)
	m := tinyModel(t, fastest())
	rounded := r.roundedModel()
	least, leastOfAll := 1.0, 1.0
	for _, p := range somePairs(20) {
		in := m.pairInput(p)
		s := m.workspace()
		m.states(s, []input{in})
		near, exact := rounded.states(in), r.states(in)
		for i := range in.ids {
			got := s.x[i*tinyHeader.Width : (i+1)*tinyHeader.Width]
			least = min(least, cosine(got, near[i]))
			leastOfAll = min(leastOfAll, cosine(got, exact[i]))
		}
		want := rounded.logits(in)
		result := scores(t, m, []Pair{p})[0]
		require.InDelta(t, want.pair[0], result.Logits[0], 0.1)
		require.Len(t, result.Clauses, len(want.clauses))
		for i, c := range want.clauses {
			require.InDelta(t, logistic(c[0]), result.Clauses[i][0], 0.1)
		}
		require.Len(t, result.Values, len(want.values))
		for i, v := range want.values {
			require.InDelta(t, logistic(v[0]), result.Values[i], 0.1)
		}
		if p.AnswersFrom <= ofOneMatter(result.Clauses) {
			require.Len(t, result.Answers, len(want.answers)*len(tinyHeader.Answers))
		}
		for i, p := range result.Answers {
			n := len(tinyHeader.Answers)
			require.InDelta(t, likely(want.answers[i/n])[i%n], p, 0.1)
		}
		for i, w := range in.words {
			var x [3]float32
			for j := range x {
				x[j] = float32(want.words[w.row][j])
			}
			probabilities(x[:])
			got := append(slices.Clone(result.WordsA), result.WordsB...)[i]
			require.InDeltaSlice(t, x[:], got.Probabilities, 0.05)
		}
	}
	t.Logf("least cosine of a row to its own weights in floating point %.5f, to the model before rounding %.5f", least, leastOfAll)
	require.Greater(t, least, 0.997)
	require.Greater(t, leastOfAll, 0.985)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
