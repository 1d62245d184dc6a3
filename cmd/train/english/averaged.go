package english

import (
	"cmp"
	"slices"

	"xref/extract/lang/perceptron"
)

// averaged learns the weights of an averaged perceptron. Score and Update are
// called for one decision after the other, Tick once a decision. A feature
// takes part in scoring once it was in minUpdates updates.
type averaged struct {
	classes    int
	minUpdates int32
	now        int32
	slots      []slot // open addressing; the key 0 is free
	rows       int32
	chunks     [][]row
	weights    int32 // places for weights that were handed out
	entries    [][]weight
	free       [9][]int32 // places of 1<<i weights that were given back
}

type slot struct {
	key perceptron.Feature
	row int32
}

// row is a feature that was updated. Its weights stand side by side.
type row struct {
	key     perceptron.Feature
	updates int32
	first   int32
	count   uint8
	room    uint8 // there is room for 1<<room weights, where count isn't 0
}

type weight struct {
	total int64 // sum of value over all decisions up to last
	last  int32 // when value last changed
	value int32
	class uint8
}

const (
	chunkBits = 16
	chunkMask = 1<<chunkBits - 1
)

// newAveraged is one for up to 255 classes.
func newAveraged(classes, minUpdates int) *averaged {
	return &averaged{classes: classes, minUpdates: int32(minUpdates), slots: make([]slot, 1<<16)}
}

// Classes is the number of classes.
func (t *averaged) Classes() int { return t.classes }

func (t *averaged) find(f perceptron.Feature) *slot {
	mask := len(t.slots) - 1
	at := int(uint64(f)>>20) & mask
	for t.slots[at].key != 0 && t.slots[at].key != f {
		at = (at + 1) & mask
	}
	return &t.slots[at]
}

func (t *averaged) row(i int32) *row { return &t.chunks[i>>chunkBits][i&chunkMask] }

// weightsOf is the weights of a row. They never go over the end of a chunk.
func (t *averaged) weightsOf(r *row) []weight {
	if r.count == 0 {
		return nil
	}
	at := r.first & chunkMask
	return t.entries[r.first>>chunkBits][at : at+int32(r.count)]
}

// Score adds the weights of the features to scores, one score a class.
func (t *averaged) Score(features []perceptron.Feature, scores []int32) {
	for _, f := range features {
		s := t.find(f)
		if s.key == 0 {
			continue
		}
		r := t.row(s.row)
		if r.updates < t.minUpdates {
			continue
		}
		for _, w := range t.weightsOf(r) {
			scores[w.class] += w.value
		}
	}
}

// Tick tells that one more decision was made.
func (t *averaged) Tick() { t.now++ }

// Update moves the features' weights towards class good and away from class bad.
func (t *averaged) Update(features []perceptron.Feature, good, bad int) {
	for _, f := range features {
		s := t.find(f)
		if s.key == 0 {
			if int(t.rows)*5 >= len(t.slots)*3 {
				t.grow()
				s = t.find(f)
			}
			if int(t.rows)>>chunkBits == len(t.chunks) {
				t.chunks = append(t.chunks, make([]row, 1<<chunkBits))
			}
			*s = slot{key: f, row: t.rows}
			t.rows++
			t.row(s.row).key = f
		}
		r := t.row(s.row)
		r.updates++
		t.add(r, uint8(good), 1)
		t.add(r, uint8(bad), -1)
	}
}

func (t *averaged) add(r *row, class uint8, delta int32) {
	weights := t.weightsOf(r)
	for i := range weights {
		w := &weights[i]
		if w.class == class {
			w.total += int64(w.value) * int64(t.now-w.last)
			w.last = t.now
			w.value += delta
			return
		}
	}
	switch {
	case r.count == 0:
		r.room = 1
		r.first = t.place(r.room)
	case r.count == 1<<r.room:
		first := t.place(r.room + 1)
		copy(t.entries[first>>chunkBits][first&chunkMask:], weights)
		t.free[r.room] = append(t.free[r.room], r.first)
		r.first = first
		r.room++
	}
	r.count++
	weights = t.weightsOf(r)
	weights[r.count-1] = weight{class: class, last: t.now, value: delta}
}

