// Command train makes the embedded data of xref from public sets: the model of
// English from treebanks, the lexicon from WordNet. The same input gives the
// same bytes on any machine.
package main

import (
	"fmt"
	"os"
)

// command is one thing that can be made. Its run takes the arguments after the
// command's name.
type command struct {
	name  string
	args  string
	about string
	run   func(args []string) error
}

// commands lists everything that can be made.
func commands() []command {
	return []command{
		{"model", "[-o FILE] [-wordnet DIR] [-names] DATA", "the model of English, from the treebanks and name sets in the folder DATA", trainModel},
		{"lexicon", "[-wordnet DIR] [-o DIR] DATA", "the lexicon's tables, from WordNet and the folder DATA", trainLexicon},
		{"antecedent", "[-o FILE] DATA", "the weights by which pronouns find their antecedents, from GUM and GAP in the folder DATA", trainAntecedent},
		{"factuality", "[-o FILE] [-wordnet DIR] DATA", "the weights by which predicates are judged to be the case, from It Happened and the treebanks in the folder DATA", trainFactuality},
		{"pairs", "[-o FILE] [-without] [-data DATA] [-sentences PAIRS] CASES...", "the weights of pairs and claims, from the annotated cases in the folders CASES", trainPairs},
		{"values", "PAIRS...", "the numbers and times of the labelled pairs of sentences in the files PAIRS, for cmd/train/encoder", trainValues},
		{"sentences", "[-labels FILE] [-contrasts FILE] DATA", "the sentences of labelled clauses, or of labelled contrasts, for cmd/train/encoder, from the cases and articles in the folder DATA", trainSentences},
	}
}

func main() {
	if len(os.Args) > 1 {
		for _, c := range commands() {
			if c.name != os.Args[1] {
				continue
			}
			if err := c.run(os.Args[2:]); err != nil {
				fmt.Fprintln(os.Stderr, "train "+c.name+":", err)
				os.Exit(1)
			}
			return
		}
	}
	for _, c := range commands() {
		fmt.Fprintf(os.Stderr, "train %s %s\n\t%s\n", c.name, c.args, c.about)
	}
	os.Exit(2)
}
