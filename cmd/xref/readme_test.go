package main

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"xref/fixtures"
)

const readme = "../../README.md"

// mostReadme is how many lines the README may have.
const mostReadme = 200

// readmeTable finds the command that the README shows the top of, and the block
// that holds what it prints.
var readmeTable = regexp.MustCompile("(?s)(`go run ./cmd/xref ([^`]*)`;[^:]*:\n\n)((?:    [^\n]*\n|\n)+)")

// afterDifferences is where what follows the differences begins in a report.
var afterDifferences = regexp.MustCompile("\n\n── (Numbers|On what they agree|Who alone says what|Quoted alike)")

// The story in the README is what its command prints, up to the end of the differences;
// go test -update writes it anew.
func TestReadmeTable(t *testing.T) {
	source, err := os.ReadFile(readme)
	require.NoError(t, err)
	found := readmeTable.FindSubmatchIndex(source)
	require.NotNil(t, found)
	t.Chdir("../..")
	var stdout, stderr bytes.Buffer
	status := run(strings.Fields(string(source[found[4]:found[5]])), strings.NewReader(""), &stdout, &stderr)
	require.Equal(t, statusFine, status, stderr.String())
	end := afterDifferences.FindStringIndex(stdout.String())
	require.NotNil(t, end)
	top := stdout.String()[:end[0]]
	made := indented(top) + "\n\n"
	if fixtures.Updating() {
		require.NoError(t, os.WriteFile("README.md", []byte(string(source[:found[6]])+made+string(source[found[7]:])), 0o644))
		return
	}
	require.LessOrEqual(t, strings.Count(string(source), "\n"), mostReadme)
	require.Equal(t, string(source[found[6]:found[7]]), made, "if the new one is right, run the test with -update")
}

// pictures are the screenshots in the README: what of the demo's page they show, in
// either theme. The address of a finding is that of the first one of its kind.
var pictures = []struct {
	name          string
	kind          string // "" for the overview
	width, height int64
}{
	{"overview", "", 1000, 1180},
	{"finding", "quantifier", 1000, 720},
}

// mostPicture is how many bytes a picture may have.
const mostPicture = 200_000

// The README shows the page of the demo as a browser does; go test -update takes the
// pictures anew. As they depend on the fonts of the machine, they are otherwise only
// held against their size.
func TestReadmePictures(t *testing.T) {
	source, err := os.ReadFile(readme)
	require.NoError(t, err)
	var names []string
	for _, p := range pictures {
		for _, theme := range []string{"light", "dark"} {
			names = append(names, p.name+"-"+theme+".png")
		}
	}
	if fixtures.Updating() {
		takePictures(t)
	}
	for i, name := range names {
		require.Contains(t, string(source), "docs/pictures/"+name)
		data, err := os.ReadFile(docs + "/pictures/" + name)
		require.NoError(t, err, "go test -update takes it")
		require.Less(t, len(data), mostPicture, name)
		size, err := png.DecodeConfig(bytes.NewReader(data))
		require.NoError(t, err, name)
		require.Equal(t, int(pictures[i/2].width), size.Width, name)
		require.Equal(t, int(pictures[i/2].height), size.Height, name)
	}
	there, err := filepath.Glob(docs + "/pictures/*")
	require.NoError(t, err)
	require.Len(t, there, len(names))
}

func takePictures(t *testing.T) {
	page, report := filepath.Join(t.TempDir(), "report.html"), filepath.Join(t.TempDir(), "report.json")
	ctx := openBrowser(t)
	var stdout, stderr bytes.Buffer
	require.Equal(t, statusFine, run([]string{"demo", "-o", page, "-o", report}, strings.NewReader(""), &stdout, &stderr), stderr.String())
	var made struct{ Findings []struct{ ID, Kind string } }
	data, err := os.ReadFile(report)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &made))
	at := map[string]string{"": ""}
	for _, f := range made.Findings {
		if at[f.Kind] == "" {
			at[f.Kind] = "#" + f.ID
		}
	}

	require.NoError(t, os.MkdirAll(docs+"/pictures", 0o755))
	for _, p := range pictures {
		require.Contains(t, at, p.kind, "no finding of that kind to show")
		for _, theme := range []string{"light", "dark"} {
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}},
			})
			require.NoError(t, err)
			require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(p.width, p.height), chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+page+at[p.kind])))
			_, err = chromedp.Run(ctx, chromedp.Evaluate[bool](`document.activeElement.blur(), new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 0)))`, chromedp.EvalAwaitPromise))
			require.NoError(t, err)
			shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
			require.NoError(t, err)
			picture, err := png.Decode(bytes.NewReader(shot))
			require.NoError(t, err)
			var small bytes.Buffer
			require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&small, picture))
			require.NoError(t, os.WriteFile(docs+"/pictures/"+p.name+"-"+theme+".png", small.Bytes(), 0o644))
		}
	}
}
