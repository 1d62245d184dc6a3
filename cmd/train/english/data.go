package english

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"

	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/extract/lang/perceptron"
	"xref/internal/analyser"
)

// example is one sentence to learn from.
type example struct {
	forms  []string
	lemmas []string
	tags   []int // classes of the tagger
	heads  []int32
	rels   []lang.Rel
}

// tagInventory numbers the pairs of tags that occur often enough to be learned.
type tagInventory struct {
	pairs  []analyser.TagPair
	number map[analyser.TagPair]int
	backup [len(lang.UposNames)]int // the commonest pair of each UPOS
}

const rarePair = 4 // pairs seen less often are no class

func newTagInventory(sentences []conllu.Sentence) *tagInventory {
	counts := map[analyser.TagPair]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			counts[pairOf(w)]++
		}
	}
	inv := &tagInventory{number: map[analyser.TagPair]int{}}
	for p, n := range counts {
		if n >= rarePair {
			inv.pairs = append(inv.pairs, p)
		}
	}
	slices.SortFunc(inv.pairs, func(a, b analyser.TagPair) int {
		return cmp.Or(counts[b]-counts[a], int(a.Upos)-int(b.Upos), int(a.Xpos)-int(b.Xpos))
	})
	for i := len(inv.pairs) - 1; i >= 0; i-- {
		inv.number[inv.pairs[i]] = i
		inv.backup[inv.pairs[i].Upos] = i
	}
	return inv
}

func (inv *tagInventory) class(p analyser.TagPair) int {
	if n, ok := inv.number[p]; ok {
		return n
	}
	return inv.backup[p.Upos]
}

func pairOf(w conllu.Word) analyser.TagPair {
	return analyser.TagPair{Upos: lang.ParseUPOS(w.UPOS), Xpos: lang.ParseXPOS(w.XPOS)}
}

func examplesOf(sentences []conllu.Sentence, inv *tagInventory) []example {
	examples := make([]example, len(sentences))
	for i, s := range sentences {
		e := &examples[i]
		for _, w := range s.Words {
			e.forms = append(e.forms, w.Form)
			e.lemmas = append(e.lemmas, w.Lemma)
			e.tags = append(e.tags, inv.class(pairOf(w)))
			head := int32(w.Head)
			if head < 0 {
				head = int32(len(s.Words))
			}
			e.heads = append(e.heads, head)
			e.rels = append(e.rels, lang.ParseRel(w.Rel))
		}
	}
	return examples
}

// wordsOf sees the forms of all examples.
func wordsOf(examples []example, v *analyser.Vocabulary) [][]analyser.Word {
	s := analyser.Seer{Vocabulary: v}
	all := make([][]analyser.Word, len(examples))
	for i, e := range examples {
		all[i] = make([]analyser.Word, len(e.forms))
		for j, f := range e.forms {
			all[i][j] = s.See(f)
		}
	}
	return all
}

// usualTags is what a vocabulary says about tags: which set of tags each word
// goes with, and the sets of which one tag needs no deciding.
type usualTags struct {
	set  map[uint32]uint16 // word in lower case → 1 + number of its set
	sure []int             // number of set → the tag, or -1
}

const (
	usualCount = 3   // a word seen less often is as if not known
	sureCount  = 30  // from here on a word that had one tag only has it for sure
	usualShare = 100 // a tag that a word has in one of so many places or more is usual
)

func newUsualTags(examples []example, lexicon map[string]uint8) usualTags {
	counts := map[uint32]map[int]int{}
	s := analyser.Seer{}
	for _, e := range examples {
		for j, f := range e.forms {
			w := s.See(f).Lower
			if counts[w] == nil {
				counts[w] = map[int]int{}
			}
			counts[w][e.tags[j]]++
		}
	}
	words := make([]uint32, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.Sort(words)
	u := usualTags{set: map[uint32]uint16{}, sure: []int{-1}}
	sets := map[string]uint16{}
	for _, w := range words {
		total, tags := 0, []int{}
		for _, n := range counts[w] {
			total += n
		}
		if total < usualCount {
			continue
		}
		for t, n := range counts[w] {
			if n*usualShare >= total {
				tags = append(tags, t)
			}
		}
		slices.SortFunc(tags, func(a, b int) int { return cmp.Or(counts[w][b]-counts[w][a], a-b) })
		sure := -1
		if len(counts[w]) == 1 && total >= sureCount {
			sure = tags[0]
		}
		top := tags[0]
		slices.Sort(tags)
		key := string(rune(sure+2)) + string(rune(top))
		for _, t := range tags {
			key += string(rune(t))
		}
		if sets[key] == 0 {
			sets[key] = uint16(len(u.sure))
			u.sure = append(u.sure, sure)
		}
		u.set[w] = sets[key]
	}
	for _, form := range slices.Sorted(maps.Keys(lexicon)) {
		w := s.See(form).Lower
		if u.set[w] != 0 {
			continue
		}
		key := "lexicon " + string(rune(lexicon[form]))
		if sets[key] == 0 {
			sets[key] = uint16(len(u.sure))
			u.sure = append(u.sure, -1)
		}
		u.set[w] = sets[key]
	}
	return u
}

// clusters gives words in lower case a fine and a coarse class, from 1.
type clusters map[uint32][2]uint16

func newVocabulary(u usualTags, c clusters) *analyser.Vocabulary {
	words := make([]uint32, 0, len(u.set)+len(c))
	for w := range u.set {
		words = append(words, w)
	}
	for w := range c {
		words = append(words, w)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	entries := make([]analyser.VocabularyEntry, 0, len(words))
	for _, w := range words {
		if w != 0 {
			entries = append(entries, analyser.VocabularyEntry{Word: w, Cluster: c[w][0], Coarse: c[w][1], Usual: u.set[w]})
		}
	}
	v, err := analyser.LoadVocabulary(analyser.PackVocabulary(entries))
	if err != nil {
		panic(err)
	}
	return v
}

// order is a shuffled order of n things, the same one for the same round.
func order(n, round int) []int {
	return rand.New(rand.NewPCG(uint64(round), 20221122)).Perm(n)
}

// thinning leaves out features at random, drop of 256, so that what is learned
// does not rest on any of them alone.
func thinning(member int, drop uint64) func([]perceptron.Feature) []perceptron.Feature {
	random := rand.New(rand.NewPCG(uint64(member), 7))
	return func(features []perceptron.Feature) []perceptron.Feature {
		kept := features[:0]
		var bits uint64
		for i, f := range features {
			if i%8 == 0 {
				bits = random.Uint64()
			}
			if bits&0xff >= drop {
				kept = append(kept, f)
			}
			bits >>= 8
		}
		return kept
	}
}
