package measure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func figures(t *testing.T, list []Figure, err error) map[string]float64 {
	require.NoError(t, err)
	m := map[string]float64{}
	for _, f := range list {
		m[f.Name] = f.Value
	}
	return m
}

func TestTreebank(t *testing.T) {
	const gold = `# newdoc id = a
# text = The ferry sank.
1	The	the	DET	DT	Definite=Def|PronType=Art	2	det	_	_
2	ferry	ferry	NOUN	NN	Number=Sing	3	nsubj	_	_
3	sank	sink	VERB	VBD	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

# newpar
1	Nobody	nobody	PRON	NN	Number=Sing|PronType=Neg	2	nsubj	_	_
2	drowned	drown	VERB	VBD	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`
	list, err := Treebank(strings.NewReader(gold))
	f := figures(t, list, err)
	require.Equal(t, 7.0, f["tokens"])
	require.Equal(t, 2.0, f["sentences"])
	require.Equal(t, 100.0, f["las_np"], "punctuation, of which one is attached elsewhere, is left out")
	require.InDelta(t, 600.0/7, f["las"], 0.01)
	require.Equal(t, 100.0, f["upos"])
	require.Equal(t, 100.0, f["raw_tokens_f1"])
	require.Equal(t, 100.0, f["raw_sentences_f1"])
	require.Contains(t, f, "tokens_per_second")
	_, err = Treebank(strings.NewReader("not a treebank"))
	require.Error(t, err)
}

func TestNames(t *testing.T) {
	const gold = "# sent_id = 1\n1\tMara\tB-PER\t-\t-\n2\tQuill\tI-PER\t-\t-\n3\tlives\tO\t-\t-\n4\tin\tO\t-\t-\n5\tParis\tB-LOC\t-\t-\n6\t.\tO\t-\t-\n"
	list, err := Names(strings.NewReader(gold))
	f := figures(t, list, err)
	require.Equal(t, map[string]float64{"precision": 100, "recall": 100, "f1": 100}, f)
	_, err = Names(strings.NewReader("alone\n"))
	require.Error(t, err)
}

func TestSegmenter(t *testing.T) {
	const cases = `[{"golden": true, "text": "It sank. Nobody drowned.", "sentences": ["It sank.", "Nobody drowned."]},
		{"golden": false, "text": "It sank.", "sentences": ["It", "sank."]}]`
	list, err := Segmenter(strings.NewReader(cases))
	require.Equal(t, map[string]float64{"golden_passed": 1, "golden": 1, "passed": 1, "cases": 2}, figures(t, list, err))
	_, err = Segmenter(strings.NewReader("{"))
	require.Error(t, err)
}
