// Package revision compares two versions of one article: what is said anew, no
// longer, or otherwise. What changes no meaning is left out.
package revision

import (
	"cmp"
	"slices"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/quote"
)

// What is how a version differs from the one before.
type What string

// The ways.
const (
	Headline What = "headline" // the title says otherwise
	Quote    What = "quote"    // words between quotation marks are altered
	Changed  What = "changed"  // an assertion is made otherwise
	Added    What = "added"    // an assertion that the old version doesn't make
	Gone     What = "gone"     // one that the new version doesn't make
	Moved    What = "moved"    // a passage stands elsewhere, word for word
)

// Ways lists them in the order of their weight.
var Ways = []What{Headline, Quote, Changed, Added, Gone, Moved}

// Change is one difference. Compare makes it; the spans point into the texts of
// the two versions.
type Change struct {
	What    What
	Kind    kind.ID      // what sort of thing changed; "fact" of what is added, gone or moved
	Verdict kind.Verdict // "" of what is added, gone or moved
	Old     Passage      // empty of what is added
	New     Passage      // empty of what is gone
}

// Passage is a passage of one version and the words in it that the other doesn't
// have.
type Passage struct {
	Span  article.Span
	Marks []article.Span
}

// versions is two versions of one article, held against each other by their
// sentences.
type versions struct {
	index    *match.Index
	old, new version
}

// version is one version; place is that of its document in the index.
type version struct {
	*extract.Document
	place     int
	sentences *match.Sentences
	quoted    quote.Marked
	paired    []bool // of each sentence: the other version has one that it is held against
}

// The places of the versions in the index.
const (
	oldVersion = 0
	newVersion = 1
)

// Compare tells what changed from one version to the next, in the order of the
// new one, the headline first; what is gone stands where it stood.
func Compare(old, new *extract.Document, o compare.Options) []Change {
	x := compare.OneStory([]*extract.Document{old, new}, story.Story{Articles: []int{oldVersion, newVersion}}, o.Relate)
	v := &versions{index: x, old: prose(x, oldVersion), new: prose(x, newVersion)}
	changes := v.headline()
	pairs := match.Become(v.old.sentences, v.new.sentences)
	for _, p := range pairs {
		v.old.paired[p.Old], v.new.paired[p.New] = true, true
		changes = append(changes, v.rewritten(p)...)
	}
	changes = append(changes, v.moved(pairs)...)
	for s := range v.new.paired {
		for _, span := range v.only(&v.new, s, &v.old) {
			changes = append(changes, placed{Change{What: Added, Kind: kind.Fact.ID, New: Passage{Span: span}}, 2*s + 1, span.Start})
		}
	}
	places := placesOf(pairs)
	for s := range v.old.paired {
		for _, span := range v.only(&v.old, s, &v.new) {
			changes = append(changes, placed{Change{What: Gone, Kind: kind.Fact.ID, Old: Passage{Span: span}}, 2*places.after(s) + 2, span.Start})
		}
	}
	slices.SortStableFunc(changes, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.start, b.start))
	})
	out := make([]Change, len(changes))
	for i, c := range changes {
		out[i] = c.Change
	}
	return out
}

// placed is a change with its place in the new version: twice the sentence and
// one, the even numbers being between sentences.
type placed struct {
	Change
	at, start int
}

// prose is a version by its sentences of prose.
func prose(x *match.Index, place int) version {
	d := x.Documents[place].Document
	var units []match.Unit
	for _, s := range d.Text.Sentences {
		if s.Role == lang.Furniture || s.Role == lang.Headline || d.Article.Title.Contains(s.Span) && !d.Article.Title.Empty() {
			continue
		}
		units = append(units, match.Unit{Article: place, Assertion: -1, Run: match.Run{First: s.First, End: s.End}})
	}
	return version{d, place, x.Sentences(units), quote.MarkedBy(d.Quotations), make([]bool, len(units))}
}

// span is the text of tokens of the version.
func (v *version) span(x *match.Index, r match.Run) article.Span { return x.Documents[v.place].Span(r) }

// places leads from the old version to the new one.
type places []match.Became // in the order of the old version

func placesOf(pairs []match.Became) places {
	p := places(slices.Clone(pairs))
	slices.SortFunc(p, func(a, b match.Became) int { return cmp.Compare(a.Old, b.Old) })
	return p
}

// after is the sentence of the new version after which an old one would stand, -1
// for the beginning.
func (p places) after(old int) int {
	at, _ := slices.BinarySearchFunc(p, old, func(q match.Became, old int) int { return cmp.Compare(q.Old, old) })
	if at == 0 {
		return -1
	}
	return p[at-1].New
}

// leastSaid is how many content words say something by themselves.
const leastSaid = 3

// only is what a sentence says that has nothing in the other version to correspond
// to: the whole of it, or those of its assertions that no sentence there makes.
func (v *versions) only(of *version, s int, other *version) []article.Span {
	if of.paired[s] {
		return nil
	}
	u := of.sentences.Units[s]
	statements := of.statements(of.span(v.index, u.Run))
	fresh := slices.DeleteFunc(slices.Clone(statements), func(span article.Span) bool {
		return other.sentences.Tell(v.index.UnitOf(of.place, span))
	})
	if len(fresh) == len(statements) && !other.sentences.Tell(u) && v.index.ContentWords(u) >= leastSaid {
		return []article.Span{of.Text.Sentences[of.Text.SentenceOf(u.First)].Span}
	}
	return fresh
}

// statements are the assertions in a sentence that stand in no other one of it.
func (v *version) statements(sentence article.Span) []article.Span {
	var spans []article.Span
	for i := range v.Assertions {
		if span := v.Assertions[i].Span; sentence.Contains(span) && !span.Empty() {
			spans = append(spans, span)
		}
	}
	slices.SortFunc(spans, func(a, b article.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	kept := spans[:0]
	for _, span := range spans {
		if len(kept) == 0 || !kept[len(kept)-1].Contains(span) {
			kept = append(kept, span)
		}
	}
	return kept
}
