//go:build unix

package read

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// impatient makes pipes be given up soon for one test.
func impatient(t *testing.T) {
	before := pipePatience
	pipePatience = 20 * time.Millisecond
	t.Cleanup(func() { pipePatience = before })
}

func pipe(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "news.txt")
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	return path
}

func TestPipeThatNobodyWritesToIsGivenUp(t *testing.T) {
	impatient(t)
	path := pipe(t)
	_, err := Paths([]string{path}, Options{})
	require.EqualError(t, err, path+": a pipe that gave nothing for 20ms")
}

func TestPipeThatGivesNothingIsGivenUp(t *testing.T) {
	impatient(t)
	path := pipe(t)
	both, err := os.OpenFile(path, os.O_RDWR, 0) // writes nothing and ends never
	require.NoError(t, err)
	defer both.Close()
	_, err = Paths([]string{path}, Options{})
	require.EqualError(t, err, path+": a pipe that gave nothing for 20ms")
}

func TestPipeIsRead(t *testing.T) {
	path := pipe(t)
	text := "The bridge fell on Tuesday.\n"
	go func() {
		if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			_, _ = io.Copy(f, strings.NewReader(text))
			f.Close()
		}
	}()
	result, err := Paths([]string{path}, Options{})
	require.NoError(t, err)
	require.Equal(t, text, result.Articles[0].Text)
}

func TestDevicesAreRefused(t *testing.T) {
	for _, device := range []string{"/dev/null", "/dev/zero"} {
		if _, err := os.Stat(device); err != nil {
			t.Skip("no " + device)
		}
		_, err := Paths([]string{device}, Options{})
		require.EqualError(t, err, device+": a device, not a file")
	}
}

// What is wrong with a path is told once, however often it is named.
func TestWrongPathsAreToldOnce(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a.txt"), []byte("The bridge fell.\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "README.txt"), []byte("Notes.\n"), 0o600))
	_, err := Paths([]string{"nosuch.txt", "nosuch.txt"}, Options{})
	require.EqualError(t, err, "nosuch.txt: no such file or folder")
	result, err := Paths([]string{folder, folder, filepath.Join(folder, "a.txt")}, Options{})
	require.NoError(t, err)
	require.Len(t, result.Articles, 1)
	require.Len(t, result.Skipped, 1)
}
