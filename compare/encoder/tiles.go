//go:build amd64 || arm64

package encoder

// tile is what a kernel makes of some rows and panels. Strides are in bytes.
type tile struct {
	out         *float32
	outStride   uintptr
	in          *byte
	inStride    uintptr
	weights     *byte
	panelStride uintptr
	blocks      uintptr // of panelBlock inputs
	scales      *float32
	biases      *float32
	sums        *int32
	rowScales   *float32
	rowZeros    *int32
	// ahead is how far behind the weights those stand that are needed soon. A block
	// brings so many times 64 bytes near to the processor as it has panels.
	ahead uintptr
}

// multiplyByTiles multiplies with a kernel that takes so many rows and columns at
// once.
func multiplyByTiles(kernel func(*tile), tileRows, tileColumns int, out []float32, p *product, in *quantized, rows int) {
	if rows == 0 {
		return
	}
	rows = roundedUp(rows, tileRows)
	_, _, _, _ = out[rows*p.outputs-1], in.bytes[rows*p.inputs-1], in.scales[rows-1], in.zeros[rows-1]
	t := tile{
		outStride: uintptr(p.outputs) * 4, inStride: uintptr(p.inputs),
		panelStride: uintptr(p.inputs) * panel, blocks: uintptr(p.inputs) / panelBlock,
	}
	for j := 0; j < p.outputs; j += tileColumns {
		t.weights, t.scales, t.biases, t.sums = &p.weights[j*p.inputs], &p.scales[j], &p.biases[j], &p.sums[j]
		t.ahead = uintptr(tileColumns * p.inputs)
		for i := 0; i < rows; i += tileRows {
			t.out, t.in = &out[i*p.outputs+j], &in.bytes[i*p.inputs]
			t.rowScales, t.rowZeros = &in.scales[i], &in.zeros[i]
			kernel(&t)
			t.ahead += t.blocks * uintptr(tileColumns/panel) * 128
		}
	}
}

// matmulByTiles multiplies with a kernel that takes four rows and columnBlock
// columns at once. The last rows are taken with those before them again.
func matmulByTiles(kernel func(c, a, b *float32, strideC, strideA, strideB, inner uintptr), c, a, b matrix, rows, inner, columns int) {
	const tileRows = 4
	if rows < tileRows || inner == 0 {
		matmulPlainly(c, a, b, rows, inner, columns)
		return
	}
	_, _, _ = c.numbers[(rows-1)*c.stride+columns-1], a.numbers[(rows-1)*a.stride+inner-1], b.numbers[(inner-1)*b.stride+columns-1]
	for i := 0; i < rows; i += tileRows {
		i := min(i, rows-tileRows)
		for j := 0; j < columns; j += columnBlock {
			kernel(&c.numbers[i*c.stride+j], &a.numbers[i*a.stride], &b.numbers[j],
				uintptr(c.stride)*4, uintptr(a.stride)*4, uintptr(b.stride)*4, uintptr(inner))
		}
	}
}
