package decision

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// deciding, in the environment, has the test's own program decide until it is killed:
// it is the path of the database.
const deciding = "XREF_TEST_DECIDE"

func TestMain(m *testing.M) {
	if path := os.Getenv(deciding); path != "" {
		decideForEver(path)
	}
	os.Exit(m.Run())
}

// decideForEver acknowledges each decision by a line.
func decideForEver(path string) {
	s, err := Open(path, clock())
	if err != nil {
		panic(err)
	}
	for version := 0; ; {
		current, err := s.History(ctx, "XR-1")
		if err != nil {
			panic(err)
		}
		if version = 0; len(current) > 0 {
			version = current[0].Version
		}
		made, err := s.Decide(ctx, Decision{Finding: "XR-1", Version: version, Choice: Accepted, Note: fmt.Sprintf("note %d", version+1), Who: "ines"})
		if err != nil {
			panic(err)
		}
		fmt.Println(made.Version)
	}
}

// kills is how often the program is killed while it writes.
const kills = 200

// Nothing that was acknowledged is lost, however often the program is killed in the
// middle of its work.
func TestKilledWhileWriting(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the program isn't killed 200 times")
	}
	self, err := os.Executable()
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "desk.db")
	last := 0
	for n := range kills {
		c := exec.Command(self)
		c.Env = append(os.Environ(), deciding+"="+path)
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		lines := bufio.NewScanner(out)
		// Killed after another number of decisions each time, wherever it then is.
		for range 1 + n%7 {
			require.True(t, lines.Scan(), "kill %d", n)
		}
		require.NoError(t, c.Process.Kill())
		acknowledged := 0
		for ok := true; ok; ok = lines.Scan() { // what was still in the pipe
			if _, err := fmt.Sscan(lines.Text(), &acknowledged); err != nil {
				break // half a line
			}
		}
		require.Error(t, c.Wait(), "it was killed")

		s, err := Open(path, clock())
		require.NoError(t, err, "kill %d", n)
		history, err := s.History(ctx, "XR-1")
		require.NoError(t, err)
		require.GreaterOrEqual(t, len(history), acknowledged, "kill %d", n)
		require.Greater(t, acknowledged, last)
		for i, d := range history {
			require.Equal(t, len(history)-i, d.Version)
			require.Equal(t, fmt.Sprintf("note %d", d.Version), d.Note)
		}
		last = len(history)
		require.NoError(t, s.Close())
	}
}
