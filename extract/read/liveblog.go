package read

import "fmt"

// liveEntries makes an article of each entry of a live blog, with its own date;
// about is what is known of all.
func liveEntries(about document, updates []any) []document {
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
	return all
}
