package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare/kind"
	"xref/compare/render"
)

// kindFormats are the formats of the list of kinds.
var kindFormats = choices{"format", []string{"table", "markdown", "json"}}

// kindsCommand shows every kind of difference.
func kindsCommand(s streams) *cobra.Command {
	var on screen
	var format string
	c := &cobra.Command{
		Use:       "kinds [KIND...]",
		Short:     "Show every kind of difference, with its meaning and an example",
		Example:   "  xref kinds\n  xref kinds quote framing",
		ValidArgs: kindChoices().values,
		RunE: func(_ *cobra.Command, named []string) error {
			chosen, err := kindsNamed(named)
			if err != nil {
				return err
			}
			if err := kindFormats.one(format); err != nil {
				return err
			}
			options, err := on.options(s.out)
			if err != nil {
				return err
			}
			if format == "json" {
				return render.WriteJSON(s.out, render.Kinds(chosen))
			}
			t := render.Table{Columns: []render.Column{{Title: "Kind"}, {Title: "Compares", Weight: 2}, {Title: "Means", Weight: 4}, {Title: "Example", Weight: 3}}}
			for _, k := range chosen {
				t.Rows = append(t.Rows, []string{string(k.ID), k.Title, k.Meaning, k.Example})
			}
			if format == "markdown" {
				return render.WriteMarkdownTable(s.out, t)
			}
			return render.WriteTable(s.out, t, options)
		},
	}
	on.flags(c)
	c.Flags().StringVar(&format, "format", "table", "format: "+kindFormats.String())
	kindFormats.complete(c)
	return c
}

// kindsNamed are the kinds of these ids, or all where none is named.
func kindsNamed(ids []string) ([]*kind.Kind, error) {
	if len(ids) == 0 {
		return kind.Kinds, nil
	}
	known := kindChoices().values
	var out []*kind.Kind
	for _, id := range ids {
		at := slices.Index(known, id)
		if at < 0 {
			return nil, fmt.Errorf("there is no kind %q; it is one of %s%s", id, strings.Join(known, ", "), meant(id, known))
		}
		out = append(out, kind.Kinds[at])
	}
	return out, nil
}
