package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/render"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
)

// gatherer reads and analyses what the command line names.
type gatherer struct {
	streams
	inputs
	comparing
	cache      cache
	jobs       int
	dates      []string
	outlets    []string
	config     string        // the file named, as findConfiguration takes it
	set        configuration // what is in it; zero before configure
	configured bool
	unread     int                                      // inputs that were left out or read in part
	extract    func(*article.Article) *extract.Document // nil for extract.Analyse
	writes     []string                                 // files that will be written, none of which may be read
	request    request
	server     bool // it works for a server, which waits for most of its time
}

// request is what a program asks of a gatherer in one go, where there is no command
// line; the zero one asks nothing.
type request struct {
	ctx    context.Context    // nil for one that doesn't end
	inputs []read.Input       // read beside what paths name
	within *read.Roots        // where files may lie; nil for anywhere
	told   func(done, of int) // how many articles are analysed; nil where nobody wants to know
}

func (r request) context() context.Context {
	if r.ctx == nil {
		return context.Background()
	}
	return r.ctx
}

// flags adds what says how articles are read.
func (g *gatherer) flags(c *cobra.Command) {
	g.jobsFlag(c)
	c.Flags().StringArrayVar(&g.dates, "date", nil, "`NAME=2022-08-04`: when the article of that id was published")
	c.Flags().StringArrayVar(&g.outlets, "outlet", nil, "`NAME=OUTLET`: who published the article of that id")
	g.inputs.flags(c)
}

func (g *gatherer) jobsFlag(c *cobra.Command) {
	c.Flags().IntVar(&g.jobs, "jobs", 0, "articles analysed at once (default: one a processor); the output doesn't depend on it")
}

func errJobs(jobs int) error { return fmt.Errorf("--jobs: %d is less than 0", jobs) }

// articles reads what paths name, in the order of ids. Warnings and what is left
// out go to standard error; nothing left is an error.
func (g *gatherer) articles(paths []string) ([]*article.Article, []compare.Skipped, error) {
	if g.jobs < 0 {
		return nil, nil, errJobs(g.jobs)
	}
	dates, err := g.datesByID()
	if err != nil {
		return nil, nil, err
	}
	found, err := g.readPaths(paths, dates)
	if err != nil {
		return nil, nil, err
	}
	for _, w := range found.Warnings {
		g.say(w.String())
	}
	var skipped []compare.Skipped
	for _, s := range found.Skipped {
		g.say(leftOut + s.Error())
		reason := s.Reason
		if s.Line > 0 {
			reason = fmt.Sprintf("line %d: %s", s.Line, reason)
		}
		skipped = append(skipped, compare.Skipped{Path: s.Where(), Reason: reason, NotArticle: s.NotArticle})
	}
	if len(found.Articles) == 0 {
		return nil, nil, errors.New("no article is left to read")
	}
	if err := overwritten(g.writes, articleFiles(found.Articles)); err != nil {
		return nil, nil, err
	}
	described, err := g.set.describe(found.Articles, dates)
	if err != nil {
		return nil, nil, err
	}
	articles, err := g.withOutlets(described)
	return articles, skipped, err
}

// readPaths reads what paths and the lists name, with what flags and configuration say
// of it.
func (g *gatherer) readPaths(paths []string, dates map[string]time.Time) (read.Result, error) {
	paths, err := named(paths)
	if err != nil {
		return read.Result{}, err
	}
	if !g.configured {
		if err := g.configure(nil, nil); err != nil {
			return read.Result{}, err
		}
	}
	o, err := g.inputs.readOptions(&g.set)
	if err != nil {
		return read.Result{}, err
	}
	o.Dates, o.Stdin, o.Jobs = dates, g.in, g.jobs
	o.Inputs, o.Within = g.request.inputs, g.request.within
	found, err := read.PathsContext(g.request.context(), paths, o)
	if err != nil {
		return read.Result{}, err
	}
	g.unread = len(found.Skipped)
	for _, a := range found.Articles {
		if a.Truncated != "" {
			g.unread++
		}
	}
	return found, nil
}

// named is paths with what patterns among them fit in their place. What the shell
// has put there already, and a file whose name looks like a pattern, stays.
func named(paths []string) ([]string, error) {
	var out []string
	for _, p := range paths {
		_, err := os.Lstat(p)
		switch {
		case err == nil:
		case strings.Contains(p, "://"):
		case isPattern(p) && !strings.Contains(p, "="):
			found, err := likePattern(p)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", p, err)
			}
			if len(found) == 0 {
				return nil, fmt.Errorf("%s: no file is like that", p)
			}
			out = append(out, found...)
			continue
		}
		out = append(out, p)
	}
	return out, nil
}

// leftOut begins the line about an input that isn't read.
const leftOut = "left out: "

func (g *gatherer) say(message string) {
	fmt.Fprintln(g.err, "xref: "+render.Plain(message))
}

func (g *gatherer) datesByID() (map[string]time.Time, error) {
	dates := map[string]time.Time{}
	for _, d := range g.dates {
		name, value, ok := strings.Cut(d, "=")
		if !ok || name == "" {
			return nil, fmt.Errorf("--date: %q is not of the form NAME=2022-08-04", d)
		}
		when, ok := read.ParseDate(value)
		if !ok {
			return nil, fmt.Errorf("--date: %q is no date; write it as 2022-08-04", value)
		}
		dates[name] = when
	}
	return dates, nil
}

// withOutlets is the articles with the outlets that the flags give them.
func (g *gatherer) withOutlets(articles []*article.Article) ([]*article.Article, error) {
	out := append([]*article.Article(nil), articles...)
	for _, o := range g.outlets {
		id, outlet, ok := strings.Cut(o, "=")
		if !ok || id == "" || outlet == "" {
			return nil, fmt.Errorf("--outlet: %q is not of the form NAME=OUTLET", o)
		}
		found := false
		for i, a := range out {
			if a.ID == id {
				named := *a
				named.Outlet = outlet
				out[i], found = &named, true
			}
		}
		if !found {
			var ids []string
			for _, a := range articles {
				ids = append(ids, a.ID)
			}
			return nil, fmt.Errorf("--outlet: there is no article %q; there are %s", id, strings.Join(ids, ", "))
		}
	}
	return out, nil
}

// report is the comparison of what paths name.
func (g *gatherer) report(paths []string) (*compare.Report, error) {
	articles, skipped, err := g.articles(paths)
	if err != nil {
		return nil, err
	}
	documents, failed, err := g.documents(articles)
	if err != nil {
		return nil, err
	}
	return g.compared(documents, append(skipped, failed...))
}

// compared is the comparison of documents, beside inputs that aren't among them.
func (g *gatherer) compared(documents []*extract.Document, skipped []compare.Skipped) (*compare.Report, error) {
	options, err := g.comparing.comparison(g.set.comparison())
	if err != nil {
		return nil, err
	}
	options.Kept = g.cache.keeper()
	report, err := compare.Compare(g.request.context(), documents, options)
	g.cache.bound(mostKept)
	if err != nil {
		return nil, err
	}
	report.Skipped = skipped
	return report, nil
}
