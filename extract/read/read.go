// Package read turns files into articles: it finds what the arguments name,
// decodes the bytes, takes the metadata and marks title and body. What can't
// be read as an article is named with its reason and costs only itself.
package read

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"time"
	"unicode"

	"golang.org/x/sync/errgroup"

	"xref/extract/article"
)

// Options is what the caller sets beside the paths.
type Options struct {
	Dates map[string]time.Time // when an article was published, by its ID; goes before what the article says
	Stdin io.Reader            // what "-" reads
	Jobs  int                  // how many files are read at once; 0 for as many as there are processors
}

// Result is what Paths read: the articles in the order of their IDs, what was
// left out, and what the reader should know, each in the order of the paths.
type Result struct {
	Articles []*article.Article
	Skipped  []Skipped
	Warnings []Warning
}

// Skipped is a file that gives no article. Line counts from 1; 0 where the
// reason is no single line. As an error it reads "path:line: reason".
type Skipped struct {
	Path   string
	Line   int
	Reason string
}

func (s Skipped) Error() string { return at(s.Path, s.Line, s.Reason) }

// Warning is something odd in an article that was read all the same. Line
// counts from 1; 0 where it is no single line.
type Warning struct {
	Path    string
	Line    int
	Message string
}

func (w Warning) String() string { return at(w.Path, w.Line, w.Message) }

func at(path string, line int, message string) string {
	if line > 0 {
		return fmt.Sprintf("%s:%d: %s", path, line, message)
	}
	return path + ": " + message
}

// Paths reads what args name: a file, a folder, NAME=FILE, or "-" for standard
// input. The error says what makes the whole run impossible: a file that
// isn't there or can't be opened, a folder without articles, a name given
// twice, a date for no article. Files that are skipped are no error, even where
// none is left.
func Paths(args []string, o Options) (Result, error) {
	sources, skipped, err := find(args)
	if err != nil {
		return Result{}, err
	}
	identify(sources)
	if err := checkDates(sources, o.Dates); err != nil {
		return Result{}, err
	}

	type outcome struct {
		article  *article.Article
		warnings []Warning
		skipped  *Skipped
	}
	outcomes := make([]outcome, len(sources))
	var group errgroup.Group
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	group.SetLimit(jobs)
	for i, s := range sources {
		group.Go(func() error {
			data, err := s.load(o.Stdin)
			if err == nil {
				outcomes[i].article, outcomes[i].warnings, err = parse(s, data)
			}
			var skip Skipped
			switch {
			case errors.As(err, &skip):
				outcomes[i].skipped = &skip
			case err != nil && s.listed:
				return err
			case err != nil:
				outcomes[i].skipped = &Skipped{Path: s.path, Reason: reason(err)}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return Result{}, err
	}

	result := Result{Skipped: skipped}
	for i, out := range outcomes {
		result.Warnings = append(result.Warnings, out.warnings...)
		if out.skipped != nil {
			result.Skipped = append(result.Skipped, *out.skipped)
			continue
		}
		if date, ok := o.Dates[sources[i].id]; ok {
			out.article.Published = date
		}
		result.Articles = append(result.Articles, out.article)
	}
	sort.Slice(result.Articles, func(i, j int) bool { return result.Articles[i].ID < result.Articles[j].ID })
	sort.SliceStable(result.Skipped, func(i, j int) bool { return result.Skipped[i].Path < result.Skipped[j].Path })
	sort.SliceStable(result.Warnings, func(i, j int) bool {
		a, b := result.Warnings[i], result.Warnings[j]
		return a.Path < b.Path || a.Path == b.Path && a.Line < b.Line
	})
	return result, nil
}

// Bytes reads one article that is in memory. The ending of name tells the
// format, its stem is the ID, and name itself the Path. What gives no article
// is an error of type Skipped.
func Bytes(name string, data []byte) (*article.Article, []Warning, error) {
	s := source{path: name, id: strings.ToValidUTF8(stem(name), "\uFFFD")}
	if len(data) > maxBytes {
		return nil, nil, tooLarge(name)
	}
	return parse(s, data)
}

// parse makes the article of one source; its error is of type Skipped.
func parse(s source, data []byte) (a *article.Article, warnings []Warning, err error) {
	defer func() {
		if p := recover(); p != nil {
			a, warnings, err = nil, nil, Skipped{Path: s.path, Reason: fmt.Sprintf("can't be read (%v)", p)}
		}
	}()
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil, Skipped{Path: s.path, Reason: "empty"}
	}
	format := formatOf(s.path, data)
	d, err := format.Read(s.path, data)
	if err != nil {
		return nil, nil, err
	}
	sum := sha256.Sum256(data)
	a = &article.Article{
		ID: s.id, Outlet: first(d.outlet, s.name, d.host, s.outlet()), Headline: d.headline, Published: d.published, Author: d.author, URL: d.url,
		Path: s.path, SHA256: hex.EncodeToString(sum[:]),
		Text: d.text, Extracted: d.extracted, Title: d.title, Body: d.body, Markup: d.markup,
	}
	if !strings.ContainsFunc(a.Body.In(a.Text), unicode.IsLetter) {
		return nil, nil, Skipped{Path: s.path, Reason: "no text in it beside title and metadata"}
	}
	language, contradicted, foreign := languageOf(a.Body.In(a.Text), d.language)
	if foreign != "" {
		return nil, nil, Skipped{Path: s.path, Reason: foreign}
	}
	if contradicted != "" {
		d.warn(s.path, d.languageLine, contradicted)
	}
	a.Language = language
	return a, d.warnings, nil
}

func tooLarge(path string) Skipped {
	return Skipped{Path: path, Reason: fmt.Sprintf("larger than %d MB", maxBytes>>20)}
}

// checkDates makes sure that every date is for an article that is there.
func checkDates(sources []source, dates map[string]time.Time) error {
	known := map[string]bool{}
	var ids []string
	for _, s := range sources {
		known[s.id] = true
		ids = append(ids, s.id)
	}
	sort.Strings(ids)
	var unknown []string
	for id := range dates {
		if !known[id] {
			unknown = append(unknown, id)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	sort.Strings(unknown)
	return fmt.Errorf("a date is given for %s, which no article is called (there is %s)",
		strings.Join(unknown, ", "), strings.Join(ids, ", "))
}

// stem is the file's name without folder and ending.
func stem(path string) string {
	base := filepath.Base(path)
	if s := strings.TrimSuffix(base, filepath.Ext(base)); s != "" {
		return s
	}
	return base
}
