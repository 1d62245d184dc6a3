package decision

import (
	"context"
	"database/sql"
	"time"
)

// Item is an article or a finding of the coverage.
type Item struct {
	What  string // "article" or "finding"
	Name  string // by which it is found again
	Mark  string // by which it is known to be as it was
	Story string
	Text  string
}

// What an item is.
const (
	Article = "article"
	Finding = "finding"
)

// Change is that an item came, went or is another than it was.
type Change struct {
	Item
	How string
	At  time.Time
}

// How an item changed.
const (
	Came    = "came"
	Changed = "changed"
	Went    = "went"
)

// mostChanges is how many changes are given at most, the latest.
const mostChanges = 2000

// Take compares the coverage with what was there when it was last read, keeps what has
// changed, and returns it. At the first time nothing has changed.
func (s *Store) Take(ctx context.Context, items []Item) ([]Change, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, s.explained(err)
	}
	defer tx.Rollback()
	changes, err := s.take(ctx, tx, items)
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return nil, s.explained(err)
	}
	return changes, nil
}

func (s *Store) take(ctx context.Context, tx *sql.Tx, items []Item) ([]Change, error) {
	type key struct{ what, name string }
	before := map[key]Item{}
	var order []Item
	rows, err := tx.QueryContext(ctx, "SELECT what, name, mark, story, text FROM present ORDER BY what, name")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var i Item
		if err := rows.Scan(&i.What, &i.Name, &i.Mark, &i.Story, &i.Text); err != nil {
			return nil, err
		}
		before[key{i.What, i.Name}] = i
		order = append(order, i)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	var changes []Change
	now := s.clock().UTC().Truncate(time.Millisecond)
	note := func(i Item, how string) {
		if len(before) > 0 {
			changes = append(changes, Change{i, how, now})
		}
	}
	there := map[key]bool{}
	for _, i := range items {
		k := key{i.What, i.Name}
		was, known := before[k]
		switch {
		case there[k]:
			continue
		case !known:
			note(i, Came)
		case was.Mark != i.Mark:
			note(i, Changed)
		}
		there[k] = true
		if known && was == i {
			continue
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO present (what, name, mark, story, text) VALUES (?, ?, ?, ?, ?)", i.What, i.Name, i.Mark, i.Story, i.Text); err != nil {
			return nil, err
		}
	}
	for _, i := range order {
		if there[key{i.What, i.Name}] {
			continue
		}
		note(i, Went)
		if _, err := tx.ExecContext(ctx, "DELETE FROM present WHERE what = ? AND name = ?", i.What, i.Name); err != nil {
			return nil, err
		}
	}
	for _, c := range changes {
		if _, err := tx.ExecContext(ctx, "INSERT INTO change (at, how, what, name, story, text) VALUES (?, ?, ?, ?, ?, ?)", c.At.Format(time.RFC3339Nano), c.How, c.What, c.Name, c.Story, c.Text); err != nil {
			return nil, err
		}
	}
	return changes, nil
}

// Changes are the latest changes of the coverage, the last first.
func (s *Store) Changes(ctx context.Context) ([]Change, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT at, how, what, name, story, text FROM change ORDER BY id DESC LIMIT ?", mostChanges)
	if err != nil {
		return nil, s.explained(err)
	}
	defer rows.Close()
	var all []Change
	for rows.Next() {
		var c Change
		var at string
		if err := rows.Scan(&at, &c.How, &c.What, &c.Name, &c.Story, &c.Text); err != nil {
			return nil, s.explained(err)
		}
		if c.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return nil, s.explained(damaged("a time that is none"))
		}
		all = append(all, c)
	}
	return all, s.explained(rows.Err())
}
