package encoder

import "math"

// tableLanes is how often a table has each number: the most that a kernel computes
// with at once.
const tableLanes = 16

func spread(numbers ...float32) []([tableLanes]float32) {
	rows := make([][tableLanes]float32, len(numbers))
	for i, x := range numbers {
		for j := range rows[i] {
			rows[i][j] = x
		}
	}
	return rows
}

// exp's polynomial gives two to a power within ±1/2, to 1e-7 of it, by powers
// from the fifth down.
const (
	exp5, exp4, exp3 = 0.001327647129073739, 0.009675541892647743, 0.05550713092088699
	exp2, exp1, exp0 = 0.24022120237350464, 0.6931469440460205, 1.0000001192092896

	log2E = 1.4426950408889634
	// leastPower is the power of two that stands for all lower ones, far from
	// numbers that processors are slow with.
	leastPower = -100
	// rounder brings the whole part of a small number to a float's last bits.
	rounder = 3 << 22
)

// exp is e to the power x, x ≤ 0.
func exp(x float32) float32 {
	t := float32(x * log2E)
	if t < leastPower {
		t = leastPower
	}
	rounded := t + rounder
	f := t - (rounded - rounder)
	p := float32(exp5*f) + exp4
	p = float32(p*f) + exp3
	p = float32(p*f) + exp2
	p = float32(p*f) + exp1
	p = float32(p*f) + exp0
	return math.Float32frombits(math.Float32bits(p) + math.Float32bits(rounded)<<23)
}

// gelu's polynomial gives the normal distribution at x, less a half and over x,
// within ±geluEdge by powers of x²; gelu comes out to 1e-4.
const (
	geluEdge = 4.25

	gelu8, gelu7, gelu6 = 4.689450217032487e-11, -4.623902150058257e-09, 2.0206596218486084e-07
	gelu5, gelu4, gelu3 = -5.206672994972905e-06, 8.908205199986696e-05, -0.0010825877543538809
	gelu2, gelu1, gelu0 = 0.009730543941259384, -0.06621012836694717, 0.39883148670196533
)

// gelu is x times the normal distribution at x.
func gelu(x float32) float32 {
	t := x
	if t > geluEdge {
		t = geluEdge
	}
	if t < -geluEdge {
		t = -geluEdge
	}
	s := float32(t * t)
	p := float32(gelu8*s) + gelu7
	p = float32(p*s) + gelu6
	p = float32(p*s) + gelu5
	p = float32(p*s) + gelu4
	p = float32(p*s) + gelu3
	p = float32(p*s) + gelu2
	p = float32(p*s) + gelu1
	p = float32(p*s) + gelu0
	return float32(x * (float32(t*p) + 0.5))
}

// tanh is the hyperbolic tangent.
func tanh(x float32) float32 {
	if x < 0 {
		return -tanh(-x)
	}
	e := exp(float32(-2 * x))
	return (1 - e) / (1 + e)
}

// expTable and geluTable hold the numbers of exp and gelu for the kernels, each
// in all lanes.
var (
	expTable  = [9][tableLanes]float32(spread(log2E, leastPower, rounder, exp5, exp4, exp3, exp2, exp1, exp0))
	geluTable = [12][tableLanes]float32(spread(-geluEdge, geluEdge, gelu8, gelu7, gelu6, gelu5, gelu4, gelu3, gelu2, gelu1, gelu0, 0.5))
)
