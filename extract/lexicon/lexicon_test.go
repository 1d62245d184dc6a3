package lexicon

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReportingWords(t *testing.T) {
	rows := []struct {
		verb   string
		want   Cue
		ok     bool
		reason string
	}{
		{"say", Cue{Say, Neutral, false}, true, "the plain one"},
		{"Say", Cue{Say, Neutral, false}, true, "case doesn't matter"},
		{"insist", Cue{Claim, Strong, false}, true, "strong claim"},
		{"deny", Cue{Deny, Strong, false}, true, "denial"},
		{"point out", Cue{Say, Neutral, true}, true, "with its particle, factive"},
		{"reveal", Cue{Show, Neutral, true}, true, "factive"},
		{"suspect", Cue{Think, Hedged, false}, true, "hedged belief"},
		{"vow", Cue{Promise, Strong, false}, true, "promise"},
		{"endorse", Cue{Support, Neutral, false}, true, "stance"},
		{"bombard", Cue{}, false, "an act"},
		{"", Cue{}, false, "nothing"},
	}
	for _, row := range rows {
		got, ok := ReportingVerb(row.verb)
		require.Equal(t, row.ok, ok, "%s: %s", row.verb, row.reason)
		require.Equal(t, row.want, got, "%s: %s", row.verb, row.reason)
	}
	noun, ok := ReportingNoun("allegation")
	require.True(t, ok)
	require.Equal(t, Cue{Claim, Neutral, false}, noun)
	_, ok = ReportingNoun("tractor")
	require.False(t, ok)
	require.Equal(t, "claim", Claim.String())
	require.Equal(t, "hedged", Hedged.String())
}

func TestModality(t *testing.T) {
	modal, ok := Modal("might")
	require.True(t, ok)
	require.Equal(t, Possible, modal)
	modal, ok = Modal("have to")
	require.True(t, ok)
	require.Equal(t, Necessary, modal)
	_, ok = Modal("have")
	require.False(t, ok, "an auxiliary, not a modal")

	hearsay, ok := Hedge("allegedly")
	require.True(t, ok)
	require.Equal(t, Hearsay, hearsay.Kind)
	possibly, _ := Hedge("possibly")
	probably, _ := Hedge("probably")
	require.Less(t, possibly.Certainty, probably.Certainty)
	_, ok = Hedge("certainly")
	require.False(t, ok, "the contrary of a hedge")

	rows := []struct {
		verb   string
		want   Signature
		ok     bool
		reason string
	}{
		{"manage", Signature{1, -1}, true, "two-way"},
		{"fail", Signature{-1, 1}, true, "two-way, reversed"},
		{"refuse", Signature{-1, 0}, true, "one-way"},
		{"force", Signature{1, 0}, true, "one-way"},
		{"hesitate", Signature{0, 1}, true, "only negated"},
		{"plan", Signature{0, 0}, true, "tells nothing, and is known to"},
		{"eat", Signature{}, false, "takes no complement"},
	}
	for _, row := range rows {
		got, ok := Implicative(row.verb)
		require.Equal(t, row.ok, ok, "%s: %s", row.verb, row.reason)
		require.Equal(t, row.want, got, "%s: %s", row.verb, row.reason)
	}
	require.True(t, Factive("regret"))
	require.False(t, Factive("believe"))
}

func TestNegation(t *testing.T) {
	rows := []struct {
		word   string
		want   Negator
		ok     bool
		reason string
	}{
		{"not", NegParticle, true, "particle"},
		{"n't", NegParticle, true, "its short form"},
		{"never", NegAdverb, true, "adverb"},
		{"without", NegPreposition, true, "preposition"},
		{"hardly", NegApproximate, true, "nearly negative"},
		{"refuse", NegVerb, true, "verb"},
		{"unable", NegAdjective, true, "adjective"},
		{"notice", 0, false, "begins like not"},
	}
	for _, row := range rows {
		got, ok := Negation(row.word)
		require.Equal(t, row.ok, ok, "%s: %s", row.word, row.reason)
		require.Equal(t, row.want, got, "%s: %s", row.word, row.reason)
	}
	require.True(t, Negates("lack", NegVerb))
	require.True(t, Negates("lack", NegNoun))
	require.False(t, Negates("lack", NegAdverb))
	require.False(t, Negates("tree", NegNoun))
}

func TestTitles(t *testing.T) {
	rows := []struct {
		form      string
		title     bool
		honorific Gender
		ok        bool
		reason    string
	}{
		{"Mr.", true, Masculine, true, "with its full stop"},
		{"Mr", true, Masculine, true, "without it"},
		{"Mrs.", true, Feminine, true, "feminine"},
		{"Dr.", true, Either, true, "either"},
		{"Queen", true, Feminine, true, "royal"},
		{"President", true, Unknown, false, "an office"},
		{"Lt. Gen.", true, Unknown, false, "a rank of two words"},
		{"Sen.", true, Unknown, false, "abbreviated"},
		{"PRIME MINISTER", true, Unknown, false, "in capitals"},
		{"Deputy Foreign Minister", true, Unknown, false, "with an adjective"},
		{"president-elect", true, Unknown, false, "elected"},
		{"ex-President", true, Unknown, false, "former"},
		{"Secretary-General", true, Unknown, false, "with a hyphen of its own"},
		{"former", false, Unknown, false, "an adjective alone"},
		{"Table", false, Unknown, false, "a thing"},
		{"", false, Unknown, false, "nothing"},
	}
	for _, row := range rows {
		require.Equal(t, row.title, Title(row.form), "%s: %s", row.form, row.reason)
		gender, ok := Honorific(row.form)
		require.Equal(t, row.ok, ok, "%s: %s", row.form, row.reason)
		require.Equal(t, row.honorific, gender, "%s: %s", row.form, row.reason)
	}
}

