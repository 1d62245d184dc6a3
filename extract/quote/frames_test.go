package quote

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lexicon"
)

func TestTables(t *testing.T) {
	for section, word := range map[string]string{"frames of verbs": "say", "frames of nouns": "claim", "frames of adjectives": "confident"} {
		t.Run(section, func(t *testing.T) {
			last := ""
			for _, row := range lexicon.SpeechWords.Rows(section) {
				_, err := usageOf(row[1:])
				require.NoError(t, err, row[0])
				require.Greater(t, row[0], last, "out of order or twice")
				last = row[0]
			}
			require.NotZero(t, lexicon.TableOf(lexicon.SpeechWords, section, usageOf).Of(word))
		})
	}
	_, err := usageOf([]string{"quote shout"})
	require.Error(t, err, "no such frame")
}

func TestUsageWithWord(t *testing.T) {
	u := verbs.Of("point")
	require.Equal(t, quotes|clause|object, u.withWord("out"))
	require.Equal(t, object, u.withWord("to"))
	require.Zero(t, u.withWord("at"))
	require.False(t, u.has(quotes), "to point at something is not to say it")
}
