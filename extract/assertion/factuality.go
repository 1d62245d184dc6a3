package assertion

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
)

// Factuality is a learned judgement of predicates: how likely readers are to
// say that what the predicate names is the case, as the text puts it. It is a
// logistic regression on Features.
//
// Its file is the line "xref.factuality VERSION", lines that name what it was
// learned from and under which licence it stands, an empty line, the number of
// slots in 32 bits, little-endian, and the slots, of 3 bytes each: a
// fingerprint of 16 bits and a weight in factualityUnits. A feature is looked
// for from the slot that its hash points at until a slot of weight 0.
type Factuality struct {
	slots uint32
	table string
}

const (
	factualityMagic = "xref.factuality 1\n"
	factualitySlot  = 3
	factualityUnit  = 1.0 / 64
)

//go:embed factuality.bin
var factualityData string

var factuality = sync.OnceValue(func() *Factuality {
	f, err := LoadFactuality(factualityData)
	if err != nil {
		panic("assertion: factuality.bin: " + err.Error())
	}
	return f
})

// LoadFactuality reads a file of weights in place. It fails on data that is no
// such file, is of another version, or is cut short.
func LoadFactuality(data string) (*Factuality, error) {
	rest, ok := strings.CutPrefix(data, factualityMagic)
	if !ok {
		return nil, fmt.Errorf("want a file that starts with %q", factualityMagic)
	}
	_, rest, ok = strings.Cut(rest, "\n\n")
	if !ok || len(rest) < 4 {
		return nil, errors.New("the header is cut short")
	}
	slots := binary.LittleEndian.Uint32([]byte(rest[:4]))
	table := rest[4:]
	if slots == 0 || uint64(len(table)) != factualitySlot*uint64(slots) {
		return nil, fmt.Errorf("%d bytes of slots, want %d slots of %d", len(table), slots, factualitySlot)
	}
	f := &Factuality{slots: slots, table: table}
	for i := range slots {
		if f.weight(i) == 0 {
			return f, nil
		}
	}
	return nil, errors.New("no slot is free")
}

// PackFactuality is the file of weights; those that come to nothing in its
// units are left out. The header is lines without an empty one.
func PackFactuality(header string, weights map[Feature]float64) []byte {
	units := map[Feature]int8{}
	var features []Feature
	for f, w := range weights {
		if u := math.Round(w / factualityUnit); u != 0 {
			units[f] = int8(max(-127, min(127, u)))
			features = append(features, f)
		}
	}
	slices.Sort(features)
	slots := uint32(len(features)*5/4 + 8)
	table := make([]byte, slots*factualitySlot)
	for _, f := range features {
		slot, print := f.place(slots)
		for table[slot*factualitySlot+2] != 0 {
			slot = (slot + 1) % slots
		}
		binary.LittleEndian.PutUint16(table[slot*factualitySlot:], print)
		table[slot*factualitySlot+2] = byte(units[f])
	}
	data := append([]byte(factualityMagic), strings.TrimSpace(header)...)
	data = append(data, "\n\n"...)
	data = binary.LittleEndian.AppendUint32(data, slots)
	return append(data, table...)
}

// place is the slot that the search for a feature begins at, and its
// fingerprint.
func (f Feature) place(slots uint32) (slot uint32, print uint16) {
	h := uint64(f) * 0x9E3779B97F4A7C15
	return uint32(h >> 32 * uint64(slots) >> 32), uint16(h >> 16)
}

func (f *Factuality) weight(slot uint32) int8 { return int8(f.table[slot*factualitySlot+2]) }

// Probability is how likely a predicate with the features is the case.
func (f *Factuality) Probability(features []Feature) float64 {
	sum := 0
	for _, x := range features {
		slot, print := x.place(f.slots)
		for f.weight(slot) != 0 {
			at := slot * factualitySlot
			if uint16(f.table[at])|uint16(f.table[at+1])<<8 == print {
				sum += int(f.weight(slot))
				break
			}
			if slot++; slot == f.slots {
				slot = 0
			}
		}
	}
	return 1 / (1 + math.Exp(-float64(sum)*factualityUnit))
}
