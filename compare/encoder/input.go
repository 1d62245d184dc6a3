package encoder

import "xref/extract/article"

// input is what the model reads at once: the pieces of a text or of two, with a
// piece before them and one after each.
type input struct {
	ids    []int32
	places []uint8 // of each piece, its segment times markCount plus its mark
	words  []word
}

// word is a word that is read.
type word struct {
	row    int // of its first piece
	second bool
	span   article.Span
}

// textInput is a text's input. What is over the number of positions isn't read.
func (m *Model) textInput(text string) input {
	pieces := m.vocabulary.pieces(text)
	n := min(len(pieces), m.header.Positions-2)
	in := m.newInput(n + 2)
	m.read(&in, pieces[:n], nil, false)
	return in
}

// pairInput is a pair's input. Where the pair has more pieces than there are
// positions, the longer text gives up one after the other, the second where both
// are equal. A text keeps its pieces around the clauses.
func (m *Model) pairInput(p Pair) input {
	a, b := m.vocabulary.pieces(p.A), m.vocabulary.pieces(p.B)
	keptA, keptB := fitting(len(a), len(b), m.header.Positions-3)
	in := m.newInput(keptA + keptB + 3)
	m.read(&in, kept(a, p.ClausesA, keptA), p.ClausesA, false)
	m.read(&in, kept(b, p.ClausesB, keptB), p.ClausesB, true)
	return in
}

func (m *Model) newInput(size int) input {
	in := input{ids: make([]int32, 0, size), places: make([]uint8, 0, size)}
	in.ids, in.places = append(in.ids, m.vocabulary.class), append(in.places, 0)
	return in
}

// read adds a text's pieces and the separator behind them.
func (m *Model) read(in *input, pieces []piece, clauses []article.Span, second bool) {
	segment, mark := uint8(0), uint8(markA)
	if second {
		segment, mark = markCount, markB
	}
	for _, p := range pieces {
		place := segment
		if within(p, clauses) {
			place += mark
		}
		if p.first {
			in.words = append(in.words, word{len(in.ids), second, p.span})
		} else if last := len(in.words) - 1; last >= 0 && in.words[last].second == second {
			in.words[last].span.End = p.span.End
		}
		in.ids, in.places = append(in.ids, p.id), append(in.places, place)
	}
	in.ids, in.places = append(in.ids, m.vocabulary.separator), append(in.places, segment)
}

func within(p piece, clauses []article.Span) bool {
	for _, c := range clauses {
		if c.Overlaps(p.span) {
			return true
		}
	}
	return false
}

// fitting is how many pieces of a and of b are kept so that they fit room.
func fitting(a, b, room int) (int, int) {
	for a+b > room {
		if a > b {
			a--
		} else {
			b--
		}
	}
	return a, b
}

// kept are the n pieces around the clauses: as many before as after them, unless
// the text begins or ends there; from the first clause's beginning on where they
// don't fit; from the text's beginning on where there are none.
func kept(pieces []piece, clauses []article.Span, n int) []piece {
	if n == len(pieces) {
		return pieces
	}
	first, after := 0, 0
	for i, p := range pieces {
		if within(p, clauses) {
			if after == 0 {
				first = i
			}
			after = i + 1
		}
	}
	if after == 0 {
		return pieces[:n]
	}
	start := first
	if room := n - (after - first); room > 0 {
		start -= room / 2
	}
	start = max(0, min(start, len(pieces)-n))
	return pieces[start : start+n]
}
