// Package decision keeps what people decided about findings, by the fingerprints of
// those, in a SQLite database: every decision with those before it.
package decision

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"xref/compare/baseline"
)

// Choice is what somebody made of a finding.
type Choice string

// The choices.
const (
	Undecided  Choice = ""
	Accepted   Choice = "accepted"
	Dismissed  Choice = "dismissed"
	Misaligned Choice = "misaligned" // the passages aren't about the same
)

// Choices are all of them.
var Choices = []Choice{Undecided, Accepted, Dismissed, Misaligned}

// State is how far the work on a finding is.
type State string

// The states.
const (
	Pending   State = "open"
	Checked   State = "checked"
	Published State = "published"
)

// States are all of them, in the order of the work.
var States = []State{Pending, Checked, Published}

// Decision is what stands decided about a finding. The first one has version 1;
// version 0 is that of a finding about which nobody decided anything.
type Decision struct {
	Finding string // the fingerprint
	Version int
	Choice  Choice
	Reason  string // of a dismissal
	Note    string
	State   State
	Claim   string // what was rated, in the words of who rated it
	Rating  string // "" where nobody rated anything
	Who     string
	At      time.Time
	Undoes  bool           // it puts the decision before the last in force again
	Known   baseline.Known // what the finding said
}

// Done reports whether somebody is done with the finding.
func (d Decision) Done() bool { return d.State == Checked || d.State == Published }

// Conflict is that somebody else decided first. Nothing was written.
type Conflict struct{ Current Decision }

func (c *Conflict) Error() string {
	return fmt.Sprintf("%s was decided by %s in the meantime", c.Current.Finding, c.Current.Who)
}

// ErrInvalid begins the errors of decisions that can't be kept as they are.
var ErrInvalid = errors.New("no such decision")

// The longest texts of a decision, in bytes.
const (
	longestText = 8000 // reason and note
	longestLine = 1000 // claim and rating
	longestName = 200  // who decided, and the fingerprint
)

// check is what keeps a decision from being kept.
func (d *Decision) check() error {
	wrong := func(format string, values ...any) error {
		return fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, values...))
	}
	if !slices.Contains(Choices, d.Choice) {
		return wrong("there is no choice %q", d.Choice)
	}
	if !slices.Contains(States, d.State) {
		return wrong("there is no state %q", d.State)
	}
	var unfit error
	bound := func(name, value string, most int) {
		switch {
		case unfit != nil:
		case len(value) > most:
			unfit = wrong("the %s is longer than %d bytes", name, most)
		case !utf8.ValidString(value):
			unfit = wrong("the %s is no text", name)
		}
	}
	bound("finding", d.Finding, longestName)
	bound("name", d.Who, longestName)
	bound("reason", d.Reason, longestText)
	bound("note", d.Note, longestText)
	bound("claim", d.Claim, longestLine)
	bound("rating", d.Rating, longestLine)
	if unfit != nil {
		return unfit
	}
	blank := func(s string) bool { return strings.TrimSpace(s) == "" }
	switch {
	case blank(d.Finding):
		return wrong("it names no finding")
	case blank(d.Who):
		return wrong("it doesn't say who decided")
	case d.Choice == Dismissed && blank(d.Reason):
		return wrong("to dismiss a finding takes a reason")
	case blank(d.Rating) != blank(d.Claim):
		return wrong("a rating takes the claim that is rated, and the claim a rating")
	}
	return nil
}
