package analyser

import (
	_ "embed"
	"strings"
	"sync"

	"xref/extract/lang"
)

//go:embed data/abbreviations.txt
var abbreviationData string

//go:embed data/contractions.txt
var contractionData string

//go:embed data/nameheads.txt
var nameHeadData string

//go:embed data/organisations.txt
var organisationData string

//go:embed data/starts.txt
var startData string

//go:embed data/joined.txt
var joinedData string

// abbreviation tells what may follow an abbreviation.
type abbreviation uint8

const (
	notAbbreviated abbreviation = iota
	beforeName                  // the word it belongs to
	beforeNumber
	innerShort  // text goes on, mostly
	endingShort // anything
)

var abbreviationNames = map[string]abbreviation{"before": beforeName, "number": beforeNumber, "inner": innerShort, "ending": endingShort}

// wordlists are the embedded lists that the tokenizer goes by.
type wordlists struct {
	short  map[string]abbreviation
	fused  map[string][]int // in small letters with straight apostrophes → lengths in bytes of all parts but the last
	joined map[string]bool
	starts map[string]bool
	heads  map[uint32]lang.NameType // by the head noun as it is seen
}

// lists reads the embedded lists, once.
var lists = sync.OnceValue(func() *wordlists {
	l := &wordlists{short: map[string]abbreviation{}, fused: map[string][]int{}, joined: map[string]bool{}, starts: map[string]bool{}, heads: map[uint32]lang.NameType{}}
	for fields := range rows(abbreviationData) {
		for _, w := range fields[1:] {
			l.short[w] = abbreviationNames[fields[0]]
			if upper := strings.ToUpper(w[:1]) + w[1:]; l.short[upper] == notAbbreviated {
				l.short[upper] = abbreviationNames[fields[0]]
			}
		}
	}
	for fields := range rows(contractionData) {
		parts := strings.Split(fields[0], "|")
		var lengths []int
		for _, p := range parts[:len(parts)-1] {
			lengths = append(lengths, len(p))
		}
		l.fused[strings.Join(parts, "")] = lengths
	}
	for fields := range rows(joinedData) {
		for _, w := range fields {
			l.joined[w] = true
		}
	}
	for fields := range rows(startData) {
		for _, w := range fields {
			l.starts[w] = true
		}
	}
	look := Seer{}
	for fields := range rows(nameHeadData) {
		t := lang.Organisation
		if fields[0] == "place" {
			t = lang.Place
		}
		for _, w := range fields[1:] {
			l.heads[look.See(w).Lower] = t
		}
	}
	return l
})

// rows yields the fields of each line that is neither empty nor a comment.
func rows(data string) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(data) {
			if fields := strings.Fields(line); len(fields) > 0 && fields[0] != "#" && !strings.HasPrefix(line, "#") {
				if !yield(fields) {
					return
				}
			}
		}
	}
}

// Organisations lists well-known organisations.
func Organisations() []string {
	var names []string
	for fields := range rows(organisationData) {
		names = append(names, strings.Join(fields, " "))
	}
	return names
}
