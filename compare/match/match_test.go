package match_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare/match"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/read"
)

// indexOf is the index of one story of articles of the given texts, entities of
// equal names linked, and the longest assertion of each as a unit.
func indexOf(t require.TestingT, texts ...string) (*match.Index, []match.Unit) {
	var prepared []*match.Prepared
	var linked match.Linking
	var s story.Story
	numbers := map[string]int{}
	for i, text := range texts {
		a, _, err := read.Bytes(string(rune('a'+i))+".txt", []byte(text+"\n"))
		require.NoError(t, err)
		d := extract.Analyse(a)
		var of []int
		for _, e := range d.Resolution.Entities {
			n, ok := numbers[e.Name]
			if !ok {
				n = len(numbers)
				numbers[e.Name] = n
			}
			of = append(of, n)
		}
		prepared, linked, s.Articles = append(prepared, match.Prepare(d)), append(linked, of), append(s.Articles, i)
	}
	x := match.NewIndex(prepared, s, linked, nil)
	var units []match.Unit
	for i := range texts {
		best := match.Unit{Article: i, Assertion: -1, Run: match.Run{End: len(prepared[i].Text.Tokens)}}
		for k := range prepared[i].Assertions {
			u := x.Unit(match.Member{Article: i, Assertion: k})
			if best.Assertion < 0 || u.End-u.First > best.End-best.First {
				best = u
			}
		}
		units = append(units, best)
	}
	return x, units
}

// causeOf is the type of a contrast's cause in a word.
func causeOf(c match.Contrast) string {
	name := reflect.TypeOf(c.Cause).Name()
	return strings.ToLower(strings.TrimSuffix(name, "Cause"))
}

// cases are pairs of sentences with a type of contrast that they have or lack.
var cases = []struct {
	cause string
	has   bool
	a, b  string
}{
	{"quantity", true, "The fire killed 12 workers at the mill.", "The fire killed 15 workers at the mill."},
	{"quantity", true, "The council spent $4 million on the bridge.", "The council spent $9 million on the bridge."},
	{"quantity", false, "The fire killed 12 workers at the mill.", "The fire killed twelve workers at the mill."},
	{"quantity", false, "The fire killed 12 workers at the mill.", "The fire destroyed 15 trucks at the mill."},
	{"time", true, "The bridge collapsed on Monday.", "The bridge collapsed on Thursday."},
	{"time", true, "The museum opened in 1987.", "The museum opened in 1992."},
	{"time", false, "The bridge collapsed on Monday.", "The bridge collapsed Monday."},
	{"time", false, "The museum opened in 1987.", "The library burned down in 1992."},
	{"polarity", true, "The minister approved the plan.", "The minister did not approve the plan."},
	{"polarity", true, "The police arrested the driver.", "The police never arrested the driver."},
	{"polarity", false, "The minister did not approve the plan.", "The minister didn't approve the plan."},
	{"polarity", false, "The minister approved the plan.", "The farmer did not sell the horse."},
	{"name", true, "The company will build the plant in Berlin.", "The company will build the plant in Madrid."},
	{"name", true, "Anna Keller won the race on Sunday.", "Maria Novak won the race on Sunday."},
	{"name", false, "The company will build the plant in Berlin.", "The company will build a plant in Berlin."},
	{"name", false, "Anna Keller won the race.", "Maria Novak bought a farm."},
	{"role", true, "The soldiers attacked the protesters.", "The protesters attacked the soldiers."},
	{"role", true, "The company opened a large factory near the river.", "The company opened a modern factory near the river."},
	{"role", false, "The soldiers attacked the protesters.", "The protesters were attacked by the soldiers."},
	{"role", false, "The soldiers attacked the protesters.", "The teachers painted the school."},
	{"stance", true, "The company will close the factory.", "The company may close the factory."},
	{"stance", true, "The storm damaged the harbour.", "The storm may have damaged the harbour."},
	{"stance", false, "The company may close the factory.", "The company might close the factory."},
	{"stance", false, "The company will close the factory.", "The singer may cancel the concert."},
	{"operator", true, "The farmers will sell the land unless the state lowers the tax.", "The farmers will sell the land."},
	{"operator", true, "The bank will lend the money if the owners sign the contract.", "The bank will lend the money."},
	{"operator", false, "The driver allegedly stole the car.", "The driver reportedly stole the car."},
	{"operator", false, "The driver allegedly stole the car.", "The nurse opened the window."},
	{"source", true, "The dam is safe, according to engineers.", "The dam is safe, according to residents."},
	{"source", true, "The dam failed, police said.", "The dam failed, residents said."},
	{"source", false, "The dam failed, police said.", "The dam failed, said police."},
	{"source", false, "The dam is safe, according to engineers.", "The dam is safe, engineers said."},
	{"word", true, "The mayor criticised the new budget.", "The mayor attacked the new budget."},
	{"word", true, "The doctor treated the patient at the clinic.", "The nurse treated the patient at the clinic."},
	{"word", false, "The company bought the factory.", "The company purchased the factory."},
	{"word", false, "The mayor criticised the new budget.", "The mayor criticized the new budget."},
}

