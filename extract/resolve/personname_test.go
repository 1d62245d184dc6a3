package resolve

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestComparePersons(t *testing.T) {
	for _, row := range []struct {
		a, b   string
		want   kinship
		reason string
	}{
		{"Marta Holub", "Marta Holub", bySelf, "one name"},
		{"Ms. Holub", "Marta Holub", bySurname, "surname with an honorific"},
		{"Agnès Durand", "Agnes Durand", bySelf, "an accent left out"},
		{"Joe Lorrimer", "Joseph I. Lorrimer", bySelf, "a short form and an initial"},
		{"Dick Lorrimer", "Richard J. Lorrimer", bySelf, "a short form that rhymes"},
		{"Bill Lorrimer", "Hillary Lorrimer", strangers, "two given names, one surname"},
		{"James Lorrimer", "John Lorrimer", strangers, "two given names, one surname"},
		{"Jesse Lorrimer Jr.", "Jesse Lorrimer Sr.", strangers, "son and father"},
		{"Jesse Lorrimer Jr.", "Jesse L. Lorrimer Jr.", bySelf, "an initial left out"},
		{"Michael G. Lorrimer", "Michael S. Lorrimer", strangers, "middle initials that differ"},
		{"Hillary Rodd Lorrimer", "Hillary Lorrimer", bySelf, "a middle name left out"},
		{"Bashar al-Assad", "Bashar al Assad", bySelf, "a particle joined or not"},
		{"Assad", "Bashar al-Assad", bySurname, "a particle left out"},
		{"Abdel Rahman", "Rami Abdel Rahman", bySurname, "a surname of two words"},
		{"Volodymyr Zelenskyy", "Volodymyr Zelensky", bySelf, "a transliteration"},
		{"Hutchison", "Asa Hutchinson", byVariant, "a slip of the pen"},
		{"Oksana", "Oksana Lorrimer", byGivenName, "the given name alone"},
		{"Ann Johnson", "Ann Johnston", bySelf, "one letter, the same given name"},
		{"Ann Johnson", "Peter Johnston", strangers, "one letter, two given names"},
		{"President Lorrimer", "Lorrimer", bySelf, "a title that is no name"},
	} {
		require.Equal(t, row.want, comparePersons(parsePerson(row.a), parsePerson(row.b)), "%s, %s: %s", row.a, row.b, row.reason)
		require.Equal(t, row.want, comparePersons(parsePerson(row.b), parsePerson(row.a)), "%s, %s: %s", row.b, row.a, row.reason)
	}
}

func TestSameBody(t *testing.T) {
	for _, row := range []struct {
		a, b      string
		typ       Type
		ok, short bool
		reason    string
	}{
		{"F.B.I.", "FBI", Organisation, true, false, "full stops"},
		{"the United Nations", "UN", Organisation, true, false, "initials"},
		{"International Committee of the Red Cross", "ICRC", Organisation, true, false, "initials without linking words"},
		{"Amnesty", "Amnesty International", Organisation, true, true, "a general last word left off"},
		{"the Observatory", "Syrian Observatory for Human Rights", Organisation, true, true, "the head alone"},
		{"Senate", "Senate Intelligence Committee", Organisation, false, false, "a body and a body of its"},
		{"Ukraine", "Ukraine Foreign Ministry", Organisation, false, false, "a country and a body of its"},
		{"House", "White House", Organisation, false, false, "a chamber and a residence"},
		{"Group", "Harlow Consulting Group", Organisation, false, false, "any group"},
		{"U.S.", "United States", Place, true, false, "a country's two names"},
		{"Rashidin", "Rashideen", Place, true, false, "a transliteration"},
		{"Iran", "Iraq", Place, false, false, "two countries"},
		{"York", "New York", Place, false, false, "two cities"},
		{"Harlow Motors", "Harlow Foods", Organisation, false, false, "two companies of one founder"},
	} {
		ok, short := sameBody(parseBody(row.a), parseBody(row.b), row.typ)
		require.Equal(t, [2]bool{row.ok, row.short}, [2]bool{ok, short}, "%s, %s: %s", row.a, row.b, row.reason)
	}
}

func TestNicknames(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want bool
	}{
		{"joe", "joseph", true}, {"dick", "richard", true}, {"bill", "william", true}, {"bill", "will", true}, {"zack", "zachary", true}, {"jim", "james", true},
		{"j", "james", true}, {"bill", "hillary", false}, {"mark", "mary", false}, {"", "mary", false},
	} {
		require.Equal(t, row.want, sameGivenName(row.a, row.b), "%s, %s", row.a, row.b)
	}
}
