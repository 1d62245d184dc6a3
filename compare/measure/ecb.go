package measure

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"xref/extract/article"
)

// ECBDocument is one article of the EventCorefBank+ (Cybulska and Vossen 2014):
// its text, put together from tokens, and the events that its sentences tell.
// ReadECB makes it.
type ECBDocument struct {
	Article   article.Article
	Topic     int
	Name      string // within the topic, "10ecbplus"
	Plus      bool   // of the topic's second event
	Sentences []ECBSentence
}

// ECBSentence is one sentence with the events in it that are annotated across
// documents, by the ids of their instances.
type ECBSentence struct {
	Number int // as the corpus counts, from 0
	Span   article.Span
	Events []string
}

// ECBSelection is the sentences in which every event is annotated, by topic and
// document, then sentence number.
type ECBSelection map[string]map[int]bool

func selectionKey(topic int, name string) string { return fmt.Sprintf("%d_%s", topic, name) }

// ReadECBSelection reads the corpus's list of sentences: topic, file and
// sentence number, comma-separated, under a line of headings.
func ReadECBSelection(r io.Reader) (ECBSelection, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("ecbplus sentences: %w", err)
	}
	selection := ECBSelection{}
	for i, row := range rows {
		if i == 0 {
			continue
		}
		if len(row) != 3 {
			return nil, fmt.Errorf("ecbplus sentences: line %d: %d columns for 3", i+1, len(row))
		}
		for j := range row {
			row[j] = strings.TrimSpace(row[j])
		}
		topic, err := strconv.Atoi(row[0])
		if err != nil {
			return nil, fmt.Errorf("ecbplus sentences: line %d: topic %q is no number", i+1, row[0])
		}
		number, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, fmt.Errorf("ecbplus sentences: line %d: sentence %q is no number", i+1, row[2])
		}
		key := selectionKey(topic, row[1])
		if selection[key] == nil {
			selection[key] = map[int]bool{}
		}
		selection[key][number] = true
	}
	return selection, nil
}

// ecbXML is a document of the corpus as it is stored.
type ecbXML struct {
	Name   string `xml:"doc_name,attr"` // "21_1ecbplus.xml"
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName xml.Name
			ID      string `xml:"m_id,attr"`
			Anchors []struct {
				Token string `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	}
	Relations struct {
		Across []struct {
			Instance string `xml:"note,attr"`
			Sources  []struct {
				Markable string `xml:"m_id,attr"`
			} `xml:"source"`
		} `xml:"CROSS_DOC_COREF"`
	}
}

// ReadECB reads one document of the corpus. A sentence that is a web address is
// left out of the text.
func ReadECB(r io.Reader) (*ECBDocument, error) {
	var x ecbXML
	decoder := xml.NewDecoder(r)
	if err := decoder.Decode(&x); err != nil {
		line, _ := decoder.InputPos()
		return nil, fmt.Errorf("ecbplus: line %d: %w", line, err)
	}
	d, err := namedECB(x.Name)
	if err != nil {
		return nil, err
	}
	events := x.events()
	var text strings.Builder
	for i := 0; i < len(x.Tokens); {
		number, start := x.Tokens[i].Sentence, i
		for i < len(x.Tokens) && x.Tokens[i].Sentence == number {
			i++
		}
		tokens := x.Tokens[start:i]
		if strings.HasPrefix(tokens[0].Text, "http") {
			continue
		}
		sentence := ECBSentence{Number: number, Span: article.Span{Start: text.Len()}}
		before := ""
		for _, t := range tokens {
			if before != "" && t.Text != "" && spaced(before, t.Text) {
				text.WriteByte(' ')
			}
			text.WriteString(t.Text)
			before = t.Text
			sentence.Events = append(sentence.Events, events[t.ID]...)
		}
		sentence.Span.End = text.Len()
		text.WriteByte('\n')
		d.Sentences = append(d.Sentences, sentence)
	}
	if len(d.Sentences) == 0 {
		return nil, errors.New("ecbplus: " + x.Name + ": no tokens")
	}
	d.Article.Text = text.String()
	d.Article.Body = article.Span{End: text.Len()}
	return d, nil
}

// namedECB is a document without text, by the name that the corpus gives it.
func namedECB(name string) (*ECBDocument, error) {
	base := strings.TrimSuffix(name, ".xml")
	number, rest, ok := strings.Cut(base, "_")
	topic, err := strconv.Atoi(number)
	if !ok || err != nil || !strings.HasSuffix(rest, "ecb") && !strings.HasSuffix(rest, "ecbplus") {
		return nil, fmt.Errorf("ecbplus: document name %q is not like 21_1ecbplus.xml", name)
	}
	return &ECBDocument{
		Article: article.Article{ID: base, Outlet: base, Language: "en"},
		Topic:   topic, Name: rest, Plus: strings.HasSuffix(rest, "plus"),
	}, nil
}

// events is the instances of the actions that each token is a mention of.
func (x *ecbXML) events() map[string][]string {
	instance := map[string]string{}
	for _, r := range x.Relations.Across {
		for _, s := range r.Sources {
			instance[s.Markable] = r.Instance
		}
	}
	events := map[string][]string{}
	for _, m := range x.Markables.All {
		kind := m.XMLName.Local
		if instance[m.ID] == "" || !strings.HasPrefix(kind, "ACTION") && !strings.HasPrefix(kind, "NEG_ACTION") {
			continue
		}
		for _, a := range m.Anchors {
			events[a.Token] = append(events[a.Token], instance[m.ID])
		}
	}
	return events
}

// closing tokens stand right behind the token before them, opening ones right
// before the one behind, joining ones both; the corpus splits hyphens and
// slashes off.
var (
	closing = table(".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "’", "”", "''", "n't", "'s", "'re", "'ve", "'ll", "'m", "'d")
	opening = table("(", "[", "{", "$", "``", "“", "#")
	joining = table("-", "/")
)

func table(tokens ...string) map[string]bool {
	t := map[string]bool{}
	for _, token := range tokens {
		t[token] = true
	}
	return t
}

// spaced reports whether a space stands between two neighbouring tokens.
func spaced(before, after string) bool {
	if before == ":" && after[0] >= '0' && after[0] <= '9' {
		return false
	}
	return !joining[before] && !joining[after] && !opening[before] && !closing[after]
}
