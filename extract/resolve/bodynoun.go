package resolve

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/bodynouns.txt
var bodyNounsText string

// reach is what bodies a noun can stand for.
type reach uint8

const (
	noReach    reach = iota
	anyReach         // any body named before: "the group"
	ownReach         // one whose name or description has the noun: "the ministry"
	suffixOnly       // no description; may be left off a name
)

type bodyNoun struct {
	reach reach
	typ   Type
}

var bodyNouns = sync.OnceValue(func() map[string]bodyNoun {
	reaches := map[string]reach{"any": anyReach, "own": ownReach, "suffix": suffixOnly}
	types := map[string]Type{"organisation": Organisation, "place": Place}
	table := map[string]bodyNoun{}
	for line := range strings.Lines(bodyNounsText) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
			table[f[0]] = bodyNoun{reaches[f[1]], types[f[2]]}
		}
	}
	return table
})
