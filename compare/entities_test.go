package compare

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/resolve"
)

func TestTypeIsAVoteOverMentions(t *testing.T) {
	entity := func(typ resolve.Type, named bool, mentions int) resolve.Entity {
		return resolve.Entity{Type: typ, Named: named, Mentions: make([]resolve.Mention, mentions)}
	}
	for _, row := range []struct {
		reason   string
		entities []resolve.Entity
		want     resolve.Type
	}{
		{"the most mentions", []resolve.Entity{entity(resolve.Place, true, 1), entity(resolve.Person, true, 4)}, resolve.Person},
		{"named ones count twice", []resolve.Entity{entity(resolve.Person, false, 3), entity(resolve.Organisation, true, 2)}, resolve.Organisation},
		{"what isn't known doesn't vote", []resolve.Entity{entity(resolve.Other, true, 9), entity(resolve.Place, true, 1)}, resolve.Place},
		{"nobody knows", []resolve.Entity{entity(resolve.Other, true, 2)}, resolve.Other},
	} {
		var resolutions []*resolve.Resolution
		var members []resolve.Member
		for i, e := range row.entities {
			resolutions = append(resolutions, &resolve.Resolution{Entities: []resolve.Entity{e}})
			members = append(members, resolve.Member{Article: i})
		}
		require.Equal(t, row.want, commonType(resolutions, members), row.reason)
	}
}
