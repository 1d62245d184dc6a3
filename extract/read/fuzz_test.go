package read

import (
	"errors"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// What a file of at most a megabyte may cost: memory at once, work in bytes allocated, and,
// where inputs are made up and not replayed, time.
const (
	mostMemory  = 300 << 20
	leastWork   = 64 << 20
	workPerByte = 8 << 10
	mostTime    = 2 * time.Second
)

func FuzzPlainText(f *testing.F)    { fuzzFormat(f, plain) }
func FuzzMarkdown(f *testing.F)     { fuzzFormat(f, markdown) }
func FuzzWebPage(f *testing.F)      { fuzzFormat(f, webPage) }
func FuzzNewsML(f *testing.F)       { fuzzFormat(f, newsML) }
func FuzzNITF(f *testing.F)         { fuzzFormat(f, nitf) }
func FuzzJSON(f *testing.F)         { fuzzFormat(f, jsonArticles) }
func FuzzJSONLines(f *testing.F)    { fuzzFormat(f, jsonLines) }
func FuzzOpenDocument(f *testing.F) { fuzzFormat(f, openDocument) }
func FuzzEPUB(f *testing.F)         { fuzzFormat(f, epub) }
func FuzzWord(f *testing.F)         { fuzzFormat(f, wordDocument) }
func FuzzMailbox(f *testing.F)      { fuzzFormat(f, mailbox) }
func FuzzMHTML(f *testing.F)        { fuzzFormat(f, mhtml) }
func FuzzEmail(f *testing.F)        { fuzzFormat(f, email) }
func FuzzFeed(f *testing.F)         { fuzzFormat(f, feed) }
func FuzzWARC(f *testing.F)         { fuzzFormat(f, warc) }
func FuzzHAR(f *testing.F)          { fuzzFormat(f, har) }
func FuzzWACZ(f *testing.F)         { fuzzFormat(f, wacz) }
func FuzzPDF(f *testing.F)          { fuzzFormat(f, portable) }

// Every format has a fuzz target of its own.
func TestEveryFormatIsFuzzed(t *testing.T) {
	parsed, err := parser.ParseFile(token.NewFileSet(), "fuzz_test.go", nil, 0)
	require.NoError(t, err)
	targets := 0
	for _, d := range parsed.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(f.Name.Name, "Fuzz") {
			targets++
		}
	}
	require.Equal(t, len(Formats), targets)
}

// repeatedForms are pieces of markup that parsers have taken too long over where they
// come again and again.
var repeatedForms = []string{
	"+\t", "- a\n", "> ", "1. ", "[](", "[]\n\n", "*a ", "`a", "<!--", "<a \"", "a\\\n\n", "<b>x", "<div>", "<font><p>", "&amp;", "<a href=x>a</a> ", `{"a":`, "[", "{\n", "<p/>", "<item/>", "From \n\n", "--a\n\nx\n", "X: y\n", "Ann Lee: yes. ", "<time datetime=2021-03-09>8</time><p>a b",
}

// fuzzFormat gives a format any bytes, and holds what comes out and what it costs
// against what always holds.
func fuzzFormat(f *testing.F, format Format) {
	for _, seed := range []string{
		prose, "---\ntitle: \"a\n---\n" + prose, "# a\n\n" + prose, "\xFF\xFEa\x00", "<html><body><article><p>" + prose + prose + prose,
		`<script type="application/ld+json">{"@type":"NewsArticle","headline":"a","author":[{"name":"b"}]}</script><p>` + prose + prose, "a | b\n-|-\n[x](<y>)\n",
	} {
		f.Add([]byte(seed))
	}
	for _, c := range repeatedForms {
		f.Add([]byte(strings.Repeat(c, (64<<10)/len(c))))
	}
	var whole []byte // one that is read
	files, err := filepath.Glob("testdata/formats/*/*")
	require.NoError(f, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(f, err)
		if formatOf(input{name: filepath.Base(file), data: data}).Name == format.Name {
			whole = data
			f.Add(data)
		}
	}
	require.NotEmpty(f, whole)
	name := "a" + format.Endings[0]
	_, _, err = Readings(name, whole, Options{}) // what is loaded once is no input's cost
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<20 {
			t.Skip("larger than what is measured")
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := worked()
		all, _, err := Readings(name, data, Options{})
		taken := worked() - start
		runtime.ReadMemStats(&after)
		require.Less(t, after.Sys-before.Sys, uint64(mostMemory), "memory")
		if !raced {
			require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(leastWork+workPerByte*len(data)), "work")
		}
		if flag.Lookup("test.fuzz").Value.String() != "" {
			require.Less(t, taken, mostTime)
		}
		if err != nil {
			if !errors.Is(err, errPassedOver) {
				require.IsType(t, Skipped{}, err)
			}
			require.NotContains(t, err.Error(), "can't be read (", "a panic")
			require.NotContains(t, err.Error(), "can't be parsed", "a panic or much time")
			return
		}
		for _, r := range all {
			wellFormed(t, r.Article)
		}
	})
}
