package perceptron

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

// Weights is a learned classifier in its packed form. Its header is three
// numbers of 32 bits: classes, buckets and entries. The hash of a feature tells
// its bucket and its fingerprint there; features of one bucket with one
// fingerprint can't be told apart, which is rare enough to cost nothing. All
// numbers are little-endian.
//
// With three classes a bucket is the fingerprints of ten features and the
// weights of their first two classes, 16 bits each, and there are no entries:
// an update takes from one class what it gives to another, so the three add up
// to nothing.
//
// With more classes a bucket is the fingerprints of eight features, the index
// of its first entry, of 32 bits, and where the entries of each feature begin
// after that one and those of the last one end, of 16; an entry is a class of 8
// bits and a weight of 16.
//
// A bucket's unused places have the fingerprint of its first one, which is the
// one that is found, and no weights.
type Weights struct {
	classes int
	buckets uint64
	table   string
	entries string
}

const (
	headerSize   = 12
	denseSlots   = 10
	denseBucket  = denseSlots * (2 + 4)
	sparseSlots  = 8
	sparseBucket = sparseSlots*2 + 4 + (sparseSlots+1)*2
	entrySize    = 3
	dense        = 3 // the number of classes that is packed without entries
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
	buckets := int(binary.LittleEndian.Uint32(head[4:]))
	entries := int(binary.LittleEndian.Uint32(head[8:]))
	size := sparseBucket * buckets
	if classes == dense {
		size = denseBucket*buckets + denseTail
	}
	rest := data[headerSize:]
	if buckets == 0 || len(rest) != size+entrySize*entries {
		return nil, errTruncated
	}
	w := &Weights{classes: classes, buckets: uint64(buckets), table: rest[:size], entries: rest[size:]}
	if classes != dense && !w.sound(entries) {
		return nil, errTruncated
	}
	return w, nil
}

// denseTail is how many bytes after the last bucket are read with it.
const denseTail = 4

// sound tells whether the last bucket's entries end where all entries do.
func (w *Weights) sound(entries int) bool {
	b := w.table[sparseBucket*(w.buckets-1):]
	return int(read32(b[2*sparseSlots:]))+int(read16(b[sparseBucket-2:])) == entries
}

// Classes is the number of classes.
func (w *Weights) Classes() int { return w.classes }

func read16(s string) uint16 { return uint16(s[0]) | uint16(s[1])<<8 }

