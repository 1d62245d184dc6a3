package neural

// squash is a rational function close to the hyperbolic tangent: odd, and 1
// from 3 on. It is made of operations that every machine rounds alike.
func squash(x float32) float32 {
	if x >= 3 {
		return 1
	}
	if x <= -3 {
		return -1
	}
	s := float32(x * x)
	return float32(x*(27+s)) / (27 + float32(9*s))
}

// Gate is squash brought between 0 and 1, as the logistic function is tanh.
func Gate(x float32) float32 { return 0.5 + squash(x/2)/2 }

// Rectify sets the negative numbers of x to 0.
func Rectify(x []float32) {
	for i, v := range x {
		x[i] = max(v, 0)
	}
}
