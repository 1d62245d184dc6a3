package resolve

import (
	"cmp"
	"slices"
	"strings"

	"xref/extract/lexicon"
	"xref/internal/parallel"
)

// Member is one entity of one article: Article is the article's place among
// those linked, Entity its index in that article's Resolution.
type Member struct {
	Article, Entity int
}

// known is what linking asks of an entity that an article names.
type known struct {
	Member
	*nameset
	at     int // place among all entities, by article and entity
	gender Gender
	titles []string // folded content words of titles, ascending
}

// Link gathers the entities of several articles that are the same person, body
// or place. Every entity stands in exactly one group; groups are in the order
// of their first members, members in the order of articles. Adding an article
// about others changes no group among the rest.
func Link(articles []*Resolution) [][]Member {
	l := newLinker(articles)
	l.linkSure()
	l.linkShort()
	return l.groups()
}

// linker joins entities by union of their groups.
type linker struct {
	all      []Member // every entity, by article and entity
	parent   []int    // of each of all: an earlier one of its group, or itself where it stands for the group
	named    []known  // in an order that doesn't depend on that of the articles
	bearers  [][]int  // of each nameset: those of named that have it, ascending
	namesets *namesets
	members  map[int]*union // of each group that has a named entity, by the one of all that stands for it
}

// union is what tells whether a group clashes with another.
type union struct {
	articles []int      // of its named entities, ascending
	full     []*nameset // the different ones of its persons that have a full name
	nations  []string   // that names of its bodies begin with
}

func newLinker(articles []*Resolution) *linker {
	l := &linker{namesets: newNamesets(), members: map[int]*union{}}
	type keyed struct {
		key   string
		known known
	}
	var named []keyed
	var entities []*Entity
	var alone []bool // of each of entities: it stands for itself, as its article names too many
	for a, r := range articles {
		count := 0
		for e := range r.Entities {
			m := Member{a, e}
			if entity := &r.Entities[e]; entity.Named {
				count++
				entities, alone = append(entities, entity), append(alone, count > mostForms)
				named = append(named, keyed{known: known{Member: m, at: len(l.all), gender: entity.Gender}})
			}
			l.parent = append(l.parent, len(l.all))
			l.all = append(l.all, m)
		}
	}
	sets := l.namesets.of(entities, alone)
	parallel.Each(len(entities), func(_, i int) {
		e := entities[i]
		named[i].key = e.Name + "\n" + strings.Join(e.Names, "\n") + "\n" + strings.Join(e.Titles, "\n")
		named[i].known.nameset, named[i].known.titles = sets[i], titleWords(e)
	})
	order := make([]int, len(named))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(strings.Compare(named[i].key, named[j].key), i-j) })
	l.named = make([]known, len(order))
	l.bearers = make([][]int, len(l.namesets.all))
	for i, at := range order {
		k := named[at].known
		l.named[i] = k
		l.bearers[k.number] = append(l.bearers[k.number], i)
		g := &union{articles: []int{k.Article}}
		if k.typ == Person && k.full() {
			g.full = []*nameset{k.nameset}
		}
		if k.typ != Person {
			g.nations = k.nations()
		}
		l.members[k.at] = g
	}
	return l
}

