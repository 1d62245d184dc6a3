package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"xref/extract/lang"
	"xref/extract/lang/conllu"
)

// modelHeader is put into the model: its sources and licences.
const modelHeader = `A model of English for xref, offered under CC BY-SA 4.0.
Trained from:
Universal Dependencies English Web Treebank (train), CC BY-SA 4.0
GUM, the Georgetown University Multilayer corpus (train, freely licensed genres), annotation CC BY 4.0
WikiGold (Balasuriya et al. 2009), CC BY 4.0
Names Corpus 1.3 (Kantrowitz and Ross), free with credit`

// trainModel writes the model that xref embeds.
func trainModel(args []string) error {
	flags := flag.NewFlagSet("train model", flag.ContinueOnError)
	out := flags.String("o", "extract/lang/english.model", "the file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("want one folder of data, got %d arguments", flags.NArg())
	}
	material, err := readMaterial(flags.Arg(0))
	if err != nil {
		return err
	}
	model, err := lang.Train(material, func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	})
	if err != nil {
		return err
	}
	if _, err := lang.Load(string(model)); err != nil {
		return err
	}
	return os.WriteFile(*out, model, 0o644)
}

// readMaterial reads what a model is learned from out of the folder of sets.
func readMaterial(data string) (lang.Material, error) {
	m := lang.Material{Header: modelHeader, Gazetteers: map[string][]string{}}
	for _, bank := range []struct {
		file     string
		entities bool
	}{{"treebank/en_ewt-ud-train.conllu", false}, {"treebank/en_gum-permissive-train.conllu", true}} {
		f, err := os.Open(filepath.Join(data, bank.file))
		if err != nil {
			return m, err
		}
		sentences, err := conllu.Read(f)
		f.Close()
		if err != nil {
			return m, fmt.Errorf("%s: %w", bank.file, err)
		}
		m.Treebanks = append(m.Treebanks, lang.Treebank{Sentences: sentences, Entities: bank.entities})
	}
	for kind, file := range map[string]string{"female": "lexicons/names/female.txt", "male": "lexicons/names/male.txt"} {
		text, err := os.ReadFile(filepath.Join(data, file))
		if err != nil {
			return m, err
		}
		m.Gazetteers[kind] = strings.Split(strings.TrimSpace(string(text)), "\n")
	}
	var err error
	m.Names, err = readWikiGold(filepath.Join(data, "ner/wikigold.conll.txt"))
	return m, err
}

// wikiGoldTypes are the types of names in WikiGold.
var wikiGoldTypes = map[string]lang.NameType{"PER": lang.Person, "ORG": lang.Organisation, "LOC": lang.Place, "MISC": lang.OtherName}

// readWikiGold reads sentences in columns of form and label, in the IO scheme.
func readWikiGold(path string) ([]lang.NamedSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var sentences []lang.NamedSentence
	var forms []string
	var names []lang.Name
	open := ""
	finish := func() {
		if len(forms) > 0 {
			sentences = append(sentences, lang.NewNamedSentence(forms, names))
		}
		forms, names, open = nil, nil, ""
	}
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		form, label, ok := strings.Cut(scanner.Text(), " ")
		if !ok {
			finish()
			continue
		}
		_, kind, _ := strings.Cut(label, "-")
		switch {
		case kind == "":
		case kind == open:
			names[len(names)-1].End++
		default:
			names = append(names, lang.Name{First: len(forms), End: len(forms) + 1, Type: wikiGoldTypes[kind]})
		}
		open = kind
		forms = append(forms, form)
	}
	finish()
	return sentences, scanner.Err()
}
