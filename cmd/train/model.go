package main

import (
	"bufio"
	"encoding/xml"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xref/cmd/train/english"
	"xref/extract/lang"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

// modelHeader is put into the model: its sources and licences.
const modelHeader = `A model of English for xref, offered under CC BY-SA 4.0.
Trained from:
Universal Dependencies English Web Treebank (train), CC BY-SA 4.0; names in it annotated for xref, CC BY-SA 4.0
GUM, the Georgetown University Multilayer corpus (train, freely licensed genres), annotation CC BY 4.0
WikiGold (Balasuriya et al. 2009), CC BY 4.0
GAP (development; word clusters only), Apache-2.0
ECB+ (topics 1 to 20; word clusters only), CC BY 3.0
WordNet 3.0 (names and parts of speech of words), WordNet License
Names Corpus 1.3 (Kantrowitz and Ross), free with credit`

// trainModel writes the model that xref embeds.
func trainModel(args []string) error {
	flags := flag.NewFlagSet("train model", flag.ContinueOnError)
	out := flags.String("o", "internal/analyser/english.model", "the file to write")
	dictionary := flags.String("wordnet", "/usr/share/wordnet", "the folder of WordNet 3.0's dictionary `files`")
	names := flags.Bool("names", false, "learn names only, and keep what else the model in FILE knows")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("want one folder of data, got %d arguments", flags.NArg())
	}
	material, err := readMaterial(flags.Arg(0), os.DirFS(*dictionary))
	if err != nil {
		return err
	}
	log := func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
	var model []byte
	if *names {
		var old []byte
		if old, err = os.ReadFile(*out); err == nil {
			model, err = english.TrainNames(material, string(old), log)
		}
	} else {
		model, err = english.Train(material, log)
	}
	if err != nil {
		return err
	}
	if _, err := analyser.Load(string(model)); err != nil {
		return err
	}
	return os.WriteFile(*out, model, 0o644)
}

// readMaterial reads what a model is learned from out of the folder of sets.
func readMaterial(data string, dictionary fs.FS) (english.Material, error) {
	m := english.Material{Header: modelHeader}
	var err error
	if m.Gazetteers, err = readWordNetNames(dictionary); err != nil {
		return m, err
	}
	if m.Lexicon, err = readWordNetParts(dictionary); err != nil {
		return m, err
	}
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
		t := english.Treebank{Sentences: sentences, Entities: bank.entities}
		if !bank.entities {
			if t.Named, err = ewtNames(sentences); err != nil {
				return m, err
			}
		}
		m.Treebanks = append(m.Treebanks, t)
	}
	for kind, file := range map[string]string{"female": "lexicons/names/female.txt", "male": "lexicons/names/male.txt"} {
		text, err := os.ReadFile(filepath.Join(data, file))
		if err != nil {
			return m, err
		}
		m.Gazetteers[kind] = strings.Split(strings.TrimSpace(string(text)), "\n")
	}
	if m.Names, err = readWikiGold(filepath.Join(data, "ner/wikigold.conll.txt")); err != nil {
		return m, err
	}
	m.Raw, err = readRaw(data)
	return m, err
}

// readRaw reads the texts that words are clustered by: the passages of GAP
// (development) and the articles of ECB+ (topics 1 to 20).
func readRaw(data string) ([]string, error) {
	gap, err := os.ReadFile(filepath.Join(data, "gap/gap-development.tsv"))
	if err != nil {
		return nil, err
	}
	var texts []string
	for i, line := range strings.Split(string(gap), "\n") {
		if columns := strings.Split(line, "\t"); i > 0 && len(columns) > 1 {
			texts = append(texts, columns[1])
		}
	}
	for topic := 1; topic <= 20; topic++ {
		files, err := filepath.Glob(filepath.Join(data, "ecbplus", fmt.Sprint(topic), "*.xml"))
		if err != nil {
			return nil, err
		}
		slices.Sort(files)
		for _, file := range files {
			text, err := readTokens(file)
			if err != nil {
				return nil, err
			}
			texts = append(texts, text)
		}
	}
	return texts, nil
}

// readTokens is the text of a file of ECB+, tokens apart by spaces.
func readTokens(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var document struct {
		Tokens []string `xml:"token"`
	}
	if err := xml.NewDecoder(f).Decode(&document); err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return strings.Join(document.Tokens, " "), nil
}

// wikiGoldTypes are the types of names in WikiGold.
var wikiGoldTypes = map[string]lang.NameType{"PER": lang.Person, "ORG": lang.Organisation, "LOC": lang.Place, "MISC": lang.OtherName}

// readWikiGold reads sentences in columns of form and label, in the IO scheme.
func readWikiGold(path string) ([]english.NamedSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var sentences []english.NamedSentence
	var forms []string
	var names []lang.Name
	open := ""
	finish := func() {
		if len(forms) > 0 {
			sentences = append(sentences, english.NamedSentence{Forms: forms, Names: names})
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
