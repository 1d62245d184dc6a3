package measure

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"xref/compare"
	"xref/extract"
	"xref/extract/article"
)

// Stories pours articles of known events into one run and compares the stories
// that it tells apart with the events: events[i] holds the articles of one.
func Stories(events [][]*article.Article) Clustering {
	var articles []article.Article
	event := map[string]int{}
	for i, of := range events {
		for _, a := range of {
			renamed := *a
			renamed.ID = fmt.Sprintf("%04d-%s", i, a.ID)
			event[renamed.ID] = i
			articles = append(articles, renamed)
		}
	}
	r := compared(analyse(articles))
	gold := make([]int, len(r.Documents))
	for i, d := range r.Documents {
		gold[i] = event[d.Article.ID]
	}
	return BCubed(gold, storyOf(r))
}

// compared is the report of documents, which a measurement waits for however long it
// takes.
func compared(documents []*extract.Document) *compare.Report {
	r, err := compare.Compare(context.Background(), documents, compare.Options{})
	if err != nil {
		panic(err) // of a context that never ends
	}
	return r
}

// analyse makes the documents of articles, in the order of their ids.
func analyse(articles []article.Article) []*extract.Document {
	documents := make([]*extract.Document, len(articles))
	for i := range articles {
		documents[i] = extract.Analyse(&articles[i])
	}
	slices.SortFunc(documents, func(a, b *extract.Document) int { return cmp.Compare(a.Article.ID, b.Article.ID) })
	return documents
}

// storyOf is the story of each document of a report.
func storyOf(r *compare.Report) []int {
	of := make([]int, len(r.Documents))
	for i, s := range r.Stories {
		for _, doc := range s.Articles {
			of[doc] = i
		}
	}
	return of
}
