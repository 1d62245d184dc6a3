package main

import (
	"github.com/spf13/cobra"

	"xref/compare/render"
)

// extractFormats are the formats of the assertions of single articles.
var extractFormats = choices{"format", []string{"table", "jsonl"}}

// extractCommand shows what each article asserts, without comparing.
func extractCommand(s streams) *cobra.Command {
	g := &gatherer{streams: s}
	var on screen
	var format string
	var explain bool
	c := &cobra.Command{
		Use:     "extract PATH...",
		Short:   "Show the assertions of each article",
		Long:    "Show the assertions of each article: predicate, arguments, numbers, times, and on whose word.\n\n" + pathsHelp(),
		Example: "  xref extract cnn.txt\n  xref extract coverage/ --format jsonl | jq .predicate.lemma",
		Args:    g.atLeastOne,
		RunE: func(c *cobra.Command, paths []string) error {
			if err := extractFormats.one(format); err != nil {
				return err
			}
			options, err := on.options(s.out)
			if err != nil {
				return err
			}
			articles, _, err := g.articles(paths)
			if err != nil {
				return err
			}
			documents, _, err := g.documents(articles)
			if err != nil {
				return err
			}
			if format == "jsonl" {
				return g.whole(render.WriteAssertionLines(s.out, documents, explain))
			}
			return g.whole(render.WriteAssertions(s.out, documents, explain, options))
		},
	}
	g.flags(c)
	g.cache.flags(c)
	on.flags(c)
	c.Flags().StringVar(&format, "format", "table", "format: "+extractFormats.String())
	extractFormats.complete(c)
	c.Flags().BoolVar(&explain, "explain", false, "name the rules that made each assertion")
	return c
}
