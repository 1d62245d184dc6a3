package analyser

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lang"
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

// A guess that is no word gives way to the word that the form is regularly made of.
func TestRegularLemma(t *testing.T) {
	for _, row := range []struct{ form, guessed, want string }{
		{"repaired", "repaire", "repair"},
		{"refuelling", "refuell", "refuel"},
		{"hospitalised", "hospitalis", "hospitalise"},
		{"underlying", "underly", "underlie"},
		{"repaired", "repair", ""},
		{"zorbed", "zorbe", ""},
	} {
		got, _ := regularLemma(row.form, row.guessed, lang.VERB)
		require.Equal(t, row.want, got, row.form)
	}
	got, ok := regularLemma("sorties", "sorty", lang.NOUN)
	require.True(t, ok)
	require.Equal(t, "sortie", got)
	_, ok = regularLemma("Larger", "larg", lang.ADJ)
	require.False(t, ok)
}
