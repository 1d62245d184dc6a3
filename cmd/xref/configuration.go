package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"xref/compare"
	"xref/compare/baseline"
	"xref/compare/baseline/strictyaml"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/read"
)

// configName is the file that sets what flags don't.
const configName = "xref.yaml"

// configFile is what stands in an xref.yaml. Paths in it start from its folder.
type configFile struct {
	Articles      []articleEntry    `yaml:"articles"`
	Severities    map[string]string `yaml:"severities"`
	Off           []string          `yaml:"off"`
	Aliases       [][]string        `yaml:"aliases"`
	Baseline      string            `yaml:"baseline"`
	Waivers       string            `yaml:"waivers"`
	Formats       []string          `yaml:"formats"`
	FailOn        []string          `yaml:"fail-on"`
	MinSeverity   string            `yaml:"min-severity"`
	MinConfidence float64           `yaml:"min-confidence"`
	Offline       bool              `yaml:"offline"`
	Encoder       string            `yaml:"encoder"`
	Limits        map[string]string `yaml:"limits"`
}

// articleEntry names articles, and what is known of them that they don't say
// themselves.
type articleEntry struct {
	Path   string `yaml:"path"` // a file, a folder or a pattern with *, ? and **
	Outlet string `yaml:"outlet"`
	Date   string `yaml:"date"`
	URL    string `yaml:"url"`
}

// configuration is a configuration file that was read; the zero one, where there
// is none, sets nothing.
type configuration struct {
	configFile
	path  string // as shown; "" where there is none
	above bool   // it was found in a folder above the working one
	lines strictyaml.Lines
}

func parseConfiguration(path string, data []byte) (*configuration, error) {
	c := &configuration{path: path}
	var err error
	if c.lines, err = strictyaml.Decode(path, data, &c.configFile); err != nil {
		return nil, err
	}
	return c, c.check()
}

// wrong is an error at a key, or the nearest key above it that has a line.
func (c *configuration) wrong(at, message string) error {
	return strictyaml.Error{Path: c.path, Line: c.lines[at], Message: message}
}

// from says where a key's value comes from.
func (c *configuration) from(key string) string { return fmt.Sprintf("%s:%d", c.path, c.lines[key]) }

// sets reports whether the file has a key.
func (c *configuration) sets(key string) bool {
	_, ok := c.lines[key]
	return ok
}

func (c *configuration) check() error {
	var all []error
	fail := func(at, format string, args ...any) {
		all = append(all, c.wrong(at, fmt.Sprintf(format, args...)))
	}
	one := func(at, what, value string, known []string) {
		if !slices.Contains(known, value) {
			fail(at, "%s", strictyaml.Unknown(what, value, known))
		}
	}
	for i, a := range c.Articles {
		at := fmt.Sprintf("articles[%d]", i)
		if a.Path == "" {
			fail(at, "an article needs a path")
		}
		if _, ok := read.ParseDate(a.Date); a.Date != "" && !ok {
			fail(at+".date", "%q is no date; write it as 2022-08-04", a.Date)
		}
	}
	kinds := kindChoices().values
	for _, k := range sortedKeys(c.Severities) {
		one("severities."+k, "kind", k, kinds)
		one("severities."+k, "severity", c.Severities[k], severityChoices.values)
	}
	if c.sets("encoder") {
		one("encoder", "value", c.Encoder, encoderChoices.values)
	}
	for i, k := range c.Off {
		one(fmt.Sprintf("off[%d]", i), "kind", k, kinds)
	}
	for i, names := range c.Aliases {
		if len(names) < 2 {
			fail(fmt.Sprintf("aliases[%d]", i), "a list of aliases needs two names")
		}
	}
	for i, f := range c.Formats {
		ids := formatChoices("format").values
		if _, err := destinationOf(f); err != nil && !slices.Contains(ids, f) {
			message := err.Error()
			if near := strictyaml.Nearest(f, ids); near != "" {
				message = strictyaml.Unknown("format", f, ids)
			}
			fail(fmt.Sprintf("formats[%d]", i), "%s", message)
		}
	}
	for i, v := range c.FailOn {
		one(fmt.Sprintf("fail-on[%d]", i), "verdict", v, failChoices().values)
	}
	if c.MinSeverity != "" {
		one("min-severity", "severity", c.MinSeverity, severityChoices.values)
	}
	if c.MinConfidence < 0 || c.MinConfidence > 1 {
		fail("min-confidence", "%v is not from 0 to 1", c.MinConfidence)
	}
	for _, name := range sortedKeys(c.Limits) {
		if _, err := read.ParseLimit(name, c.Limits[name]); err != nil {
			fail("limits."+name, "%s", err)
		}
	}
	slices.SortStableFunc(all, func(a, b error) int { return a.(strictyaml.Error).Line - b.(strictyaml.Error).Line })
	return errors.Join(all...)
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// file is a path of the file as seen from the working folder.
func (c *configuration) file(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(c.path), path)
}

