package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare/kind"
	"xref/compare/render"
	"xref/compare/revision"
	"xref/extract"
)

// revising is what xref diff was asked for.
type revising struct {
	gatherer
	screen
	format  string
	files   []string
	failing []string
}

// diffCommand tells what changed between versions of articles.
func diffCommand(s streams) *cobra.Command {
	r := &revising{gatherer: gatherer{streams: s}}
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what changed from one version of an article to the next",
		Long: `Show what changed from one version of an article to the next: assertions added, gone
and changed, altered quotations, another headline. What changes no meaning is left
out: punctuation, letter case, moved paragraphs, articles. OLD and NEW are two files, or two
folders with versions under the same names.

Exit status: 0 fine; 1 changes that --fail-on names; 2 wrong usage or unreadable
input.`,
		Example: "  xref diff saved/monday.txt saved/tuesday.txt\n  xref diff monday/ tuesday/ --fail-on conflict,quote -o changes.md",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New("xref diff needs two versions, OLD and NEW: files or folders; see xref diff --help")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return r.run(c, args[0], args[1]) },
	}
	c.Flags().IntVar(&r.jobs, "jobs", 0, "articles analysed at once (default: one a processor)")
	r.screen.flags(c)
	c.Flags().StringVar(&r.format, "format", render.RevisionFormats[0], "format: "+diffFormats.String())
	c.Flags().StringArrayVarP(&r.files, "output", "o", nil, "`FILE` to write instead, its ending tells the format, or FORMAT=FILE; may be given several times")
	c.Flags().StringSliceVar(&r.failing, "fail-on", nil, "exit with status 1 where there are changes of these verdicts or sorts: "+diffFailChoices.String())
	diffFormats.complete(c)
	diffFailChoices.complete(c)
	return c
}

var diffFormats = choices{"format", render.RevisionFormats}

// diffFailChoices are the verdicts and sorts of changes that a build can fail on.
var diffFailChoices = func() choices {
	c := choices{"fail-on", []string{string(kind.Conflict), string(kind.Differ)}}
	for _, w := range revision.Ways {
		c.values = append(c.values, string(w))
	}
	return c
}()

func (r *revising) run(c *cobra.Command, old, new string) error {
	if err := diffFormats.one(r.format); err != nil {
		return err
	}
	failing, err := diffFailChoices.all(r.failing)
	if err != nil {
		return err
	}
	options, err := r.options(r.out)
	if err != nil {
		return err
	}
	to, err := r.destinations()
	if err != nil {
		return err
	}
	revisions, err := r.revisions(old, new)
	if err != nil {
		return err
	}
	if len(to) == 0 || c.Flags().Changed("format") {
		if err := render.WriteRevisions(r.out, r.format, revisions, options); err != nil {
			return err
		}
	}
	inFile, err := r.options(nil)
	if err != nil {
		return err
	}
	for _, d := range to {
		var b bytes.Buffer
		if err := render.WriteRevisions(&b, d.format.ID, revisions, inFile); err != nil {
			return err
		}
		if err := writeWhole(d.file, b.Bytes()); err != nil {
			return err
		}
	}
	for _, v := range revisions {
		if slices.ContainsFunc(v.Changes, func(c render.Change) bool {
			return slices.Contains(failing, c.What) || c.Verdict != "" && slices.Contains(failing, string(c.Verdict))
		}) {
			return errFailOn
		}
	}
	return nil
}

func (r *revising) destinations() ([]destination, error) {
	out, err := destinationsOf(r.files)
	for _, d := range out {
		if !slices.Contains(render.RevisionFormats, d.format.ID) {
			return nil, fmt.Errorf("-o: %s isn't written of changes; those are %s", d.format.ID, diffFormats)
		}
	}
	return out, err
}

// revisions pairs the articles of two folders by their ids, or two files, and
// compares each pair, in the order of the ids.
func (r *revising) revisions(old, new string) ([]render.Revision, error) {
	folders, err := bothFolders(old, new)
	if err != nil {
		return nil, err
	}
	olds, _, err := r.articles([]string{old})
	if err != nil {
		return nil, err
	}
	news, _, err := r.articles([]string{new})
	if err != nil {
		return nil, err
	}
	documents := r.analyse(slices.Concat(olds, news))
	before, after := documents[:len(olds)], documents[len(olds):]
	if !folders {
		return []render.Revision{between(before[0], after[0])}, nil
	}
	var out []render.Revision
	for len(before) > 0 || len(after) > 0 {
		switch order := following(before, after); {
		case order < 0:
			out, before = append(out, render.Revision{Old: before[0].Article}), before[1:]
		case order > 0:
			out, after = append(out, render.Revision{New: after[0].Article}), after[1:]
		default:
			out, before, after = append(out, between(before[0], after[0])), before[1:], after[1:]
		}
	}
	return out, nil
}

// following compares the ids of the first documents, those that are missing being
// last.
func following(before, after []*extract.Document) int {
	switch {
	case len(after) == 0:
		return -1
	case len(before) == 0:
		return 1
	}
	return strings.Compare(before[0].Article.ID, after[0].Article.ID)
}

// bothFolders reports whether the versions are folders; one of each is an error.
func bothFolders(old, new string) (bool, error) {
	folder := func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && info.IsDir()
	}
	a, b := folder(old), folder(new)
	if a != b {
		return false, fmt.Errorf("%s and %s: one is a folder, the other isn't", old, new)
	}
	return a, nil
}

func between(old, new *extract.Document) render.Revision {
	out := render.Revision{Old: old.Article, New: new.Article}
	for _, c := range revision.Compare(old, new) {
		out.Changes = append(out.Changes, render.Change{
			What: string(c.What), Kind: c.Kind, Verdict: c.Verdict,
			Old: render.Changed{Span: c.Old.Span, Marks: c.Old.Marks}, New: render.Changed{Span: c.New.Span, Marks: c.New.Marks},
		})
	}
	return out
}
