package measure

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"xref/extract/assertion"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

// judged is one predicate of a treebank and how sure its annotators are that it
// happened: -3, surely not, to 3, surely.
type judged struct {
	Split   string  `json:"split"`
	ID      string  `json:"sent_id"`
	Token   int     `json:"token"`
	Factual float64 `json:"factual"`
}

// sure is from which value, of either sign, annotators are sure.
const sure = 1

// Factuality measures the stance of predicates (assertion.Judge) against It
// Happened on the English Web Treebank: JSON Lines in the folder, or in its one
// file of that name, that point into the treebank's CoNLL-U files, which lie in
// the folder or in treebank/ beside it. Only predicates of which the annotators
// are sure count; those of the split "train" only where there are no others. A
// sign is right where the learned factuality is a half or more and the value is
// positive, or neither.
func Factuality(set fs.FS, folder, file string) ([]Figure, error) {
	rows, err := readJudged(set, folder, file)
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, r := range rows {
		wanted[r.ID] = true
	}
	sentences, err := treebankSentences(set, []string{folder, path.Join(folder, "treebank"), path.Join(path.Dir(folder), "treebank")}, wanted)
	if err != nil {
		return nil, err
	}
	var chosen []conllu.Sentence
	at := map[string]int{} // of each sentence, its place among the chosen
	for _, r := range rows {
		if _, taken := at[r.ID]; taken {
			continue
		}
		s, ok := sentences[r.ID]
		if !ok {
			return nil, fmt.Errorf("no sentence %s in the treebank", r.ID)
		}
		at[r.ID] = len(chosen)
		chosen = append(chosen, s)
	}
	source, tokens := surface(chosen)
	t := analyser.English().AnalyseTokens(source, tokens)
	judge := assertion.NewJudge(t)
	var right, positive, rightPositive, rightNegative int
	for _, r := range rows {
		s := t.Sentences[at[r.ID]]
		if r.Token < 1 || r.Token > s.End-s.First {
			return nil, fmt.Errorf("sentence %s has no token %d", r.ID, r.Token)
		}
		holds := judge.Stance(s.First+r.Token-1).Factuality >= 0.5
		right += one(holds == (r.Factual > 0))
		positive += one(r.Factual > 0)
		rightPositive += one(holds && r.Factual > 0)
		rightNegative += one(!holds && r.Factual < 0)
	}
	return []Figure{
		percent("sign", right, len(rows)),
		percent("always_positive", positive, len(rows)),
		percent("positive_right", rightPositive, positive),
		percent("negative_right", rightNegative, len(rows)-positive),
		count("sure", len(rows)),
	}, nil
}

// readJudged reads the predicates of which the annotators are sure.
func readJudged(set fs.FS, folder, file string) ([]judged, error) {
	files := []string{path.Join(folder, file)}
	if file == "" {
		var err error
		if files, err = fs.Glob(set, path.Join(folder, "*.jsonl")); err != nil {
			return nil, err
		}
	}
	var trained, others []judged
	for _, name := range files {
		f, err := set.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		scanner := bufio.NewScanner(f)
		for n := 1; scanner.Scan(); n++ {
			var r judged
			if err := json.Unmarshal(scanner.Bytes(), &r); err != nil {
				return nil, fmt.Errorf("%s: line %d: %w", name, n, err)
			}
			switch {
			case r.Factual < sure && r.Factual > -sure:
			case r.Split == "train":
				trained = append(trained, r)
			default:
				others = append(others, r)
			}
		}
		if err := scanner.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if len(others) == 0 {
		others = trained
	}
	if len(others) == 0 {
		return nil, errors.New("no predicate of which the annotators are sure")
	}
	return others, nil
}

// treebankSentences reads the wanted sentences from the CoNLL-U files of the
// folders.
func treebankSentences(set fs.FS, folders []string, wanted map[string]bool) (map[string]conllu.Sentence, error) {
	found := map[string]conllu.Sentence{}
	for _, folder := range folders {
		files, err := fs.Glob(set, path.Join(folder, "*.conllu"))
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			f, err := set.Open(name)
			if err != nil {
				return nil, err
			}
			sentences, err := conllu.Read(f)
			f.Close()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			for _, s := range sentences {
				if wanted[s.ID] {
					found[s.ID] = s
				}
			}
		}
	}
	return found, nil
}
