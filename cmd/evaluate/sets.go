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
		{name: "treebank", path: "FILE.conllu", about: "tags, features, lemmas and parse against a Universal Dependencies treebank", measure: file(measure.Treebank)},
		{name: "names", path: "FILE.iob2", about: "named entities against a file in IOB2 columns", measure: file(measure.Names)},
		{name: "segmenter", path: "FILE.json", about: "sentence splitting against cases of text and sentences", measure: file(measure.Segmenter)},
		{name: "gap", path: "FILE.tsv", about: "what a pronoun stands for, of two names, against GAP", measure: file(measure.GAP)},
		{name: "coref", path: "FILE.conllu", about: "who is who against a treebank with coreference", measure: file(measure.Coreference)},
		{name: "polnear", path: "FOLDER", about: "attributions against a part of PolNeAR, text/ and attributions/", measure: folder(measure.Polnear)},
		{name: "recognizers", path: "FILE or FOLDER", about: "numbers, units and dates against the Recognizers-Text suite", measure: fileOrFolder(measure.Recognizers)},
		{name: "values", path: "FOLDER", about: "numbers, times, dimensions and money against the inputs of fixtures/values", measure: folder(measure.Values), faults: valueFaults},
		{name: "timebank", path: "FOLDER", about: "time expressions against TimeML documents (.tml)", measure: folder(measure.TimeBank)},
		{name: "factuality", path: "FOLDER or FILE.jsonl", about: "whether predicates of a treebank, in the folder or in treebank/ beside it, happened, against It Happened", measure: factuality},
		{name: "stories", path: "FOLDER", about: "the grouping of articles: folders that each hold the articles of one event, poured into one", measure: storyFolders},
		{name: "keys", path: "FOLDER", about: "the grouping of an archive by story keys: how many of the pairs of articles that one comparison of all puts into one story it does too, how the articles of the folder and those below are spread over keys, and what is sent", measure: storyKeys},
		{name: "ecbplus", path: "FOLDER", about: "the grouping of articles and the joining of sentences against the EventCorefBank+", measure: eventCorefBank},
		{name: "rte3", path: "FILE.jsonl", about: "contradictions among pairs of premise and hypothesis", measure: inferences},
		{name: "mrpc", path: "FILE.txt", about: "sentences that mean the same against the paraphrase corpus of Microsoft Research", measure: paraphrases},
		{name: "pairs", path: "FILE.jsonl", about: "whether two labelled sentences report one matter, by the encoder and by the scoring with it and without", measure: labelledPairs},
		{name: "alignment", path: "FOLDER", about: "time and recall of the alignment alone, of the articles below cases/ and data/polnear/ taken for one story", measure: alignments},
		{name: "cases", path: "FOLDER", about: "reports against annotations: folders that each hold articles and a gold.json, or one such folder", measure: annotatedCases},
		{name: "view", path: "FOLDER", about: "lines of the report that people read, of folders that each hold the articles of one event; the median and what is beyond 3 a finding are of those with three articles", tabled: views},
		{name: "copies", path: "FOLDER or own", about: "what is told of copies of articles, in another style or with one fact changed: those of a folder, of a folder's folders, or of fixtures/restyle", tabled: copies},
		{name: "planted", path: "FOLDER", about: "reports against what was planted in two articles: folders that each hold a.txt, b.txt and expect.json, or folders of such", tabled: plantedSets},
		{name: "cards", path: "FOLDER", about: "each kind by itself: on cases/ and planted/ of the folder, and on the copies of fixtures/restyle", tabled: cards},
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

// valueFaults is the inputs of fixtures/values that aren't right.
func valueFaults(path string) ([]string, error) { return measure.ValueFaults(os.DirFS(path)) }

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
