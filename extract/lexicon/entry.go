package lexicon

import (
	_ "embed"
	"encoding/binary"
	"sort"
	"sync"
)

//go:embed data/wordnet.bin
var wordnetData string

// wordnet is the opened table of words, senses and relations.
type wordnet struct {
	words     dictionary
	irregular dictionary
	synsets   string // four bytes each: supersense and flag, the synset above plus one
	more      string // sorted pairs of synset and further synset above
}

// moreAbove flags a synset with more than one above it.
const moreAbove = 0x40

var dictionaryOfWordNet = sync.OnceValue(func() *wordnet {
	w, err := openWordNet(wordnetData)
	if err != nil {
		panic("lexicon: wordnet: " + err.Error())
	}
	return w
})

func openWordNet(data string) (*wordnet, error) {
	parts, err := openTable(data, wordnetTable, wordnetSections)
	if err != nil {
		return nil, err
	}
	return sectionsOfWordNet(parts), nil
}

func sectionsOfWordNet(parts []string) *wordnet {
	return &wordnet{
		words:     openDictionary(parts[0], parts[1]),
		synsets:   parts[2],
		more:      parts[3],
		irregular: openDictionary(parts[4], parts[5]),
	}
}

// maxSenses is how many senses of a part of speech are looked at.
const maxSenses = 12

// entry is a word's record taken apart; it lives on the stack.
type entry struct {
	id     uint32
	known  bool
	senses [4]struct {
		count  int // of the senses
		synset [maxSenses]uint32
		tagged [maxSenses]uint32 // occurrences in the tagged texts
	}
	derived, antonyms, paraphrases cursor
}

func (w *wordnet) find(word string, e *entry) bool {
	id, record, ok := w.words.find(folded(word))
	e.known = ok
	if ok {
		e.id = id
		e.read(record)
	}
	return ok
}

func (e *entry) read(record string) {
	c := cursor{text: record}
	mask := c.byte()
	for pos := range e.senses {
		senses := &e.senses[pos]
		senses.count = 0
		if mask&(1<<pos) == 0 {
			continue
		}
		n, tagged := int(min(c.uvarint(), 1<<10)), int(min(c.uvarint(), 1<<10))
		senses.count = min(n, maxSenses)
		for i := range n {
			synset := uint32(c.uvarint())
			if i < maxSenses {
				senses.synset[i], senses.tagged[i] = synset, 0
			}
		}
		for i := range tagged {
			count := uint32(c.uvarint())
			if i < maxSenses {
				senses.tagged[i] = count
			}
		}
	}
	for _, links := range []*cursor{&e.derived, &e.antonyms, &e.paraphrases} {
		*links = c
		for n := min(c.uvarint(), 1<<12); n > 0; n-- {
			c.uvarint()
		}
	}
}

// links calls visit for each word linked, with its ordinal, until it says stop.
func (e *entry) links(c cursor, visit func(i int, id uint32) bool) {
	id := int64(e.id)
	n := int(min(c.uvarint(), 1<<12))
	for i := range n {
		id += c.varint()
		if !visit(i, uint32(id)) {
			return
		}
	}
}

func (e *entry) linked(c cursor, id uint32) bool {
	at := int64(e.id)
	for n := min(c.uvarint(), 1<<12); n > 0; n-- {
		at += c.varint()
		if at == int64(id) {
			return true
		}
	}
	return false
}

// strong reports whether paraphrase i is a strong one.
func (e *entry) strong(i int) bool {
	c := e.paraphrases
	for n := min(c.uvarint(), 1<<12); n > 0; n-- {
		c.uvarint()
	}
	c.take(uint64(i / 8))
	return c.byte()&(1<<(i%8)) != 0
}

// supersense and the numbers of the synsets above; above is appended to.
func (w *wordnet) supersense(synset uint32) Supersense {
	at := uint64(synset) * 4
	if at+4 > uint64(len(w.synsets)) {
		return NoSupersense
	}
	s := Supersense(w.synsets[at] &^ moreAbove)
	if int(s) >= len(supersenseNames) {
		return NoSupersense
	}
	return s
}

func (w *wordnet) above(synset uint32, above []uint32) []uint32 {
	at := uint64(synset) * 4
	if at+4 > uint64(len(w.synsets)) {
		return above
	}
	first := uint32(w.synsets[at+1]) | uint32(w.synsets[at+2])<<8 | uint32(w.synsets[at+3])<<16
	if first == 0 {
		return above
	}
	above = append(above, first-1)
	if w.synsets[at]&moreAbove == 0 {
		return above
	}
	pairs := len(w.more) / 8
	for i := sort.Search(pairs, func(i int) bool { return w.pair(i, 0) >= synset }); i < pairs && w.pair(i, 0) == synset; i++ {
		above = append(above, w.pair(i, 4))
	}
	return above
}

func (w *wordnet) pair(i, offset int) uint32 {
	part := w.more[i*8+offset : i*8+offset+4]
	return binary.LittleEndian.Uint32([]byte(part))
}
