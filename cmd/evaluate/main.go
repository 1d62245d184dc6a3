// Command evaluate measures xref on public test sets, on annotated cases and on
// copies of articles:
//
//	evaluate SET PATH [--json] [--each] [--encoder=off]
//
// PATH is a file or a folder of the set. The output is a table, or JSON with
// --json. With --each, copies and values also show what isn't right. Reports are those that
// xref makes by default, or without an encoder.
package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"xref/compare"
	"xref/compare/encoder"
	"xref/extract/measure"
)

// set is one kind of test set. Its measure takes the path that was given,
// opens what lies there and returns the figures in the order of the table, and
// its faults what isn't right; its tabled returns both as a table. It has measure
// or tabled.
type set struct {
	name    string
	path    string
	about   string
	measure func(path string) ([]measure.Figure, error)
	faults  func(path string) ([]string, error) // nil where they can't be shown
	tabled  func(path string) (*table, error)
}

// withoutEncoder is whether no encoder reads what is compared.
var withoutEncoder bool

// comparison is what is set about the comparisons that are measured: what xref does by
// default, unless the encoder is off.
func comparison() compare.Options {
	if withoutEncoder {
		return compare.Options{}
	}
	return compare.Options{Encoder: encoder.Embedded()}
}

func main() {
	var args []string
	asJSON, each := false, false
	for _, a := range os.Args[1:] {
		switch a {
		case "--json", "-json":
			asJSON = true
		case "--each", "-each":
			each = true
		case "--encoder=off", "-encoder=off":
			withoutEncoder = true
		default:
			args = append(args, a)
		}
	}
	if len(args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: evaluate SET PATH [--json] [--each] [--encoder=off]")
		for _, s := range sets() {
			fmt.Fprintf(os.Stderr, "  %-12s %s: %s\n", s.name, s.path, s.about)
		}
		os.Exit(2)
	}
	all := sets()
	i := slices.IndexFunc(all, func(s set) bool { return s.name == args[0] })
	if i < 0 {
		fail(args[0], errors.New("no such set"))
	}
	if err := all[i].run(args[1], asJSON, each); err != nil {
		fail(args[0], err)
	}
}

// run measures and prints.
func (s set) run(path string, asJSON, each bool) error {
	if s.tabled == nil {
		figures, err := s.measure(path)
		if err != nil {
			return err
		}
		if each && s.faults != nil {
			faults, err := s.faults(path)
			if err != nil {
				return err
			}
			for _, line := range faults {
				fmt.Println(line)
			}
		}
		return write(os.Stdout, figures, asJSON)
	}
	t, err := s.tabled(path)
	if err != nil {
		return err
	}
	if each {
		for _, line := range t.details {
			fmt.Println(line)
		}
	}
	return t.write(os.Stdout, asJSON)
}

func fail(set string, err error) {
	fmt.Fprintln(os.Stderr, "evaluate "+set+":", err)
	os.Exit(2)
}
