package read

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// leastF1 is how well the main text of each format is to be read.
const leastF1 = 0.97

// The files below testdata/formats hold the articles of its folder source, as
// real programs wrote them (tools/formats/make.py): NAME.PRODUCER.ENDING. What is
// read of each is held against what went in: F1 of the words, in their order.
// XREF_FORMATS names another such folder.
func TestFormatFigures(t *testing.T) {
	folder := "testdata/formats"
	if other := os.Getenv("XREF_FORMATS"); other != "" {
		folder = other
	}
	formats, err := os.ReadDir(folder)
	require.NoError(t, err)
	measured := 0
	for _, f := range formats {
		if f.Name() == "source" {
			continue
		}
		t.Run(f.Name(), func(t *testing.T) {
			files, err := filepath.Glob(filepath.Join(folder, f.Name(), "*"))
			require.NoError(t, err)
			require.NotEmpty(t, files)
			sum, least, worst := 0.0, 1.0, ""
			producers := map[string]bool{}
			for _, file := range files {
				name, rest, _ := strings.Cut(filepath.Base(file), ".")
				producer, _, _ := strings.Cut(rest, ".")
				producers[producer] = true
				want, title := sourceWords(t, name)
				data, err := os.ReadFile(file)
				require.NoError(t, err)
				all, _, err := Readings(file, data, Options{})
				if err != nil {
					t.Errorf("%s: %v", file, err)
					continue
				}
				if len(all) != 1 {
					t.Errorf("%s: %d articles", file, len(all))
				}
				if letters(all[0].Article.Headline) != letters(title) {
					t.Errorf("%s: the title is %q", file, all[0].Article.Headline)
				}
				wellFormed(t, all[0].Article)
				f1 := inOrderF1(want, words(all[0].Prose()))
				sum += f1
				if f1 < least {
					least, worst = f1, file
				}
			}
			measured++
			mean := sum / float64(len(files))
			fmt.Printf("%-12s %2d files by %d producers: F1 %.4f, least %.4f %s\n", f.Name(), len(files), len(producers), mean, least, worst)
			require.GreaterOrEqual(t, mean, leastF1)
		})
	}
	require.NotZero(t, measured)
}

// sourceWords are the words of an article's body, as they went in, and its title.
func sourceWords(t *testing.T, name string) (body []string, title string) {
	data, err := os.ReadFile(filepath.Join("testdata/formats/source", name+".md"))
	require.NoError(t, err)
	all, _, err := Readings(name+".md", data, Options{})
	require.NoError(t, err)
	return words(all[0].Prose()), all[0].Article.Headline
}

func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("“”\"'’‘•-", r) })
}

// inOrderF1 is the F1 of two sequences: the longest that both have in order.
func inOrderF1(want, got []string) float64 {
	row := make([]int, len(got)+1)
	for _, w := range want {
		before := slices.Clone(row)
		for j, g := range got {
			if w == g {
				row[j+1] = before[j] + 1
			} else {
				row[j+1] = max(row[j], before[j+1])
			}
		}
	}
	if len(want)+len(got) == 0 {
		return 1
	}
	return 2 * float64(row[len(got)]) / float64(len(want)+len(got))
}
