package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	jobpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/jobmanagement_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/stretchr/testify/require"

	"xref/extract/read"
)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// articles are those of three events, one of which one article tells, and one article twice.
var articles = map[string]string{
	"monday/beacon.txt": `outlet: Harbour Beacon
date: 2024-05-06

Ferry runs aground off Lunden

The ferry Saint Olga ran aground off Lunden on Monday with 212 passengers aboard, the harbour office said. Twelve people were injured. Captain Ruben Falk said the rudder had failed. Divers found a hole of four metres in the hull.
`,
	"tuesday/beacon.txt": `outlet: Morning Courier
date: 2024-05-07

Lunden ferry had 240 aboard

The ferry Saint Olga, which ran aground off Lunden on Monday, had 240 passengers aboard, the harbour office said. At least nine people were injured. Captain Ruben Falk said that the rudder had failed. “We heard a bang and then nothing worked,” he said.
`,
	"tuesday/post.txt": `outlet: Lunden Post
date: 2024-05-07

Captain of the Saint Olga blames rudder

The rudder of the ferry Saint Olga failed before she ran aground off Lunden on Monday, her captain, Ruben Falk, said. All of the 212 passengers are safe; twelve were injured. “We heard a bang and then nothing worked,” Falk said.
`,
	"tuesday/post (1).txt": `outlet: Lunden Post
date: 2024-05-07

Captain of the Saint Olga blames rudder

The rudder of the ferry Saint Olga failed before she ran aground off Lunden on Monday, her captain, Ruben Falk, said. All of the 212 passengers are safe; twelve were injured. “We heard a bang and then nothing worked,” Falk said.
`,
	"tuesday/school.txt": `outlet: Valley Times
date: 2024-05-07

Grenna closes its last school

The council of Grenna voted 7 to 4 on Tuesday to close the village school in July. Mayor Inge Toll said that only 19 pupils were left. Parents want to appeal.
`,
	"wednesday/school.txt": `outlet: Harbour Beacon
date: 2024-05-08

Parents fight closing of Grenna school

Parents in Grenna will appeal against the closing of the village school, which has 23 pupils. The council voted 7 to 4 on Tuesday to close it in July, Mayor Inge Toll said.
`,
	"wednesday/bees.txt": `outlet: Valley Times
date: 2024-05-08

Bees swarm at the brewery

A swarm of bees settled on a lorry of the Osterby brewery on Wednesday morning. A keeper took them away in a crate.
`,
	"wednesday/empty.txt": "",
}

// folder is a folder in which the articles lie.
func folder(t *testing.T) string {
	folder := filepath.Join(t.TempDir(), "an archive")
	for name, text := range articles {
		put(t, filepath.Join(folder, filepath.FromSlash(name)), text)
	}
	return folder
}

func put(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
}

// pipeline is the job of an archive, and the folder that it writes.
func pipeline(t *testing.T, files int, paths ...string) (*beam.Pipeline, string) {
	t.Helper()
	into := t.TempDir()
	*output, *shards, *encode = into, files, cmp.Or(os.Getenv("XREF_ENCODER"), "auto")
	o, err := settingsOf(context.Background(), paths)
	require.NoError(t, err)
	p, s := beam.NewPipelineWithRoot()
	build(s, o)
	return p, into
}

func ran(t *testing.T, files int, paths ...string) string {
	t.Helper()
	p, into := pipeline(t, files, paths...)
	_, err := beam.Run(context.Background(), "prism", p)
	require.NoError(t, err)
	return into
}

// told are the stories that a job wrote, each with its findings.
type told struct {
	storyJSON
	lines []byte
}

func stories(t *testing.T, folder string) []told {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "stories-*"))
	require.NoError(t, err)
	var all []told
	for _, file := range files {
		found := bytes.SplitAfter(content(t, strings.Replace(file, "stories-", "findings-", 1)), []byte("\n"))
		for line := range bytes.Lines(content(t, file)) {
			var s told
			require.NoError(t, json.Unmarshal(line, &s.storyJSON))
			s.lines, found = bytes.Join(found[:s.Findings], nil), found[s.Findings:]
			all = append(all, s)
		}
		require.Empty(t, bytes.Join(found, nil), "every finding is of a story")
	}
	slices.SortFunc(all, func(a, b told) int { return cmp.Compare(a.Articles[0].Path, b.Articles[0].Path) })
	return all
}

