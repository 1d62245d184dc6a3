// Command xref compares how several outlets report the same events.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"xref/compare/render"
)

// Exit statuses.
const (
	statusFine   = 0
	statusFailOn = 1 // findings with a verdict named in --fail-on
	statusWrong  = 2 // wrong usage, configuration or unreadable input
)

func main() {
	endOnSignals()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// errFailOn ends a run whose report was written and holds what --fail-on names.
var errFailOn = errors.New("findings that --fail-on names")

// run is the whole program; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot(streams{stdin, stdout, stderr}, args...)
	root.SetArgs(args)
	err := root.Execute()
	switch {
	case err == nil:
		return statusFine
	case errors.Is(err, errFailOn):
		return statusFailOn
	}
	for _, l := range strings.Split(err.Error(), "\n") {
		fmt.Fprintln(stderr, "xref: "+render.Plain(l))
	}
	return statusWrong
}