// place finds room for 1<<room weights.
func (t *averaged) place(room uint8) int32 {
	if n := len(t.free[room]); n > 0 {
		at := t.free[room][n-1]
		t.free[room] = t.free[room][:n-1]
		return at
	}
	size := int32(1) << room
	if t.weights&chunkMask+size > 1<<chunkBits {
		t.weights = (t.weights | chunkMask) + 1
	}
	for int(t.weights)>>chunkBits >= len(t.entries) {
		t.entries = append(t.entries, make([]weight, 1<<chunkBits))
	}
	at := t.weights
	t.weights += size
	return at
}

func (t *averaged) grow() {
	t.slots = make([]slot, 2*len(t.slots))
	for i := range t.rows {
		f := t.row(i).key
		*t.find(f) = slot{key: f, row: i}
	}
}

// largest is the size of the largest weight.
func largest(r *perceptron.Row) int64 {
	top := int64(0)
	for _, v := range r.Values {
		top = max(top, abs(int64(v)))
	}
	return top
}

// averages gathers the average weights of trainers, in units of 1/unit of an
// update, feature by feature.
func averages(trainers []*averaged) []perceptron.Row {
	peak := int64(1)
	for _, t := range trainers {
		for i := range t.rows {
			for _, w := range t.weightsOf(t.row(i)) {
				peak = max(peak, abs(t.total(w))/int64(t.now)+1)
			}
		}
	}
	unit := min(256, 32000/peak)
	type place struct {
		key     perceptron.Feature
		trainer int
		row     int32
	}
	var places []place
	for n, t := range trainers {
		for i := range t.rows {
			if r := t.row(i); r.updates >= t.minUpdates {
				places = append(places, place{r.key, n, i})
			}
		}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.key, b.key), a.trainer-b.trainer) })
	var rows []perceptron.Row
	for i := 0; i < len(places); {
		var sums [256]int64
		end := i
		for ; end < len(places) && places[end].key == places[i].key; end++ {
			t := trainers[places[end].trainer]
			for _, w := range t.weightsOf(t.row(places[end].row)) {
				sums[w.class] += t.total(w) * unit / int64(t.now)
			}
		}
		p := perceptron.Row{Key: places[i].key}
		for class, sum := range sums[:trainers[0].classes] {
			if v := sum / int64(len(trainers)); v != 0 {
				p.Classes = append(p.Classes, uint8(class))
				p.Values = append(p.Values, int16(v))
			}
		}
		if len(p.Classes) > 0 {
			rows = append(rows, p)
		}
		i = end
	}
	return rows
}

// pack averages what trainers of the same classes learned and packs it: weights
// for no more than limit bytes, the largest ones.
func pack(limit int, trainers ...*averaged) []byte {
	t := trainers[0]
	rows := averages(trainers)
	// How many bytes the weights of each size take.
	var bytes [1 << 15]int
	for _, r := range rows {
		bytes[min(largest(&r), 1<<15-1)] += perceptron.SlotSize * 5 / 4
		for _, v := range r.Values {
			bytes[min(abs(int64(v)), 1<<15-1)] += perceptron.EntrySize
		}
	}
	least := int64(len(bytes) - 1)
	for sum := bytes[least]; least > 1 && sum+bytes[least-1] <= limit; least-- {
		sum += bytes[least-1]
	}
	kept := rows[:0]
	for _, r := range rows {
		if largest(&r) < least {
			continue
		}
		n := 0
		for i, v := range r.Values {
			if abs(int64(v)) >= least {
				r.Classes[n], r.Values[n] = r.Classes[i], v
				n++
			}
		}
		r.Classes, r.Values = r.Classes[:n], r.Values[:n]
		kept = append(kept, r)
	}
	rows = kept
	return perceptron.Pack(t.classes, rows)
}

// total is the sum of a weight over all decisions so far.
func (t *averaged) total(w weight) int64 { return w.total + int64(w.value)*int64(t.now-w.last) }

func abs(v int64) int64 {
	if v < 0 {
		return -v
	}
	return v
}
