package resolve

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/quote"
	"xref/internal/analyser"
)

func analysed(text string) (*lang.Text, []quote.Quotation) {
	t := analyser.Analyse(&article.Article{Text: text, Body: article.Span{End: len(text)}})
	return t, quote.Find(t)
}

func resolved(text string) *Resolution {
	t, quotations := analysed(text)
	return Resolve(t, quotations)
}

var formNames = [...]string{Name: "name", Title: "title", Description: "description", Pronoun: "pronoun"}
var genderNames = [...]string{Unknown: "", Masculine: ", masculine", Feminine: ", feminine"}

// shown writes the persons and bodies of a text as the fixtures have them: an
// entity a block, a mention a line.
func shown(r *Resolution, text string) string {
	var b strings.Builder
	for _, e := range r.Entities {
		if !e.Named || e.Type == Other {
			continue
		}
		fmt.Fprintf(&b, "%s %s%s\n", typeNames[e.Type], e.Name, genderNames[e.Gender])
		for _, m := range e.Mentions {
			fmt.Fprintf(&b, "  %s: %s\n", formNames[m.Form], m.Span.In(text))
		}
	}
	return b.String()
}

// The fixtures name every person, body and place of a short article with all
// of its mentions: one that is missing and one too many both fail.
func TestFixtures(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			require.NoError(t, err)
			require.Len(t, archive.Files, 2)
			require.Equal(t, "article", archive.Files[0].Name)
			require.Equal(t, "entities", archive.Files[1].Name)
			text := string(archive.Files[0].Data)
			require.Equal(t, string(archive.Files[1].Data), shown(resolved(text), text), "%s", archive.Comment)
		})
	}
}

// checkLaws holds what is true of every resolution.
func checkLaws(t require.TestingT, text *lang.Text, quotations []quote.Quotation, r *Resolution) {
	require.Len(t, r.Of, len(text.Tokens))
	require.Len(t, r.Speakers, len(quotations))
	heads := map[int]int{}
	for n, e := range r.Entities {
		require.NotEmpty(t, e.Mentions)
		require.NotEmpty(t, e.Name)
		for k, m := range e.Mentions {
			require.True(t, 0 <= m.First && m.First <= m.Head && m.Head < m.End && m.End <= len(text.Tokens), "head in mention")
			require.True(t, 0 <= m.Span.Start && m.Span.Start < m.Span.End && m.Span.End <= len(text.Source), "span in text")
			require.True(t, m.Confidence >= 0 && m.Confidence <= 1, "confidence is a probability")
			require.Equal(t, m.Form == Pronoun, m.Class != NoClass)
			require.Equal(t, n, r.Of[m.Head])
			_, taken := heads[m.Head]
			require.False(t, taken, "a token heads one mention")
			heads[m.Head] = n
			require.True(t, k == 0 || e.Mentions[k-1].Head < m.Head, "mentions in text order")
		}
	}
	for i, e := range r.Of {
		if _, ok := heads[i]; !ok {
			require.Equal(t, -1, e)
		}
	}
	for _, s := range r.Speakers {
		require.True(t, s >= -1 && s < len(r.Entities))
	}
}

// sentences are pieces of news that the laws are tried on.
var sentences = []string{
	"Marta Holub, the head of the Rivers Agency, said on Monday that she would resign.",
	"“We did what we could,” Holub said. “It was not enough,” she added.",
	"President Edmund Vance thanked her for her work.",
	"Ms. Holub's brother, Jan Holub, works for Vance Motors in Leeds.",
	"The agency said it had written to the government.",
	"They left. He stayed.",
	"Sen. Nora Pryce, D-Ohio, and Rep. Paul Adeyemi (R-Texas) voted against it.",
	"The senator, who served as mayor, didn't answer.",
	"\"I don't know,\" said the 42-year-old, \"what they want from us.\"",
	"",
	"Protesters gathered outside the Ministry of Health (MoH), and the MoH closed its doors.",
}

func drawText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(sentences), 0, 12).Draw(t, "sentences"), rapid.SampledFrom([]string{" ", "\n", "\n\n"}).Draw(t, "between"))
}

