package lang

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xref/extract/lang/conllu"
	"xref/extract/lang/perceptron"
)

// trainLemmas learns edits from endings to lemmas: one for an ending where the
// shorter ending's is another.
func trainLemmas(examples []example, inv *tagInventory) (lemmas, edits []byte) {
	type observation struct {
		base string
		tag  uint32
		edit edit
	}
	seen := map[observation]int{}
	for _, e := range examples {
		for i, f := range e.forms {
			if e.lemmas[i] == "_" || f == "_" {
				continue
			}
			base := lemmaBase(f, inv.pairs[e.tags[i]].upos == PROPN)
			seen[observation{base, uint32(e.tags[i]) + 1, editOf(base, e.lemmas[i])}]++
		}
	}
	observations := make([]observation, 0, len(seen))
	for o := range seen {
		observations = append(observations, o)
	}
	slices.SortFunc(observations, func(a, b observation) int {
		return cmp.Or(strings.Compare(a.base, b.base), cmp.Compare(a.tag, b.tag), cmp.Compare(a.edit.cut, b.edit.cut), strings.Compare(a.edit.add, b.edit.add))
	})
	l := lemmatizer{script: []edit{{}}}
	numbers := map[edit]uint16{{}: 0}
	values := map[uint32]uint16{}
	for length := 0; length <= longestEnding+1; length++ {
		whole := length > longestEnding
		votes := map[uint32]map[edit]int{}
		examples := map[uint32]observation{}
		for _, o := range observations {
			if !whole && length > len(o.base) {
				continue
			}
			key := endingKey(o.base[max(0, len(o.base)-length):], o.tag, false)
			weight := 1
			if whole {
				key = endingKey(o.base, o.tag, true)
				weight = seen[o]
			}
			if votes[key] == nil {
				votes[key] = map[edit]int{}
			}
			votes[key][o.edit] += weight
			examples[key] = o
		}
		l.edits, _ = loadTable(packTable(values))
		for _, key := range sortedKeys(votes) {
			top, count, total := edit{}, 0, 0
			for e, n := range votes[key] {
				total += n
				if n > count || n == count && (e.cut < top.cut || e.cut == top.cut && e.add < top.add) {
					top, count = e, n
				}
			}
			if !whole && (count < 2 || count*3 < total*2) && length > 0 {
				continue
			}
			o := examples[key]
			if shorter := editFor(&l, o.base, o.tag, length); shorter == top {
				continue
			}
			if _, ok := numbers[top]; !ok {
				numbers[top] = uint16(len(l.script))
				l.script = append(l.script, top)
			}
			values[key] = numbers[top]
		}
	}
	return []byte(packTable(values)), writeEdits(l.script)
}

// editFor is the edit that endings shorter than length give.
func editFor(l *lemmatizer, base string, tag uint32, length int) edit {
	for n := min(length-1, len(base)); n >= 0; n-- {
		if id, ok := l.edits.find(endingKey(base[len(base)-n:], tag, false)); ok {
			return l.script[id]
		}
	}
	return edit{}
}

func editOf(base, lemma string) edit {
	n := 0
	for n < len(base) && n < len(lemma) && base[n] == lemma[n] {
		n++
	}
	return edit{cut: len(base) - n, add: lemma[n:]}
}

func writeEdits(edits []edit) []byte {
	var b strings.Builder
	for _, e := range edits {
		fmt.Fprintf(&b, "%d\t%s\n", e.cut, e.add)
	}
	return []byte(b.String())
}

// trainMorphology learns the features of tags, and of forms that have others.
func trainMorphology(sentences []conllu.Sentence, examples []example) (known, feats []byte) {
	votes := map[uint32]map[Feats]int{}
	vote := func(key uint32, f Feats) {
		if votes[key] == nil {
			votes[key] = map[Feats]int{}
		}
		votes[key][f]++
	}
	s := seer{}
	tagKey := map[uint32]uint32{} // key of a form with its tag → key of the tag
	for i, e := range examples {
		for j, form := range e.forms {
			f := ParseFeats(sentences[i].Words[j].Feats)
			tag := uint32(e.tags[j]) + 1
			key, alone := featsKey(s.see(form).lower, tag), featsKey(0, tag)
			vote(key, f)
			vote(alone, f)
			tagKey[key] = alone
		}
	}
	number := map[Feats]uint16{}
	var list []Feats
	numberOf := func(f Feats) uint16 {
		if _, ok := number[f]; !ok {
			number[f] = uint16(len(list))
			list = append(list, f)
		}
		return number[f]
	}
	top := map[uint32]Feats{}
	for key, counts := range votes {
		count := 0
		for f, n := range counts {
			if n > count || n == count && slices.Compare(f.bytes(), top[key].bytes()) < 0 {
				top[key], count = f, n
			}
		}
	}
	values := map[uint32]uint16{}
	for _, key := range sortedKeys(votes) {
		alone, isForm := tagKey[key]
		if !isForm || top[alone] != top[key] {
			values[key] = numberOf(top[key])
		}
	}
	for _, f := range list {
		feats = append(feats, f.bytes()...)
	}
	return []byte(packTable(values)), feats
}

func mustLoad(packed []byte) *perceptron.Weights {
	w, err := perceptron.Load(string(packed))
	if err != nil {
		panic(err)
	}
	return w
}
