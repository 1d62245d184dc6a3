package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare/baseline/strictyaml"
	"xref/compare/kind"
	"xref/compare/render"
)

// choices are the values that a flag takes.
type choices struct {
	flag   string
	values []string
}

// one checks a value.
func (c choices) one(value string) error {
	if slices.Contains(c.values, value) {
		return nil
	}
	return fmt.Errorf("--%s: %q is none of %s%s", c.flag, value, strings.Join(c.values, ", "), meant(value, c.values))
}

// meant asks whether the nearest of the words known was meant; "" where none is near.
func meant(word string, known []string) string {
	if near := strictyaml.Nearest(word, known); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

// all checks each of several values, each of which may hold several between
// commas, and returns them one by one.
func (c choices) all(values []string) ([]string, error) {
	var out []string
	for _, v := range values {
		for _, one := range strings.Split(v, ",") {
			one = strings.TrimSpace(one)
			if err := c.one(one); err != nil {
				return nil, err
			}
			out = append(out, one)
		}
	}
	return out, nil
}

// complete lets shells complete the flag's values.
func (c choices) complete(of *cobra.Command) {
	err := of.RegisterFlagCompletionFunc(c.flag, cobra.FixedCompletions(c.values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag isn't there, or has a completion
	}
}

func (c choices) String() string { return strings.Join(c.values, ", ") }

func formatChoices(flag string) choices {
	c := choices{flag: flag}
	for _, f := range render.Formats {
		c.values = append(c.values, f.ID)
	}
	return c
}

func kindChoices() choices {
	c := choices{flag: "kind"}
	for _, k := range kind.Kinds {
		c.values = append(c.values, string(k.ID))
	}
	return c
}

func verdictChoices() choices {
	c := choices{flag: "verdict"}
	for _, v := range kind.Verdicts {
		c.values = append(c.values, string(v))
	}
	return c
}

// failChoices are the verdicts that a build can fail on.
func failChoices() choices {
	return choices{"fail-on", []string{string(kind.Conflict), string(kind.Differ), string(kind.Internal)}}
}

var colourChoices = choices{"color", []string{"auto", "always", "never"}}
