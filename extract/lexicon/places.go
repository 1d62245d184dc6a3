package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

var (
	//go:embed data/countries.txt
	countriesText string
	//go:embed data/us-states.txt
	statesText string

	states = wordlist[[]string]{name: "us-states", text: statesText, row: func(fields []string) ([]string, error) {
		if len(fields) != 1 {
			return nil, fmt.Errorf("%d fields, want the abbreviations", len(fields))
		}
		return strings.Split(fields[0], ";"), nil
	}}
)

// gazetteer is the table of countries turned round: from each kind of name to
// the country's canonical one.
type gazetteer struct {
	countries, demonyms, capitals, seats map[string]string
}

var world = sync.OnceValue(func() *gazetteer {
	g, err := parseCountries(countriesText)
	if err != nil {
		panic("lexicon: countries: " + err.Error())
	}
	return g
})

// parseCountries reads lines of the canonical name, other names, demonyms,
// capitals and metonyms of the government, each field a list with semicolons.
// A demonym of two countries (Dominican) is the first one's.
func parseCountries(text string) (*gazetteer, error) {
	g := &gazetteer{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	var order []string
	rows, err := parseWordlist(text, func(fields []string) ([]string, error) {
		if len(fields) != 4 {
			return nil, fmt.Errorf("%d fields, want other names, demonyms, capitals, metonyms", len(fields))
		}
		return fields, nil
	})
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(text) {
		name, _, _ := strings.Cut(line, "\t")
		if _, ok := rows[name]; ok {
			order = append(order, name)
		}
	}
	for _, name := range order {
		g.countries[name] = name
		for i, names := range []map[string]string{g.countries, g.demonyms, g.capitals, g.seats} {
			for other := range strings.SplitSeq(rows[name][i], ";") {
				if _, taken := names[other]; other != "" && !taken {
					names[other] = name
				}
			}
		}
	}
	return g, nil
}

// Country gives the canonical name of a state or territory for any of its
// names: "the U.S.", "USA" and "America" give United States.
func Country(name string) (canonical string, ok bool) { return named(world().countries, name) }

// Demonym gives the country that an adjective or noun of nationality belongs
// to, singular or plural: Ukrainian and Ukrainians give Ukraine.
func Demonym(form string) (country string, ok bool) {
	demonyms := world().demonyms
	if country, ok = named(demonyms, form); ok {
		return country, true
	}
	if singular, plural := strings.CutSuffix(form, "s"); plural {
		if country, ok = named(demonyms, singular); ok {
			return country, true
		}
	}
	if singular, plural := strings.CutSuffix(form, "S"); plural {
		return named(demonyms, singular)
	}
	return "", false
}

// Capital gives the country of a capital or seat of government: Moscow gives Russia.
func Capital(name string) (country string, ok bool) { return named(world().capitals, name) }

// Seat gives the country whose government a name stands for: a capital, or a
// house or street as the Kremlin, Downing Street, the White House.
func Seat(name string) (country string, ok bool) {
	if country, ok = named(world().seats, name); ok {
		return country, true
	}
	return Capital(name)
}

// named looks a name up as it stands, then without "the", then out of capitals.
func named(names map[string]string, name string) (string, bool) {
	if canonical, ok := names[name]; ok {
		return canonical, true
	}
	name = straight(name)
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	if canonical, ok := names[name]; ok {
		return canonical, true
	}
	canonical, ok := names[capitalized(name)]
	return canonical, ok
}

var stateNames = sync.OnceValue(func() map[string]string {
	states.find("")
	names := make(map[string]string, 4*len(states.rows))
	for name, abbreviations := range states.rows {
		names[name] = name
		for _, abbreviation := range abbreviations {
			names[abbreviation] = name
		}
	}
	return names
})

// USState gives the full name of a state, district or territory of the United
// States for its name or abbreviation (Calif., N.Y., TX). Postal codes count in
// capitals only, and some are words as well (IN, OR, ME): ask the context.
func USState(form string) (canonical string, ok bool) { return named(stateNames(), form) }
