package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract"
	"xref/extract/article"
)

// failing is an analysis that has a bug where an article is about the word "spoilt".
func failing(a *article.Article) *extract.Document {
	if strings.Contains(a.Text, "spoilt") {
		var words []string
		_ = words[len(a.ID)]
	}
	return extract.Analyse(a)
}

// newsFolder is a folder of articles by their names.
func newsFolder(t *testing.T, articles map[string]string) string {
	folder := t.TempDir()
	for name, text := range articles {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	return folder
}

var bridges = map[string]string{
	"beacon.txt":  "The footbridge at Old Quay gave way on Tuesday evening, and 14 people were hurt.\n",
	"courier.txt": "The footbridge at Old Quay gave way on Tuesday evening, and 17 people were hurt.\n",
	"echo.txt":    "The footbridge at Old Quay is spoilt, and 17 people were hurt on Tuesday evening.\n",
}

// A bug that an article meets costs that article only, and is told with its place.
func TestPanicCostsOneArticle(t *testing.T) {
	var stderr bytes.Buffer
	g := gatherer{streams: streams{nil, nil, &stderr}, extract: failing}
	report, err := g.report([]string{newsFolder(t, bridges)})
	require.NoError(t, err)
	require.Len(t, report.Documents, 2)
	require.NotEmpty(t, report.Findings)
	require.Len(t, report.Skipped, 1)
	require.Equal(t, "echo.txt", filepath.Base(report.Skipped[0].Path))
	require.Regexp(t, `^a bug in xref \S+, not in the article: runtime error: index out of range \[4\] with length 0, in xref/cmd/xref\.failing:\d+\. Please report`, report.Skipped[0].Reason)
	require.Contains(t, stderr.String(), "echo.txt: a bug in xref")
	require.Equal(t, 1, strings.Count(stderr.String(), "\n"), "one line, no stack")
}

func TestPanicInTheOnlyArticle(t *testing.T) {
	g := gatherer{streams: streams{nil, nil, &bytes.Buffer{}}, extract: failing}
	_, err := g.report([]string{newsFolder(t, map[string]string{"echo.txt": bridges["echo.txt"]})})
	require.EqualError(t, err, "no article is left to compare")
}

// A text that is longer than any article costs itself only.
func TestTooLongTextCostsOneArticle(t *testing.T) {
	articles := map[string]string{"beacon.txt": bridges["beacon.txt"], "long.txt": strings.Repeat(bridges["courier.txt"], mostText/len(bridges["courier.txt"])+1)}
	g := gatherer{streams: streams{nil, nil, &bytes.Buffer{}}}
	report, err := g.report([]string{newsFolder(t, articles)})
	require.NoError(t, err)
	require.Len(t, report.Documents, 1)
	require.Equal(t, "a text of more than 4 MB", report.Skipped[0].Reason)
}

// Of two versions the other isn't taken for the only one.
func TestPanicInAVersion(t *testing.T) {
	old := newsFolder(t, bridges)
	later := map[string]string{"beacon.txt": bridges["courier.txt"], "courier.txt": "All is spoilt.\n", "echo.txt": bridges["beacon.txt"]}
	var stderr bytes.Buffer
	r := revising{gatherer: gatherer{streams: streams{nil, nil, &stderr}, extract: failing}}
	all, err := r.versions(old, newsFolder(t, later))
	require.NoError(t, err)
	require.Len(t, all, 1)
	require.Equal(t, "beacon", all[0].Old.Article.ID)
	require.Equal(t, 2, strings.Count(stderr.String(), "left out: "))

	_, err = r.versions(filepath.Join(old, "beacon.txt"), filepath.Join(old, "echo.txt"))
	require.EqualError(t, err, "no version is left to compare")
}
