package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/render"
)

// outputs is where a report goes and in which formats.
type outputs struct {
	screen
	format string
	files  []string
	also   bool                        // standard output gets the report beside the files
	fails  func(*compare.Finding) bool // what the gate fails on; nil where it fails on nothing
}

func (o *outputs) flags(c *cobra.Command) {
	o.screen.flags(c)
	c.Flags().StringVar(&o.format, "format", render.Formats[0].ID, "format on standard output: "+formatChoices("format").String())
	c.Flags().StringArrayVarP(&o.files, "output", "o", nil, "`FILE` to write instead, its ending tells the format ("+endings()+"), or FORMAT=FILE; may be given several times")
	formatChoices("format").complete(c)
}

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
	var out []destination
	if len(o.files) == 0 || o.also || c.Flags().Changed("format") {
		f := formatByID(o.format)
		if f.Binary && isTerminal(c.OutOrStdout()) {
			return nil, fmt.Errorf("--format: %s is nothing for a terminal; write it to a file with -o FILE", f.ID)
		}
		out = append(out, destination{format: f})
	}
	for _, file := range o.files {
		d, err := destinationOf(file)
		if err != nil {
			return nil, fmt.Errorf("-o: %w", err)
		}
		out = append(out, d)
	}
	return out, nil
}

// destinationOf reads FILE, whose ending tells the format, or FORMAT=FILE.
func destinationOf(file string) (destination, error) {
	if id, path, ok := strings.Cut(file, "="); ok && path != "" {
		if f := formatByID(id); f != nil {
			return destination{f, path}, nil
		}
	}
	if f := formatByEnding(file); f != nil {
		return destination{f, file}, nil
	}
	return destination{}, fmt.Errorf("the ending of %q tells no format; it is one of %s, or FORMAT=FILE", file, endings())
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

func endings() string {
	var all []string
	for _, f := range render.Formats {
		all = append(all, f.Endings...)
	}
	return strings.Join(all, ", ")
}

// write writes the report to every destination.
func (o *outputs) write(r *compare.Report, to []destination, stdout io.Writer, stories []int) error {
	for _, d := range to {
		if d.file == "" {
			options, err := o.options(stdout)
			if err != nil {
				return err
			}
			options.Stories, options.Fails = stories, o.fails
			if err := d.format.Write(stdout, r, options); err != nil {
				return err
			}
			continue
		}
		options, err := o.options(nil)
		if err != nil {
			return err
		}
		options.Stories, options.Fails = stories, o.fails
		var b bytes.Buffer
		if err := d.format.Write(&b, r, options); err != nil {
			return err
		}
		if err := writeWhole(d.file, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// writeWhole puts data in place of a file at once: who reads it sees the old
// content or the new. What is no regular file, a pipe or a device, is written to.
func writeWhole(path string, data []byte) error {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return os.WriteFile(path, data, 0)
		}
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("%s: can't be written: %w", path, err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), mode)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("%s: can't be written: %w", path, err)
	}
	return nil
}
