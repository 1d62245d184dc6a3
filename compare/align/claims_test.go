package align

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRelated(t *testing.T) {
	for _, c := range []struct {
		reason  string
		traits  []int
		related bool
	}{
		{"a word like the act stands in the other clause", []int{traitPredicateIn}, true},
		{"one agent", []int{traitAgent}, true},
		{"the agent here is the patient there", []int{traitCrossed}, true},
		{"the same things counted, to another number", []int{traitNumberOther}, true},
		{"a day, a place and a run of words", []int{traitTime, traitEntities, traitVerbatim}, false},
		{"agents, none in common", []int{traitAgentOther}, false},
	} {
		var tr Traits
		for _, i := range c.traits {
			tr[i] = 1
		}
		require.Equal(t, c.related, tr.related(), c.reason)
	}
}

func TestAgain(t *testing.T) {
	for _, c := range []struct {
		reason string
		text   string
		again  bool
	}{
		{"the same act told twice", "The ferry damaged the old pier on Monday. Anglers had watched it rain. It damaged two boats as well.", true},
		{"two acts in two sentences", "The ferry damaged the old pier on Monday. Anglers love rain. Nobody bought the inn at Podersdorf.", false},
		{"two clauses of one sentence", "The ferry damaged the old pier and nobody bought the inn at Podersdorf.", true},
	} {
		documents, one, linked := oneStory(c.text)
		sc := newScene(documents, one, linked)
		require.GreaterOrEqual(t, len(sc.passages), 2, c.reason)
		require.Equal(t, c.again, sc.again(sc.passages[0], sc.passages[len(sc.passages)-1]), c.reason)
	}
}
