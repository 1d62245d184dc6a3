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
		{"a prize that is won", "Ada Holub won an Emmy on Monday. The Emmy is her third.", "On Monday Ada Holub was handed an Emmy. It is an Emmy for the play.", "Ada Holub", "Emmy"},
		{"prizes by a given name", "Ada Holub left the Tony Awards on Monday.", "On Monday Ada Holub left the Tony Awards.", "Ada Holub", "Tony"},
		{"a place taken for somebody", "Ada Holub fled from Zabrani on Monday. Buses came from Zabrani.", "On Monday Ada Holub fled from Zabrani. Buses went to Zabrani.", "Ada Holub", "Zabrani"},
		{"somebody in a mood", "An angry Ruhl left on Monday. Ada Holub met Ruhl.", "On Monday an angry Ruhl left. Ada Holub saw Ruhl go.", "Ruhl", "Monday"},
		{"a surname that is a word for several things", "Ada Holub met Robert Gates on Monday. Robert Gates was tired.", "On Monday Ada Holub met Robert Gates.", "Robert Gates", "Bill"},
		{"a surname of somebody who acts", "Ruhl left on Monday. Ada Holub met Ruhl.", "On Monday Ruhl left. Ada Holub saw Ruhl go.", "Ruhl", "Monday"},
		{"whose rival somebody is", "Mayor Ada Holub met her rival Peter Ruhl on Monday.", "On Monday Ada Holub, the mayor, met Peter Ruhl, a lawyer.", "Peter Ruhl", "her rival"},
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
