package resolve

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"xref/fixtures"
)

// gathered writes the named persons, bodies and things of several articles as the
// fixtures have them: who or what, then a line for each article with its mentions;
// a title and a description are marked.
func gathered(names, texts []string) string {
	var b strings.Builder
	resolutions := make([]*Resolution, len(texts))
	for i, text := range texts {
		resolutions[i] = resolved(text)
	}
	for _, members := range Link(resolutions) {
		first := resolutions[members[0].Article].Entities[members[0].Entity]
		if !first.Named || first.Type == Place {
			continue
		}
		fmt.Fprintf(&b, "%s %s\n", typeNames[first.Type], first.Name)
		for _, m := range members {
			var mentions []string
			for _, mention := range resolutions[m.Article].Entities[m.Entity].Mentions {
				surface := mention.Span.In(texts[m.Article])
				switch mention.Form {
				case Title:
					surface = "title " + surface
				case Description:
					surface = "as " + surface
				}
				mentions = append(mentions, surface)
			}
			fmt.Fprintf(&b, "  %s: %s\n", names[m.Article], strings.Join(mentions, "; "))
		}
	}
	return b.String()
}

// Couples, families, namesakes, rulers, storms, lawsuits, firms and branches: who is
// one with whom in one article or in several. What is missing and what is too much
// both fail.
func TestPeople(t *testing.T) {
	paths, err := filepath.Glob("testdata/people/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			require.NoError(t, err)
			last := len(archive.Files) - 1
			require.Positive(t, last)
			require.Equal(t, "people", archive.Files[last].Name)
			var names, texts []string
			for _, f := range archive.Files[:last] {
				names, texts = append(names, strings.TrimSuffix(f.Name, ".txt")), append(texts, string(f.Data))
			}
			archive.Files[last].Data = []byte(gathered(names, texts))
			fixtures.Same(t, path, string(txtar.Format(archive)))
		})
	}
}
