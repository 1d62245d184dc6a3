package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"xref/compare/render"
)

// hostileWords would act on a terminal, a CI log, a page or a spreadsheet.
const hostileWords = "=HYPERLINK(\\\"https://evil.example\\\") \\x1b[2J\\x1b]0;owned\\x07 ::set-output name=a::b ##[error]x ##vso[task.x]y \u202Egnp.exe\u202C \u2066x\u2069 \\x9b31m <script>alert(1)</script> <img src=x onerror=y> | `c` *b* [l](javascript:x) @team +1 -1 @SUM(A1)"

// hostileArticle is an article whose every field and paragraph is hostile.
func hostileArticle(outlet, figure string) string {
	words := strings.NewReplacer(`\x1b`, "\x1b", `\x07`, "\x07", `\x9b`, "\u009b", `\"`, `"`).Replace(hostileWords)
	quoted := strings.NewReplacer(`\x9b`, `\u009b`).Replace(hostileWords)
	return "---\noutlet: \"" + outlet + " " + quoted + "\"\ntitle: \"::error::" + quoted + "\"\nauthor: \"" + quoted + "\"\nurl: \"javascript:alert(1)//" + quoted + "\"\ndate: 2024-05-02\n---\n\n" +
		"The footbridge at Old Quay gave way on Tuesday evening, and " + figure + " people were hurt. Repairing the footbridge will take " + figure + " weeks. The council spent " + figure + " million euros on the footbridge last year.\n\n" +
		"=cmd|' /C calc'!A0 said the mayor, Pieter Lindqvist, who is not =SUM(1) at all.\n\n" +
		"::warning::“We were left alone with " + figure + " wrecks and " + words + ",” said Mayor Pieter Lindqvist.\n\n" +
		"##[group]" + words + "\n"
}

// hostileFolder is a folder with two hostile articles.
func hostileFolder(t *testing.T) string {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "north.txt"), []byte(hostileArticle("North", "14")), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "south.txt"), []byte(hostileArticle("South", "17")), 0o644))
	return folder
}

// consumers are what reads each format for its reader, and looks for what would act
// there. Those of tables is a terminal: TestHostileArticleOnATerminal.
var consumers = map[string]func(t *testing.T, data []byte){
	"table":          func(*testing.T, []byte) {},
	"markdown":       requireTextMarkdown,
	"github-summary": requireTextMarkdown,
	"json":           requireJSON,
	"line":           requireLines,
	"jsonl":          requireJSON,
	"web-annotation": requireJSON,
	"sarif":          requireJSON,
	"rdjson":         requireJSON,
	"junit":          requireXML,
	"html":           requireTextPage,
	"csv":            requireNoFormulasInCSV,
	"xlsx":           requireNoFormulas,
	"github":         requireOwnCommands,
}

// One hostile article goes through the whole program into every format of the
// list, and nothing of it acts in what the format is read by.
func TestHostileArticleInEveryFormat(t *testing.T) {
	folder := hostileFolder(t)
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
			if !f.Binary {
				require.Contains(t, string(data), "HYPERLINK", "the hostile words aren't there at all")
				requireQuiet(t, string(data), f.ID == "github")
			}
			require.Contains(t, consumers, f.ID, "nothing reads this format for its reader")
			consumers[f.ID](t, data)
		})
	}
}

// requireTextMarkdown reads Markdown as GitHub does (GitHub Flavored Markdown, raw
// HTML let through): all that isn't text is the report's own headings, tables, bold
// words, line breaks and empty comments.
func requireTextMarkdown(t *testing.T, data []byte) {
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(data))
	kinds := map[ast.NodeKind]int{}
	require.NoError(t, ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		kinds[n.Kind()]++
		switch n.Kind() {
		case ast.KindLink, ast.KindImage, ast.KindAutoLink, ast.KindHTMLBlock, ast.KindCodeSpan, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindBlockquote, extensionast.KindStrikethrough:
			require.Fail(t, "acts in Markdown", n.Kind().String())
		case ast.KindListItem:
			requireOwnItem(t, n, data)
		case ast.KindRawHTML:
			require.Contains(t, []string{"<br>", "<!-- -->"}, string(n.(*ast.RawHTML).Segments.Value(data)))
		}
		return ast.WalkContinue, nil
	}))
	require.NotZero(t, kinds[extensionast.KindTableCell])
}

