package encoder

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// normals are n numbers about 0, with their most usual size in size.
func normals(r *rand.Rand, n int, size float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * size)
	}
	return x
}

// others calls f for every set of kernels of this machine but the plain one.
func others(t *testing.T, f func(t *testing.T, k *kernels)) {
	all := sets()
	require.Equal(t, "plain", all[len(all)-1].name)
	for _, k := range all[:len(all)-1] {
		t.Run(k.name, func(t *testing.T) { f(t, k) })
	}
}

// same requires the same bits.
func same(t *testing.T, want, got []float32, about ...any) {
	t.Helper()
	require.Len(t, got, len(want), about...)
	for i := range want {
		if math.Float32bits(want[i]) != math.Float32bits(got[i]) {
			require.Failf(t, "bits differ", "number %d: want %v, got %v; %s", i, want[i], got[i], fmt.Sprint(about...))
		}
	}
}

// randomProduct has weights of all sizes, the largest and the least often.
func randomProduct(r *rand.Rand, inputs, outputs int) product {
	p := product{
		inputs: inputs, outputs: outputs,
		smooth: normals(r, inputs, 1), scales: normals(r, outputs, 1e-2), biases: normals(r, outputs, 1),
		sums: make([]int32, outputs), weights: make([]byte, inputs*outputs),
	}
	for j := range outputs {
		extreme := r.IntN(4)
		for k := range inputs {
			w := r.IntN(2*weightLimit+1) - weightLimit
			if extreme == 0 {
				w = weightLimit
			} else if extreme == 1 && r.IntN(2) == 0 {
				w = -weightLimit
			}
			p.sums[j] += int32(w)
			p.weights[weightAt(inputs, j, k)] = byte(int8(w))
		}
	}
	return p
}

// weightAt is where the weight of an output and an input stands.
func weightAt(inputs, output, input int) int {
	return output/panel*panel*inputs + input/group*group*panel + output%panel*group + input%group
}

func TestProductsHaveTheSameBitsInEverySet(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, size := range [][3]int{{1, 64, 64}, {6, 64, 128}, {13, 384, 64}, {12, 128, 192}, {7, 1536, 64}, {48, 192, 64}} {
		rows, inputs, outputs := size[0], size[1], size[2]
		p := randomProduct(r, inputs, outputs)
		in := newQuantized(roundedUp(rows, rowBlock), inputs)
		for i := range in.bytes {
			in.bytes[i] = byte(r.IntN(256))
			if i/inputs%3 == 1 {
				in.bytes[i] = 255
			}
		}
		for i := range in.scales {
			in.scales[i], in.zeros[i] = r.Float32(), int32(r.IntN(256))
		}
		want := make([]float32, rows*outputs)
		for i := range rows {
			for j := range outputs {
				var sum int32
				for k := range inputs {
					sum += (int32(in.bytes[i*inputs+k]) - in.zeros[i]) * int32(int8(p.weights[weightAt(inputs, j, k)]))
				}
				want[i*outputs+j] = float32(float32(sum)*float32(in.scales[i]*p.scales[j])) + p.biases[j]
			}
		}
		for _, k := range sets() {
			got := make([]float32, roundedUp(rows, rowBlock)*outputs)
			k.multiply(got, &p, &in, rows)
			same(t, want, got[:rows*outputs], k.name, size)
		}
	}
}

func TestOtherKernelsHaveTheSameBitsInEverySet(t *testing.T) {
	others(t, func(t *testing.T, k *kernels) {
		r := rand.New(rand.NewPCG(2, 1))
		for round := range 200 {
			n := lanes * (1 + r.IntN(8))
			x, y, z := normals(r, n, math.Pow(10, float64(r.IntN(6)-3))), normals(r, n, 1), normals(r, n, 2)
			for i := range x {
				switch r.IntN(20) {
				case 0:
					x[i] = 0
				case 1:
					x[i] = float32(math.Copysign(0, -1))
				case 2:
					x[i] *= 1000
				}
			}
			if round == 0 {
				clear(x)
			}
			lo, hi := plain.bounds(x, y)
			gotLo, gotHi := k.bounds(x, y)
			require.Equal(t, [2]float32{lo, hi}, [2]float32{gotLo, gotHi}, "bounds")

			want, got := make([]byte, n), make([]byte, n)
			inverse := 255 / max(hi-lo, leastScale)
			zero := float32(math.RoundToEven(float64(-lo * inverse)))
			plain.quantize(want, x, y, inverse, zero)
			k.quantize(got, x, y, inverse, zero)
			require.Equal(t, want, got, "quantize")

			a, b := slices.Clone(x), slices.Clone(x)
			plain.gelu(a)
			k.gelu(b)
			same(t, a, b, "gelu")

			a, b = slices.Clone(x), slices.Clone(x)
			sumA, sumB := plain.add(a, z), k.add(b, z)
			same(t, append(a, sumA), append(b, sumB), "add")

			same(t, []float32{plain.squares(x, z[0])}, []float32{k.squares(x, z[0])}, "squares")

			a, b = slices.Clone(x), slices.Clone(x)
			plain.normalize(a, y, z, 0.3, 1.7)
			k.normalize(b, y, z, 0.3, 1.7)
			same(t, a, b, "normalize")
		}
	})
}

