package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare/kind"
	"xref/compare/render"
	"xref/extract/read"
)

// initCommand writes a configuration in which everything is explained.
func initCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "init [PATH...]",
		Short:   "Write a commented " + configName + " into the working folder",
		Long:    "Write a commented " + configName + " into the working folder, with the articles that PATH names: files,\nfolders or patterns. A file that is there already is left alone.",
		Example: "  xref init coverage/\n  xref init 'coverage/*.html'",
		RunE: func(_ *cobra.Command, paths []string) error {
			f, err := os.OpenFile(configName, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s: is there already", configName)
			}
			if err != nil {
				return err
			}
			_, err = f.WriteString(configTemplate(paths))
			if closed := f.Close(); err == nil {
				err = closed
			}
			if err == nil {
				_, err = fmt.Fprintln(s.out, configName)
			}
			return err
		},
	}
}

// configTemplate is a configuration with every key. What begins with "#" and a
// letter is commented out.
func configTemplate(paths []string) string {
	var b strings.Builder
	b.WriteString(`# What xref does in this folder and those below. Flags go before this file; paths
# start from its folder. "xref config" shows what is in force and where it is from.

# What is compared where the command names nothing: files, folders, or patterns
# with * and ?, or ** for any folders. Outlet, date and URL go before what an
# article says of itself.
`)
	if len(paths) == 0 {
		b.WriteString("#articles:\n#  - path: coverage\n#  - path: pages/morning.html\n")
		b.WriteString("#    outlet: Morning News\n#    date: 2024-05-02\n#    url: https://morning.example/story\n")
	} else {
		b.WriteString("articles:\n")
		for _, p := range paths {
			b.WriteString("  - path: " + strconv.QuoteToASCII(p) + "\n")
		}
		b.WriteString("#    outlet: Morning News\n#    date: 2024-05-02\n#    url: https://morning.example/story\n")
	}
	b.WriteString("\n# How loud differences of a kind are: " + severityChoices.String() + ". Otherwise a conflict is an\n# error and any other difference a warning.\n#severities:\n#  number: error\n#  pronoun: note\n")
	b.WriteString("\n# Kinds that aren't looked for. There are\n")
	for _, k := range kind.Kinds {
		b.WriteString("#   " + string(k.ID) + ": " + k.Title + "\n")
	}
	b.WriteString("#off: [framing]\n")
	b.WriteString("\n# Names of one person, body or place that xref can't know to be one.\n#aliases:\n#  - [Harbour Trust, the Trust for the Docks]\n")
	b.WriteString("\n# Findings that are accepted as they are (\"xref baseline write\"), and those that\n# are waived with a reason.\n#baseline: " + baselineName + "\n#waivers: xref-waivers.yaml\n")
	b.WriteString("\n# Where the report goes: a format for standard output, files by their endings, or\n# FORMAT=FILE. Formats are\n")
	for _, f := range render.Formats {
		b.WriteString("#   " + f.ID + ": " + f.Title + "\n")
	}
	b.WriteString("#formats: [table, report.html, sarif=build/xref.sarif]\n")
	b.WriteString("\n# What ends a run with status 1: verdicts, and how severe a finding must be.\n#fail-on: [" + strings.Join([]string{string(kind.Conflict), string(kind.Internal)}, ", ") + "]\n#min-severity: warning\n")
	b.WriteString("\n# Whether sentences that may tell of one matter are read by the encoder: auto (the\n# likeliest, up to a fixed amount of work), on (all) or off.\n#encoder: auto\n")
	b.WriteString("\n# Whether nothing is ever fetched from the network, whatever the command names.\n#offline: true\n")
	b.WriteString("\n# Bounds of what is read, each with its default:\n#limits:\n")
	for _, l := range read.LimitTable {
		b.WriteString("#  " + l.Name + ": " + l.String() + "\n")
	}
	b.WriteString("\n# How sure a finding must be to be reported, from 0 to 1.\n#min-confidence: 0.6\n")
	return b.String()
}
