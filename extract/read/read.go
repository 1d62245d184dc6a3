// Package read turns files and web pages into articles: it finds what the
// arguments name, decodes the bytes, takes the metadata and marks title and body.
// What can't be read as an article is named with its reason and costs only
// itself.
package read

import (
	"bytes"
	"context"
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
	Dates        map[string]time.Time // when an article was published, by its ID; goes before what the article says
	Stdin        io.Reader            // what "-" reads
	Jobs         int                  // how many files are read at once; 0 for as many as there are processors
	From         []string             // lists of files and links to read too
	Inputs       []Input              // what a program asks to read too
	Within       *Roots               // where files may lie; nil for anywhere
	Follow       bool                 // fetch the items of a feed that aren't in it in full
	DropSame     bool                 // read once what is there twice: one article under two addresses
	Offline      bool                 // fetch nothing
	AllowPrivate bool                 // fetch from this machine and its network too
	Limits       Limits               // bounds of what is read
	Fields       Fields               // where JSON of an unknown shape has what an article needs
	UserAgent    string               // what servers are told; "" for the program's name
}

// Result is what Paths read: the articles in the order of their IDs, how each
// came about, what was left out, and what the reader should know, each in the
// order of the paths.
type Result struct {
	Articles []*article.Article
	Readings []Reading // of the articles, in their order
	Skipped  []Skipped
	Warnings []Warning
}

// outcome is what reading one source gives.
type outcome struct {
	found      contents
	read       []Reading
	warned     []Warning
	skipped    []Skipped
	passedOver bool
}

// Paths reads what args name: a file, a folder, a link, NAME= before a file or
// link, or "-" for standard input. The error says what makes the whole run
// impossible: a file that isn't there or can't be opened, a folder without
// articles, a name given twice, a date for no article. Files that are skipped
// and pages that can't be fetched are no error, even where none is left.
func Paths(args []string, o Options) (Result, error) {
	return PathsContext(context.Background(), args, o)
}

// PathsContext is Paths until a context ends, whose error it then returns.
func PathsContext(ctx context.Context, args []string, o Options) (Result, error) {
	sources, skipped, err := find(args, o)
	if err != nil {
		return Result{}, err
	}
	taken := map[string]bool{}
	identify(sources, taken)
	fetcher := o.fetcher()
	outcomes, err := readAll(ctx, sources, o, fetcher)
	if err != nil {
		return Result{}, err
	}
	if err := emptyFolders(sources, outcomes); err != nil {
		return Result{}, err
	}
	if more := followed(sources, outcomes, o); len(more) > 0 {
		identify(more, taken)
		further, err := readAll(ctx, more, o, fetcher)
		if err != nil {
			return Result{}, err
		}
		sources, outcomes = append(sources, more...), append(outcomes, further...)
	}

	result := Result{Skipped: skipped}
	for i, out := range outcomes {
		nameParts(sources[i].id, out.read, taken)
		result.Readings = append(result.Readings, out.read...)
		result.Warnings = append(result.Warnings, out.warned...)
		result.Skipped = append(result.Skipped, out.skipped...)
	}
	sort.SliceStable(result.Readings, func(i, j int) bool { return result.Readings[i].Article.ID < result.Readings[j].Article.ID })
	if err := checkDates(sources, result.Readings, o.Dates); err != nil {
		return Result{}, err
	}
	if o.DropSame {
		result.dropSame()
	}
	for i, r := range result.Readings {
		if date, ok := o.Dates[r.Article.ID]; ok {
			r.Article.Published = date
			result.Readings[i].found("date", "--date")
		}
		result.Articles = append(result.Articles, r.Article)
	}
	sort.SliceStable(result.Skipped, func(i, j int) bool { return result.Skipped[i].Path < result.Skipped[j].Path })
	sort.SliceStable(result.Warnings, func(i, j int) bool {
		a, b := result.Warnings[i], result.Warnings[j]
		return a.Path < b.Path || a.Path == b.Path && a.Line < b.Line
	})
	return result, nil
}

