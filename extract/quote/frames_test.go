package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTables(t *testing.T) {
	for name, text := range map[string]string{"verbs": verbsText, "nouns": nounsText, "adjectives": adjectivesText} {
		t.Run(name, func(t *testing.T) {
			last, rows := "", 0
			for line := range strings.Lines(text) {
				if strings.HasPrefix(line, "#") {
					continue
				}
				lemma, frames, ok := strings.Cut(line, "\t")
				require.True(t, ok && strings.TrimSpace(frames) != "", "%q has no frames", line)
				require.Greater(t, lemma, last, "out of order or twice")
				last = lemma
				rows++
			}
			require.Len(t, readUsages(text), rows)
			require.Positive(t, rows)
		})
	}
}

func TestUsageWithWord(t *testing.T) {
	u := verbs()["point"]
	require.Equal(t, quotes|clause|object, u.withWord("out"))
	require.Equal(t, object, u.withWord("to"))
	require.Zero(t, u.withWord("at"))
	require.False(t, u.has(quotes), "to point at something is not to say it")
}
