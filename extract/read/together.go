package read

import (
	"cmp"
	"slices"
	"strings"

	"xref/extract/article"
)

// Together is what Paths gives for the files of readings that were made file by file, by
// Readings: each article has the id that tells it from the others, and one that is there
// twice is there once. Where only some of a file's articles are among the readings, they
// keep their numbers.
func Together(readings []Reading) Result {
	readings = slices.Clone(readings)
	slices.SortFunc(readings, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(a.Article.Path, b.Article.Path), cmp.Compare(len(a.Article.ID), len(b.Article.ID)), cmp.Compare(a.Article.ID, b.Article.ID))
	})
	var sources []source
	for _, r := range readings {
		if len(sources) == 0 || sources[len(sources)-1].path != r.Article.Path {
			sources = append(sources, source{path: r.Article.Path, listed: true})
		}
	}
	taken := map[string]bool{}
	identify(sources, taken)
	var result Result
	at := 0
	for _, r := range readings {
		for sources[at].path != r.Article.Path {
			at++
		}
		named := *r.Article
		if number := strings.TrimPrefix(named.ID, sources[at].outlet()); number == "" {
			named.ID = sources[at].id
		} else {
			for named.ID = sources[at].id + number; taken[named.ID]; {
				named.ID += "'"
			}
			taken[named.ID] = true
		}
		r.Article = &named
		result.Readings = append(result.Readings, r)
	}
	slices.SortStableFunc(result.Readings, func(a, b Reading) int { return cmp.Compare(a.Article.ID, b.Article.ID) })
	result.dropSame()
	result.Articles = make([]*article.Article, len(result.Readings))
	for i, r := range result.Readings {
		result.Articles[i] = r.Article
	}
	return result
}
