package english

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestEditsLeadBackToTheLemma(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form, lemma := rapid.StringMatching(`[a-z]{1,12}`).Draw(t, "form"), rapid.StringMatching(`[a-z]{1,12}`).Draw(t, "lemma")
		require.Equal(t, lemma, editOf(form, lemma).Apply(form))
	})
}
