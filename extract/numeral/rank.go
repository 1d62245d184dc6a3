package numeral

import (
	"fmt"
	"strconv"

	"xref/extract/lexicon"
)

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

var sideNames = []string{"end", "current"}

var ranks = lexicon.TableOf(lexicon.NumberWords, "ranks", func(fields []string) (r Rank, err error) {
	if len(fields) != 2 {
		return r, fmt.Errorf("%d fields, want an offset and a side", len(fields))
	}
	if r.Offset, err = strconv.Atoi(fields[0]); err != nil {
		return r, err
	}
	r.Side, err = lexicon.Choice[Side](fields[1], sideNames)
	return r, err
})

// beforeLast is how far before the last the ordinals lie in "second to last".
var beforeLast = lexicon.NumberWords.Integers("ordinals to last")

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
	if offset, ok := beforeLast.Find(At(a, i)); ok && phrase(i+1, "to", "last") && (i == start || a[i].Low != "next") {
		return Rank{start, i + 3, offset, FromEnd}, true
	}
	if i > start {
		return Rank{}, false
	}
	r, ok := ranks.Find(a[i].Low)
	r.First, r.End = i, i+1
	if r.Side == FromCurrent && At(a, i+1) == "one" {
		r.End++
	}
	return r, ok
}
