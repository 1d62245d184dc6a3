package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"xref/extract/read"
)

// streams are where a run reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// commands is every command by its name. One that isn't called isn't made: making all
// with their flags takes a run longer than most that it does at its start.
var commands = []struct {
	name string
	make func(streams) *cobra.Command
}{
	{"report", reportCommand}, {"read", readCommand}, {"extract", extractCommand}, {"show", showCommand}, {"eval", evalCommand},
	{"kinds", kindsCommand}, {"diff", diffCommand}, {"baseline", baselineCommand}, {"init", initCommand}, {"config", configCommand},
	{"schema", schemaCommand}, {"demo", demoCommand}, {"serve", serveCommand}, {"cache", cacheCommand}, {"mcp", mcpCommand}, {"version", versionCommand},
}

// commandsFor are the commands that a command line needs: the one that it begins with,
// none to tell the version, and otherwise all.
func commandsFor(s streams, args []string) []*cobra.Command {
	var all []*cobra.Command
	for _, c := range commands {
		if len(args) > 0 && args[0] == c.name {
			return []*cobra.Command{c.make(s)}
		}
	}
	if len(args) == 1 && args[0] == "--version" {
		return nil
	}
	for _, c := range commands {
		all = append(all, c.make(s))
	}
	return all
}

// newRoot is the command with those of its subcommands that args need.
func newRoot(s streams, args ...string) *cobra.Command {
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
		Args:          noCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(commandsFor(s, args)...)
	root.SetHelpCommand(helpCommand())
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	root.Version = version()
	root.SetVersionTemplate("xref {{.Version}}\n")
	wrapHelp(root)
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Args, c.RunE = noCommand, func(c *cobra.Command, _ []string) error { return c.Help() }
		}
	}
	return root
}

// helpCommand shows the help of a command, and refuses what is none.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show the help of a command",
		RunE: func(c *cobra.Command, args []string) error {
			at := c.Root()
			for _, name := range args {
				if err := noCommand(at, []string{name}); !slices.ContainsFunc(at.Commands(), func(sub *cobra.Command) bool { return sub.Name() == name }) {
					return err
				}
				at, _, _ = at.Find([]string{name})
			}
			return at.Help()
		},
	}
}

// nothing refuses arguments.
func nothing(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no argument, but there is %q; see %s --help", c.CommandPath(), args[0], c.CommandPath())
	}
	return nil
}

// noCommand refuses the arguments of a command that has subcommands only.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var known []string
	for _, sub := range c.Commands() {
		known = append(known, sub.Name())
	}
	if near := meant(args[0], known); near != "" {
		return fmt.Errorf("%s has no command %q%s", c.CommandPath(), args[0], near)
	}
	if _, err := os.Stat(args[0]); err == nil && !c.HasParent() {
		return fmt.Errorf("%q is no command; to compare articles: %s report %s", args[0], c.CommandPath(), strings.Join(args, " "))
	}
	return fmt.Errorf("%s has no command %q; it has %s", c.CommandPath(), args[0], strings.Join(known, ", "))
}

// flagError tells the nearest flag beside one that there isn't.
func flagError(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if !errors.As(err, &missing) {
		return fmt.Errorf("%w; see %s --help", err, c.CommandPath())
	}
	var known []string
	c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	if near := meant("--"+missing.GetSpecifiedName(), known); near != "" {
		return fmt.Errorf("%w%s", err, near)
	}
	return fmt.Errorf("%w; see %s --help", err, c.CommandPath())
}

const whatPathIs = "a file, a folder, a link, NAME=FILE or - for standard input"

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
