package lexicon

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// lists of sections, by the name of their file.
var sectioned = map[string]*List{
	"numbers": NumberWords, "units": UnitWords, "times": TimeWords, "grammar": GrammarWords, "persons": PersonWords, "speech": SpeechWords, "bodies": BodyWords, "texts": TextWords,
}

func TestEverySectionHasItsWordsOnce(t *testing.T) {
	for name, list := range sectioned {
		require.Equal(t, name, list.name)
		require.True(t, strings.HasPrefix(list.text, "# "), "%s has no header", name)
		header, _, _ := strings.Cut(list.text, "\n\n[")
		require.Contains(t, header, "Apache-2.0", "%s names no licence", name)
		found := sections(list.text)
		require.Equal(t, strings.Count("\n"+list.text, "\n["), len(found), "%s has a section twice", name)
		for section := range found {
			rows := list.Rows(section)
			require.NotEmpty(t, rows, "%s, [%s]", name, section)
			var words []string
			bare := true
			for _, row := range rows {
				words = append(words, row[0])
				bare = bare && len(row) == 1
				for _, field := range row {
					require.Equal(t, strings.TrimSpace(field), field, "%s, [%s]", name, section)
					require.NotEmpty(t, field, "%s, [%s], %s", name, section, row[0])
				}
			}
			if bare {
				require.True(t, slices.IsSorted(words), "%s, [%s] isn't sorted", name, section)
			}
			slices.Sort(words)
			require.Len(t, slices.Compact(slices.Clone(words)), len(words), "%s, [%s] has a word twice", name, section)
		}
	}
}

func TestSectionsAreReadByName(t *testing.T) {
	list := &List{name: "fruit", text: "# Fruit.\n\n[sweet]\n# a comment\nfig\npear\n\n[sour]\nlemon\t1/4\nlime\t0.5\n"}
	sweet, sour := list.Words("sweet"), list.Numbers("sour")
	require.True(t, sweet.Has("fig"))
	require.False(t, sweet.Has("lemon"))
	require.False(t, sweet.Has("food"), "another word with the same initial")
	require.False(t, sweet.Has(""))
	require.Equal(t, 0.25, sour.Of("lemon"))
	_, ok := sour.Find("fig")
	require.False(t, ok)
	require.Equal(t, [][]string{{"lemon", "1/4"}, {"lime", "0.5"}}, list.Rows("sour"))
}

func TestSectionsRefuse(t *testing.T) {
	list := &List{name: "fruit", text: "# Fruit.\n\n[sweet]\nfig\tlots\n"}
	require.Panics(t, func() { list.Words("bitter").Has("fig") }, "no such section")
	require.Panics(t, func() { list.Numbers("sweet").Of("fig") }, "no number")
	require.Panics(t, func() { list.Integers("sweet").Of("fig") }, "no whole number")
	require.NotPanics(t, func() { list.Names("sweet").Of("fig") })
}

// Every file of words is one that a reader of this package reads.
func TestEveryFileOfWordsIsRead(t *testing.T) {
	files, err := fs.Glob(os.DirFS("data"), "*.txt")
	require.NoError(t, err)
	require.Len(t, files, len(lists)+len(sectioned))
	for _, file := range files {
		name := strings.TrimSuffix(file, ".txt")
		_, flat := lists[name]
		_, parts := sectioned[name]
		require.True(t, flat != parts, "%s is read by no list, or by two", file)
	}
}
