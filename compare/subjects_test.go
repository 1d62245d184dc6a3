package compare_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/lang"
	"xref/extract/read"
	"xref/internal/analyser"
)

// leaning are the beginnings and ends that no subject has: it would be a piece of a
// sentence.
var (
	leaning  = regexp.MustCompile(`(?i)^(who|which|that|to|and|but|or|of|in part)\b`)
	unclosed = regexp.MustCompile("[(\\[{“‘«„\"`]$")
)

// fault is what keeps a subject from standing by itself; "" for nothing.
func fault(subject string, of kind.ID) string {
	switch {
	case subject == "":
		return "empty"
	case leaning.MatchString(subject):
		return "begins in mid-sentence"
	case unclosed.MatchString(subject):
		return "ends in an open mark"
	case of == kind.Quote.ID || of == kind.Name.ID || of == kind.Title.ID || of == kind.Pronoun.ID:
		return "" // a name, or a speaker and words as they stand
	}
	t := analyser.English().AnalyseString(subject)
	if first := &t.Tokens[0]; (first.XPOS == lang.XPOSVBG || first.XPOS == lang.XPOSVBN) && !t.Is(0, lang.Amod, lang.Compound, lang.Flat) {
		return "begins with a participle"
	}
	headed := false
	for i := range t.Tokens {
		switch tok := &t.Tokens[i]; {
		case tok.UPOS == lang.NOUN, tok.UPOS == lang.PROPN, tok.UPOS == lang.NUM, tok.UPOS == lang.PRON:
			headed = true
		case tok.XPOS == lang.XPOSVBD, tok.XPOS == lang.XPOSVBZ, tok.XPOS == lang.XPOSVBP, tok.XPOS == lang.XPOSMD:
			headed = true
		}
	}
	if !headed {
		return "has neither a noun nor a finite verb"
	}
	return ""
}

// reported compares texts, each an article of its own outlet.
func reported(t *testing.T, texts ...string) *compare.Report {
	t.Helper()
	var documents []*extract.Document
	for i, text := range texts {
		a, _, err := read.Bytes(string(rune('a'+i))+".txt", []byte(text))
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(a))
	}
	r, err := compare.Compare(context.Background(), documents, compare.Options{})
	require.NoError(t, err)
	return r
}

