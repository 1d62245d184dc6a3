package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/baseline"
	"xref/compare/kind"
	"xref/compare/render"
	"xref/compare/revision"
	"xref/extract"
	"xref/extract/article"
)

// revising is what xref diff was asked for.
type revising struct {
	gatherer
	outputs
	acceptance
}

// diffCommand tells what changed between versions of articles.
func diffCommand(s streams) *cobra.Command {
	r := &revising{gatherer: gatherer{streams: s}}
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what changed from one version of an article to the next",
		Long: `Show what changed from one version of an article to the next: assertions added, gone
and changed, altered quotations, another headline, passages that moved. What changes no
meaning is left out: punctuation, letter case, line ends, articles. OLD and NEW are two
files, or two folders with versions under the same names.

Every format of “xref report” is written; in those for reports a change is a finding,
and what is added, gone or moved is a note.

Exit status: 0 fine; 1 changes that --fail-on names; 2 wrong usage or unreadable
input.`,
		Example: "  xref diff saved/monday.txt saved/tuesday.txt\n  xref diff monday/ tuesday/ --fail-on conflict,quote -o changes.md -o changes.sarif",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New("xref diff needs two versions, OLD and NEW: files or folders; see xref diff --help")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return r.run(c, args[0], args[1]) },
	}
	c.Flags().IntVar(&r.jobs, "jobs", 0, "articles analysed at once (default: one a processor)")
	r.cache.flags(c)
	r.configFlag(c)
	r.outputs.flags(c)
	c.Flags().StringSliceVar(&r.failing, "fail-on", nil, "exit with status 1 where there are changes of these verdicts or sorts: "+diffFailChoices.String())
	c.Flags().StringVar(&r.minSeverity, "min-severity", "", "let only changes fail that are at least so severe: "+severityChoices.String())
	c.Flags().BoolVar(&r.newOnly, "new-only", false, "leave out what a waiver accepts")
	r.waiverFlags(c)
	diffFailChoices.complete(c)
	severityChoices.complete(c)
	return c
}

// diffFailChoices are the verdicts and sorts of changes that a build can fail on.
var diffFailChoices = func() choices {
	c := choices{"fail-on", []string{string(kind.Conflict), string(kind.Differ)}}
	for _, w := range revision.Ways {
		c.values = append(c.values, string(w))
	}
	return c
}()

func (r *revising) run(c *cobra.Command, old, new string) error {
	failing, waivers, err := r.check(c)
	if err != nil {
		return err
	}
	to, err := r.destinations(c)
	if err != nil {
		return err
	}
	if err := r.guard(to, &r.gatherer, &r.acceptance); err != nil {
		return err
	}
	if _, err := r.options(r.out); err != nil {
		return err
	}
	all, err := r.versions(old, new)
	if err != nil {
		return err
	}
	plain, ids := revision.Report(all, r.set.comparison())
	report, notes := baseline.Accept(plain, baseline.Baseline{}, waivers, r.today)
	r.sayNotes(notes)
	byID := map[string]*compare.Finding{}
	for i := range report.Findings {
		byID[report.Findings[i].ID] = &report.Findings[i]
	}
	fails := map[string]bool{} // by the ids of findings
	revisions := make([]render.Revision, len(all))
	for i, v := range all {
		revisions[i] = versioned(v)
		for j, change := range v.Changes {
			f := byID[ids[i][j]]
			if f.Accepted == nil && baseline.AtLeast(f.Severity, kind.Severity(r.minSeverity)) &&
				(slices.Contains(failing, string(change.What)) || change.Verdict != "" && slices.Contains(failing, string(change.Verdict))) {
				fails[f.ID] = true
			}
			if f.Accepted == nil || !r.newOnly {
				revisions[i].Changes = append(revisions[i].Changes, changed(change, f.Accepted))
			}
		}
	}
	if r.newOnly {
		report = baseline.NewOnly(report)
	}
	if len(failing) > 0 {
		r.outputs.fails = func(f *compare.Finding) bool { return fails[f.ID] }
	}
	if err := r.writeChanges(revisions, report, to); err != nil {
		return err
	}
	if len(fails) > 0 {
		return errFailOn
	}
	return nil
}

