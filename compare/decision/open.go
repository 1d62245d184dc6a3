package decision

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// Store is a database of decisions. Several programs can use one at a time; whatever
// was acknowledged is on the disk.
type Store struct {
	db    *sql.DB
	path  string
	clock func() time.Time
}

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations make a database of each version from the one before.
func migrations() []string {
	entries, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		panic(err)
	}
	var all []string
	for _, e := range entries { // in the order of their names
		data, err := migrationFiles.ReadFile("migrations/" + e.Name())
		if err != nil {
			panic(err)
		}
		all = append(all, string(data))
	}
	return all
}

// mark is the application id in the head of the database's file: "xref".
const mark = 0x78726566

// Codes of SQLite (https://www.sqlite.org/rescode.html), without what extends them.
const (
	codeBusy    = 5
	codeCorrupt = 11
	codeFull    = 13
	codeForeign = 26
)

// waiting is how long a writer waits for another one, in milliseconds.
const waiting = 10000

// Open opens the database in a file, which is made where it isn't there, and brings it
// up to date. One that is damaged, of a newer program or no database of decisions is an
// error.
func Open(path string, clock func() time.Time) (*Store, error) {
	if err := create(path); err != nil {
		return nil, err
	}
	return open(path, clock)
}

// OpenExisting is Open for a file that must be there.
func OpenExisting(path string, clock func() time.Time) (*Store, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: nothing was decided there yet", path)
	}
	return open(path, clock)
}

// create makes an empty file that only its owner can read, as the files will be that
// SQLite puts beside it.
func create(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func open(path string, clock func() time.Time) (*Store, error) {
	info, err := os.Lstat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", path)
	}
	if err != nil {
		return nil, err
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", address(absolute))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // readers wait for less than a writer that has to try again
	s := &Store{db, path, clock}
	if err := s.ready(context.Background()); err != nil {
		db.Close()
		return nil, s.explained(err)
	}
	return s, nil
}

// address is a file as SQLite opens it.
func address(path string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if !strings.HasPrefix(u.Path, "/") { // as C:/ on Windows
		u.Path = "/" + u.Path
	}
	pragmas := url.Values{"_txlock": {"immediate"}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", waiting), "trusted_schema(OFF)", "cell_size_check(ON)", "journal_mode(WAL)", "synchronous(FULL)",
	}}
	u.RawQuery = pragmas.Encode()
	return u.String()
}

// ready checks the database and brings it up to date.
func (s *Store) ready(ctx context.Context) error {
	var answer string
	if err := s.db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&answer); err != nil {
		return err
	}
	if answer != "ok" {
		return damaged(answer)
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var version, of, tables int
	if err := errors.Join(
		tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version),
		tx.QueryRowContext(ctx, "PRAGMA application_id").Scan(&of),
		tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&tables),
	); err != nil {
		return err
	}
	all := migrations()
	switch {
	case of != mark && (of != 0 || version != 0 || tables != 0):
		return errors.New("a database of another program; name another file by --db")
	case version > len(all):
		return fmt.Errorf("a database of version %d, and this xref knows those up to %d; it takes a newer xref", version, len(all))
	}
	for _, m := range all[version:] {
		if _, err := tx.ExecContext(ctx, m); err != nil {
			return err
		}
	}
	if version < len(all) {
		if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", mark, len(all))); err != nil {
			return err
		}
	}
	there, err := schema(ctx, tx)
	if err != nil {
		return err
	}
	if want := wantedSchema(all); !slices.Equal(there, want) {
		return damaged("its tables aren't those that xref makes")
	}
	return tx.Commit()
}

// schema is the statements that made what is in a database, in their order.
func schema(ctx context.Context, tx *sql.Tx) ([]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	slices.Sort(all)
	return all, rows.Err()
}

// wantedSchema is the schema after the migrations: their statements that make
// something, as SQLite keeps them.
func wantedSchema(migrations []string) []string {
	var all []string
	for _, m := range migrations {
		var lines []string
		for _, l := range strings.Split(m, "\n") {
			if !strings.HasPrefix(l, "--") {
				lines = append(lines, l)
			}
		}
		for _, statement := range strings.Split(strings.Join(lines, "\n"), ";") {
			if statement = strings.TrimSpace(statement); strings.HasPrefix(statement, "CREATE ") {
				all = append(all, statement)
			}
		}
	}
	slices.Sort(all)
	return all
}

type damaged string

func (d damaged) Error() string {
	return "the database is damaged: " + string(d) + "; put its last backup in its place, or name another file by --db"
}

// explained is an error of the database with its file and, where there is one, the
// way out.
func (s *Store) explained(err error) error {
	if err == nil {
		return nil
	}
	var of *sqlite.Error
	if errors.As(err, &of) {
		switch of.Code() & 0xff {
		case codeBusy:
			err = errors.New("another program holds the database; try again when it is done")
		case codeCorrupt, codeForeign:
			err = damaged(of.Error())
		case codeFull:
			err = errors.New("the disk is full: nothing was written; make room and decide again")
		}
	}
	return fmt.Errorf("%s: %w", s.path, err)
}

// Close lets go of the database.
func (s *Store) Close() error { return s.db.Close() }

// Backup writes the database as it is into a new file, whatever others write
// meanwhile.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s: is there already; a backup takes a new file", path)
	}
	if err := create(path); err != nil { // SQLite takes an empty file as none
		return err
	}
	if _, err := s.db.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		os.Remove(path)
		return s.explained(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
