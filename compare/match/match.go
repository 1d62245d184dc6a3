package match

import (
	"cmp"
	"slices"
	"strings"

	"xref/extract/article"
	"xref/extract/assertion"
)

// Run is tokens of one document from First to End, End excluded.
type Run struct{ First, End int }

// Empty reports whether a run has no token.
func (r Run) Empty() bool { return r.First >= r.End }

// Len is how many tokens a run has.
func (r Run) Len() int { return max(0, r.End-r.First) }

// Contains reports whether token i is in the run.
func (r Run) Contains(i int) bool { return r.First <= i && i < r.End }

// Unit is a passage: a clause, a sentence or a phrase. Assertion is -1 where it is
// no clause.
type Unit struct {
	Article, Assertion int
	Run
}

// Part is a run of the tokens of a unit's article as a unit of its own.
func (u Unit) Part(r Run) Unit { return Unit{u.Article, -1, r} }

// Link says that a token of one side answers one of the other.
type Link struct {
	A, B   int // tokens
	How    How
	Within Extent // where the farther side stands
}

// How is how two words answer each other.
type How uint8

// The ways.
const (
	SameForm How = iota
	SameLemma
	SameEntity
	SameValue // a quantity or a time
	Synonym
	Derived
	Similar
	Broader  // the first one's is the broader word
	Narrower // the second one's is
	Contrary
	Opposite
	Unrelated // of words that stand in one place
)

// Extent is where the word stands that answers one of a unit.
type Extent uint8

// The extents.
const (
	InUnit     Extent = iota
	InSentence        // elsewhere in the unit's sentence
	Beside            // in the sentence before or after
)

// Side is one of the two units of a match.
type Side uint8

// The sides.
const (
	SideA Side = iota
	SideB
)

func (s Side) other() Side { return 1 - s }

// Residue is what only one side says: a run of words with at least one content
// word, or an operator that the other side doesn't answer. Over is the word that
// the operator bears on, -1 without one; that word may have a link.
type Residue struct {
	Side     Side
	Tokens   Run
	Operator Operator
	Over     int
	Weight   float64 // specificity of its content words, together
}

// Match is two passages read word by word.
type Match struct {
	A, B      Unit
	Links     []Link // by A, then B
	Residue   []Residue
	Contrasts []Contrast

	Quantities []QuantityPair // the numbers of both that are about the same things
	Times      []TimePair     // the times of both that are of one act
}

// Unit is the passage of an assertion: all words of its span.
func (x *Index) Unit(m Member) Unit {
	d := x.Documents[m.Article]
	a := &d.Assertions[m.Assertion]
	return Unit{m.Article, m.Assertion, tokensOf(d, a)}
}

// tokensOf are the tokens of an assertion's span, within its sentence.
func tokensOf(d *Prepared, a *assertion.Assertion) Run {
	return d.tokensIn(a.Span, a.Sentence)
}

// tokensIn are the tokens of a sentence that stand in a span.
func (p *Prepared) tokensIn(span article.Span, sentence int) Run {
	s := p.Text.Sentences[sentence]
	r := Run{s.End, s.End}
	for i := s.First; i < s.End; i++ {
		if span.Contains(p.Text.Tokens[i].Span) {
			r.First = min(r.First, i)
			r.End = i + 1
		}
	}
	if r.First == s.End {
		r.End = r.First
	}
	return r
}

// Span is the text that the tokens of a run cover.
func (p *Prepared) Span(r Run) article.Span {
	if r.Empty() {
		return article.Span{}
	}
	return p.Text.Tokens[r.First].Span.Cover(p.Text.Tokens[r.End-1].Span)
}

// Match reads two units of the index's articles word by word. Match(b, a) is
// Match(a, b) mirrored.
func (x *Index) Match(a, b Unit) Match {
	if x.before(b, a) {
		m := x.Match(b, a)
		return m.mirrored()
	}
	l := x.align(a, b)
	return Match{A: a, B: b, Links: l.links(), Residue: l.residue(), Contrasts: l.contrasts(), Quantities: l.quantities, Times: l.times}
}

// before orders units by their articles' texts, then by their places.
func (x *Index) before(a, b Unit) bool {
	if a.Article != b.Article {
		if c := strings.Compare(x.Documents[a.Article].Article.Text, x.Documents[b.Article].Article.Text); c != 0 {
			return c < 0
		}
		return a.Article < b.Article
	}
	return a.First < b.First || a.First == b.First && a.End < b.End
}

// mirrored is the match with its sides exchanged.
func (m *Match) mirrored() Match {
	o := Match{A: m.B, B: m.A, Links: slices.Clone(m.Links), Residue: slices.Clone(m.Residue), Contrasts: slices.Clone(m.Contrasts)}
	for i, l := range m.Links {
		o.Links[i] = Link{l.B, l.A, l.How.mirrored(), l.Within}
	}
	slices.SortFunc(o.Links, func(a, b Link) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	for i := range o.Residue {
		o.Residue[i].Side = o.Residue[i].Side.other()
	}
	for i, c := range m.Contrasts {
		o.Contrasts[i] = Contrast{c.B, c.A, c.Cause.mirrored(), c.Excludes}
	}
	for _, c := range m.Quantities {
		o.Quantities = append(o.Quantities, c.mirrored())
	}
	for _, c := range m.Times {
		o.Times = append(o.Times, c.mirrored())
	}
	return o
}
