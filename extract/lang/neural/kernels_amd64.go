//go:build !purego

package neural

import "golang.org/x/sys/cpu"

// The kernels ask for AVX2, multiplyEight for AVX-512; multiplyTwoSSE runs on every amd64.
// Strides between rows are in bytes.

// multiplyEight sets 8 rows of c, Panel columns each, to the product of 8 rows of
// a and a panel.
//
//go:noescape
func multiplyEight(c, a, panel *float32, strideC, strideA, inner uintptr)

// multiplyFour is multiplyEight for 4 rows.
//
//go:noescape
func multiplyFour(c, a, panel *float32, strideC, strideA, inner uintptr)

// multiplyOne is multiplyEight for a single row.
//
//go:noescape
func multiplyOne(c, a, panel *float32, inner uintptr)

// multiplyTwoSSE is multiplyEight for 2 rows, or for one with strides of 0.
//
//go:noescape
func multiplyTwoSSE(c, a, panel *float32, strideC, strideA, inner uintptr)

// addBlocks adds blocks of 8 numbers.
//
//go:noescape
func addBlocks(to, from *float32, blocks uintptr)

// addByteBlocks adds blocks of 8 numbers, each times unit.
//
//go:noescape
func addByteBlocks(to *float32, from *int8, unit float32, blocks uintptr)

// stepBlocks computes blocks of 8 units.
//
//go:noescape
func stepBlocks(u *units, highway float32, blocks uintptr)

// units points at the first number of what a step of units reads and writes.
type units struct {
	out, state, in, previous, candidate, forget, reset *float32
	byForget, byReset, biasForget, biasReset           *float32
}

// RowByRow tells that a row of a product takes as long by itself as beside others. The
// kernels take several.
const RowByRow = false

// block is how many numbers a kernel takes at once.
const block = 8

func multiplyPanel(c, a, panel []float32, rows, inner, stride int) {
	if !cpu.X86.HasAVX2 {
		multiplyPanelSSE(c, a, panel, rows, inner, stride)
		return
	}
	_, _, _ = c[(rows-1)*stride+Panel-1], a[rows*inner-1], panel[inner*Panel-1]
	i := 0
	eight := func(i int) {
		multiplyEight(&c[i*stride], &a[i*inner], &panel[0], uintptr(stride)*4, uintptr(inner)*4, uintptr(inner))
	}
	four := func(i int) {
		multiplyFour(&c[i*stride], &a[i*inner], &panel[0], uintptr(stride)*4, uintptr(inner)*4, uintptr(inner))
	}
	// One row takes nearly as long as several: what is left over is multiplied together with
	// rows that are made once more, the same.
	if cpu.X86.HasAVX512F {
		for ; i+8 <= rows; i += 8 {
			eight(i)
		}
		if rows > 8 && rows-i > 4 {
			eight(rows - 8)
			return
		}
	}
	for ; i+4 <= rows; i += 4 {
		four(i)
	}
	if rows > 4 && rows-i > 1 {
		four(rows - 4)
		return
	}
	for ; i < rows; i++ {
		multiplyOne(&c[i*stride], &a[i*inner], &panel[0], uintptr(inner))
	}
}

func multiplyPanelSSE(c, a, panel []float32, rows, inner, stride int) {
	_, _, _ = c[(rows-1)*stride+Panel-1], a[rows*inner-1], panel[inner*Panel-1]
	i := 0
	for ; i+2 <= rows; i += 2 {
		multiplyTwoSSE(&c[i*stride], &a[i*inner], &panel[0], uintptr(stride)*4, uintptr(inner)*4, uintptr(inner))
	}
	if i < rows {
		multiplyTwoSSE(&c[i*stride], &a[i*inner], &panel[0], 0, 0, uintptr(inner))
	}
}

func add(to, from []float32) {
	whole := len(to) / block
	if !cpu.X86.HasAVX2 {
		whole = 0
	}
	if whole > 0 {
		addBlocks(&to[0], &from[0], uintptr(whole))
	}
	addPlainly(to[whole*block:], from[whole*block:])
}

func addBytes(to []float32, from []int8, unit float32) {
	whole := len(to) / block
	if !cpu.X86.HasAVX2 {
		whole = 0
	}
	if whole > 0 {
		addByteBlocks(&to[0], &from[0], unit, uintptr(whole))
	}
	addBytesPlainly(to[whole*block:], from[whole*block:], unit)
}

func (s step) run() {
	if len(s.out)%block != 0 || !cpu.X86.HasAVX2 {
		s.runPlainly()
		return
	}
	stepBlocks(&units{
		&s.out[0], &s.state[0], &s.in[0], &s.previous[0], &s.candidate[0], &s.forget[0], &s.reset[0],
		&s.byForget[0], &s.byReset[0], &s.biasForget[0], &s.biasReset[0],
	}, Highway, uintptr(len(s.out)/block))
}
