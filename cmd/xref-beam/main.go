// The command xref-beam compares an archive of articles on a cluster, by Apache Beam: it reads
// files of articles, groups what they tell into stories and writes for each story the
// findings that xref report has of its articles. It is a module of its own, so that xref itself needs
// nothing of Beam. docs/scale.md has what it takes and where it was run.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"

	"xref/extract/read"
)

var (
	output  = flag.String("output", "", "folder for the findings, which must be new or empty")
	shards  = flag.Int("shards", 1, "into how many files findings are written")
	encode  = flag.String("encoder", "auto", "as for xref report: auto, on or off")
	tellAll = flag.Bool("all", false, "as for xref report: tell what is tentative too")
	fields  = flag.String("map", "", "as for xref report: where JSON of another shape has what, as text=body,outlet=source.name")
	runner  = flag.String("runner", "prism", "what runs the job: prism, in this process, or universal, a job service at --endpoint")
	jobFile = flag.String("write-job", "", "write the job into this file instead of running it")
	submit  = flag.String("submit", "", "run the job in this file on the job service at --endpoint")
	workers = flag.Int("serve-workers", 0, "be workers at this port of this machine, for jobs whose environment is external")
)

const usage = `Usage: xref-beam --output FOLDER [flags] PATH...
       xref-beam --write-job FILE --output FOLDER [flags] PATH...
       xref-beam --submit FILE --endpoint HOST:PORT [flags]
       xref-beam --serve-workers PORT

Groups the articles of files and folders (text, JSON Lines, WARC and whatever else xref reads) into
stories and writes for each the findings that xref report has of its articles alone.

Flags, of which those without a word about xref are Apache Beam's:
`

func main() {
	flag.Usage = func() {
		fmt.Fprint(os.Stderr, usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	beam.Init() // which doesn't return in a worker
	if err := run(context.Background(), flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "xref-beam: "+err.Error())
		os.Exit(2)
	}
}

func run(ctx context.Context, paths []string) error {
	switch {
	case *workers != 0:
		return serveWorkers(ctx, *workers)
	case *submit != "":
		return submitJob(ctx, *submit, *jobopts.Endpoint)
	}
	o, err := settingsOf(ctx, paths)
	if err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, o)
	if *jobFile != "" {
		return writeJob(ctx, p, *jobFile)
	}
	_, err = beam.Run(ctx, *runner, p)
	return err
}

// settingsOf are what the flags say, checked before any work is done.
func settingsOf(ctx context.Context, paths []string) (settings, error) {
	o := settings{Output: strings.TrimSuffix(*output, "/"), Shards: *shards, Encoder: *encode, All: *tellAll, Fields: read.Fields{}}
	switch {
	case o.Output == "":
		return o, fmt.Errorf("--output names no folder for the findings")
	case o.Shards < 1:
		return o, fmt.Errorf("--shards: %d is less than 1", o.Shards)
	case !slices.Contains([]string{"auto", "on", "off"}, o.Encoder):
		return o, fmt.Errorf("--encoder: %q is none of auto, on, off", o.Encoder)
	}
	if *fields != "" {
		for _, pair := range strings.Split(*fields, ",") {
			field, key, ok := strings.Cut(pair, "=")
			if !ok || key == "" || !slices.Contains(read.FieldNames, field) {
				return o, fmt.Errorf("--map: %q is not of the form FIELD=KEY with a field of %s", pair, strings.Join(read.FieldNames, ", "))
			}
			o.Fields[field] = key
		}
	}
	there, err := glob(ctx, o.Output+"/*")
	if err != nil {
		return o, fmt.Errorf("--output: %w", err)
	}
	if len(there) > 0 {
		return o, fmt.Errorf("--output: %s holds files already, such as %s; name a new folder", o.Output, there[0])
	}
	o.Files, err = filesOf(ctx, paths)
	return o, err
}

// filesOf are the files that paths name: those of this machine as xref report finds
// them, and what patterns match elsewhere.
func filesOf(ctx context.Context, paths []string) ([]string, error) {
	var here, files []string
	for _, p := range paths {
		if !strings.Contains(p, "://") {
			here = append(here, p)
			continue
		}
		found, err := glob(ctx, p)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s: no file is like that", p)
		}
		files = append(files, found...)
	}
	found, skipped, err := read.Files(here)
	if err != nil {
		return nil, err
	}
	for _, s := range skipped {
		if !s.NotArticle {
			fmt.Fprintln(os.Stderr, "xref-beam: left out: "+s.Error())
		}
	}
	files = append(files, found...)
	if len(files) == 0 {
		return nil, fmt.Errorf("no file to read; see xref-beam --help")
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

func glob(ctx context.Context, pattern string) ([]string, error) {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	return fs.List(ctx, pattern)
}
