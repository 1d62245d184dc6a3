package conllu

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const bank = `# newdoc id = one
# newpar
# sent_id = 1
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	Mood=Imp	3	aux	3:aux	_
2	n't	not	PART	RB	Polarity=Neg	3	advmod	3:advmod	_
3	run	run	VERB	VB	_	0	root	0:root	SpaceAfter=No
3.1	gone	go	VERB	_	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	3:punct	_

# sent_id = 2
1	Stop	stop	VERB	VB	_	0	root	0:root	SpaceAfter=No
2-3	gonnaa	_	_	_	_	_	_	_	SpaceAfter=No
2	gon	go	VERB	VBG	_	1	xcomp	_	_
3	to	to	PART	TO	_	2	mark	_	_
`

func TestRead(t *testing.T) {
	sentences, err := Read(strings.NewReader(bank))
	require.NoError(t, err)
	require.Len(t, sentences, 2)
	first, second := sentences[0], sentences[1]
	require.Equal(t, "Don't run.", first.Text)
	require.True(t, first.NewDocument && first.NewParagraph && first.SpaceAfter)
	require.Len(t, first.Words, 4)
	require.Equal(t, Word{Form: "n't", Lemma: "not", UPOS: "PART", XPOS: "RB", Feats: "Polarity=Neg", Head: 2, Rel: "advmod", Misc: "_", Start: 2, End: 5}, first.Words[1])
	require.Equal(t, -1, first.Words[2].Head)
	require.False(t, second.NewParagraph || second.SpaceAfter)
	require.Equal(t, "Stopgonnaa", second.Text)
	require.Equal(t, []int{4, 7, 4, 10}, []int{second.Words[1].Start, second.Words[1].End, second.Words[2].Start, second.Words[2].End}, "a word that is not in its fused token has the whole span")
}

func TestBrokenLinesAreRefused(t *testing.T) {
	for _, row := range []struct{ data, want, reason string }{
		{"1\tword", "line 1: 2 columns", "too few columns"},
		{"2\ta\ta\tX\tX\t_\t0\troot\t_\t_", "want 1", "ids that do not count up"},
		{"1\ta\ta\tX\tX\t_\tx\troot\t_\t_", "head", "a head that is no number"},
		{"1-b\ta\t_\t_\t_\t_\t_\t_\t_\t_", "id", "a range without an end"},
	} {
		_, err := Read(strings.NewReader(row.data))
		require.ErrorContains(t, err, row.want, row.reason)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(bank)
	f.Fuzz(func(t *testing.T, data string) {
		sentences, err := Read(strings.NewReader(data))
		if err != nil {
			return
		}
		for _, s := range sentences {
			for _, w := range s.Words {
				require.True(t, 0 <= w.Start && w.Start <= w.End && w.End <= len(s.Text))
			}
		}
	})
}
