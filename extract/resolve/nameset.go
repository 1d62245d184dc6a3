package resolve

import (
	"slices"
	"strings"

	"xref/extract/lexicon"
	"xref/internal/parallel"
)

// nameset is what the names of an entity are, together with its type. Entities
// of several articles share one.
type nameset struct {
	number  int // place in namesets.all
	typ     Type
	persons []personName // its names as a person's, the fullest first
	bodies  []bodyName
	near    []relation
}

// relation is how the names of one nameset may be those of another.
type relation struct {
	to    *nameset
	names likeNames
	fits  int // how well a name is a part of one of the other's: 0 not, 1 by a variant, 3 by the name
}

// likeNames is how the fullest names of two namesets agree.
type likeNames uint8

const (
	otherNames likeNames = iota
	alikeOnly            // the same words, one as a person's name and one as none
	agreeing
)

// How well a name fits as a part of another.
const (
	byVariantOnly = 1
	byName        = 3
)

// namesets are those of several articles' entities, each once, and how near they
// are.
type namesets struct {
	all    []*nameset
	byText map[string]*nameset   // by type and names
	blocks map[string][]*nameset // by the rough keys
	clash  map[[2]int]bool       // of two that were asked for: whether their full names contradict each other
}

func newNamesets() *namesets {
	return &namesets{byText: map[string]*nameset{}, blocks: map[string][]*nameset{}, clash: map[[2]int]bool{}}
}

// mostAlike is how many namesets a rough key brings together: those that come first
// are what later ones are compared with. A word that is in more names than that hardly
// tells one from another.
const mostAlike = 300

// of are the namesets of entities. New ones are compared with those there are, but
// for those of entities that stand alone.
func (s *namesets) of(entities []*Entity, alone []bool) []*nameset {
	found := make([]*nameset, len(entities))
	var made []*nameset
	var names [][]string
	var apart []bool
	for i, e := range entities {
		text := string(rune('0'+e.Type)) + strings.Join(e.Names, "\n")
		n, ok := s.byText[text]
		if !ok {
			n = &nameset{number: len(s.all), typ: e.Type}
			s.all = append(s.all, n)
			s.byText[text] = n
			made, names, apart = append(made, n), append(names, e.Names), append(apart, alone[i])
		}
		found[i] = n
	}
	keys := make([][]string, len(made))
	parallel.Each(len(made), func(_, i int) {
		made[i].parse(names[i])
		if !apart[i] {
			keys[i] = made[i].roughKeys()
		}
	})
	for first := 0; first < len(made); first += batch {
		end := min(first+batch, len(made))
		s.relate(made[first:end], keys[first:end])
	}
	return found
}

// batch is how many namesets are compared with the others at one time, so that the
// pairs of a run are never all in memory.
const batch = 250

// parse takes the names apart.
func (n *nameset) parse(names []string) {
	seen := map[string]bool{}
	for _, name := range names {
		if seen[name] {
			continue
		}
		seen[name] = true
		if n.typ == Person {
			p := parsePerson(name)
			if len(p.words) > 0 {
				n.persons = append(n.persons, p)
			}
		} else {
			n.bodies = append(n.bodies, parseBody(name))
		}
	}
	slices.SortStableFunc(n.persons, func(a, b personName) int { return len(b.words) - len(a.words) })
}

// relate compares each of some namesets with those before it that share a key with
// it, and with itself: other articles may have the same names.
func (s *namesets) relate(some []*nameset, keys [][]string) {
	type pair struct {
		n, m        *nameset
		there, back relation
	}
	var pairs []pair
	for i, n := range some {
		met := map[*nameset]bool{}
		for _, key := range keys[i] {
			if len(s.blocks[key]) < mostAlike {
				s.blocks[key] = append(s.blocks[key], n)
			}
			for _, m := range s.blocks[key] {
				if !met[m] {
					met[m] = true
					pairs = append(pairs, pair{n: n, m: m})
				}
			}
		}
		if !met[n] {
			pairs = append(pairs, pair{n: n, m: n})
		}
	}
	parallel.Each(len(pairs), func(_, i int) {
		p := &pairs[i]
		p.there = p.n.relationTo(p.m)
		if p.n != p.m {
			p.back = p.m.relationTo(p.n)
		}
	})
	for i := range pairs { // in the order of the pairs
		p := &pairs[i]
		p.n.keep(p.there)
		if p.n != p.m {
			p.m.keep(p.back)
		}
	}
}

