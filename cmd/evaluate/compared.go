package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"xref/compare"
	compared "xref/compare/measure"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/measure"
	"xref/extract/read"
)

// count and share are figures of a number of things and of a part in hundred.
func count(name string, n int) measure.Figure {
	return measure.Figure{Name: name, Value: float64(n), Count: true}
}

func share(name string, percent float64) measure.Figure {
	return measure.Figure{Name: name, Value: percent}
}

func grouped(c compared.Clustering) []measure.Figure {
	return []measure.Figure{
		count("articles", c.Elements), count("events", c.Gold), count("stories", c.Predicted),
		share("precision", 100*c.Precision), share("recall", 100*c.Recall), share("bcubed_f1", 100*c.F1),
	}
}

// firstHeldOut is the first topic of the EventCorefBank+ that nothing was learned from.
const firstHeldOut = 21

// storyFolders measures the grouping of a folder's folders, each of which holds
// the articles of one event.
func storyFolders(path string) ([]measure.Figure, error) {
	folders, err := subfolders(path)
	if err != nil {
		return nil, err
	}
	var events [][]*article.Article
	for _, folder := range folders {
		articles, err := articlesIn(folder)
		if err != nil {
			return nil, err
		}
		events = append(events, articles)
	}
	return grouped(compared.Stories(events)), nil
}

// annotatedCases measures the reports of a folder's folders that hold a
// gold.json, or of the one folder that does.
func annotatedCases(path string) ([]measure.Figure, error) {
	folders := []string{path}
	if _, err := os.Stat(filepath.Join(path, "gold.json")); err != nil {
		if folders, err = subfolders(path); err != nil {
			return nil, err
		}
	}
	var results []compared.Result
	for _, folder := range folders {
		gold, err := opened(filepath.Join(folder, "gold.json"), compared.ReadGold)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		articles, err := articlesIn(folder)
		if err != nil {
			return nil, err
		}
		documents := make([]*extract.Document, len(articles))
		for i, a := range articles {
			documents[i] = extract.Analyse(a)
		}
		r, err := compare.Compare(context.Background(), documents, comparison())
		if err != nil {
			return nil, err
		}
		results = append(results, compared.Score(r, gold))
	}
	if len(results) == 0 {
		return nil, errors.New(path + ": no folder with a gold.json")
	}
	r := compared.Sum(results)
	return []measure.Figure{
		count("cases", len(results)), count("findings", r.Findings),
		share("core_recall", r.Core.Percent()), share("all_recall", r.All.Percent()),
		share("kind_exact", r.KindExact.Percent()), share("precision_at_40", r.Precision.Percent()),
		share("verdict_accuracy", r.Verdict.Percent()),
		share("pairs_precision", r.Said.Percent()), share("pairs_recall", r.Joined.Percent()), share("pairs_f1", r.PairsF1()),
		count("traps", r.Traps.Whole), count("traps_sprung", r.Traps.Part), count("evidence_lost", r.Lost),
	}, nil
}

// eventCorefBank measures the topics of an EventCorefBank+ folder that nothing
// was learned from, all poured into one, or one topic's folder.
func eventCorefBank(path string) ([]measure.Figure, error) {
	root := path
	topics := []string{path}
	if found, _ := filepath.Glob(filepath.Join(path, "*.xml")); len(found) == 0 {
		folders, err := subfolders(path)
		if err != nil {
			return nil, err
		}
		topics = topics[:0]
		for _, folder := range folders {
			if n, err := strconv.Atoi(filepath.Base(folder)); err == nil && n >= firstHeldOut {
				topics = append(topics, folder)
			}
		}
	} else {
		root = filepath.Dir(path)
	}
	selection, err := opened(filepath.Join(root, "ECBplus_coreference_sentences.csv"), compared.ReadECBSelection)
	if err != nil {
		return nil, err
	}
	var documents []*compared.ECBDocument
	for _, topic := range topics {
		files, err := filepath.Glob(filepath.Join(topic, "*.xml"))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			d, err := opened(f, compared.ReadECB)
			if err != nil {
				return nil, err
			}
			documents = append(documents, d)
		}
	}
	if len(documents) == 0 {
		return nil, errors.New(path + ": no documents of topics from " + strconv.Itoa(firstHeldOut))
	}
	stories, pairs := compared.Events(documents, selection)
	return append(grouped(stories),
		count("sentence_pairs", pairs.Gold), count("sentence_pairs_joined", pairs.Said),
		share("sentence_pairs_precision", pairs.Precision()), share("sentence_pairs_recall", pairs.Recall()), share("sentence_pairs_f1", pairs.F1())), nil
}

