package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/baseline"
	"xref/compare/render"
	"xref/extract/article"
	"xref/extract/read"
	"xref/internal/api"
	"xref/internal/api/assistant"
)

// mcpCommand serves assistants over standard input and output.
func mcpCommand(s streams) *cobra.Command {
	e := &engine{gatherer: gatherer{streams: s}}
	var roots []string
	c := &cobra.Command{
		Use:   "mcp",
		Short: "Let an assistant compare articles, by the Model Context Protocol",
		Long: `Let an assistant compare articles: speak the Model Context Protocol over standard input and
output, with the tools compare, finding, extract and kinds. An assistant's program starts it.

Articles come as text, as files in the folders of --root (the working folder where none is
given; nothing outside of them, and no hidden file, is read, wherever links lead), or with
--allow-links as links. Nothing is written but the cache.`,
		Example: "  xref mcp --root coverage\n  claude mcp add xref -- xref mcp --root /srv/coverage",
		Args:    nothing,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := e.configure(c, append(e.fileSettings(&e.set), e.comparing.setting(&e.set))); err != nil {
				return err
			}
			if err := e.check(roots); err != nil {
				return err
			}
			if isTerminal(s.out) {
				fmt.Fprintln(s.err, "xref: waiting for an assistant's program on standard input")
			}
			server := assistant.NewServer(api.New(e, render.Options{Version: version()}), assistant.Options{Version: version(), Roots: e.request.within.String(), Links: e.links()})
			err := server.Run(c.Context(), assistant.Transport(io.NopCloser(s.in), unclosed{s.out}))
			if errors.Is(err, io.EOF) || errors.Is(err, mcp.ErrConnectionClosed) {
				return nil // the assistant is gone
			}
			return err
		},
	}
	c.Flags().StringArrayVar(&roots, "root", nil, "`FOLDER` whose files may be read; may be given several times (default: the working folder)")
	c.Flags().BoolVar(&e.allowLinks, "allow-links", false, "fetch links that the assistant names")
	e.boundFlags(c)
	e.jobsFlag(c)
	e.comparing.flags(c)
	e.cache.flags(c)
	e.configFlag(c)
	e.fileFlags(c)
	return c
}

// unclosed is a stream that stays open.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// engine reads and compares what programs ask for, as the flags and the configuration
// of the server say.
type engine struct {
	gatherer
	acceptance
	allowLinks bool
}

// check finds what is wrong before anybody asks.
func (e *engine) check(roots []string) error {
	if len(roots) == 0 {
		roots = []string{"."}
	}
	var err error
	if e.request.within, err = read.NewRoots(roots); err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	if _, err := e.readOptions(&e.set); err != nil {
		return err
	}
	if _, err := e.comparison(e.set.comparison()); err != nil {
		return err
	}
	if e.jobs < 0 {
		return errJobs(e.jobs)
	}
	if e.today != "" {
		if err := e.checkDay(); err != nil {
			return err
		}
	}
	_, _, err = e.acceptance.read()
	return err
}

// links reports whether links are fetched.
func (e *engine) links() bool { return e.allowLinks && !e.set.Offline }

// asked is a gatherer for one request, which keeps what it says in notes.
func (e *engine) asked(ctx context.Context, notes *bytes.Buffer) *gatherer {
	g := &gatherer{
		streams: streams{err: notes}, inputs: e.inputs, comparing: e.comparing, jobs: e.jobs, set: e.set, configured: true,
		cache: e.cache.again(), request: request{ctx: ctx, within: e.request.within}, server: e.server,
	}
	g.offline = !e.links()
	return g
}

// Read reads and analyses articles.
func (e *engine) Read(ctx context.Context, inputs []read.Input, told api.Told) (api.Material, error) {
	for _, in := range inputs {
		if in.Link != "" && !e.links() {
			return api.Material{}, errors.New("links aren't fetched: they take xref mcp with --allow-links, and a configuration that doesn't say offline; give the article as text")
		}
	}
	defer restMemory(e.server)
	var notes bytes.Buffer
	g := e.asked(ctx, &notes)
	g.request.inputs, g.request.told = inputs, told
	articles, skipped, err := g.articles(nil)
	if err != nil {
		return api.Material{}, withNotes(err, notes.String())
	}
	documents, failed, err := g.documents(articles)
	if err != nil {
		return api.Material{}, withNotes(err, notes.String())
	}
	m := api.Material{Documents: documents, Skipped: append(skipped, failed...)}
	for _, note := range said(notes.String()) {
		if !strings.HasPrefix(note, leftOut) { // which stands in Skipped
			m.Notes = append(m.Notes, note)
		}
	}
	return m, nil
}

// said is what a gatherer said, line by line.
func said(notes string) []string {
	var all []string
	for _, line := range strings.Split(strings.TrimSpace(notes), "\n") {
		if line = strings.TrimPrefix(line, "xref: "); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// withNotes is an error with what was said before it, which tells why nothing is left.
func withNotes(err error, notes string) error {
	return errors.New(strings.Join(append(said(notes), err.Error()), "; "))
}

// Compare compares articles, and marks what is accepted.
func (e *engine) Compare(ctx context.Context, m api.Material) (*compare.Report, error) {
	var articles []*article.Article
	for _, d := range m.Documents {
		articles = append(articles, d.Article)
	}
	boundMemory(articles, e.server)
	defer restMemory(e.server)
	a := e.acceptance
	if err := a.checkDay(); err != nil {
		return nil, err
	}
	known, waivers, err := a.read()
	if err != nil {
		return nil, err
	}
	g := e.asked(ctx, &bytes.Buffer{})
	if err := g.cache.open(); err != nil {
		return nil, err
	}
	report, err := g.compared(m.Documents, m.Skipped)
	if err != nil {
		return nil, err
	}
	report, _ = baseline.Accept(report, known, waivers, a.today)
	return report, nil
}
