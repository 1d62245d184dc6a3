package lang

import "xref/extract/lang/perceptron"

const (
	taggerRounds  = 7
	taggerMembers = 3 // taggers that are learned apart and averaged
	taggerBytes   = 3_200_000
)

// trainTagger learns the tags of the examples. The words must have been seen
// with the vocabulary that u is part of.
func trainTagger(examples []example, words [][]word, inv *tagInventory, u usualTags, member int) *perceptron.Trainer {
	trainer := perceptron.NewTrainer(len(inv.pairs), 2)
	t := newTagger(inv.pairs, u.sure, trainer)
	for round := range taggerRounds {
		for _, n := range order(len(examples), 1000*(member+1)+round) {
			ws, gold := words[n], examples[n].tags
			style := caseStyle(ws)
			for i := range ws {
				w := &ws[i]
				if w.usual != 0 && t.sure[w.usual] >= 0 {
					t.assign(w, t.sure[w.usual])
					continue
				}
				t.see(ws, i, style)
				clear(t.scores)
				trainer.Score(t.features, t.scores)
				guess := best(t.scores)
				if guess != gold[i] {
					trainer.Update(t.features, gold[i], guess)
				}
				trainer.Tick()
				t.assign(w, guess)
			}
		}
	}
	return trainer
}
