package render

import (
	"bytes"
	contexts "context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/read"
)

// named is the part of the report on texts that tells who is named.
func named(t *testing.T, o compare.Options, texts ...string) string {
	var documents []*extract.Document
	for i, text := range texts {
		a, _, err := read.Bytes(string(rune('a'+i))+".txt", []byte(text))
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(a))
	}
	r, err := compare.Compare(contexts.Background(), documents, o)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, Formats[0].Write(&b, r, Options{Width: 100}))
	_, after, _ := strings.Cut(b.String(), "── Who is named ──")
	told, _, _ := strings.Cut(after, "\n\n")
	return told
}

// Who is listed as named, and who isn't: a piece of a title, and a word that stands once
// and may be anything.
func TestWhoIsNamed(t *testing.T) {
	for _, row := range []struct {
		reason    string
		a, b      string
		yes, none string
	}{
		{"a chamber that only tells what somebody leads", "Senate Majority Leader Paul Arden said on Monday that the bridge is safe.", "The bridge is safe, Senate Majority Leader Paul Arden said on Monday.", "Paul Arden", "Senate"},
		{"a chamber that acts itself", "The Senate said on Monday that the bridge is safe. Paul Arden of the Senate agreed.", "The bridge is safe, the Senate said on Monday. The Senate had asked Paul Arden.", "Senate", "Leader"},
		{"a paper's editor and the paper", "Harbour Weekly Editor Jane Moor left on Monday.", "Harbour Weekly Editor Jane Moor left on Monday, her staff said.", "Jane Moor", "Harbour Weekly E"},
		{"a single word that stands once", "The governor will veto Bill on Monday, Ada Holub said.", "Ada Holub said on Monday that the governor may veto Bill.", "Ada Holub", "Bill"},
		{"a single word that stands often", "Okoro left on Monday. Okoro was tired. Ada Holub stayed.", "On Monday Okoro left. Ada Holub said that Okoro was tired.", "Okoro", "Bill"},
		{"a name of two words that stands once", "Ada Holub met Peter Ruhl on Monday.", "On Monday Peter Ruhl met Ada Holub.", "Peter Ruhl", "Bill"},
	} {
		told := named(t, compare.Options{}, row.a, row.b)
		require.Contains(t, told, row.yes, row.reason)
		require.NotContains(t, told, row.none, row.reason)
	}
}

// He and she are told of somebody where a finding tells it.
func TestHeAndSheIsAFinding(t *testing.T) {
	a := "Robin Holub resigned as head of the port on Monday. She said that she was tired.\n"
	b := "Robin Holub resigned as head of the port on Monday. He said that he was tired.\n"
	require.Contains(t, named(t, compare.Options{}, a, b), "he and she")
	require.NotContains(t, named(t, compare.Options{Off: []kind.ID{kind.Pronoun.ID}}, a, b), "he and she")
}
