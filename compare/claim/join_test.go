package claim

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRelated(t *testing.T) {
	for _, c := range []struct {
		reason   string
		features []int
		related  bool
	}{
		{"a word like the act stands in the other clause", []int{featurePredicateIn}, true},
		{"one agent", []int{featureAgent}, true},
		{"the agent here is the patient there", []int{featureCrossed}, true},
		{"the same things counted, to another number", []int{featureNumberOther}, true},
		{"a day, a place and a run of words", []int{featureTime, featureEntities, featureVerbatim}, false},
		{"agents, none in common", []int{featureAgentOther}, false},
	} {
		var tr Features
		for _, i := range c.features {
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
		x := newIndex(documents, one, linked)
		require.GreaterOrEqual(t, len(x.passages), 2, c.reason)
		require.Equal(t, c.again, x.again(x.passages[0], x.passages[len(x.passages)-1]), c.reason)
	}
}
