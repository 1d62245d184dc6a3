package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"

	"xref/cmd/train/tables"
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
		return errors.New("want the folder that holds treebank and lexicons")
	}
	var texts []string
	for _, name := range []string{
		"lexicons/ppdb_lexical_pairs.txt",
		"lexicons/names/male.txt",
		"lexicons/names/female.txt",
		"treebank/en_ewt-ud-train.conllu",
		"treebank/en_gum-permissive-train.conllu",
	} {
		text, err := os.ReadFile(filepath.Join(flags.Arg(0), filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		texts = append(texts, string(text))
	}
	wordnet, err := tables.BuildWordNet(os.DirFS(*dictionary), texts[0])
	if err != nil {
		return err
	}
	names, err := tables.BuildNames(texts[1], texts[2])
	if err != nil {
		return err
	}
	frequencies, err := tables.BuildFrequencies(os.DirFS(*dictionary), texts[3], texts[4])
	if err != nil {
		return err
	}
	for _, table := range []struct {
		file string
		data []byte
	}{
		{"wordnet.bin", wordnet},
		{"given-names.bin", names},
		{"frequency.bin", frequencies},
	} {
		if err := os.WriteFile(filepath.Join(*out, table.file), table.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