func content(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// counts are what a job counted.
func counts(t *testing.T, folder string) map[string]int {
	t.Helper()
	all := map[string]int{}
	for line := range bytes.Lines(content(t, filepath.Join(folder, summaryName))) {
		var c struct {
			Count string `json:"count"`
			Is    int    `json:"is"`
		}
		require.NoError(t, json.Unmarshal(line, &c))
		all[c.Count] = c.Is
	}
	return all
}

// program is xref.
func program(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "xref")
	out, err := exec.Command("go", "build", "-C", "../..", "-o", path, "./cmd/xref").CombinedOutput()
	require.NoError(t, err, string(out))
	return path
}

// report is what xref report --format jsonl writes of articles.
func report(t *testing.T, program string, paths []string) []byte {
	t.Helper()
	var errs bytes.Buffer
	c := exec.Command(program, append([]string{"report", "--config", "none", "--no-cache", "--format", "jsonl", "--encoder", *encode}, paths...)...)
	c.Stderr = &errs
	out, err := c.Output()
	require.NoError(t, err, errs.String())
	return out
}

func paths(s told) []string {
	var all []string
	for _, a := range s.Articles {
		all = append(all, a.Path)
	}
	return all
}

// The findings of each story are those of xref report on its articles, to the byte, however many
// files they are written into.
func TestFindingsAreThoseOfTheReport(t *testing.T) {
	archive := folder(t)
	xref := program(t)
	into := ran(t, 3, archive)
	all := stories(t, into)
	var groups [][]string
	for _, s := range all {
		var ids []string
		for _, a := range s.Articles {
			ids = append(ids, a.ID)
		}
		groups = append(groups, ids)
		require.Equal(t, string(report(t, xref, paths(s))), string(s.lines), s.Story)
	}
	require.Equal(t, [][]string{{"monday/beacon", "post", "tuesday/beacon"}, {"tuesday/school", "wednesday/school"}, {"bees"}}, groups)
	require.Equal(t, 1, all[0].Same, "one article is there twice")
	require.NotZero(t, all[0].Findings)

	skipped, err := filepath.Glob(filepath.Join(into, "skipped-*"))
	require.NoError(t, err)
	require.Len(t, skipped, 1)
	require.Contains(t, string(content(t, skipped[0])), `wednesday/empty.txt","reason":"empty"`)

	c := counts(t, into)
	require.Equal(t, 7, c["articles"])
	require.Equal(t, 1, c["files without an article"])
	require.Equal(t, 3, c["stories"])
	require.Equal(t, 2, c["stories of several articles"])
	require.Equal(t, 4, c["most articles of a story"])
	require.Equal(t, all[0].Findings+all[1].Findings, c["findings"])
	require.Zero(t, c["articles left between two parts"])
}