func read32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func read64(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// place is the bucket of a feature and its fingerprint there.
func place(f Feature, buckets uint64) (bucket uint64, print uint16) {
	return (uint64(f) >> 32) * buckets >> 32, uint16(f)
}

// lanes has a 1 in each of four fields of 16 bits.
const lanes = 0x0001000100010001

// zeros has the lowest bit set of the first field of x, of four, that is zero,
// and maybe of later ones.
func zeros(x uint64) uint64 { return (x - lanes) &^ x >> 15 & lanes }

// Score adds the weights of the features to scores, one score a class.
func (w *Weights) Score(features []Feature, scores []int32) {
	if w.classes == dense {
		w.scoreDense(features, scores)
		return
	}
	for _, f := range features {
		bucket, print := place(f, w.buckets)
		b := w.table[sparseBucket*bucket : sparseBucket*bucket+sparseBucket]
		prints := uint64(print) * lanes
		found := zeros(read64(b)^prints) | zeros(read64(b[8:])^prints)<<1
		if found == 0 {
			continue
		}
		bit := bits.TrailingZeros64(found)
		slot := bit&1<<2 | bit>>4
		ends := b[2*sparseSlots+4+2*slot : 2*sparseSlots+4+2*slot+4]
		first := read32(b[2*sparseSlots:])
		for e := w.entries[entrySize*(first+uint32(read16(ends))) : entrySize*(first+uint32(read16(ends[2:])))]; len(e) >= entrySize; e = e[entrySize:] {
			scores[e[0]] += int32(int16(read16(e[1:])))
		}
	}
}

// scoreDense has no branches that depend on the features: a feature that is
// not there takes the weights of another one, times nothing.
func (w *Weights) scoreDense(features []Feature, scores []int32) {
	var first, second int32
	for _, f := range features {
		bucket, print := place(f, w.buckets)
		b := w.table[denseBucket*bucket : denseBucket*bucket+denseBucket+denseTail]
		prints := uint64(print) * lanes
		found := zeros(read64(b)^prints) | zeros(read64(b[8:])^prints)<<1 | zeros(uint64(read32(b[16:]))^prints&0xffffffff|^uint64(0xffffffff))<<2
		bit := uint64(bits.TrailingZeros64(found)) & 63
		slot := bit&3<<2 | bit>>4
		mask := uint32(int64(found|-found) >> 63)
		at := 2*denseSlots + 4*slot
		pair := read32(b[at:at+4]) & mask
		first += int32(int16(pair))
		second += int32(pair) >> 16
	}
	scores[0] += first
	scores[1] += second
	scores[2] -= first + second
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
	if t.classes == dense {
		rows = slices.DeleteFunc(rows, func(r packedRow) bool {
			return !slices.ContainsFunc(r.classes, func(c uint8) bool { return c < dense-1 })
		})
	}
	rows = largestRows(rows, limit, t.classes)
	slots := sparseSlots
	if t.classes == dense {
		slots = denseSlots
	}
	buckets := fill(rows, slots, bucketsFor(rows, limit, t.classes))
	entries := 0
	var table, packedEntries []byte
	for _, bucket := range buckets {
		for i := range slots {
			print := uint16(0)
			switch {
			case i < len(bucket):
				_, print = place(bucket[i].key, 1)
			case len(bucket) > 0:
				_, print = place(bucket[0].key, 1)
			}
			table = binary.LittleEndian.AppendUint16(table, print)
		}
		if t.classes == dense {
			for i := range slots {
				var values [dense]int16
				if i < len(bucket) {
					for k, c := range bucket[i].classes {
						values[c] = bucket[i].values[k]
					}
				}
				table = binary.LittleEndian.AppendUint16(table, uint16(values[0]))
				table = binary.LittleEndian.AppendUint16(table, uint16(values[1]))
			}
			continue
		}
		table = binary.LittleEndian.AppendUint32(table, uint32(entries))
		first := entries
		for i := range slots {
			table = binary.LittleEndian.AppendUint16(table, uint16(entries-first))
			if i < len(bucket) {
				for k, v := range bucket[i].values {
					packedEntries = append(packedEntries, bucket[i].classes[k])
					packedEntries = binary.LittleEndian.AppendUint16(packedEntries, uint16(v))
					entries++
				}
			}
		}
		table = binary.LittleEndian.AppendUint16(table, uint16(entries-first))
	}
	if t.classes == dense {
		table = append(table, make([]byte, denseTail)...)
	}
	var packed []byte
	for _, n := range []int{t.classes, len(buckets), entries} {
		packed = binary.LittleEndian.AppendUint32(packed, uint32(n))
	}
	return slices.Concat(packed, table, packedEntries)
}

// fullness is how much of the places of buckets is used at most, in percent.
// Features that find no place left in their bucket, the smallest ones of it,
// are lost: one in twenty to thirty.
const fullness = 80

// bucketsFor is how many buckets there are for rows: as many as the limit, in
// bytes, allows, up to where hardly any overflows.
func bucketsFor(rows []packedRow, limit, classes int) int {
	places, size := sparseSlots, sparseBucket
	if classes == dense {
		places, size = denseSlots, denseBucket
	}
	for _, r := range rows {
		if classes != dense {
			limit -= entrySize * len(r.values)
		}
	}
	least := len(rows)*100/(places*fullness) + 1
	return max(least, min(limit/size, len(rows)*4/places+1))
}

// fill puts rows into n buckets of so many places.
func fill(rows []packedRow, places, n int) [][]packedRow {
	buckets := make([][]packedRow, n)
	for _, r := range rows {
		b, _ := place(r.key, uint64(len(buckets)))
		buckets[b] = append(buckets[b], r)
	}
	for i, b := range buckets {
		slices.SortStableFunc(b, func(x, y packedRow) int { return cmp.Compare(y.largest(), x.largest()) })
		buckets[i] = b[:min(len(b), places)]
	}
	return buckets
}

// largestRows leaves out the smallest weights, so that the rest takes no more
// than limit bytes.
func largestRows(rows []packedRow, limit, classes int) []packedRow {
	size := (sparseBucket*100 + sparseSlots*fullness - 1) / (sparseSlots * fullness)
	if classes == dense {
		size = (denseBucket*100 + denseSlots*fullness - 1) / (denseSlots * fullness)
	}
	// How many bytes the weights of each size take.
	var bytes [1 << 15]int
	for _, r := range rows {
		bytes[min(r.largest(), 1<<15-1)] += size
		if classes != dense {
			for _, v := range r.values {
				bytes[min(abs(int64(v)), 1<<15-1)] += entrySize
			}
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
		if classes != dense {
			n := 0
			for i, v := range r.values {
				if abs(int64(v)) >= least {
					r.classes[n], r.values[n] = r.classes[i], v
					n++
				}
			}
			r.classes, r.values = r.classes[:n], r.values[:n]
		}
		kept = append(kept, r)
	}
	return kept
}

// total is the sum of a weight over all decisions so far.
func (t *Trainer) total(w weight) int64 { return w.total + int64(w.value)*int64(t.now-w.last) }

func abs(v int64) int64 {
	if v < 0 {
		return -v
	}
	return v
}
