package decision

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"xref/compare/baseline"
)

var ctx = context.Background()

// clock is a second later each time it is asked.
func clock() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2024, time.May, 2, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func opened(t testing.TB, path string) *Store {
	s, err := Open(path, clock())
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func fresh(t testing.TB) *Store { return opened(t, filepath.Join(t.TempDir(), "sub", "desk.db")) }

func accept(finding string, version int) Decision {
	return Decision{Finding: finding, Version: version, Choice: Accepted, State: Pending, Who: "ines"}
}

func TestDecideAndUndo(t *testing.T) {
	s := fresh(t)
	none, err := s.Current(ctx)
	require.NoError(t, err)
	require.Empty(t, none)

	first := accept("XR-1", 0)
	first.Known = baseline.Known{ID: "XR-1", Kind: "number", Subject: "ferries", Values: []baseline.Value{{Outlet: "Beacon", Value: "3"}}}
	made, err := s.Decide(ctx, first)
	require.NoError(t, err)
	require.Equal(t, 1, made.Version)
	require.Equal(t, "2024-05-02T09:00:01Z", made.At.Format(time.RFC3339))

	second := made
	second.Choice, second.Reason, second.Note, second.State, second.Claim, second.Rating = Dismissed, "two ferries, two harbours", "asked the port", Checked, "Three ferries ran.", "mostly right"
	made2, err := s.Decide(ctx, second)
	require.NoError(t, err)
	require.Equal(t, 2, made2.Version)

	_, err = s.Decide(ctx, accept("XR-1", 1))
	var conflict *Conflict
	require.ErrorAs(t, err, &conflict)
	require.Equal(t, made2, conflict.Current, "the second is shown what stands now")

	undone, err := s.Undo(ctx, "XR-1", 2, 2, "omar")
	require.NoError(t, err)
	require.Equal(t, Accepted, undone.Choice)
	require.True(t, undone.Undoes)
	require.Equal(t, "omar", undone.Who)
	_, err = s.Undo(ctx, "XR-1", 2, 2, "omar")
	require.ErrorAs(t, err, &conflict)
	again, err := s.Undo(ctx, "XR-1", 3, 3, "omar")
	require.NoError(t, err)
	require.Equal(t, Dismissed, again.Choice, "what was undone can be put in force again")
	open, err := s.Undo(ctx, "XR-1", 1, 4, "omar")
	require.NoError(t, err)
	require.Equal(t, Undecided, open.Choice, "and the one before it undone, on what stands then")
	_, err = s.Undo(ctx, "XR-1", 1, 4, "ines")
	require.ErrorAs(t, err, &conflict)

	_, err = s.Decide(ctx, accept("XR-2", 0))
	require.NoError(t, err)
	nothing, err := s.Undo(ctx, "XR-2", 1, 1, "ines")
	require.NoError(t, err)
	require.Equal(t, Undecided, nothing.Choice)
	require.Equal(t, Pending, nothing.State)

	all, err := s.Current(ctx)
	require.NoError(t, err)
	require.Equal(t, []Decision{open, nothing}, all)
	history, err := s.History(ctx, "XR-1")
	require.NoError(t, err)
	require.Equal(t, []Decision{open, again, undone, made2, made}, history)
}

func TestDecisionsThatCantBeKept(t *testing.T) {
	s := fresh(t)
	for _, row := range []struct {
		reason string
		change func(*Decision)
		says   string
	}{
		{"a choice that there isn't", func(d *Decision) { d.Choice = "liked" }, `no choice "liked"`},
		{"a state that there isn't", func(d *Decision) { d.State = "lost" }, `no state "lost"`},
		{"no finding", func(d *Decision) { d.Finding = " " }, "names no finding"},
		{"nobody", func(d *Decision) { d.Who = "" }, "who decided"},
		{"a dismissal without a reason", func(d *Decision) { d.Choice, d.Reason = Dismissed, " \n" }, "takes a reason"},
		{"a rating of nothing", func(d *Decision) { d.Rating = "false" }, "takes the claim"},
		{"a claim without a rating", func(d *Decision) { d.Claim = "It rained." }, "takes the claim"},
		{"too long a note", func(d *Decision) { d.Note = strings.Repeat("a", longestText+1) }, "longer than"},
		{"too long a rating", func(d *Decision) { d.Claim, d.Rating = "x", strings.Repeat("a", longestLine+1) }, "longer than"},
		{"bytes that are no text", func(d *Decision) { d.Note = "\xff" }, "is no text"},
		{"a version that there isn't", func(d *Decision) { d.Version = 3 }, "has no version 3"},
	} {
		d := accept("XR-1", 0)
		row.change(&d)
		_, err := s.Decide(ctx, d)
		require.ErrorIs(t, err, ErrInvalid, row.reason)
		require.ErrorContains(t, err, row.says, row.reason)
	}
	_, err := s.Undo(ctx, "XR-1", 0, 0, "ines")
	require.ErrorIs(t, err, ErrInvalid)
	_, err = s.Undo(ctx, "XR-1", 1, 1, "ines")
	require.ErrorIs(t, err, ErrInvalid)
	_, err = s.Undo(ctx, "XR-1", 2, 1, "ines")
	require.ErrorIs(t, err, ErrInvalid)
	all, err := s.Current(ctx)
	require.NoError(t, err)
	require.Empty(t, all)
}

// Two programs that decide at once: each decision that was acknowledged is in the
// history, and of those made on one version one alone.
func TestTwoWritersLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	const each = 60
	var group sync.WaitGroup
	acknowledged := make([][]Decision, 2)
	for w := range acknowledged {
		s := opened(t, path)
		group.Go(func() {
			version := 0
			for n := 0; n < each; {
				d := accept("XR-1", version)
				d.Note = fmt.Sprintf("%d of %d", n, w)
				made, err := s.Decide(ctx, d)
				var conflict *Conflict
				switch {
				case err == nil:
					acknowledged[w] = append(acknowledged[w], made)
					version = made.Version
					n++
				case errors.As(err, &conflict):
					version = conflict.Current.Version
				default:
					t.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
	history, err := opened(t, path).History(ctx, "XR-1")
	require.NoError(t, err)
	require.Len(t, history, 2*each)
	byVersion := map[int]string{}
	for _, d := range history {
		byVersion[d.Version] = d.Note
	}
	for _, made := range acknowledged {
		require.Len(t, made, each)
		for _, d := range made {
			require.Equal(t, d.Note, byVersion[d.Version])
		}
	}
}

// A database of each earlier version is brought up to date, with all that is in it.
func TestOlderDatabases(t *testing.T) {
	all := migrations()
	require.Len(t, all, 2)
	for version := 1; version < len(all); version++ {
		path := filepath.Join(t.TempDir(), "desk.db")
		db, err := sql.Open("sqlite", address(path))
		require.NoError(t, err)
		for _, m := range all[:version] {
			_, err = db.Exec(m)
			require.NoError(t, err)
		}
		_, err = db.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", mark, version))
		require.NoError(t, err)
		_, err = db.Exec(`INSERT INTO decision VALUES ('XR-1', 1, 'dismissed', 'old', '', 'open', '', '', 'ines', '2024-05-01T10:00:00Z', 0, '{"id":"XR-1","kind":"number","verdict":"differ","subject":"s","values":[]}')`)
		require.NoError(t, err)
		require.NoError(t, db.Close())

		s := opened(t, path)
		now, err := s.Current(ctx)
		require.NoError(t, err)
		require.Len(t, now, 1)
		require.Equal(t, "old", now[0].Reason)
		_, err = s.Decide(ctx, accept("XR-1", 1))
		require.NoError(t, err)
		_, err = s.Take(ctx, []Item{{What: Article, Name: "a"}})
		require.NoError(t, err)
	}
}

func TestDatabasesThatArentOpened(t *testing.T) {
	made := func(t *testing.T, statements string) string {
		path := filepath.Join(t.TempDir(), "desk.db")
		s, err := Open(path, clock())
		require.NoError(t, err)
		_, err = s.Decide(ctx, accept("XR-1", 0))
		require.NoError(t, err)
		_, err = s.db.Exec(statements)
		require.NoError(t, err)
		require.NoError(t, s.Close())
		return path
	}
	for _, row := range []struct {
		reason string
		path   func(*testing.T) string
		says   string
	}{
		{"of a newer program", func(t *testing.T) string { return made(t, "PRAGMA user_version = 99") }, "takes a newer xref"},
		{"with a trigger", func(t *testing.T) string {
			return made(t, "CREATE TRIGGER t AFTER INSERT ON decision BEGIN DELETE FROM decision; END")
		}, "aren't those that xref makes"},
		{"without a table", func(t *testing.T) string { return made(t, "DROP TABLE present") }, "aren't those that xref makes"},
		{"of another program", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "other.db")
			db, err := sql.Open("sqlite", address(path))
			require.NoError(t, err)
			_, err = db.Exec("CREATE TABLE bookmarks (url TEXT)")
			require.NoError(t, err)
			require.NoError(t, db.Close())
			return path
		}, "of another program"},
		{"no database", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "notes.txt")
			require.NoError(t, os.WriteFile(path, []byte(strings.Repeat("The ferries stayed in port. ", 80)), 0o600))
			return path
		}, "damaged"},
		{"with a page overwritten", func(t *testing.T) string {
			path := made(t, "PRAGMA wal_checkpoint(TRUNCATE)")
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			for i := 4096; i < 8192; i++ {
				data[i] = 0xA5
			}
			require.NoError(t, os.WriteFile(path, data, 0o600))
			return path
		}, "damaged"},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, "not a regular file"},
		{"a link", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "desk.db")
			require.NoError(t, os.Symlink(made(t, ""), path))
			return path
		}, "not a regular file"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			path := row.path(t)
			_, err := Open(path, clock())
			require.ErrorContains(t, err, row.says)
			require.ErrorContains(t, err, path)
		})
	}
	missing := filepath.Join(t.TempDir(), "desk.db")
	_, err := OpenExisting(missing, clock())
	require.ErrorContains(t, err, "nothing was decided there yet")
	require.NoFileExists(t, missing)
}

