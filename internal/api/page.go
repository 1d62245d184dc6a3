package api

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Page is which page of an answer is asked for.
type Page struct {
	Limit  int    `json:"limit,omitempty"`
	Cursor string `json:"cursor,omitempty"`
}

// A page ends with so many bytes of text or of JSON, or so many items, whatever its
// limit.
const (
	mostBrief = 12_000
	mostJSON  = 40_000
	mostItems = 100
)

// cursorMark begins a cursor; what follows is how many items come before the page.
const cursorMark = "after-"

// start is how many items come before the page.
func (p Page) start() (int, error) {
	if p.Cursor == "" {
		return 0, nil
	}
	digits, ours := strings.CutPrefix(p.Cursor, cursorMark)
	n, err := strconv.ParseUint(digits, 10, 31)
	if !ours || err != nil || n == 0 {
		return 0, wrong(Invalid, "%q is no cursor; it is the nextCursor of the answer before", p.Cursor)
	}
	return int(n), nil
}

// paged takes items of n until the page is full: of the limit, of text or of JSON, but
// one at least. Take returns an item and its text, which goes to b. It returns the items
// as JSON and the cursor of the next page, "" where there is none.
func (p Page) paged(n, usual int, b *strings.Builder, take func(i int) (item any, text string)) ([]json.RawMessage, string, error) {
	items := []json.RawMessage{}
	start, err := p.start()
	if err != nil {
		return items, "", err
	}
	limit := p.Limit
	if limit <= 0 {
		limit = usual
	}
	size := 0
	i := min(start, n)
	for ; i < n && len(items) < min(limit, mostItems); i++ {
		if len(items) > 0 && (b.Len() >= mostBrief || size >= mostJSON) {
			break
		}
		item, text := take(i)
		made, err := json.Marshal(item)
		if err != nil {
			return items, "", err
		}
		items, size = append(items, made), size+len(made)
		b.WriteString(text)
	}
	if i == n {
		return items, "", nil
	}
	return items, cursorMark + strconv.Itoa(i), nil
}
