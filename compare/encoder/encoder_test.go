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

// somePairs are n pairs of texts of all lengths, some with clauses.
func somePairs(n int) []Pair {
	r := rand.New(rand.NewPCG(7, 7))
	words := strings.Fields(`the mayor resigned after two fires , police said . market reports ( 3.5 % ) "no" é 東京 x`)
	text := func() (string, []article.Span) {
		var chosen []string
		for range r.IntN(30) {
			chosen = append(chosen, words[r.IntN(len(words))])
		}
		text := strings.Join(chosen, " ")
		if text == "" || r.IntN(3) == 0 {
			return text, nil
		}
		at := r.IntN(len(text))
		return text, []article.Span{{Start: at, End: at + r.IntN(len(text)-at)}}
	}
	pairs := make([]Pair, n)
	for i := range pairs {
		pairs[i].A, pairs[i].ClausesA = text()
		pairs[i].B, pairs[i].ClausesB = text()
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
	vectors, err := tinyModel(t, &plain).Vector(context.Background(), texts)
	require.NoError(t, err)
	others(t, func(t *testing.T, k *kernels) {
		m := tinyModel(t, k)
		require.Equal(t, want, scores(t, m, pairs))
		got, err := m.Vector(context.Background(), texts)
		require.NoError(t, err)
		require.Equal(t, vectors, got)
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
	require.Equal(t, "343783322e3bc3ca", digest(string(file)), "the random model is another")
	m := tinyModel(t, fastest())
	bits := ""
	for _, r := range scores(t, m, somePairs(60)) {
		for _, x := range append(slices.Clone(r.Logits), r.Probabilities...) {
			bits += fmt.Sprintf("%08x", math.Float32bits(x))
		}
		for _, w := range append(slices.Clone(r.WordsA), r.WordsB...) {
			for _, x := range w.Probabilities {
				bits += fmt.Sprintf("%08x", math.Float32bits(x))
			}
		}
	}
	vectors, err := m.Vector(context.Background(), []string{"the mayor resigned", "two men"})
	require.NoError(t, err)
	for _, x := range slices.Concat(vectors...) {
		bits += fmt.Sprintf("%08x", math.Float32bits(x))
	}
	require.Equal(t, "ccacbc0bd850878d", digest(bits))
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
	_, err = m.Vector(ctx, make([]string, 300))
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

func TestClausesMark(t *testing.T) {
	m := tinyModel(t, fastest())
	in := m.pairInput(Pair{"the mayor said", "two men", []article.Span{{Start: 4, End: 9}}, []article.Span{{Start: 0, End: 1}, {Start: 6, End: 7}}})
	require.Equal(t, []uint8{0, 0, markA, 0, 0, markCount + markB, markCount + markB, markCount}, in.places)
	none := scores(t, m, []Pair{{A: "the mayor", B: "two men"}})
	marked := scores(t, m, []Pair{{A: "the mayor", B: "two men", ClausesA: []article.Span{{Start: 4, End: 9}}}})
	require.NotEqual(t, none[0].Logits, marked[0].Logits)
}

func TestLongPairsKeepWhatIsAroundTheirClauses(t *testing.T) {
	m := tinyModel(t, fastest())
	long := strings.TrimSpace(strings.Repeat("a b c d e f g h i j ", 6)) // 60 pieces, a byte each
	span := func(from, to int) []article.Span { return []article.Span{{Start: 2 * from, End: 2*to - 1}} }
	short := "the mayor said"
	for _, c := range []struct {
		reason       string
		pair         Pair
		wantA, wantB [2]int // pieces kept: the first, and the one after the last
	}{
		{"both fit", Pair{A: short, B: short}, [2]int{0, 3}, [2]int{0, 3}},
		{"the longer one gives up", Pair{A: long, B: short}, [2]int{0, 34}, [2]int{0, 3}},
		{"the longer one gives up, behind", Pair{A: short, B: long}, [2]int{0, 3}, [2]int{0, 34}},
		{"both give up, b one more", Pair{A: long, B: long}, [2]int{0, 19}, [2]int{0, 18}},
		{"around the clause", Pair{A: long, B: long, ClausesA: span(30, 33), ClausesB: span(40, 44)}, [2]int{22, 41}, [2]int{33, 51}},
		{"around the clause, to the end", Pair{A: long, B: long, ClausesA: span(55, 60), ClausesB: span(2, 4)}, [2]int{41, 60}, [2]int{0, 18}},
		{"a clause that is longer", Pair{A: long, B: long, ClausesA: span(10, 50), ClausesB: span(10, 28)}, [2]int{10, 29}, [2]int{10, 28}},
		{"a long clause at the end", Pair{A: long, B: long, ClausesA: span(35, 60), ClausesB: span(0, 60)}, [2]int{35, 54}, [2]int{0, 18}},
		{"two clauses", Pair{A: long, B: short, ClausesA: append(span(40, 41), span(50, 51)...)}, [2]int{26, 60}, [2]int{0, 3}},
	} {
		in := m.pairInput(c.pair)
		require.Equal(t, len(in.ids), m.Cost(c.pair), c.reason)
		require.LessOrEqual(t, len(in.ids), tinyHeader.Positions, c.reason)
		var want []int32
		want = append(want, m.vocabulary.class)
		for _, p := range m.vocabulary.pieces(c.pair.A)[c.wantA[0]:c.wantA[1]] {
			want = append(want, p.id)
		}
		want = append(want, m.vocabulary.separator)
		for _, p := range m.vocabulary.pieces(c.pair.B)[c.wantB[0]:c.wantB[1]] {
			want = append(want, p.id)
		}
		require.Equal(t, append(want, m.vocabulary.separator), in.ids, c.reason)
	}
	require.Len(t, m.textInput(long).ids, tinyHeader.Positions)
}

// A word whose beginning isn't read says nothing.
func TestWordsThatAreCutAreLeftOut(t *testing.T) {
	m := tinyModel(t, fastest())
	long := "bcdefghijklmnopqrstuvwxyz " + strings.TrimSpace(strings.Repeat("a ", 20))
	r := scores(t, m, []Pair{{A: long, ClausesA: []article.Span{{Start: len(long) - 9, End: len(long)}}}})[0]
	require.Len(t, r.WordsA, 20)
	require.Equal(t, article.Span{Start: 26, End: 27}, r.WordsA[0].Span)
	r = scores(t, m, []Pair{{A: long}})[0]
	require.Len(t, r.WordsA, 13)
	require.Equal(t, "bcdefghijklmnopqrstuvwxyz", r.WordsA[0].Span.In(long))
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
		want, exact := rounded.states(in), r.states(in)
		for i := range in.ids {
			got := s.x[i*tinyHeader.Width : (i+1)*tinyHeader.Width]
			least = min(least, cosine(got, want[i]))
			leastOfAll = min(leastOfAll, cosine(got, exact[i]))
		}
		pair, words := rounded.logits(in)
		result := scores(t, m, []Pair{p})[0]
		require.InDelta(t, pair[0], result.Logits[0], 0.1)
		for i, w := range in.words {
			var x [3]float32
			for j := range x {
				x[j] = float32(words[w.row][j])
			}
			probabilities(x[:])
			got := append(slices.Clone(result.WordsA), result.WordsB...)[i]
			require.InDeltaSlice(t, x[:], got.Probabilities, 0.05)
		}
	}
	t.Logf("least cosine of a row to its own weights in floating point %.5f, to the model before rounding %.5f", least, leastOfAll)
	require.Greater(t, least, 0.997)
	require.Greater(t, leastOfAll, 0.99)
}

func TestVectorsAreMeansOfRows(t *testing.T) {
	r := randomModel(1, tinyHeader)
	m := tinyModel(t, fastest())
	texts := []string{"the mayor resigned", "", "two men said police report"}
	vectors, err := m.Vector(context.Background(), texts)
	require.NoError(t, err)
	for i, text := range texts {
		require.InDelta(t, 1, cosine(vectors[i], vectors[i]), 1e-6)
		require.Greater(t, cosine(vectors[i], meanOf(r.states(m.textInput(text)))), 0.99)
	}
}
