package english

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/extract/lang/perceptron"
	"xref/internal/analyser"
)

// trainLemmas learns edits from endings to lemmas: one for an ending where the
// shorter ending's is another.
func trainLemmas(examples []example, inv *tagInventory) (lemmas, edits []byte) {
	type observation struct {
		base string
		tag  uint32
		edit analyser.Edit
	}
	seen := map[observation]int{}
	for _, e := range examples {
		for i, f := range e.forms {
			if e.lemmas[i] == "_" || f == "_" {
				continue
			}
			base := analyser.LemmaBase(f, inv.pairs[e.tags[i]].Upos == lang.PROPN)
			seen[observation{base, uint32(e.tags[i]) + 1, editOf(base, e.lemmas[i])}]++
		}
	}
	observations := make([]observation, 0, len(seen))
	for o := range seen {
		observations = append(observations, o)
	}
	slices.SortFunc(observations, func(a, b observation) int {
		return cmp.Or(strings.Compare(a.base, b.base), cmp.Compare(a.tag, b.tag), cmp.Compare(a.edit.Cut, b.edit.Cut), strings.Compare(a.edit.Add, b.edit.Add))
	})
	l := analyser.Lemmatizer{Script: []analyser.Edit{{}}}
	numbers := map[analyser.Edit]uint16{{}: 0}
	values := map[uint32]uint16{}
	for length := 0; length <= analyser.LongestEnding+1; length++ {
		whole := length > analyser.LongestEnding
		votes := map[uint32]map[analyser.Edit]int{}
		examples := map[uint32]observation{}
		for _, o := range observations {
			if !whole && length > len(o.base) {
				continue
			}
			key := analyser.EndingKey(o.base[max(0, len(o.base)-length):], o.tag, false)
			weight := 1
			if whole {
				key = analyser.EndingKey(o.base, o.tag, true)
				weight = seen[o]
			}
			if votes[key] == nil {
				votes[key] = map[analyser.Edit]int{}
			}
			votes[key][o.edit] += weight
			examples[key] = o
		}
		l.Edits, _ = analyser.LoadTable(analyser.PackTable(values))
		for _, key := range sortedKeys(votes) {
			top, count, total := analyser.Edit{}, 0, 0
			for e, n := range votes[key] {
				total += n
				if n > count || n == count && (e.Cut < top.Cut || e.Cut == top.Cut && e.Add < top.Add) {
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
				numbers[top] = uint16(len(l.Script))
				l.Script = append(l.Script, top)
			}
			values[key] = numbers[top]
		}
	}
	return []byte(analyser.PackTable(values)), writeEdits(l.Script)
}

// editFor is the edit that endings shorter than length give.
func editFor(l *analyser.Lemmatizer, base string, tag uint32, length int) analyser.Edit {
	for n := min(length-1, len(base)); n >= 0; n-- {
		if id, ok := l.Edits.Find(analyser.EndingKey(base[len(base)-n:], tag, false)); ok {
			return l.Script[id]
		}
	}
	return analyser.Edit{}
}

func editOf(base, lemma string) analyser.Edit {
	n := 0
	for n < len(base) && n < len(lemma) && base[n] == lemma[n] {
		n++
	}
	return analyser.Edit{Cut: len(base) - n, Add: lemma[n:]}
}

func writeEdits(edits []analyser.Edit) []byte {
	var b strings.Builder
	for _, e := range edits {
		fmt.Fprintf(&b, "%d\t%s\n", e.Cut, e.Add)
	}
	return []byte(b.String())
}

// trainMorphology learns the features of tags, and of forms that have others.
func trainMorphology(sentences []conllu.Sentence, examples []example) (known, feats []byte) {
	votes := map[uint32]map[lang.Feats]int{}
	vote := func(key uint32, f lang.Feats) {
		if votes[key] == nil {
			votes[key] = map[lang.Feats]int{}
		}
		votes[key][f]++
	}
	s := analyser.Seer{}
	tagKey := map[uint32]uint32{} // key of a form with its tag → key of the tag
	for i, e := range examples {
		for j, form := range e.forms {
			f := lang.ParseFeats(sentences[i].Words[j].Feats)
			tag := uint32(e.tags[j]) + 1
			key, alone := analyser.FeatsKey(s.See(form).Lower, tag), analyser.FeatsKey(0, tag)
			vote(key, f)
			vote(alone, f)
			tagKey[key] = alone
		}
	}
	number := map[lang.Feats]uint16{}
	var list []lang.Feats
	numberOf := func(f lang.Feats) uint16 {
		if _, ok := number[f]; !ok {
			number[f] = uint16(len(list))
			list = append(list, f)
		}
		return number[f]
	}
	top := map[uint32]lang.Feats{}
	for key, counts := range votes {
		count := 0
		for f, n := range counts {
			if n > count || n == count && slices.Compare(f.Bytes(), top[key].Bytes()) < 0 {
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
		feats = append(feats, f.Bytes()...)
	}
	return []byte(analyser.PackTable(values)), feats
}

func mustLoad(packed []byte) *perceptron.Weights {
	w, err := perceptron.Load(string(packed))
	if err != nil {
		panic(err)
	}
	return w
}
