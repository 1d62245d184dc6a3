package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	{"exact", "copy", 34, 0},
	{"styled", "abbreviations", 7, 0},
	{"styled", "dates", 7, 0},
	{"styled", "marks-single", 34, 0},
	{"styled", "marks-straight-or-curly", 34, 0},
	{"styled", "numbers", 31, 1},
	{"styled", "paragraphs", 9, 0},
	{"styled", "spelling", 19, 0},
	{"styled", "together", 34, 1},
	{"unchanged", "before-after", 12, 0},
	{"unchanged", "comparative", 6, 0},
	{"unchanged", "date", 33, 0},
	{"unchanged", "from-to", 5, 0},
	{"unchanged", "hedge-added", 2, 0},
	{"unchanged", "hedge-dropped", 17, 0},
	{"unchanged", "name", 7, 0},
	{"unchanged", "negation", 17, 0},
	{"unchanged", "number", 33, 0},
	{"unchanged", "only", 5, 1},
	{"unchanged", "ordinal", 13, 0},
	{"unchanged", "quantifier", 19, 0},
	{"unchanged", "role", 8, 0},
	{"unchanged", "speaker", 25, 0},
	{"unchanged", "unit", 11, 0},
	{"unchanged", "without", 9, 0},
}

// changeBounds is, of copies with one fact changed, of how many pairs it must be
// told by a right kind, of how many it may be told as the same, and of how many
// a second difference may be told.
var changeBounds = []struct {
	sort, rule                              string
	pairs, leastRight, mostSame, mostSecond int
}{
	{"changed", "before-after", 22, 19, 3, 0},
	{"changed", "comparative", 17, 17, 0, 0},
	{"changed", "date", 34, 29, 5, 0},
	{"changed", "from-to", 3, 2, 1, 0},
	{"changed", "hedge-added", 30, 24, 6, 1},
	{"changed", "hedge-dropped", 25, 22, 2, 0},
	{"changed", "name", 26, 19, 7, 2},
	{"changed", "negation", 34, 31, 3, 0},
	{"changed", "number", 34, 31, 3, 0},
	{"changed", "only", 5, 4, 1, 0},
	{"changed", "ordinal", 13, 11, 2, 0},
	{"changed", "place", 13, 13, 0, 0},
	{"changed", "quantifier", 20, 18, 2, 0},
	{"changed", "role", 8, 7, 1, 0},
	{"changed", "speaker", 14, 12, 2, 0},
	{"changed", "unit", 31, 27, 3, 0},
	{"changed", "without", 12, 11, 1, 0},
	{"styled+changed", "before-after", 22, 18, 4, 1},
	{"styled+changed", "comparative", 17, 17, 0, 0},
	{"styled+changed", "date", 34, 29, 5, 1},
	{"styled+changed", "from-to", 3, 2, 1, 1},
	{"styled+changed", "hedge-added", 30, 25, 5, 1},
	{"styled+changed", "hedge-dropped", 25, 22, 2, 1},
	{"styled+changed", "name", 26, 19, 7, 3},
	{"styled+changed", "negation", 34, 31, 3, 0},
	{"styled+changed", "number", 34, 31, 3, 1},
	{"styled+changed", "only", 5, 4, 1, 1},
	{"styled+changed", "ordinal", 13, 11, 2, 0},
	{"styled+changed", "place", 13, 13, 0, 0},
	{"styled+changed", "quantifier", 20, 17, 3, 0},
	{"styled+changed", "role", 8, 7, 1, 0},
	{"styled+changed", "speaker", 14, 12, 2, 0},
	{"styled+changed", "unit", 31, 27, 3, 1},
	{"styled+changed", "without", 12, 11, 1, 1},
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

// realBounds is the same of real articles, by sort, all rules together.
var realBounds = []struct {
	sort                                                   string
	pairs, mostDiffering, leastRight, mostSame, mostSecond int
}{
	{"exact", 189, 0, 0, 0, 0},
	{"styled", 193, 8, 0, 0, 8},
	{"unchanged", 185, 10, 0, 174, 10},
	{"changed", 385, 320, 314, 62, 15},
	{"styled+changed", 130, 111, 105, 21, 23},
}

// What holds of written articles is measured on real ones too.
func TestCopiesOfRealArticles(t *testing.T) {
	data := os.Getenv("XREF_DATA")
	if data == "" {
		t.Skip("XREF_DATA is not set: no real articles")
	}
	found, err := copies(filepath.Join(data, "cases"))
	require.NoError(t, err)
	for _, b := range realBounds {
		i := slices.IndexFunc(found.rows, func(r []any) bool { return r[0] == b.sort && r[1] == "all" })
		require.GreaterOrEqual(t, i, 0, b.sort)
		row := map[string]int{}
		for n, cell := range found.rows[i][2:] {
			row[found.columns[2+n]] = cell.(int)
		}
		require.Equal(t, b.pairs, row["pairs"], b.sort)
		require.LessOrEqual(t, row["differing"], b.mostDiffering, "%s: pairs of which a difference is told", b.sort)
		require.GreaterOrEqual(t, row["right"], b.leastRight, "%s: changes told by a right kind", b.sort)
		require.LessOrEqual(t, row["same"], b.mostSame, "%s: changes told as the same", b.sort)
		require.LessOrEqual(t, row["second"], b.mostSecond, "%s: pairs of which a second difference is told", b.sort)
	}
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
