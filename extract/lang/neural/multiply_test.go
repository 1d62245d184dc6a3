package neural

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func random(n int, seed uint64) []float32 {
	r := rand.New(rand.NewPCG(seed, 1))
	m := make([]float32, n)
	for i := range m {
		m[i] = float32(r.NormFloat64())
	}
	return m
}

func TestProductsAreTheSameHoweverTheyAreComputed(t *testing.T) {
	for _, size := range [][3]int{{1, 1, 16}, {3, 5, 16}, {4, 9, 32}, {9, 33, 48}, {13, 128, 64}, {16, 20, 16}} {
		rows, inner, columns := size[0], size[1], size[2]
		a, weights, c := random(rows*inner, 1), random(inner*columns, 2), random(rows*columns, 3)
		want := slices.Clone(c)
		for i := range rows {
			for j := range columns {
				want[i*columns+j] = 0
				for k := range inner {
					want[i*columns+j] += float32(a[i*inner+k] * weights[k*columns+j])
				}
			}
		}
		m := NewMatrix(weights, inner, columns)
		for name, multiply := range panelKernels() {
			got := slices.Clone(c)
			for j := 0; j < columns; j += Panel {
				multiply(got[j:], a, m.panels[j*inner:(j+Panel)*inner], rows, inner, columns)
			}
			require.Equal(t, want, got, "%s %v", name, size)
		}
		m.Product(c, a)
		require.Equal(t, want, c, size)
	}
}

func TestAddAddsEachNumber(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 29, 64} {
		to, from := random(n, 1), random(n, 2)
		want := slices.Clone(to)
		for i, v := range from {
			want[i] += v
		}
		Add(to, from)
		require.Equal(t, want, to, n)
	}
}

func TestAddBytesAddsEachNumberTimesTheUnit(t *testing.T) {
	for _, n := range []int{0, 5, 8, 21} {
		to, from := random(n, 1), make([]int8, n)
		want := slices.Clone(to)
		for i := range from {
			from[i] = int8(11*i - 120)
			want[i] += float32(from[i]) / 64
		}
		AddBytes(to, from, 1.0/64)
		require.Equal(t, want, to, n)
	}
}

func TestNarrowMatricesAreRefused(t *testing.T) {
	require.Equal(t, 48, Padded(33))
	require.Panics(t, func() { NewMatrix(make([]float32, 15), 1, 15) })
}

// panelKernel is what multiplies rows by a panel.
type panelKernel = func(c, a, panel []float32, rows, inner, stride int)

func BenchmarkProduct(b *testing.B) {
	const rows, inner, columns = 20, 128, 384
	a, m, c := random(rows*inner, 1), NewMatrix(random(inner*columns, 2), inner, columns), random(rows*columns, 3)
	for b.Loop() {
		m.Product(c, a)
	}
	b.ReportMetric(rows*inner*columns*float64(b.N)/b.Elapsed().Seconds()/1e9, "products/ns")
}
