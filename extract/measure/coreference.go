package measure

import (
	"io"
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/internal/analyser"
)

// Chains is one document of a treebank with its coreference: Text as xref
// annotates the treebank's own tokens, and for each entity its mentions as
// ranges of tokens.
type Chains struct {
	Text     *lang.Text
	Entities [][]TokenRange
}

// TokenRange is from token First to before token End.
type TokenRange struct{ First, End int }

// ReadChains reads a treebank whose last column has mentions as GUM writes
// them (Entity=(ID-type-…)).
func ReadChains(r io.Reader) ([]Chains, error) {
	sentences, err := conllu.Read(r)
	if err != nil {
		return nil, err
	}
	var documents []Chains
	for len(sentences) > 0 {
		n := 1
		for n < len(sentences) && !sentences[n].NewDocument {
			n++
		}
		documents = append(documents, Chains{Text: annotatedTokens(sentences[:n]), Entities: readEntities(sentences[:n])})
		sentences = sentences[n:]
	}
	return documents, nil
}

// Heads maps the head token of each mention to its entity; of mentions that
// share a head, the smallest.
func (d *Chains) Heads() map[int]int {
	heads, sizes := map[int]int{}, map[int]int{}
	for e, mentions := range d.Entities {
		for _, m := range mentions {
			head := m.First
			for i := m.First; i < m.End; i++ {
				if h := d.Text.Tokens[i].Head; h < m.First || h >= m.End {
					head = i
					break
				}
			}
			if size, ok := sizes[head]; !ok || m.End-m.First < size {
				heads[head], sizes[head] = e, m.End-m.First
			}
		}
	}
	return heads
}

// annotatedTokens annotates the tokens of a document, with its paragraphs.
func annotatedTokens(sentences []conllu.Sentence) *lang.Text {
	source, tokens := surface(sentences)
	t := analyser.English().AnalyseTokens(source, tokens)
	paragraph := -1
	for i, s := range sentences {
		if s.NewParagraph {
			paragraph++
		}
		t.Sentences[i].Paragraph = max(paragraph, 0)
	}
	return t
}

// readEntities reads the brackets of mentions. Entities are in the order of
// their first mentions to close.
func readEntities(sentences []conllu.Sentence) [][]TokenRange {
	open := map[string][]int{}
	place := map[string]int{}
	var entities [][]TokenRange
	token := 0
	closed := func(id string) {
		starts := open[id]
		if len(starts) == 0 {
			return
		}
		open[id] = starts[:len(starts)-1]
		at, ok := place[id]
		if !ok {
			at = len(entities)
			place[id] = at
			entities = append(entities, nil)
		}
		entities[at] = append(entities[at], TokenRange{starts[len(starts)-1], token + 1})
	}
	for _, s := range sentences {
		for _, w := range s.Words {
			for field := range strings.SplitSeq(w.Misc, "|") {
				brackets, ok := strings.CutPrefix(field, "Entity=")
				for ok && brackets != "" {
					if brackets[0] == '(' {
						end := 1 + strings.IndexAny(brackets[1:]+"(", "()")
						id, _, _ := strings.Cut(brackets[1:end], "-")
						open[id] = append(open[id], token)
						brackets = brackets[end:]
						if strings.HasPrefix(brackets, ")") {
							closed(id)
							brackets = brackets[1:]
						}
						continue
					}
					id, rest, _ := strings.Cut(brackets, ")")
					closed(id)
					brackets = rest
				}
			}
			token++
		}
	}
	return entities
}

