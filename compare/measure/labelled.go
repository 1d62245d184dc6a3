package measure

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
)

// LabelledPair is two sentences of two articles and what a reader says of them.
type LabelledPair struct {
	ID       string `json:"id"`
	Source   string `json:"source"`   // the event or the folder of articles that it is from; "" for a written one
	Relation string `json:"relation"` // no matter in common; one, told alike, or with more on one side; one, told differently, or so that both can't be true
	A        string `json:"a"`
	B        string `json:"b"`
	ClauseA  string `json:"clause_a"` // the shortest clauses that share a matter; "" where nobody said
	ClauseB  string `json:"clause_b"`
}

// Joined reports whether the two have a matter in common.
func (p *LabelledPair) Joined() bool { return p.Relation != Apart }

// Differs reports whether they tell a common matter differently.
func (p *LabelledPair) Differs() bool {
	return p.Relation == string(kind.Differ) || p.Relation == string(kind.Conflict)
}

// ReadLabelledPairs reads pairs, one a line, in JSON.
func ReadLabelledPairs(r io.Reader) ([]LabelledPair, error) {
	var pairs []LabelledPair
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var p LabelledPair
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if p.Relation == "" {
			return nil, fmt.Errorf("line %d: no relation", n)
		}
		pairs = append(pairs, p)
	}
	return pairs, lines.Err()
}

// Documents are the two sentences as two articles of one day.
func (p *LabelledPair) Documents() []*extract.Document {
	day := time.Date(2024, time.May, 15, 0, 0, 0, 0, time.UTC)
	a, b := whole("a", p.A), whole("b", p.B)
	a.Published, b.Published = day, day
	return analyse([]article.Article{a, b})
}

// Clauses are the places in the texts of the two documents of the clauses that share
// a matter; those of the whole sentences where nobody said.
func (p *LabelledPair) Clauses(documents []*extract.Document) (a, b article.Span) {
	place := func(d *extract.Document, sentence, clause string) article.Span {
		if clause == "" {
			clause = sentence
		}
		at := strings.Index(d.Article.Text, clause)
		if at < 0 {
			return d.Article.Body
		}
		return article.Span{Start: at, End: at + len(clause)}
	}
	return place(documents[0], p.A, p.ClauseA), place(documents[1], p.B, p.ClauseB)
}