// roughKeys are the keys of which two namesets share one where any of their
// names can be one name: a rough spelling of a word, or initials.
func (n *nameset) roughKeys() []string {
	var keys []string
	word := func(w string) {
		key := spellingKey(w)
		keys = append(keys, "="+skeleton(key), "^"+key[:min(3, len(key))])
	}
	for _, p := range n.persons {
		for _, w := range p.words {
			word(w)
		}
	}
	for _, b := range n.bodies {
		for _, w := range b.words {
			word(w)
		}
		keys = append(keys, "@"+b.lasting, "#"+b.key, "#"+b.initials)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// relationTo is how near n is to m.
func (n *nameset) relationTo(m *nameset) relation {
	near := relation{to: m}
	switch {
	case sameType(n.typ, m.typ):
		near.names, near.fits = n.nearTo(m)
	case n.misreads(m):
		near.names = alikeOnly
	}
	if !sameType(n.typ, m.typ) && n.strays(m) {
		near.fits = byName
	}
	return near
}

// keep keeps a relation that is one.
func (n *nameset) keep(near relation) {
	if near.names != otherNames || near.fits > 0 {
		n.near = append(n.near, near)
	}
}

// nearTo tells how the names of n agree with those of m, which is of the same
// type, and how well one of them is a part of m's.
func (n *nameset) nearTo(m *nameset) (names likeNames, fits int) {
	for _, p := range n.persons {
		for _, q := range m.persons {
			k := comparePersons(p, q)
			switch k {
			case bySelf, bySurname:
				fits = max(fits, byName)
			case byVariant:
				fits = max(fits, byVariantOnly)
			}
			if k >= bySurname && !p.single() && !q.single() {
				names = agreeing
			}
		}
	}
	for _, p := range n.bodies {
		for _, q := range m.bodies {
			if otherBranches(longest(n.bodies), longest(m.bodies), shorter(p, q), n.typ) {
				continue
			}
			if ok, short := sameBody(p, q, n.typ); ok && short && branch(p, q) {
				continue
			} else if ok {
				fits = max(fits, byName)
				if !short {
					names = agreeing
				}
			} else if n.typ == Place && m.typ == Place && variantPlaces(p, q) {
				fits = max(fits, byVariantOnly)
			}
		}
	}
	return names, fits
}

// nations are those that its names begin with.
func (n *nameset) nations() []string {
	var out []string
	for _, b := range n.bodies {
		if b.nation != "" && !slices.Contains(out, b.nation) {
			out = append(out, b.nation)
		}
	}
	return out
}

// longest is the name with the most words, the first of equals.
func longest(bodies []bodyName) bodyName {
	return slices.MaxFunc(bodies, func(a, b bodyName) int { return len(a.words) - len(b.words) })
}

func shorter(p, q bodyName) bodyName {
	if len(q.words) < len(p.words) {
		return q
	}
	return p
}

// otherBranches reports whether the fullest names of two bodies are those of two
// branches of what both are called for short.
func otherBranches(a, b, short bodyName, typ Type) bool {
	x, y := nation(short, a), nation(short, b)
	if x == y && x != "" || x == "" && !branch(short, a) || y == "" && !branch(short, b) {
		return false
	}
	same, _ := sameBody(a, b, typ)
	return !same
}

// misreads reports whether one of two namesets is a person's and the other none's,
// though both have the same name.
func (n *nameset) misreads(m *nameset) bool {
	if m.typ == Person {
		n, m = m, n
	}
	if n.typ != Person || len(n.persons) == 0 {
		return false
	}
	return slices.ContainsFunc(m.bodies, func(b bodyName) bool {
		return slices.Equal(slices.DeleteFunc(slices.Clone(b.words), func(w string) bool { return particles.Has(w) }), n.persons[0].words)
	})
}

// strays reports whether n is a single word that names no known place or thing
// and is the surname of person m, whatever its own article made of it.
func (n *nameset) strays(m *nameset) bool {
	if n.typ == Person || m.typ != Person || len(n.bodies) == 0 || !m.full() {
		return false
	}
	for _, b := range n.bodies {
		if len(b.words) != 1 || established(b) || dictionaryWord(b.words[0]) || b.acronym() {
			return false
		}
	}
	return slices.ContainsFunc(m.persons, func(p personName) bool { return !p.single() && p.surname() == n.bodies[0].words[0] })
}

// full reports whether a nameset has more than one word of a person's name, or is
// no person's.
func (n *nameset) full() bool {
	return n.typ != Person || len(n.persons) > 0 && !n.persons[0].single()
}

// contradict reports whether the full names of two persons don't agree.
func (s *namesets) contradict(p, q *nameset) bool {
	key := [2]int{p.number, q.number}
	clash, ok := s.clash[key]
	if !ok {
		clash = comparePersons(p.persons[0], q.persons[0]) == strangers
		s.clash[key] = clash
	}
	return clash
}

func sameType(a, b Type) bool {
	return a == b || a != Person && b != Person && (a == Other || b == Other || a == Organisation && b == Place || a == Place && b == Organisation)
}

// variantPlaces reports whether two names of places may be spellings of one:
// no state or capital is a misspelling of another.
func variantPlaces(p, q bodyName) bool {
	if len(p.words) != len(q.words) || established(p) && established(q) {
		return false
	}
	varied := false
	for i := range p.words {
		switch alike(p.words[i], q.words[i]) {
		case unlike:
			return false
		case variant:
			varied = true
			if len(p.words[i]) < 5 || len(q.words[i]) < 5 {
				return false
			}
		}
	}
	return varied
}

func established(b bodyName) bool {
	if _, ok := lexicon.Country(b.surface); ok {
		return true
	}
	if _, ok := lexicon.Capital(b.surface); ok {
		return true
	}
	return lexicon.Known(strings.Join(b.words, " "), lexicon.Noun)
}
