package measure

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"xref/extract/article"
	"xref/extract/when"
	"xref/internal/analyser"
)

// timex is one TIMEX3 in a text.
type timex struct {
	span  article.Span
	value string
}

// TimeBank measures time expressions against the TimeML files (.tml) of a file
// system. An expression is found where it overlaps an expected one (relaxed)
// or has its very span (strict), one to one; the value is compared among those
// found by overlap. The time of the document's creation isn't counted: it is
// what the others are resolved against.
func TimeBank(fsys fs.FS) ([]Figure, error) {
	var s timeScore
	documents := 0
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".tml") {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		text, created, gold, err := readTimeML(string(data))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		documents++
		s.add(text, foundTimexes(text, created), gold, nil)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if documents == 0 {
		return nil, errors.New("no .tml files")
	}
	return append([]Figure{count("documents", documents)}, s.figures()...), nil
}

// foundTimexes are the time expressions of a text by TIMEX3's rules of extent:
// without a preposition that bends them, and both ends of a range apart.
func foundTimexes(text string, created time.Time) []timex {
	t := analyser.Analyse(&article.Article{Text: text, Body: article.Span{End: len(text)}})
	var found []timex
	for _, f := range when.Find(t, created) {
		ends := f.Ends
		if len(ends) == 0 {
			ends = []when.Time{f}
		}
		for _, e := range ends {
			found = append(found, timex{e.Core, e.Value})
		}
	}
	return found
}

// timeScore counts over documents.
type timeScore struct {
	found, gold, overlap, exact, value, exactValue int
}

// add counts one document; see, where it isn't nil, gets each pair that
// differs, with a nil for what one side lacks.
func (s *timeScore) add(text string, found, gold []timex, see func(text string, found, gold *timex)) {
	s.found += len(found)
	s.gold += len(gold)
	taken := make([]bool, len(found))
	for i := range gold {
		best := -1
		for j := range found {
			if taken[j] || !found[j].span.Overlaps(gold[i].span) {
				continue
			}
			if best < 0 || found[j].span == gold[i].span {
				best = j
			}
		}
		if best < 0 {
			if see != nil {
				see(text, nil, &gold[i])
			}
			continue
		}
		taken[best] = true
		s.overlap++
		exact := found[best].span == gold[i].span
		same := found[best].value == gold[i].value
		if exact {
			s.exact++
		}
		if same {
			s.value++
		}
		if exact && same {
			s.exactValue++
		}
		if see != nil && !(exact && same) {
			see(text, &found[best], &gold[i])
		}
	}
	for j := range found {
		if !taken[j] && see != nil {
			see(text, &found[j], nil)
		}
	}
}

func (s *timeScore) figures() []Figure {
	return []Figure{
		count("expected", s.gold), count("found", s.found),
		percent("found_precision", s.overlap, s.found), percent("found_recall", s.overlap, s.gold), f1("found_f1", s.overlap, s.found, s.gold),
		percent("strict_precision", s.exact, s.found), percent("strict_recall", s.exact, s.gold), f1("strict_f1", s.exact, s.found, s.gold),
		percent("value_accuracy", s.value, s.overlap), f1("value_f1", s.value, s.found, s.gold),
	}
}

// readTimeML reads the text of a TimeML document, the time of its creation and
// the TIMEX3 in the text.
func readTimeML(data string) (text string, created time.Time, gold []timex, err error) {
	d := xml.NewDecoder(strings.NewReader(data))
	d.Strict = false
	var b strings.Builder
	inText := false
	var open []int
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", created, nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "TEXT":
				inText = true
			case "TIMEX3":
				value := ""
				creation := false
				for _, a := range token.Attr {
					switch a.Name.Local {
					case "value":
						value = a.Value
					case "functionInDocument":
						creation = a.Value == "CREATION_TIME"
					}
				}
				if creation && len(value) >= 10 && created.IsZero() {
					created, err = time.Parse("2006-01-02", value[:10])
					if err != nil {
						return "", created, nil, err
					}
				}
				if inText {
					open = append(open, len(gold))
					gold = append(gold, timex{article.Span{Start: b.Len()}, value})
				}
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "TEXT":
				inText = false
			case "TIMEX3":
				if inText && len(open) > 0 {
					gold[open[len(open)-1]].span.End = b.Len()
					open = open[:len(open)-1]
				}
			}
		case xml.CharData:
			if inText {
				b.Write(token)
			}
		}
	}
	return b.String(), created, gold, nil
}
