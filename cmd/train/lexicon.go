package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"

	"xref/extract/lexicon"
)

// trainLexicon writes the tables that extract/lexicon embeds.
func trainLexicon(args []string) error {
	flags := flag.NewFlagSet("lexicon", flag.ContinueOnError)
	dictionary := flags.String("wordnet", "/usr/share/wordnet", "the folder of WordNet 3.0's dictionary `files`")
	out := flags.String("o", "extract/lexicon/data", "the `folder` to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("want the folder with treebank and lexicons")
	}
	data := flags.Arg(0)
	pairs, err := os.ReadFile(filepath.Join(data, "lexicons", "ppdb_lexical_pairs.txt"))
	if err != nil {
		return err
	}
	wordnet, err := lexicon.BuildWordNet(os.DirFS(*dictionary), string(pairs))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "wordnet.bin"), wordnet, 0o644)
}
