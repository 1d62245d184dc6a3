package perceptron

import (
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

// How many bytes the header of packed weights takes, a slot and an entry.
const (
	headerSize = 12
	SlotSize   = 5
	EntrySize  = 3
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
	size := SlotSize * (slots + 1)
	rest := data[headerSize:]
	if slots == 0 || len(rest) != size+EntrySize*entries {
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
	s := w.table[SlotSize*slot : SlotSize*slot+SlotSize]
	return uint32(s[2]) | uint32(s[3])<<8 | uint32(s[4])<<16
}

// place is the slot a feature's search begins at, and its fingerprint.
func place(f Feature, slots uint64) (slot uint64, print uint16) {
	return (uint64(f) >> 32) * slots >> 32, uint16(f)
}

// together is how many features are looked for at one time.
const together = 64

// Score adds the weights of the features to scores, one score a class. The slots of
// many features are fetched before the first is looked at: they lie far apart in
// memory, and waiting for one after the other takes most of the time.
func (w *Weights) Score(features []Feature, scores []int32) {
	var first [together]struct {
		slot        uint64
		print, held uint16 // the feature's fingerprint, and the one that the slot has
	}
	var runs [together]struct{ start, end uint32 }
	for len(features) > 0 {
		some := features[:min(together, len(features))]
		features = features[len(some):]
		for i, f := range some {
			p := &first[i]
			p.slot, p.print = place(f, w.slots)
			s := w.table[SlotSize*p.slot : SlotSize*p.slot+SlotSize]
			p.held = uint16(s[0]) | uint16(s[1])<<8
		}
		n := 0
		for i := range some {
			slot, print := first[i].slot, first[i].print
			for held := first[i].held; ; {
				s := w.table[SlotSize*slot : SlotSize*slot+2*SlotSize]
				start, end := uint32(s[2])|uint32(s[3])<<8|uint32(s[4])<<16, uint32(s[7])|uint32(s[8])<<8|uint32(s[9])<<16
				if start == end {
					break
				}
				if held == print {
					runs[n].start, runs[n].end = start, end
					n++
					break
				}
				if slot++; slot == w.slots {
					slot = 0
				}
				held = uint16(w.table[SlotSize*slot]) | uint16(w.table[SlotSize*slot+1])<<8
			}
		}
		for _, r := range runs[:n] {
			for e := w.entries[EntrySize*r.start : EntrySize*r.end]; len(e) >= EntrySize; e = e[EntrySize:] {
				scores[e[0]] += int32(int16(uint16(e[1]) | uint16(e[2])<<8))
			}
		}
	}
}

// Row is one feature with its weights: of each class that it has one for, in
// rising order.
type Row struct {
	Key     Feature
	Classes []uint8
	Values  []int16
}

// Slots is how many slots packed weights have for so many features.
func Slots(features int) int { return features*5/4 + 8 }

// Pack packs the weights of features, which are in rising order of their keys.
func Pack(classes int, rows []Row) []byte {
	slots := Slots(len(rows))
	at := make([]int, slots) // 1 + index of the row in the slot
	for i, r := range rows {
		slot, _ := place(r.Key, uint64(slots))
		for at[slot] != 0 {
			slot = (slot + 1) % uint64(slots)
		}
		at[slot] = i + 1
	}
	var packed, table, entries []byte
	for _, i := range at {
		var r Row
		if i > 0 {
			r = rows[i-1]
		}
		_, print := place(r.Key, uint64(slots))
		table = binary.LittleEndian.AppendUint16(table, print)
		table = append24(table, len(entries)/EntrySize)
		for k, v := range r.Values {
			entries = append(entries, r.Classes[k])
			entries = binary.LittleEndian.AppendUint16(entries, uint16(v))
		}
	}
	table = append24(append(table, 0, 0), len(entries)/EntrySize)
	for _, n := range []int{classes, slots, len(entries) / EntrySize} {
		packed = binary.LittleEndian.AppendUint32(packed, uint32(n))
	}
	return slices.Concat(packed, table, entries)
}

func append24(b []byte, n int) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }
