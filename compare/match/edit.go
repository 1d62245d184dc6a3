package match

import (
	"slices"

	"xref/extract/lang"
	"xref/extract/quantity"
	"xref/extract/resolve"
	"xref/extract/when"
)

// Edit is a place where one passage was rewritten into another: words of the one
// and what stands for them in the other, between words that both have in order.
// One run may be empty.
type Edit struct {
	A, B    Run
	Cause   *Contrast // what the edit changes; nil where that is only the details
	Figures bool      // a number became another one, whatever limits them
}

// MentionCause is the cause of an edit by which one entity is mentioned otherwise:
// by another spelling, a title, a pronoun.
type MentionCause struct {
	A, B    resolve.Form
	Classes bool // pronouns of two classes
}

func (c MentionCause) mirrored() Cause { return MentionCause{c.B, c.A, c.Classes} }

// Rewriting is how one passage was rewritten into another.
type Rewriting struct {
	Edits []Edit
	Same  [][2]int // tokens of both that are the same, in order
}

// longestRewritten is how many tokens of a passage are held against another's in
// order: what is longer is no sentence.
const longestRewritten = 1500

// Rewritten tells how unit a was rewritten into unit b: the edits that change more
// than the form of words, and what each changes. Words that only moved are no edit.
func (x *Index) Rewritten(a, b Unit) Rewriting {
	a.End, b.End = min(a.End, a.First+longestRewritten), min(b.End, b.First+longestRewritten)
	l := x.align(a, b)
	e := editor{alignment: l, contrasts: l.contrasts()}
	p, q := &l.sides[SideA], &l.sides[SideB]
	var r Rewriting
	words := [2][]int{p.wordTokens(), q.wordTokens()}
	blocks := InOrder(len(words[SideA]), len(words[SideB]), func(i, j int) bool { return e.same(words[SideA][i], words[SideB][j]) })
	i, j := 0, 0
	add := func(to, into int) {
		if to > i || into > j {
			r.Edits = append(r.Edits, Edit{A: covering(words[SideA][i:to]), B: covering(words[SideB][j:into])})
		}
	}
	for _, block := range blocks {
		add(block.A, block.B)
		for k := range block.N {
			r.Same = append(r.Same, [2]int{words[SideA][block.A+k], words[SideB][block.B+k]})
		}
		i, j = block.A+block.N, block.B+block.N
	}
	add(len(words[SideA]), len(words[SideB]))
	e.countLight(r.Edits)
	r.Edits = slices.DeleteFunc(r.Edits, func(edit Edit) bool { return !e.matters(edit) })
	for k := range r.Edits {
		r.Edits[k].Cause = e.cause(r.Edits[k])
		r.Edits[k].Figures = p.figure(r.Edits[k].A) && q.figure(r.Edits[k].B)
	}
	return r
}

// figure reports whether a run has a number, not only what limits one.
func (s *side) figure(r Run) bool {
	for i := r.First; i < r.End; i++ {
		if s.Tokens[i].Quantity >= 0 {
			return true
		}
	}
	return false
}

// wordTokens are the tokens of the side's unit that are words or signs, not
// punctuation.
func (s *side) wordTokens() []int {
	var words []int
	for i := s.First; i < s.End; i++ {
		if s.hashed(i) != 0 {
			words = append(words, i)
		}
	}
	return words
}

// covering is the run from the first of ascending tokens to the last.
func covering(tokens []int) Run {
	if len(tokens) == 0 {
		return Run{}
	}
	return Run{tokens[0], tokens[len(tokens)-1] + 1}
}

// editor finds what edits change.
type editor struct {
	*alignment
	contrasts []Contrast
	light     map[string]int // of function words in edits: how many more side A has than B
}

// same reports whether two tokens are one word, in any form, or give one value.
func (e *editor) same(i, j int) bool {
	p, q := &e.sides[SideA], &e.sides[SideB]
	if p.hashed(i) == q.hashed(j) {
		return true
	}
	return p.partnerOf(i) == j && p.how[i-p.First] <= SameValue && p.how[i-p.First] != SameEntity
}

// kept reports whether the other side has token i too, wherever it stands there, or
// the token is part of a number or a time to which one of the other side is equal.
func (e *editor) kept(of Side, i int) bool {
	s := &e.sides[of]
	if k, ok := s.place(i); ok && s.partner[k] >= 0 && s.how[k] <= SameValue && s.how[k] != SameEntity {
		return true
	}
	if s.Tokens[i].Operator != NoOperator {
		return false // "only two" is another thing than two
	}
	for _, c := range e.quantities {
		a := [2]int{c.A, c.B}[of]
		if v := &s.Quantities[a]; c.Fit == quantity.Equal && v.First <= i && i < v.End {
			return true
		}
	}
	for _, c := range e.times {
		a := [2]int{c.A, c.B}[of]
		if v := &s.Times[a]; c.Fit == when.Equal && v.First <= i && i < v.End {
			return true
		}
	}
	return false
}

// light reports whether the coming and going of token i changes nothing: an
// article, or the conjunction that content clauses may leave out.
func (s *side) light(i int) bool {
	t := &s.Text.Tokens[i]
	return t.UPOS == lang.PUNCT || t.Feats.PronType == lang.PronTypeArt || t.UPOS == lang.SCONJ && s.Text.Is(i, lang.Mark) && s.Tokens[i].Operator == NoOperator && s.complement(t.Head)
}

// complement reports whether token i heads a content clause.
func (s *side) complement(i int) bool { return s.Text.Is(i, lang.Ccomp) }

// left are the tokens of a run that say something and that the other side doesn't
// have.
func (e *editor) left(of Side, r Run) []int {
	s := &e.sides[of]
	var found []int
	for i := r.First; i < r.End; i++ {
		if s.hashed(i) != 0 && !s.light(i) && !e.kept(of, i) {
			found = append(found, i)
		}
	}
	return found
}

// function reports whether token i says nothing by itself.
func (s *side) function(i int) bool {
	return !s.Tokens[i].Content && s.Tokens[i].Operator == NoOperator
}

// countLight counts the function words of all edits, so that those that only moved
// are known.
func (e *editor) countLight(edits []Edit) {
	e.light = map[string]int{}
	for _, edit := range edits {
		for of, r := range [...]Run{edit.A, edit.B} {
			s := &e.sides[of]
			for _, i := range e.left(Side(of), r) {
				if s.function(i) {
					e.light[s.Tokens[i].Lemma] += 1 - 2*of
				}
			}
		}
	}
}

// matters reports whether an edit changes more than the form or the order of words.
func (e *editor) matters(edit Edit) bool {
	for of, r := range [...]Run{edit.A, edit.B} {
		s := &e.sides[of]
		for _, i := range e.left(Side(of), r) {
			if n := e.light[s.Tokens[i].Lemma]; !s.function(i) || n != 0 && (n > 0) == (Side(of) == SideA) {
				return true
			}
		}
	}
	return e.contrast(edit, func(c *Contrast) bool {
		role, ok := c.Cause.(RoleCause)
		return ok && role.Change == Exchanged
	}) != nil
}

// contrast is the first contrast of the passages that is about words of an edit and
// that fits.
func (e *editor) contrast(edit Edit, fits func(*Contrast) bool) *Contrast {
	for k := range e.contrasts {
		c := &e.contrasts[k]
		if (c.A.meets(edit.A) || c.B.meets(edit.B)) && fits(c) {
			return c
		}
	}
	return nil
}

// meets reports whether two runs have a token in common.
func (r Run) meets(s Run) bool { return max(r.First, s.First) < min(r.End, s.End) }

// causes are the ways in which an edit gets its cause, in the order in which they
// are tried.
var causes = []func(*editor, Edit) *Contrast{
	(*editor).contrasted, (*editor).sourced, (*editor).mentioned, (*editor).valued, (*editor).operated, (*editor).reworded, (*editor).limited,
}

func (e *editor) cause(edit Edit) *Contrast {
	for _, of := range causes {
		if c := of(e, edit); c != nil {
			return c
		}
	}
	return nil
}

// contrasted is a contrast of more than the choice of a word.
func (e *editor) contrasted(edit Edit) *Contrast {
	return e.contrast(edit, func(c *Contrast) bool {
		_, word := c.Cause.(WordCause)
		return !word
	})
}

func (edit Edit) by(c Cause) *Contrast { return &Contrast{A: edit.A, B: edit.B, Cause: c} }

// sourced tells that the words name the source of what is said, or the saying.
func (e *editor) sourced(edit Edit) *Contrast {
	a, inA := e.names(SideA, edit.A)
	b, inB := e.names(SideB, edit.B)
	if !inA && !inB {
		return nil
	}
	return edit.by(SourceCause{a, b})
}

// names reports whether a run names a source or its saying, and the voice of it.
func (e *editor) names(of Side, r Run) (Voice, bool) {
	s := &e.sides[of]
	for k := range s.Quotations {
		q := &s.Quotations[k]
		for _, i := range e.left(of, r) {
			switch {
			case q.Source.Contains(s.Text.Tokens[i].Span) && s.Tokens[i].Entity >= 0 && s.Resolution.Entities[s.Tokens[i].Entity].Named:
				if e.renamed(of, i) {
					continue
				}
				return Known, true
			case q.Source.Contains(s.Text.Tokens[i].Span):
				return Described, true
			case q.CueHead == i:
				return Unclear, true
			}
		}
	}
	return Unclear, false
}

// renamed reports whether the other side mentions the entity of token i in other
// words.
func (e *editor) renamed(of Side, i int) bool {
	k, ok := e.sides[of].place(i)
	return ok && e.sides[of].partner[k] >= 0 && e.sides[of].how[k] == SameEntity
}