func TestSoftmaxHasTheSameBitsInEverySet(t *testing.T) {
	others(t, func(t *testing.T, k *kernels) {
		r := rand.New(rand.NewPCG(3, 1))
		for columns := columnBlock; columns <= 5*columnBlock; columns += columnBlock {
			for _, size := range []float64{0, 1e-3, 1, 10, 1000} {
				mask := make([]float32, columns)
				for j := columns - r.IntN(columnBlock); j < columns; j++ {
					mask[j] = masked
				}
				a := normals(r, columns*5, size)
				b := slices.Clone(a)
				plain.softmax(a, mask)
				k.softmax(b, mask)
				same(t, a, b, columns, size)
			}
		}
	})
}

func TestMatrixProductsHaveTheSameBitsInEverySet(t *testing.T) {
	others(t, func(t *testing.T, k *kernels) {
		r := rand.New(rand.NewPCG(4, 1))
		for _, size := range [][3]int{{1, 1, 32}, {2, 32, 64}, {3, 60, 32}, {4, 7, 32}, {5, 33, 96}, {61, 32, 64}} {
			rows, inner, columns := size[0], size[1], size[2]
			a, b := matrix{normals(r, rows*(inner+3), 1), inner + 3}, matrix{normals(r, inner*(columns+5), 1), columns + 5}
			c := matrix{make([]float32, rows*(columns+2)), columns + 2}
			d := matrix{make([]float32, rows*(columns+2)), columns + 2}
			plain.matmul(c, a, b, rows, inner, columns)
			k.matmul(d, a, b, rows, inner, columns)
			same(t, c.numbers, d.numbers, size)
		}
	})
}

func TestMatricesAreTurnedInEverySet(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	for _, k := range sets() {
		for _, size := range [][2]int{{1, 32}, {15, 32}, {16, 64}, {17, 32}, {63, 32}} {
			rows, inner := size[0], size[1]
			from := matrix{normals(r, rows*(inner+3)-3, 1), inner + 3}
			to := matrix{make([]float32, inner*(rows+1)), rows + 1}
			k.turn(to, from, rows, inner)
			for i := range rows {
				for j := range inner {
					require.Equal(t, from.numbers[i*from.stride+j], to.numbers[j*to.stride+i], k.name)
				}
			}
			for j := range inner {
				require.Zero(t, to.numbers[j*to.stride+rows], "a number behind the rows")
			}
		}
	}
}

func TestCurvesAreNearToWhatTheyStandFor(t *testing.T) {
	for i := -100000; i <= 100000; i++ {
		x := float64(i) / 10000
		require.InDelta(t, x/2*(1+math.Erf(x/math.Sqrt2)), float64(gelu(float32(x))), 1e-4, x)
		require.InDelta(t, math.Tanh(x), float64(tanh(float32(x))), 1e-6, x)
		if x <= 0 {
			require.InEpsilon(t, math.Exp(x), float64(exp(float32(x))), 2e-6, x)
		}
	}
	require.Less(t, exp(-1e6), float32(1e-30))
	require.Zero(t, exp(masked)-exp(-1e6))
}

func TestTablesHaveEachNumberInAllLanes(t *testing.T) {
	for _, rows := range [][][tableLanes]float32{expTable[:], geluTable[:]} {
		for _, row := range rows {
			require.Equal(t, spread(row[0])[0], row)
		}
	}
	require.Equal(t, float32(log2E), expTable[0][0])
	require.Equal(t, float32(gelu0), geluTable[10][0])
}
