package analyser

import (
	"math"
	"sync"

	"xref/extract/lang/neural"
	"xref/internal/parallel"
)

// What is known of a word alone is the same wherever it stands, and half of the words of an
// article have stood there before: of so many words, each in the place that its rows have it
// in, the encoder keeps what the first layer makes of them.
const repeatedWords = 1024

// made is how many numbers the first layer makes of a word.
const made = 3 * NetWidth

// repeated is what is kept of words.
type repeated struct {
	rows  [repeatedWords][len(WordTables)]int32
	held  [repeatedWords]bool
	sums  [repeatedWords][NetWidth]float32
	gates [repeatedWords][made]float32

	missing     []int // words that aren't kept
	sum, output []float32
}

// keepers are those that no run uses.
type keepers struct {
	lock sync.Mutex
	free []*repeated
}

func (k *keepers) take() *repeated {
	k.lock.Lock()
	defer k.lock.Unlock()
	if n := len(k.free); n > 0 {
		r := k.free[n-1]
		k.free = k.free[:n-1]
		return r
	}
	return new(repeated)
}

func (k *keepers) give(r *repeated) {
	k.lock.Lock()
	defer k.lock.Unlock()
	if len(k.free) < parallel.Workers(math.MaxInt) {
		k.free = append(k.free, r)
	}
}

// place is where words with these rows are kept.
func place(rows *[len(WordTables)]int32) int {
	h := uint64(0)
	for _, r := range rows {
		h = (h ^ uint64(uint32(r))) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return int(h % repeatedWords)
}

// first sets what the words in their rows are for the first layer, and what it makes of
// them.
func (e *Encoder) first(total int) {
	r := e.repeated
	e.States[0] = neural.Sized(e.States[0], total*NetWidth)
	trace := &e.Traces[0]
	trace.Made = neural.Sized(trace.Made, total*made)
	r.missing = r.missing[:0]
	for i := range total {
		rows := (*[len(WordTables)]int32)(e.Rows[i*len(WordTables):])
		k := place(rows)
		if !r.held[k] || r.rows[k] != *rows {
			r.missing = append(r.missing, i)
			continue
		}
		copy(e.States[0][i*NetWidth:], r.sums[k][:])
		copy(trace.Made[i*made:], r.gates[k][:])
	}
	r.sum = neural.Sized(r.sum, len(r.missing)*NetWidth)
	r.output = neural.Sized(r.output, len(r.missing)*made)
	clear(r.sum)
	for n, i := range r.missing {
		e.sum(r.sum[n*NetWidth:(n+1)*NetWidth], e.Rows[i*len(WordTables):(i+1)*len(WordTables)])
	}
	e.Net.Layers[0].Make(r.output, r.sum)
	for n, i := range r.missing {
		rows := (*[len(WordTables)]int32)(e.Rows[i*len(WordTables):])
		sum, gates := r.sum[n*NetWidth:(n+1)*NetWidth], r.output[n*made:(n+1)*made]
		copy(e.States[0][i*NetWidth:], sum)
		copy(trace.Made[i*made:], gates)
		k := place(rows)
		r.rows[k], r.held[k] = *rows, true
		copy(r.sums[k][:], sum)
		copy(r.gates[k][:], gates)
	}
}
