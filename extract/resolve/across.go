package resolve

import (
	"slices"
	"strings"

	"xref/extract/lexicon"
)

// Member is one entity of one article: Article is the article's place among
// those linked, Entity its index in that article's Resolution.
type Member struct {
	Article, Entity int
}

// known is what linking asks of an entity.
type known struct {
	Member
	typ     Type
	gender  Gender
	persons []personName // its names as a person's, the fullest first
	bodies  []bodyName
	titles  map[string]bool // folded content words of titles
	key     string
	naming  string // its type and names
}

// Link gathers the entities of several articles that are the same person, body
// or place. Every entity stands in exactly one group; groups are in the order
// of their first members, members in the order of articles. Adding an article
// about others changes no group among the rest.
func Link(articles []*Resolution) [][]Member {
	var all, named []known
	for a, r := range articles {
		for e := range r.Entities {
			k := newKnown(Member{a, e}, &r.Entities[e])
			all = append(all, k)
			if r.Entities[e].Named {
				named = append(named, k)
			}
		}
	}
	// Decisions are taken in an order that doesn't depend on that of the articles.
	slices.SortStableFunc(named, func(x, y known) int { return strings.Compare(x.key, y.key) })
	l := linker{named: named, group: map[Member]Member{}, members: map[Member][]*known{}, agree: map[[2]string]bool{}, fit: map[[2]string]int{}, near: nearNames(named)}
	for i := range named {
		l.members[named[i].Member] = []*known{&named[i]}
	}
	for _, k := range all {
		l.group[k.Member] = k.Member
	}
	l.linkSure()
	l.linkShort()
	var order []Member
	groups := map[Member][]Member{}
	for _, k := range all {
		top := l.find(k.Member)
		if groups[top] == nil {
			order = append(order, top)
		}
		groups[top] = append(groups[top], k.Member)
	}
	linked := make([][]Member, 0, len(order))
	for _, top := range order {
		linked = append(linked, groups[top])
	}
	slices.SortFunc(linked, func(x, y []Member) int { return compareMembers(x[0], y[0]) })
	return linked
}

func compareMembers(a, b Member) int {
	if a.Article != b.Article {
		return a.Article - b.Article
	}
	return a.Entity - b.Entity
}

func newKnown(m Member, e *Entity) known {
	k := known{Member: m, typ: e.Type, gender: e.Gender, titles: map[string]bool{}, key: e.Name + "\n" + strings.Join(e.Names, "\n") + "\n" + strings.Join(e.Titles, "\n")}
	k.naming = string(rune('0'+e.Type)) + strings.Join(e.Names, "\n")
	seen := map[string]bool{}
	for _, name := range e.Names {
		if seen[name] {
			continue
		}
		seen[name] = true
		if e.Type == Person {
			p := parsePerson(name)
			if len(p.words) > 0 {
				k.persons = append(k.persons, p)
			}
		} else {
			k.bodies = append(k.bodies, parseBody(name))
		}
	}
	slices.SortStableFunc(k.persons, func(a, b personName) int { return len(b.words) - len(a.words) })
	for _, title := range e.Titles {
		for _, word := range nameWords(title) {
			if !linkers[word] && !lexicon.Stopword(word) {
				k.titles[word] = true
			}
		}
	}
	return k
}

// linker joins entities by union of their groups.
type linker struct {
	named   []known
	near    [][]int // for each of named, the others whose names may fit, in order
	group   map[Member]Member
	members map[Member][]*known // of each group, by the entity that stands for it
	agree   map[[2]string]bool  // of two namings that were compared: whether their fullest names agree
	fit     map[[2]string]int   // the same: how well one is a part of the other
}

// nearNames finds for each entity those that share a rough spelling of a word
// or stand for the other's initials, so that not all pairs must be compared.
func nearNames(named []known) [][]int {
	blocks := map[string][]int{}
	keys := make([][]string, len(named))
	for i := range named {
		keys[i] = roughKeys(&named[i])
		for _, key := range keys[i] {
			blocks[key] = append(blocks[key], i)
		}
	}
	near := make([][]int, len(named))
	for i := range named {
		for _, key := range keys[i] {
			for _, j := range blocks[key] {
				if j != i {
					near[i] = append(near[i], j)
				}
			}
		}
		slices.Sort(near[i])
		near[i] = slices.Compact(near[i])
	}
	return near
}