// Nobody else on the machine can read what is decided.
func TestFilesAreTheOwners(t *testing.T) {
	folder := filepath.Join(t.TempDir(), ".xref")
	s := opened(t, filepath.Join(folder, "desk.db"))
	_, err := s.Decide(ctx, accept("XR-1", 0))
	require.NoError(t, err)
	for _, name := range []string{"", "desk.db", "desk.db-wal", "desk.db-shm"} {
		info, err := os.Stat(filepath.Join(folder, name))
		require.NoError(t, err, name)
		require.Zero(t, info.Mode().Perm()&0o077, name)
	}
}

// A path is a path, whatever stands in it.
func TestPathsOfAllKinds(t *testing.T) {
	for _, name := range []string{"a b", "100%", "what?", "no#1", "füße", "a&b=c", "50%20"} {
		path := filepath.Join(t.TempDir(), name, "desk.db")
		opened(t, path)
		require.FileExists(t, path)
	}
}

func TestBackup(t *testing.T) {
	s := fresh(t)
	for i := range 20 {
		_, err := s.Decide(ctx, accept(fmt.Sprintf("XR-%d", i), 0))
		require.NoError(t, err)
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	require.NoError(t, s.Backup(ctx, path))
	require.ErrorContains(t, s.Backup(ctx, path), "is there already")
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Zero(t, info.Mode().Perm()&0o077)
	_, err = s.Decide(ctx, accept("XR-20", 0))
	require.NoError(t, err)
	all, err := opened(t, path).Current(ctx)
	require.NoError(t, err)
	require.Len(t, all, 20)
	require.Error(t, s.Backup(ctx, filepath.Join(path, "under-a-file.db")))
}

// Where there is no room, nothing is acknowledged, what was acknowledged stays, and
// once there is room again it goes on.
func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	s := opened(t, path)
	_, err := s.db.Exec("PRAGMA max_page_count = 12")
	require.NoError(t, err)
	kept := 0
	for err == nil {
		d := accept(fmt.Sprintf("XR-%04d", kept), 0)
		d.Note = strings.Repeat("The harbour office was asked. ", 40)
		if _, err = s.Decide(ctx, d); err == nil {
			kept++
		}
		require.Less(t, kept, 1000)
	}
	require.ErrorContains(t, err, "the disk is full: nothing was written")
	require.ErrorContains(t, err, path)
	all, err := s.Current(ctx)
	require.NoError(t, err)
	require.Len(t, all, kept)
	_, err = s.db.Exec("PRAGMA max_page_count = 100000")
	require.NoError(t, err)
	_, err = s.Decide(ctx, accept("XR-more", 0))
	require.NoError(t, err)
}

