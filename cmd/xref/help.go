package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"
)

// commandGroups is the commands in the groups in which help shows them.
var commandGroups = []struct {
	title string
	names []string
}{
	{"Articles against each other", []string{"report", "show", "serve", "diff", "demo"}},
	{"One article", []string{"read", "extract"}},
	{"In a build", []string{"init", "config", "baseline", "cache", "schema"}},
	{"For programs", []string{"mcp"}},
	{"About xref", []string{"kinds", "eval", "version", "completion", "help"}},
}

// flagGroups is the flags that several commands have in the groups in which help shows
// them; what stands in none is the command's own.
var flagGroups = []struct {
	title string
	names []string
}{
	{"What is read", []string{"from", "date", "outlet", "map", "follow", "offline", "allow-private", "limit", "strict", "config", "cache", "no-cache", "jobs"}},
	{"What is told", []string{"all", "encoder", "by", "kind", "verdict", "story", "min-confidence", "new-only"}},
	{"How it is written", []string{"format", "output", "force", "width", "color"}},
	{"Who reaches it", []string{"listen", "host", "password-file", "as"}},
	{"What fails", []string{"fail-on", "min-severity", "baseline", "waivers", "today"}},
}

// How wide help is: as the terminal, within these bounds.
const (
	narrowestHelp = 60
	widestHelp    = 120
	usualHelp     = 100 // where there is no terminal
)

// wrapHelp lets a command and those below it show their help in groups, no wider than
// what it is shown on.
func wrapHelp(root *cobra.Command) {
	root.SetUsageFunc(func(c *cobra.Command) error { return writeUsage(c.OutOrStderr(), c) })
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		w := c.OutOrStdout()
		about := c.Long
		if about == "" {
			about = c.Short
		}
		// What can't be written here can't be told anywhere else.
		_, _ = fmt.Fprintf(w, "%s\n\n", wrapText(strings.TrimSpace(about), helpWidth(w), ""))
		_ = writeUsage(w, c)
	})
}

// helpWidth is how many columns help has on what it is written to.
func helpWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			return min(max(columns, narrowestHelp), widestHelp)
		}
	}
	return usualHelp
}

// writeUsage writes how a command is called, its commands and its flags.
func writeUsage(w io.Writer, c *cobra.Command) error {
	width := helpWidth(w)
	var b strings.Builder
	b.WriteString("Usage:\n")
	if c.Runnable() {
		b.WriteString("  " + c.UseLine() + "\n")
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("  " + c.CommandPath() + " [command]\n")
	}
	if c.HasExample() {
		b.WriteString("\nExamples:\n" + c.Example + "\n")
	}
	if c.HasAvailableSubCommands() {
		writeCommands(&b, c, width)
	}
	of := pflag.NewFlagSet(c.Name(), pflag.ContinueOnError)
	of.AddFlagSet(c.LocalFlags())
	of.AddFlagSet(c.InheritedFlags())
	writeFlags(&b, of, width)
	if c.HasAvailableSubCommands() {
		b.WriteString("\n“" + c.CommandPath() + " [command] --help” tells more about a command.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeCommands writes the commands below one, those of the root by their groups.
func writeCommands(b *strings.Builder, c *cobra.Command, width int) {
	column := 0
	for _, sub := range c.Commands() {
		column = max(column, len(sub.Name()))
	}
	write := func(title string, names []string) {
		b.WriteString("\n" + title + ":\n")
		for _, name := range names {
			for _, sub := range c.Commands() {
				if sub.Name() == name && (sub.IsAvailableCommand() || name == "help") {
					lead := fmt.Sprintf("  %-*s  ", column, name)
					b.WriteString(lead + wrapText(sub.Short, width-len(lead), strings.Repeat(" ", len(lead))) + "\n")
				}
			}
		}
	}
	if !c.HasParent() {
		for _, g := range commandGroups {
			write(g.title, g.names)
		}
		return
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	write("Commands", names)
}

// writeFlags writes flags by their groups.
func writeFlags(b *strings.Builder, all *pflag.FlagSet, width int) {
	write := func(title string, of func(name string) bool) {
		group := pflag.NewFlagSet(title, pflag.ContinueOnError)
		all.VisitAll(func(f *pflag.Flag) {
			if !f.Hidden && of(f.Name) {
				group.AddFlag(f)
			}
		})
		if group.HasFlags() {
			b.WriteString("\n" + title + ":\n" + group.FlagUsagesWrapped(width))
		}
	}
	for _, g := range flagGroups {
		write(g.title, func(name string) bool { return slices.Contains(g.names, name) })
	}
	write("Flags", func(name string) bool {
		return !slices.ContainsFunc(flagGroups, func(g struct {
			title string
			names []string
		}) bool {
			return slices.Contains(g.names, name)
		})
	})
}

// wrapText breaks the lines of a text that are wider than width between words; indent
// stands before what goes on.
func wrapText(text string, width int, indent string) string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		for len(l) > width {
			at := strings.LastIndexByte(l[:width+1], ' ')
			if at <= 0 {
				break
			}
			out = append(out, l[:at])
			l = strings.TrimLeft(l[at:], " ")
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n"+indent)
}
