package main

import (
	"fmt"
	"io"
	"os"

	"xref/compare/render"
	"xref/extract/article"
)

// mostMarked is how much of a file is read to see whether xref wrote it.
const mostMarked = 64 << 20

// replaceable makes sure that -o names no file that xref didn't write: one that
// holds something must have the mark of a format.
func replaceable(to []destination) error {
	for _, d := range to {
		if d.file == "" || isStream(d.file) {
			continue
		}
		f, err := os.Open(d.file)
		if err != nil {
			continue // what isn't there loses nothing, what can't be opened can't be written either
		}
		data, err := io.ReadAll(io.LimitReader(f, mostMarked))
		f.Close()
		if err != nil {
			return cantWrite(d.file, err)
		}
		if len(data) > 0 && !render.Written(data) {
			return fmt.Errorf("-o: %s: is there already, and xref didn't write it; --force overwrites it", d.file)
		}
	}
	return nil
}

// guard makes sure that the run writes over nothing that it reads: what accepts
// findings and how it is set at once, the articles when they are known.
func (o *outputs) guard(to []destination, g *gatherer, a *acceptance) error {
	o.configured = g.set.path
	if o.force {
		return nil
	}
	g.writes = files(to)
	if err := overwritten(g.writes, [][2]string{{"the configuration", g.set.path}, {"the baseline", a.baselineFile}, {"the waivers", a.waiverFile}}); err != nil {
		return err
	}
	return replaceable(to)
}

// files are those that -o names.
func files(to []destination) []string {
	var out []string
	for _, d := range to {
		if d.file != "" {
			out = append(out, d.file)
		}
	}
	return out
}

// overwritten makes sure that none of the outputs is a file that this run reads:
// what it is called, then its path.
func overwritten(outputs []string, read [][2]string) error {
	for _, o := range outputs {
		there, err := os.Stat(o)
		if err != nil || isStream(o) {
			continue
		}
		for _, r := range read {
			if info, err := os.Stat(r[1]); r[1] != "" && err == nil && os.SameFile(there, info) {
				return fmt.Errorf("-o: %s: is %s of this run; --force overwrites it", o, r[0])
			}
		}
	}
	return nil
}

// articleFiles are the files of articles for overwritten.
func articleFiles(articles []*article.Article) [][2]string {
	var out [][2]string
	for _, a := range articles {
		out = append(out, [2]string{"an article", a.Path})
	}
	return out
}
