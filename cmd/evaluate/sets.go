package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"xref/extract/measure"
)

// sets lists every kind of test set that can be measured.
func sets() []set {
	return []set{
		{"treebank", "FILE.conllu", "tags, features, lemmas and parse against a Universal Dependencies treebank", file(measure.Treebank)},
		{"names", "FILE.iob2", "named entities against a file in IOB2 columns", file(measure.Names)},
		{"segmenter", "FILE.json", "sentence splitting against cases of text and sentences", file(measure.Segmenter)},
		{"gap", "FILE.tsv", "what a pronoun stands for, of two names, against GAP", file(measure.GAP)},
		{"coref", "FILE.conllu", "who is who against a treebank with coreference", file(measure.Coreference)},
		{"polnear", "FOLDER", "attributions against a part of PolNeAR, text/ and attributions/", folder(measure.Polnear)},
		{"recognizers", "FILE or FOLDER", "numbers, units and dates against the Recognizers-Text suite", fileOrFolder(measure.Recognizers)},
		{"values", "FOLDER", "numbers, times, dimensions and money against the inputs of fixtures/values", folder(measure.Values)},
		{"timebank", "FOLDER", "time expressions against TimeML documents (.tml)", folder(measure.TimeBank)},
		{"factuality", "FOLDER or FILE.jsonl", "whether predicates of a treebank, in the folder or in treebank/ beside it, happened, against It Happened", factuality},
		{"stories", "FOLDER", "the grouping of articles: folders that each hold the articles of one event, poured into one", storyFolders},
		{"ecbplus", "FOLDER", "the grouping of articles and the joining of sentences against the EventCorefBank+", eventCorefBank},
		{"rte3", "FILE.jsonl", "contradictions among pairs of premise and hypothesis", inferences},
		{"mrpc", "FILE.txt", "sentences that mean the same against the paraphrase corpus of Microsoft Research", paraphrases},
		{"alignment", "FOLDER", "time and recall of the alignment alone, of the articles below cases/ and data/polnear/ taken for one story", alignments},
		{"cases", "FOLDER", "reports against annotations: folders that each hold articles and a gold.json, or one such folder", annotatedCases},
	}
}

// file opens the one file that a set consists of.
func file(measured func(io.Reader) ([]measure.Figure, error)) func(string) ([]measure.Figure, error) {
	return func(path string) ([]measure.Figure, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return measured(f)
	}
}

// folder opens the folder that a set consists of.
func folder(measured func(fs.FS) ([]measure.Figure, error)) func(string) ([]measure.Figure, error) {
	return func(path string) ([]measure.Figure, error) { return measured(os.DirFS(path)) }
}

// fileOrFolder opens the folder that a set consists of, or that its one file
// lies in; the file's name is then given too.
func fileOrFolder(measured func(fs.FS, string) ([]measure.Figure, error)) func(string) ([]measure.Figure, error) {
	return func(path string) ([]measure.Figure, error) {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if info.IsDir() {
			return measured(os.DirFS(path), "")
		}
		return measured(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	}
}

// factuality opens the set together with what lies beside its folder.
func factuality(path string) ([]measure.Figure, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	file := ""
	if !info.IsDir() {
		path, file = filepath.Split(path)
		path = filepath.Clean(path)
	}
	return measure.Factuality(os.DirFS(filepath.Dir(path)), filepath.Base(path), file)
}