// requireOwnItem makes sure that an item of a list is the report's own: one that begins
// with bold words or with kinds and ids, at most in a list in a list.
func requireOwnItem(t *testing.T, n ast.Node, data []byte) {
	depth := 0
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindListItem {
			depth++
		}
	}
	require.LessOrEqual(t, depth, 1)
	first := n.FirstChild()
	require.NotNil(t, first)
	begins := first.FirstChild()
	require.NotNil(t, begins)
	if begins.Kind() == ast.KindText {
		require.Regexp(t, `^(\\\[|– )`, string(begins.(*ast.Text).Segment.Value(data)))
		return
	}
	require.Equal(t, ast.KindEmphasis, begins.Kind())
}

// requireLines reads a finding a line.
func requireLines(t *testing.T, data []byte) {
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for _, l := range lines {
		require.Regexp(t, `^[^:]+(:\d+:\d+)?: (conflict|internal|differ|agree) [a-z]+: .* \[XR-[0-9a-f]+\]$`, l)
	}
}

// requireJSON reads one JSON value after another.
func requireJSON(t *testing.T, data []byte) {
	values := 0
	for d := json.NewDecoder(bytes.NewReader(data)); ; values++ {
		var value any
		err := d.Decode(&value)
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
	}
	require.NotZero(t, values)
}

func requireXML(t *testing.T, data []byte) {
	elements := map[string]bool{}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		if e, ok := token.(xml.StartElement); ok {
			elements[e.Name.Local] = true
		}
	}
	for name := range elements {
		require.Contains(t, []string{"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out", "system-err", "properties", "property"}, name)
	}
	require.True(t, elements["testcase"])
}

// requireTextPage opens the page in a browser: it has the elements of a page without
// anything hostile, no script but its own has run, and nothing was asked for.
func requireTextPage(t *testing.T, data []byte) {
	ctx := openBrowser(t)
	var asked []string
	var mu sync.Mutex
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			asked = append(asked, e.Request.URL)
		case *page.EventJavascriptDialogOpening:
			asked = append(asked, "a dialogue: "+e.Message)
		}
	}))
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, os.WriteFile(path, data, 0o644))
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate("file://"+path)))
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`Array.from(document.querySelectorAll("*"), (e) => [
		["IMG", "SVG", "IFRAME", "OBJECT", "EMBED", "BASE", "LINK"].includes(e.tagName.toUpperCase()) ? e.tagName : "",
		e.tagName === "SCRIPT" && e !== document.head.querySelector("script") && e !== document.body.querySelector("script[type=module]:last-of-type") ? "another script" : "",
		...e.getAttributeNames().filter((name) => name.startsWith("on")),
		/^(javascript|data|file):/i.test(e.getAttribute("href") ?? "") ? e.getAttribute("href") : "",
	]).flat().filter(Boolean)`))
	require.NoError(t, err)
	require.Empty(t, found)
	shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.textContent`))
	require.NoError(t, err)
	require.Contains(t, shown, "<img src=x onerror=y>", "the hostile words stand there as text")
	mu.Lock()
	defer mu.Unlock()
	require.Equal(t, []string{"file://" + path}, asked)
}

func requireNoFormulasInCSV(t *testing.T, data []byte) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 1)
	for _, row := range rows {
		for _, cell := range row {
			require.False(t, cell != "" && strings.ContainsAny(cell[:1], "=+-@\t"), "%q", cell)
		}
	}
}

// requireOwnCommands reads lines as GitHub's runner does.
func requireOwnCommands(t *testing.T, data []byte) {
	for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		require.Regexp(t, `^::(error|warning|notice) file=[^:]*::`, l)
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
