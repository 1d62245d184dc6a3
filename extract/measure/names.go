package measure

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/internal/analyser"
)

// nameTypes are the types of names as test sets write them; names of other
// types are not compared.
var nameTypes = map[string]lang.NameType{"PER": lang.Person, "ORG": lang.Organisation, "LOC": lang.Place}

// Names measures names of persons, organisations and places against a file in
// columns, IOB2: tab-separated id, form and label as Universal NER writes them,
// or form and label. A name is right if its tokens and type are.
func Names(r io.Reader) ([]Figure, error) {
	type name struct {
		sentence, first, end int
		kind                 lang.NameType
	}
	gold := map[name]bool{}
	var source strings.Builder
	var sentences [][]article.Span
	var tokens []article.Span
	var open *name
	finish := func() {
		if open != nil {
			gold[*open] = true
			open = nil
		}
	}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<24)
	for n := 1; scanner.Scan(); n++ {
		line := scanner.Text()
		if strings.TrimSpace(line) == "" {
			finish()
			if len(tokens) > 0 {
				sentences = append(sentences, tokens)
				source.WriteByte('\n')
			}
			tokens = nil
			continue
		}
		c := strings.Fields(line)
		if line[0] == '#' && (len(c) < 3 || !strings.HasPrefix(c[1], "B-") && !strings.HasPrefix(c[1], "I-") && c[1] != "O") {
			continue
		}
		if columns := strings.Split(line, "\t"); len(columns) > 2 {
			c = columns[1:]
		}
		if len(c) < 2 {
			return nil, fmt.Errorf("line %d: %d columns, want a form and a label", n, len(c))
		}
		prefix, label, _ := strings.Cut(c[1], "-")
		if prefix != "I" {
			finish()
		}
		if kind, ok := nameTypes[label]; ok {
			if open == nil {
				open = &name{len(sentences), len(tokens), 0, kind}
			}
			open.end = len(tokens) + 1
		}
		start := source.Len()
		source.WriteString(c[0])
		tokens = append(tokens, article.Span{Start: start, End: source.Len()})
		source.WriteByte(' ')
	}
	finish()
	if len(tokens) > 0 {
		sentences = append(sentences, tokens)
	}
	if err := scanner.Err(); err != nil {
		return nil, err
	}
	t := analyser.English().AnalyseTokens(source.String(), sentences)
	found, predicted := 0, 0
	for _, n := range t.Names {
		if n.Type == lang.OtherName {
			continue
		}
		predicted++
		s := t.SentenceOf(n.First)
		first := t.Sentences[s].First
		found += one(gold[name{s, n.First - first, n.End - first, n.Type}])
	}
	return []Figure{
		percent("precision", found, predicted),
		percent("recall", found, len(gold)),
		f1("f1", found, predicted, len(gold)),
	}, nil
}
