package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/render"
)

// outputs is where a report goes and in which formats.
type outputs struct {
	screen
	format     string
	files      []string
	also       bool                        // standard output gets the report beside the files
	by         string                      // what orders tables and Markdown: story or kind
	force      bool                        // files are overwritten whatever they are
	configured string                      // the configuration in force, as shown
	fails      func(*compare.Finding) bool // what the gate fails on; nil where it fails on nothing
}

func (o *outputs) flags(c *cobra.Command) {
	o.screen.flags(c)
	c.Flags().StringVar(&o.format, "format", render.Formats[0].ID, "format on standard output: "+formatChoices("format").String())
	c.Flags().StringArrayVarP(&o.files, "output", "o", nil, "`FILE` to write instead, its ending tells the format ("+strings.Join(endings(), ", ")+"), or FORMAT=FILE; may be given several times")
	c.Flags().BoolVar(&o.force, "force", false, "let -o overwrite articles, configurations and whatever xref didn't write")
	formatChoices("format").complete(c)
}

// orderFlag adds what lays the report out.
func (o *outputs) orderFlag(c *cobra.Command) {
	c.Flags().StringVar(&o.by, "by", orders.values[0], "order of tables and Markdown: "+orders.String()+"; story tells it matter by matter, kind lists findings in tables")
	orders.complete(c)
}

// orders are the ways in which the report is laid out for people.
var orders = choices{"by", []string{"story", "kind"}}

// destination is a format and where it is written.
type destination struct {
	format *render.Format
	file   string // "" for standard output
}

// destinations says what is to be written, before any work is done. Standard
// output gets the report where no file is named or --format is given too.
func (o *outputs) destinations(c *cobra.Command) ([]destination, error) {
	if err := formatChoices("format").one(o.format); err != nil {
		return nil, err
	}
	if err := orders.one(o.by); o.by != "" && err != nil {
		return nil, err
	}
	var out []destination
	if len(o.files) == 0 || o.also || c.Flags().Changed("format") {
		f := formatByID(o.format)
		if f.Binary && isTerminal(c.OutOrStdout()) {
			return nil, fmt.Errorf("--format: %s is nothing for a terminal; write it to a file with -o FILE", f.ID)
		}
		out = append(out, destination{format: f})
	}
	files, err := destinationsOf(o.files)
	return append(out, files...), err
}

// destinationsOf is the files that -o names, each of which can be written and is
// named once.
func destinationsOf(files []string) ([]destination, error) {
	var out []destination
	for _, file := range files {
		d, err := destinationOf(file)
		if err != nil {
			return nil, fmt.Errorf("-o: %w", err)
		}
		folder := filepath.Dir(d.file)
		switch info, err := os.Stat(folder); {
		case err != nil:
			return nil, fmt.Errorf("-o: %s: there is no folder %s", d.file, folder)
		case !info.IsDir():
			return nil, fmt.Errorf("-o: %s: %s is no folder", d.file, folder)
		}
		if info, err := os.Stat(d.file); err == nil && info.IsDir() {
			return nil, fmt.Errorf("-o: %s is a folder", d.file)
		}
		if slices.ContainsFunc(out, func(o destination) bool { return sameFile(o.file, d.file) }) {
			return nil, fmt.Errorf("-o: %s is named twice", d.file)
		}
		out = append(out, d)
	}
	return out, nil
}

// destinationOf reads FILE, whose ending tells the format, or FORMAT=FILE.
func destinationOf(file string) (destination, error) {
	id, path, named := strings.Cut(file, "=")
	if f := formatByID(id); f != nil && named && path != "" {
		return destination{f, path}, nil
	}
	if f := formatByEnding(file); f != nil {
		return destination{f, file}, nil
	}
	if near := meant(id, formatChoices("format").values); near != "" && named {
		return destination{}, fmt.Errorf("%q is no format%s", id, near)
	}
	return destination{}, fmt.Errorf("the ending of %q tells no format; it is one of %s, or FORMAT=FILE%s", file, strings.Join(endings(), ", "), meant(filepath.Ext(file), endings()))
}

// formatByID is the format of that id, nil where there is none.
func formatByID(id string) *render.Format {
	for _, f := range render.Formats {
		if f.ID == id {
			return f
		}
	}
	return nil
}

func formatByEnding(file string) *render.Format {
	ending := strings.ToLower(filepath.Ext(file))
	for _, f := range render.Formats {
		for _, e := range f.Endings {
			if e == ending {
				return f
			}
		}
	}
	return nil
}

func endings() []string {
	var all []string
	for _, f := range render.Formats {
		all = append(all, f.Endings...)
	}
	return all
}

// write writes the report to every destination.
func (o *outputs) write(r *compare.Report, to []destination, stdout io.Writer, stories []int) error {
	return o.each(to, stdout, func(w io.Writer, f *render.Format, options render.Options) error {
		options.Stories = stories
		return f.Write(w, r, options)
	})
}

// each writes something to every destination, with what the flags say of it.
func (o *outputs) each(to []destination, stdout io.Writer, write func(io.Writer, *render.Format, render.Options) error) error {
	for _, d := range to {
		var shown io.Writer // nil of a file, which is no terminal
		if d.file == "" {
			shown = stdout
		}
		options, err := o.options(shown)
		if err != nil {
			return err
		}
		options.Fails, options.Configuration, options.ByKind = o.fails, o.configured, o.by == "kind"
		if err := d.put(stdout, func(w io.Writer) error { return write(w, d.format, options) }); err != nil {
			return err
		}
	}
	return nil
}

// put writes to standard output, or to the file at once.
func (d destination) put(stdout io.Writer, write func(io.Writer) error) error {
	if d.file == "" {
		return write(stdout)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	return writeFile(d.file, b.Bytes())
}
