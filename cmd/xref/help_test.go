package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// allCommands is the root with all below it.
func allCommands() []*cobra.Command {
	root := newRoot(streams{})
	all := []*cobra.Command{root}
	for i := 0; i < len(all); i++ {
		all = append(all, all[i].Commands()...)
	}
	return all
}

// Every command stands in one group, every group holds what there is, and a flag in one
// group at most.
func TestHelpGroupsHoldWhatThereIs(t *testing.T) {
	var grouped []string
	for _, g := range commandGroups {
		grouped = append(grouped, g.names...)
	}
	var names []string
	for _, c := range newRoot(streams{}).Commands() {
		names = append(names, c.Name())
	}
	require.ElementsMatch(t, names, grouped)

	flags := map[string]bool{}
	for _, c := range allCommands() {
		c.Flags().VisitAll(func(f *pflag.Flag) { flags[f.Name] = true })
	}
	var of []string
	for _, g := range flagGroups {
		for _, name := range g.names {
			require.True(t, flags[name], "no command has --%s", name)
			require.False(t, slices.Contains(of, name), "--%s stands in two groups", name)
			of = append(of, name)
		}
	}
}

// Help tells every flag of every command, and but for examples and long words it stays
// within its width.
func TestHelpOfEveryCommand(t *testing.T) {
	for _, c := range allCommands() {
		var out bytes.Buffer
		c.SetOut(&out)
		require.NoError(t, c.Help())
		text := out.String()
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { require.Contains(t, text, "--"+f.Name, c.CommandPath()) })
		for _, l := range strings.Split(text, "\n") {
			long := slices.ContainsFunc(strings.Fields(l), func(w string) bool { return len(w) > usualHelp/2 })
			require.True(t, utf8.RuneCountInString(l) <= usualHelp || long || strings.Contains(c.Example, l), "%s: %q", c.CommandPath(), l)
		}
	}
}

func TestWrapText(t *testing.T) {
	for _, row := range []struct{ reason, text, want string }{
		{"short", "a b", "a b"},
		{"between words", "one two three four", "one two\n  three four"},
		{"lines of its own", "one\n\ntwo three four", "one\n  \n  two three\n  four"},
		{"a word too long", "incomprehensible", "incomprehensible"},
	} {
		require.Equal(t, row.want, wrapText(row.text, 10, "  "), row.reason)
	}
}

// Each command is called as the list says, which is how it is found without the others;
// it says the same as among them.
func TestCommandsByName(t *testing.T) {
	all := map[string]*cobra.Command{}
	for _, c := range newRoot(streams{}).Commands() {
		all[c.Name()] = c
	}
	help := func(c *cobra.Command) string {
		var out bytes.Buffer
		c.SetOut(&out)
		require.NoError(t, c.Help())
		return out.String()
	}
	for _, listed := range commands {
		alone := newRoot(streams{}, listed.name).Commands()
		at := slices.IndexFunc(alone, func(c *cobra.Command) bool { return c.Name() == listed.name })
		require.GreaterOrEqual(t, at, 0, listed.name)
		require.Len(t, alone, 3, "itself, completion and help")
		require.Equal(t, help(all[listed.name]), help(alone[at]), listed.name)
	}
}
