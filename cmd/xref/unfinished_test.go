//go:build unix

package main

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// holdingEnvironment makes the test's own program begin a file and wait.
const holdingEnvironment = "XREF_TEST_HOLDING"

// fullEnvironment is set in the process that has no room for files.
const fullEnvironment = "XREF_TEST_FULL"

// A signal that ends the run takes away what is unfinished.
func TestSignalsLeaveNothingBehind(t *testing.T) {
	if folder := os.Getenv(holdingEnvironment); folder != "" {
		endOnSignals()
		_, err := createUnfinished(folder)
		require.NoError(t, err)
		os.Stdout.WriteString("begun\n")
		select {}
	}
	for _, s := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		if signal.Ignored(s) {
			continue // as under nohup
		}
		folder := t.TempDir()
		c := exec.Command(os.Args[0], "-test.run=^TestSignalsLeaveNothingBehind$")
		c.Env = append(os.Environ(), holdingEnvironment+"="+folder)
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		_, err = out.Read(make([]byte, 16))
		require.NoError(t, err)
		begun, err := filepath.Glob(folder + "/.xref-*")
		require.NoError(t, err)
		require.Len(t, begun, 1)
		require.NoError(t, c.Process.Signal(s))
		var exit *exec.ExitError
		require.ErrorAs(t, c.Wait(), &exit)
		require.Equal(t, statusSignal+int(s), exit.ExitCode())
		left, err := os.ReadDir(folder)
		require.NoError(t, err)
		require.Empty(t, left)
	}
}

// Where the disk takes no more the old file stays, and nothing is left beside it. A
// process of its own has the limit that stands for a full disk: the tests' own log
// would meet it too.
func TestFullDiskLeavesTheOldFile(t *testing.T) {
	if os.Getenv(fullEnvironment) == "" {
		c := exec.Command(os.Args[0], "-test.run=^TestFullDiskLeavesTheOldFile$")
		c.Env = append(os.Environ(), fullEnvironment+"=1")
		out, err := c.CombinedOutput()
		require.NoError(t, err, "%s", out)
		require.Contains(t, string(out), "PASS")
		return
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "out.json")
	require.NoError(t, os.WriteFile(path, []byte("old"), 0o600))
	var before syscall.Rlimit
	require.NoError(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	low := before
	low.Cur = 1 << 10 // bytes that a file may have, which fails as a full disk does
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &low))
	err := writeFile(path, make([]byte, 1<<16))
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before))
	require.ErrorContains(t, err, "out.json: can't be written: ")
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, left, 1)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "old", string(data))
}
