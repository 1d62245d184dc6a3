package lang

import "math/bits"

// Types of names that the lists of names stand for, by kind of list.
var listedTypes = [...]NameType{Person, Person, Place, Organisation, Person, OtherName, Organisation}

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
