package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
)

// split gives the paragraphs of a text: its lines.
func split(text string) []article.Span {
	var paras []article.Span
	at := 0
	for line := range strings.Lines(text) {
		if span := trimSpace(text, article.Span{Start: at, End: at + len(line)}); !span.Empty() {
			paras = append(paras, span)
		}
		at += len(line)
	}
	return paras
}

func TestPairMarks(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		want         []string // depth times "> ", then the words; "~" before what carries on an earlier paragraph's
	}{
		{"curly", "“We left,” she said.", []string{"We left,"}},
		{"straight", `"We left," she said. "All of us."`, []string{"We left,", "All of us."}},
		{"doubled single", "''We left,'' she said.", []string{"We left,"}},
		{"angled", "«We left», she said.", []string{"We left"}},
		{"single against apostrophes", "‘We can’t leave the farmers’ market,’ she said.", []string{"We can’t leave the farmers’ market,"}},
		{"straight single against apostrophes", "'We can't leave,' she said, 'until it's over.'", []string{"We can't leave,", "until it's over."}},
		{"a possessive is no mark", "The voters' choice wasn't the party's.", nil},
		{"elided words are no marks", "In the '90s they ate 'em all, ’tis said.", nil},
		{"two possessives are no pair", "The farmers' and the bakers' wives met.", nil},
		{"nested, curly", "“He told me ‘go home’ and left,” she said.", []string{"He told me ‘go home’ and left,", "> go home"}},
		{"nested at the end", `"He told me 'go home,'" she said.`, []string{"He told me 'go home,'", "> go home,"}},
		{"nested in doubled singles", "''He told me 'go home,''' she said.", []string{"He told me 'go home,'", "> go home,"}},
		{"nested straight doubles", `"He told me "go home" and left," she said.`, []string{`He told me "go home" and left,`, "> go home"}},
		{"inches are no marks", `He is 6'2" tall.`, nil},
		{"a reopened mark carries on", "“We left.\n“All of us,” she said.", []string{"We left.", "~ All of us,"}},
		{"a closed mark doesn't", "“We left.”\n“All of us,” she said.", []string{"We left.", "All of us,"}},
		{"carried on without a reopened mark", "“We left.\nAll of us,” she said.", []string{"We left.", "~ All of us,"}},
		{"unclosed, at the end of its sentence", "She said: “We left. Nobody heard it.", []string{"We left."}},
		{"unclosed before another", "“We left, she said. “All of us.”", []string{"We left, she said.", "All of us."}},
		{"a lone closing mark", "We left,” she said.", nil},
		{"after a bracket and a dash", "(“We left”)—“all of us”—she said.", []string{"We left", "all of us"}},
		{"a space before the closing mark", `"He said 'go,' " she told us.`, []string{"He said 'go,'", "> go,"}},
		{"closed with an opening mark", "“We left,“ she said.", []string{"We left,"}},
		{"empty", "She said “”.", nil},
	} {
		t.Run(test.reason, func(t *testing.T) {
			var got []string
			for _, m := range pairMarks(test.text, split(test.text)) {
				s := strings.Repeat("> ", m.depth) + m.inner.In(test.text)
				if m.follows >= 0 {
					s = "~ " + s
				}
				got = append(got, s)
			}
			require.Equal(t, test.want, got)
		})
	}
}
