package lexicon

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestRelate(t *testing.T) {
	for _, row := range []struct {
		a, b   string
		how    How
		by     Resource
		reason string
	}{
		{"attack", "Attack", SameLemma, NoResource, "case doesn't matter"},
		{"attack", "assault", Synonym, WordNet, "a common sense"},
		{"airstrike", "air raid", Similar, Listed, "listed"},
		{"resign", "resignation", Derivative, WordNet, "verb and noun"},
		{"expulsion", "oust", Derivative, WordNet, "a synonym of the verb"},
		{"ferry", "boat", Narrower, WordNet, "one step up"},
		{"boat", "ferry", Broader, WordNet, "one step down"},
		{"car", "truck", Sibling, WordNet, "both are motor vehicles"},
		{"police", "officer", Similar, Paraphrases, "a strong paraphrase"},
		{"rise", "fall", Contrary, Listed, "not at one time"},
		{"open", "close", Opposite, Listed, "they undo each other"},
		{"damp", "dry", Opposite, WordNet, "not in the list"},
		{"banana", "parliament", Unrelated, NoResource, "nothing in common"},
		{"zzyzx", "parliament", Unrelated, NoResource, "no word"},
		{"Ukraine", "Ukrainian", Derivative, Countries, "a country and its people"},
		{"United States", "America", Synonym, Countries, "two names of a country"},
		{"Ukraine", "Russian", Unrelated, NoResource, "another people"},
	} {
		r := Relate(row.a, row.b)
		require.Equal(t, row.how.String()+" by "+row.by.String(), r.How.String()+" by "+r.By.String(), "%s %s: %s", row.a, row.b, row.reason)
		require.Equal(t, Similarity(row.a, row.b), r.Similarity)
		require.Equal(t, row.how.Mirror(), Relate(row.b, row.a).How, "%s %s", row.b, row.a)
	}
}

func TestVariants(t *testing.T) {
	for _, row := range []struct {
		a, b    string
		variant bool
		reason  string
	}{
		{"colour", "color", true, "-our"},
		{"favourite", "favorite", true, "-our and an ending"},
		{"neighbourhood", "neighborhood", true, "-our and an ending"},
		{"organise", "organize", true, "-ise"},
		{"organisation", "organization", true, "-isation"},
		{"analyse", "analyze", true, "-yse"},
		{"traveller", "traveler", true, "a doubled l"},
		{"travelled", "traveled", true, "a doubled l"},
		{"catalogue", "catalog", true, "-ogue"},
		{"defence", "defense", true, "-ence"},
		{"licence", "license", true, "-ence"},
		{"paediatric", "pediatric", true, "ae"},
		{"leukaemia", "leukemia", true, "ae"},
		{"oestrogen", "estrogen", true, "oe"},
		{"manoeuvre", "maneuver", true, "by the list"},
		{"grey", "gray", true, "by the list"},
		{"programme", "program", true, "by the list"},
		{"theatre", "theater", true, "by the list"},
		{"plough", "plow", true, "by the list"},
		{"per cent", "percent", true, "by the list"},
		{"e-mail", "email", true, "a hyphen"},
		{"co-operate", "cooperate", true, "a hyphen"},
		{"café", "cafe", true, "a diacritic"},
		{"fourth", "forth", false, "two words"},
		{"mourn", "morn", false, "two words"},
		{"hour", "hor", false, "a short word"},
		{"prise", "prize", false, "two words"},
		{"filling", "filing", false, "two words"},
		{"planed", "planned", false, "two words"},
		{"timbre", "timber", false, "two words"},
		{"re-sign", "resign", false, "two words"},
		{"sources", "sorces", false, "no ending of the rule"},
		{"Michael", "Michel", false, "two names"},
		{"tense", "tens", false, "two words"},
	} {
		for range 2 {
			require.Equal(t, row.variant, Relate(row.a, row.b).How == Variant, "%s %s: %s", row.a, row.b, row.reason)
			row.a, row.b = row.b, row.a
		}
	}
	all := []*Lemma{NewLemma("colour"), NewLemma("flat"), NewLemma("color")}
	require.Equal(t, []int{2}, NewLemmas(all).Similar(0)[:1], "spellings are looked for")
}

func TestRelateLaws(t *testing.T) {
	word := rapid.OneOf(rapid.SampledFrom(sampleOfWords()), rapid.SampledFrom([]string{"colour", "color", "Ukraine", "Russian", "rise", "fall", "open", "close", "zzyzx", "", "e-mail"}))
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		there, back := Relate(a, b), Relate(b, a)
		require.Equal(t, there.How, back.How.Mirror(), "%s %s", a, b)
		require.Equal(t, there.By, back.By)
		require.Equal(t, there.Similarity, back.Similarity)
		require.Equal(t, SameLemma, Relate(a, a).How)
		require.Equal(t, there.Similarity == 1, there.How == SameLemma || there.How == Variant)
		if there.How >= Contrary {
			require.Less(t, there.Similarity, 0.99)
		}
		require.Equal(t, there.How, NewLemma(a).Relate(NewLemma(b)).How)
	})
}

// sampleOfWords are some hundred words of the dictionary.
func sampleOfWords() []string {
	w := dictionaryOfWordNet()
	var words []string
	n := 0
	w.words.each(func(id uint32, _ string) {
		if n++; n%700 == 0 {
			word, _ := w.words.word(id)
			words = append(words, word)
		}
	})
	return words
}
