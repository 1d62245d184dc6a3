package analyser_test

import (
	"fmt"

	"xref/internal/analyser"
)

func ExampleModel_AnalyseString() {
	text := analyser.English().AnalyseString("The harbour master didn't see the ferries.")
	for i, token := range text.Tokens {
		head := "-"
		if token.Head >= 0 {
			head = text.Form(token.Head)
		}
		fmt.Println(text.Form(i), token.Lemma, token.UPOS, token.Rel, head)
	}
	// Output:
	// The the DET det master
	// harbour harbour NOUN compound master
	// master master NOUN nsubj see
	// did do AUX aux see
	// n't not PART advmod see
	// see see VERB root -
	// the the DET det ferries
	// ferries ferry NOUN obj see
	// . . PUNCT punct see
}
