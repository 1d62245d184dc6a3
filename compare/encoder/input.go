package encoder

import (
	"slices"

	"xref/extract/article"
)

// input is what the model reads at once: the pieces of a text or of two, with a
// piece before them and one after each.
type input struct {
	ids      []int32
	segments []uint8 // of each piece, 0, or 1 for the second text
	words    []word
	clauses  []partPieces
	values   []partPieces

	wordsA, wordsB [][]int // places of the pieces of words that are held against each other
	answersFrom    float32
}

// answers are the pairs of each of wordsA and each of wordsB.
func (in *input) answers() []partPieces {
	pairs := make([]partPieces, 0, len(in.wordsA)*len(in.wordsB))
	for _, a := range in.wordsA {
		for _, b := range in.wordsB {
			pairs = append(pairs, partPieces{a, b})
		}
	}
	return pairs
}

// partPieces are the places of the pieces of a part of the first text and of one of the
// second.
type partPieces struct{ a, b []int }

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
	m.read(&in, pieces[:n], 0)
	return in
}

// pairInput is a pair's input. Where the pair has more pieces than there are
// positions, the longer text gives up one after the other, the second where both
// are equal; a text keeps its first ones.
func (m *Model) pairInput(p Pair) input {
	a, b := m.vocabulary.pieces(p.A), m.vocabulary.pieces(p.B)
	keptA, keptB := fitting(len(a), len(b), m.header.Positions-3)
	a, b = a[:keptA], b[:keptB]
	in := m.newInput(keptA + keptB + 3)
	m.read(&in, a, 0)
	second := len(in.ids)
	m.read(&in, b, 1)
	pieces := func(parts []Parts) (found []partPieces) {
		for _, p := range parts {
			found = append(found, partPieces{overlapping(a, p.A, 1), overlapping(b, p.B, second)})
		}
		return found
	}
	in.clauses, in.values = pieces(p.Clauses), pieces(p.Values)
	for _, w := range p.WordsA {
		in.wordsA = append(in.wordsA, overlapping(a, []article.Span{w}, 1))
	}
	for _, w := range p.WordsB {
		in.wordsB = append(in.wordsB, overlapping(b, []article.Span{w}, second))
	}
	in.answersFrom = p.AnswersFrom
	return in
}

func (m *Model) newInput(size int) input {
	in := input{ids: make([]int32, 0, size), segments: make([]uint8, 0, size)}
	in.ids, in.segments = append(in.ids, m.vocabulary.class), append(in.segments, 0)
	return in
}

// read adds a text's pieces and the separator behind them.
func (m *Model) read(in *input, pieces []piece, segment uint8) {
	second := segment > 0
	for _, p := range pieces {
		if p.first {
			in.words = append(in.words, word{len(in.ids), second, p.span})
		} else if last := len(in.words) - 1; last >= 0 && in.words[last].second == second {
			in.words[last].span.End = p.span.End
		}
		in.ids, in.segments = append(in.ids, p.id), append(in.segments, segment)
	}
	in.ids, in.segments = append(in.ids, m.vocabulary.separator), append(in.segments, segment)
}

// overlapping are the places, from first on, of the pieces that a part overlaps; of all
// where it overlaps none.
func overlapping(pieces []piece, part []article.Span, first int) []int {
	var own, all []int
	for i, p := range pieces {
		all = append(all, first+i)
		if slices.ContainsFunc(part, p.span.Overlaps) {
			own = append(own, first+i)
		}
	}
	if len(own) == 0 {
		return all
	}
	return own
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
