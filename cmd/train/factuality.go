package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"xref/cmd/train/english"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang/conllu"
	"xref/internal/analyser"
)

// judgement is what annotators say of one predicate of a treebank: whether it
// is the case, from -3, surely not, to 3, surely.
type judgement struct {
	Split   string  `json:"split"`
	ID      string  `json:"sent_id"`
	Token   int     `json:"token"`
	Factual float64 `json:"factual"`
}

// judged is a judgement with what the text shows of the predicate.
type judged struct {
	features []assertion.Feature
	factual  float64
	document int
}

// factualityFolds is into how many parts the treebank is cut. Each is parsed by
// a model that was learned from the others, so that the judgement is learned
// from parses like those that it will be given.
const factualityFolds = 3

const factualityHeader = `Weights of the judgement of predicates for xref, offered under CC BY-SA 4.0.
Learned from It Happened on the Universal Dependencies English Web Treebank (train), CC BY-SA 4.0.
Made by "train factuality"; the features are in extract/assertion/features.go.`

// trainFactuality learns how likely readers say that a predicate is the case,
// by logistic regression.
func trainFactuality(args []string) error {
	flags := flag.NewFlagSet("train factuality", flag.ContinueOnError)
	out := flags.String("o", "extract/assertion/factuality.bin", "the file to write")
	dictionary := flags.String("wordnet", "/usr/share/wordnet", "the folder of WordNet 3.0's dictionary `files`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("want one folder of data, got %d arguments", flags.NArg())
	}
	data := flags.Arg(0)
	judgements, err := readJudgements(filepath.Join(data, "factuality/factuality_ewt.jsonl"))
	if err != nil {
		return err
	}
	material, err := readMaterial(data, os.DirFS(*dictionary))
	if err != nil {
		return err
	}
	material.Quick, material.Names = true, nil
	for i := range material.Treebanks {
		material.Treebanks[i].Entities, material.Treebanks[i].Named = false, nil
	}
	bank := material.Treebanks[0].Sentences
	document := documents(bank)
	var examples []judged
	for fold := range factualityFolds {
		material.Treebanks[0] = english.Treebank{}
		var held []int
		for i := range bank {
			if document[i]%factualityFolds == fold {
				held = append(held, i)
			} else {
				material.Treebanks[0].Sentences = append(material.Treebanks[0].Sentences, bank[i])
			}
		}
		file, err := english.Train(material, func(string, ...any) {})
		if err != nil {
			return err
		}
		model, err := analyser.Load(string(file))
		if err != nil {
			return err
		}
		found, err := judgedIn(model, bank, held, document, judgements)
		if err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "part %d of %d: %d predicates\n", fold+1, factualityFolds, len(found))
		examples = append(examples, found...)
	}
	right, sure := 0, 0
	for fold := range factualityFolds {
		var learned, held []judged
		for _, e := range examples {
			if e.document%factualityFolds == fold {
				held = append(held, e)
			} else {
				learned = append(learned, e)
			}
		}
		weights := learnFactuality(learned)
		for _, e := range held {
			if math.Abs(e.factual) >= 1 {
				sure++
				if (logOdds(weights, e.features) > 0) == (e.factual > 0) {
					right++
				}
			}
		}
	}
	fmt.Fprintf(os.Stderr, "by weights learned without its part: %.2f%% of %d right where annotators are sure\n", 100*float64(right)/float64(sure), sure)
	return os.WriteFile(*out, assertion.PackFactuality(factualityHeader, learnFactuality(examples)), 0o644)
}

// readJudgements reads the training part of It Happened, by sentence.
func readJudgements(path string) (map[string][]judgement, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	found := map[string][]judgement{}
	scanner := bufio.NewScanner(f)
	for n := 1; scanner.Scan(); n++ {
		var j judgement
		if err := json.Unmarshal(scanner.Bytes(), &j); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		if j.Split == "train" {
			found[j.ID] = append(found[j.ID], j)
		}
	}
	return found, scanner.Err()
}

// documents is the ordinal of each sentence's document.
func documents(bank []conllu.Sentence) []int {
	number := make([]int, len(bank))
	for i := 1; i < len(bank); i++ {
		number[i] = number[i-1]
		if bank[i].NewDocument {
			number[i]++
		}
	}
	return number
}

