package lexicon

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// The generated tables are files of sections, made by writeTable and taken
// apart by openTable: a first line that says what it is, lines of name,
// version, source and licence that end with an empty line, then the sections'
// number and lengths, then the sections. Nothing is unpacked: words
// and records are read where they lie, so that opening costs microseconds.

const tableMagic = "xref lexicon table 1\n"

// openTable gives the sections of a generated table. It fails on a table of
// another name, another number of sections or another length.
func openTable(data, name string, sections int) ([]string, error) {
	rest, ok := strings.CutPrefix(data, tableMagic)
	if !ok {
		return nil, errors.New("no lexicon table of this version")
	}
	header, rest, ok := strings.Cut(rest, "\n\n")
	if !ok {
		return nil, errors.New("no end of the header")
	}
	if first, _, _ := strings.Cut(header, "\n"); first != "name: "+name {
		return nil, fmt.Errorf("%q, want the table %s", first, name)
	}
	c := cursor{text: rest}
	if n := c.uvarint(); n != uint64(sections) {
		return nil, fmt.Errorf("%d sections, want %d", n, sections)
	}
	lengths := make([]uint64, sections)
	total := uint64(0)
	for i := range lengths {
		lengths[i] = c.uvarint()
		if lengths[i] > uint64(len(rest)) {
			return nil, errors.New("a section is longer than the table")
		}
		total += lengths[i]
	}
	if total != uint64(len(rest)-c.at) {
		return nil, errors.New("sections don't add up to the table's length")
	}
	body := rest[c.at:]
	parts := make([]string, sections)
	for i, length := range lengths {
		parts[i], body = body[:length], body[length:]
	}
	return parts, nil
}

// WriteTable is the inverse of openTable. The header has the lines after the name.
func WriteTable(name string, header []string, sections ...[]byte) []byte {
	out := []byte(tableMagic + "name: " + name + "\n" + strings.Join(header, "\n") + "\n\n")
	out = binary.AppendUvarint(out, uint64(len(sections)))
	for _, section := range sections {
		out = binary.AppendUvarint(out, uint64(len(section)))
	}
	for _, section := range sections {
		out = append(out, section...)
	}
	return out
}

// cursor reads numbers and strings from bytes. Past the end it reads zeros and
// empty strings, so that no bytes at all can make it fail.
type cursor struct {
	text string
	at   int
}

func (c *cursor) byte() byte {
	if c.at >= len(c.text) {
		return 0
	}
	b := c.text[c.at]
	c.at++
	return b
}

func (c *cursor) uvarint() uint64 {
	if c.at < len(c.text) && c.text[c.at] < 0x80 { // most numbers are small
		c.at++
		return uint64(c.text[c.at-1])
	}
	return c.longUvarint()
}

func (c *cursor) longUvarint() uint64 {
	var value uint64
	for shift := 0; shift < 64; shift += 7 {
		b := c.byte()
		value |= uint64(b&0x7f) << shift
		if b < 0x80 {
			break
		}
	}
	return value
}

// varint reads a signed number in zigzag coding.
func (c *cursor) varint() int64 {
	value := c.uvarint()
	return int64(value>>1) ^ -int64(value&1)
}

func (c *cursor) take(n uint64) string {
	if left := uint64(len(c.text) - c.at); n > left {
		n = left
	}
	part := c.text[c.at : c.at+int(n)]
	c.at += int(n)
	return part
}

func (c *cursor) done() bool { return c.at >= len(c.text) }

// dictionary maps sorted words to records. Words stand in blocks; each word is
// written as the length that it shares with the one before, then the rest,
// then its record. A word's id is its ordinal.
type dictionary struct {
	blocks string
	starts []uint32 // of each block
	heads  []uint64 // the first eight bytes of each block's first word, big-endian
}

const blockWords = 8

// openDictionary indexes the blocks, given the section of their lengths.
func openDictionary(blocks, lengths string) dictionary {
	d := dictionary{blocks: blocks}
	start := uint64(0)
	for c := (cursor{text: lengths}); !c.done() && start < uint64(len(blocks)); {
		entry := cursor{text: blocks, at: int(start)}
		entry.byte()
		d.starts = append(d.starts, uint32(start))
		d.heads = append(d.heads, prefix(entry.take(entry.uvarint())))
		length := c.uvarint()
		if length > uint64(len(blocks)) {
			break
		}
		start += length
	}
	return d
}