// mentioned tells that one entity is mentioned otherwise.
func (e *editor) mentioned(edit Edit) *Contrast {
	p, q := &e.sides[SideA], &e.sides[SideB]
	for i := edit.A.First; i < edit.A.End; i++ {
		j := p.partnerOf(i)
		if j >= 0 && edit.B.Contains(j) && e.renamed(SideA, i) {
			v, w := p.pronounClass(i), q.pronounClass(j)
			return edit.by(MentionCause{p.mention(i), q.mention(j), v != w && v != resolve.NoClass && w != resolve.NoClass})
		}
	}
	titles := func(s *side, r Run) bool { return !r.Empty() && s.inTitle(r) }
	if titles(p, edit.A) || titles(q, edit.B) {
		return edit.by(MentionCause{resolve.Title, resolve.Title, false})
	}
	if names := func(s *side, r Run) bool {
		for i := r.First; i < r.End; i++ {
			if !s.name(i) && !s.light(i) {
				return false
			}
		}
		return !r.Empty()
	}; names(p, edit.A) && names(q, edit.B) {
		return edit.by(MentionCause{})
	}
	return nil
}

// mention is the form in which token i mentions its entity.
func (s *side) mention(i int) resolve.Form {
	if e := s.Tokens[i].Entity; e >= 0 {
		for _, m := range s.Resolution.Entities[e].Mentions {
			if m.First <= i && i < m.End {
				return m.Form
			}
		}
	}
	return resolve.Description
}

// inTitle reports whether a run stands within a title of somebody.
func (s *side) inTitle(r Run) bool {
	for k := range s.Resolution.Entities {
		for _, m := range s.Resolution.Entities[k].Mentions {
			if m.Form == resolve.Title && m.First <= r.First && r.End <= m.End {
				return true
			}
		}
	}
	return false
}

// valued tells that a number or a time was added, taken away or limited; the other
// side's index is -1.
func (e *editor) valued(edit Edit) *Contrast {
	number, time := [2]int{-1, -1}, [2]int{-1, -1}
	for of, r := range [...]Run{edit.A, edit.B} {
		s := &e.sides[of]
		for _, i := range e.left(Side(of), r) {
			for k := range s.Quantities {
				if v := &s.Quantities[k]; v.Number.Contains(s.Text.Tokens[i].Span) || v.Bounded.Contains(s.Text.Tokens[i].Span) {
					number[of] = k
				}
			}
			if t := s.Tokens[i].Time; t >= 0 {
				time[of] = t
			}
		}
	}
	p, q := &e.sides[SideA], &e.sides[SideB]
	switch {
	case time[0] >= 0 && time[1] >= 0:
		fit, _ := when.Relate(&p.Times[time[0]], &q.Times[time[1]])
		return edit.by(TimeCause{TimePair{A: time[0], B: time[1], Fit: fit}})
	case time[0] >= 0 || time[1] >= 0:
		return edit.by(TimeCause{TimePair{A: time[0], B: time[1], Fit: when.NotComparable}})
	case number[0] >= 0 && number[1] >= 0:
		fit, why := quantity.Relate(&p.Quantities[number[0]], &q.Quantities[number[1]])
		return edit.by(QuantityCause{QuantityPair{A: number[0], B: number[1], Fit: fit, Why: why}})
	case number[0] >= 0 || number[1] >= 0:
		return edit.by(QuantityCause{QuantityPair{A: number[0], B: number[1], Fit: quantity.NotComparable}})
	}
	return nil
}

// operated tells that an operator was added or taken away.
func (e *editor) operated(edit Edit) *Contrast {
	for of, r := range [...]Run{edit.A, edit.B} {
		s := &e.sides[of]
		for _, i := range e.left(Side(of), r) {
			if o := s.Tokens[i].Operator; o != NoOperator && o != Source {
				return edit.by(OperatorCause{Side(of), o})
			}
		}
	}
	return nil
}

// reworded tells that another word of near meaning was chosen.
func (e *editor) reworded(edit Edit) *Contrast {
	p, q := &e.sides[SideA], &e.sides[SideB]
	for i := edit.A.First; i < edit.A.End; i++ {
		if j := p.partnerOf(i); j >= 0 && edit.B.Contains(j) && p.how[i-p.First] >= Synonym {
			part := e.partOf(i, &p.Text.Tokens[i], &q.Text.Tokens[j])
			if part == Thing {
				part = Person // another word for one thing, not another thing
			}
			return edit.by(WordCause{p.how[i-p.First], part})
		}
	}
	return e.contrast(edit, func(c *Contrast) bool {
		word, ok := c.Cause.(WordCause)
		return ok && (word.Part == Pronoun || word.How != Unrelated)
	})
}

// limited tells that it is said where, of which or of whom, on one side or
// otherwise.
func (e *editor) limited(edit Edit) *Contrast {
	for of, r := range [...]Run{edit.A, edit.B} {
		s := &e.sides[of]
		if u := r; !u.Empty() && s.Text.Tokens[u.First].UPOS != lang.ADP && s.Text.Tokens[u.First].UPOS != lang.ADJ {
			return nil
		}
	}
	return edit.by(WordCause{Unrelated, Restriction})
}
