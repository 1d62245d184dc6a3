package baseline_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/baseline"
	"xref/compare/kind"
)

func TestTrace(t *testing.T) {
	b := baseline.Of(one(
		finding("XR-1", "number", kind.Differ, "ferries", "3", "5"),
		finding("XR-2", "name", kind.Differ, "the pilot", "Moen", "Mohn"),
		finding("XR-3", "date", kind.Conflict, "the sailing", "May 2", "May 3"),
	))
	for _, row := range []struct {
		reason  string
		now     []string // kind, subject and values of what is in the report
		verdict kind.Verdict
		known   string // "" where it comes from none
		same    bool
	}{
		{"it says the same of another subject", []string{"number", "the ferries", "3", "5"}, kind.Differ, "XR-1", true},
		{"an outlet has another value now", []string{"number", "ferries", "3", "6"}, kind.Differ, "XR-1", false},
		{"it is graver now", []string{"number", "ferries", "3", "5"}, kind.Conflict, "XR-1", false},
		{"both have other values", []string{"number", "ferries", "8", "9"}, kind.Differ, "", false},
		{"one value in common, and another subject", []string{"number", "trucks", "3", "9"}, kind.Differ, "", false},
		{"the values of the other outlets", []string{"number", "ferries", "5", "3"}, kind.Differ, "", false},
		{"another kind", []string{"quantifier", "ferries", "3", "5"}, kind.Differ, "", false},
	} {
		r := one(finding("XR-9", kind.ID(row.now[0]), row.verdict, row.now[1], row.now[2:]...), finding("XR-2", "name", kind.Differ, "the pilot", "Moen", "Mohn"))
		traced := b.Trace(r)
		require.Equal(t, baseline.Traced{Known: 1, Same: true}, traced[1], row.reason)
		from, ok := traced[0]
		require.Equal(t, row.known != "", ok, row.reason)
		if ok {
			require.Equal(t, row.known, b.Findings[from.Known].ID, row.reason)
			require.Equal(t, row.same, from.Same, row.reason)
		}
	}
	still := one(finding("XR-1", "number", kind.Differ, "ferries", "3", "5"), finding("XR-9", "number", kind.Differ, "ferries", "3", "6"))
	require.NotContains(t, b.Trace(still), 1, "what is still there has become nothing else")
	two := one(finding("XR-8", "number", kind.Differ, "ferries", "3", "6"), finding("XR-9", "number", kind.Conflict, "ferries", "3", "5"))
	traced := b.Trace(two)
	require.NotContains(t, traced, 0, "one finding becomes one, the one that is most like it")
	require.Equal(t, baseline.Traced{Known: 0}, traced[1])
}
