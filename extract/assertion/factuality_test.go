package assertion

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/internal/analyser"
)

func TestFactuality(t *testing.T) {
	for _, row := range []struct {
		text, word string
		happened   bool
		reason     string
	}{
		{"The council closed the bridge.", "closed", true, "the past, told plainly"},
		{"The council has closed the bridge.", "closed", true, "the perfect"},
		{"The council will close the bridge.", "close", false, "the future"},
		{"The council should close the bridge.", "close", false, "an obligation"},
		{"The council wants to close the bridge.", "close", false, "a wish"},
		{"The council wants to close the bridge.", "wants", true, "the wish itself"},
		{"If the river rises, the school closes.", "rises", false, "a condition"},
		{"Close the door.", "Close", false, "a command"},
		{"The clerk managed to repair the clock.", "repair", true, "what somebody managed to do was done"},
	} {
		t.Run(row.text+" "+row.word, func(t *testing.T) {
			text := analyser.English().AnalyseString(row.text)
			p := -1
			for i := range text.Tokens {
				if text.Form(i) == row.word {
					p = i
				}
			}
			require.GreaterOrEqual(t, p, 0)
			f := NewJudge(text).Stance(p).Factuality
			require.Equal(t, row.happened, f >= evens, "%s: %.2f", row.reason, f)
		})
	}
}

func TestPackFactuality(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := map[Feature]float64{}
		for f, units := range rapid.MapOfN(rapid.Uint32(), rapid.IntRange(-127, 127), 1, 50).Draw(t, "weights") {
			weights[Feature(f)] = float64(units) * factualityUnit
		}
		f, err := LoadFactuality(string(PackFactuality("Weights.", weights)))
		require.NoError(t, err)
		for x, w := range weights {
			p := f.Probability([]Feature{x})
			require.Equal(t, w > 0, p > 0.5, "weight %v gives %v", w, p)
			require.Equal(t, w < 0, p < 0.5, "weight %v gives %v", w, p)
		}
	})
}

func TestLoadFactualityFails(t *testing.T) {
	whole := string(PackFactuality("Weights.", map[Feature]float64{7: 1}))
	for _, row := range []struct{ data, says, reason string }{
		{"", "want a file that starts with", "no data"},
		{"xref.factuality 0\n", "want a file that starts with", "another version"},
		{factualityMagic + "Weights.\n", "header is cut short", "no end of the header"},
		{whole[:len(whole)-1], "bytes of slots", "a slot is cut short"},
		{whole + "x", "bytes of slots", "more data than slots"},
		{factualityMagic + "\n\n\x01\x00\x00\x00abc", "no slot is free", "a search would never end"},
	} {
		_, err := LoadFactuality(row.data)
		require.ErrorContains(t, err, row.says, row.reason)
	}
}

func FuzzLoadFactuality(f *testing.F) {
	f.Add(string(PackFactuality("Weights.", map[Feature]float64{7: 1, 8: -1})), uint32(7))
	f.Add(factualityMagic, uint32(0))
	f.Fuzz(func(t *testing.T, data string, feature uint32) {
		judge, err := LoadFactuality(data)
		if err != nil {
			return
		}
		p := judge.Probability([]Feature{Feature(feature)})
		require.True(t, p >= 0 && p <= 1 && strings.HasPrefix(data, factualityMagic))
	})
}

func TestSettled(t *testing.T) {
	for _, row := range []struct {
		stance   Stance
		modality Modality
		reason   string
	}{
		{Stance{Modality: Asked, Certainty: 0.55, Factuality: 0.95, Rules: []string{"question"}}, Asserted, "a question mark that belongs to somebody's words"},
		{Stance{Modality: Asked, Certainty: 0.55, Factuality: 0.8, Rules: []string{"question"}}, Asked, "not sure enough"},
		{Stance{Modality: Planned, Certainty: 0.2, Factuality: 0.95, Rules: []string{"modal:future"}}, Planned, "a word says that it is planned"},
		{Stance{Modality: Planned, Certainty: 0.2, Factuality: 0.95, Rules: []string{"infinitive:open", "modal:future"}}, Planned, "a word says so, besides the place"},
		{Stance{Modality: Alleged, Certainty: 0.6, Factuality: 0.95, Rules: []string{"governor:accuse"}}, Alleged, "an accusation stays one"},
		{Stance{Certainty: 1, Factuality: 0.1}, Possible, "told as a fact where none is told"},
		{Stance{Certainty: 1, Factuality: 0.4}, Asserted, "rather doubtful only"},
		{Stance{Negated: true, Certainty: 1, Factuality: 0.1, Rules: []string{"negation:particle"}}, Asserted, "what is denied is settled already"},
	} {
		settled := row.stance.settled()
		require.Equal(t, row.modality.String(), settled.Modality.String(), row.reason)
		require.Equal(t, row.stance.Negated, settled.Negated, row.reason)
	}
}
