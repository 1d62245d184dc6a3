package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Bounds of what is told of the copies of the articles of fixtures/restyle. A
// bound is drawn tighter where more is right, and never loosened.

// sameBounds is, of copies that say the same, of how many pairs any difference
// may be told.
var sameBounds = []struct {
	sort, rule           string
	pairs, mostDiffering int
}{
	{"exact", "copy", 24, 1},
	{"styled", "abbreviations", 6, 1},
	{"styled", "dates", 5, 0},
	{"styled", "marks-single", 24, 1},
	{"styled", "marks-straight-or-curly", 24, 1},
	{"styled", "numbers", 23, 1},
	{"styled", "paragraphs", 8, 0},
	{"styled", "spelling", 17, 2},
	{"styled", "together", 24, 3},
	{"unchanged", "before-after", 11, 0},
	{"unchanged", "comparative", 6, 3},
	{"unchanged", "date", 23, 2},
	{"unchanged", "from-to", 5, 2},
	{"unchanged", "hedge-added", 2, 0},
	{"unchanged", "hedge-dropped", 12, 0},
	{"unchanged", "name", 3, 0},
	{"unchanged", "negation", 11, 1},
	{"unchanged", "number", 24, 1},
	{"unchanged", "only", 5, 0},
	{"unchanged", "ordinal", 10, 0},
	{"unchanged", "quantifier", 16, 3},
	{"unchanged", "role", 6, 0},
	{"unchanged", "speaker", 17, 0},
	{"unchanged", "unit", 10, 4},
	{"unchanged", "without", 9, 9},
}

// changeBounds is, of copies with one fact changed, of how many pairs it must be
// told by a right kind, of how many it may be told as the same, and of how many
// a second difference may be told.
var changeBounds = []struct {
	sort, rule                              string
	pairs, leastRight, mostSame, mostSecond int
}{
	{"changed", "before-after", 20, 0, 20, 0},
	{"changed", "comparative", 13, 7, 3, 4},
	{"changed", "date", 24, 22, 2, 10},
	{"changed", "from-to", 3, 2, 1, 0},
	{"changed", "hedge-added", 24, 20, 4, 1},
	{"changed", "hedge-dropped", 18, 17, 1, 1},
	{"changed", "name", 19, 3, 9, 11},
	{"changed", "negation", 24, 23, 1, 1},
	{"changed", "number", 24, 20, 1, 6},
	{"changed", "only", 5, 0, 5, 0},
	{"changed", "ordinal", 10, 2, 8, 0},
	{"changed", "place", 12, 8, 4, 0},
	{"changed", "quantifier", 16, 14, 2, 1},
	{"changed", "role", 6, 6, 0, 0},
	{"changed", "speaker", 13, 13, 0, 0},
	{"changed", "unit", 22, 9, 12, 1},
	{"changed", "without", 12, 0, 12, 0},
	{"styled+changed", "before-after", 20, 0, 20, 2},
	{"styled+changed", "comparative", 13, 7, 3, 5},
	{"styled+changed", "date", 24, 22, 2, 12},
	{"styled+changed", "from-to", 3, 2, 1, 1},
	{"styled+changed", "hedge-added", 24, 21, 3, 3},
	{"styled+changed", "hedge-dropped", 18, 17, 1, 2},
	{"styled+changed", "name", 19, 4, 8, 10},
	{"styled+changed", "negation", 24, 23, 1, 3},
	{"styled+changed", "number", 24, 20, 1, 6},
	{"styled+changed", "only", 5, 0, 5, 0},
	{"styled+changed", "ordinal", 10, 2, 8, 1},
	{"styled+changed", "place", 12, 7, 4, 1},
	{"styled+changed", "quantifier", 16, 14, 2, 3},
	{"styled+changed", "role", 6, 6, 0, 0},
	{"styled+changed", "speaker", 13, 13, 0, 1},
	{"styled+changed", "unit", 22, 9, 12, 3},
	{"styled+changed", "without", 12, 0, 12, 0},
}

