package analyser

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func sentencesOf(text string) []string {
	var got []string
	t := English().AnalyseString(text)
	for _, s := range t.Sentences {
		got = append(got, s.Span.In(text))
	}
	return got
}

func TestSentences(t *testing.T) {
	for _, row := range []struct {
		text   string
		want   []string
		reason string
	}{
		{"The vote failed. Nobody was surprised.", []string{"The vote failed.", "Nobody was surprised."}, "a full stop"},
		{"Sen. Dana Whitfield, R-Ohio, left early. She did not explain.", []string{"Sen. Dana Whitfield, R-Ohio, left early.", "She did not explain."}, "a title before a name ends nothing"},
		{"He moved to the U.S. He liked it.", []string{"He moved to the U.S.", "He liked it."}, "an acronym can end a sentence"},
		{"The U.S. Senate met.", []string{"The U.S. Senate met."}, "an acronym inside a name"},
		{"“We lost everything,” Tamsin Okoye said. “Everything!”", []string{"“We lost everything,” Tamsin Okoye said.", "“Everything!”"}, "quotations"},
		{"\"Is it over?\" he asked.", []string{"\"Is it over?\" he asked."}, "a question inside a sentence"},
		{"The bridge was sold by Vladimir V. Petrov on Monday.", []string{"The bridge was sold by Vladimir V. Petrov on Monday."}, "the initial of a second name"},
		{"The winner was Team A. The others left.", []string{"The winner was Team A.", "The others left."}, "a letter that is no initial"},
		{"1. Buy bread 2. Walk home", []string{"1. Buy bread", "2. Walk home"}, "items of a list that runs on"},
		{"Prices rose\n\nWhat it means", []string{"Prices rose", "What it means"}, "a blank line ends a sentence"},
	} {
		require.Equal(t, row.want, sentencesOf(row.text), row.reason)
	}
}

// Every line of the file is a text, cut where its sentences end.
func TestSentenceEnds(t *testing.T) {
	file, err := os.ReadFile("testdata/sentences.txt")
	require.NoError(t, err)
	lines := 0
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		lines++
		require.Equal(t, line, strings.Join(sentencesOf(strings.ReplaceAll(line, " | ", " ")), " | "))
	}
	require.NotZero(t, lines)
}