func TestPlaces(t *testing.T) {
	rows := []struct {
		find   func(string) (string, bool)
		form   string
		want   string
		reason string
	}{
		{Country, "United States", "United States", "its own name"},
		{Country, "the U.S.", "United States", "article and full stops"},
		{Country, "US", "United States", "acronym"},
		{Country, "us", "", "a pronoun"},
		{Country, "UKRAINE", "Ukraine", "in a headline"},
		{Country, "THE NETHERLANDS", "Netherlands", "in a headline, with the article"},
		{Country, "Côte d’Ivoire", "Ivory Coast", "curly apostrophe"},
		{Country, "Ukrainian", "", "a demonym"},
		{Demonym, "Ukrainian", "Ukraine", "adjective"},
		{Demonym, "Ukrainians", "Ukraine", "plural"},
		{Demonym, "AMERICANS", "United States", "plural in a headline"},
		{Demonym, "Dutch", "Netherlands", "irregular"},
		{Demonym, "Swiss", "Switzerland", "ends in s"},
		{Demonym, "Frenchwomen", "France", "irregular plural"},
		{Demonym, "Ukraine", "", "a country"},
		{Demonym, "s", "", "no stem"},
		{Capital, "Kiev", "Ukraine", "older spelling"},
		{Capital, "Moscow", "Russia", "capital"},
		{Capital, "Odessa", "", "another town"},
		{Seat, "the Kremlin", "Russia", "metonym"},
		{Seat, "Paris", "France", "a capital is a seat"},
		{Seat, "Louvre", "", "another building"},
		{USState, "Calif.", "California", "abbreviation of the press"},
		{USState, "N.Y.", "New York", "two full stops"},
		{USState, "TX", "Texas", "of the post"},
		{USState, "or", "", "a conjunction"},
		{USState, "Bavaria", "", "another country's"},
	}
	for _, row := range rows {
		got, ok := row.find(row.form)
		require.Equal(t, row.want, got, "%s: %s", row.form, row.reason)
		require.Equal(t, row.want != "", ok, "%s: %s", row.form, row.reason)
	}
}

func TestGivenNames(t *testing.T) {
	rows := []struct {
		form   string
		want   Gender
		ok     bool
		reason string
	}{
		{"John", Masculine, true, "English"},
		{"MARY", Feminine, true, "in capitals"},
		{"Leslie", Either, true, "both lists"},
		{"Olena", Feminine, true, "another language"},
		{"Jean-Luc", Masculine, true, "double name"},
		{"Mary-Beth", Feminine, true, "double name by its first part"},
		{"will", Unknown, false, "a verb"},
		{"Table", Unknown, false, "a thing"},
		{"", Unknown, false, "nothing"},
	}
	for _, row := range rows {
		got, ok := GivenName(row.form)
		require.Equal(t, row.ok, ok, "%s: %s", row.form, row.reason)
		require.Equal(t, row.want, got, "%s: %s", row.form, row.reason)
	}
}

func TestPersonGroupAndPlaceNouns(t *testing.T) {
	rows := []struct {
		noun                 string
		person, group, place bool
		gender               Gender
		reason               string
	}{
		{"activist", true, false, false, Unknown, "person by WordNet"},
		{"spokeswoman", true, false, false, Feminine, "ending"},
		{"batwoman", true, false, false, Feminine, "ending of a word that isn't known"},
		{"airman", true, false, false, Masculine, "ending"},
		{"german", true, false, false, Unknown, "looks like the ending"},
		{"human", true, false, false, Unknown, "looks like the ending"},
		{"talisman", false, false, false, Unknown, "looks like the ending"},
		{"queen", true, false, false, Feminine, "by the list"},
		{"goalkeeper", true, false, false, Unknown, "sport"},
		{"committee", false, true, false, Unknown, "body"},
		{"watchdog", false, true, false, Unknown, "not the animal"},
		{"politburo", false, true, false, Unknown, "body by WordNet"},
		{"herd", false, false, false, Unknown, "a group of animals"},
		{"series", false, false, false, Unknown, "a group of things"},
		{"village", false, true, true, Unknown, "place and its people"},
		{"lighthouse", false, false, true, Unknown, "structure"},
		{"valley", false, false, true, Unknown, "land"},
		{"missile", false, false, false, Unknown, "thing"},
		{"run", false, false, false, Unknown, "act"},
		{"zzz", false, false, false, Unknown, "no word"},
		{"", false, false, false, Unknown, "nothing"},
	}
	for _, row := range rows {
		gender, person := PersonNoun(row.noun)
		require.Equal(t, row.person, person, "%s: %s", row.noun, row.reason)
		require.Equal(t, row.gender, gender, "%s: %s", row.noun, row.reason)
		require.Equal(t, row.group, GroupNoun(row.noun), "%s: %s", row.noun, row.reason)
		require.Equal(t, row.place, PlaceNoun(row.noun), "%s: %s", row.noun, row.reason)
	}
}

func TestStopwordsAndFrequency(t *testing.T) {
	for _, word := range []string{"the", "The", "of", "they", "must", "although", "n't"} {
		require.True(t, Stopword(word), word)
	}
	for _, word := range []string{"war", "say", "seven", "thereafterward", ""} {
		require.False(t, Stopword(word), word)
	}
	common := []string{"the", "say", "war", "ammunition", "zzyzx"}
	for i := range common[1:] {
		require.Greater(t, Frequency(common[i]), Frequency(common[i+1]), common[i])
	}
	require.Equal(t, Frequency("zzyzx"), Frequency("qqqq"), "unseen words are alike")
	require.InDelta(t, 4.7, Frequency("the"), 0.2)
}