// Resolving keeps the laws and gives the same twice.
func TestResolveLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, quotations := analysed(drawText(t))
		r := Resolve(text, quotations)
		checkLaws(t, text, quotations, r)
		require.Equal(t, r, Resolve(text, quotations))
	})
}

func FuzzResolve(f *testing.F) {
	for _, s := range sentences {
		f.Add(s)
	}
	f.Add("Mr. ’s of the (R-N.Y.) “he” and and His")
	f.Fuzz(func(t *testing.T, source string) {
		text, quotations := analysed(strings.ToValidUTF8(source, "�"))
		checkLaws(t, text, quotations, Resolve(text, quotations))
	})
}

// named are the groups of Link by article and name.
func namedGroups(articles []*Resolution, labels []string) []string {
	var groups []string
	for _, g := range Link(articles) {
		var members []string
		for _, m := range g {
			if e := articles[m.Article].Entities[m.Entity]; e.Named {
				members = append(members, labels[m.Article]+":"+e.Name)
			}
		}
		if len(members) > 0 {
			slices.Sort(members)
			groups = append(groups, strings.Join(members, " = "))
		}
	}
	slices.Sort(groups)
	return groups
}

func entity(typ Type, names ...string) Entity {
	return Entity{Type: typ, Name: names[0], Named: true, Names: names}
}

func TestLink(t *testing.T) {
	for _, row := range []struct {
		reason string
		a, b   Entity
		linked bool
	}{
		{"an accent left out", entity(Person, "Agnès Durand"), entity(Person, "Agnes Durand"), true},
		{"a surname alone", entity(Person, "Volodymyr Zelenskyy"), entity(Person, "Zelensky"), true},
		{"a short form", entity(Person, "Zack Moreno"), entity(Person, "Zachary Moreno"), true},
		{"an initial", entity(Person, "Michael G. Moreno"), entity(Person, "Michael Moreno"), true},
		{"two persons of one surname", entity(Person, "Bill Moreno"), entity(Person, "Hillary Moreno"), false},
		{"father and son", entity(Person, "Jesse Moreno Jr."), entity(Person, "Jesse Moreno Sr."), false},
		{"an acronym", entity(Organisation, "Federal Bureau of Investigation"), entity(Organisation, "F.B.I."), true},
		{"a company and its founder", entity(Organisation, "Moreno Motors"), entity(Person, "Moreno"), false},
		{"a country and a man", entity(Place, "Jordan"), entity(Person, "Jordan Moreno"), false},
		{"a transliteration", entity(Place, "Hasakeh"), entity(Place, "Hasaka"), true},
		{"two countries", entity(Place, "Niger"), entity(Place, "Nigeria"), false},
		{"two countries alike", entity(Place, "Slovakia"), entity(Place, "Slovenia"), false},
		{"a country's two names", entity(Place, "U.S."), entity(Place, "United States"), true},
		{"one name, taken for a person's and for a place's", entity(Person, "Marta Holub"), entity(Place, "Marta Holub"), true},
		{"a surname that was taken for a place's", entity(Person, "Marta Holub"), entity(Place, "Holub"), true},
		{"a surname that is a country's too", entity(Person, "Marta Jordan"), entity(Place, "Jordan"), false},
		{"an article before the surname's hyphen", entity(Person, "Sami al-Haddad"), entity(Place, "Sami al-Haddad"), true},
	} {
		groups := Link([]*Resolution{{Entities: []Entity{row.a}}, {Entities: []Entity{row.b}}})
		want := 2
		if row.linked {
			want = 1
		}
		require.Len(t, groups, want, "%s, %s: %s", row.a.Name, row.b.Name, row.reason)
	}
}

