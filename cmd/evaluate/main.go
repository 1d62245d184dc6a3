// Command evaluate measures xref on public test sets:
//
//	evaluate SET PATH [--json]
//
// PATH is a file or a folder of the set. The output is a table, or one flat
// JSON object with --json.
package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"xref/extract/measure"
)

// set is one kind of test set. Its measure takes the path that was given,
// opens what lies there and returns the figures in the order of the table.
type set struct {
	name    string
	path    string
	about   string
	measure func(path string) ([]measure.Figure, error)
}

func main() {
	args := slices.DeleteFunc(slices.Clone(os.Args[1:]), func(a string) bool { return a == "--json" || a == "-json" })
	asJSON := len(args) != len(os.Args)-1
	if len(args) == 2 {
		for _, s := range sets() {
			if s.name != args[0] {
				continue
			}
			figures, err := s.measure(args[1])
			if err == nil {
				err = write(os.Stdout, figures, asJSON)
			}
			if err != nil {
				fail(s.name, err)
			}
			return
		}
		fail(args[0], errors.New("no such set"))
	}
	fmt.Fprintln(os.Stderr, "usage: evaluate SET PATH [--json]")
	for _, s := range sets() {
		fmt.Fprintf(os.Stderr, "  %-12s %s: %s\n", s.name, s.path, s.about)
	}
	os.Exit(2)
}

func fail(set string, err error) {
	fmt.Fprintln(os.Stderr, "evaluate "+set+":", err)
	os.Exit(2)
}