// judgedIn are the judged predicates of some sentences of the bank, as the
// model parses them.
func judgedIn(model *analyser.Model, bank []conllu.Sentence, chosen, document []int, judgements map[string][]judgement) ([]judged, error) {
	var source strings.Builder
	var sentences [][]article.Span
	for _, i := range chosen {
		var tokens []article.Span
		for _, w := range bank[i].Words {
			tokens = append(tokens, article.Span{Start: source.Len() + w.Start, End: source.Len() + w.End})
		}
		source.WriteString(bank[i].Text)
		source.WriteByte('\n')
		sentences = append(sentences, tokens)
	}
	t := model.AnalyseTokens(source.String(), sentences)
	judge := assertion.NewJudge(t)
	var found []judged
	for n, i := range chosen {
		for _, j := range judgements[bank[i].ID] {
			s := t.Sentences[n]
			if j.Token < 1 || j.Token > s.End-s.First {
				return nil, fmt.Errorf("sentence %s has no token %d", j.ID, j.Token)
			}
			found = append(found, judged{features: judge.Features(s.First + j.Token - 1), factual: j.Factual, document: document[i]})
		}
	}
	return found, nil
}

// The constants of the regression.
const (
	factualityLeast  = 6    // how often a feature must be seen
	factualityRounds = 4    // regressions that are learned apart and averaged
	factualityPasses = 8    // over the examples; the weights after the last half are averaged
	factualityRate   = 0.03 // of the first step
	factualityDecay  = 3e-3
	factualityDrop   = 0.5  // the share of features left out at random
	factualityUnsure = 0.75 // from which value, of either sign, a judgement counts in full
)

// learnFactuality fits logistic regressions by AdaGrad and averages them. A
// judgement that isn't sure counts by its value.
func learnFactuality(examples []judged) map[assertion.Feature]float64 {
	seen := map[assertion.Feature]int{}
	for _, e := range examples {
		for _, f := range e.features {
			seen[f]++
		}
	}
	number := map[assertion.Feature]int32{}
	rows := make([][]int32, len(examples))
	for i, e := range examples {
		for _, f := range e.features {
			if seen[f] < factualityLeast {
				continue
			}
			n, ok := number[f]
			if !ok {
				n = int32(len(number))
				number[f] = n
			}
			rows[i] = append(rows[i], n)
		}
	}
	sums := make([]float64, len(number))
	for round := range factualityRounds {
		weights, squares := make([]float64, len(number)), make([]float64, len(number))
		random := rand.New(rand.NewPCG(uint64(round), 20221122))
		var kept []int32
		for pass := range factualityPasses {
			for _, i := range random.Perm(len(rows)) {
				kept = kept[:0]
				odds := 0.0
				for _, n := range rows[i] {
					if random.Float64() >= factualityDrop {
						kept = append(kept, n)
						odds += weights[n]
					}
				}
				slope := examples[i].slope(odds / (1 - factualityDrop))
				for _, n := range kept {
					g := slope + factualityDecay*weights[n]
					squares[n] += g * g
					weights[n] -= factualityRate * g / math.Sqrt(1e-6+squares[n])
				}
			}
			if pass >= factualityPasses/2 {
				for n, w := range weights {
					sums[n] += w
				}
			}
		}
	}
	learned := make(map[assertion.Feature]float64, len(number))
	for f, n := range number {
		learned[f] = sums[n] / (factualityRounds * (factualityPasses - factualityPasses/2))
	}
	return learned
}

// slope is that of the loss at the logarithm of odds.
func (e *judged) slope(odds float64) float64 {
	slope := 1 / (1 + math.Exp(-odds))
	if e.factual > 0 {
		slope--
	}
	return slope * min(1, math.Abs(e.factual)/factualityUnsure)
}

// logOdds is the logarithm of the odds that a predicate with the features is the case.
func logOdds(weights map[assertion.Feature]float64, features []assertion.Feature) float64 {
	sum := 0.0
	for _, f := range features {
		sum += weights[f]
	}
	return sum
}
