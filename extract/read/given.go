package read

import "fmt"

// given takes what is known of an article that it doesn't say itself: the values
// of a list go before its own, those of a feed after them.
func (d *document) given(s source) {
	g := s.given
	set := func(fact string, to *string, value string) {
		if value == "" || g.fallback && *to != "" {
			return
		}
		*to = value
		delete(d.from, fact)
		d.found(fact, g.where)
	}
	set("outlet", &d.outlet, g.outlet)
	set("url", &d.url, g.url)
	if !s.given.fallback || d.headline == "" {
		if g.title != "" && d.extracted && letters(g.title) != letters(d.headline) {
			_ = d.compose(g.title, d.paragraphs()) // there was text before
		}
		set("title", &d.headline, g.title)
	}
	if g.date == "" || g.fallback && !d.published.IsZero() {
		return
	}
	if t, ok := ParseDate(g.date); ok {
		d.published = t
		delete(d.from, "date")
		d.found("date", g.where)
	} else {
		d.warn(s.path, 0, fmt.Sprintf("date %q of %s isn't understood; write it as 2022-08-04", g.date, g.where))
	}
}