// roughKeys are the keys of which two entities share one where any of their
// names can be one name.
func roughKeys(k *known) []string {
	var keys []string
	word := func(w string) {
		key := spellingKey(w)
		keys = append(keys, "="+skeleton(key), "^"+key[:min(3, len(key))])
	}
	for _, p := range k.persons {
		for _, w := range p.words {
			word(w)
		}
	}
	for _, b := range k.bodies {
		for _, w := range b.words {
			word(w)
		}
		keys = append(keys, "@"+canonical(b.surface), "#"+b.key(), "#"+b.initials())
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (l *linker) find(m Member) Member {
	for l.group[m] != m {
		m = l.group[m]
	}
	return m
}

func (l *linker) union(a, b Member) {
	a, b = l.find(a), l.find(b)
	if compareMembers(b, a) < 0 {
		a, b = b, a
	}
	if a == b {
		return
	}
	l.group[b] = a
	l.members[a] = append(l.members[a], l.members[b]...)
	delete(l.members, b)
}

// clashing reports whether joining two groups would put together two entities
// that one article tells apart, or full names that contradict each other.
func (l *linker) clashing(a, b Member) bool {
	a, b = l.find(a), l.find(b)
	if a == b {
		return false
	}
	for _, x := range l.members[a] {
		for _, y := range l.members[b] {
			if x.Article == y.Article || contradict(x, y) {
				return true
			}
		}
	}
	return false
}

// contradict reports whether both have a full name of a person and none of
// them agree.
func contradict(x, y *known) bool {
	if x.typ != Person || y.typ != Person || len(x.persons) == 0 || len(y.persons) == 0 {
		return false
	}
	p, q := x.persons[0], y.persons[0]
	return !p.single() && !q.single() && comparePersons(p, q) == strangers
}

// linkSure joins entities whose fullest names agree.
func (l *linker) linkSure() {
	for i := range l.named {
		for _, j := range l.near[i] {
			x, y := &l.named[i], &l.named[j]
			if j > i && x.Article != y.Article && l.sureAcross(x, y) && !l.clashing(x.Member, y.Member) {
				l.union(x.Member, y.Member)
			}
		}
	}
}

func (l *linker) sureAcross(x, y *known) bool {
	if !sameType(x.typ, y.typ) {
		return misread(x, y)
	}
	return remembered(l.agree, x, y, sameNames)
}

// remembered is what of says of two entities by their types and names alone; it
// is asked once of each two namings.
func remembered[T any](answers map[[2]string]T, x, y *known, of func(x, y *known) T) T {
	key := [2]string{x.naming, y.naming}
	answer, ok := answers[key]
	if !ok {
		answer = of(x, y)
		answers[key] = answer
	}
	return answer
}

// sameNames reports whether two names of two entities agree in full.
func sameNames(x, y *known) bool {
	for _, p := range x.persons {
		for _, q := range y.persons {
			if !p.single() && !q.single() && comparePersons(p, q) >= bySurname {
				return true
			}
		}
	}
	for _, p := range x.bodies {
		for _, q := range y.bodies {
			if ok, short := sameBody(p, q, x.typ); ok && !short {
				return true
			}
		}
	}
	return false
}

// misread reports whether one of two entities was taken for a person and the
// other for none, though both have the same name: in full, or in one word where
// nothing else tells that it is a person's.
func misread(x, y *known) bool {
	if y.typ == Person {
		x, y = y, x
	}
	if x.typ != Person || len(x.persons) == 0 || len(y.bodies) == 0 {
		return false
	}
	words := x.persons[0].words
	same := func(b bodyName) bool {
		return slices.Equal(slices.DeleteFunc(slices.Clone(b.words), func(w string) bool { return particles[w] }), words)
	}
	if !slices.ContainsFunc(y.bodies, same) {
		return false
	}
	return len(words) > 1 || x.gender == Unknown && len(x.titles) == 0
}

func sameType(a, b Type) bool {
	return a == b || a != Person && b != Person && (a == Other || b == Other || a == Organisation && b == Place || a == Place && b == Organisation)
}

// linkShort joins an entity that an article names only in part to the one
// group that the part fits: first to one that has a full name, then to one as
// short. Where it fits several, titles decide, then what else their articles
// share, or nothing does.
func (l *linker) linkShort() {
	shared := l.shared()
	for _, full := range []bool{true, false} {
		for i := range l.named {
			x := &l.named[i]
			if x.typ == Person && (len(x.persons) == 0 || !x.persons[0].single()) {
				continue
			}
			if chosen, ok := l.shortFor(i, full, shared); ok {
				l.union(x.Member, chosen)
			}
		}
	}
}

// fitting is how well a part of a name fits a group of entities.
type fitting struct {
	top              Member
	support, context int
}

// shortFor is the group that entity i of named is a short form of, among those
// with a full name or among the others.
func (l *linker) shortFor(i int, full bool, shared map[[2]int]int) (Member, bool) {
	x := &l.named[i]
	var found []fitting
	for _, j := range l.near[i] {
		y := &l.named[j]
		if y.Article == x.Article || y.full() != full && (x.typ == Person || full) || l.find(x.Member) == l.find(y.Member) {
			continue
		}
		support := l.shortAcross(x, y)
		if support <= 0 || l.clashing(x.Member, y.Member) {
			continue
		}
		f := fitting{l.find(y.Member), support, shared[[2]int{min(x.Article, y.Article), max(x.Article, y.Article)}]}
		at := slices.IndexFunc(found, func(g fitting) bool { return g.top == f.top })
		if at < 0 {
			found = append(found, f)
			continue
		}
		found[at].support, found[at].context = max(found[at].support, f.support), max(found[at].context, f.context)
	}
	if len(found) == 0 {
		return Member{}, false
	}
	slices.SortFunc(found, func(a, b fitting) int {
		if a.support != b.support {
			return b.support - a.support
		}
		if a.context != b.context {
			return b.context - a.context
		}
		return compareMembers(a.top, b.top)
	})
	if full && len(found) > 1 && found[0].support == found[1].support && found[0].context == found[1].context {
		return Member{}, false // of those without a full name, all that fit are one
	}
	return found[0].top, true
}

// full reports whether an entity is a person with more than one name, or no person.
func (k *known) full() bool {
	return k.typ != Person || len(k.persons) > 0 && !k.persons[0].single()
}

// shared counts for every two articles the groups that both have an entity in,
// but for countries and the like, which tell nothing of what a text is about.
func (l *linker) shared() map[[2]int]int {
	groups := map[Member][]int{}
	for i := range l.named {
		if k := &l.named[i]; k.typ != Place {
			top := l.find(k.Member)
			groups[top] = append(groups[top], k.Article)
		}
	}
	shared := map[[2]int]int{}
	for _, articles := range groups {
		for i, a := range articles {
			for _, b := range articles[:i] {
				shared[[2]int{min(a, b), max(a, b)}]++
			}
		}
	}
	return shared
}

// shortAcross is how well a part of a name fits another entity: 0 not at all,
// 1 by a variant alone, 3 by the name, more where their titles share a word.
func (l *linker) shortAcross(x, y *known) int {
	fits := 0
	switch {
	case sameType(x.typ, y.typ):
		fits = remembered(l.fit, x, y, sameFits)
	case strayName(x, y):
		fits = 3
	}
	if fits == 0 || x.gender != Unknown && y.gender != Unknown && x.gender != y.gender && fits < 3 {
		return 0
	}
	for word := range x.titles {
		if y.titles[word] {
			fits += 2
			break
		}
	}
	return fits
}

func sameFits(x, y *known) int {
	fits := 0
	for _, p := range x.persons {
		for _, q := range y.persons {
			switch comparePersons(p, q) {
			case bySelf, bySurname:
				fits = max(fits, 3)
			case byVariant:
				fits = max(fits, 1)
			}
		}
	}
	for _, p := range x.bodies {
		for _, q := range y.bodies {
			if ok, _ := sameBody(p, q, x.typ); ok {
				fits = max(fits, 3)
			} else if x.typ == Place && y.typ == Place && variantPlaces(p, q) {
				fits = max(fits, 1)
			}
		}
	}
	return fits
}

// strayName reports whether x is a single word that names no known place or
// thing and is the surname of person y, whatever its own article made of it.
func strayName(x, y *known) bool {
	if x.typ == Person || y.typ != Person || len(x.bodies) == 0 || !y.full() {
		return false
	}
	for _, b := range x.bodies {
		if len(b.words) != 1 || established(b) || dictionaryWord(b.words[0]) || b.acronym() {
			return false
		}
	}
	for _, p := range y.persons {
		if !p.single() && p.surname() == x.bodies[0].words[0] {
			return true
		}
	}
	return false
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