// readAll reads the sources, several at once; outcomes are in their order.
func readAll(ctx context.Context, sources []source, o Options, fetcher *fetching) ([]outcome, error) {
	outcomes := make([]outcome, len(sources))
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	fetched := make([]chan struct{}, len(sources))
	inputs, failed := make([]input, len(sources)), make([]error, len(sources))
	var fetches errgroup.Group
	const atOnce = 16 // the limit per-host is narrower
	fetches.SetLimit(atOnce)
	var group errgroup.Group
	group.SetLimit(jobs)
	for i, s := range sources {
		if s.link == "" {
			continue
		}
		done := make(chan struct{})
		fetched[i] = done
		fetches.Go(func() error {
			defer close(done)
			inputs[i], failed[i] = fetcher.get(ctx, s.link, o)
			return nil
		})
	}
	for i, s := range sources {
		group.Go(func() error {
			var in input
			var err error
			if s.link != "" {
				<-fetched[i]
				in, err = inputs[i], failed[i]
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if s.link == "" {
				in, err = s.load(o)
			}
			in.path, in.listed, in.limits, in.fields = s.path, s.listed, o.Limits, o.Fields
			in.parts = anyFormat{}
			if s.link == "" {
				in.name = s.called()
			}
			var found contents
			if err == nil {
				found, err = parse(in)
			}
			var skip Skipped
			switch {
			case errors.Is(err, errPassedOver):
				outcomes[i].passedOver = true
			case errors.As(err, &skip):
				outcomes[i].skipped = append(outcomes[i].skipped, skip)
			case err != nil && s.listed && s.link == "":
				return err
			case err != nil:
				outcomes[i].skipped = append(outcomes[i].skipped, Skipped{Path: s.path, Reason: reason(err)})
			default:
				outcomes[i].take(s, in, found)
			}
			return nil
		})
	}
	err := group.Wait()
	_ = fetches.Wait() // what went wrong stands in failed
	return outcomes, err
}

// take makes the articles of what was found in a source.
func (out *outcome) take(s source, in input, found contents) {
	out.found = found
	out.skipped = append(out.skipped, found.skipped...)
	most := int(in.limits.Of("articles"))
	for i, d := range found.documents {
		if i == most {
			out.skipped = append(out.skipped, in.skip("more articles than "+tooMuch("articles", int64(most))+"; the others are left out"))
			break
		}
		r, warnings, err := finish(s, in, d)
		var skip Skipped
		if errors.As(err, &skip) {
			skip.Part = d.part
			out.skipped = append(out.skipped, skip)
			continue
		}
		out.read = append(out.read, r)
		out.warned = append(out.warned, warnings...)
	}
}

// Bytes reads one article that is in memory. The ending of name tells the
// format, its stem is the ID, and name itself the Path. What gives no article,
// or several, is an error of type Skipped.
func Bytes(name string, data []byte) (*article.Article, []Warning, error) {
	all, warnings, err := Readings(name, data, Options{})
	if err != nil {
		return nil, nil, err
	}
	if len(all) > 1 {
		return nil, nil, Skipped{Path: name, Reason: fmt.Sprintf("%d articles, not one", len(all))}
	}
	return all[0].Article, warnings, nil
}

// Readings reads the articles of one file that is in memory, as Bytes does.
func Readings(name string, data []byte, o Options) ([]Reading, []Warning, error) {
	s := source{path: name, id: strings.ToValidUTF8(stem(name), "\uFFFD"), listed: true}
	in := input{path: name, name: name, data: data, listed: true, limits: o.Limits, fields: o.Fields, parts: anyFormat{}}
	if limit := limitOf(name); int64(len(data)) > o.Limits.Of(limit) {
		return nil, nil, tooLarge(name, limit, o.Limits)
	}
	found, err := parse(in)
	if err != nil {
		return nil, nil, err
	}
	var out outcome
	out.take(s, in, found)
	if len(out.read) == 0 {
		if len(out.skipped) > 0 {
			return nil, nil, out.skipped[0]
		}
		return nil, nil, in.skip("no article in it")
	}
	nameParts(s.id, out.read, map[string]bool{})
	return out.read, out.warned, nil
}

// Where an outlet is from that the article itself doesn't name.
const (
	fromFileName = "the file's name"
	fromName     = "the name it was given"
)

// errPassedOver is a file in a folder that isn't an article and doesn't look
// like one.
var errPassedOver = errors.New("no article")

// parse reads the bytes of one source, whatever their format; its error is of
// type Skipped or errPassedOver.
func parse(in input) (found contents, err error) {
	defer func() {
		if p := recover(); p != nil {
			found, err = contents{}, in.skip(fmt.Sprintf("can't be read (%v)", p))
		}
	}()
	if in, err = ungzipped(in); err != nil {
		return contents{}, in.skip(err.Error())
	}
	if len(bytes.TrimSpace(in.data)) == 0 {
		return contents{}, in.skip("empty")
	}
	if isOwnReport(in.data) {
		return contents{}, Skipped{Path: in.path, Reason: "a report of xref, no article", NotArticle: true}
	}
	format := formatOf(in)
	found, err = format.Read(in)
	for i := range found.documents {
		if found.documents[i].format == "" {
			found.documents[i].format = format.Name
		}
	}
	return found, err
}

// finish makes the article of one document; its error is of type Skipped.
func finish(s source, in input, d document) (Reading, []Warning, error) {
	d.given(s)
	if err := d.clean(); err != nil {
		return Reading{}, nil, in.skip(err.Error())
	}
	d.dateInHead()
	d.authorInHead()
	if d.published.IsZero() {
		d.date(d.filed, fromProperties)
		if !d.published.IsZero() {
			d.warn(s.path, 0, fmt.Sprintf("the date %s is that of the document's properties, when the file was made", d.published.Format(time.DateOnly)))
		}
	}
	if d.from["date"] == fromPage {
		d.warn(s.path, 0, fmt.Sprintf("the date %s is found in the page, not given by its metadata", d.published.Format(time.DateOnly)))
	}
	if d.url == "" {
		d.fact("url", &d.url, original(in.url), "the address it was fetched from")
		d.host = first(d.host, hostOf(d.url))
	}
	switch {
	case d.outlet != "":
	case s.name != "":
		d.fact("outlet", &d.outlet, s.name, fromName)
	case d.host != "":
		d.fact("outlet", &d.outlet, d.host, "the host of its URL")
	default:
		d.fact("outlet", &d.outlet, s.outlet(), fromFileName)
	}
	sum := sha256.Sum256(in.data)
	a := &article.Article{
		ID: s.id, Outlet: first(d.outlet, "unknown"), Headline: d.headline, Published: d.published, Author: d.author, URL: d.url,
		Path: s.path, SHA256: hex.EncodeToString(sum[:]),
		Text: d.text, Extracted: d.extracted, Title: d.title, Body: d.body, Markup: d.markup,
		Agency: d.agency, Truncated: d.truncated, Corrections: d.corrections,
	}
	if !strings.ContainsFunc(a.Body.In(a.Text), unicode.IsLetter) {
		return Reading{}, nil, in.skip("no text in it beside title and metadata")
	}
	language, contradicted, foreign := languageOf(a.Body.In(a.Text), d.language)
	if foreign != "" {
		return Reading{}, nil, in.skip(foreign)
	}
	if contradicted != "" {
		d.warn(s.path, d.languageLine, contradicted)
	}
	a.Language = language
	if d.truncated != "" {
		d.warn(s.path, 0, "only a part of the article: "+d.truncated)
	}
	return Reading{Article: a, Format: d.format, Part: d.part, From: d.from, LeftOut: d.leftOut, Extra: d.extra}, d.warnings, nil
}

// found notes where a fact was found, in place of what was noted before.
func (r *Reading) found(fact, where string) {
	from := map[string]string{fact: where}
	for k, v := range r.From {
		if k != fact {
			from[k] = v
		}
	}
	r.From = from
}

// nameParts gives the articles of one file, where there are several, IDs of
// their own: the file's with a number.
func nameParts(id string, readings []Reading, taken map[string]bool) {
	if len(readings) < 2 {
		return
	}
	for i, r := range readings {
		name := fmt.Sprintf("%s-%d", id, i+1)
		for taken[name] {
			name += "'"
		}
		taken[name] = true
		r.Article.ID = name
	}
}

func tooLarge(path, limit string, l Limits) Skipped {
	return Skipped{Path: path, Reason: "larger than " + tooMuch(limit, l.Of(limit))}
}

// checkDates makes sure that every date is for an article that is there.
func checkDates(sources []source, readings []Reading, dates map[string]time.Time) error {
	known := map[string]bool{}
	for _, s := range sources {
		known[s.id] = true
	}
	for _, r := range readings {
		known[r.Article.ID] = true
	}
	var ids, unknown []string
	for id := range known {
		ids = append(ids, id)
	}
	for id := range dates {
		if !known[id] {
			unknown = append(unknown, id)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	sort.Strings(ids)
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
