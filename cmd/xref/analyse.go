package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"xref/compare"
	"xref/extract"
	"xref/extract/article"
)

// documents analyses articles and returns what came of them, in their order. An
// article on which the analysis fails is left out and told; nothing left is an
// error.
func (g *gatherer) documents(articles []*article.Article) ([]*extract.Document, []compare.Skipped, error) {
	boundMemory(articles, g.server)
	if err := g.cache.open(); err != nil {
		return nil, nil, err
	}
	all, failed := g.analyse(articles)
	if err := g.request.context().Err(); err != nil {
		return nil, nil, err
	}
	var documents []*extract.Document
	for _, d := range all {
		if d != nil {
			documents = append(documents, d)
		}
	}
	if len(documents) == 0 {
		return nil, nil, errors.New("no article is left to compare")
	}
	return documents, failed, nil
}

// analyse extracts every article, several at once. Each has its document at its
// place, or nil where it is among those that failed.
func (g *gatherer) analyse(articles []*article.Article) ([]*extract.Document, []compare.Skipped) {
	documents, reasons := make([]*extract.Document, len(articles)), make([]string, len(articles))
	progress := newProgress(g.err, len(articles), g.request.told)
	var group errgroup.Group
	jobs := g.jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	group.SetLimit(jobs)
	for i, a := range articles {
		group.Go(func() error {
			if g.request.context().Err() != nil {
				return nil // nobody waits for it
			}
			documents[i], reasons[i] = g.analyseOne(a)
			progress.step()
			return nil
		})
	}
	_ = group.Wait() // what fails is told of by itself
	progress.end()
	g.cache.bound(mostKept)
	for _, d := range documents {
		if d == nil {
			continue
		}
		if limits := d.Limits(); limits != "" {
			g.say("read with limits: " + d.Article.Path + ": " + limits)
		}
	}
	var failed []compare.Skipped
	for i, reason := range reasons {
		if reason != "" {
			g.say(leftOut + articles[i].Path + ": " + reason)
			failed = append(failed, compare.Skipped{Path: articles[i].Path, Reason: reason})
		}
	}
	return documents, failed
}

// mostText is how many bytes of text an article may have. A long book has less.
const mostText = 4 << 20

// analyseOne is the document of an article, or why there is none.
func (g *gatherer) analyseOne(a *article.Article) (d *extract.Document, reason string) {
	if len(a.Text) > mostText {
		return nil, fmt.Sprintf("a text of more than %d MB", mostText>>20)
	}
	defer func() {
		if p := recover(); p != nil {
			d, reason = nil, fmt.Sprintf("a bug in xref %s, not in the article: %v, in %s. Please report this line, with the article if you may pass it on", version(), p, panicked())
		}
	}()
	if g.extract != nil {
		return g.extract(a), ""
	}
	d = extract.AnalyseOnce(a, g.cache.keeper())
	if g.server {
		d = trimmed(d)
	}
	return d, ""
}

// trimmed is a document without the room that its parts grew by, a sixth of it: a server
// holds many.
func trimmed(d *extract.Document) *extract.Document {
	packed, err := d.Packed()
	if err != nil {
		return d
	}
	small, err := extract.Unpacked(d.Article, packed)
	if err != nil {
		return d
	}
	return small
}

// panicked is the function of this project's, with its line, in which a panic that
// is being recovered began.
func panicked() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	raised := false
	for {
		f, more := frames.Next()
		if raised && strings.HasPrefix(f.Function, "xref/") {
			return fmt.Sprintf("%s:%d", f.Function, f.Line)
		}
		raised = raised || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown place"
		}
	}
}