// prefix packs the first eight bytes so that numbers sort as words do.
func prefix(word string) uint64 {
	var p uint64
	for i := range min(len(word), 8) {
		p |= uint64(word[i]) << (56 - 8*i)
	}
	return p
}

// find gives the id and the record of a word.
func (d *dictionary) find(word string) (id uint32, record string, ok bool) {
	p := prefix(word)
	low, high := 0, len(d.heads)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if d.heads[middle] > p || d.heads[middle] == p && d.head(middle) > word {
			high = middle
		} else {
			low = middle + 1
		}
	}
	block := low - 1
	if block < 0 {
		return 0, "", false
	}
	c := cursor{text: d.blocks, at: int(d.starts[block])}
	matched := 0 // bytes of word that the entry before shares
	for i := range uint32(blockWords) {
		if c.done() {
			break
		}
		shared := int(c.byte())
		rest := c.take(c.uvarint())
		length := c.uvarint()
		if shared < matched {
			return 0, "", false
		}
		if shared == matched {
			same := SharedPrefix(word[matched:], rest)
			matched += same
			switch {
			case matched == len(word) && same == len(rest):
				return uint32(block)*blockWords + i, c.take(length), true
			case matched == len(word), same < len(rest) && rest[same] > word[matched]:
				return 0, "", false
			}
		}
		c.take(length)
	}
	return 0, "", false
}

func (d *dictionary) head(block int) string {
	c := cursor{text: d.blocks, at: int(d.starts[block])}
	c.byte()
	return c.take(c.uvarint())
}

func SharedPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// word gives the word and record of an id, and an empty word where there is none.
func (d *dictionary) word(id uint32) (word, record string) {
	block := int(id / blockWords)
	if block >= len(d.starts) {
		return "", ""
	}
	c := cursor{text: d.blocks, at: int(d.starts[block])}
	var spelled [256 * blockWords]byte
	length := 0
	for range id%blockWords + 1 {
		length = min(int(c.byte()), length)
		rest := c.take(min(c.uvarint(), 255))
		length += copy(spelled[length:], rest)
		record = c.take(c.uvarint())
	}
	return string(spelled[:length]), record
}

// record is word without the spelling.
func (d *dictionary) record(id uint32) string {
	block := int(id / blockWords)
	if block >= len(d.starts) {
		return ""
	}
	c := cursor{text: d.blocks, at: int(d.starts[block])}
	record := ""
	for range id%blockWords + 1 {
		c.byte()
		c.take(c.uvarint())
		record = c.take(c.uvarint())
	}
	return record
}

// each visits all records in the order of their words.
func (d *dictionary) each(visit func(id uint32, record string)) {
	id := uint32(0)
	for c := (cursor{text: d.blocks}); !c.done(); id++ {
		c.byte()
		c.take(c.uvarint())
		visit(id, c.take(c.uvarint()))
	}
}

// DictionaryWriter makes the sections that openDictionary takes. Words are
// added in ascending order and are at most 255 bytes long.
type DictionaryWriter struct {
	blocks, lengths []byte
	last            string
	words, start    int
}

func (w *DictionaryWriter) Add(word string, record []byte) {
	if w.words > 0 && word <= w.last || word == "" || len(word) > 255 {
		panic(fmt.Sprintf("lexicon: %q after %q", word, w.last))
	}
	shared := 0
	if w.words%blockWords == 0 {
		w.endBlock()
	} else {
		shared = SharedPrefix(word, w.last)
	}
	w.blocks = append(w.blocks, byte(shared))
	w.blocks = binary.AppendUvarint(w.blocks, uint64(len(word)-shared))
	w.blocks = append(w.blocks, word[shared:]...)
	w.blocks = binary.AppendUvarint(w.blocks, uint64(len(record)))
	w.blocks = append(w.blocks, record...)
	w.last = word
	w.words++
}

func (w *DictionaryWriter) endBlock() {
	if len(w.blocks) > w.start {
		w.lengths = binary.AppendUvarint(w.lengths, uint64(len(w.blocks)-w.start))
		w.start = len(w.blocks)
	}
}

// Sections gives the blocks and their lengths.
func (w *DictionaryWriter) Sections() (blocks, lengths []byte) {
	w.endBlock()
	return w.blocks, w.lengths
}
