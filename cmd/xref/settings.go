package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// setting is a key of the configuration that flags set too.
type setting struct {
	key   string
	flags []string      // that go before the file
	take  func() error  // takes the file's value
	value func() string // what is in force
}

// configFlag adds what says which configuration is read.
func (g *gatherer) configFlag(c *cobra.Command) {
	c.Flags().StringVar(&g.config, "config", "", "`FILE` of the configuration, or none (default: "+configName+" here or in the nearest folder above, up to the repository's root or home)")
}

// configure reads the configuration and takes from it what no flag sets.
func (g *gatherer) configure(c *cobra.Command, settings []setting) error {
	found, err := findConfiguration(g.config)
	if err != nil {
		return err
	}
	g.set, g.configured = *found, true
	for _, s := range settings {
		if !g.set.sets(s.key) || s.flag(c) != "" {
			continue
		}
		if err := s.take(); err != nil {
			return err
		}
	}
	return nil
}

// flag is the flag that sets it on this command line; "" where none does.
func (s setting) flag(c *cobra.Command) string {
	for _, f := range s.flags {
		if c.Flags().Changed(f) {
			return "--" + f
		}
	}
	return ""
}

// paths is what the command line names, or where it names nothing the articles of
// the configuration.
func (g *gatherer) paths(c *cobra.Command, named []string) ([]string, error) {
	if len(named) > 0 || len(g.from) > 0 || len(g.set.Articles) == 0 {
		return named, g.atLeastOne(c, named)
	}
	return g.set.paths()
}

// settings are those of a report, in the order in which they are shown.
func (r *reporting) settings() []setting {
	f := &r.set
	return slices.Concat(
		[]setting{{"formats", []string{"format", "output"}, r.takeFormats, r.formats}},
		r.fileSettings(f),
		[]setting{
			{"fail-on", []string{"fail-on"}, func() error { r.failing = slices.Clone(f.FailOn); return nil }, func() string { return strings.Join(r.failing, ", ") }},
			{"min-severity", []string{"min-severity"}, func() error { r.minSeverity = f.MinSeverity; return nil }, func() string { return r.minSeverity }},
			{"min-confidence", []string{"min-confidence"}, func() error { r.confidence = f.MinConfidence; return nil }, func() string { return strconv.FormatFloat(r.confidence, 'g', -1, 64) }},
			r.comparing.setting(f),
			{"offline", []string{"offline"}, func() error { r.offline = f.Offline; return nil }, func() string { return strconv.FormatBool(r.offline) }},
		},
	)
}

// takeFormats sends the report where the file says: an id of a format stands for
// standard output, FILE and FORMAT=FILE for themselves.
func (r *reporting) takeFormats() error {
	for i, item := range r.set.Formats {
		if formatByID(item) != nil {
			if r.also {
				return r.set.wrong(fmt.Sprintf("formats[%d]", i), "only one format can go to standard output; the others need FORMAT=FILE")
			}
			r.format, r.also = item, true
			continue
		}
		d, err := destinationOf(item)
		if err != nil {
			return err
		}
		at := fmt.Sprintf("formats[%d]", i)
		file, err := r.set.below(at, d.file)
		if err != nil {
			return err
		}
		if r.set.above {
			r.say(r.set.wrong(at, "nothing is written to "+file+", as the configuration is of a folder above; name it with --config to write it").Error())
			continue
		}
		r.files = append(r.files, d.format.ID+"="+file)
	}
	return nil
}

// formats is where the report goes.
func (r *reporting) formats() string {
	all := slices.Clone(r.files)
	if len(all) == 0 || r.also {
		all = slices.Insert(all, 0, r.format)
	}
	return strings.Join(all, ", ")
}