// A surname that two full names fit is left alone unless a title decides.
func TestLinkAmbiguousSurname(t *testing.T) {
	articles := []*Resolution{
		{Entities: []Entity{entity(Person, "Bill Moreno")}},
		{Entities: []Entity{entity(Person, "Hillary Moreno")}},
		{Entities: []Entity{entity(Person, "Moreno")}},
	}
	require.Len(t, Link(articles), 3)
	articles[1].Entities[0].Titles = []string{"Secretary of State"}
	articles[2].Entities[0].Titles = []string{"the secretary"}
	require.Equal(t, [][]Member{{{0, 0}}, {{1, 0}, {2, 0}}}, Link(articles))
}

// A surname alone is the one person's whom any of the articles names in full,
// though others have it alone too.
func TestLinkBareSurnames(t *testing.T) {
	articles := []*Resolution{
		{Entities: []Entity{entity(Person, "Moreno")}},
		{Entities: []Entity{entity(Person, "Bill Moreno")}},
		{Entities: []Entity{entity(Person, "Moreno")}},
		{Entities: []Entity{entity(Person, "Moreno")}},
	}
	require.Len(t, Link(articles), 1)
	require.Len(t, Link(slices.Delete(slices.Clone(articles), 1, 2)), 1, "none has a full name")
}

// Of two persons of one surname it is the one who stands in articles that share
// more with the one at hand.
func TestLinkByContext(t *testing.T) {
	articles := []*Resolution{
		{Entities: []Entity{entity(Person, "Bill Moreno"), entity(Person, "Nora Pryce"), entity(Organisation, "Rivers Agency")}},
		{Entities: []Entity{entity(Person, "Hillary Moreno")}},
		{Entities: []Entity{entity(Person, "Moreno"), entity(Person, "Nora Pryce"), entity(Organisation, "Rivers Agency")}},
	}
	require.Contains(t, Link(articles), []Member{{0, 0}, {2, 0}})
}

// Groups don't depend on the order of the articles, every entity stands in one
// group, and an article about others changes no group among the rest.
func TestLinkLaws(t *testing.T) {
	texts := []string{
		"Marta Holub, the head of the Rivers Agency, resigned on Monday. Holub said she was tired.",
		"The Rivers Agency's head, Marta Holub, resigned. President Edmund Vance thanked Ms. Holub.",
		"Holub leaves the Rivers Agency in Leeds. President Vance said he was sorry.",
		"M. Holub and Nora Pryce met Edmond Vance in Leeds.",
	}
	resolutions := make([]*Resolution, len(texts))
	for i, text := range texts {
		resolutions[i] = resolved(text)
	}
	labels := []string{"a", "b", "c", "d"}
	want := namedGroups(resolutions, labels)
	total := 0
	for _, g := range Link(resolutions) {
		total += len(g)
	}
	entities := 0
	for _, r := range resolutions {
		entities += len(r.Entities)
	}
	require.Equal(t, entities, total)
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation([]int{0, 1, 2, 3}).Draw(t, "order")
		var shuffled []*Resolution
		var names []string
		for _, i := range order {
			shuffled, names = append(shuffled, resolutions[i]), append(names, labels[i])
		}
		require.Equal(t, want, namedGroups(shuffled, names))
	})
	other := resolved("Chef Kim Laurent will close the restaurant Perche in Dorval. Laurent said that it was time.")
	var rest []string
	for _, g := range namedGroups(append(slices.Clone(resolutions), other), append(labels, "x")) {
		if !strings.Contains(g, "x:") {
			rest = append(rest, g)
		}
	}
	require.Equal(t, want, rest)
}

func TestParseWeightsErrors(t *testing.T) {
	for _, row := range []struct{ text, reason string }{
		{"he\tdistance\t0", "too few fields"},
		{"she\tdistance\t0\t1", "no such kind"},
		{"he\tlength\t0\t1", "no such question"},
		{"he\tdistance\t99\t1", "no such answer"},
		{"he\tdistance\t0\tmuch", "no number"},
	} {
		_, err := parseWeights("# head\n" + row.text + "\n")
		require.ErrorContains(t, err, "line 2", row.reason)
	}
}

func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat(strings.Join(sentences, "\n\n")+"\n\n", 5)
	t, quotations := analysed(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Resolve(t, quotations)
	}
}
