package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"xref/extract"
)

// labelledSentences is a pair of clauses that a reader labelled, in their sentences: what
// the encoder's trainer reads.
type labelledSentences struct {
	Case      string   `json:"case"`
	Annotated bool     `json:"annotated"` // the case has an annotation of its findings
	Relation  string   `json:"relation"`
	A         string   `json:"a"` // the sentence
	B         string   `json:"b"`
	ClauseA   [][2]int `json:"clause_a"` // bytes of the sentence
	ClauseB   [][2]int `json:"clause_b"`
}

// trainSentences prints the sentences of labelled clauses, one pair a line: labels hold no
// text. A label whose clause no assertion is any more is left out and counted.
func trainSentences(args []string) error {
	flags := flag.NewFlagSet("sentences", flag.ContinueOnError)
	ofClauses := flags.String("labels", "cmd/train/labels/clauses.jsonl", "pairs of clauses that readers labelled")
	ofContrasts := flags.String("contrasts", "", "print the sentences of the contrasts that readers labelled in this file, not of clauses")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("give the folder that holds cases/ and data/")
	}
	labels, err := readClauseLabels(*ofClauses)
	if err != nil {
		return err
	}
	out, lost := json.NewEncoder(os.Stdout), 0
	out.SetEscapeHTML(false)
	contrasts, err := readContrastLabels(*ofContrasts)
	if err != nil {
		return err
	}
	for _, name := range labels.cases() {
		c, err := readLabelledCase(flags.Arg(0), name, labels)
		if err != nil {
			return err
		}
		documents := map[string]*extract.Document{}
		for _, d := range c.documents {
			documents[d.Article.ID] = d
		}
		if *ofContrasts != "" {
			n, err := contrasts.print(out, c, documents)
			if err != nil {
				return err
			}
			lost += n
			continue
		}
		for _, l := range labels.ofCase(name) {
			s := labelledSentences{Case: name, Annotated: c.annotated, Relation: l.Relation}
			var okA, okB bool
			s.A, s.ClauseA, okA = l.A.inSentence(documents)
			s.B, s.ClauseB, okB = l.B.inSentence(documents)
			if !okA || !okB {
				lost++
				continue
			}
			if err := out.Encode(s); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%d labels are of passages that aren't there any more\n", lost)
	return nil
}

// contrastedSentences is a contrast that a reader labelled, in its sentences.
type contrastedSentences struct {
	Case      string `json:"case"`
	Annotated bool   `json:"annotated"`
	Says      string `json:"says"`
	A         string `json:"a"`
	B         string `json:"b"`
	WordsA    [2]int `json:"words_a"` // bytes of the sentence
	WordsB    [2]int `json:"words_b"`
}

// print prints the labelled contrasts of a case in their sentences, by their places, and counts those
// of which no sentence has the words.
func (labels contrastLabels) print(out *json.Encoder, c labelledCase, documents map[string]*extract.Document) (lost int, err error) {
	places := slices.SortedFunc(maps.Keys(labels[c.name]), func(v, w [2]clausePlace) int {
		return cmp.Or(v[0].compare(w[0]), v[1].compare(w[1]))
	})
	for _, at := range places {
		s := contrastedSentences{Case: c.name, Annotated: c.annotated, Says: labels[c.name][at]}
		var okA, okB bool
		s.A, s.WordsA, okA = at[0].wordsInSentence(documents)
		s.B, s.WordsB, okB = at[1].wordsInSentence(documents)
		if !okA || !okB {
			lost++
			continue
		}
		if err := out.Encode(s); err != nil {
			return lost, err
		}
	}
	return lost, nil
}

// wordsInSentence is the sentence that has the words at a place, and their bytes in it.
func (p clausePlace) wordsInSentence(documents map[string]*extract.Document) (text string, words [2]int, ok bool) {
	d := documents[p.Article]
	if d == nil {
		return "", words, false
	}
	for _, s := range d.Text.Sentences {
		if s.Span.Start <= p.Start && p.End <= s.Span.End {
			return s.Span.In(d.Article.Text), [2]int{p.Start - s.Span.Start, p.End - s.Span.Start}, true
		}
	}
	return "", words, false
}

func (p clausePlace) compare(o clausePlace) int {
	return cmp.Or(cmp.Compare(p.Article, o.Article), p.Start-o.Start, p.End-o.End)
}

// inSentence is the sentence of the clause that stands at a place, and the bytes of the
// clause in it.
func (p clausePlace) inSentence(documents map[string]*extract.Document) (text string, clause [][2]int, ok bool) {
	d := documents[p.Article]
	if d == nil {
		return "", nil, false
	}
	best := -1
	for i := range d.Assertions {
		if p.is(d.Assertions[i].Span) && (best < 0 || p.share(d.Assertions[i].Span) > p.share(d.Assertions[best].Span)) {
			best = i
		}
	}
	if best < 0 {
		return "", nil, false
	}
	a := &d.Assertions[best]
	sentence := d.Text.Sentences[a.Sentence].Span
	for _, i := range a.Tokens {
		token := d.Text.Tokens[i].Span
		clause = append(clause, [2]int{token.Start - sentence.Start, token.End - sentence.Start})
	}
	return sentence.In(d.Article.Text), clause, true
}
