package perceptron

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
)

// Weights is a learned classifier in its packed form. Its header is three
// numbers of 32 bits: classes, slots and entries. A feature is looked for from
// the slot that its hash points at until a free one; two features with one
// fingerprint near each other can't be told apart, which is rare enough to cost
// nothing. All numbers are little-endian.
//
// A slot is a fingerprint of 16 bits and the index, of 24, of its first entry;
// an entry is a class of 8 bits and a weight of 16. A slot whose entries end
// where they begin is free. One more slot tells where the last one's end.
type Weights struct {
	classes int
	slots   uint64
	table   string
	entries string
}

const (
	headerSize = 12
	slotSize   = 5
	entrySize  = 3
)

// errTruncated says that packed weights are not of the size they tell.
var errTruncated = errors.New("weights are cut short or not of this format")

// Load reads packed weights in place.
func Load(data string) (*Weights, error) {
	if len(data) < headerSize {
		return nil, errTruncated
	}
	head := []byte(data[:headerSize])
	classes := int(binary.LittleEndian.Uint32(head))
	slots := int(binary.LittleEndian.Uint32(head[4:]))
	entries := int(binary.LittleEndian.Uint32(head[8:]))
	size := slotSize * (slots + 1)
	rest := data[headerSize:]
	if slots == 0 || len(rest) != size+entrySize*entries {
		return nil, errTruncated
	}
	w := &Weights{classes: classes, slots: uint64(slots), table: rest[:size], entries: rest[size:]}
	if !w.sound(entries) {
		return nil, errTruncated
	}
	return w, nil
}

// sound tells whether the last slot's entries end where all entries do.
func (w *Weights) sound(entries int) bool { return int(w.start(w.slots)) == entries }

// Classes is the number of classes.
func (w *Weights) Classes() int { return w.classes }

func (w *Weights) start(slot uint64) uint32 {
	s := w.table[slotSize*slot : slotSize*slot+slotSize]
	return uint32(s[2]) | uint32(s[3])<<8 | uint32(s[4])<<16
}

// place is the slot a feature's search begins at, and its fingerprint.
func place(f Feature, slots uint64) (slot uint64, print uint16) {
	return (uint64(f) >> 32) * slots >> 32, uint16(f)
}

// Score adds the weights of the features to scores, one score a class.
func (w *Weights) Score(features []Feature, scores []int32) {
	for _, f := range features {
		slot, print := place(f, w.slots)
		for {
			s := w.table[slotSize*slot : slotSize*slot+2*slotSize]
			start, end := uint32(s[2])|uint32(s[3])<<8|uint32(s[4])<<16, uint32(s[7])|uint32(s[8])<<8|uint32(s[9])<<16
			if start == end {
				break
			}
			if uint16(s[0])|uint16(s[1])<<8 == print {
				for e := w.entries[entrySize*start : entrySize*end]; len(e) >= entrySize; e = e[entrySize:] {
					scores[e[0]] += int32(int16(uint16(e[1]) | uint16(e[2])<<8))
				}
				break
			}
			if slot++; slot == w.slots {
				slot = 0
			}
		}
	}
}

// packedRow is one feature's weights on their way into the packed form.
type packedRow struct {
	key     Feature
	classes []uint8
	values  []int16
}

// largest is the size of the largest weight.
func (r *packedRow) largest() int64 {
	top := int64(0)
	for _, v := range r.values {
		top = max(top, abs(int64(v)))
	}
	return top
}

// averages gathers the average weights of trainers, in units of 1/unit of an
// update, feature by feature.
func averages(trainers []*Trainer) []packedRow {
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
		key     Feature
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
	var rows []packedRow
	for i := 0; i < len(places); {
		var sums [256]int64
		end := i
		for ; end < len(places) && places[end].key == places[i].key; end++ {
			t := trainers[places[end].trainer]
			for _, w := range t.weightsOf(t.row(places[end].row)) {
				sums[w.class] += t.total(w) * unit / int64(t.now)
			}
		}
		p := packedRow{key: places[i].key}
		for class, sum := range sums[:trainers[0].classes] {
			if v := sum / int64(len(trainers)); v != 0 {
				p.classes = append(p.classes, uint8(class))
				p.values = append(p.values, int16(v))
			}
		}
		if len(p.classes) > 0 {
			rows = append(rows, p)
		}
		i = end
	}
	return rows
}

// Pack averages what trainers of the same classes learned and packs it: weights
// for no more than limit bytes, the largest ones.
func Pack(limit int, trainers ...*Trainer) []byte {
	t := trainers[0]
	rows := averages(trainers)
	// How many bytes the weights of each size take.
	var bytes [1 << 15]int
	for _, r := range rows {
		bytes[min(r.largest(), 1<<15-1)] += slotSize * 5 / 4
		for _, v := range r.values {
			bytes[min(abs(int64(v)), 1<<15-1)] += entrySize
		}
	}
	least := int64(len(bytes) - 1)
	for sum := bytes[least]; least > 1 && sum+bytes[least-1] <= limit; least-- {
		sum += bytes[least-1]
	}
	kept := rows[:0]
	for _, r := range rows {
		if r.largest() < least {
			continue
		}
		n := 0
		for i, v := range r.values {
			if abs(int64(v)) >= least {
				r.classes[n], r.values[n] = r.classes[i], v
				n++
			}
		}
		r.classes, r.values = r.classes[:n], r.values[:n]
		kept = append(kept, r)
	}
	rows = kept
	slots := len(rows)*5/4 + 8
	at := make([]int, slots) // 1 + index of the row in the slot
	for i, r := range rows {
		slot, _ := place(r.key, uint64(slots))
		for at[slot] != 0 {
			slot = (slot + 1) % uint64(slots)
		}
		at[slot] = i + 1
	}
	var packed, table, entries []byte
	for _, i := range at {
		var r packedRow
		if i > 0 {
			r = rows[i-1]
		}
		_, print := place(r.key, uint64(slots))
		table = binary.LittleEndian.AppendUint16(table, print)
		table = append24(table, len(entries)/entrySize)
		for k, v := range r.values {
			entries = append(entries, r.classes[k])
			entries = binary.LittleEndian.AppendUint16(entries, uint16(v))
		}
	}
	table = append24(append(table, 0, 0), len(entries)/entrySize)
	for _, n := range []int{t.classes, slots, len(entries) / entrySize} {
		packed = binary.LittleEndian.AppendUint32(packed, uint32(n))
	}
	return slices.Concat(packed, table, entries)
}

func append24(b []byte, n int) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }

// total is the sum of a weight over all decisions so far.
func (t *Trainer) total(w weight) int64 { return w.total + int64(w.value)*int64(t.now-w.last) }

func abs(v int64) int64 {
	if v < 0 {
		return -v
	}
	return v
}
