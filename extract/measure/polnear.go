package measure

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"xref/extract/article"
	"xref/extract/quote"
	"xref/internal/analyser"
)

// Polnear measures attributions against a part of PolNeAR: a folder with
// text/NAME.txt and attributions/NAME_ANNOTATOR.ann (brat stand-off). Where
// several annotators read a text, the first by name counts.
//
// An attribution is found if a predicted one's cue overlaps the annotated one's
// and their contents share at least half of the longer of the two, marks and
// space not counted. PolNeAR gives a word to one attribution at most and to the
// outermost where they are nested, so what stands in another's content is left
// out, as are quotations whose speaker is only understood. The source is right
// if the two spans overlap or neither names one.
//
// Of the direct figures, recall is over the annotated contents that stand
// between quotation marks as a whole, precision over the predicted ones.
func Polnear(folder fs.FS) ([]Figure, error) {
	files, err := annotated(folder)
	if err != nil {
		return nil, err
	}
	var all tally
	for _, f := range files {
		text, err := fs.ReadFile(folder, f.text)
		if err != nil {
			return nil, err
		}
		notes, err := fs.ReadFile(folder, f.notes)
		if err != nil {
			return nil, err
		}
		gold, err := readAttributions(string(text), string(notes))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.notes, err)
		}
		all.add(gold, foundAttributions(string(text)))
	}
	return all.figures(len(files)), nil
}

type annotatedText struct{ text, notes string }

// annotated pairs each text with the first of its annotations, in the order of
// the texts' names.
func annotated(folder fs.FS) ([]annotatedText, error) {
	notes, err := fs.Glob(folder, "attributions/*.ann")
	if err != nil {
		return nil, err
	}
	sort.Strings(notes)
	var files []annotatedText
	for _, n := range notes {
		stem := strings.TrimSuffix(path.Base(n), ".ann")
		if i := strings.LastIndexByte(stem, '_'); i >= 0 {
			stem = stem[:i]
		}
		text := "text/" + stem + ".txt"
		if len(files) == 0 || files[len(files)-1].text != text {
			files = append(files, annotatedText{text: text, notes: n})
		}
	}
	if len(files) == 0 {
		return nil, errors.New("no attributions/*.ann beside text/*.txt")
	}
	return files, nil
}

// attribution is one annotated or predicted attribution, in byte offsets.
type attribution struct {
	content, cue, source []article.Span
	direct               bool
}

// readAttributions reads brat stand-off, whose offsets count characters. An
// event without content or cue is left out.
func readAttributions(text, notes string) ([]attribution, error) {
	offsets := characterOffsets(text)
	spans := make(map[string][]article.Span)
	lines := strings.Split(notes, "\n")
	for number, line := range lines {
		if !strings.HasPrefix(line, "T") {
			continue
		}
		id, rest, _ := strings.Cut(line, "\t")
		rest, _, _ = strings.Cut(rest, "\t")
		_, ranges, ok := strings.Cut(rest, " ")
		if !ok {
			continue
		}
		for _, r := range strings.Split(ranges, ";") {
			from, to, _ := strings.Cut(r, " ")
			a, errA := strconv.Atoi(from)
			b, errB := strconv.Atoi(to)
			if errA != nil || errB != nil || a < 0 || a > b || b >= len(offsets) {
				return nil, fmt.Errorf("line %d: bad range %q", number+1, r)
			}
			spans[id] = append(spans[id], article.Span{Start: offsets[a], End: offsets[b]})
		}
	}
	var found []attribution
	for _, line := range lines {
		_, roles, ok := strings.Cut(line, "\t")
		if !ok || !strings.HasPrefix(line, "E") {
			continue
		}
		var a attribution
		for _, field := range strings.Fields(roles) {
			role, id, _ := strings.Cut(field, ":")
			switch strings.TrimRight(role, "0123456789") {
			case "Content":
				a.content = append(a.content, spans[id]...)
			case "Cue":
				a.cue = append(a.cue, spans[id]...)
			case "Source":
				a.source = append(a.source, spans[id]...)
			}
		}
		if len(a.content) == 0 || len(a.cue) == 0 {
			continue
		}
		a.direct = true
		for _, c := range a.content {
			a.direct = a.direct && betweenMarks(c.In(text))
		}
		a.content = lettersOnly(text, a.content)
		if len(a.content) > 0 {
			found = append(found, a)
		}
	}
	return found, nil
}

