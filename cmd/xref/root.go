package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"xref/extract/read"
)

// streams are where a run reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// newRoot is the command with all its subcommands.
func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "xref",
		Short: "Shows where news articles on the same events agree and where they differ",
		Long: `xref reads several news articles on the same events, breaks each into assertions,
aligns them across outlets and shows where the outlets agree and where they
differ, with the passage behind every line. It doesn't say what is true: it says
who reports what, in which words and on whose word.

Exit status: 0 fine; 1 findings with a verdict named in --fail-on; 2 wrong usage
or unreadable input.`,
		Example:       "  xref demo\n  xref report cnn.txt fox.txt nyt=saved/page.html\n  xref show XR-1a2b3c4d cnn.txt fox.txt nyt=saved/page.html",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.AddCommand(reportCommand(s), extractCommand(s), showCommand(s), evalCommand(s), kindsCommand(s), diffCommand(s), baselineCommand(s), initCommand(s), configCommand(s), schemaCommand(s), demoCommand(s), versionCommand(s))
	return root
}

const whatPathIs = "a file, a folder, NAME=FILE or - for standard input"

// atLeast makes sure that a command has n arguments, called names, the last of
// which is what.
func atLeast(n int, names, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n {
			return fmt.Errorf("%s needs %s: %s; see %s --help", c.CommandPath(), names, what, c.CommandPath())
		}
		return nil
	}
}

// pathsHelp says what PATH can be.
func pathsHelp() string {
	var kinds []string
	for _, f := range read.Formats {
		kinds = append(kinds, f.Name+" ("+strings.Join(f.Endings, ", ")+")")
	}
	return "PATH is " + whatPathIs + ". Files are " + strings.Join(kinds, "; ") + "."
}
