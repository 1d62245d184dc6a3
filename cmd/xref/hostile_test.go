package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"xref/compare/render"
)

// hostileWords would act on a terminal, a CI log, a page or a spreadsheet.
const hostileWords = "=HYPERLINK(\\\"https://evil.example\\\") \\x1b[2J\\x1b]0;owned\\x07 ::set-output name=a::b ##[error]x ##vso[task.x]y \u202Egnp.exe\u202C \u2066x\u2069 \\x9b31m <script>alert(1)</script> <img src=x onerror=y> | `c` *b* [l](javascript:x) @team +1 -1 @SUM(A1)"

// hostileArticle is an article whose every field and paragraph is hostile.
func hostileArticle(outlet, figure string) string {
	words := strings.NewReplacer(`\x1b`, "\x1b", `\x07`, "\x07", `\x9b`, "\u009b", `\"`, `"`).Replace(hostileWords)
	quoted := strings.NewReplacer(`\x9b`, `\u009b`).Replace(hostileWords)
	return "---\noutlet: \"" + outlet + " " + quoted + "\"\ntitle: \"::error::" + quoted + "\"\nauthor: \"" + quoted + "\"\nurl: \"javascript:alert(1)//" + quoted + "\"\ndate: 2024-05-02\n---\n\n" +
		"The footbridge at Old Quay gave way on Tuesday evening, and " + figure + " people were hurt.\n\n" +
		"=cmd|' /C calc'!A0 said the mayor, Pieter Lindqvist, who is not =SUM(1) at all.\n\n" +
		"::warning::“We were left alone with " + figure + " wrecks and " + words + ",” said Mayor Pieter Lindqvist.\n\n" +
		"##[group]" + words + "\n"
}

// One hostile article goes through the whole program into every format of the
// list, and nothing of it acts.
func TestHostileArticleInEveryFormat(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "north.txt"), []byte(hostileArticle("North", "14")), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "south.txt"), []byte(hostileArticle("South", "17")), 0o644))
	for _, f := range render.Formats {
		t.Run(f.ID, func(t *testing.T) {
			file := filepath.Join(folder, "out-"+f.ID)
			var stdout, stderr bytes.Buffer
			status := run([]string{"report", "--config", "none", filepath.Join(folder, "north.txt"), filepath.Join(folder, "south.txt"), "-o", f.ID + "=" + file}, strings.NewReader(""), &stdout, &stderr)
			require.Equal(t, statusFine, status, stderr.String())
			require.Empty(t, stdout.String())
			requireQuiet(t, stderr.String(), false)
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			switch {
			case f.Binary:
				requireNoFormulas(t, data)
				return
			case f.ID == "csv":
				rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
				require.NoError(t, err)
				require.Greater(t, len(rows), 1)
				for _, row := range rows {
					for _, cell := range row {
						require.False(t, cell != "" && strings.ContainsAny(cell[:1], "=+-@\t"), "%q", cell)
					}
				}
			case f.ID == "github":
				for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
					require.Regexp(t, `^::(error|warning|notice) file=[^:]*::`, l)
				}
			}
			require.Contains(t, string(data), "HYPERLINK", "the hostile words aren't there at all")
			requireQuiet(t, string(data), f.ID == "github")
		})
	}
}

// requireQuiet looks for what acts on a terminal or in a CI log. The commands of
// the program's own are those that begin a line.
func requireQuiet(t *testing.T, out string, commands bool) {
	for _, l := range strings.Split(out, "\n") {
		l = strings.TrimSuffix(l, "\r")
		require.False(t, !commands && strings.HasPrefix(strings.TrimSpace(l), "::"), "%q", l)
		require.NotContains(t, l, "##[")
		require.NotContains(t, l, "##vso[")
		for _, r := range l {
			require.False(t, unicode.IsControl(r) && r != '\t' || unicode.Is(unicode.Bidi_Control, r), "%U in %q", r, l)
		}
	}
}

func requireNoFormulas(t *testing.T, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	cells := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for y, row := range rows {
			for x, text := range row {
				at, err := excelize.CoordinatesToCellName(x+1, y+1)
				require.NoError(t, err)
				formula, err := f.GetCellFormula(sheet, at)
				require.NoError(t, err)
				require.Empty(t, formula)
				require.False(t, text != "" && strings.ContainsAny(text[:1], "=+-@"), "%q", text)
				cells++
			}
		}
	}
	require.NotZero(t, cells)
}
