package claim_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/claim"
	"xref/compare/match"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/read"
)

// one is a story of articles of the given texts, entities of equal names linked.
func one(t *testing.T, texts ...string) ([]*extract.Document, story.Story, match.Linking) {
	var documents []*extract.Document
	var linked match.Linking
	var s story.Story
	numbers := map[string]int{}
	for i, text := range texts {
		a, _, err := read.Bytes(string(rune('a'+i))+".txt", []byte(text+"\n"))
		require.NoError(t, err)
		d := extract.Analyse(a)
		var of []int
		for _, e := range d.Resolution.Entities {
			if _, ok := numbers[e.Name]; !ok {
				numbers[e.Name] = len(numbers)
			}
			of = append(of, numbers[e.Name])
		}
		documents, linked, s.Articles = append(documents, d), append(linked, of), append(s.Articles, i)
	}
	return documents, s, linked
}

// claims are the claims of several members, each as the texts of its members.
func claims(t *testing.T, texts ...string) [][]string {
	documents, s, linked := one(t, texts...)
	var prepared []*match.Prepared
	for _, d := range documents {
		prepared = append(prepared, match.Prepare(d))
	}
	found, _, err := claim.Find(context.Background(), match.NewIndex(prepared, s, linked, nil), 0, match.Learned(nil), claim.Learned())
	require.NoError(t, err)
	var all [][]string
	for _, c := range found {
		if len(c.Members) < 2 {
			continue
		}
		var members []string
		for _, m := range c.Members {
			d := documents[m.Article]
			members = append(members, d.Assertions[m.Assertion].Span.In(d.Article.Text))
		}
		slices.Sort(members)
		all = append(all, members)
	}
	slices.SortFunc(all, slices.Compare)
	return all
}

const (
	fire   = "The fire killed 12 workers at the mill in Dover. The owner closed the mill on Monday."
	later  = "Fire killed 15 workers at the Dover mill. The owner will open the mill again in May."
	market = "A storm damaged the harbour. The fire killed 12 workers at the mill in Dover."
)

func TestSameWordsMakeOneClaim(t *testing.T) {
	sentence := "The fire killed 12 workers at the mill in Dover."
	found := claims(t, sentence, sentence)
	require.Len(t, found, 1)
	require.Len(t, found[0], 2)
	require.Equal(t, found[0][0], found[0][1])
}

func TestOrderOfArticlesChangesNoClaim(t *testing.T) {
	want := claims(t, fire, later, market)
	require.NotEmpty(t, want)
	for _, texts := range [][]string{{fire, market, later}, {later, fire, market}, {later, market, fire}, {market, fire, later}, {market, later, fire}} {
		require.Equal(t, want, claims(t, texts...), strings.Join(texts, " | "))
	}
}

func TestArticleAloneHasNoSharedClaim(t *testing.T) {
	require.Empty(t, claims(t, fire))
}

func TestUtterances(t *testing.T) {
	const whole = `"We will rebuild the old mill before the winter comes," Anna Keller said.`
	for name, c := range map[string]struct {
		other string
		want  claim.Change
	}{
		"same":    {whole, claim.Identical},
		"trimmed": {`"We will rebuild the old mill," Anna Keller said.`, claim.Trimmed},
		"altered": {`"We will rebuild the new mill before the winter comes," Anna Keller said.`, claim.Altered},
	} {
		t.Run(name, func(t *testing.T) {
			documents, s, linked := one(t, whole, c.other)
			found, _ := claim.Utterances(documents, s.Articles, 0, linked)
			require.Len(t, found, 1)
			require.Len(t, found[0].Variants, 2)
			require.Equal(t, c.want, found[0].Change)
		})
	}
}
