package english

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

// smallBank is sentences in CoNLL-U, fields apart by spaces.
const smallBank = `# newdoc id = small
# sent_id = 1
# text = The old ferry sank.
1 The the DET DT Definite=Def|PronType=Art 3 det _ _
2 old old ADJ JJ Degree=Pos 3 amod _ _
3 ferry ferry NOUN NN Number=Sing 4 nsubj _ _
4 sank sink VERB VBD Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT . _ 4 punct _ _

# sent_id = 2
# text = Quill told the crew that the harbour closed.
1 Quill Quill PROPN NNP Number=Sing 2 nsubj _ _
2 told tell VERB VBD Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET DT Definite=Def|PronType=Art 4 det _ _
4 crew crew NOUN NN Number=Sing 2 iobj _ _
5 that that SCONJ IN _ 8 mark _ _
6 the the DET DT Definite=Def|PronType=Art 7 det _ _
7 harbour harbour NOUN NN Number=Sing 8 nsubj _ _
8 closed close VERB VBD Tense=Past|VerbForm=Fin 2 ccomp _ SpaceAfter=No
9 . . PUNCT . _ 2 punct _ _

`

func smallMaterial(t *testing.T) Material {
	var b strings.Builder
	for range 12 {
		for line := range strings.Lines(smallBank) {
			if line[0] >= '0' && line[0] <= '9' {
				line = strings.ReplaceAll(line, " ", "\t")
			}
			b.WriteString(line)
		}
	}
	sentences, err := conllu.Read(strings.NewReader(b.String()))
	require.NoError(t, err)
	require.Len(t, sentences, 24)
	return Material{Header: "small", Treebanks: []Treebank{{Sentences: sentences}}}
}

func TestTrainingGivesTheSameBytes(t *testing.T) {
	log := func(string, ...any) {}
	first, err := Train(smallMaterial(t), log)
	require.NoError(t, err)
	second, err := Train(smallMaterial(t), log)
	require.NoError(t, err)
	require.Equal(t, first, second)
}

func TestTrainingLearnsItsSentences(t *testing.T) {
	data, err := Train(smallMaterial(t), func(string, ...any) {})
	require.NoError(t, err)
	m, err := analyser.Load(string(data))
	require.NoError(t, err)
	require.Equal(t, "small", m.Header)
	const source = "The old ferry sank ."
	var tokens []article.Span
	at := 0
	for _, form := range strings.Fields(source) {
		tokens = append(tokens, article.Span{Start: at, End: at + len(form)})
		at += len(form) + 1
	}
	text := m.AnalyseTokens(source, [][]article.Span{tokens})
	var heads []int
	for _, token := range text.Tokens {
		heads = append(heads, token.Head)
	}
	require.Equal(t, []int{2, 2, 3, -1, 3}, heads)
	require.Equal(t, []lang.Rel{lang.Det, lang.Amod, lang.Nsubj, lang.Root, lang.Punct}, []lang.Rel{text.Tokens[0].Rel, text.Tokens[1].Rel, text.Tokens[2].Rel, text.Tokens[3].Rel, text.Tokens[4].Rel})
}
