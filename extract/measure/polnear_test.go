package measure

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

func TestPolnear(t *testing.T) {
	const text = "Bridge closed\n\n“We left it,” said Maria Lopez.\n"
	const notes = "T1\tContent 15 28\t“We left it,”\nT2\tCue 29 33\tsaid\nT3\tSource 34 45\tMaria Lopez\nT4\tAttribution 29 33\tsaid\nE1\tAttribution:T4 Content:T1 Cue:T2 Source:T3\n"
	figures, err := Polnear(fstest.MapFS{
		"text/a.txt":           {Data: []byte(text)},
		"attributions/a_1.ann": {Data: []byte(notes)},
		"attributions/a_2.ann": {Data: []byte("")}, // the second annotator isn't read
	})
	require.NoError(t, err)
	got := map[string]float64{}
	for _, f := range figures {
		got[f.Name] = f.Value
	}
	require.Equal(t, 1.0, got["texts"])
	require.Equal(t, 1.0, got["gold"])
	require.Equal(t, 100.0, got["f1"])
	require.Equal(t, 100.0, got["source_accuracy"])
	require.Equal(t, 100.0, got["direct_f1"])

	_, err = Polnear(fstest.MapFS{})
	require.Error(t, err, "no cases")
}

func TestTallyAdd(t *testing.T) {
	span := func(start, end int) []article.Span { return []article.Span{{Start: start, End: end}} }
	gold := []attribution{{content: span(0, 10), cue: span(12, 16), source: span(17, 20)}}
	for _, test := range []struct {
		reason         string
		predicted      attribution
		found, sourced int
	}{
		{"half of the content", attribution{content: span(5, 10), cue: span(12, 16), source: span(19, 22)}, 1, 1},
		{"less than half", attribution{content: span(6, 10), cue: span(12, 16), source: span(17, 20)}, 0, 0},
		{"half of the longer of the two", attribution{content: span(0, 21), cue: span(12, 16), source: span(17, 20)}, 0, 0},
		{"another cue", attribution{content: span(0, 10), cue: span(30, 34), source: span(17, 20)}, 0, 0},
		{"no source", attribution{content: span(0, 10), cue: span(12, 16)}, 1, 0},
		{"another source", attribution{content: span(0, 10), cue: span(12, 16), source: span(30, 34)}, 1, 0},
	} {
		t.Run(test.reason, func(t *testing.T) {
			var got tally
			got.add(gold, []attribution{test.predicted})
			require.Equal(t, test.found, got.found)
			require.Equal(t, test.sourced, got.sourced)
		})
	}
}

func TestReadAttributionsRange(t *testing.T) {
	_, err := readAttributions("short", "T1\tCue 3 99\tx\n")
	require.ErrorContains(t, err, "line 1")
}