// Coreference measures who is who on a treebank with coreference, from its
// tokens on. Spans count where they are exactly the annotators'; what is
// mentioned once is left out on both sides, as the CoNLL-2012 scorer does on
// its own sets. The mentions' spans are widened to whole noun phrases, as the
// annotators mark them.
func Coreference(r io.Reader) ([]Figure, error) {
	documents, err := ReadChains(r)
	if err != nil {
		return nil, err
	}
	var muc, cubed, ceaf, spans ratio
	for _, d := range documents {
		gold := several(d.Entities)
		predicted := several(predictedChains(d.Text))
		spans.add(foundSpans(gold, predicted))
		muc.add(mucScore(gold, predicted))
		cubed.add(cubedScore(gold, predicted))
		ceaf.add(ceafScore(gold, predicted))
	}
	return []Figure{
		{Name: "conll_f1", Value: (muc.f1() + cubed.f1() + ceaf.f1()) / 3},
		{Name: "muc_f1", Value: muc.f1()},
		{Name: "b3_f1", Value: cubed.f1()},
		{Name: "ceafe_f1", Value: ceaf.f1()},
		{Name: "mentions_recall", Value: spans.recall()},
		{Name: "mentions_precision", Value: spans.precision()},
		count("documents", len(documents)),
	}, nil
}

// several leaves out what is mentioned once, and spans that occur twice.
func several(entities [][]TokenRange) [][]TokenRange {
	seen := map[TokenRange]bool{}
	var kept [][]TokenRange
	for _, e := range entities {
		var spans []TokenRange
		for _, s := range e {
			if !seen[s] {
				seen[s] = true
				spans = append(spans, s)
			}
		}
		if len(spans) > 1 {
			kept = append(kept, spans)
		}
	}
	return kept
}

func predictedChains(t *lang.Text) [][]TokenRange {
	var chains [][]TokenRange
	for _, e := range resolve.Resolve(t, quote.Find(t)).Entities {
		var chain []TokenRange
		heads := map[int]bool{}
		for _, m := range e.Mentions {
			heads[m.Head] = true
		}
		for _, m := range e.Mentions {
			if h := t.Tokens[m.Head].Head; m.Form == resolve.Title && h >= 0 && heads[h] && !t.Is(m.Head, lang.Appos) || m.Class == resolve.Who {
				continue
			}
			chain = append(chain, nounPhrase(t, m))
		}
		chains = append(chains, chain)
	}
	return chains
}

// nounPhrase is the whole phrase of a mention: all that depends on its head
// but for coordinated phrases, appositions and, of a predicate, its clause.
func nounPhrase(t *lang.Text, m resolve.Mention) TokenRange {
	if t.Tokens[m.Head].UPOS == lang.CCONJ {
		last := t.Tokens[m.Head].Head
		first := t.Tokens[last].Head
		return TokenRange{phraseTokens(t, first).First, phraseTokens(t, last).End}
	}
	return phraseTokens(t, m.Head)
}

func phraseTokens(t *lang.Text, head int) TokenRange {
	if t.Tokens[head].UPOS == lang.PRON {
		return TokenRange{head, head + 1}
	}
	first, end := head, head+1
	for _, c := range t.Children(head) {
		if t.Is(c, lang.Case) && t.Tokens[c].XPOS != lang.XPOSPOS || t.Is(c, lang.Cc, lang.Conj, lang.Appos, lang.Parataxis, lang.Punct, lang.Cop, lang.Nsubj, lang.Csubj,
			lang.Aux, lang.Mark, lang.Advcl, lang.Discourse, lang.Vocative, lang.Expl, lang.Dislocated, lang.Orphan, lang.Reparandum, lang.CcPreconj, lang.Obl) {
			continue
		}
		if t.Is(c, lang.Advmod) && t.Dependent(head, lang.Cop) >= 0 {
			continue
		}
		below := t.SubtreeWithout(c, lang.Parataxis)
		low, high := 0, len(below)-1
		for low < high && t.Tokens[below[low]].UPOS == lang.PUNCT && t.Tokens[below[low]].XPOS != lang.XPOSLeftBracket {
			low++
		}
		for high > low && t.Tokens[below[high]].UPOS == lang.PUNCT {
			high--
		}
		first, end = min(first, below[low]), max(end, below[high]+1)
	}
	return TokenRange{first, end}
}

// ratio sums a score's parts over documents.
type ratio struct{ recalled, gold, right, predicted float64 }

func (r *ratio) add(o ratio) {
	r.recalled += o.recalled
	r.gold += o.gold
	r.right += o.right
	r.predicted += o.predicted
}

func (r ratio) recall() float64    { return hundredth(r.recalled, r.gold) }
func (r ratio) precision() float64 { return hundredth(r.right, r.predicted) }

