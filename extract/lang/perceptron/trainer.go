package perceptron

// Trainer learns the weights of an averaged perceptron. Score and Update are
// called for one decision after the other, Tick once a decision. A feature
// takes part in scoring once it was in minUpdates updates.
type Trainer struct {
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
	key Feature
	row int32
}

// row is a feature that was updated. Its weights stand side by side.
type row struct {
	key     Feature
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

// NewTrainer makes a trainer for up to 255 classes.
func NewTrainer(classes, minUpdates int) *Trainer {
	return &Trainer{classes: classes, minUpdates: int32(minUpdates), slots: make([]slot, 1<<16)}
}

// Classes is the number of classes.
func (t *Trainer) Classes() int { return t.classes }

func (t *Trainer) find(f Feature) *slot {
	mask := len(t.slots) - 1
	at := int(uint64(f)>>20) & mask
	for t.slots[at].key != 0 && t.slots[at].key != f {
		at = (at + 1) & mask
	}
	return &t.slots[at]
}

func (t *Trainer) row(i int32) *row { return &t.chunks[i>>chunkBits][i&chunkMask] }

// weightsOf is the weights of a row. They never go over the end of a chunk.
func (t *Trainer) weightsOf(r *row) []weight {
	if r.count == 0 {
		return nil
	}
	at := r.first & chunkMask
	return t.entries[r.first>>chunkBits][at : at+int32(r.count)]
}

// Score adds the weights of the features to scores, one score a class.
func (t *Trainer) Score(features []Feature, scores []int32) {
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
func (t *Trainer) Tick() { t.now++ }

// Update moves the features' weights towards class good and away from class bad.
func (t *Trainer) Update(features []Feature, good, bad int) {
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

func (t *Trainer) add(r *row, class uint8, delta int32) {
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
func (t *Trainer) place(room uint8) int32 {
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

func (t *Trainer) grow() {
	t.slots = make([]slot, 2*len(t.slots))
	for i := range t.rows {
		f := t.row(i).key
		*t.find(f) = slot{key: f, row: i}
	}
}
