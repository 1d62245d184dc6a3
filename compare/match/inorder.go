package match

import (
	"sync"

	"xref/extract/lang"
)

// Block is a stretch of two lists that is the same in both, in order: N items
// from A of the one and from B of the other.
type Block struct{ A, B, N int }

// lengths are tables of InOrder that are used again.
var lengths sync.Pool

// InOrder finds the longest sequence that stands in two lists in the same order,
// as blocks without a gap. Of several that are equally long it takes the one
// whose items stand later. same tells whether two items are the same. It takes
// time and memory by the product of the lengths.
func InOrder(n, m int, same func(i, j int) bool) []Block {
	held, _ := lengths.Get().(*[]int32)
	if held == nil {
		held = new([]int32)
	}
	defer lengths.Put(held)
	if cells := (n + 1) * (m + 1); cap(*held) < cells {
		*held = make([]int32, cells)
	} else {
		*held = (*held)[:cells]
		clear(*held)
	}
	length := *held
	at := func(i, j int) *int32 { return &length[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				*at(i, j) = *at(i+1, j+1) + 1
			} else {
				*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			}
		}
	}
	var blocks []Block
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			if k := len(blocks); k > 0 && blocks[k-1].A+blocks[k-1].N == i && blocks[k-1].B+blocks[k-1].N == j {
				blocks[k-1].N++
			} else {
				blocks = append(blocks, Block{i, j, 1})
			}
			i, j = i+1, j+1
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
	return blocks
}

// Length is how many items blocks have together.
func Length(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += b.N
	}
	return n
}

// gap is where two units differ between words that they share in order; one run
// may be empty.
type gap struct{ a, b Run }

// longestUnit is how many tokens of a unit are held against another's in order:
// what is longer is no clause.
const longestUnit = 400

// findGaps finds where the two units differ between the words that they share in
// order.
func (l *alignment) findGaps() {
	p, q := &l.sides[SideA], &l.sides[SideB]
	n, m := p.End-p.First, q.End-q.First
	if n <= 0 || m <= 0 || n > longestUnit || m > longestUnit {
		return
	}
	blocks := InOrder(n, m, func(i, j int) bool { return l.sameInOrder(p.First+i, q.First+j) })
	i, j := 0, 0
	add := func(a, b int) {
		if a > i || b > j {
			l.gaps = append(l.gaps, gap{Run{p.First + i, p.First + a}, Run{q.First + j, q.First + b}})
		}
	}
	for _, b := range blocks {
		for k := range b.N {
			if p.Text.Tokens[p.First+b.A+k].UPOS != lang.PUNCT {
				l.order++
			}
		}
		add(b.A, b.B)
		i, j = b.A+b.N, b.B+b.N
	}
	add(n, m)
}

// sameInOrder reports whether two tokens are one word, or words that answer each
// other.
func (l *alignment) sameInOrder(i, j int) bool {
	p, q := &l.sides[SideA], &l.sides[SideB]
	if p.terms.words[i].linkable || q.terms.words[j].linkable {
		return p.partnerOf(i) == j
	}
	return p.hashed(i) == q.hashed(j)
}

// hashed is the form of token i; 0 for punctuation.
func (p *Prepared) hashed(i int) form {
	if f := p.formsOf(i, i+1); len(f) > 0 {
		return f[0]
	}
	return 0
}
