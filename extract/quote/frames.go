package quote

import (
	_ "embed"
	"strings"
	"sync"
)

// frame is one way in which a verb takes what it attributes.
type frame uint16

const (
	quotes frame = 1 << iota
	tags
	clause
	infinitive
	gerund
	object
	naming
	namingAs
	accusing
	addressee
	passive
	thing
	reportShow
	withThat // a clause, but only after "that"
)

var frameNames = map[string]frame{
	"quote": quotes, "tag": tags, "clause": clause, "infinitive": infinitive, "gerund": gerund,
	"object": object, "naming": naming, "as": namingAs, "accuse": accusing, "addressee": addressee,
	"passive": passive, "thing": thing, "reportshow": reportShow,
}

// usage is how a word attributes: its frames, and those that ask for another
// word after it ("call for", "point out").
type usage struct {
	frames frame
	with   []particle
}

type particle struct {
	word  string
	frame frame
}

func (u usage) has(f frame) bool { return u.frames&f != 0 }

// withWord gives the frame that u has with a word after it.
func (u usage) withWord(word string) frame {
	var found frame
	for _, p := range u.with {
		if p.word == word {
			found |= p.frame
		}
	}
	return found
}

var (
	//go:embed verbs.txt
	verbsText string
	//go:embed nouns.txt
	nounsText string
	//go:embed adjectives.txt
	adjectivesText string

	verbs      = sync.OnceValue(func() map[string]usage { return readUsages(verbsText) })
	nouns      = sync.OnceValue(func() map[string]usage { return readUsages(nounsText) })
	adjectives = sync.OnceValue(func() map[string]usage { return readUsages(adjectivesText) })
)

// readUsages reads lines of a lemma, a tab and its frames. Frames it does not
// know are an error of the file, which the tests see to.
func readUsages(text string) map[string]usage {
	table := make(map[string]usage, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		lemma, frames, _ := strings.Cut(line, "\t")
		var u usage
		for _, name := range strings.Fields(frames) {
			name, word, asks := strings.Cut(name, "~")
			f, ok := frameNames[name]
			switch {
			case !ok:
				panic("quote: " + lemma + ": no frame " + name)
			case asks:
				u.with = append(u.with, particle{word, f})
			default:
				u.frames |= f
			}
		}
		table[lemma] = u
	}
	return table
}
