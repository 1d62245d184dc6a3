package render

import (
	"strings"

	"xref/compare"
)

// longID is how many bytes of an id make a column wide for nothing.
const longID = 12

// labels is what each article is called in tables: its outlet, or its id where
// two articles share the outlet. Of a long id that is no words, such as one that
// ends in a date or a hash, the parts that tell it from the others are enough.
func labels(r *compare.Report) []string {
	count := map[string]int{}
	for _, d := range r.Documents {
		count[d.Article.Outlet]++
	}
	out := make([]string, len(r.Documents))
	for i, d := range r.Documents {
		a := d.Article
		if out[i] = a.Outlet; count[a.Outlet] > 1 || a.Outlet == "" || a.Outlet == a.ID {
			out[i] = shortID(r, i)
		}
	}
	return out
}

// shortID is the first parts of article i's id, up to "_", "-" or ".", that no
// other id or outlet begins with; the whole of a short id.
func shortID(r *compare.Report, i int) string {
	id := r.Documents[i].Article.ID
	if len(id) <= longID || strings.ContainsAny(id, " \t") || !strings.ContainsAny(id, "0123456789") {
		return id
	}
	for at := 1; at < len(id); at++ {
		if strings.IndexByte("_-.", id[at]) < 0 {
			continue
		}
		alone := true
		for j, d := range r.Documents {
			if j != i && (strings.HasPrefix(d.Article.ID, id[:at]) || strings.HasPrefix(d.Article.Outlet, id[:at])) {
				alone = false
			}
		}
		if alone {
			return id[:at]
		}
	}
	return id
}
