package measure

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"xref/internal/analyser"
)

// Segmenter measures sentence splitting against a list of cases, each a text
// and its sentences. A case is passed if the sentences are the same but for
// the amount of white space.
func Segmenter(r io.Reader) ([]Figure, error) {
	var cases []struct {
		Golden    bool     `json:"golden"`
		Text      string   `json:"text"`
		Sentences []string `json:"sentences"`
	}
	if err := json.NewDecoder(r).Decode(&cases); err != nil {
		return nil, err
	}
	var golden, goldenPassed, passed int
	for _, c := range cases {
		t := analyser.English().AnalyseString(c.Text)
		var got, want []string
		for _, s := range t.Sentences {
			got = append(got, spaced(s.Span.In(c.Text)))
		}
		for _, s := range c.Sentences {
			want = append(want, spaced(s))
		}
		ok := one(slices.Equal(got, want))
		passed += ok
		if c.Golden {
			golden++
			goldenPassed += ok
		}
	}
	return []Figure{count("golden_passed", goldenPassed), count("golden", golden), count("passed", passed), count("cases", len(cases))}, nil
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
