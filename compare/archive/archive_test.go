package archive

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare/story"
)

// member is an article that has words, the first of them the most telling, published on a
// day of 2024; without a date where the day is 0.
func member(id string, day int, words ...string) Member {
	m := Member{ID: id}
	if day > 0 {
		m.Profile.Published = time.Date(2024, 1, day, 0, 0, 0, 0, time.UTC)
	}
	words = slices.Clone(words)
	weights := map[string]float64{}
	square := 0.0
	for i, w := range words {
		weights[w] = 1 / float64(i+2)
		square += weights[w] * weights[w]
	}
	slices.Sort(words)
	m.Profile.Terms = slices.Compact(words)
	for _, w := range m.Profile.Terms {
		m.Profile.Weights = append(m.Profile.Weights, weights[w]/math.Sqrt(square))
	}
	return m
}

// coverage are so many articles of an event: some words that all have, and words of
// each its own.
func coverage(event string, n, day, length int) []Member {
	var all []Member
	for i := range n {
		var words []string
		for w := range 8 {
			words = append(words, fmt.Sprintf("%s%d", event, w))
		}
		for w := range length {
			words = append(words, fmt.Sprintf("%s-%d-%d", event, i, w))
		}
		all = append(all, member(fmt.Sprintf("%s %05d", event, i), day+i%3, words...))
	}
	return all
}

func TestKeysAreTheMostTelling(t *testing.T) {
	var words []string
	for i := range 20 {
		words = append(words, fmt.Sprintf("word%02d", 19-i))
	}
	m := member("a", 1, words...)
	keys := Keys(&m)
	require.Len(t, keys, perArticle)
	require.Equal(t, Key{Name: "word19"}, keys[0])
	require.NotContains(t, keys, Key{Name: "word00"}, "what tells least is none")
	short := member("b", 1, "ferry", "lunden")
	require.Equal(t, []Key{{Name: "ferry"}, {Name: "lunden"}}, Keys(&short))
	empty := member("c", 1)
	require.Empty(t, Keys(&empty))
}

// Any two articles that a story can reach across share a key that is taken apart by time.
func TestArticlesCloseInTimeStayUnderOneKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := member("a", 1, "ferry"), member("b", 1, "ferry")
		a.Profile.Published = time.Unix(rapid.Int64Range(-5e9, 5e9).Draw(t, "published"), 0)
		b.Profile.Published = a.Profile.Published.Add(time.Duration(rapid.Int64Range(0, int64(story.Reach/time.Second)).Draw(t, "later")) * time.Second)
		k := Key{Name: "ferry"}
		require.True(t, slices.ContainsFunc(Finer(k, &a), func(k Key) bool { return slices.Contains(Finer(before(k), &b), k) }))
	})
}

// before is the key that a finer one was made of.
func before(k Key) Key { return Key{k.Name[:strings.LastIndex(k.Name, apart)], k.Level - 1} }

func TestKeysAreTakenApartToTheEnd(t *testing.T) {
	m := member("a", 0, "ferry", "lunden")
	keys := Keys(&m)
	for level := range Levels() {
		var finer []Key
		for _, k := range keys {
			require.Equal(t, level, k.Level)
			finer = append(finer, Finer(k, &m)...)
		}
		require.NotEmpty(t, finer)
		keys = finer
	}
	require.Nil(t, Finer(keys[0], &m))
}

// What is connected ends with one article in the middle, whatever the order of links.
func TestRoundsConnect(t *testing.T) {
	settled := func(links []Link) []Link {
		for range Rounds {
			links = handedOn(links, true)
			links = handedOn(links, false)
		}
		return links
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "articles")
		of := make([]int, n)
		for i := range of {
			of[i] = i
		}
		var links []Link
		for range rapid.IntRange(0, 2*n).Draw(t, "links") {
			a, b := rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")
			if a == b {
				continue
			}
			links = append(links, Link{fmt.Sprintf("%03d", max(a, b)), fmt.Sprintf("%03d", min(a, b))})
			from, to := max(of[a], of[b]), min(of[a], of[b])
			for i := range of {
				if of[i] == from {
					of[i] = to
				}
			}
		}
		var want []Link
		for i, to := range of {
			if to != i {
				want = append(want, Link{fmt.Sprintf("%03d", i), fmt.Sprintf("%03d", to)})
			}
		}
		require.ElementsMatch(t, want, settled(links))
		require.Zero(t, open(settled(links)))
	})
	// A chain, which is the worst, in an order that doesn't help.
	order := rand.New(rand.NewPCG(1, 2)).Perm(64)
	var chain []Link
	for i := range order[1:] {
		chain = append(chain, Link{fmt.Sprintf("%03d", max(order[i], order[i+1])), fmt.Sprintf("%03d", min(order[i], order[i+1]))})
	}
	require.Zero(t, open(settled(chain)))
}

