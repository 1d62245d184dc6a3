package archive

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"xref/compare/story"
	"xref/extract"
)

// perArticle is how many keys an article has. Of the pairs of articles that are alike enough
// all have one of so many in common where twelve miss one in sixty (docs/scale.md).
const perArticle = 16

// MostOfKey is how many articles are held against each other for one key.
const MostOfKey = 500

// parts is into how many a key is taken apart at last.
const parts = 256

// Member is an article as far as its story rests on it.
type Member struct {
	ID      string // unique in the archive
	Profile story.Profile
}

// MemberOf is the member that an article is.
func MemberOf(id string, d *extract.Document) Member { return Member{id, story.ProfileOf(d)} }

// Key is what articles of one story have in common. One that too many articles have is
// taken apart by Finer, and Level is how often that was done.
type Key struct {
	Name  string
	Level int
}

// Keys are those of an article: the words and counts that weigh most in its profile,
// the rarest of those that it says often or first. They rest on the article alone.
func Keys(m *Member) []Key {
	var keys []Key
	for _, term := range telling(&m.Profile) {
		keys = append(keys, Key{Name: term})
	}
	return keys
}

func telling(p *story.Profile) []string {
	order := make([]int, len(p.Terms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.Weights[b], p.Weights[a]), cmp.Compare(p.Terms[a], p.Terms[b]))
	})
	terms := make([]string, min(perArticle, len(order)))
	for i := range terms {
		terms[i] = p.Terms[order[i]]
	}
	return terms
}

// finer are the ways in which a key that too many articles have is taken apart, one after
// the other. Each is what to add to the key for an article.
var finer = []func(k Key, m *Member) []string{
	func(_ Key, m *Member) []string { return windows(m.Profile.Published) },
	others,
	func(k Key, m *Member) []string { return []string{strconv.Itoa(int(drawn(k, m) % parts))} },
}

// Finer are the keys that an article has in place of one that too many have; none where
// it can't be taken apart further.
func Finer(k Key, m *Member) []Key {
	if k.Level == len(finer) {
		return nil
	}
	var keys []Key
	for _, more := range finer[k.Level](k, m) {
		keys = append(keys, Key{k.Name + apart + more, k.Level + 1})
	}
	return keys
}

// Levels is how often a key can be taken apart.
func Levels() int { return len(finer) }

// windows are the two spans of time that a day lies in, so that any two days that a story
// can reach across lie in one of them. Articles without a date have one of their own.
func windows(published time.Time) []string {
	if published.IsZero() {
		return []string{""}
	}
	step := int64(story.Reach / time.Second)
	last := published.Unix() / step
	if published.Unix()%step < 0 {
		last--
	}
	return []string{fmt.Sprint(last - 1), fmt.Sprint(last)}
}

// others are the most telling of the other keys that an article has, few, since an event of
// many articles has all its keys in all of them.
func others(k Key, m *Member) []string {
	const most = 3
	terms := slices.DeleteFunc(telling(&m.Profile), func(term string) bool { return strings.HasPrefix(k.Name, term+apart) })
	return terms[:min(most, len(terms))]
}

// apart stands between the parts of a key that was taken apart.
const apart = "\x00"

// drawn is a number for an article under a key, another one under each key, so that those who
// are parted under one meet under others.
func drawn(k Key, m *Member) uint64 {
	sum := sha256.Sum256([]byte(k.Name + "\x00" + m.ID))
	return binary.BigEndian.Uint64(sum[:])
}

// First are the articles that stand for all of a key that can't be taken apart: as many as
// are held against each other, always the same ones.
func First(k Key, members []Member) []Member {
	slices.SortFunc(members, func(a, b Member) int {
		return cmp.Or(cmp.Compare(drawn(k, &a), drawn(k, &b)), cmp.Compare(a.ID, b.ID))
	})
	return members[:min(len(members), MostOfKey)]
}