func TestContrasts(t *testing.T) {
	for _, c := range cases {
		t.Run(c.cause+"/"+c.a+"/"+c.b, func(t *testing.T) {
			x, u := indexOf(t, c.a, c.b)
			m := x.Match(u[0], u[1])
			var causes []string
			for _, k := range m.Contrasts {
				causes = append(causes, causeOf(k))
			}
			require.Equal(t, c.has, slices.Contains(causes, c.cause), "contrasts: %v", causes)
		})
	}
}

// sentence draws one of the sentences of the cases.
func sentence(t *rapid.T, label string) string {
	c := cases[rapid.IntRange(0, len(cases)-1).Draw(t, label)]
	if rapid.Bool().Draw(t, label+" first") {
		return c.a
	}
	return c.b
}

// inUnit reports whether a run lies in a unit.
func inUnit(r match.Run, u match.Unit) bool {
	return r.Empty() || u.First <= r.First && r.End <= u.End
}

func TestMatchLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, u := indexOf(t, sentence(t, "a"), sentence(t, "b"))
		m, o := x.Match(u[0], u[1]), x.Match(u[1], u[0])
		require.Len(t, o.Residue, len(m.Residue))
		var links, mirrored [][2]int
		for _, l := range m.Links {
			links = append(links, [2]int{l.A, l.B})
			require.True(t, u[0].Contains(l.A) || u[1].Contains(l.B))
			require.Equal(t, l.Within == match.InUnit, u[0].Contains(l.A) && u[1].Contains(l.B))
		}
		for _, l := range o.Links {
			mirrored = append(mirrored, [2]int{l.B, l.A})
		}
		if u[0] != u[1] {
			require.ElementsMatch(t, links, mirrored)
		}
		var runs, swapped [][2]match.Run
		for _, c := range m.Contrasts {
			runs = append(runs, [2]match.Run{c.A, c.B})
			if _, ok := c.Cause.(match.SourceCause); ok {
				continue // who is the source can stand outside the clause that he tells
			}
			require.True(t, inUnit(c.A, u[0]) && inUnit(c.B, u[1]), "%+v", c)
		}
		for _, c := range o.Contrasts {
			swapped = append(swapped, [2]match.Run{c.B, c.A})
		}
		require.ElementsMatch(t, runs, swapped)
		for _, r := range m.Residue {
			require.True(t, inUnit(r.Tokens, u[r.Side]), "%+v", r)
		}
	})
}

func TestMatchOfItself(t *testing.T) {
	for _, c := range cases {
		x, u := indexOf(t, c.a, c.b)
		for _, v := range u {
			m := x.Match(v, v)
			require.Empty(t, m.Contrasts, "%s / %s", c.a, c.b)
			require.Empty(t, m.Residue, "%s / %s", c.a, c.b)
		}
	}
}
