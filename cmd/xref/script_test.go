package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) != "xref" { // the test, not a command of a script
		if dir, err := os.UserCacheDir(); err == nil && os.Getenv("GOCACHE") == "" {
			os.Setenv("GOCACHE", filepath.Join(dir, "go-build")) // tests build the program
		}
		os.Setenv("XDG_CACHE_HOME", os.DevNull) // nothing is kept but where a test says where
	}
	testscript.Main(m, map[string]func(){"xref": main, "findingids": findingIDs})
}

// findingIDs prints the ids and subjects of the findings of a report in JSON, in
// the order of the ids.
func findingIDs() {
	var report struct {
		Findings []struct{ ID, Kind, Verdict, Subject string }
	}
	data, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = json.Unmarshal(data, &report)
	}
	if err != nil || len(report.Findings) == 0 {
		fmt.Fprintln(os.Stderr, "no findings:", err)
		os.Exit(1)
	}
	var lines []string
	for _, f := range report.Findings {
		lines = append(lines, fmt.Sprintln(f.ID, f.Kind, f.Verdict, f.Subject))
	}
	slices.Sort(lines)
	fmt.Print(strings.Join(lines, ""))
}

// TestScripts runs the scripts, each a whole program's use with its files.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CACHE_HOME", os.DevNull)
			return nil
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status},
	})
}

// status runs a command and holds its exit status against the first argument.
func status(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) < 2 {
		ts.Fatalf("usage: status N command [argument...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, not %d", got, want)
	}
}
