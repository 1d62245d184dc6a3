package encoder

import "golang.org/x/sys/cpu"

// sets are the kernels that this machine has, the fastest first.
func sets() []*kernels {
	var have []*kernels
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VNNI {
		if hasAMX() {
			have = append(have, &amx)
		}
		have = append(have, &vnni)
	}
	if cpu.X86.HasAVX2 {
		have = append(have, &avx2)
	}
	return append(have, &plain)
}

var vnni = kernels{
	name: "AVX-512 VNNI",
	multiply: func(out []float32, p *product, in *quantized, rows int) {
		multiplyByTiles(multiplyTileVNNI, 6, 4*panel, out, p, in, rows)
	},
	bounds:    boundsAVX512,
	quantize:  quantizeAVX512,
	gelu:      geluAVX512,
	add:       addAVX512,
	squares:   squaresAVX512,
	normalize: normalizeAVX512,
	softmax:   softmaxAVX512,
	matmul: func(c, a, b matrix, rows, inner, columns int) {
		matmulByTiles(matmulTileAVX512, c, a, b, rows, inner, columns)
	},
	turn: func(to, from matrix, rows, inner int) {
		const tile = 16
		whole := rows / tile * tile
		if whole > 0 {
			_, _ = to.numbers[(inner-1)*to.stride+rows-1], from.numbers[(rows-1)*from.stride+inner-1]
		}
		for i := 0; i < whole; i += tile {
			for j := 0; j < inner; j += tile {
				turnTileAVX512(&to.numbers[j*to.stride+i], &from.numbers[i*from.stride+j], uintptr(to.stride)*4, uintptr(from.stride)*4)
			}
		}
		if whole < rows {
			turnPlainly(to.from(whole), from.from(whole*from.stride), rows-whole, inner)
		}
	},
}

var avx2 = kernels{
	name: "AVX2",
	multiply: func(out []float32, p *product, in *quantized, rows int) {
		multiplyByTiles(multiplyTileAVX2, 4, panel, out, p, in, rows)
	},
	bounds:    boundsAVX2,
	quantize:  quantizeAVX2,
	gelu:      geluAVX2,
	add:       addAVX2,
	squares:   squaresAVX2,
	normalize: normalizeAVX2,
	softmax:   softmaxAVX2,
	matmul: func(c, a, b matrix, rows, inner, columns int) {
		matmulByTiles(matmulTileAVX2, c, a, b, rows, inner, columns)
	},
	turn: turnPlainly,
}

// multiplyTileVNNI takes 6 rows and 4 panels.
//
//go:noescape
func multiplyTileVNNI(t *tile)

//go:noescape
func boundsAVX512(x, smooth []float32) (lo, hi float32)

//go:noescape
func quantizeAVX512(q []byte, x, smooth []float32, inverse, zero float32)

//go:noescape
func geluAVX512(x []float32)

//go:noescape
func addAVX512(x, y []float32) float32

//go:noescape
func squaresAVX512(x []float32, mean float32) float32

//go:noescape
func normalizeAVX512(x, weight, bias []float32, mean, inverse float32)

//go:noescape
func softmaxAVX512(scores, mask []float32)

//go:noescape
func matmulTileAVX512(c, a, b *float32, strideC, strideA, strideB, inner uintptr)

// multiplyTileAVX2 takes 4 rows and a panel.
//
//go:noescape
func multiplyTileAVX2(t *tile)

//go:noescape
func boundsAVX2(x, smooth []float32) (lo, hi float32)

//go:noescape
func quantizeAVX2(q []byte, x, smooth []float32, inverse, zero float32)

//go:noescape
func geluAVX2(x []float32)

//go:noescape
func addAVX2(x, y []float32) float32

//go:noescape
func squaresAVX2(x []float32, mean float32) float32

//go:noescape
func normalizeAVX2(x, weight, bias []float32, mean, inverse float32)

//go:noescape
func softmaxAVX2(scores, mask []float32)

//go:noescape
func matmulTileAVX2(c, a, b *float32, strideC, strideA, strideB, inner uintptr)

// turnTileAVX512 takes 16 rows and columns.
//
//go:noescape
func turnTileAVX512(to, from *float32, strideTo, strideFrom uintptr)
