package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract"
)

// labelledFolder is a folder of cases and articles of the EventCorefBank+, and labels of
// clauses in them.
func labelledFolder(t *testing.T) (root string, labels clauseLabels) {
	root = t.TempDir()
	write := func(text string, path ...string) {
		p := filepath.Join(append([]string{root}, path...)...)
		require.NoError(t, os.MkdirAll(filepath.Dir(p), 0o700))
		require.NoError(t, os.WriteFile(p, []byte(text), 0o600))
	}
	for _, name := range []string{"pier", "quay"} {
		write("Six ships left the port on Monday. Nobody was hurt.\n", "cases", name, "courier.txt")
		write("The mayor resigned. Nine ships left the port.\n", "cases", name, "herald.txt")
	}
	write("{}", "cases", "quay", "gold.json")
	for _, n := range []int{3, 4} {
		for _, name := range []string{"1ecb", "2ecb", "1ecbplus", "2ecbplus"} {
			var tokens strings.Builder
			for i, word := range strings.Fields("Six ships left the port .") {
				fmt.Fprintf(&tokens, "<token t_id=\"%d\" sentence=\"0\">%s</token>", i+1, word)
			}
			file := fmt.Sprintf("%d_%s.xml", n, name)
			write(fmt.Sprintf("<Document doc_name=%q>%s</Document>", file, tokens.String()), "data", "ecbplus", fmt.Sprint(n), file)
		}
	}
	lines := []string{
		`{"case":"pier","a":{"article":"courier","start":0,"end":33},"b":{"article":"herald","start":20,"end":44},"relation":"differ"}`,
		`{"case":"quay","a":{"article":"courier","start":0,"end":33},"b":{"article":"herald","start":20,"end":44},"relation":"differ"}`,
		`{"case":"ecbplus/3/a","a":{"article":"3_1ecb","start":0,"end":23},"b":{"article":"3_2ecb","start":0,"end":23},"relation":"same"}`,
		`{"case":"ecbplus/4/b","a":{"article":"4_1ecbplus","start":0,"end":23},"b":{"article":"4_2ecbplus","start":0,"end":23},"relation":"same"}`,
	}
	path := filepath.Join(root, "clauses.jsonl")
	require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600))
	labels, err := readClauseLabels(path)
	require.NoError(t, err)
	require.Equal(t, []string{"ecbplus/3/a", "ecbplus/4/b", "pier", "quay"}, labels.cases())
	return root, labels
}

func TestUnannotatedCasesAreThoseOfNoTopicThatIsMeasured(t *testing.T) {
	root, labels := labelledFolder(t)
	for _, row := range []struct {
		measured []annotated
		want     []string
		reason   string
	}{
		{nil, []string{"ecbplus/3/a", "ecbplus/4/b", "pier"}, "quay is annotated"},
		{[]annotated{{name: "ecb04a"}}, []string{"ecbplus/3/a", "pier"}, "a case is of topic 4"},
		{[]annotated{{name: "ecb14a"}}, []string{"ecbplus/3/a", "ecbplus/4/b", "pier"}, "topic 14 isn't 4"},
	} {
		cases, err := readUnannotated(root, labels, row.measured)
		require.NoError(t, err)
		var names []string
		for _, c := range cases {
			require.Len(t, c.documents, 2, c.name)
			names = append(names, c.name)
		}
		require.Equal(t, row.want, names, row.reason)
	}
}

func TestLabelledClausesTeachWhatTheReaderSaid(t *testing.T) {
	root, labels := labelledFolder(t)
	c, err := readLabelledCase(root, "ecbplus/3/a", labels)
	require.NoError(t, err)
	found, err := c.examples(labels)
	require.NoError(t, err)
	require.NotEmpty(t, found)
	for _, e := range found {
		require.Equal(t, [3]float64{1, 0, readerWeight}, [3]float64{e.agree, e.differ, e.weight})
		require.Equal(t, e.features, e.features.Unread())
	}
}

func TestSentencesOfLabelledClauses(t *testing.T) {
	root, labels := labelledFolder(t)
	c, err := readLabelledCase(root, "quay", labels)
	require.NoError(t, err)
	require.True(t, c.annotated)
	documents := map[string]*extract.Document{}
	for _, d := range c.documents {
		documents[d.Article.ID] = d
	}
	l := labels.ofCase("quay")[0]
	text, clause, ok := l.B.inSentence(documents)
	require.True(t, ok)
	require.Equal(t, "Nine ships left the port.", text)
	var words []string
	for _, at := range clause {
		words = append(words, text[at[0]:at[1]])
	}
	require.Equal(t, []string{"Nine", "ships", "left", "the", "port", "."}, words)
	for _, p := range []clausePlace{{"courier", 200, 220}, {"nobody", 0, 33}} {
		_, _, ok = p.inSentence(documents)
		require.False(t, ok, p)
	}
}

func TestValuesOfSentences(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pairs.jsonl")
	require.NoError(t, os.WriteFile(path, []byte(`{"id":"1","relation":"differ","a":"Six ships left the port on Monday.","b":"On Monday nine ships were gone."}`), 0o600))
	pairs, err := readLabelled(path)
	require.NoError(t, err)
	p := &pairs[0]
	var found []string
	for _, v := range valuesOf(p) {
		found = append(found, fmt.Sprintf("%s|%s|%t", p.A[v.A[0]:v.A[1]], p.B[v.B[0]:v.B[1]], v.Equal))
	}
	require.Equal(t, []string{"Six ships|nine ships|false", "Monday|Monday|true"}, found)
}
