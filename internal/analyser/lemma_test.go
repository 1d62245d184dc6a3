package analyser

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEditLeavesWhatItDoesNotFit(t *testing.T) {
	require.Equal(t, "a", Edit{Cut: 3, Add: "y"}.Apply("a"), "longer than the form")
	require.Equal(t, "né", Edit{Cut: 1, Add: "y"}.Apply("né"), "inside a character")
}

func TestLemmas(t *testing.T) {
	require.Equal(t, "endorse", English().AnalyseString("Mr. Petrov endorsed it.").Tokens[2].Lemma)
	text := English().AnalyseString("The children were running from two burning ferries, and the officers had taken better photos than theirs.")
	want := map[string]string{"children": "child", "were": "be", "running": "run", "ferries": "ferry", "officers": "officer", "had": "have", "taken": "take", "better": "good", "photos": "photo"}
	for i := range text.Tokens {
		if lemma, ok := want[text.Form(i)]; ok {
			require.Equal(t, lemma, text.Tokens[i].Lemma)
			delete(want, text.Form(i))
		}
	}
	require.Empty(t, want)
}
