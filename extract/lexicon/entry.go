package lexicon

import (
	_ "embed"
	"encoding/binary"
	"sort"
	"sync"
)

// The name of WordNet's table and how many sections it has.
const (
	WordnetTable    = "wordnet"
	wordnetSections = 6
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

// MoreAbove flags a synset with more than one above it.
const MoreAbove = 0x40

var dictionaryOfWordNet = sync.OnceValue(func() *wordnet {
	w, err := openWordNet(wordnetData)
	if err != nil {
		panic("lexicon: wordnet: " + err.Error())
	}
	return w
})

func openWordNet(data string) (*wordnet, error) {
	parts, err := openTable(data, WordnetTable, wordnetSections)
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
const maxSenses = 8

// entry is a word's record taken apart; it lives on the stack.
type entry struct {
	id     uint32
	known  bool
	senses [4]struct {
		count     int // of the senses
		prominent int // of the first ones, among all senses of the word
		synset    [maxSenses]uint32
		tagged    [maxSenses]uint32 // occurrences in the tagged texts
	}
	derived, antonyms, strong, weak string // lists of links; strong and weak ones are paraphrases
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
	e.readSenses(&c)
	e.derived = c.take(c.uvarint())
	e.antonyms = c.take(c.uvarint())
	e.strong = c.take(c.uvarint())
	e.weak = c.take(c.uvarint())
}

func (e *entry) readSenses(c *cursor) {
	mask := c.byte()
	total := uint32(0)
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
			total += count
			if i < maxSenses {
				senses.tagged[i] = count
			}
		}
	}
	e.weigh(total)
}

const (
	ProminentShare  = 20 // a sense is prominent with a twentieth of the word's occurrences
	FewOccurrences  = 5  // in the tagged texts, with which a word's shares tell nothing
	prominentSenses = 4  // of a part of speech, at most
)

// weigh finds, given the word's occurrences in the tagged texts, how many of the first senses of each part of speech are prominent
// among all senses of the word, whatever their part of speech: none of the noun
// "have", three of each part of speech for a word that hardly occurs in the
// tagged texts.
func (e *entry) weigh(total uint32) {
	for pos := range e.senses {
		senses := &e.senses[pos]
		if total < FewOccurrences {
			senses.prominent = min(senses.count, 3)
			continue
		}
		n := 0
		for n < min(senses.count, prominentSenses) && ProminentShare*senses.tagged[n] >= total {
			n++
		}
		senses.prominent = n
	}
}

// links calls visit with each word of a list of links until it says stop.
func (e *entry) links(list string, visit func(id uint32) (more bool)) {
	id := int64(e.id)
	for c := (cursor{text: list}); !c.done(); {
		if id += c.varint(); !visit(uint32(id)) {
			return
		}
	}
}

// linked reports whether a list of links has the word.
func (e *entry) linked(list string, id uint32) bool {
	at := int64(e.id)
	for c := (cursor{text: list}); !c.done(); {
		if at += c.varint(); at == int64(id) {
			return true
		}
	}
	return false
}

// supersense and the numbers of the synsets above; above is appended to.
func (w *wordnet) supersense(synset uint32) Supersense {
	at := uint64(synset) * 4
	if at+4 > uint64(len(w.synsets)) {
		return NoSupersense
	}
	s := Supersense(w.synsets[at] &^ MoreAbove)
	if int(s) >= len(SupersenseNames) {
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
	if w.synsets[at]&MoreAbove == 0 {
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
