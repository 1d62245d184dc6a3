package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
)

var (
	//go:embed data/contraries.txt
	contrariesText string

	contraries = wordlist[[]string]{name: "contraries", text: contrariesText, row: func(fields []string) ([]string, error) {
		if len(fields) != 1 {
			return nil, fmt.Errorf("%d fields, want the contraries", len(fields))
		}
		return strings.Split(fields[0], ";"), nil
	}}
)

// contrary reports whether the list has either word as a contrary of the other.
func contrary(a, b string) bool {
	for range 2 {
		others, _ := contraries.find(a)
		for _, other := range others {
			if other == b {
				return true
			}
		}
		a, b = b, a
	}
	return false
}
