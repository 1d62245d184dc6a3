package render

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/kind"
	"xref/extract/resolve"
)

// events is a report of so many stories of three articles each, in which numbers,
// quotations, names and pronouns differ and agree.
func events(t testing.TB, n int) *compare.Report {
	b := newBuilder(t)
	for i := range n {
		place := fmt.Sprintf("Harrow %d", i)
		var at []int
		var crew, warned, drains []clause
		var counts []kind.Evidence
		for j, outlet := range []string{"Gazette", "Chronicle", "Sentinel"} {
			count := fmt.Sprint(40 + i + j%2)
			a := b.article(fmt.Sprintf("e%d-%s", i, strings.ToLower(outlet)), outlet, "Flood in "+place, "2024-03-11",
				fmt.Sprintf("The river at %s rose over its banks on Monday night, and %s houses were flooded before the crews came.", place, count),
				fmt.Sprintf("“Nobody cleaned the drains in years”, said Orla Quennell, who leads the crews. She warned the council of %s twice, she added.", place),
				"The council answered that it's “a matter of money”; the mayor wasn't there to take questions, and the streets stayed shut for most of the week.",
				fmt.Sprintf("Shops on the lower side of %s lost what they had in their cellars, schools sent the children home, and the buses took the long way round.", place))
			at = append(at, a)
			crew = append(crew, clause{a, "The river at " + place + " rose over its banks"})
			warned = append(warned, clause{a, "She warned the council of " + place + " twice"})
			drains = append(drains, clause{a, "Nobody cleaned the drains in years"})
			counts = append(counts, b.says(a, count+" houses were flooded", count, count))
		}
		s := b.story("Flood in "+place, at...)
		var seen []spoken
		for _, a := range at {
			seen = append(seen, spoken{a, "Orla Quennell", resolve.Name, resolve.NoClass}, spoken{a, "She warned", resolve.Pronoun, resolve.She})
		}
		e := b.entity(resolve.Person, "Orla Quennell", seen...)
		says := func(of []clause) (out []kind.Evidence) {
			for _, c := range of {
				out = append(out, b.says(c.article, c.words, "", c.words))
			}
			return out
		}
		b.finding(s, "number", kind.Differ, 0.9, "houses flooded", "", counts...)
		b.finding(s, "fact", kind.Agree, 0.9, "the river rose", "", says(crew)...).Claim = b.claim(s, kind.Agree, 1, "The river rose", crew...)
		b.finding(s, "quote", kind.Agree, 0.9, "Orla Quennell: “Nobody cleaned the drains”", "", says(drains)...).Utterance = b.utterance(s, e, claim.Identical, drains...)
		b.claim(s, kind.Agree, 0.5, "She warned the council", warned...)
	}
	return b.r
}

// What the page adds to the texts stays in proportion: so many bytes of tags and of
// words, for each of what it shows. A passage is told with little around it, what is
// the same in several articles once, and nothing by a long name.
func TestHTMLSize(t *testing.T) {
	const few, most = 20, 120
	at, to := pageOf(t, events(t, few)), pageOf(t, events(t, most))
	added := float64(len(to)-len(at)) / (most - few)
	words := func(page string) int { return len(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, "")) }
	tags := added - float64(words(to)-words(at))/(most-few)
	texts := 0
	for _, d := range events(t, 1).Documents {
		texts += len(d.Article.Text)
	}
	t.Logf("a story with %d bytes of text takes %.0f bytes, %.0f of them tags", texts, added, tags)
	require.Less(t, added, 4.2*float64(texts))
	require.Less(t, tags, 1.9*float64(texts))
	require.Less(t, len(pageOf(t, many(10000))), 8_500_000)
}
