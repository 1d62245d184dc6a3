package english

import (
	"cmp"
	"math"
	"slices"

	"xref/extract/article"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

const (
	fineClusters   = 320
	coarseClusters = 40
	clusterRounds  = 8
	clusterCount   = 3 // a word seen less often is in no cluster
)

// learnClusters groups words by the words that stand next to them.
func learnClusters(material Material, sentences []conllu.Sentence) clusters {
	var lines [][]uint32
	s := analyser.Seer{}
	for _, sentence := range sentences {
		line := make([]uint32, len(sentence.Words))
		for i, w := range sentence.Words {
			line[i] = s.See(w.Form).Lower
		}
		lines = append(lines, line)
	}
	for _, n := range material.Names {
		line := make([]uint32, len(n.Forms))
		for i, f := range n.Forms {
			line[i] = s.See(f).Lower
		}
		lines = append(lines, line)
	}
	for _, text := range material.Raw {
		tokens := analyser.Tokenize(nil, text, article.Span{End: len(text)})
		line := make([]uint32, len(tokens))
		for i, t := range tokens {
			line[i] = s.See(t.In(text)).Lower
		}
		lines = append(lines, line)
	}
	e := newExchange(lines)
	groups := clusters{}
	for i, class := range e.run(coarseClusters) {
		groups[e.words[i]] = [2]uint16{0, uint16(class) + 1}
	}
	for i, class := range e.run(fineClusters) {
		groups[e.words[i]] = [2]uint16{uint16(class) + 1, groups[e.words[i]][1]}
	}
	return groups
}

// exchange finds classes of words under which the classes of neighbours tell
// most of each other (Martin, Liermann and Ney 1998): one word after the other
// moves into the class that it fits best.
type exchange struct {
	words     []uint32 // by falling count; the last stands for sentence ends and rare words
	counts    []int32
	before    [][]neighbour
	after     [][]neighbour
	self      []int32
	entropies []int64
}

// neighbour is how often a word stands on one side of another.
type neighbour struct {
	word, count int32
}

func newExchange(lines [][]uint32) *exchange {
	total := map[uint32]int32{}
	for _, l := range lines {
		for _, w := range l {
			total[w]++
		}
	}
	e := &exchange{entropies: tabulate()}
	for w, n := range total {
		if n >= clusterCount {
			e.words = append(e.words, w)
		}
	}
	slices.SortFunc(e.words, func(a, b uint32) int { return cmp.Or(cmp.Compare(total[b], total[a]), cmp.Compare(a, b)) })
	index := map[uint32]int32{}
	for i, w := range e.words {
		index[w] = int32(i)
	}
	other := int32(len(e.words))
	number := func(w uint32) int32 {
		if i, ok := index[w]; ok {
			return i
		}
		return other
	}
	pairs := map[[2]int32]int32{}
	e.counts = make([]int32, other+1)
	for _, l := range lines {
		last := other
		for _, w := range l {
			i := number(w)
			pairs[[2]int32{last, i}]++
			e.counts[i]++
			last = i
		}
		pairs[[2]int32{last, other}]++
		e.counts[other]++
	}
	keys := make([][2]int32, 0, len(pairs))
	for p := range pairs {
		keys = append(keys, p)
	}
	slices.SortFunc(keys, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	e.before, e.after, e.self = make([][]neighbour, other+1), make([][]neighbour, other+1), make([]int32, other+1)
	for _, p := range keys {
		n := pairs[p]
		if p[0] == p[1] {
			e.self[p[0]] = n
			continue
		}
		e.after[p[0]] = append(e.after[p[0]], neighbour{p[1], n})
		e.before[p[1]] = append(e.before[p[1]], neighbour{p[0], n})
	}
	return e
}

// run returns the class, of n, of each word. The class after the last stands
// for sentence ends and rare words.
func (e *exchange) run(n int) []int32 {
	classes := int32(n) + 1
	other := int32(len(e.words))
	class := make([]int32, len(e.counts))
	for i := range e.words {
		class[i] = int32(i) % int32(n)
	}
	class[other] = int32(n)
	pair := make([]int32, classes*classes)
	sum := make([]int32, classes)
	for i := range class {
		sum[class[i]] += e.counts[i]
		pair[class[i]*classes+class[i]] += e.self[i]
		for _, a := range e.after[i] {
			pair[class[i]*classes+class[a.word]] += a.count
		}
	}
	left, right := make([]int32, classes), make([]int32, classes)
	var lefts, rights []int32
	for range clusterRounds {
		moved := 0
		for w := range e.words {
			old := class[w]
			lefts, rights = gather(e.before[w], class, left, lefts[:0]), gather(e.after[w], class, right, rights[:0])
			move := func(k, sign int32) {
				for _, c := range lefts {
					pair[c*classes+k] += sign * left[c]
				}
				for _, c := range rights {
					pair[k*classes+c] += sign * right[c]
				}
				pair[k*classes+k] += sign * e.self[w]
				sum[k] += sign * e.counts[w]
			}
			move(old, -1)
			top, gain := old, int64(math.MinInt64)
			for k := range int32(n) {
				g := -2 * (e.entropy(sum[k]+e.counts[w]) - e.entropy(sum[k]))
				for _, c := range lefts {
					if c != k {
						at := pair[c*classes+k]
						g += e.entropy(at+left[c]) - e.entropy(at)
					}
				}
				for _, c := range rights {
					if c != k {
						at := pair[k*classes+c]
						g += e.entropy(at+right[c]) - e.entropy(at)
					}
				}
				at := pair[k*classes+k]
				g += e.entropy(at+left[k]+right[k]+e.self[w]) - e.entropy(at)
				if g > gain || g == gain && k == old {
					top, gain = k, g
				}
			}
			move(top, 1)
			class[w] = top
			if top != old {
				moved++
			}
			for _, c := range lefts {
				left[c] = 0
			}
			for _, c := range rights {
				right[c] = 0
			}
		}
		if moved == 0 {
			break
		}
	}
	return class[:other]
}

// gather sums the counts of neighbours by class, and lists the classes.
func gather(neighbours []neighbour, class, counts, list []int32) []int32 {
	for _, n := range neighbours {
		c := class[n.word]
		if counts[c] == 0 {
			list = append(list, c)
		}
		counts[c] += n.count
	}
	return list
}

// entropy is n·log n in fixed point, so that sums are the same everywhere.
func (e *exchange) entropy(n int32) int64 {
	if int(n) < len(e.entropies) {
		return e.entropies[n]
	}
	return fixed(n)
}

func fixed(n int32) int64 { return int64(math.Round(float64(n) * math.Log(float64(n)) * 4096)) }

func tabulate() []int64 {
	t := make([]int64, 1<<14)
	for i := 1; i < len(t); i++ {
		t[i] = fixed(int32(i))
	}
	return t
}
