package encoder

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func vectorsOf(t testing.TB, m *Model, sentences []string) []Vector {
	vectors, err := m.Vectors(context.Background(), sentences)
	require.NoError(t, err)
	require.Len(t, vectors, len(sentences))
	return vectors
}

// someSentences are sentences of all lengths.
func someSentences(n int) (sentences []string) {
	for _, p := range somePairs(n) {
		sentences = append(sentences, p.A)
	}
	return sentences
}

func TestVectorsAreNearToThoseInFloatingPoint(t *testing.T) {
	exact := randomModel(1, tinyHeader)
	m := tinyModel(t, fastest())
	sentences := append(someSentences(20), "", "two men said police report", strings.Repeat("the mayor said ", 40))
	least := 1.0
	for i, v := range vectorsOf(t, m, sentences) {
		in := m.textInput(sentences[i])
		require.Len(t, v, tinyHeader.Vector)
		require.InDelta(t, 1, cosine(v, v), 1e-6)
		require.Equal(t, len(in.ids), m.VectorCost(sentences[i]))
		least = min(least, cosine(v, exact.vector.of([][]float64{meanOf(exact.states(in))})[0]))
	}
	t.Logf("least cosine of a vector to that of the model before rounding %.5f", least)
	require.Greater(t, least, 0.99)
}

// Many short sentences make one batch, so that as many vectors are made at once.
func TestVectorsDoNotDependOnWhatElseIsReadOrOnProcessors(t *testing.T) {
	m := tinyModel(t, fastest())
	sentences := append(someSentences(60), slices.Repeat([]string{"", "fire", "two men"}, 60)...)
	want := vectorsOf(t, m, sentences)
	for i := 0; i < len(sentences); i += 7 {
		require.Equal(t, want[i:i+1], vectorsOf(t, m, sentences[i:i+1]), sentences[i])
	}
	turned := slices.Clone(sentences)
	slices.Reverse(turned)
	vectors := vectorsOf(t, m, turned)
	slices.Reverse(vectors)
	require.Equal(t, want, vectors)
	others(t, func(t *testing.T, k *kernels) { require.Equal(t, want, vectorsOf(t, tinyModel(t, k), sentences)) })
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	require.Equal(t, want, vectorsOf(t, m, sentences))
	require.Empty(t, vectorsOf(t, m, nil))
}

func TestCosineIsThatOfTheAngle(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 1))
	for _, n := range []int{1, 7, 8, 64, 128, 131} {
		a, b := Vector(normals(r, n, 1)), Vector(normals(r, n, 1))
		unit(a)
		unit(b)
		require.InDelta(t, cosine(a, b), a.Cosine(b), 1e-6)
		require.Equal(t, math.Float64bits(a.Cosine(b)), math.Float64bits(b.Cosine(a)))
		require.InDelta(t, 1, a.Cosine(a), 1e-6)
		require.LessOrEqual(t, a.Cosine(a), 1.0)
	}
	require.Zero(t, Vector(nil).Cosine(Vector{1}))
	require.Zero(t, Vector(make([]float32, 8)).Cosine(make(Vector, 8)))
}
