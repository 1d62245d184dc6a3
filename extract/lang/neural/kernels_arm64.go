//go:build !purego

package neural

// The kernels ask for NEON, which every arm64 machine has. Strides between rows are in
// bytes.

// multiplyFour sets 4 rows of c, Panel columns each, to the product of 4 rows of a
// and a panel.
//
//go:noescape
func multiplyFour(c, a, panel *float32, strideC, strideA, inner uintptr)

// multiplyOne is multiplyFour for a single row.
//
//go:noescape
func multiplyOne(c, a, panel *float32, inner uintptr)

// addBlocks adds blocks of 8 numbers.
//
//go:noescape
func addBlocks(to, from *float32, blocks uintptr)

// addByteBlocks adds blocks of 8 numbers, each times unit.
//
//go:noescape
func addByteBlocks(to *float32, from *int8, unit float32, blocks uintptr)

// stepBlocks computes blocks of 4 units.
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

// How many numbers a kernel takes at once.
const (
	block     = 8
	stepBlock = 4
)

func multiplyPanel(c, a, panel []float32, rows, inner, stride int) {
	_, _, _ = c[(rows-1)*stride+Panel-1], a[rows*inner-1], panel[inner*Panel-1]
	i := 0
	for ; i+4 <= rows; i += 4 {
		multiplyFour(&c[i*stride], &a[i*inner], &panel[0], uintptr(stride)*4, uintptr(inner)*4, uintptr(inner))
	}
	if rows > 4 && rows-i > 1 { // one row takes nearly as long as several
		multiplyFour(&c[(rows-4)*stride], &a[(rows-4)*inner], &panel[0], uintptr(stride)*4, uintptr(inner)*4, uintptr(inner))
		return
	}
	for ; i < rows; i++ {
		multiplyOne(&c[i*stride], &a[i*inner], &panel[0], uintptr(inner))
	}
}

func add(to, from []float32) {
	whole := len(to) / block
	if whole > 0 {
		addBlocks(&to[0], &from[0], uintptr(whole))
	}
	addPlainly(to[whole*block:], from[whole*block:])
}

func addBytes(to []float32, from []int8, unit float32) {
	whole := len(to) / block
	if whole > 0 {
		addByteBlocks(&to[0], &from[0], unit, uintptr(whole))
	}
	addBytesPlainly(to[whole*block:], from[whole*block:], unit)
}

func (s step) run() {
	if len(s.out) == 0 || len(s.out)%stepBlock != 0 {
		s.runPlainly()
		return
	}
	stepBlocks(&units{
		&s.out[0], &s.state[0], &s.in[0], &s.previous[0], &s.candidate[0], &s.forget[0], &s.reset[0],
		&s.byForget[0], &s.byReset[0], &s.biasForget[0], &s.biasReset[0],
	}, Highway, uintptr(len(s.out)/stepBlock))
}
