package revision_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare"
	"xref/compare/revision"
	"xref/extract"
	"xref/extract/read"
	"xref/seeds"
)

// document analyses a version: a title, a blank line and the body.
func document(t require.TestingT, title, body string) *extract.Document {
	a, _, err := read.Bytes("article.txt", []byte("---\ntitle: "+title+"\ndate: 2024-05-02\n---\n\n"+body+"\n"))
	require.NoError(t, err)
	return extract.Analyse(a)
}

// told is a change in one line: the differing words, or the whole passage where
// there are none.
func told(old, new *extract.Document, c revision.Change) string {
	side := func(d *extract.Document, p revision.Passage) string {
		var words []string
		for _, m := range p.Marks {
			words = append(words, m.In(d.Article.Text))
		}
		if len(words) == 0 && c.What != revision.Changed && c.What != revision.Quote {
			words = append(words, p.Span.In(d.Article.Text))
		}
		return strings.Join(words, " / ")
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %s: %s > %s", c.What, c.Kind, c.Verdict, side(old, c.Old), side(new, c.New)))
}

const opening = "The ferry Aurora ran aground near Skagen harbour on Tuesday morning, the coast guard said."

func TestCompare(t *testing.T) {
	for _, row := range []struct {
		reason, old, new string
		want             []string
	}{
		{"nothing changed", opening, opening, nil},
		{"line ends and spaces", opening + "\n\nNobody was hurt.", opening + "  Nobody was\nhurt.", nil},
		{"the shape of marks and apostrophes", "\"We did all we could,\" the ship's captain said.", "“We did all we could,” the ship’s captain said.", nil},
		{"a moved paragraph", opening + "\n\nNobody on board was hurt in the accident.", "Nobody on board was hurt in the accident.\n\n" + opening, []string{"moved fact : Nobody on board was hurt in the accident. > Nobody on board was hurt in the accident."}},
		{"a new paragraph before the others moves none", opening + "\n\nNobody on board was hurt in the accident.", "Divers searched the hull until nightfall.\n\n" + opening + "\n\nNobody on board was hurt in the accident.", []string{"added fact :  > Divers searched the hull until nightfall."}},
		{"sentences that move together", "The harbour is closed to all ships. Divers searched the hull until nightfall.\n\n" + opening + "\n\nMayor Ida Holm visited the wreck.\n\nTugs pulled the bow free.", opening + "\n\nMayor Ida Holm visited the wreck.\n\nTugs pulled the bow free.\n\nThe harbour is closed to all ships. Divers searched the hull until nightfall.", []string{"moved fact : The harbour is closed to all ships. Divers searched the hull until nightfall. > The harbour is closed to all ships. Divers searched the hull until nightfall."}},
		{"an article more or less", "The captain blamed strong winds for the accident.", "The captain blamed the strong winds for the accident.", nil},
		{"a sign read out", "Repairs will cost 20% of the yearly budget.", "Repairs will cost 20 percent of the yearly budget.", nil},
		{"thousands with and without comma", "The ferry carries 1,200 passengers a day.", "The ferry carries 1200 passengers a day.", nil},
		{"a corrected number", "The ferry had 48 passengers on board.", "The ferry had 52 passengers on board.", []string{"changed number conflict: 48 > 52"}},
		{"a bound", "The ferry had 48 passengers on board.", "The ferry had at least 48 passengers on board.", []string{"changed quantifier differ:  > at least"}},
		{"another number with the same bound", "The ferry had at least 48 passengers on board.", "The ferry had at least 52 passengers on board.", []string{"changed number differ: 48 > 52"}},
		{"words that moved within a sentence", "On Tuesday evening the council closed the harbour.", "The council closed the harbour on Tuesday evening.", nil},
		{"a sentence rewritten in place", opening + " The Danish captain steered the ship past the narrow pier.", opening + " The Swedish captain steered the ship past the famous pier.", []string{"changed scope differ: Danish / narrow > Swedish / famous"}},
		{"a sentence moved and rewritten", opening + "\n\nThe ferry had 48 passengers on board.", "The ferry had 52 passengers on board.\n\n" + opening, []string{"changed number conflict: 48 > 52"}},
		{"the same value in another unit", "The ferry drifted for 2 hours before tugs arrived.", "The ferry drifted for 120 minutes before tugs arrived.", nil},
		{"a condition", "The owner will close the line.", "The owner will close the line if the strike goes on.", []string{"changed modality differ:  > if the strike goes on"}},
		{"only", "The crew freed two sailors from the wreck.", "The crew freed only two sailors from the wreck.", []string{"changed scope differ:  > only"}},
		{"another place", "The ferry sank near Skagen on Tuesday.", "The ferry sank near Aalborg on Tuesday.", []string{"changed scope differ: Skagen > Aalborg"}},
		{"another word for it", "The owner purchased the line in 2019.", "The owner bought the line in 2019.", []string{"changed framing differ: purchased > bought"}},
		{"a pronoun", "Ida Holm said she would resign.", "Ida Holm said he would resign.", []string{"changed pronoun conflict: she > he"}},
		{"a corrected day", "The council will meet on Tuesday evening in Skagen.", "The council will meet on Wednesday evening in Skagen.", []string{"changed date conflict: Tuesday > Wednesday"}},
		{"a denial", "The captain was drunk, the police said.", "The captain was not drunk, the police said.", []string{"changed negation conflict:  > not"}},
		{"hedged", "The leak caused the accident, the report says.", "The leak may have caused the accident, the report says.", []string{"changed modality differ:  > may have"}},
		{"altered words in a quotation", "“We were left alone with this wreck,” said Mayor Ida Holm.", "“We were left alone with this problem,” said Mayor Ida Holm.", []string{"quote quote differ: wreck > problem"}},
		{"words put between quotation marks", "Mayor Ida Holm said the town was left alone with this wreck.", "Mayor Ida Holm said the town was “left alone with this wreck.”", []string{"quote quote differ: left alone with this wreck > left alone with this wreck"}},
		{"another spelling of a name", "Mayor Ida Holm praised the crew of the ferry.", "Mayor Ida Holmes praised the crew of the ferry.", []string{"changed name differ: Holm > Holmes"}},
		{"another source", opening, strings.Replace(opening, "the coast guard said", "the harbour master said", 1), []string{"changed attribution differ: coast guard > harbour master"}},
		{"a new sentence", opening, opening + " Divers found a crack in the hull on Thursday.", []string{"added fact :  > Divers found a crack in the hull on Thursday."}},
		{"a sentence gone", opening + " Divers found a crack in the hull on Thursday.", opening, []string{"gone fact : Divers found a crack in the hull on Thursday. >"}},
		{"a clause more", "The owner closed the line.", "The owner closed the line after inspectors found rust in both engines.", []string{"added fact :  > after inspectors found rust in both engines"}},
		{"a sentence cut in two", "The owner closed the line and the engineers left the island.", "The owner closed the line. The engineers left the island.", nil},
	} {
		t.Run(row.reason, func(t *testing.T) {
			old, new := document(t, "Ferry runs aground", row.old), document(t, "Ferry runs aground", row.new)
			var got []string
			for _, c := range revision.Compare(old, new, compare.Options{}) {
				got = append(got, told(old, new, c))
			}
			assert.Equal(t, row.want, got)
		})
	}
}

func TestHeadlines(t *testing.T) {
	for _, row := range []struct {
		reason, old, new string
		want             []string
	}{
		{"the same", "Ferry runs aground", "Ferry runs aground", nil},
		{"letter case", "Ferry Runs Aground", "Ferry runs aground", nil},
		{"another number", "12 hurt as ferry runs aground", "15 hurt as ferry runs aground", []string{"headline number conflict: 12 > 15"}},
		{"more", "Ferry runs aground", "Ferry runs aground, captain arrested", []string{"headline fact differ: Ferry runs aground > captain arrested"}},
	} {
		old, new := document(t, row.old, opening), document(t, row.new, opening)
		var got []string
		for _, c := range revision.Compare(old, new, compare.Options{}) {
			got = append(got, told(old, new, c))
		}
		require.Equal(t, row.want, got, row.reason)
	}
}

// The changes come in the order of the new version, the headline first.
func TestOrder(t *testing.T) {
	old := document(t, "Ferry aground", "The harbour is closed to all ships.\n\nThe ferry had 48 passengers on board.\n\nMayor Ida Holm visited the wreck.")
	new := document(t, "Ferry sinks", "The ferry had 52 passengers on board.\n\nDivers searched the hull until nightfall.\n\nMayor Ida Holm visited the wreck.")
	var got []revision.What
	for _, c := range revision.Compare(old, new, compare.Options{}) {
		got = append(got, c.What)
	}
	require.Equal(t, []revision.What{revision.Headline, revision.Gone, revision.Changed, revision.Added}, got)
}

// Turning the versions round turns the changes round: what is added is gone, and
// what is changed is changed back.
func TestTurningRoundTurnsChangesRound(t *testing.T) {
	var bodies []string
	names, err := fs.Glob(seeds.Files, "*.txt")
	require.NoError(t, err)
	for _, n := range names {
		data, err := fs.ReadFile(seeds.Files, n)
		require.NoError(t, err)
		_, body, ok := strings.Cut(string(data), "\n---\n")
		require.True(t, ok)
		bodies = append(bodies, body)
	}
	require.NotEmpty(t, bodies)
	rapid.Check(t, func(t *rapid.T) {
		paragraphs := strings.Split(strings.TrimSpace(rapid.SampledFrom(bodies).Draw(t, "article")), "\n\n")
		kept := func(label string) string {
			var out []string
			for i, p := range paragraphs {
				if i == 0 || rapid.Bool().Draw(t, label) {
					out = append(out, p)
				}
			}
			return strings.Join(out, "\n\n")
		}
		old, new := document(t, "Title", kept("old")), document(t, "Title", kept("new"))
		require.Empty(t, revision.Compare(old, old, compare.Options{}))
		count := func(a, b *extract.Document) map[revision.What]int {
			n := map[revision.What]int{}
			for _, c := range revision.Compare(a, b, compare.Options{}) {
				n[c.What]++
				for _, p := range []struct {
					d *extract.Document
					p revision.Passage
				}{{a, c.Old}, {b, c.New}} {
					for _, m := range p.p.Marks {
						require.True(t, p.p.Span.Contains(m))
						require.LessOrEqual(t, m.End, len(p.d.Article.Text))
					}
				}
			}
			return n
		}
		there, back := count(old, new), count(new, old)
		require.Equal(t, there[revision.Added], back[revision.Gone])
		require.Equal(t, there[revision.Gone], back[revision.Added])
		require.Equal(t, there[revision.Changed]+there[revision.Quote] > 0, back[revision.Changed]+back[revision.Quote] > 0)
	})
}
