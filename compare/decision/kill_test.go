package decision

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// deciding, in the environment, has the test's own program decide until it is killed:
// it is who decides, and the path of the database.
const deciding = "XREF_TEST_DECIDE"

func TestMain(m *testing.M) {
	if who, path, ok := strings.Cut(os.Getenv(deciding), "@"); ok {
		decideForEver(who, path)
	}
	os.Exit(m.Run())
}

// decideForEver acknowledges each decision by a line with its version.
func decideForEver(who, path string) {
	s, err := Open(path, clock())
	if err != nil {
		panic(err)
	}
	for version := 0; ; {
		made, err := s.Decide(ctx, Decision{Finding: "XR-1", Version: version, Choice: Accepted, Note: fmt.Sprintf("%s on %d", who, version), Who: who})
		var conflict *Conflict
		switch {
		case err == nil:
			fmt.Println(made.Version)
			version = made.Version
		case errors.As(err, &conflict):
			version = conflict.Current.Version
		default:
			panic(err)
		}
	}
}

// kills is how often a program is killed while it writes, writers how many write at a
// time.
const (
	kills   = 200
	writers = 2
)

// acknowledgement is that a writer's decision was written.
type acknowledgement struct{ writer, version int }

// Nothing that was acknowledged is lost, however often two programs that decide about
// one finding are killed in the middle of their work.
func TestKilledWhileWriting(t *testing.T) {
	if testing.Short() {
		t.Skipf("-short: no program is killed %d times", kills)
	}
	self, err := os.Executable()
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "desk.db")
	acknowledged, mostOften := map[int]string{}, 0
	for n := range kills / writers {
		said := make(chan acknowledgement)
		var running [writers]*exec.Cmd
		var listening sync.WaitGroup
		for w := range writers {
			c := exec.Command(self)
			c.Env = append(os.Environ(), fmt.Sprintf("%s=writer %d@%s", deciding, w, path))
			c.Stderr = os.Stderr
			out, err := c.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, c.Start())
			running[w] = c
			listening.Go(func() {
				for lines := bufio.NewScanner(out); lines.Scan(); {
					var version int
					if _, err := fmt.Sscan(lines.Text(), &version); err == nil {
						said <- acknowledgement{w, version}
					}
				}
			})
		}
		go func() { listening.Wait(); close(said) }()
		heard := 0
		for a := range said {
			require.Empty(t, acknowledged[a.version], "one version was given twice")
			acknowledged[a.version] = fmt.Sprintf("writer %d on %d", a.writer, a.version-1)
			// After another number of decisions each time, wherever they then are.
			if heard++; heard == 1+n%7 {
				for _, c := range running {
					require.NoError(t, c.Process.Kill())
				}
			}
		}
		require.GreaterOrEqual(t, heard, 1+n%7, "round %d", n)
		for _, c := range running {
			require.Error(t, c.Wait(), "it was killed")
		}
		s, err := Open(path, clock())
		require.NoError(t, err, "round %d", n)
		history, err := s.History(ctx, "XR-1")
		require.NoError(t, err)
		require.NoError(t, s.Close())
		kept := map[int]string{}
		for i, d := range history {
			require.Equal(t, len(history)-i, d.Version)
			kept[d.Version] = d.Note
		}
		for version, what := range acknowledged {
			require.Equal(t, what, kept[version], "round %d", n)
		}
		mostOften = max(mostOften, len(history)-len(acknowledged))
	}
	t.Logf("%d decisions acknowledged, none lost; %d were written whose writer was killed before it could say so", len(acknowledged), mostOften)
}