// titleWords are the folded content words of an entity's titles, ascending.
func titleWords(e *Entity) []string {
	var words []string
	for _, title := range e.Titles {
		own := nameWords(title)
		if slices.ContainsFunc(own, kinNouns.Has) {
			// The other words tell of the relative: "the wife of the president".
			own = slices.DeleteFunc(own, func(word string) bool { return !kinNouns.Has(word) })
		}
		for _, word := range own {
			if !linkers.Has(word) && !lexicon.Stopword(word) {
				words = append(words, word)
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// groups are those of all entities.
func (l *linker) groups() [][]Member {
	size := make([]int, len(l.all))
	for i := range l.all {
		size[l.find(i)]++
	}
	places := make([]Member, len(l.all))
	of := make([][]Member, len(l.all))
	var linked [][]Member
	for i, m := range l.all {
		top := l.find(i)
		if top == i { // it comes before its group's others
			of[i], places = places[:0:size[i]], places[size[i]:]
		}
		of[top] = append(of[top], m)
	}
	for i := range of {
		if of[i] != nil {
			linked = append(linked, of[i])
		}
	}
	return linked
}

// find is the entity that stands for the group of entity i of all: its first.
func (l *linker) find(i int) int {
	for l.parent[i] != i {
		l.parent[i] = l.parent[l.parent[i]]
		i = l.parent[i]
	}
	return i
}

// union makes two groups one; a and b stand for them.
func (l *linker) union(a, b int) {
	if a == b {
		return
	}
	a, b = min(a, b), max(a, b)
	l.parent[b] = a
	x, y := l.members[a], l.members[b]
	x.articles = append(x.articles, y.articles...)
	slices.Sort(x.articles)
	for _, n := range y.full {
		if !slices.Contains(x.full, n) {
			x.full = append(x.full, n)
		}
	}
	for _, n := range y.nations {
		if !slices.Contains(x.nations, n) {
			x.nations = append(x.nations, n)
		}
	}
	delete(l.members, b)
}

// clashing reports whether joining two groups, which a and b stand for, would
// put together two entities that one article tells apart, full names that contradict
// each other, or bodies of two nations: the navy of one is not that of another.
func (l *linker) clashing(a, b int) bool {
	if a == b {
		return false
	}
	x, y := l.members[a], l.members[b]
	if common(x.articles, y.articles) > 0 {
		return true
	}
	if len(x.nations) > 0 && len(y.nations) > 0 && !slices.ContainsFunc(x.nations, func(n string) bool { return slices.Contains(y.nations, n) }) {
		return true
	}
	for _, p := range x.full {
		for _, q := range y.full {
			if l.namesets.contradict(p, q) {
				return true
			}
		}
	}
	return false
}

// common counts what two ascending lists share.
func common(x, y []int) int {
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for _, v := range x {
		at, ok := slices.BinarySearch(y, v)
		if ok {
			n++
		}
		y = y[at:]
	}
	return n
}

// linkSure joins entities whose fullest names agree.
func (l *linker) linkSure() {
	near := make([][]bearing, len(l.bearers)) // of each nameset
	for i := range l.named {
		x := &l.named[i]
		if near[x.number] == nil {
			near[x.number] = l.bearersNear(x.nameset)
		}
		for _, near := range near[x.number] {
			y := &l.named[near.bearer]
			if near.bearer <= i || x.Article == y.Article || near.names == alikeOnly && !misread(x, y) {
				continue
			}
			if a, b := l.find(x.at), l.find(y.at); !l.clashing(a, b) {
				l.union(a, b)
			}
		}
	}
}

// bearing is an entity whose names may be those of another, and how.
type bearing struct {
	bearer int // in linker.named
	names  likeNames
}

// bearersNear are the entities whose names agree with those of a nameset,
// ascending.
func (l *linker) bearersNear(n *nameset) []bearing {
	var found []bearing
	for _, near := range n.near {
		if near.names == otherNames {
			continue
		}
		for _, j := range l.bearers[near.to.number] {
			found = append(found, bearing{j, near.names})
		}
	}
	slices.SortFunc(found, func(a, b bearing) int { return a.bearer - b.bearer })
	return found
}

// misread reports whether one of two entities was taken for a person and the
// other for none, though both have the same name: in full, or in one word where
// nothing else tells that it is a person's. That the names are the same is known.
func misread(x, y *known) bool {
	if y.typ == Person {
		x = y
	}
	return !x.persons[0].single() || x.gender == Unknown && len(x.titles) == 0
}

// linkShort joins an entity that an article names only in part to the one
// group that the part fits: first to one that has a full name, then to one as
// short. Where it fits several, titles decide, then what else their articles
// share, or nothing does.
func (l *linker) linkShort() {
	about := l.about()
	counted := map[[2]int]int{}
	shared := func(a, b int) int {
		n, ok := counted[[2]int{a, b}]
		if !ok {
			n = common(about[a], about[b])
			counted[[2]int{a, b}] = n
		}
		return n
	}
	for _, full := range []bool{true, false} {
		for i := range l.named {
			x := &l.named[i]
			if x.typ == Person && (len(x.persons) == 0 || x.full()) {
				continue
			}
			if chosen := l.shortFor(x, full, shared); chosen >= 0 {
				l.union(l.find(x.at), chosen)
			}
		}
	}
}

// fitting is how well a part of a name fits a group of entities.
type fitting struct {
	top              int // the entity that stands for the group
	clashes          bool
	support, context int
}

// shortFor is the group that x is a short form of, among those with a full name
// or among the others; -1 for none. How much two articles share is given.
func (l *linker) shortFor(x *known, full bool, shared func(a, b int) int) int {
	var found []fitting
	own := l.find(x.at)
	for _, near := range x.near {
		if near.fits == 0 || near.to.full() != full && (x.typ == Person || full) {
			continue
		}
		for _, j := range l.bearers[near.to.number] {
			y := &l.named[j]
			top := l.find(y.at)
			if y.Article == x.Article || top == own {
				continue
			}
			support := supported(near.fits, x, y)
			if support == 0 {
				continue
			}
			at := slices.IndexFunc(found, func(f fitting) bool { return f.top == top })
			if at < 0 {
				at = len(found)
				found = append(found, fitting{top: top, clashes: l.clashing(own, top)})
			}
			if f := &found[at]; !f.clashes {
				f.support, f.context = max(f.support, support), max(f.context, shared(x.Article, y.Article))
			}
		}
	}
	found = slices.DeleteFunc(found, func(f fitting) bool { return f.clashes })
	if len(found) == 0 {
		return -1
	}
	slices.SortFunc(found, func(a, b fitting) int {
		return cmp.Or(b.support-a.support, b.context-a.context, a.top-b.top)
	})
	if full && len(found) > 1 && found[0].support == found[1].support && found[0].context == found[1].context {
		return -1 // of those without a full name, all that fit are one
	}
	return found[0].top
}

// about lists for every article the groups that it has an entity in, ascending,
// but for countries and the like, which tell nothing of what a text is about.
func (l *linker) about() [][]int {
	articles := 0
	if n := len(l.all); n > 0 {
		articles = l.all[n-1].Article + 1
	}
	about := make([][]int, articles)
	for i := range l.named {
		if k := &l.named[i]; k.typ != Place {
			about[k.Article] = append(about[k.Article], l.find(k.at))
		}
	}
	for _, tops := range about {
		slices.Sort(tops)
	}
	return about
}

// supported is how well a part of a name fits another entity, given how well
// their names fit: 0 not at all, 1 by a variant alone, 3 by the name, more where
// their titles share a word.
func supported(fits int, x, y *known) int {
	if x.gender != Unknown && y.gender != Unknown && x.gender != y.gender && fits < byName {
		return 0
	}
	if slices.ContainsFunc(x.titles, func(word string) bool { return slices.Contains(y.titles, word) }) {
		return fits + 2
	}
	if len(x.titles) > 0 && slices.ContainsFunc(y.titles, kinNouns.Has) {
		return 0 // "President Rusk" is not the president's wife
	}
	return fits
}
