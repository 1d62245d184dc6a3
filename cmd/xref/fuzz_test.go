package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"xref/compare/render"
	"xref/extract/read"
	"xref/fixtures"
)

// The work that an input may cost, in bytes allocated: so much at least, and so much
// for each of its own. News takes about a fifth of it.
const (
	leastWork   = 200 << 20
	workPerByte = 20 << 10
)

// FuzzReport gives the whole program an article of any bytes in any input format beside
// another article, and holds what comes out in every output format against what always
// holds.
func FuzzReport(f *testing.F) {
	schema := jsonschema.NewCompiler()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(render.ReportSchema))
	require.NoError(f, err)
	require.NoError(f, schema.AddResource("report", value))
	contract, err := schema.Compile("report")
	require.NoError(f, err)

	for i := range read.Formats {
		f.Add(uint8(i), []byte(hostileArticle("North", "14")))
		f.Add(uint8(i), []byte("<html><head><title>Bridge</title></head><body><article><p>"+bridges["beacon.txt"]+"</p><p>“It was left to rot,” said Dana Okoro.</p></article>"))
	}
	if !testing.Short() { // they are about work
		for i, c := range fixtures.Constructions {
			article := []byte(bridges["beacon.txt"] + "\n" + c.Make(300))
			f.Add(uint8(i), article)
			f.Add(uint8(0), article)
		}
	}
	f.Fuzz(func(t *testing.T, format uint8, data []byte) {
		if len(data) > 1<<16 {
			t.Skip("longer than what a second is enough for")
		}
		ending := read.Formats[int(format)%len(read.Formats)].Endings[0]
		folder := newsFolder(t, map[string]string{"input" + ending: string(data), "other.txt": bridges["courier.txt"] + "\n“It was left to rot for years,” said Dana Okoro, who had warned the council. She left.\n"})
		input, other := filepath.Join(folder, "input"+ending), filepath.Join(folder, "other.txt")

		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		args := []string{"report", "--config", "none", "--color", "never", input, other}
		for _, out := range render.Formats {
			args = append(args, "-o", out.ID+"="+filepath.Join(folder, "out-"+out.ID))
		}
		runWhole(t, args)
		runtime.ReadMemStats(&after)
		require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(leastWork+workPerByte*len(data)), "work")

		for _, out := range render.Formats {
			written, err := os.ReadFile(filepath.Join(folder, "out-"+out.ID))
			require.NoError(t, err)
			if !out.Binary {
				require.NotContains(t, string(written), "\x1b", out.ID)
				require.NotContains(t, string(written), "\u202e", out.ID)
			}
			require.True(t, len(written) == 0 || out.Mark(written), "%s doesn't know what it wrote", out.ID)
		}

		report, err := os.ReadFile(filepath.Join(folder, "out-json"))
		require.NoError(t, err)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(report))
		require.NoError(t, err)
		require.NoError(t, contract.Validate(value))
		requireSlices(t, report, []string{input, other})

		require.Equal(t, string(report), runWhole(t, []string{"report", "--config", "none", "--jobs", "1", "--format", "json", other, input}), "in another order")
	})
}

// runWhole runs the program, which must end well, and returns what it prints.
func runWhole(t *testing.T, args []string) string {
	var stdout, stderr bytes.Buffer
	require.Equal(t, statusFine, run(args, strings.NewReader(""), &stdout, &stderr), stderr.String())
	require.NotContains(t, stderr.String(), "\x1b")
	require.NotContains(t, stderr.String(), "a bug in xref")
	return stdout.String()
}

// requireSlices makes sure that every passage of a report is the slice of the text
// that it says.
func requireSlices(t *testing.T, report []byte, paths []string) {
	texts := map[string]string{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		require.NoError(t, err)
		if a, _, err := read.Bytes(p, data); err == nil {
			texts[a.ID] = a.Text
		}
	}
	var value any
	require.NoError(t, json.Unmarshal(report, &value))
	var walk func(value any, article string)
	walk = func(value any, article string) {
		switch v := value.(type) {
		case []any:
			for _, item := range v {
				walk(item, article)
			}
		case map[string]any:
			if id, ok := v["article"].(string); ok {
				article = id
			}
			if start, ok := v["start"].(float64); ok {
				require.Equal(t, texts[article][int(start):int(v["end"].(float64))], v["text"])
			}
			for _, item := range v {
				walk(item, article)
			}
		}
	}
	walk(value, "")
}
