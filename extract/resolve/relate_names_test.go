package resolve

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestRelateNames(t *testing.T) {
	for _, row := range []struct {
		a, b   string
		typ    Type
		want   NameFit
		reason string
	}{
		{"Ada Lorrimer", "Ada Lorrimer", Person, SameName, "the same"},
		{"Lorrimer", "Lorrimer's", Person, SameName, "a possessive ending"},
		{"U.S.", "US", Place, SameName, "points"},
		{"al-Qaida", "al Qaida", Organisation, SameName, "a hyphen"},
		{"the Harbour Board", "Harbour Board", Organisation, SameName, "an article"},
		{"President Ada Lorrimer", "Ada Lorrimer", Person, Titled, "an office"},
		{"Mrs. Lorrimer", "Lorrimer", Person, Titled, "a form of address"},
		{"Lorrimer", "Ada Lorrimer", Person, ShorterForm, "a surname"},
		{"Ada Lorrimer", "Ada Maria Lorrimer", Person, ShorterForm, "a name in the middle"},
		{"Mr. Lorrimer", "Ada Lorrimer", Person, ShorterForm, "a surname with a form of address"},
		{"Harbour Board", "Harbour Board of Velm", Organisation, ShorterForm, "a body without its place"},
		{"A. Lorrimer", "Ada Lorrimer", Person, Initials, "an initial"},
		{"Ada M. Lorrimer", "Ada Maria Lorrimer", Person, Initials, "an initial in the middle"},
		{"the United Nations", "UN", Organisation, Initials, "an acronym"},
		{"International Committee of the Red Cross", "ICRC", Organisation, Initials, "an acronym without linking words"},
		{"Zelensky", "Zelenskyy", Person, Respelt, "transliteration"},
		{"Zelensky", "Volodymyr Zelenskyy", Person, Respelt, "a surname in another spelling"},
		{"José Marín", "Jose Marin", Person, Respelt, "diacritics, in both words"},
		{"Catherine Velm", "Katherine Velm", Person, Respelt, "a given name in another spelling"},
		{"Kiev", "Kyiv", Place, Respelt, "most letters"},
		{"al Qaeda", "al Qaida", Organisation, Respelt, "one word of two"},
		{"Jim Lorrimer", "James Lorrimer", Person, Nickname, "a short form"},
		{"Bill Lorrimer", "William T. Lorrimer", Person, Nickname, "and a name in the middle"},
		{"Ada Lorrimer", "Petra Lorrimer", Person, OtherName, "another given name"},
		{"A. Lorrimer", "Petra Lorrimer", Person, OtherName, "another initial"},
		{"Burma", "Myanmar", Place, OtherName, "another word"},
		{"Harbour Board", "Port Authority", Organisation, OtherName, "other words"},
		{"North Velm", "South Velm", Place, OtherName, "few letters in common"},
		{"the Wolf", "the Wolfs", Organisation, OtherName, "a plural"},
		{"", "Velm", Place, OtherName, "nothing"},
	} {
		require.Equal(t, row.want.String(), RelateNames(row.a, row.b, row.typ).String(), "%s, %s: %s", row.a, row.b, row.reason)
		require.Equal(t, row.want.String(), RelateNames(row.b, row.a, row.typ).String(), "%s, %s: %s", row.b, row.a, row.reason)
	}
}

func TestRelateNamesLaws(t *testing.T) {
	word := rapid.SampledFrom([]string{"Ada", "Jim", "James", "J.", "M.", "Lorrimer", "Lorimer", "Zelensky", "Zelenskyy", "al-Qaida", "UN", "United", "Nations", "of", "the", "President", "Mr.", "Émile", "Velm's", "-", ""})
	name := rapid.Custom(func(t *rapid.T) string {
		text := ""
		for _, w := range rapid.SliceOfN(word, 0, 4).Draw(t, "words") {
			text += w + " "
		}
		return text
	})
	types := rapid.SampledFrom([]Type{Person, Organisation, Place, Other})
	rapid.Check(t, func(t *rapid.T) {
		a, b, typ := name.Draw(t, "a"), name.Draw(t, "b"), types.Draw(t, "type")
		require.Equal(t, RelateNames(a, b, typ).String(), RelateNames(b, a, typ).String())
		require.Equal(t, SameName.String(), RelateNames(a, a, typ).String())
	})
}
