package lexicon

import (
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestKnownAndBaseForm(t *testing.T) {
	require.True(t, Known("bombing", Noun))
	require.True(t, Known("carry out", Verb))
	require.True(t, Known("Prime Minister", Noun), "case doesn't matter")
	require.False(t, Known("bombing", Adverb))
	require.False(t, Known("zzyzx", Noun))
	require.False(t, Known("", Noun))

	base, ok := BaseForm("went", Verb)
	require.True(t, ok)
	require.Equal(t, "go", base)
	base, ok = BaseForm("children", Noun)
	require.True(t, ok)
	require.Equal(t, "child", base)
	_, ok = BaseForm("went", Noun)
	require.False(t, ok, "no noun")
	_, ok = BaseForm("walked", Verb)
	require.False(t, ok, "regular")
}

func TestRelations(t *testing.T) {
	rows := []struct {
		a, b                        string
		synonyms, antonyms, derived bool
		reason                      string
	}{
		{"say", "tell", true, false, false, "verbs"},
		{"attack", "assault", true, false, false, "nouns and verbs"},
		{"airstrike", "air raid", true, false, false, "by the list"},
		{"resign", "resignation", false, false, true, "verb and noun"},
		{"killing", "killer", false, false, true, "through the verb"},
		{"russian", "russia", false, false, true, "pertaining to"},
		{"rise", "fall", false, true, false, "direct"},
		{"damp", "dry", false, true, false, "similar to wet"},
		{"acceptance", "reject", false, true, false, "through derivation"},
		{"acquit", "condemn", false, true, false, "by the list"},
		{"dog", "cat", false, false, false, "siblings"},
		{"have", "person", false, false, false, "a sense that the verb hides"},
		{"attack", "attack", false, false, false, "the same word"},
		{"attack", "zzyzx", false, false, false, "no word"},
	}
	for _, row := range rows {
		for range 2 {
			require.Equal(t, row.synonyms, Synonyms(row.a, row.b), "synonyms %s %s: %s", row.a, row.b, row.reason)
			require.Equal(t, row.antonyms, Antonyms(row.a, row.b), "antonyms %s %s: %s", row.a, row.b, row.reason)
			require.Equal(t, row.derived, Derived(row.a, row.b), "derived %s %s: %s", row.a, row.b, row.reason)
			row.a, row.b = row.b, row.a
		}
	}
}

func TestHypernym(t *testing.T) {
	rows := []struct {
		a, b   string
		pos    POS
		want   bool
		reason string
	}{
		{"car", "vehicle", Noun, true, "above"},
		{"vehicle", "car", Noun, false, "below"},
		{"car", "motor vehicle", Noun, true, "one step"},
		{"car", "entity", Noun, false, "too far"},
		{"murder", "kill", Verb, true, "verbs"},
		{"murder", "kill", Adjective, false, "no adjectives"},
		{"car", "car", Noun, false, "itself"},
	}
	for _, row := range rows {
		require.Equal(t, row.want, Hypernym(row.a, row.b, row.pos), "%s %s: %s", row.a, row.b, row.reason)
	}
}

func TestEventNouns(t *testing.T) {
	for _, row := range []struct {
		lemma          string
		event, chiefly bool
		reason         string
	}{
		{"arrest", true, true, "an act by its first sense"},
		{"election", true, true, "an act by its first sense"},
		{"resignation", true, false, "an act of speech by one of its senses"},
		{"withdrawal", true, false, "an act by a frequent sense that isn't the first"},
		{"job", true, false, "an occupation isn't what happens, a task is"},
		{"director", false, false, "a person"},
		{"week", false, false, "a time"},
		{"zzyzx", false, false, "unknown"},
	} {
		event, chiefly := EventNoun(row.lemma)
		require.Equal(t, [2]bool{row.event, row.chiefly}, [2]bool{event, chiefly}, "%s: %s", row.lemma, row.reason)
	}
}

func TestSupersenses(t *testing.T) {
	require.Equal(t, NounPerson, SupersenseOf("soldier", Noun))
	require.Equal(t, VerbCommunication, SupersenseOf("announce", Verb))
	require.Equal(t, NounTime, SupersenseOf("week", Noun))
	require.Equal(t, NoSupersense, SupersenseOf("week", Verb))
	require.Equal(t, NoSupersense, SupersenseOf("zzyzx", Noun))
	require.True(t, CanBe("school", NounGroup))
	require.True(t, CanBe("school", NounArtifact))
	require.False(t, CanBe("school", NounFood))
	require.False(t, CanBe("head", NounFood))
	require.Equal(t, "noun.person", NounPerson.String())
}

func TestSimilarityOrdersRelations(t *testing.T) {
	descending := []struct{ a, b, relation string }{
		{"attack", "attack", "the same"},
		{"attack", "assault", "synonyms"},
		{"invade", "invasion", "derivation"},
		{"killing", "murder", "synonym of a derivation, or of a rarer sense"},
		{"car", "vehicle", "above, or a paraphrase"},
		{"win", "lose", "opposites"},
		{"banana", "parliament", "unrelated"},
	}
	for i := range descending[1:] {
		x, y := descending[i], descending[i+1]
		require.Greater(t, Similarity(x.a, x.b), Similarity(y.a, y.b), "%s, then %s", x.relation, y.relation)
	}
	require.Zero(t, Similarity("banana", "parliament"))
	require.Zero(t, Similarity("zzyzx", "parliament"))
	require.Equal(t, 1.0, Similarity("zzyzx", "Zzyzx"))
}

func TestParaphrase(t *testing.T) {
	require.True(t, Paraphrase("soldier", "troop"))
	require.False(t, Paraphrase("soldier", "banana"))
}

// near lists the words that are near a lemma, each once.
func near(lemma string) []string {
	var words []string
	x := NewLemma(lemma)
	add := func(word string) {
		if word != x.text && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	x.near(add, func(id uint32) {
		word, _ := dictionaryOfWordNet().words.word(id)
		add(word)
	})
	return words
}

func TestNear(t *testing.T) {
	words := near("kill")
	require.Contains(t, words, "murder")
	require.Contains(t, words, "killing")
	require.Equal(t, words, near("KILL"))
	require.Empty(t, near("zzyzx"))
}

func TestSimilar(t *testing.T) {
	lemmas := NewLemmas([]*Lemma{NewLemma("kill"), nil, NewLemma("banana"), NewLemma("murder"), NewLemma("zzyzx"), NewLemma("killing"), NewLemma("KILLER")})
	require.ElementsMatch(t, []int{3, 5}, lemmas.Similar(0))
	require.Contains(t, lemmas.Similar(3), 0)
	require.Empty(t, lemmas.Similar(2))
	require.Empty(t, lemmas.Similar(4))
}

func TestConcurrentUse(t *testing.T) {
	var all sync.WaitGroup
	results := make([]float64, 8)
	for i := range results {
		all.Go(func() {
			results[i] = Similarity("killing", "murder") + Frequency("war") + float64(len(near("shell")))
		})
	}
	all.Wait()
	for _, result := range results {
		require.Equal(t, results[0], result)
	}
}

// Every relation is symmetrical, and similarity stays within its bounds, for
// any two words of the dictionary.
func TestLawsOfRelations(t *testing.T) {
	w := dictionaryOfWordNet()
	words := uint32(len(w.words.starts) * blockWords)
	rapid.Check(t, func(t *rapid.T) {
		a, _ := w.words.word(rapid.Uint32Range(0, words-blockWords).Draw(t, "a"))
		b := rapid.SampledFrom(append(near(a), a)).Draw(t, "b")
		sim := Similarity(a, b)
		require.Equal(t, sim, NewLemma(a).Similarity(NewLemma(b)))
		require.GreaterOrEqual(t, sim, 0.0)
		require.LessOrEqual(t, sim, 1.0)
		require.Equal(t, sim, Similarity(b, a))
		require.Equal(t, Synonyms(a, b), Synonyms(b, a))
		require.Equal(t, Antonyms(a, b), Antonyms(b, a))
		require.Equal(t, Derived(a, b), Derived(b, a))
		require.Equal(t, Paraphrase(a, b), Paraphrase(b, a))
	})
}

func TestQueriesDoNotAllocate(t *testing.T) {
	Similarity("bombing", "soldier")
	Frequency("war")
	ReportingVerb("say")
	require.Zero(t, testing.AllocsPerRun(100, func() {
		Similarity("bombing", "soldier")
		Synonyms("say", "tell")
		Frequency("war")
		ReportingVerb("say")
		SupersenseOf("soldier", Noun)
	}))
}

func BenchmarkKnown(b *testing.B) {
	for b.Loop() {
		Known("bombing", Noun)
	}
}

func BenchmarkSynonyms(b *testing.B) {
	for b.Loop() {
		Synonyms("bombing", "soldier")
	}
}

func BenchmarkSimilarity(b *testing.B) {
	for b.Loop() {
		Similarity("bombing", "soldier")
	}
}

func BenchmarkFrequency(b *testing.B) {
	for b.Loop() {
		Frequency("soldier")
	}
}

func BenchmarkOpenWordNet(b *testing.B) {
	for b.Loop() {
		if _, err := openWordNet(wordnetData); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMembers(b *testing.B) {
	w := dictionaryOfWordNet()
	for b.Loop() {
		w.members()
	}
}

func BenchmarkReadLists(b *testing.B) {
	for b.Loop() {
		for _, read := range []func() error{
			func() error { _, err := parseWordlist(reportingVerbsText, cueRow); return err },
			func() error { _, err := parseWordlist(givenNamesText, genderRow); return err },
			func() error { _, err := parseCountries(countriesText); return err },
		} {
			if err := read(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