// What the rounds don't settle is counted.
func TestOpenLinksAreCounted(t *testing.T) {
	require.Equal(t, 1, open([]Link{{"c", "b"}, {"b", "a"}}), "c is linked with what is linked further")
	require.Equal(t, 1, open([]Link{{"c", "b"}, {"c", "a"}}), "c is linked with two")
	require.Zero(t, open([]Link{{"c", "a"}, {"b", "a"}}))
}

// Grouping by keys puts together what one comparison of all does, in any order.
func TestGroupedIsWhatOneComparisonOfAllGroups(t *testing.T) {
	var all []Member
	for i := range 40 {
		all = append(all, coverage(fmt.Sprintf("event%d", i), 1+i%6, 1+i%20, 10)...)
	}
	var want [][]string
	profiles := make([]story.Profile, len(all))
	for i, m := range all {
		profiles[i] = m.Profile
	}
	for _, group := range story.Gathered(profiles) {
		var ids []string
		for _, i := range group {
			ids = append(ids, all[i].ID)
		}
		slices.Sort(ids)
		want = append(want, ids)
	}
	for seed := range uint64(3) {
		shuffled := slices.Clone(all)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		stories, tally := Grouped(shuffled)
		var got [][]string
		for _, s := range stories {
			require.Equal(t, 1, s.Slices)
			require.Equal(t, s.Event, s.Name())
			got = append(got, s.Articles)
		}
		require.ElementsMatch(t, want, got)
		require.Zero(t, tally.Open)
		require.Len(t, tally.Levels, 1)
	}
}

// An event that everybody tells is one part still, though each of its keys is taken apart
// and no key holds more than its share; it is compared in slices.
func TestAnEventThatEverybodyTells(t *testing.T) {
	all := coverage("flood", 1500, 3, 3)
	stories, tally := Grouped(all)
	require.Equal(t, 1500, tally.Largest)
	require.Zero(t, tally.Open)
	require.Equal(t, 1500, tally.Levels[0].Largest)
	for _, l := range tally.Levels {
		require.LessOrEqual(t, l.Held, MostOfKey)
	}
	met := map[string]bool{}
	for _, s := range stories {
		require.LessOrEqual(t, len(s.Articles), MostOfStory)
		require.Equal(t, len(stories), s.Slices)
		require.Contains(t, s.Name(), fmt.Sprintf("part %d of %d", s.Slice, s.Slices))
		for _, id := range s.Articles {
			require.False(t, met[id])
			met[id] = true
		}
	}
	require.Len(t, met, 1500)
}

func TestFirstAreTheSameInAnyOrder(t *testing.T) {
	k := Key{Name: "flood"}
	all := coverage("flood", MostOfKey+50, 1, 0)
	backwards := slices.Clone(all)
	slices.Reverse(backwards)
	require.Equal(t, First(k, slices.Clone(all)), First(k, backwards))
	require.Len(t, First(k, all), MostOfKey)
	require.NotEqual(t, First(k, slices.Clone(all))[0], First(Key{Name: "dam"}, slices.Clone(all))[0], "others under another key")
}

func TestSlicesAreEvenAndInTheOrderOfTime(t *testing.T) {
	all := []Member{member("a", 5), member("b", 0), member("c", 2), member("d", 9), member("e", 3)}
	var cut [][]string
	for _, slice := range inTime(all, 2) {
		var ids []string
		for _, m := range slice {
			ids = append(ids, m.ID)
		}
		cut = append(cut, ids)
	}
	require.Equal(t, [][]string{{"b"}, {"c", "e"}, {"a", "d"}}, cut)
	require.Len(t, inTime(all, 5), 1)
}
