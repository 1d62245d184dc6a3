// Package revision compares two versions of one article: what is said anew, no
// longer, or otherwise. What changes no meaning is left out.
package revision

import (
	"cmp"
	"slices"

	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
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
)

// Ways lists them in the order of their weight.
var Ways = []What{Headline, Quote, Changed, Added, Gone}

// Change is one difference. Compare makes it; the spans point into the texts of
// the two versions.
type Change struct {
	What    What
	Kind    kind.ID      // what sort of thing changed; "fact" of what is added or gone
	Verdict kind.Verdict // "" of what is added or gone
	Old     Passage      // empty of what is added
	New     Passage      // empty of what is gone
}

// Passage is a passage of one version and the words in it that the other doesn't
// have.
type Passage struct {
	Span  article.Span
	Marks []article.Span
}

// Compare tells what changed from one version to the next, in the order of the
// new one, the headline first; what is gone stands where it stood.
func Compare(old, new *extract.Document) []Change {
	o, n := newVersion(old), newVersion(new)
	var changes []placed
	changes = append(changes, headline(o, n)...)
	pairs := pairSentences(o, n)
	for _, p := range pairs {
		changes = append(changes, rewritten(o, n, p)...)
	}
	places := placesOf(pairs)
	for s := range n.sentences {
		for _, span := range n.only(s, o) {
			changes = append(changes, placed{Change{What: Added, Kind: fact, New: Passage{Span: span}}, 2*s + 1, span.Start})
		}
	}
	for s := range o.sentences {
		for _, span := range o.only(s, n) {
			changes = append(changes, placed{Change{What: Gone, Kind: fact, Old: Passage{Span: span}}, 2*places.after(s) + 2, span.Start})
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

const fact kind.ID = "fact"

// placed is a change with its place in the new version: twice the sentence and
// one, the even numbers being between sentences.
type placed struct {
	Change
	at, start int
}

// version is one version made ready to be compared.
type version struct {
	*extract.Document
	keys      []string // of every token, what it is compared by; "" for punctuation
	sentences []sentence
	index     map[string][]int // the sentences that have a content word, by its lemma
}

// sentence is the content of a sentence of prose. Its pair is the sentence of the
// other version that it is held against; -1 where there is none.
type sentence struct {
	lang.Sentence
	text  string
	words map[string]bool // lemmas of content words
	pair  int
}

func newVersion(d *extract.Document) *version {
	v := &version{Document: d, keys: make([]string, len(d.Text.Tokens)), index: map[string][]int{}}
	for i := range v.keys {
		v.keys[i] = key(d.Text, i)
	}
	for _, s := range d.Text.Sentences {
		if s.Role == lang.Furniture || s.Role == lang.Headline || d.Article.Title.Contains(s.Span) && !d.Article.Title.Empty() {
			continue
		}
		one := sentence{Sentence: s, pair: -1, words: map[string]bool{}}
		for i := s.First; i < s.End; i++ {
			if v.keys[i] != "" {
				one.text += v.keys[i] + " "
			}
			if v.contentWord(i) {
				one.words[v.lemma(i)] = true
			}
		}
		if one.text == "" {
			continue
		}
		for _, w := range sorted(one.words) {
			v.index[w] = append(v.index[w], len(v.sentences))
		}
		v.sentences = append(v.sentences, one)
	}
	return v
}

// least is how many content words say something by themselves.
const least = 3

// free reports whether nothing in the other version corresponds to a sentence.
func (v *version) free(s int) bool { return v.sentences[s].pair < 0 }

// only is what a sentence says that has nothing in the other version to correspond
// to: the whole of it, or those of its assertions that no sentence there makes.
func (v *version) only(s int, other *version) []article.Span {
	if !v.free(s) {
		return nil
	}
	statements := v.statements(s)
	fresh := slices.DeleteFunc(slices.Clone(statements), func(span article.Span) bool { return other.hold(v.content(span)) })
	if len(fresh) == len(statements) && !other.hold(v.sentences[s].words) && len(v.sentences[s].words) >= least {
		return []article.Span{v.sentences[s].Span}
	}
	return fresh
}

// statements are the assertions of a sentence that stand in no other one of it.
func (v *version) statements(s int) []article.Span {
	var spans []article.Span
	for _, a := range v.Assertions {
		if v.sentences[s].Span.Contains(a.Span) && !a.Span.Empty() {
			spans = append(spans, a.Span)
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
