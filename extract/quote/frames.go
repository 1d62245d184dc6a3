package quote

import (
	"fmt"
	"strings"

	"xref/extract/lexicon"
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
	verbs      = lexicon.TableOf(lexicon.SpeechWords, "frames of verbs", usageOf)
	nouns      = lexicon.TableOf(lexicon.SpeechWords, "frames of nouns", usageOf)
	adjectives = lexicon.TableOf(lexicon.SpeechWords, "frames of adjectives", usageOf)
)

// usageOf reads the frames of a word, with spaces between.
func usageOf(fields []string) (u usage, err error) {
	if len(fields) != 1 {
		return u, fmt.Errorf("%d fields, want frames", len(fields))
	}
	for _, name := range strings.Fields(fields[0]) {
		name, word, asks := strings.Cut(name, "~")
		f, ok := frameNames[name]
		switch {
		case !ok:
			return u, fmt.Errorf("%q is no frame", name)
		case asks:
			u.with = append(u.with, particle{word, f})
		default:
			u.frames |= f
		}
	}
	return u, nil
}
