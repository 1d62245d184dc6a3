package analyser

import (
	"encoding/binary"
	"errors"
)

// Vocabulary tells of known words which cluster they are in and which tags they
// usually have. Its packed form is a table of records of 10 bytes, looked up by
// the hash of the word in lower case: hash, cluster, coarse cluster, usual tags.
type Vocabulary struct {
	slots   uint32
	Records string
}

const vocabularyRecord = 10

// VocabularyEntry is one word's record; all values count from 1.
type VocabularyEntry struct {
	Word    uint32
	Cluster uint16
	Coarse  uint16
	Usual   uint16
}

func LoadVocabulary(data string) (*Vocabulary, error) {
	if len(data) < vocabularyRecord || len(data)%vocabularyRecord != 0 {
		return nil, errors.New("vocabulary is cut short")
	}
	return &Vocabulary{slots: uint32(len(data) / vocabularyRecord), Records: data}, nil
}

// PackVocabulary lays entries out, which must not hold a word twice and stand
// in a fixed order.
func PackVocabulary(entries []VocabularyEntry) string {
	slots := uint32(len(entries)*4/3 + 8)
	data := make([]byte, slots*vocabularyRecord)
	for _, e := range entries {
		at := slotOf(e.Word, slots)
		for e.Word != 0 && binary.LittleEndian.Uint32(data[at*vocabularyRecord:]) != 0 {
			at = (at + 1) % slots
		}
		r := data[at*vocabularyRecord:]
		binary.LittleEndian.PutUint32(r, e.Word)
		binary.LittleEndian.PutUint16(r[4:], e.Cluster)
		binary.LittleEndian.PutUint16(r[6:], e.Coarse)
		binary.LittleEndian.PutUint16(r[8:], e.Usual)
	}
	return string(data)
}

func (v *Vocabulary) find(word uint32) (cluster, coarse, usual uint32) {
	at := slotOf(word, v.slots)
	for range v.slots {
		r := v.Records[at*vocabularyRecord : (at+1)*vocabularyRecord]
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
