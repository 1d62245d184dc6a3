package measure

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// barge is a treebank of one sentence: "Barges sank ."
const barge = "# sent_id = s1\n" +
	"1\tBarges\tbarge\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n" +
	"2\tsank\tsink\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"

func TestFactuality(t *testing.T) {
	for _, row := range []struct {
		rows   string
		right  float64
		sure   float64
		err    string
		reason string
	}{
		{`{"split": "dev", "sent_id": "s1", "token": 2, "factual": 2.5}`, 100, 1, "", "it is told as a fact, and is one"},
		{`{"split": "dev", "sent_id": "s1", "token": 2, "factual": -2.5}`, 0, 1, "", "it is told as a fact, and is none"},
		{`{"split": "train", "sent_id": "s1", "token": 2, "factual": -1}` + "\n" + `{"split": "dev", "sent_id": "s1", "token": 2, "factual": 1}`, 100, 1, "", "training rows are left out where there are others"},
		{`{"split": "train", "sent_id": "s1", "token": 2, "factual": 3}`, 100, 1, "", "training rows alone are measured"},
		{`{"split": "dev", "sent_id": "s1", "token": 2, "factual": 0.9}`, 0, 0, "no predicate", "annotators who aren't sure don't count"},
		{`{"split": "dev", "sent_id": "s2", "token": 2, "factual": 3}`, 0, 0, "no sentence s2", "a sentence that the treebank lacks"},
		{`{"split": "dev", "sent_id": "s1", "token": 9, "factual": 3}`, 0, 0, "no token 9", "a token that the sentence lacks"},
		{`{`, 0, 0, "line 1", "a line that is no JSON"},
	} {
		set := fstest.MapFS{"facts/rows.jsonl": {Data: []byte(row.rows)}, "treebank/bank.conllu": {Data: []byte(barge)}}
		for _, file := range []string{"", "rows.jsonl"} {
			figures, err := Factuality(set, "facts", file)
			if row.err != "" {
				require.ErrorContains(t, err, row.err, row.reason)
				continue
			}
			require.NoError(t, err, row.reason)
			require.Equal(t, Figure{Name: "sign", Value: row.right}, figures[0], row.reason)
			require.Equal(t, Figure{Name: "sure", Value: row.sure, Count: true}, figures[len(figures)-1], row.reason)
		}
	}
}
