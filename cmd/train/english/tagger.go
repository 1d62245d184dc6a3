package english

import (
	"xref/internal/analyser"
)

const (
	taggerRounds  = 7
	taggerMembers = 3 // taggers that are learned apart and averaged
	taggerBytes   = 3_200_000
)

// trainTagger learns the tags of the examples. The words must have been seen
// with the vocabulary that u is part of.
func trainTagger(examples []example, words [][]analyser.Word, inv *tagInventory, u usualTags, member int) *averaged {
	trainer := newAveraged(len(inv.pairs), 2)
	t := analyser.NewTagger(inv.pairs, u.sure, trainer)
	for round := range taggerRounds {
		for _, n := range order(len(examples), 1000*(member+1)+round) {
			ws, gold := words[n], examples[n].tags
			style := analyser.CaseStyle(ws)
			for i := range ws {
				w := &ws[i]
				if w.Usual != 0 && t.Sure[w.Usual] >= 0 {
					t.Assign(w, t.Sure[w.Usual])
					continue
				}
				t.See(ws, i, style)
				clear(t.Scores)
				trainer.Score(t.Features, t.Scores)
				guess := analyser.Best(t.Scores)
				if guess != gold[i] {
					trainer.Update(t.Features, gold[i], guess)
				}
				trainer.Tick()
				t.Assign(w, guess)
			}
		}
	}
	return trainer
}
