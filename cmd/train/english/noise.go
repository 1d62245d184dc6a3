package english

import (
	"math/rand/v2"

	"xref/extract/lang/neural"
	"xref/internal/analyser"
)

// How often something is left out in training, so that nothing that is learned
// rests on it alone.
const (
	dropWord  = 0.2  // a word's own row
	dropRow   = 0.07 // another of its rows
	dropInput = 0.1  // a number of what the first layer gets, throughout a sentence
	dropInner = 0.12 // a number of what a layer gives
)

// noise leaves things out at random.
type noise struct {
	random *rand.Rand
	masks  [analyser.NetLayers + 1][]float32 // by level, NetWidth a sentence
}

// Drop leaves out rows of words.
func (n *noise) Drop(rows []int32) {
	for i := range rows {
		rate := dropRow
		if i%len(analyser.WordTables) == 0 {
			rate = dropWord
		}
		if n.random.Float64() < rate {
			rows[i] = analyser.None
		}
	}
}

// Blur leaves out columns of the sentences' rows and makes up for it with what
// is kept.
func (n *noise) Blur(level int, x []float32, ends []int) {
	rate := dropInner
	if level == 0 {
		rate = dropInput
	}
	mask := neural.Sized(n.masks[level], len(ends)*analyser.NetWidth)
	n.masks[level] = mask
	for i := range mask {
		mask[i] = 0
		if n.random.Float64() >= rate {
			mask[i] = float32(1 / (1 - rate))
		}
	}
	n.blurAlike(level, x, ends)
}

// blurAlike leaves out the columns that the last blur of this level left out.
func (n *noise) blurAlike(level int, x []float32, ends []int) {
	row := 0
	for i, end := range ends {
		mask := n.masks[level][i*analyser.NetWidth:][:analyser.NetWidth]
		for ; row < end; row++ {
			for j, v := range x[row*analyser.NetWidth:][:analyser.NetWidth] {
				x[row*analyser.NetWidth+j] = v * mask[j]
			}
		}
	}
}
