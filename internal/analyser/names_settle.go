package analyser

import (
	"math/bits"
	"strings"
	"sync"

	"xref/extract/lang"
	"xref/extract/lexicon"
)

// Types of names that the lists of names stand for, by kind of list.
var listedTypes = [...]lang.NameType{lang.Person, lang.Person, lang.Place, lang.Organisation, lang.Person, lang.OtherName, lang.Organisation}

// trim cuts off a name what can't be part of it: words in small letters that
// join nothing and all behind them, days and months at its end, the party of
// "R-Texas". It reports whether a name is left.
func trim(name *lang.Name, words []Word) bool {
	at := func(i int) *Word { return &words[i-name.First] }
	first := name.First
	for i := first + 1; i < name.End; i++ {
		if w := at(i); w.shape == shapeLower && w.Upos != uint32(lang.PROPN)+1 && !looks().connectors[w.Lower] {
			name.End = i
		}
	}
	for name.End > first+1 {
		w := at(name.End - 1)
		if looks().connectors[w.Lower] && !w.upper || name.Type != lang.OtherName && looks().calendar[w.exact] {
			name.End--
			continue
		}
		break
	}
	if name.End-first > 2 && looks().parties[at(first).exact] && at(first+1).Lower == looks().hyphen {
		first, name.Type = first+2, lang.Place
	}
	only := name.End-first == 1 && looks().calendar[at(first).exact]
	name.First = first
	return !only
}

// adopt labels entries of several words of the lists of bodies as one name,
// unless a name that was found goes over an entry's edge.
func (n *Namer) adopt(labels []int) {
	inner := func(i int) bool {
		return i < len(labels) && labels[i] != NameOutside && (labels[i]-1)%2 == nameInner-1
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
		NameLabelsOf(labels, i, end, lang.Organisation)
	}
}

// bodyLists are the bits of the lists of groups and organisations.
const bodyLists = 1<<3 | 1<<6

// looks are word lists by how the words are seen.
var looks = sync.OnceValue(func() *seenLists {
	l := &seenLists{connectors: map[uint32]bool{}, calendar: map[uint32]bool{}, parties: map[uint32]bool{}}
	s := Seer{}
	l.hyphen = s.See("-").Lower
	for _, row := range lexicon.TextWords.Rows("words that a name can hold") {
		l.connectors[s.See(row[0]).Lower] = true
	}
	for _, section := range []string{"months", "weekdays"} {
		for _, row := range lexicon.TimeWords.Rows(section) {
			name := strings.ToUpper(row[0][:1]) + row[0][1:]
			l.calendar[s.See(name).exact] = true
			l.calendar[s.See(name+".").exact] = true
		}
	}
	for _, w := range []string{"R", "D", "I"} {
		l.parties[s.See(w).exact] = true
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
func (n *Namer) settle(name *lang.Name, words []Word) {
	if len(words) > longestEntry {
		return
	}
	key := uint32(0)
	for i := range words {
		key = EntryKey(key, words[i].Lower)
	}
	kinds, ok := n.Gazetteer.Find(key)
	if !ok {
		if t, ok := headType(words); ok && (name.Type == lang.Person || name.Type == lang.OtherName) {
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
		name.Type = lang.NameType(bits.TrailingZeros8(types))
	}
}

// headType is what the head noun of a name of several words tells of it. The
// head is the last word, or the one before "of".
func headType(words []Word) (lang.NameType, bool) {
	if len(words) < 2 {
		return 0, false
	}
	head := len(words) - 1
	for i := 1; i < len(words); i++ {
		if words[i].Lower == ofWord {
			head = i - 1
			break
		}
	}
	t, ok := lists().heads[words[head].Lower]
	return t, ok && words[head].upper
}

var ofWord = (&Seer{}).See("of").Lower

// agreeNames gives names of one article that are spelled alike one type: a last
// name the type of the full name, and any other the type that most of its
// like have. words are those of the whole text.
func agreeNames(names []lang.Name, words []Word) {
	type count [4]int
	votes := map[uint32]*count{}
	family := map[uint32]bool{}
	key := func(n lang.Name) uint32 {
		k := uint32(0)
		for i := n.First; i < n.End; i++ {
			k = EntryKey(k, words[i].exact)
		}
		return k
	}
	for _, n := range names {
		k := key(n)
		if votes[k] == nil {
			votes[k] = new(count)
		}
		votes[k][n.Type]++
		if n.Type == lang.Person && n.End-n.First > 1 {
			family[words[n.End-1].exact] = true
		}
	}
	for i := range names {
		n := &names[i]
		v := votes[key(*n)]
		for t := range lang.NameType(4) {
			if v[t] > v[n.Type] {
				n.Type = t
			}
		}
		if n.End-n.First == 1 && family[words[n.First].exact] && v[lang.Person] > 0 {
			n.Type = lang.Person
		}
	}
}
