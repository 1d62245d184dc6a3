package measure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
)

// CopyPair is an article and a copy of it that differs by one rule, or by
// nothing.
type CopyPair struct {
	Sort, Rule, Name string // what sort of copy, by which rule, of which article
	Original, Copy   *extract.Document
	// Clause is the sentence of the copy in which one place is worded differently,
	// and Was that of the original; empty where there is no one place.
	Clause, Was article.Span
	Words       string    // of the copy, that stand in the place; a name is told wherever it is a value
	Kinds       []kind.ID // that tell the difference rightly; empty where there is none
}

// CopyTold is what the report of a pair tells.
type CopyTold struct {
	Told      bool // the clause is told as differing or in conflict
	Right     bool // by a finding of a right kind
	OnlySame  bool // the clause is told as the same, or joined, and by nothing as differing
	Also      int  // further differences told of the clause, of kinds that aren't right
	Elsewhere int  // differences told of anything but the clause
	Conflict  bool // some difference is told as a conflict
	Lines     []CopyLine
}

// CopyLine is one difference that is told, and whether it tells the fact that
// was changed.
type CopyLine struct {
	Kind    kind.ID
	Verdict kind.Verdict
	Right   bool
	Values  string // of its evidence, as it compares them
}

// Alone reports whether the one difference is told and no other.
func (t CopyTold) Alone() bool { return t.Right && t.Also == 0 && t.Elsewhere == 0 }

// Any reports whether any difference is told.
func (t CopyTold) Any() bool { return t.Told || t.Elsewhere > 0 }

// Judge compares the two and says what is told of them. The two are one story
// and copies of one text, so that what they agree on is told by no finding: a
// claim that joins them says it. An article's quarrel with itself counts as
// nothing.
func (p CopyPair) Judge() CopyTold {
	documents := []*extract.Document{renamed(p.Original, "a", "Amber Courier"), renamed(p.Copy, "b", "Brightwater Post")}
	r := compared(documents)
	var told CopyTold
	for _, f := range r.Findings {
		var spans [2][]article.Span
		for _, e := range f.Evidence {
			spans[e.Article] = append(spans[e.Article], e.Span)
		}
		at := p.touches(spans) || p.tellsName(f)
		switch f.Verdict {
		case kind.Agree:
			told.OnlySame = told.OnlySame || at
		case kind.Differ, kind.Conflict:
			told.Lines = append(told.Lines, CopyLine{f.Kind, f.Verdict, at && slices.Contains(p.Kinds, f.Kind), values(f)})
			told.Conflict = told.Conflict || f.Verdict == kind.Conflict
			switch {
			case !at:
				told.Elsewhere++
			case slices.Contains(p.Kinds, f.Kind):
				told.Told, told.Right = true, true
			default:
				told.Told = true
				told.Also++
			}
		}
	}
	for _, c := range r.Claims {
		var spans [2][]article.Span
		for _, m := range c.Members {
			spans[m.Article] = append(spans[m.Article], documents[m.Article].Assertions[m.Assertion].Span)
		}
		told.OnlySame = told.OnlySame || p.touches(spans)
	}
	told.OnlySame = told.OnlySame && !told.Told
	return told
}

// values is what a finding compares, each value once.
func values(f compare.Finding) string {
	var all []string
	for _, e := range f.Evidence {
		if !slices.Contains(all, e.Value) {
			all = append(all, e.Value)
		}
	}
	return strings.Join(all, "; ")
}

// tellsName reports whether a name that was put in the copy is a value of the
// finding: who is meant elsewhere by a pronoun is another person too.
func (p CopyPair) tellsName(f compare.Finding) bool {
	first, _ := utf8.DecodeRuneInString(p.Words)
	return unicode.IsUpper(first) && slices.ContainsFunc(f.Evidence, func(e kind.Evidence) bool {
		return e.Article == 1 && strings.Contains(e.Value, p.Words)
	})
}

// touches reports whether passages of both articles lie over the clause.
func (p CopyPair) touches(spans [2][]article.Span) bool {
	over := func(d *extract.Document, spans []article.Span, clause article.Span) bool {
		return slices.ContainsFunc(spans, func(s article.Span) bool {
			if utf8.RuneCountInString(s.In(d.Article.Text)) > longest {
				return false
			}
			common := min(s.End, clause.End) - max(s.Start, clause.Start)
			return common > 0 && 2*common >= min(s.Len(), clause.Len())
		})
	}
	return over(p.Original, spans[0], p.Was) && over(p.Copy, spans[1], p.Clause)
}

// renamed is a document under another id and outlet.
func renamed(d *extract.Document, id, outlet string) *extract.Document {
	a := *d.Article
	a.ID, a.Outlet = id, outlet
	copied := *d
	copied.Article = &a
	return &copied
}

// CopyRow sums what is told of the copies of one sort and rule, in pairs.
type CopyRow struct {
	Sort, Rule string
	Pairs      int
	Any        int // of which some difference is told
	Conflicts  int // of which a conflict is told
	Told       int // of which the clause is told as differing, as in CopyTold
	Right      int
	OnlySame   int
	Second     int // of which a difference besides that of the clause is told
	Alone      int // of which the one difference is told and no other
}

// Add counts one pair.
func (r *CopyRow) Add(t CopyTold) {
	r.Pairs++
	for _, c := range []struct {
		is bool
		n  *int
	}{
		{t.Any(), &r.Any}, {t.Conflict, &r.Conflicts}, {t.Told, &r.Told}, {t.Right, &r.Right}, {t.OnlySame, &r.OnlySame},
		{t.Also+t.Elsewhere > 0, &r.Second}, {t.Alone(), &r.Alone},
	} {
		if c.is {
			*c.n++
		}
	}
}

// Plus is the sum of two rows, under the first one's names.
func (r CopyRow) Plus(o CopyRow) CopyRow {
	return CopyRow{r.Sort, r.Rule, r.Pairs + o.Pairs, r.Any + o.Any, r.Conflicts + o.Conflicts, r.Told + o.Told,
		r.Right + o.Right, r.OnlySame + o.OnlySame, r.Second + o.Second, r.Alone + o.Alone}
}