// characterOffsets gives the byte offset of each character and of the end.
func characterOffsets(text string) []int {
	offsets := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

const marks = "\"'`“”„«»‘’"

// betweenMarks reports whether s begins and ends with a quotation mark.
func betweenMarks(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ".,;:!? ")
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(marks, first) && strings.ContainsRune(marks, last)
}

// lettersOnly splits spans into the runs that are neither space nor quotation
// marks nor the punctuation that stands beside them.
func lettersOnly(text string, spans []article.Span) []article.Span {
	var runs []article.Span
	for _, s := range spans {
		for i, r := range s.In(text) {
			if strings.ContainsRune(marks+" \t\r\n.,;:!?", r) {
				continue
			}
			at := article.Span{Start: s.Start + i, End: s.Start + i + utf8.RuneLen(r)}
			if n := len(runs); n > 0 && runs[n-1].End == at.Start {
				runs[n-1].End = at.End
			} else {
				runs = append(runs, at)
			}
		}
	}
	return runs
}

// foundAttributions is what quote.Find makes of a text whose first line is its
// headline.
func foundAttributions(text string) []attribution {
	a := &article.Article{ID: "text", Text: text}
	end := strings.IndexByte(text, '\n')
	if end < 0 {
		end = len(text)
	}
	a.Title = article.Span{Start: 0, End: end}
	a.Body = article.Span{Start: end, End: len(text)}
	var found []attribution
	for _, q := range quote.Find(analyser.Analyse(a)) {
		if q.CueHead < 0 || q.Outer >= 0 {
			continue
		}
		p := attribution{
			content: lettersOnly(text, q.Content),
			cue:     []article.Span{q.Cue},
			direct:  q.Kind == quote.Direct,
		}
		if q.Speaker >= 0 {
			p.source = []article.Span{q.Source}
		}
		found = append(found, p)
	}
	return found
}

// tally counts over all texts.
type tally struct {
	gold, predicted, found, sourced                      int
	directGold, directPredicted                          int
	directRecalled, directCorrect, directRecalledSourced int
}

// add matches one text's predictions with its annotation, one to one, the
// largest shared content first.
func (t *tally) add(gold, predicted []attribution) {
	t.gold += len(gold)
	t.predicted += len(predicted)
	type pair struct{ g, p, shared int }
	var pairs []pair
	for g := range gold {
		for p := range predicted {
			if shared(gold[g].cue, predicted[p].cue) == 0 {
				continue
			}
			both := shared(gold[g].content, predicted[p].content)
			if 2*both >= max(length(gold[g].content), length(predicted[p].content)) {
				pairs = append(pairs, pair{g, p, both})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].shared > pairs[j].shared })
	ofGold := make([]int, len(gold))
	for g := range ofGold {
		ofGold[g] = -1
	}
	taken := make([]bool, len(predicted))
	for _, m := range pairs {
		if ofGold[m.g] < 0 && !taken[m.p] {
			ofGold[m.g], taken[m.p] = m.p, true
		}
	}
	for g, p := range ofGold {
		if gold[g].direct {
			t.directGold++
		}
		if p < 0 {
			continue
		}
		right := len(gold[g].source) == 0 && len(predicted[p].source) == 0 || shared(gold[g].source, predicted[p].source) > 0
		t.found++
		if right {
			t.sourced++
		}
		if gold[g].direct {
			t.directRecalled++
			if right {
				t.directRecalledSourced++
			}
		}
	}
	for p := range predicted {
		if predicted[p].direct {
			t.directPredicted++
			if taken[p] {
				t.directCorrect++
			}
		}
	}
}

func (t *tally) figures(texts int) []Figure {
	precision := percent("direct_precision", t.directCorrect, t.directPredicted)
	recall := percent("direct_recall", t.directRecalled, t.directGold)
	direct := Figure{Name: "direct_f1"}
	if sum := precision.Value + recall.Value; sum > 0 {
		direct.Value = 2 * precision.Value * recall.Value / sum
	}
	return []Figure{
		percent("precision", t.found, t.predicted),
		percent("recall", t.found, t.gold),
		f1("f1", t.found, t.predicted, t.gold),
		percent("source_accuracy", t.sourced, t.found),
		precision, recall, direct,
		percent("direct_source_accuracy", t.directRecalledSourced, t.directRecalled),
		count("texts", texts),
		count("gold", t.gold),
		count("predicted", t.predicted),
		count("found", t.found),
		count("direct_gold", t.directGold),
		count("direct_predicted", t.directPredicted),
	}
}

// shared is how many bytes two lists of spans have in common.
func shared(a, b []article.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func length(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
