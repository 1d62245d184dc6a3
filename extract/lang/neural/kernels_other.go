//go:build !amd64 && !arm64

package neural

func multiplyPanel(c, a, panel []float32, rows, inner, stride int) {
	multiplyPanelPlainly(c, a, panel, rows, inner, stride)
}

func add(to, from []float32) { addPlainly(to, from) }

func addBytes(to []float32, from []int8, unit float32) { addBytesPlainly(to, from, unit) }

func (s step) run() { s.runPlainly() }
