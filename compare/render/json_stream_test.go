package render

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Written piece by piece, a report is what the encoder makes of the whole.
func TestObjectIsWrittenAsByTheEncoder(t *testing.T) {
	texts := rapid.SliceOf(rapid.SampledFrom([]string{"", "a", "<b>", "\x1b[2J", "é\u202e", "\"", "line\nline"}))
	rapid.Check(t, func(t *rapid.T) {
		r := reportJSON{Schema: "s", Articles: []articleJSON{}}
		for _, text := range texts.Draw(t, "articles") {
			r.Articles = append(r.Articles, articleJSON{ID: text, Corrections: texts.Draw(t, "corrections")})
		}
		for _, text := range texts.Draw(t, "limited") {
			r.Limited = append(r.Limited, skippedJSON{Path: text})
		}
		var whole, pieces bytes.Buffer
		require.NoError(t, writeJSON(&whole, r, "  "))
		require.NoError(t, writeObject(&pieces, r, "  "))
		require.Equal(t, whole.String(), pieces.String())
	})
}
