package decision

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Decide adds a decision about a finding whose version is the one that it was made on:
// where somebody decided since, the error is a Conflict with what stands now. It
// returns the decision as it was written.
func (s *Store) Decide(ctx context.Context, d Decision) (Decision, error) {
	if d.State == "" {
		d.State = Pending
	}
	if err := d.check(); err != nil {
		return Decision{}, err
	}
	return s.add(ctx, d.Finding, d.Version, func(*sql.Tx) (Decision, error) { return d, nil })
}

// Undo puts in force again what stood before the decision of a version, as a new
// decision on the one that stands: the decision itself, or one that undid what came
// after it. Where another one stands, the error is a Conflict.
func (s *Store) Undo(ctx context.Context, finding string, version, on int, who string) (Decision, error) {
	if version < 1 || on < version {
		return Decision{}, fmt.Errorf("%w: nothing was decided that could be undone", ErrInvalid)
	}
	return s.add(ctx, finding, on, func(tx *sql.Tx) (Decision, error) {
		undone, err := one(tx.QueryRowContext(ctx, selectDecision+" WHERE finding = ? AND version = ?", finding, version))
		if err != nil {
			return Decision{}, s.explained(err)
		}
		before := Decision{Finding: finding, State: Pending}
		if version > 1 {
			if before, err = one(tx.QueryRowContext(ctx, selectDecision+" WHERE finding = ? AND version = ?", finding, version-1)); err != nil {
				return Decision{}, s.explained(err)
			}
		}
		before.Who, before.Undoes, before.Known = who, true, undone.Known
		return before, before.check()
	})
}

// add writes a decision that is made on a version.
func (s *Store) add(ctx context.Context, finding string, on int, decide func(*sql.Tx) (Decision, error)) (Decision, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return Decision{}, s.explained(err)
	}
	defer tx.Rollback()
	current, err := one(tx.QueryRowContext(ctx, selectDecision+" WHERE finding = ? ORDER BY version DESC LIMIT 1", finding))
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Decision{}, s.explained(err)
	}
	if current.Version != on {
		if current.Version == 0 {
			return Decision{}, fmt.Errorf("%w: %s has no version %d", ErrInvalid, finding, on)
		}
		return Decision{}, &Conflict{current}
	}
	d, err := decide(tx)
	if err != nil {
		return Decision{}, err
	}
	d.Version, d.At = on+1, s.clock().UTC().Truncate(time.Millisecond)
	known, err := json.Marshal(d.Known)
	if err != nil {
		return Decision{}, err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO decision (finding, version, choice, reason, note, state, claim, rating, who, at, undoes, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		d.Finding, d.Version, string(d.Choice), d.Reason, d.Note, string(d.State), d.Claim, d.Rating, d.Who, d.At.Format(time.RFC3339Nano), d.Undoes, string(known))
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return Decision{}, s.explained(err)
	}
	return d, nil
}

const selectDecision = "SELECT finding, version, choice, reason, note, state, claim, rating, who, at, undoes, known FROM decision"

// one is a decision from a row.
func one(row interface{ Scan(...any) error }) (Decision, error) {
	var d Decision
	var at, known string
	if err := row.Scan(&d.Finding, &d.Version, &d.Choice, &d.Reason, &d.Note, &d.State, &d.Claim, &d.Rating, &d.Who, &at, &d.Undoes, &known); err != nil {
		return Decision{}, err
	}
	var err error
	if d.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
		return Decision{}, damaged("a time that is none")
	}
	if err := json.Unmarshal([]byte(known), &d.Known); err != nil {
		return Decision{}, damaged("a finding that is none")
	}
	return d, nil
}

// Current is what stands decided, in the order of the fingerprints.
func (s *Store) Current(ctx context.Context) ([]Decision, error) {
	return s.decisions(ctx, " WHERE (finding, version) IN (SELECT finding, max(version) FROM decision GROUP BY finding) ORDER BY finding")
}

// History is all that was decided about a finding, the last first.
func (s *Store) History(ctx context.Context, finding string) ([]Decision, error) {
	return s.decisions(ctx, " WHERE finding = ? ORDER BY version DESC", finding)
}

func (s *Store) decisions(ctx context.Context, where string, values ...any) ([]Decision, error) {
	rows, err := s.db.QueryContext(ctx, selectDecision+where, values...)
	if err != nil {
		return nil, s.explained(err)
	}
	defer rows.Close()
	var all []Decision
	for rows.Next() {
		d, err := one(rows)
		if err != nil {
			return nil, s.explained(err)
		}
		all = append(all, d)
	}
	return all, s.explained(rows.Err())
}
