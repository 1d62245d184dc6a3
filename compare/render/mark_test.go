package render

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every format knows what it writes, of every report and setting, but an empty file.
func TestFormatsKnowWhatTheyWrite(t *testing.T) {
	known := 0
	for _, f := range Formats {
		for _, r := range reports {
			for _, o := range []Options{{}, {Version: "v1", Width: 40}, {Colour: true, Configuration: "desk/xref.yaml"}} {
				var b bytes.Buffer
				require.NoError(t, f.Write(&b, r.make(t), o))
				if b.Len() > 0 {
					known++
					require.True(t, f.Mark(b.Bytes()), "%s of %s: %.300q", f.ID, r.name, b.String())
				}
			}
		}
	}
	require.Greater(t, known, len(Formats))
}

// So they do of changes between versions.
func TestFormatsKnowChanges(t *testing.T) {
	for _, id := range RevisionFormats {
		for _, o := range []Options{{}, {Width: 40}, {Colour: true, Configuration: "xref.yaml"}} {
			for _, r := range reports {
				all := revisionsFrom(&builder{t, r.make(t)})
				for from := range all {
					var b bytes.Buffer
					require.NoError(t, WriteRevisions(&b, id, all[from:], o))
					require.True(t, Written(b.Bytes()), "%s of %s from %d: %.300q", id, r.name, from, b.String())
				}
			}
		}
	}
}

// foreign are the beginnings of files that others write, by what they are.
var foreign = map[string]string{
	"notes":                "4 articles are still to be read, and 2 stories: the bridge and the ferry.\n",
	"a list":               "# 3 articles, 2 stories\n\n- the bridge\n",
	"a title and a rule":   "Monday: plan → done\n====================\nBuy paint.\n",
	"Markdown of a plan":   "## Monday: plan → done\n\nBuy paint.\n",
	"an article":           "---\noutlet: Harbour Beacon\n---\n\nThe footbridge gave way.\n",
	"a page":               "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>xref</title>",
	"a baseline":           `{"schema": "xref.baseline/v1", "findings": []}`,
	"other JSON":           `{"schema": "report/v1"}`,
	"another's SARIF":      `{"$schema": "x", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "staticcheck"}}}]}`,
	"another's JUnit":      "<?xml version=\"1.0\"?>\n<testsuites><testsuite name=\"go\" package=\"xref\"></testsuite></testsuites>",
	"another's rdjson":     `{"source": {"name": "golint"}}`,
	"other annotations":    `{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:other"}`,
	"other CSV":            "rank,id,kind\r\n1,2,3\r\n",
	"other lines of JSON":  `{"id":"A-1"}`,
	"workflow commands":    "::error file=a.go,line=1::unused\n",
	"a zip archive":        "PK\x05\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
	"a configuration":      "articles:\n  - path: news\n",
	"nothing but newlines": "\n\n\n",
}

func TestFormatsDontTakeWhatOthersWrite(t *testing.T) {
	require.NotEmpty(t, foreign)
	for what, data := range foreign {
		require.False(t, Written([]byte(data)), what)
	}
	pages, err := filepath.Glob("*.go")
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	for _, p := range pages {
		data, err := os.ReadFile(p)
		require.NoError(t, err)
		require.False(t, Written(data), p)
	}
}

// The configuration in force stands in the first lines of what people read, and in
// the head of what programs read whole.
func TestReportsTellTheConfiguration(t *testing.T) {
	for _, f := range []*Format{table, markdown, htmlReport, githubSummary, jsonReport} {
		for _, r := range reports {
			var with, without bytes.Buffer
			require.NoError(t, f.Write(&with, r.make(t), Options{Configuration: "desk/xref.yaml"}))
			require.NoError(t, f.Write(&without, r.make(t), Options{}))
			require.Contains(t, with.String(), "desk/xref.yaml", f.ID)
			require.NotContains(t, without.String(), "desk/xref.yaml", f.ID)
			if f != htmlReport {
				head := with.Bytes()[:min(with.Len(), 1000)]
				require.Contains(t, string(head), "desk/xref.yaml", f.ID)
			}
		}
	}
}
