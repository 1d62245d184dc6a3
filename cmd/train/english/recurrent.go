package english

import "xref/extract/lang/neural"

// backward goes back through a recurrent layer of a width: it adds the slopes of
// the loss by the weights to slopes, which is laid out as they are, and sets byIn
// to those by in, given those by out. t is what the way forward has left.
func backward(width int, weights, slopes, byIn, byOut, in []float32, ends []int, t *neural.Trace) {
	half := width / 2
	vectors, byVectors := weights[3*width*width:], slopes[3*width*width:]
	byMade := make([]float32, 3*len(in))
	carry := make([]float32, half)
	start := 0
	for _, end := range ends {
		for side := range 2 {
			clear(carry)
			for step := end - start - 1; step >= 0; step-- {
				row, before := start+step, start+step-1
				if side == 1 {
					row, before = end-1-step, end-step
				}
				at := row*width + side*half
				made, by := t.Made[row*3*width+side*half:], byMade[row*3*width+side*half:]
				for j := range half {
					p := float32(0)
					if step > 0 {
						p = t.State[before*width+side*half+j]
					}
					v := side*half + j
					f, slopeF := gateSlope(made[width+j] + float32(vectors[v]*p) + vectors[2*width+v])
					r, slopeR := gateSlope(made[2*width+j] + float32(vectors[width+v]*p) + vectors[3*width+v])
					g := byOut[at+j]
					byR := float32(g*(t.State[at+j]-float32(in[at+j]*neural.Highway))) * slopeR
					byC := float32(g*r) + carry[j]
					byF := float32(byC*(p-made[j])) * slopeF
					byIn[at+j] = float32(g * (1 - r) * neural.Highway)
					by[j], by[width+j], by[2*width+j] = float32(byC*(1-f)), byF, byR
					carry[j] = float32(byC*f) + float32(byF*vectors[v]) + float32(byR*vectors[width+v])
					byVectors[v] += float32(byF * p)
					byVectors[width+v] += float32(byR * p)
					byVectors[2*width+v] += byF
					byVectors[3*width+v] += byR
				}
			}
		}
		start = end
	}
	multiplyBack(slopes[:3*width*width], byIn, byMade, in, weights[:3*width*width], width, 3*width)
}

// gateSlope is the value of a gate with its slope.
func gateSlope(x float32) (y, slope float32) {
	y = neural.Gate(x)
	if x >= 6 || x <= -6 {
		return y, 0
	}
	s := float32(x * x / 4)
	root := (9 - s) / (9 + float32(3*s))
	return y, float32(root*root) / 4
}

// multiplyBack is the way back through the product of in and a matrix of
// weights, inner × columns row by row: it adds to the slopes by the weights and
// to those by in. The sizes of both sides must be multiples of neural.Panel.
func multiplyBack(byWeights, byIn, byOut, in, weights []float32, inner, columns int) {
	rows := len(in) / inner
	product := make([]float32, max(len(byWeights), len(in)))
	by := neural.NewMatrix(byOut, rows, columns)
	by.Product(product, transposed(in, rows, inner))
	neural.Add(byWeights, product)
	back := neural.NewMatrix(transposed(weights, inner, columns), columns, inner)
	back.Product(product, byOut)
	neural.Add(byIn[:len(in)], product)
}

// transposed is the rows × columns matrix m, turned.
func transposed(m []float32, rows, columns int) []float32 {
	t := make([]float32, rows*columns)
	for i := range rows {
		for j, v := range m[i*columns : (i+1)*columns] {
			t[j*rows+i] = v
		}
	}
	return t
}
