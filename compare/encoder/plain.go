package encoder

// plain are the kernels in Go: what the others are held to, and what runs where
// there are no others.
var plain = kernels{
	name:      "plain",
	multiply:  multiplyPlainly,
	bounds:    boundsPlainly,
	quantize:  quantizePlainly,
	gelu:      geluPlainly,
	add:       addPlainly,
	squares:   squaresPlainly,
	normalize: normalizePlainly,
	softmax:   softmaxPlainly,
	matmul:    matmulPlainly,
	turn:      turnPlainly,
}

// dotBlock is how many bytes dotWords takes at once.
const dotBlock = panelBlock

// multiplyPlainly has four weights of a group in one word, 16 bits each and raised
// by weightLimit to be unsigned. Two products of such a weight and a byte still
// fit 16 bits.
func multiplyPlainly(out []float32, p *product, in *quantized, rows int) {
	const half = panel / 2
	words := make([]wordBlock, p.inputs/dotBlock)
	raised := make([]int32, rows)
	for i := range rows {
		for _, b := range in.bytes[i*p.inputs : (i+1)*p.inputs] {
			raised[i] += int32(b)
		}
		raised[i] *= weightLimit
	}
	var sums [half]int32
	for j := 0; j < p.outputs; j += half {
		spreadWeights(words, p.weights[j/panel*panel*p.inputs:], j%panel)
		scales, biases, totals := p.scales[j:j+half], p.biases[j:j+half], p.sums[j:j+half]
		for i := range rows {
			dotWords(&sums, in.bytes[i*p.inputs:(i+1)*p.inputs], words)
			to := out[i*p.outputs+j : i*p.outputs+j+half]
			for c := range to {
				sum := sums[c] - raised[i] - in.zeros[i]*totals[c]
				to[c] = float32(float32(sum)*float32(in.scales[i]*scales[c])) + biases[c]
			}
		}
	}
}

// spreadWeights sets two words for each input, of the eight outputs from first on
// of a panel: the first, third, second and fourth of four from the lowest bits up.
func spreadWeights(words []wordBlock, weights []byte, first int) {
	for i := range words {
		for k := range words[i] {
			w := &words[i][k]
			for n := range group {
				at := weights[first*group+n:]
				_ = at[7*group]
				raise := func(i int) uint64 { return uint64(uint8(at[i*group] + weightLimit)) }
				w[2*n] = raise(0) | raise(2)<<16 | raise(1)<<32 | raise(3)<<48
				w[2*n+1] = raise(4) | raise(6)<<16 | raise(5)<<32 | raise(7)<<48
			}
			weights = weights[group*panel:]
		}
	}
}

// dotWords sets the sums of eight outputs from a row of bytes. words has two words
// for each byte; their number is a multiple of dotBlock.
func dotWords(sums *[panel / 2]int32, row []byte, words []wordBlock) {
	var low0, low1, high0, high1 uint64
	for i := range words {
		l0, l1, h0, h1 := dotWordBlock((*[dotBlock]byte)(row[i*dotBlock:]), &words[i])
		low0, low1, high0, high1 = low0+l0, low1+l1, high0+h0, high1+h1
	}
	high0 -= low0 >> 32 << 16
	high1 -= low1 >> 32 << 16
	*sums = [panel / 2]int32{
		int32(uint32(low0)), int32(low0 >> 32), int32(uint32(high0)), int32(high0 >> 32),
		int32(uint32(low1)), int32(low1 >> 32), int32(uint32(high1)), int32(high1 >> 32),
	}
}

// wordBlock is two words for each of dotBlock bytes, by groups.
type wordBlock [dotBlock / group][2 * group]uint64

// dotWordBlock gives sums of the 16 bits that are even in a word, low, and those
// of the odd ones with, 16 bits up, the even ones above these.
func dotWordBlock(row *[dotBlock]byte, words *wordBlock) (low0, low1, high0, high1 uint64) {
	const lower = 0x0000ffff0000ffff
	for i := range words {
		w := &words[i]
		a, b := uint64(row[group*i]), uint64(row[group*i+1])
		t := a*w[0] + b*w[2]
		low0 += t & lower
		high0 += t >> 16
		t = a*w[1] + b*w[3]
		low1 += t & lower
		high1 += t >> 16
		a, b = uint64(row[group*i+2]), uint64(row[group*i+3])
		t = a*w[4] + b*w[6]
		low0 += t & lower
		high0 += t >> 16
		t = a*w[5] + b*w[7]
		low1 += t & lower
		high1 += t >> 16
	}
	return low0, low1, high0, high1
}