// inferences measures the contradictions among pairs of premise and hypothesis.
func inferences(path string) ([]measure.Figure, error) {
	all, err := opened(path, compared.ReadInferences)
	if err != nil {
		return nil, err
	}
	p := compared.Contradictions(all)
	return []measure.Figure{
		count("pairs", len(all)), count("contradictions", p.Gold), count("conflicts", p.Said),
		share("precision", p.Precision()), share("recall", p.Recall()), share("f1", p.F1()),
	}, nil
}

// paraphrases measures how well the likeness of two sentences tells whether they
// mean the same.
func paraphrases(path string) ([]measure.Figure, error) {
	all, err := opened(path, compared.ReadParaphrases)
	if err != nil {
		return nil, err
	}
	p := compared.Paraphrases(all)
	return []measure.Figure{
		count("pairs", len(all)), count("same", p.Gold), count("said_same", p.Said),
		share("precision", p.Precision()), share("recall", p.Recall()), share("f1", p.F1()),
	}, nil
}

// alignments measures the alignment by itself at several sizes, on the cases and
// the articles of PolNeAR that lie below a folder.
func alignments(path string) ([]measure.Figure, error) {
	var files []string
	for _, pattern := range []string{"cases/*/*.txt", "data/polnear/*/text/*.txt", "data/polnear/*/text/*/*.txt"} {
		found, err := filepath.Glob(filepath.Join(path, filepath.FromSlash(pattern)))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		return nil, errors.New(path + ": no articles in cases/ or data/polnear/")
	}
	sizes := []int{1000, 5000, 20000}
	var documents []*extract.Document
	for sentences := 0; len(files) > 0 && sentences < sizes[len(sizes)-1]; files = files[1:] {
		result, err := read.Paths(files[:1], read.Options{})
		if err != nil {
			return nil, err
		}
		for _, a := range result.Articles {
			d := extract.Analyse(a)
			documents = append(documents, d)
			sentences += len(d.Text.Sentences)
		}
	}
	all := compared.Alignments(documents, sizes...)
	if len(all) == 0 {
		return nil, errors.New(path + ": fewer than " + strconv.Itoa(sizes[0]) + " sentences")
	}
	var figures []measure.Figure
	for _, a := range all {
		n := "_" + strconv.Itoa(a.Sentences)
		figures = append(figures,
			measure.Figure{Name: "seconds" + n, Value: a.Took.Seconds()},
			count("pairs"+n, a.Joined), share("recall"+n, compared.Share{Part: a.Found, Whole: a.Joined}.Percent()))
	}
	if len(all) > 1 {
		figures = append(figures, measure.Figure{Name: "growth_exponent", Value: compared.Growth(all[0], all[len(all)-1])})
	}
	return figures, nil
}

// opened reads one file, whose path an error begins with.
func opened[T any](path string, from func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(path)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	made, err := from(f)
	if err != nil {
		err = errors.New(path + ": " + err.Error())
	}
	return made, err
}

// subfolders is the paths of a folder's folders, by name.
func subfolders(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var folders []string
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, filepath.Join(path, e.Name()))
		}
	}
	if len(folders) == 0 {
		return nil, errors.New(path + ": no folders")
	}
	return folders, nil
}

// articlesIn is the articles of one folder, by id; annotations are none.
func articlesIn(folder string) ([]*article.Article, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	result, err := read.Paths(files, read.Options{})
	if err != nil {
		return nil, err
	}
	if len(result.Articles) == 0 {
		return nil, errors.New(folder + ": no articles")
	}
	return result.Articles, nil
}

// labelledPairs measures the encoder and the scoring of pairs on labelled sentences.
func labelledPairs(path string) ([]measure.Figure, error) {
	j, err := opened(path, compared.LabelledPairs)
	if err != nil {
		return nil, err
	}
	of := func(part, whole int) float64 { return 100 * float64(part) / float64(max(1, whole)) }
	return []measure.Figure{
		count("pairs", j.Pairs), count("joined", j.Joined),
		share("average_precision_counted", j.Counted.AveragePrecision()), share("average_precision_encoder", j.Encoded.AveragePrecision()),
		share("average_precision_both", j.Both.AveragePrecision()), share("accuracy_encoder", of(j.Right, j.Pairs)),
		share("word_precision", of(j.Words.Right, j.Words.Found)), share("word_recall", of(j.Words.Right, j.Words.There)),
	}, nil
}
