// Package neural holds what a small neural network needs: products of matrices
// that come out the same on every machine, and recurrent layers.
package neural

// Panel is what the columns of a Matrix must be a multiple of.
const Panel = 16

// Padded is the least multiple of Panel that is not under n.
func Padded(n int) int { return (n + Panel - 1) / Panel * Panel }

// Matrix is weights by which rows of Inner numbers are made into rows of
// Columns. It holds them by panels of columns, each row by row.
type Matrix struct {
	Inner, Columns int
	panels         []float32
}

// NewMatrix takes the weights row by row. Columns must be a multiple of Panel.
func NewMatrix(weights []float32, inner, columns int) Matrix {
	if columns%Panel != 0 {
		panic("neural: columns do not fill panels")
	}
	m := Matrix{inner, columns, make([]float32, inner*columns)}
	at := 0
	for j := 0; j < columns; j += Panel {
		for k := range inner {
			copy(m.panels[at:at+Panel], weights[k*columns+j:])
			at += Panel
		}
	}
	return m
}

// Product sets c to the product of a and the matrix; both hold the same number of
// rows, one after the other. Each sum adds the products in order, each rounded
// before it is added, so that the result does not depend on how many numbers a
// machine computes at once.
func (m Matrix) Product(c, a []float32) {
	if m.Inner == 0 || len(a) == 0 {
		return
	}
	rows := len(a) / m.Inner
	c, a = c[:rows*m.Columns], a[:rows*m.Inner]
	for j := 0; j < m.Columns; j += Panel {
		multiplyPanel(c[j:], a, m.panels[j*m.Inner:(j+Panel)*m.Inner], rows, m.Inner, m.Columns)
	}
}

// Row sets c to some columns of the product of one row and the matrix, from column first
// on. Both first and the length of c are multiples of Panel.
func (m Matrix) Row(c, a []float32, first int) {
	a = a[:m.Inner]
	for j := 0; j < len(c); j += Panel {
		at := (first + j) * m.Inner
		multiplyPanel(c[j:], a, m.panels[at:at+Panel*m.Inner], 1, m.Inner, Panel)
	}
}

// multiplyPanelPlainly sets the first columns of c, whose rows are stride apart, to
// the product of a (rows × inner) and panel (inner × Panel). Eight sums at a time are
// what a processor's registers hold; two numbers of a row at a time take fewer checks of
// bounds.
func multiplyPanelPlainly(c, a, panel []float32, rows, inner, stride int) {
	for i := range rows {
		for half := 0; half < Panel; half += 8 {
			var s0, s1, s2, s3, s4, s5, s6, s7 float32
			row, from := a[i*inner:(i+1)*inner], panel[half:inner*Panel]
			for len(row) >= 2 && len(from) >= Panel+8 {
				x, y, w := row[0], row[1], (*[Panel + 8]float32)(from)
				s0 += float32(x * w[0])
				s1 += float32(x * w[1])
				s2 += float32(x * w[2])
				s3 += float32(x * w[3])
				s4 += float32(x * w[4])
				s5 += float32(x * w[5])
				s6 += float32(x * w[6])
				s7 += float32(x * w[7])
				s0 += float32(y * w[Panel+0])
				s1 += float32(y * w[Panel+1])
				s2 += float32(y * w[Panel+2])
				s3 += float32(y * w[Panel+3])
				s4 += float32(y * w[Panel+4])
				s5 += float32(y * w[Panel+5])
				s6 += float32(y * w[Panel+6])
				s7 += float32(y * w[Panel+7])
				row = row[2:]
				if len(from) < 2*Panel {
					break
				}
				from = from[2*Panel:]
			}
			if len(row) > 0 {
				x, w := row[0], (*[8]float32)(from)
				s0 += float32(x * w[0])
				s1 += float32(x * w[1])
				s2 += float32(x * w[2])
				s3 += float32(x * w[3])
				s4 += float32(x * w[4])
				s5 += float32(x * w[5])
				s6 += float32(x * w[6])
				s7 += float32(x * w[7])
			}
			*(*[8]float32)(c[i*stride+half:]) = [8]float32{s0, s1, s2, s3, s4, s5, s6, s7}
		}
	}
}

// Add adds from to to, number by number.
func Add(to, from []float32) { add(to, from[:len(to)]) }

// AddBytes adds from to to, number by number and each times unit.
func AddBytes(to []float32, from []int8, unit float32) { addBytes(to, from[:len(to)], unit) }

func addPlainly(to, from []float32) {
	for j, v := range from[:len(to)] {
		to[j] += v
	}
}

func addBytesPlainly(to []float32, from []int8, unit float32) {
	for j, v := range from[:len(to)] {
		to[j] += float32(float32(v) * unit)
	}
}