// JSON Lines and web archives are read as xref report reads them: of a file that is one story
// the findings are the same.
func TestFilesOfManyArticles(t *testing.T) {
	xref := program(t)
	archive := t.TempDir()
	var lines, records strings.Builder
	for _, name := range []string{"monday/beacon.txt", "tuesday/beacon.txt", "tuesday/post.txt"} {
		head, body, _ := strings.Cut(articles[name], "\n\n")
		title, text, _ := strings.Cut(body, "\n\n")
		outlet, date, _ := strings.Cut(head, "\n")
		line, err := json.Marshal(map[string]string{
			"title": title, "text": text, "date": strings.TrimPrefix(date, "date: "), "outlet": strings.TrimPrefix(outlet, "outlet: "),
		})
		require.NoError(t, err)
		lines.Write(append(line, '\n'))
		page := fmt.Sprintf("<!DOCTYPE html><html lang=en><head><title>%s</title><meta property=\"og:site_name\" content=\"%s\"><meta property=\"og:type\" content=\"article\"></head><body><article><h1>%s</h1><p>%s</p></article><!--%s--></body></html>",
			title, strings.TrimPrefix(outlet, "outlet: "), title, text, strings.Repeat(" a page is longer than this", 40))
		fmt.Fprintf(&records, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/%s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", name, len(page), page)
	}
	for name, text := range map[string]string{"crawl.jsonl": lines.String(), "crawl.warc": records.String()} {
		file := filepath.Join(archive, name)
		put(t, file, text)
		all := stories(t, ran(t, 1, file))
		require.Len(t, all, 1, "%s: %s", name, notRead(t, file))
		require.Len(t, all[0].Articles, 3)
		require.NotEmpty(t, all[0].Articles[0].Part)
		require.NotZero(t, all[0].Findings)
		require.Equal(t, string(report(t, xref, []string{file})), string(all[0].lines), name)
	}
}

// notRead is why a file gives no article.
func notRead(t *testing.T, path string) string {
	_, _, err := read.Readings(path, content(t, path), read.Options{})
	return fmt.Sprint(err)
}

// A job file is taken by a job service, and its workers write what a run here writes.
func TestJobFile(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	archive := folder(t)
	want := ran(t, 1, archive)

	pool, service := freePort(t), freePort(t)
	go func() { _ = serveWorkers(ctx, pool) }()
	client, err := prism.CreateJobServer(ctx, prism.Options{Port: service})
	require.NoError(t, err)
	_, err = client.GetJobs(ctx, &jobpb.GetJobsRequest{})
	require.NoError(t, err)

	before, configured := *jobopts.EnvironmentType, *jobopts.EnvironmentConfig
	defer func() { *jobopts.EnvironmentType, *jobopts.EnvironmentConfig = before, configured }()
	*jobopts.EnvironmentType, *jobopts.EnvironmentConfig = "EXTERNAL", fmt.Sprintf("localhost:%d", pool)
	p, into := pipeline(t, 1, archive)
	file := filepath.Join(t.TempDir(), "archive.job")
	require.NoError(t, writeJob(ctx, p, file))
	require.Empty(t, stories(t, into), "nothing is run yet")
	require.NoError(t, submitJob(ctx, file, fmt.Sprintf("localhost:%d", service)))

	names, err := os.ReadDir(want)
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		require.Equal(t, string(content(t, filepath.Join(want, name.Name()))), string(content(t, filepath.Join(into, name.Name()))), name.Name())
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	ctx := context.Background()
	archive, full := folder(t), t.TempDir()
	put(t, filepath.Join(full, "old.jsonl"), "x")
	notJob := filepath.Join(t.TempDir(), "job")
	put(t, notJob, "no job")
	for _, row := range []struct {
		reason string
		set    func()
		paths  []string
		says   string
	}{
		{"no folder", func() { *output = "" }, []string{archive}, "--output"},
		{"a folder that holds something", func() { *output = full }, []string{archive}, "old.jsonl"},
		{"no shards", func() { *shards = 0 }, []string{archive}, "--shards"},
		{"no such choice", func() { *encode = "perhaps" }, []string{archive}, "--encoder"},
		{"no such field", func() { *fields = "words=text" }, []string{archive}, "--map"},
		{"no paths", func() {}, nil, "no file to read"},
		{"no such path", func() {}, []string{filepath.Join(archive, "gone")}, "no such file"},
		{"a file system that isn't there", func() {}, []string{"nowhere://archive/*"}, "nowhere"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			*output, *shards, *encode, *fields = t.TempDir(), 1, "auto", ""
			row.set()
			_, err := settingsOf(ctx, row.paths)
			require.ErrorContains(t, err, row.says)
		})
	}
	*fields = ""
	require.ErrorContains(t, submitJob(ctx, notJob, ""), "--endpoint")
	require.ErrorContains(t, submitJob(ctx, notJob, "localhost:1"), "no job that")
}

func TestWhatIsSentComesBack(t *testing.T) {
	readings, _, err := read.Readings("beacon.txt", []byte(articles["monday/beacon.txt"]), read.Options{})
	require.NoError(t, err)
	r := newRecord(&readings[0])
	m, err := r.analyse()
	require.NoError(t, err)
	packed, err := packRecord(r)
	require.NoError(t, err)
	back, err := readRecord(packed)
	require.NoError(t, err)
	require.Equal(t, r, back)
	of, err := packMember(m)
	require.NoError(t, err)
	same, err := readMember(of)
	require.NoError(t, err)
	require.Equal(t, m, same)
	_, err = readRecord(packed[:len(packed)/2])
	require.Error(t, err)
}

// Of an archive that XREF_ARCHIVE names, the findings of each story are those of the report
// too. XREF_ENCODER says how.
func TestArchive(t *testing.T) {
	archive := os.Getenv("XREF_ARCHIVE")
	if archive == "" {
		t.Skip("XREF_ARCHIVE names no archive")
	}
	xref := program(t)
	into := ran(t, 4, archive)
	all := stories(t, into)
	several, found := 0, 0
	for _, s := range all {
		if len(s.Articles) > 1 {
			several++
		}
		found += s.Findings
		require.Equal(t, string(report(t, xref, paths(s))), string(s.lines), s.Story)
	}
	require.NotZero(t, found)
	t.Logf("%d stories, %d of them of several articles, %d findings: each the same, byte for byte", len(all), several, found)
	t.Log("\n" + string(content(t, filepath.Join(into, summaryName))))
}
