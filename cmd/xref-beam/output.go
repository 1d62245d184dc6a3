package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"xref/compare"
	"xref/compare/encoder"
	"xref/compare/render"
	"xref/extract"
	"xref/extract/read"
)

func init() {
	register.DoFn5x1[context.Context, string, func(*record) bool, func(string, line), func(string, amount), error](&compareFn{})
	register.DoFn3x1[context.Context, string, func(*line) bool, error](&writeFn{})
	register.Function3x0(counted)
	register.Function2x1(together)
}

// line is what a file is to hold, one line or several, and its place there.
type line struct{ Place, Text string }

// shardOf is the file of one sort in which what belongs to a name is written.
func shardOf(sort, name string, shards int) string {
	h := fnv.New32a()
	h.Write([]byte(name))
	return fmt.Sprintf("%s-%05d-of-%05d.jsonl", sort, int(h.Sum32())%shards, shards)
}

func skippedLine(shards int, path, part, reason string) (string, line) {
	text, _ := json.Marshal(struct {
		Path   string `json:"path"`
		Part   string `json:"part,omitempty"`
		Reason string `json:"reason"`
	}{path, part, strings.TrimPrefix(reason, path+": ")})
	return shardOf("skipped", path, shards), line{path + "\x00" + part, string(text) + "\n"}
}

// compareFn compares the articles of a story.
type compareFn struct {
	Encoder string // auto, on or off, as for xref report
	All     bool
	Shards  int
}

func (f *compareFn) options() compare.Options {
	o := compare.Options{All: f.All}
	if f.Encoder != "off" {
		o.Encoder, o.ReadAll = encoder.Embedded(), f.Encoder == "on"
	}
	return o
}

// storyJSON is a story in what is written about it; its findings are so many lines of the
// file of findings, in the same order of stories.
type storyJSON struct {
	Story    string         `json:"story"`
	Articles []articleJSON  `json:"articles"`
	Same     int            `json:"read_once,omitempty"`
	Findings int            `json:"findings"`
	Verdicts map[string]int `json:"verdicts"`
}

type articleJSON struct {
	ID   string `json:"id"`
	Path string `json:"path"`
	Part string `json:"part,omitempty"`
}

func (f *compareFn) ProcessElement(ctx context.Context, story string, next func(*record) bool, emit func(string, line), count func(string, amount)) error {
	var readings []read.Reading
	analyses := map[string]string{}
	var r record
	for ; next(&r); r = (record{}) {
		reading := r.reading()
		copied := *reading.Article
		reading.Article = &copied
		readings = append(readings, reading)
		analyses[place(reading)] = r.Analysis
	}
	found, told, err := f.compared(ctx, readings, analyses)
	if err != nil {
		emit(skippedLine(f.Shards, readings[0].Article.Path, "", fmt.Sprintf("its story of %d articles isn't compared: %v", len(readings), err)))
		count("stories that can't be compared", one(1))
		return ctx.Err()
	}
	told.Story = story
	text, err := json.Marshal(told)
	if err != nil {
		return err
	}
	emit(shardOf("findings", story, f.Shards), line{story, string(found)})
	emit(shardOf("stories", story, f.Shards), line{story, string(text) + "\n"})
	count("stories", one(1))
	if len(readings) > 1 {
		count("stories of several articles", one(1))
	}
	count("most articles of a story", one(len(readings)))
	count("articles read once of several that are the same", one(told.Same))
	count("findings", one(told.Findings))
	for verdict, n := range told.Verdicts {
		count("findings, "+verdict, one(n))
	}
	return nil
}

// place is where an article stands, by which its analysis is found once it has another id.
func place(r read.Reading) string { return r.Article.Path + "\x00" + r.Part }

// compared is what xref report --format jsonl writes of the articles.
func (f *compareFn) compared(ctx context.Context, readings []read.Reading, analyses map[string]string) (found []byte, told storyJSON, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a bug in xref: %v", p)
		}
	}()
	all := read.Together(readings)
	told = storyJSON{Same: len(readings) - len(all.Articles), Verdicts: map[string]int{}}
	documents := make([]*extract.Document, len(all.Articles))
	for i, r := range all.Readings {
		if documents[i], err = extract.Unpacked(r.Article, []byte(analyses[place(r)])); err != nil {
			return nil, told, err
		}
		told.Articles = append(told.Articles, articleJSON{r.Article.ID, r.Article.Path, r.Part})
	}
	report, err := compare.Compare(ctx, documents, f.options())
	if err != nil {
		return nil, told, err
	}
	told.Findings = len(report.Findings)
	for i := range report.Findings {
		told.Verdicts[string(report.Findings[i].Verdict)]++
	}
	var b bytes.Buffer
	err = lines.Write(&b, report, render.Options{})
	return b.Bytes(), told, err
}

// lines is the format of findings.
var lines = render.Formats[slices.IndexFunc(render.Formats, func(f *render.Format) bool { return f.ID == "jsonl" })]

// writeFn writes a file.
type writeFn struct{ Folder string }

func (f *writeFn) ProcessElement(ctx context.Context, name string, next func(*line) bool) error {
	var all []line
	var l line
	for next(&l) {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b line) int { return strings.Compare(a.Place, b.Place) })
	var b bytes.Buffer
	for _, l := range all {
		b.WriteString(l.Text)
	}
	return writeFile(ctx, f.Folder+"/"+name, b.Bytes())
}

func writeFile(ctx context.Context, path string, data []byte) error {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenWrite(ctx, path)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// amount is a number of which there are several: how much they are together, and the most.
type amount struct{ Sum, Most int64 }

func one(n int) amount { return amount{int64(n), int64(n)} }

func together(a, b amount) amount { return amount{a.Sum + b.Sum, max(a.Most, b.Most)} }

// counted gives an amount as a line of the summary.
func counted(name string, a amount, emit func(string, line)) {
	n := a.Sum
	if strings.HasPrefix(name, "most ") {
		n = a.Most
	}
	quoted, _ := json.Marshal(name)
	emit(summaryName, line{name, fmt.Sprintf("{\"count\": %s, \"is\": %d}\n", quoted, n)})
}

// summaryName is the file of what was counted.
const summaryName = "summary.jsonl"