// check finds wrong values before any work is done, and reads what accepts changes.
func (r *revising) check(c *cobra.Command) (failing []string, w baseline.Waivers, err error) {
	if failing, err = diffFailChoices.all(r.failing); err != nil {
		return nil, w, err
	}
	if r.minSeverity != "" {
		if err = severityChoices.one(r.minSeverity); err != nil {
			return nil, w, err
		}
		if len(failing) == 0 {
			return nil, w, errNothingFails
		}
	}
	if err = r.checkDay(); err != nil {
		return nil, w, err
	}
	if err = r.configure(c, nil); err != nil {
		return nil, w, err
	}
	_, w, err = r.read()
	return failing, w, err
}

// writeChanges writes changes to every destination: in a form of their own where the
// format has one, or else as a report.
func (r *revising) writeChanges(revisions []render.Revision, report *compare.Report, to []destination) error {
	return r.each(to, r.out, func(w io.Writer, f *render.Format, options render.Options) error {
		if slices.Contains(render.RevisionFormats, f.ID) {
			return render.WriteRevisions(w, f.ID, revisions, options)
		}
		options.Versions = true
		return f.Write(w, report, options)
	})
}

// versions pairs the articles of two folders by their ids, or two files, and
// compares each pair, in the order of the ids.
func (r *revising) versions(old, new string) ([]revision.Versions, error) {
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
	if err := r.cache.open(); err != nil {
		return nil, err
	}
	documents, failed := r.analyse(slices.Concat(olds, news))
	before, after := bothAnalysed(documents[:len(olds)], documents[len(olds):], olds, news)
	if len(failed) > 0 && (!folders || len(before)+len(after) == 0) {
		return nil, errors.New("no version is left to compare")
	}
	if !folders {
		return []revision.Versions{between(before[0], after[0])}, nil
	}
	var out []revision.Versions
	for len(before) > 0 || len(after) > 0 {
		switch order := following(before, after); {
		case order < 0:
			out, before = append(out, revision.Versions{Old: before[0]}), before[1:]
		case order > 0:
			out, after = append(out, revision.Versions{New: after[0]}), after[1:]
		default:
			out, before, after = append(out, between(before[0], after[0])), before[1:], after[1:]
		}
	}
	return out, nil
}

// bothAnalysed leaves out the articles of which a version couldn't be analysed: the
// other one would look as if it were the only one.
func bothAnalysed(before, after []*extract.Document, olds, news []*article.Article) (_, _ []*extract.Document) {
	failed := map[string]bool{}
	for i, d := range before {
		failed[olds[i].ID] = failed[olds[i].ID] || d == nil
	}
	for i, d := range after {
		failed[news[i].ID] = failed[news[i].ID] || d == nil
	}
	left := func(documents []*extract.Document, articles []*article.Article) []*extract.Document {
		var out []*extract.Document
		for i, d := range documents {
			if !failed[articles[i].ID] {
				out = append(out, d)
			}
		}
		return out
	}
	return left(before, olds), left(after, news)
}

func between(old, new *extract.Document) revision.Versions {
	return revision.Versions{Old: old, New: new, Changes: revision.Compare(old, new, compare.Options{})}
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

// versioned is versions as they are written, without their changes.
func versioned(v revision.Versions) render.Revision {
	var out render.Revision
	if v.Old != nil {
		out.Old = v.Old.Article
	}
	if v.New != nil {
		out.New = v.New.Article
	}
	return out
}

func changed(c revision.Change, accepted *compare.Acceptance) render.Change {
	return render.Change{
		What: string(c.What), Kind: c.Kind, Verdict: c.Verdict, Accepted: accepted,
		Old: render.Changed{Span: c.Old.Span, Marks: c.Old.Marks}, New: render.Changed{Span: c.New.Span, Marks: c.New.Marks},
	}
}