func TestCopiesSayTheSameAndChangesAreTold(t *testing.T) {
	found, err := copies(own)
	require.NoError(t, err)
	rows := map[string]map[string]int{}
	for _, r := range found.rows {
		if r[1] == "all" {
			continue
		}
		counts := map[string]int{}
		for i, cell := range r[2:] {
			counts[found.columns[2+i]] = cell.(int)
		}
		rows[fmt.Sprint(r[0], " ", r[1])] = counts
	}
	take := func(sort, rule string, pairs int) map[string]int {
		name := sort + " " + rule
		require.Contains(t, rows, name)
		row := rows[name]
		delete(rows, name)
		require.Equal(t, pairs, row["pairs"], name)
		return row
	}
	for _, b := range sameBounds {
		row := take(b.sort, b.rule, b.pairs)
		require.LessOrEqual(t, row["differing"], b.mostDiffering, "%s %s: pairs of which a difference is told", b.sort, b.rule)
	}
	for _, b := range changeBounds {
		row := take(b.sort, b.rule, b.pairs)
		require.GreaterOrEqual(t, row["right"], b.leastRight, "%s %s: changes told by a right kind", b.sort, b.rule)
		require.LessOrEqual(t, row["same"], b.mostSame, "%s %s: changes told as the same", b.sort, b.rule)
		require.LessOrEqual(t, row["second"], b.mostSecond, "%s %s: pairs of which a second difference is told", b.sort, b.rule)
	}
	require.Empty(t, rows, "without bounds")
}

func TestCopiesOfAFolder(t *testing.T) {
	const text = "---\ndate: 2024-05-14\n---\n\n%s lost ten boats on Monday. The harbour was closed, police said.\n"
	root := tree(t, map[string]string{
		"quay/heron.txt": fmt.Sprintf(text, "Anna Moor"), "quay/stork.txt": fmt.Sprintf(text, "Peter Moor"), "mole/owl.txt": fmt.Sprintf(text, "Helen Marsh"),
	})
	found, err := copies(root)
	require.NoError(t, err)
	require.Equal(t, []any{"exact", "copy", 3}, found.rows[0][:3])
	one, err := copies(filepath.Join(root, "mole"))
	require.NoError(t, err)
	require.Equal(t, []any{"exact", "copy", 1}, one.rows[0][:3])
	_, err = copies(filepath.Join(root, "gone"))
	require.Error(t, err)
}

// Of a collection ten folders are closed; of the annotated ones a third is
// counted without being shown. One of them may be both.
func TestFoldersAreSetAside(t *testing.T) {
	root := t.TempDir()
	var folders []string
	for i := range 30 {
		folder := filepath.Join(root, fmt.Sprint("case", i))
		require.NoError(t, os.Mkdir(folder, 0o755))
		if i%2 == 0 {
			require.NoError(t, os.WriteFile(filepath.Join(folder, "gold.json"), nil, 0o644))
		}
		folders = append(folders, folder)
	}
	closed, aside := setAside(folders)
	n := 0
	for _, is := range closed {
		if is {
			n++
		}
	}
	require.Equal(t, 10, n)
	require.Len(t, aside, 5)
	closed, aside = setAside(folders[:manyFolders-1])
	require.Empty(t, closed)
	require.Empty(t, aside)
}

func TestTables(t *testing.T) {
	made := table{columns: []string{"rule", "share"}}
	made.add("number", 12.345)
	made.add(`"of"`, 3)
	var text, asJSON bytes.Buffer
	require.NoError(t, made.write(&text, false))
	require.Equal(t, "rule    share\nnumber  12.3\n\"of\"    3\n", text.String())
	require.NoError(t, made.write(&asJSON, true))
	require.JSONEq(t, `[{"rule": "number", "share": 12.345}, {"rule": "\"of\"", "share": 3}]`, asJSON.String())
	require.True(t, strings.HasSuffix(asJSON.String(), "\n"))
}
