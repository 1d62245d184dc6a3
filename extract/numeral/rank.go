package numeral

// Side says from where a rank counts.
type Side uint8

// The sides.
const (
	FromEnd Side = iota
	FromCurrent
)

// Rank is a place in a row that is told from its end or from the present one:
// "last" is 0 from the end, "next" 1 from the current.
type Rank struct {
	First, End int // atoms, End excluded
	Offset     int
	Side       Side
}

var ranks = map[string]Rank{
	"last":            {Offset: 0},
	"penultimate":     {Offset: -1},
	"antepenultimate": {Offset: -2},
	"previous":        {Offset: -1, Side: FromCurrent},
	"current":         {Offset: 0, Side: FromCurrent},
	"next":            {Offset: 1, Side: FromCurrent},
}

// beforeLast is how far before the last the ordinals lie in "second to last".
var beforeLast = map[string]int{"next": -1, "second": -1, "third": -2, "fourth": -3}

// FindRanks returns the ranks in the atoms of one sentence, in order.
func FindRanks(a []Atom) []Rank {
	var found []Rank
	for i := 0; i < len(a); i++ {
		if a[i].Kind != Word {
			continue
		}
		if r, ok := readRank(a, i); ok {
			found = append(found, r)
			i = r.End - 1
		}
	}
	return found
}

func readRank(a []Atom, i int) (Rank, bool) {
	phrase := func(from int, words ...string) bool {
		for n, w := range words {
			if At(a, from+n) != w {
				return false
			}
		}
		return true
	}
	start := i
	if a[i].Low == "the" {
		if phrase(i+1, "one", "before", "the", "last", "one") {
			return Rank{i, i + 6, -1, FromEnd}, true
		}
		i++
	}
	if offset, ok := beforeLast[At(a, i)]; ok && phrase(i+1, "to", "last") && (i == start || a[i].Low != "next") {
		return Rank{start, i + 3, offset, FromEnd}, true
	}
	if i > start {
		return Rank{}, false
	}
	r, ok := ranks[a[i].Low]
	r.First, r.End = i, i+1
	if r.Side == FromCurrent && At(a, i+1) == "one" {
		r.End++
	}
	return r, ok
}
