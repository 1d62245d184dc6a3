package analyser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/extract/article"
	"xref/extract/lang"
)

// requireSound checks what every later stage relies on: sentences cover all
// tokens in order, each sentence is one tree, names are apart, spans are in the
// text.
func requireSound(t require.TestingT, text *lang.Text) {
	at := 0
	for i, s := range text.Sentences {
		require.Equal(t, at, s.First)
		require.Less(t, s.First, s.End)
		at = s.End
		require.Equal(t, article.Span{Start: text.Tokens[s.First].Span.Start, End: text.Tokens[s.End-1].Span.End}, s.Span)
		roots := 0
		for j := s.First; j < s.End; j++ {
			require.Equal(t, i, text.SentenceOf(j))
			if text.Tokens[j].Head < 0 {
				roots++
				require.Equal(t, s.Root, j)
				require.Equal(t, lang.Root, text.Tokens[j].Rel)
				continue
			}
			require.NotEqual(t, lang.Root, text.Tokens[j].Rel)
			require.True(t, text.Tokens[j].Head >= s.First && text.Tokens[j].Head < s.End)
			require.True(t, text.IsAncestor(s.Root, j))
		}
		require.Equal(t, 1, roots)
	}
	require.Equal(t, len(text.Tokens), at)
	end := 0
	for _, n := range text.Names {
		require.LessOrEqual(t, end, n.First)
		require.Less(t, n.First, n.End)
		require.Equal(t, text.Cover(n.First, n.End), n.Span)
		end = n.End
	}
	require.LessOrEqual(t, end, len(text.Tokens))
}

func spansOf(t *lang.Text) []article.Span {
	var spans []article.Span
	for _, tok := range t.Tokens {
		spans = append(spans, tok.Span)
	}
	return spans
}

func TestAnyTextIsAnalysed(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"The mayor of Riverton resigned.", "“", "”", "\n\n", "\n", "• one", "1.", "\xff\xfe", "KYIV, Aug. 7 (Reuters) — ", "By Ann Lee", "and", "who"}))
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), " ")
		text := English().AnalyseString(source)
		requireSound(t, text)
		requireRebuilt(t, source, spansOf(text))
	})
}

func FuzzAnalyse(f *testing.F) {
	for _, seed := range []string{"", "a", "Mr. Bell said, “We won't.”", "\xf0\x28\x8c\x28", "((((((", "1.) a 2.) b", strings.Repeat("'", 50)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := English().AnalyseString(source)
		requireSound(t, text)
		requireRebuilt(t, source, spansOf(text))
	})
}

func TestSameTextSameAnalysis(t *testing.T) {
	const source = "Harbour officials in Port Ellis said on Monday that two ferries had collided.\n\n“Nobody drowned,” said Mara Quill, the harbour master."
	require.Equal(t, English().AnalyseString(source), English().AnalyseString(source))
}

func TestTitleAndBody(t *testing.T) {
	const source = "Ferries Collide\nignored\n\nTwo ferries collided on Monday.\n\nWhat officials say\n\n• Nobody was hurt"
	a := &article.Article{Text: source, Title: article.Span{Start: 0, End: 15}, Body: article.Span{Start: 25, End: len(source)}}
	text := Analyse(a)
	var got []lang.Role
	var paragraphs []int
	for _, s := range text.Sentences {
		got = append(got, s.Role)
		paragraphs = append(paragraphs, s.Paragraph)
	}
	require.Equal(t, []lang.Role{lang.Headline, lang.Prose, lang.Subhead, lang.Bullet}, got)
	require.Equal(t, []int{0, 1, 2, 3}, paragraphs)
	require.Equal(t, "Ferries Collide", text.Sentences[0].Span.In(source))
}

func TestPageFurniture(t *testing.T) {
	for _, row := range []struct {
		text   string
		want   lang.Role
		reason string
	}{
		{"By Mara Quill and Ned Ash\n\nThe ferry sank.", lang.Furniture, "a byline"},
		{"By Monday the ferry had been raised.\n\nIt was old.", lang.Prose, "a sentence that begins as a byline does"},
		{"PORT ELLIS, Aug. 7 (Reuters) — The ferry sank.", lang.Furniture, "a dateline"},
		{"WATCH: The ferry sinks\n\nThe ferry sank.", lang.Furniture, "a link"},
		{"Photo: Ned Ash\n\nThe ferry sank.", lang.Furniture, "a credit"},
	} {
		text := English().AnalyseString(row.text)
		require.Equal(t, row.want, text.Sentences[0].Role, row.reason)
	}
}

func TestNews(t *testing.T) {
	const source = "Mr. Bell told reporters that the U.S. government hadn't paid Amnesty International."
	text := English().AnalyseString(source)
	at := func(form string) int {
		for i := range text.Tokens {
			if text.Form(i) == form {
				return i
			}
		}
		t.Fatalf("no token %q", form)
		return -1
	}
	told, paid := at("told"), at("paid")
	require.Equal(t, -1, text.Tokens[told].Head)
	require.Equal(t, []int{at("Bell")}, text.Dependents(told, lang.Nsubj))
	require.Equal(t, told, text.Tokens[paid].Head)
	require.Equal(t, lang.Ccomp, text.Tokens[paid].Rel)
	require.Equal(t, at("government"), text.Dependent(paid, lang.Nsubj))
	require.Equal(t, "tell", text.Tokens[told].Lemma)
	require.Equal(t, "not", text.Tokens[at("n't")].Lemma)
	require.Equal(t, lang.PolarityNeg, text.Tokens[at("n't")].Feats.Polarity)
	require.Equal(t, "that the U.S. government hadn't paid Amnesty International", text.ClauseSpan(paid).In(source))
	require.True(t, text.IsAncestor(told, paid))
	require.False(t, text.IsAncestor(paid, told))
	var names []string
	for _, n := range text.Names {
		names = append(names, n.Span.In(source))
	}
	require.Equal(t, []string{"Bell", "U.S.", "Amnesty International"}, names)
	require.Equal(t, []lang.NameType{lang.Person, lang.Place, lang.Organisation}, []lang.NameType{text.Names[0].Type, text.Names[1].Type, text.Names[2].Type})
}

func TestGivenTokens(t *testing.T) {
	const source = "a b\nc"
	text := English().AnalyseTokens(source, [][]article.Span{{{Start: 0, End: 1}, {Start: 2, End: 3}}, nil, {{Start: 4, End: 5}}})
	require.Len(t, text.Tokens, 3)
	require.Len(t, text.Sentences, 2)
	requireSound(t, text)
}