func boundsPlainly(x, smooth []float32) (lo, hi float32) {
	smooth = smooth[:len(x)]
	for i, v := range x {
		v = float32(v * smooth[i])
		if v < lo {
			lo = v
		}
		if v > hi {
			hi = v
		}
	}
	return lo, hi
}

func quantizePlainly(q []byte, x, smooth []float32, inverse, zero float32) {
	q, smooth = q[:len(x)], smooth[:len(x)]
	for i, v := range x {
		v = float32(float32(v*smooth[i])*inverse) + zero
		if v < 0 {
			v = 0
		}
		if v > 255 {
			v = 255
		}
		q[i] = byte(int32(v + rounder - rounder))
	}
}

func geluPlainly(x []float32) {
	for i, v := range x {
		x[i] = gelu(v)
	}
}

func addPlainly(x, y []float32) float32 {
	var sums [lanes]float32
	for len(x) >= lanes && len(y) >= lanes {
		a, b := (*[lanes]float32)(x), (*[lanes]float32)(y)
		for j := range sums {
			a[j] += b[j]
			sums[j] += a[j]
		}
		x, y = x[lanes:], y[lanes:]
	}
	return folded(&sums)
}

func squaresPlainly(x []float32, mean float32) float32 {
	var sums [lanes]float32
	for len(x) >= lanes {
		a := (*[lanes]float32)(x)
		for j := range sums {
			d := a[j] - mean
			sums[j] += float32(d * d)
		}
		x = x[lanes:]
	}
	return folded(&sums)
}

// folded adds the upper half of the lanes to the lower until one is left.
func folded(sums *[lanes]float32) float32 {
	for half := lanes / 2; half > 0; half /= 2 {
		for j := range half {
			sums[j] += sums[j+half]
		}
	}
	return sums[0]
}

func normalizePlainly(x, weight, bias []float32, mean, inverse float32) {
	weight, bias = weight[:len(x)], bias[:len(x)]
	for i, v := range x {
		x[i] = float32(float32((v-mean)*inverse)*weight[i]) + bias[i]
	}
}

func softmaxPlainly(scores, mask []float32) {
	for ; len(scores) > 0; scores = scores[len(mask):] {
		row := scores[:len(mask)]
		row[0] += mask[0]
		largest := row[0]
		for i := 1; i < len(row); i++ {
			row[i] += mask[i]
			if row[i] > largest {
				largest = row[i]
			}
		}
		var sums [lanes]float32
		for i, v := range row {
			row[i] = exp(v - largest)
			sums[i%lanes] += row[i]
		}
		inverse := 1 / folded(&sums)
		for i := range row {
			row[i] *= inverse
		}
	}
}

func matmulPlainly(c, a, b matrix, rows, inner, columns int) {
	for i := range rows {
		from := a.numbers[i*a.stride : i*a.stride+inner]
		to := c.numbers[i*c.stride : i*c.stride+columns]
		for j := 0; j < columns; j += 8 {
			var s0, s1, s2, s3, s4, s5, s6, s7 float32
			at := j
			for _, x := range from {
				w := (*[8]float32)(b.numbers[at:])
				s0 += float32(x * w[0])
				s1 += float32(x * w[1])
				s2 += float32(x * w[2])
				s3 += float32(x * w[3])
				s4 += float32(x * w[4])
				s5 += float32(x * w[5])
				s6 += float32(x * w[6])
				s7 += float32(x * w[7])
				at += b.stride
			}
			*(*[8]float32)(to[j:]) = [8]float32{s0, s1, s2, s3, s4, s5, s6, s7}
		}
	}
}

func turnPlainly(to, from matrix, rows, inner int) {
	for j := range inner {
		at := j
		row := to.numbers[j*to.stride:]
		for i := range row[:rows] {
			row[i] = from.numbers[at]
			at += from.stride
		}
	}
}
