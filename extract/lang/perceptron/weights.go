package perceptron

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// Weights is a learned classifier in its packed form:
//
//	classes  uint32
//	slots    uint32
//	entries  uint32
//	prints   slots × uint16    fingerprint of the feature in the slot
//	starts   (slots+1) × 3 bytes   where the slot's entries start; none: a free slot
//	class    entries × uint8
//	value    entries × int16
//
// A feature is looked for from the slot that its hash points at until a free
// one. Two features with one fingerprint near each other can't be told apart;
// that is rare enough to cost nothing.
type Weights struct {
	classes int
	slots   uint64
	prints  string
	starts  string
	class   string
	value   string
}

const headerSize = 12

// errTruncated says that packed weights are not of the size they tell.
var errTruncated = errors.New("weights are cut short or not of this format")

// Load reads packed weights in place.
func Load(data string) (*Weights, error) {
	if len(data) < headerSize {
		return nil, errTruncated
	}
	head := []byte(data[:headerSize])
	slots := int(binary.LittleEndian.Uint32(head[4:]))
	entries := int(binary.LittleEndian.Uint32(head[8:]))
	w := &Weights{classes: int(binary.LittleEndian.Uint32(head)), slots: uint64(slots)}
	rest := data[headerSize:]
	for _, part := range []struct {
		into *string
		size int
	}{{&w.prints, 2 * slots}, {&w.starts, 3*slots + 3}, {&w.class, entries}, {&w.value, 2 * entries}} {
		if len(rest) < part.size {
			return nil, errTruncated
		}
		*part.into, rest = rest[:part.size], rest[part.size:]
	}
	if rest != "" || slots == 0 || w.start(slots) != entries {
		return nil, errTruncated
	}
	return w, nil
}

// Classes is the number of classes.
func (w *Weights) Classes() int { return w.classes }

func (w *Weights) start(slot int) int {
	s := w.starts[3*slot : 3*slot+3]
	return int(s[0]) | int(s[1])<<8 | int(s[2])<<16
}

// place is the slot a feature's search begins at, and its fingerprint.
func place(f Feature, slots uint64) (slot int, print uint16) {
	return int((uint64(f) >> 32) * slots >> 32), uint16(f)
}

// Score adds the weights of the features to scores, one score a class.
func (w *Weights) Score(features []Feature, scores []int32) {
	for _, f := range features {
		slot, print := place(f, w.slots)
		for {
			start, end := w.start(slot), w.start(slot+1)
			if start == end {
				break
			}
			if uint16(w.prints[2*slot])|uint16(w.prints[2*slot+1])<<8 == print {
				for i := start; i < end; i++ {
					scores[w.class[i]] += int32(int16(uint16(w.value[2*i]) | uint16(w.value[2*i+1])<<8))
				}
				break
			}
			slot++
			if slot == int(w.slots) {
				slot = 0
			}
		}
	}
}

// Pack averages what was learned and packs it. Weights whose average is below
// the threshold, in units of one update, are left out.
func (t *Trainer) Pack(threshold float64) []byte {
	type packedRow struct {
		key     Feature
		classes []uint8
		values  []int16
	}
	peak := int64(1)
	for i := range t.rows {
		for _, w := range t.weightsOf(t.row(i)) {
			peak = max(peak, abs(t.total(w)))
		}
	}
	// An average of one update's size becomes unit; the largest stays in int16.
	unit := min(256, 32000*int64(t.now)/peak)
	least := int64(threshold * float64(unit))
	var rows []packedRow
	entries := 0
	for i := range t.rows {
		r := t.row(i)
		if r.updates < t.minUpdates {
			continue
		}
		p := packedRow{key: r.key}
		for _, w := range t.weightsOf(r) {
			v := t.total(w) * unit / int64(t.now)
			if v != 0 && abs(v) >= least {
				p.classes = append(p.classes, w.class)
				p.values = append(p.values, int16(v))
			}
		}
		if len(p.classes) > 0 {
			rows = append(rows, p)
			entries += len(p.classes)
		}
	}
	slices.SortFunc(rows, func(a, b packedRow) int { return cmp.Compare(a.key, b.key) })
	slots := len(rows)*5/4 + 8
	at := make([]int, slots) // 1 + index of the row in the slot
	for i, r := range rows {
		slot, _ := place(r.key, uint64(slots))
		for at[slot] != 0 {
			slot = (slot + 1) % slots
		}
		at[slot] = i + 1
	}
	var prints, starts, classes, values []byte
	for _, i := range at {
		starts = append(starts, byte(len(classes)), byte(len(classes)>>8), byte(len(classes)>>16))
		if i == 0 {
			prints = append(prints, 0, 0)
			continue
		}
		r := rows[i-1]
		_, print := place(r.key, uint64(slots))
		prints = binary.LittleEndian.AppendUint16(prints, print)
		classes = append(classes, r.classes...)
		for _, v := range r.values {
			values = binary.LittleEndian.AppendUint16(values, uint16(v))
		}
	}
	starts = append(starts, byte(len(classes)), byte(len(classes)>>8), byte(len(classes)>>16))
	var packed []byte
	for _, n := range []int{t.classes, slots, entries} {
		packed = binary.LittleEndian.AppendUint32(packed, uint32(n))
	}
	return slices.Concat(packed, prints, starts, classes, values)
}

// total is the sum of a weight over all decisions so far.
func (t *Trainer) total(w weight) int64 { return w.total + int64(w.value)*int64(t.now-w.last) }

func abs(v int64) int64 {
	if v < 0 {
		return -v
	}
	return v
}