// What two articles tell alike goes by a sentence or a phrase that says it by itself.
func TestSubjects(t *testing.T) {
	const north = "---\noutlet: North\ndate: 2024-05-02\n---\n\n%\n\nThe port of Leeds is the oldest of the county, and many families work there.\n"
	const south = "---\noutlet: South\ndate: 2024-05-02\n---\n\nCritics of the port of Leeds say that it costs the county too much.\n\n%\n"
	for _, row := range []struct{ text, want, reason string }{
		{"Ada Holub resigned on Monday.", "Ada Holub resigned on Monday", "a sentence"},
		{"On Monday, Ada Holub resigned as head of the port.", "Ada Holub resigned as head of the port", "what is put first is left out"},
		{"Ada Holub, who ran the port of Leeds for a decade, resigned.", "Ada Holub resigned", "the main clause without what goes on from its subject"},
		{"Ada Holub is 50. She sold the port of Leeds to a rival.", "Ada Holub sold the port of Leeds to a rival", "a pronoun whose person is known"},
		{"The council used public money to settle a harassment case.", "The council used public money to settle a harassment case", "an infinitive with the verb that it completes"},
		{"Rescuers freed the passengers and took them to the port of Leeds.", "Rescuers freed the passengers", "two verbs"},
		{"“The dam is safe,” the engineer said.", "The dam is safe", "what somebody says, without marks"},
		{"Police said the two men had stolen a van and three bicycles from a yard near the old mill in Leeds.", "the two men had stolen a van and three bicycles from a yard", "of a long report, what is said"},
		{"The explosion (the second this week) destroyed the mill.", "The explosion destroyed the mill", "what stands in brackets is left out"},
		{"But the ferry left the harbour of Skagen without a pilot.", "the ferry left the harbour of Skagen without a pilot", "a conjunction is left out"},
		{"Ships that carried grain left the harbour of Skagen.", "Ships left the harbour of Skagen", "the main clause without what tells its subject apart"},
		{"The mayor met with port official Richard Moor of Leeds.", "The mayor met with port official Richard Moor of Leeds", "a name right after what somebody is stays"},
		{"Former Rep. Tom Adler, D-Ill., pleaded guilty in Leeds.", "Former Rep. Tom Adler pleaded guilty in Leeds", "so does one after a title that is shortened"},
		{"Ada Holub, mayor of Leeds, resigned.", "Ada Holub resigned", "what stands between commas doesn't"},
		{"The hall holds the choir, the band and the county's singers.", "The hall holds the choir, the band and the county's singers", "commas of a list"},
		{"The jury heard John Prader, a banker, Ann Wilder and Peter Ruhl.", "The jury heard John Prader, Ann Wilder and Peter Ruhl", "a comma stays between two members where what follows the first is left out"},
		{"The mayor is the only person who can win the vote in Leeds.", "The mayor is the only person who can win the vote in Leeds", "of what somebody is, the one whom the sentence is about"},
		{"Ada Holub is 50. She's asked a security firm in Leeds to look into it.", "Ada Holub has asked a security firm in Leeds to look into it", "a shortened verb after a pronoun whose person is named"},
		{"Ada Holub is 50. She's leaving the port of Leeds.", "Ada Holub is leaving the port of Leeds", "a shortened verb of what is going on"},
		{"It isn't known how deep the harbour of Skagen is.", "the harbour of Skagen", "a question that hangs on what isn't told is about its subject"},
		{"Ada Holub told the Courier she had left the port of Leeds.", "Ada Holub had left the port of Leeds", "whom something is told isn't who did it"},
		{"The rebels blamed the delay on the fact that the other side had not yet let any of their own fighters leave the town of Leeds.", "The rebels blamed the delay", "a noun that only announces a clause goes with it"},
		{"The council of Leeds has sent many papers to the office of Ada Holub as part of an inquiry into the closing.", "The council of Leeds has sent many papers to the office of Ada Holub", "a bare noun goes with what it leads up to"},
		{"Ada Holub had a heart attack in Leeds nine days earlier, when the council met to speak of the new bridge and its cost.", "Ada Holub had a heart attack in Leeds nine days earlier", "an adverb that belongs to a time stays with it"},
		{"There was no pilot on the ferry.", "There was no pilot on the ferry", "there is"},
	} {
		r := reported(t, strings.Replace(north, "%", row.text, 1), strings.Replace(south, "%", row.text, 1))
		var subjects []string
		for _, f := range r.Findings {
			require.Empty(t, fault(f.Subject, f.Kind), f.Subject)
			subjects = append(subjects, f.Subject)
		}
		if !slices.Contains(subjects, row.want) {
			t.Errorf("%s: %q not in %q", row.reason, row.want, subjects)
		}
	}
}

// No subject of a report on real coverage is a piece of a sentence. Where one is, its
// case and id are told and not its words.
func TestSubjectsOfCases(t *testing.T) {
	root := os.Getenv("XREF_DATA")
	if root == "" {
		t.Skip("XREF_DATA is not set: no cases whose subjects could be read")
	}
	folders, err := filepath.Glob(filepath.Join(root, "cases", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, folders)
	for _, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		require.NoError(t, err)
		var texts []string
		for _, path := range paths {
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			texts = append(texts, string(text))
		}
		for _, f := range reported(t, texts...).Findings {
			if why := fault(f.Subject, f.Kind); why != "" {
				t.Errorf("%s: %s, of kind %s: its subject %s", filepath.Base(folder), f.ID, f.Kind, why)
			}
		}
	}
}
