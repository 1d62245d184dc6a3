package read

import (
	"fmt"
	"slices"
	"strings"
)

// leastIntroduction is how many words stand at least before the entries of a live blog
// where that is an article: fewer only say that it is one.
const leastIntroduction = 15

// liveEntries makes an article of each entry of a live blog, with its own date, and of
// the introduction before them; about is what is known of all.
func liveEntries(about document, introduction []string, updates []any) []document {
	var all []document
	for i, u := range updates {
		o, ok := u.(map[string]any)
		if !ok {
			continue
		}
		d := document{
			outlet: about.outlet, agency: about.agency, author: about.author, url: about.url, host: about.host, language: about.language,
			part: fmt.Sprintf("entry %d", i+1), from: map[string]string{},
		}
		for fact, where := range about.from {
			if fact != "title" && fact != "date" {
				d.from[fact] = where
			}
		}
		const where = "the live blog's entry"
		for _, k := range commonKeys["date"] {
			d.date(dateText(o[k]), where)
		}
		if d.published.IsZero() {
			d.published = about.published
			d.found("date", about.from["date"])
		}
		title := first(plainText(o["headline"]), plainText(o["name"]))
		if title != "" {
			d.found("title", where)
		}
		_, paragraphs := textOfObject(o)
		if d.compose(first(title, about.headline), paragraphs) == nil {
			all = append(all, d)
		}
	}
	if d, ok := introductionOf(about, introduction, all); ok && len(all) > 0 {
		all = append([]document{d}, all...)
	}
	return all
}

// introductionOf is the article before the entries; ok is false where that says too
// little, or says the entries again.
func introductionOf(about document, paragraphs []string, entries []document) (d document, ok bool) {
	paragraphs = slices.DeleteFunc(slices.Clone(paragraphs), func(p string) bool { return whatIs(p, furniture()) != "" })
	if wordsOf(paragraphs) < leastIntroduction {
		return d, false
	}
	text := strings.Join(paragraphs, "\n\n")
	for _, e := range entries {
		if again := e.body.In(e.text); strings.Contains(text, again) || strings.Contains(again, text) {
			return d, false
		}
	}
	d = about
	d.part = "introduction"
	return d, d.compose(about.headline, paragraphs) == nil
}
