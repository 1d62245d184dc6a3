package encoder

import "golang.org/x/sys/cpu"

// sets are the kernels that this machine has, the fastest first.
func sets() []*kernels {
	var have []*kernels
	if cpu.ARM64.HasASIMDDP {
		have = append(have, &sdot)
	}
	if cpu.ARM64.HasASIMD {
		have = append(have, &neon)
	}
	return append(have, &plain)
}

var sdot = kernels{
	name: "SDOT",
	multiply: func(out []float32, p *product, in *quantized, rows int) {
		multiplyByTiles(multiplyTileSDOT, 4, panel, out, p, in, rows)
	},
	bounds:    boundsNEON,
	quantize:  quantizeNEON,
	gelu:      geluNEON,
	add:       addNEON,
	squares:   squaresNEON,
	normalize: normalizeNEON,
	softmax:   softmaxNEON,
	matmul: func(c, a, b matrix, rows, inner, columns int) {
		matmulByTiles(matmulTileNEON, c, a, b, rows, inner, columns)
	},
	turn: turnPlainly,
}

var neon = kernels{
	name: "NEON",
	multiply: func(out []float32, p *product, in *quantized, rows int) {
		multiplyByTiles(multiplyTileNEON, 4, panel, out, p, in, rows)
	},
	bounds:    boundsNEON,
	quantize:  quantizeNEON,
	gelu:      geluNEON,
	add:       addNEON,
	squares:   squaresNEON,
	normalize: normalizeNEON,
	softmax:   softmaxNEON,
	matmul: func(c, a, b matrix, rows, inner, columns int) {
		matmulByTiles(matmulTileNEON, c, a, b, rows, inner, columns)
	},
	turn: turnPlainly,
}

// multiplyTileSDOT takes 4 rows and a panel.
//
//go:noescape
func multiplyTileSDOT(t *tile)

// multiplyTileNEON takes 4 rows and a panel.
//
//go:noescape
func multiplyTileNEON(t *tile)

//go:noescape
func boundsNEON(x, smooth []float32) (lo, hi float32)

//go:noescape
func quantizeNEON(q []byte, x, smooth []float32, inverse, zero float32)

//go:noescape
func geluNEON(x []float32)

//go:noescape
func addNEON(x, y []float32) float32

//go:noescape
func squaresNEON(x []float32, mean float32) float32

//go:noescape
func normalizeNEON(x, weight, bias []float32, mean, inverse float32)

//go:noescape
func softmaxNEON(scores, mask []float32)

//go:noescape
func matmulTileNEON(c, a, b *float32, strideC, strideA, strideB, inner uintptr)
