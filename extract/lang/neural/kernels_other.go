//go:build purego || (!amd64 && !arm64)

package neural

// RowByRow tells that a row of a product takes as long by itself as beside others, so that
// what may not be needed is best left until it is.
const RowByRow = true

func multiplyPanel(c, a, panel []float32, rows, inner, stride int) {
	multiplyPanelPlainly(c, a, panel, rows, inner, stride)
}

func add(to, from []float32) { addPlainly(to, from) }

func addBytes(to []float32, from []int8, unit float32) { addBytesPlainly(to, from, unit) }

func (s step) run() { s.runPlainly() }
