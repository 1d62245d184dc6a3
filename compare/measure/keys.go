package measure

import (
	"cmp"
	"slices"

	"xref/compare/archive"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/internal/pack"
	"xref/internal/parallel"
)

// Archive is how well an archive is grouped by story keys, and what that takes.
type Archive struct {
	Articles int
	Pairs    int // of articles that one comparison of all puts into one story
	Meeting  int // of these those that have a key in common
	Found    int // and those that are put into one story
	Surplus  int // pairs that are put into one story though one comparison of all doesn't
	Keys     int // of the articles together
	archive.Tally
	TextBytes     int // of the articles
	MemberBytes   int // of what an article's story rests on, once for each article
	AnalysisBytes int // of the analyses with their articles
}

// StoryKeys groups articles by story keys and holds that against one comparison of all.
func StoryKeys(articles []*article.Article) Archive {
	articles = slices.Clone(articles)
	slices.SortStableFunc(articles, func(a, b *article.Article) int { return cmp.Compare(a.Text, b.Text) })
	members, analyses := make([]archive.Member, len(articles)), make([]int, len(articles))
	parallel.Each(len(articles), func(_, i int) {
		d := extract.Analyse(articles[i])
		members[i] = archive.MemberOf(articles[i].ID, d)
		if packed, err := d.Packed(); err == nil {
			analyses[i] = len(packed) + len(articles[i].Text)
		}
	})
	a := Archive{Articles: len(articles)}
	profiles := make([]story.Profile, len(members))
	keys := make([]map[archive.Key]bool, len(members))
	for i, m := range members {
		profiles[i], keys[i] = m.Profile, map[archive.Key]bool{}
		for _, k := range archive.Keys(&m) {
			keys[i][k] = true
		}
		a.Keys += len(keys[i])
		a.TextBytes += len(articles[i].Text)
		a.AnalysisBytes += analyses[i]
		if packed, err := pack.Value(m); err == nil {
			a.MemberBytes += len(packed)
		}
	}
	var stories []archive.Story
	stories, a.Tally = archive.Grouped(members)
	of := map[string]int{}
	pairs := 0 // that are put into one story
	for i, s := range stories {
		pairs += len(s.Articles) * (len(s.Articles) - 1) / 2
		for _, id := range s.Articles {
			of[id] = i
		}
	}
	for _, group := range story.Gathered(profiles) {
		for n, i := range group {
			for _, j := range group[:n] {
				a.Pairs++
				if meet(keys[i], keys[j]) {
					a.Meeting++
				}
				if of[members[i].ID] == of[members[j].ID] {
					a.Found++
				}
			}
		}
	}
	a.Surplus = pairs - a.Found
	return a
}

func meet(a, b map[archive.Key]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