func (r ratio) f1() float64 {
	p, q := r.precision(), r.recall()
	if p+q == 0 {
		return 0
	}
	return 2 * p * q / (p + q)
}

func hundredth(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * part / whole
}

func placesOf(chains [][]TokenRange) map[TokenRange]int {
	places := map[TokenRange]int{}
	for i, chain := range chains {
		for _, s := range chain {
			places[s] = i
		}
	}
	return places
}

func foundSpans(gold, predicted [][]TokenRange) ratio {
	g, p := placesOf(gold), placesOf(predicted)
	both := 0
	for s := range g {
		if _, ok := p[s]; ok {
			both++
		}
	}
	return ratio{float64(both), float64(len(g)), float64(both), float64(len(p))}
}

// mucScore counts the links that each side would need less (Vilain et al. 1995).
func mucScore(gold, predicted [][]TokenRange) ratio {
	links := func(chains, other [][]TokenRange) (kept, all float64) {
		places := placesOf(other)
		for _, chain := range chains {
			parts := map[int]bool{}
			alone := 0
			for _, s := range chain {
				if c, ok := places[s]; ok {
					parts[c] = true
				} else {
					alone++
				}
			}
			kept += float64(len(chain) - len(parts) - alone)
			all += float64(len(chain) - 1)
		}
		return kept, all
	}
	var r ratio
	r.recalled, r.gold = links(gold, predicted)
	r.right, r.predicted = links(predicted, gold)
	return r
}

// cubedScore is B³ (Bagga and Baldwin 1998): for each mention, how much of its
// chain is shared.
func cubedScore(gold, predicted [][]TokenRange) ratio {
	side := func(chains, other [][]TokenRange) (sum, all float64) {
		places := placesOf(other)
		for _, chain := range chains {
			overlap := map[int]int{}
			for _, s := range chain {
				if c, ok := places[s]; ok {
					overlap[c]++
				}
			}
			for _, n := range overlap {
				sum += float64(n*n) / float64(len(chain))
			}
			all += float64(len(chain))
		}
		return sum, all
	}
	var r ratio
	r.recalled, r.gold = side(gold, predicted)
	r.right, r.predicted = side(predicted, gold)
	return r
}

// ceafScore is CEAF with φ4 (Luo 2005): the best one-to-one alignment of chains.
func ceafScore(gold, predicted [][]TokenRange) ratio {
	places := placesOf(predicted)
	similar := make([][]float64, len(gold))
	for i, chain := range gold {
		similar[i] = make([]float64, len(predicted))
		overlap := make([]int, len(predicted))
		for _, s := range chain {
			if c, ok := places[s]; ok {
				overlap[c]++
			}
		}
		for j, n := range overlap {
			similar[i][j] = 2 * float64(n) / float64(len(chain)+len(predicted[j]))
		}
	}
	best := bestAssignment(similar)
	return ratio{best, float64(len(gold)), best, float64(len(predicted))}
}

// bestAssignment is the greatest sum of one-to-one pairs, by the Hungarian
// method with potentials.
func bestAssignment(weight [][]float64) float64 {
	n := len(weight)
	if n == 0 {
		return 0
	}
	m := max(n, len(weight[0]))
	value := func(i, j int) float64 {
		if j < len(weight[i]) {
			return -weight[i][j]
		}
		return 0
	}
	u, v, match, way := make([]float64, n+1), make([]float64, m+1), make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		j0 := 0
		slack := slices.Repeat([]float64{1e18}, m+1)
		used := make([]bool, m+1)
		for {
			used[j0] = true
			i0, delta, j1 := match[j0], 1e18, 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if d := value(i0-1, j-1) - u[i0] - v[j]; d < slack[j] {
					slack[j], way[j] = d, j0
				}
				if slack[j] < delta {
					delta, j1 = slack[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					slack[j] -= delta
				}
			}
			if j0 = j1; match[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			match[j0] = match[way[j0]]
			j0 = way[j0]
		}
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		if match[j] > 0 {
			sum -= value(match[j]-1, j-1)
		}
	}
	return sum
}
