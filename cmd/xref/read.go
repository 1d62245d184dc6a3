package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"xref/compare/render"
	"xref/extract/read"
)

// readFormats are the formats of what was read.
var readFormats = choices{"format", []string{"text", "json"}}

// readCommand shows what was read of each input.
func readCommand(s streams) *cobra.Command {
	g := &gatherer{streams: s}
	var format string
	c := &cobra.Command{
		Use:     "read PATH...",
		Short:   "Show what was read of each input, and where it is from",
		Long:    "Show what was read of each input: outlet, title, date and more, and where each was found;\nthe language, how many words, what was left out and why, and the text.\n\n" + pathsHelp() + "\n\n" + limitsHelp(),
		Example: "  xref read page.html\n  xref read https://example.org/story --format json\n  xref read --from links.csv --strict",
		Args:    g.atLeastOne,
		RunE: func(c *cobra.Command, paths []string) error {
			if err := readFormats.one(format); err != nil {
				return err
			}
			if err := g.configure(c, nil); err != nil {
				return err
			}
			dates, err := g.datesByID()
			if err != nil {
				return err
			}
			found, err := g.readPaths(paths, dates)
			if err != nil {
				return err
			}
			if format == "json" {
				err = render.WriteJSON(s.out, inputsJSON(found))
			} else {
				err = writeInputs(s.out, found)
			}
			if err == nil && len(found.Articles) == 0 {
				return fmt.Errorf("no article is left to read")
			}
			return g.whole(err)
		},
	}
	g.flags(c)
	g.configFlag(c)
	c.Flags().StringVar(&format, "format", "text", "format: "+readFormats.String())
	readFormats.complete(c)
	return c
}

// limitsHelp is the table of limits.
func limitsHelp() string {
	var b strings.Builder
	b.WriteString("Limits, set by --limit NAME=VALUE or limits: in " + configName + ":\n")
	for _, l := range read.LimitTable {
		fmt.Fprintf(&b, "  %-18s %8s  %s\n", l.Name, l.String(), l.Meaning)
	}
	return strings.TrimRight(b.String(), "\n")
}

// inputJSON is one article as it was read.
type inputJSON struct {
	ID          string            `json:"id"`
	Path        string            `json:"path"`
	Part        string            `json:"part,omitempty"`
	Format      string            `json:"format"`
	Outlet      string            `json:"outlet"`
	Agency      string            `json:"agency,omitempty"`
	Title       string            `json:"title,omitempty"`
	Date        string            `json:"date,omitempty"`
	Author      string            `json:"author,omitempty"`
	URL         string            `json:"url,omitempty"`
	Language    string            `json:"language"`
	From        map[string]string `json:"from"`
	Words       int               `json:"words"`
	Truncated   string            `json:"truncated,omitempty"`
	Corrections []string          `json:"corrections,omitempty"`
	LeftOut     []leftOutJSON     `json:"left_out"`
	Other       map[string]string `json:"other,omitempty"`
	Text        string            `json:"text"`
}

type leftOutJSON struct {
	What string `json:"what"`
	Text string `json:"text"`
}

type skippedInputJSON struct {
	Path   string `json:"path"`
	Part   string `json:"part,omitempty"`
	Line   int    `json:"line,omitempty"`
	Reason string `json:"reason"`
}

type allInputsJSON struct {
	Schema   string             `json:"schema"`
	Articles []inputJSON        `json:"articles"`
	Skipped  []skippedInputJSON `json:"skipped"`
	Warnings []string           `json:"warnings"`
}

func inputsJSON(found read.Result) allInputsJSON {
	out := allInputsJSON{"xref.read/v1", []inputJSON{}, []skippedInputJSON{}, []string{}}
	for _, r := range found.Readings {
		out.Articles = append(out.Articles, inputOf(r))
	}
	for _, s := range found.Skipped {
		out.Skipped = append(out.Skipped, skippedInputJSON{s.Path, s.Part, s.Line, s.Reason})
	}
	for _, w := range found.Warnings {
		out.Warnings = append(out.Warnings, w.String())
	}
	return out
}

func inputOf(r read.Reading) inputJSON {
	a := r.Article
	out := inputJSON{
		ID: a.ID, Path: a.Path, Part: r.Part, Format: r.Format, Outlet: a.Outlet, Agency: a.Agency, Title: a.Headline, Author: a.Author,
		URL: render.Address(a.URL), Language: a.Language, From: map[string]string{}, Truncated: a.Truncated, Corrections: a.Corrections, LeftOut: []leftOutJSON{}, Text: r.Prose(),
	}
	out.Words = len(strings.Fields(out.Text))
	if !a.Published.IsZero() {
		out.Date = dateOf(a.Published)
	}
	for fact, where := range r.From {
		out.From[fact] = where
	}
	for _, l := range r.LeftOut {
		out.LeftOut = append(out.LeftOut, leftOutJSON{l.What, l.Text})
	}
	extra := r.Extra
	if out.URL != a.URL { // of a kind that nothing may lead to, it is mere text
		extra = append(slices.Clone(extra), read.Extra{Key: "url", Value: a.URL})
		delete(out.From, "url")
	}
	for _, e := range extra {
		if out.Other == nil {
			out.Other = map[string]string{}
		}
		out.Other[e.Key] = e.Value
	}
	return out
}

// dateOf is a day, with the time where it is known.
func dateOf(t time.Time) string {
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// writeInputs writes what was read as text.
func writeInputs(w io.Writer, found read.Result) error {
	var b strings.Builder
	for _, r := range found.Readings {
		in := inputOf(r)
		fmt.Fprintf(&b, "%s\n%s\n", render.Plain(in.ID), strings.Repeat("=", min(len([]rune(in.ID)), 78)))
		where := in.Path
		if in.Part != "" {
			where += ", " + in.Part
		}
		row := func(name, value, from string) {
			if from != "" {
				from = "  (" + from + ")"
			}
			fmt.Fprintf(&b, "%-11s %s%s\n", name, render.Plain(value), render.Plain(from))
		}
		row("read from", where, in.Format)
		for _, fact := range []struct{ name, value string }{
			{"outlet", in.Outlet}, {"title", in.Title}, {"date", in.Date}, {"author", in.Author}, {"url", in.URL}, {"language", in.Language}, {"agency", in.Agency},
		} {
			if fact.value != "" {
				row(fact.name, fact.value, in.From[fact.name])
			} else if fact.name != "agency" && fact.name != "author" && fact.name != "url" {
				row(fact.name, "none found", "")
			}
		}
		row("words", fmt.Sprint(in.Words), "")
		if in.Truncated != "" {
			row("truncated", in.Truncated, "")
		}
		for _, c := range in.Corrections {
			row("correction", c, "")
		}
		for _, key := range slices.Sorted(maps.Keys(in.Other)) {
			row("other", key+": "+in.Other[key], "")
		}
		for _, l := range in.LeftOut {
			row("left out", l.Text, l.What)
		}
		b.WriteByte('\n')
		for _, l := range strings.Split(in.Text, "\n") {
			if l = render.Plain(l); l != "" {
				l = "    " + l
			}
			b.WriteString(l + "\n")
		}
		b.WriteByte('\n')
	}
	for _, message := range found.Warnings {
		fmt.Fprintln(&b, "note: "+render.Plain(message.String()))
	}
	for _, s := range found.Skipped {
		fmt.Fprintln(&b, "left out: "+render.Plain(s.Error()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
