package analyser

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Table maps hashes to small numbers. Its packed form is slots of 6 bytes, a
// hash and a value, looked up from the slot that the hash points at; a free
// slot has the hash 0.
type Table struct {
	slots uint32
	data  string
}

const tableSlot = 6

func LoadTable(data string) (*Table, error) {
	if len(data) < tableSlot || len(data)%tableSlot != 0 {
		return nil, errors.New("table is cut short")
	}
	return &Table{slots: uint32(len(data) / tableSlot), data: data}, nil
}

// PackTable packs values by their hashes; a hash of 0 is left out.
func PackTable(values map[uint32]uint16) string {
	slots := uint32(len(values)*4/3 + 8)
	data := make([]byte, slots*tableSlot)
	keys := make([]uint32, 0, len(values))
	for k := range values {
		if k != 0 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		at := slotOf(k, slots)
		for binary.LittleEndian.Uint32(data[at*tableSlot:]) != 0 {
			at = (at + 1) % slots
		}
		binary.LittleEndian.PutUint32(data[at*tableSlot:], k)
		binary.LittleEndian.PutUint16(data[at*tableSlot+4:], values[k])
	}
	return string(data)
}

func slotOf(key, slots uint32) uint32 {
	return uint32(uint64(key*0x9E3779B1) * uint64(slots) >> 32)
}

func (t *Table) Find(key uint32) (uint16, bool) {
	at := slotOf(key, t.slots)
	for range t.slots {
		s := t.data[at*tableSlot : (at+1)*tableSlot]
		k := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
		if k == 0 {
			return 0, false
		}
		if k == key {
			return uint16(s[4]) | uint16(s[5])<<8, true
		}
		if at++; at == t.slots {
			at = 0
		}
	}
	return 0, false
}
