package compare_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/match"
	"xref/compare/revision"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lexicon"
	"xref/extract/read"
)

// equality is a test of two words by which only one and the same are related.
func equality(_, _ *lexicon.Lemma) lexicon.Relation { return lexicon.Relation{} }

// There is one test of two words: with another one, all that rests on it changes.
func TestOneTestOfWords(t *testing.T) {
	pair := func(texts ...string) []*extract.Document {
		var documents []*extract.Document
		for i, text := range texts {
			name := string(rune('a' + i))
			a, _, err := read.Bytes(name+".txt", []byte("---\noutlet: "+name+"\ndate: 2024-05-02\n---\n\n"+text+"\n"))
			require.NoError(t, err)
			documents = append(documents, extract.Analyse(a))
		}
		return documents
	}
	one := story.Story{Articles: []int{0, 1}}
	both := pair(
		"The council of Skagen purchased the derelict mill beside the harbour on Tuesday. The physician assisted the crew of the ferry.",
		"The council of Skagen bought the abandoned mill beside the port on Tuesday. The doctor helped the crew of the ferry.",
	)
	for _, what := range []struct {
		name string
		of   func(relate match.Relate) string
	}{
		{"candidates", func(relate match.Relate) string {
			pairs, _, err := compare.OneStory(both, one, relate).Pairs(t.Context(), match.Learned(nil), 0)
			require.NoError(t, err)
			told := ""
			for _, p := range pairs {
				told += fmt.Sprintf("%v %v %.3f\n", p.A, p.B, p.Same)
			}
			return told
		}},
		{"findings", func(relate match.Relate) string {
			r, err := compare.Compare(t.Context(), both, compare.Options{Relate: relate})
			require.NoError(t, err)
			told := ""
			for _, f := range r.Findings {
				told += fmt.Sprintf("%s %s %v %v\n", f.Kind, f.Verdict, f.Subject, f.Evidence)
			}
			return told
		}},
		{"versions", func(relate match.Relate) string {
			return fmt.Sprint(revision.Compare(both[0], both[1], compare.Options{Relate: relate}))
		}},
		{"marks", func(relate match.Relate) string {
			x := compare.OneStory(both, one, relate)
			whole := func(i int) match.Unit { return x.UnitOf(i, article.Span{End: len(both[i].Article.Text)}) }
			runs, share := x.Unanswered(whole(0), []match.Unit{whole(1)})
			return fmt.Sprint(runs, share)
		}},
	} {
		by, same := what.of(nil), what.of(equality)
		require.NotEmpty(t, by, what.name)
		require.NotEqual(t, by, same, what.name)
		require.Equal(t, by, what.of((*lexicon.Lemma).Relate), what.name)
	}
}