// matches is the paths that an entry names, a folder as itself.
func (c *configuration) matches(i int) ([]string, error) {
	path := c.file(c.Articles[i].Path)
	at := fmt.Sprintf("articles[%d].path", i)
	if !isPattern(c.Articles[i].Path) {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, c.wrong(at, "no such file or folder: "+path)
		}
		return []string{path}, nil
	}
	found, err := likePattern(path)
	if errors.Is(err, filepath.ErrBadPattern) {
		return nil, c.wrong(at, fmt.Sprintf("%q is no pattern of paths", c.Articles[i].Path))
	}
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, c.wrong(at, fmt.Sprintf("no file is like %q", c.Articles[i].Path))
	}
	return found, nil
}

// paths is what the entries of articles name.
func (c *configuration) paths() ([]string, error) {
	var all []string
	for i := range c.Articles {
		found, err := c.matches(i)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// describe is the articles with what the entries say of them; later entries go
// before earlier ones. dates are those of flags, by id, which go before all.
func (c *configuration) describe(articles []*article.Article, dates map[string]time.Time) ([]*article.Article, error) {
	out := slices.Clone(articles)
	for i, entry := range c.Articles {
		if entry.Outlet == "" && entry.Date == "" && entry.URL == "" {
			continue
		}
		found, err := c.matches(i)
		if err != nil {
			return nil, err
		}
		for j, a := range out {
			if !slices.ContainsFunc(found, func(path string) bool { return within(a.Path, path) }) {
				continue
			}
			told := *a
			if entry.Outlet != "" {
				told.Outlet = entry.Outlet
			}
			if entry.URL != "" {
				told.URL = entry.URL
			}
			if when, ok := read.ParseDate(entry.Date); ok {
				if _, given := dates[a.ID]; !given {
					told.Published = when
				}
			}
			out[j] = &told
		}
	}
	return out, nil
}

// within reports whether a file is at a path or in the folder that it names.
func within(file, path string) bool {
	if !read.OfFile(file) {
		return false
	}
	file, errFile := filepath.Abs(file)
	path, errPath := filepath.Abs(path)
	return errFile == nil && errPath == nil && (file == path || strings.HasPrefix(file, strings.TrimSuffix(path, string(filepath.Separator))+string(filepath.Separator)))
}

// comparison is what the file says of the comparison.
func (c *configuration) comparison() compare.Options {
	o := compare.Options{Aliases: c.Aliases}
	for _, k := range c.Off {
		o.Off = append(o.Off, kind.ID(k))
	}
	if len(c.Severities) > 0 {
		o.Severities = map[kind.ID]kind.Severity{}
	}
	for k, s := range c.Severities {
		o.Severities[kind.ID(k)] = kind.Severity(s)
	}
	return o
}

// severityChoices are the severities from the least.
var severityChoices = func() choices {
	c := choices{flag: "min-severity"}
	for _, s := range baseline.Severities {
		c.values = append(c.values, string(s))
	}
	return c
}()
