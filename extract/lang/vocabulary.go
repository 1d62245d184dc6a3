package lang

import (
	"encoding/binary"
	"errors"
)

// vocabulary tells of known words which cluster they are in and which tags they
// usually have. Its packed form is a table of records of 10 bytes, looked up by
// the hash of the word in lower case: hash, cluster, coarse cluster, usual tags.
type vocabulary struct {
	slots   uint32
	records string
}

const vocabularyRecord = 10

// vocabularyEntry is one word's record; all values count from 1.
type vocabularyEntry struct {
	word    uint32
	cluster uint16
	coarse  uint16
	usual   uint16
}

func loadVocabulary(data string) (*vocabulary, error) {
	if len(data) < vocabularyRecord || len(data)%vocabularyRecord != 0 {
		return nil, errors.New("vocabulary is cut short")
	}
	return &vocabulary{slots: uint32(len(data) / vocabularyRecord), records: data}, nil
}

// packVocabulary lays entries out, which must not hold a word twice and stand
// in a fixed order.
func packVocabulary(entries []vocabularyEntry) string {
	slots := uint32(len(entries)*4/3 + 8)
	data := make([]byte, slots*vocabularyRecord)
	for _, e := range entries {
		at := slotOf(e.word, slots)
		for e.word != 0 && binary.LittleEndian.Uint32(data[at*vocabularyRecord:]) != 0 {
			at = (at + 1) % slots
		}
		r := data[at*vocabularyRecord:]
		binary.LittleEndian.PutUint32(r, e.word)
		binary.LittleEndian.PutUint16(r[4:], e.cluster)
		binary.LittleEndian.PutUint16(r[6:], e.coarse)
		binary.LittleEndian.PutUint16(r[8:], e.usual)
	}
	return string(data)
}

func (v *vocabulary) find(word uint32) (cluster, coarse, usual uint32) {
	at := slotOf(word, v.slots)
	for range v.slots {
		r := v.records[at*vocabularyRecord : (at+1)*vocabularyRecord]
		key := uint32(r[0]) | uint32(r[1])<<8 | uint32(r[2])<<16 | uint32(r[3])<<24
		if key == 0 {
			break
		}
		if key == word {
			return uint32(r[4]) | uint32(r[5])<<8, uint32(r[6]) | uint32(r[7])<<8, uint32(r[8]) | uint32(r[9])<<8
		}
		if at++; at == v.slots {
			at = 0
		}
	}
	return 0, 0, 0
}
