package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a package may take at the start of every run, in milliseconds, and how often
// the program is started to find the least: another program may come between.
const (
	longestStart = 0.5
	starts       = 12
)

// No package does at the start of the program what can be done where it is needed.
func TestStart(t *testing.T) {
	program := filepath.Join(t.TempDir(), "xref")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	line := regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock`)
	least := map[string]float64{}
	for range starts {
		var trace bytes.Buffer
		c := exec.Command(program, "version")
		c.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		c.Stderr = &trace
		require.NoError(t, c.Run())
		for _, m := range line.FindAllStringSubmatch(trace.String(), -1) {
			took, err := strconv.ParseFloat(m[2], 64)
			require.NoError(t, err)
			if before, ok := least[m[1]]; !ok || took < before {
				least[m[1]] = took
			}
		}
	}
	require.NotEmpty(t, least)
	for name, took := range least {
		require.LessOrEqual(t, took, longestStart, "%s, in ms", name)
	}
}