func TestCoverage(t *testing.T) {
	s := fresh(t)
	items := []Item{
		{Article, "beacon", "1", "S1", "Beacon: The ferries"},
		{Finding, "XR-1", "", "S1", "number, differ: ferries"},
		{Finding, "XR-2", "", "S1", "name, differ: the pilot"},
	}
	changes, err := s.Take(ctx, items)
	require.NoError(t, err)
	require.Empty(t, changes, "at first there is nothing to compare with")
	changes, err = s.Take(ctx, items)
	require.NoError(t, err)
	require.Empty(t, changes)

	later := []Item{
		{Article, "beacon", "2", "S1", "Beacon: The ferries, again"},
		{Article, "courier", "1", "S1", "Courier: Ferries"},
		{Finding, "XR-1", "", "S2", "number, differ: the ferries"},
		{Finding, "XR-3", "", "S1", "number, conflict: ferries"},
		{Finding, "XR-3", "", "S1", "twice"},
	}
	changes, err = s.Take(ctx, later)
	require.NoError(t, err)
	var told []string
	for _, c := range changes {
		told = append(told, c.How+" "+c.What+" "+c.Name)
	}
	require.Equal(t, []string{"changed article beacon", "came article courier", "came finding XR-3", "went finding XR-2"}, told)
	kept, err := s.Changes(ctx)
	require.NoError(t, err)
	require.Len(t, kept, 4)
	require.Equal(t, changes[3], kept[0])
	changes, err = s.Take(ctx, later)
	require.NoError(t, err)
	require.Empty(t, changes)
}
