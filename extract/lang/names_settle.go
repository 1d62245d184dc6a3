package lang

import (
	"math/bits"
	"strings"
	"sync"

	"xref/extract/lexicon"
)

// Types of names that the lists of names stand for, by kind of list.
var listedTypes = [...]NameType{Person, Person, Place, Organisation, Person, OtherName, Organisation}

// trim cuts off a name what can't be part of it: words in small letters that
// join nothing and all behind them, days and months at its end, the party of
// "R-Texas". It reports whether a name is left.
func trim(name *Name, words []word) bool {
	at := func(i int) *word { return &words[i-name.First] }
	first := name.First
	for i := first + 1; i < name.End; i++ {
		if w := at(i); w.shape == shapeLower && w.upos != uint32(PROPN)+1 && !looks().connectors[w.lower] {
			name.End = i
		}
	}
	for name.End > first+1 {
		w := at(name.End - 1)
		if looks().connectors[w.lower] && !w.upper || name.Type != OtherName && looks().calendar[w.exact] {
			name.End--
			continue
		}
		break
	}
	if name.End-first > 2 && looks().parties[at(first).exact] && at(first+1).lower == looks().hyphen {
		first, name.Type = first+2, Place
	}
	only := name.End-first == 1 && looks().calendar[at(first).exact]
	name.First = first
	return !only
}

// adopt labels entries of several words of the lists of bodies as one name,
// unless a name that was found goes over an entry's edge.
func (n *namer) adopt(labels []int) {
	inner := func(i int) bool {
		return i < len(labels) && labels[i] != nameOutside && (labels[i]-1)%2 == nameInner-1
	}
	for i := range labels {
		if l := n.listed[i]; l.part != 1 || l.joint&bodyLists == 0 || inner(i) {
			continue
		}
		end := i + 1
		for n.listed[end].part == 2 {
			end++
		}
		end++
		if inner(end) {
			continue
		}
		nameLabelsOf(labels, i, end, Organisation)
	}
}

// bodyLists are the bits of the lists of groups and organisations.
const bodyLists = 1<<3 | 1<<6

// looks are word lists by how the words are seen.
var looks = sync.OnceValue(func() *seenLists {
	l := &seenLists{connectors: map[uint32]bool{}, calendar: map[uint32]bool{}, parties: map[uint32]bool{}}
	s := seer{}
	l.hyphen = s.see("-").lower
	for _, row := range lexicon.TextWords.Rows("words that a name can hold") {
		l.connectors[s.see(row[0]).lower] = true
	}
	for _, section := range []string{"months", "weekdays"} {
		for _, row := range lexicon.TimeWords.Rows(section) {
			name := strings.ToUpper(row[0][:1]) + row[0][1:]
			l.calendar[s.see(name).exact] = true
			l.calendar[s.see(name+".").exact] = true
		}
	}
	for _, w := range []string{"R", "D", "I"} {
		l.parties[s.see(w).exact] = true
	}
	return l
})

type seenLists struct {
	connectors map[uint32]bool // words in small letters that a name can hold, between others
	calendar   map[uint32]bool // days and months
	parties    map[uint32]bool // letters that stand for a party before a state
	hyphen     uint32
}

// settle gives a name whose words are one entry of the lists, and are so under
// one type only, that type. words are those of the name.
func (n *namer) settle(name *Name, words []word) {
	if len(words) > longestEntry {
		return
	}
	key := uint32(0)
	for i := range words {
		key = entryKey(key, words[i].lower)
	}
	kinds, ok := n.gazetteer.find(key)
	if !ok {
		if t, ok := headType(words); ok && (name.Type == Person || name.Type == OtherName) {
			name.Type = t
		}
		return
	}
	types := uint8(0)
	for k, t := range listedTypes {
		if kinds>>k&1 != 0 {
			types |= 1 << t
		}
	}
	if bits.OnesCount8(types) == 1 {
		name.Type = NameType(bits.TrailingZeros8(types))
	}
}

// headType is what the head noun of a name of several words tells of it. The
// head is the last word, or the one before "of".
func headType(words []word) (NameType, bool) {
	if len(words) < 2 {
		return 0, false
	}
	head := len(words) - 1
	for i := 1; i < len(words); i++ {
		if words[i].lower == ofWord {
			head = i - 1
			break
		}
	}
	t, ok := lists().heads[words[head].lower]
	return t, ok && words[head].upper
}

var ofWord = (&seer{}).see("of").lower

// agreeNames gives names of one article that are spelled alike one type: a last
// name the type of the full name, and any other the type that most of its
// like have. words are those of the whole text.
func agreeNames(names []Name, words []word) {
	type count [4]int
	votes := map[uint32]*count{}
	family := map[uint32]bool{}
	key := func(n Name) uint32 {
		k := uint32(0)
		for i := n.First; i < n.End; i++ {
			k = entryKey(k, words[i].exact)
		}
		return k
	}
	for _, n := range names {
		k := key(n)
		if votes[k] == nil {
			votes[k] = new(count)
		}
		votes[k][n.Type]++
		if n.Type == Person && n.End-n.First > 1 {
			family[words[n.End-1].exact] = true
		}
	}
	for i := range names {
		n := &names[i]
		v := votes[key(*n)]
		for t := range NameType(4) {
			if v[t] > v[n.Type] {
				n.Type = t
			}
		}
		if n.End-n.First == 1 && family[words[n.First].exact] && v[Person] > 0 {
			n.Type = Person
		}
	}
}
