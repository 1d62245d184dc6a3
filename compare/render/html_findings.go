package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/lang"
)

// htmlRun is a part of a passage: Mark is for words that carry the difference,
// Around for those that stand about the passage.
type htmlRun struct {
	Text         string
	Mark, Around bool
}

// htmlFinding is one finding: a line, and the passages that it opens to.
type htmlFinding struct {
	ID, Kind, Verdict, Severity, Subject string
	Gist                                 string // how the sides compare; "" where the values say it
	Accepted                             string // why it doesn't count; "" where it does
	Folded                               bool   // it is no element until a script shows it
	Rank, Percent                        int
	Story                                string
	Several                              bool   // stories in the report
	Articles                             string // places, parted by spaces, for the filters
	People                               string // places of entities, parted by spaces, for the filters
	Threads                              string // of the reading view: its own, and those of its claim and quotation
	Values                               []htmlValue
	Columns                              []htmlColumn
}

// htmlValue is one value and who gives it.
type htmlValue struct {
	Value string
	By    string
}

// htmlColumn is what one article says, or several in the same words: Label names
// them with the places, as line and column.
type htmlColumn struct {
	Label    string
	Passages []htmlPassage
}

// htmlPassage is one piece of evidence.
type htmlPassage struct {
	Value string // "" where the words say it
	Runs  []htmlRun
}

// longestValue is the length, in bytes, beyond which a value is cut, and isn't
// repeated above its passage; mostBy is how many outlets are named beside one.
const (
	longestValue = 80
	mostBy       = 3
)

func (h *htmlWriter) finding(f *compare.Finding) *htmlFinding {
	out := &htmlFinding{
		ID: Plain(f.ID), Kind: Plain(string(f.Kind)), Verdict: Plain(string(f.Verdict)), Severity: Plain(string(f.Severity)),
		Subject: Plain(f.Subject), Gist: Plain(h.sentence(f)), Accepted: acceptedText(f.Accepted), Rank: f.Rank, Percent: int(100*f.Confidence + 0.5),
		Threads: findingThread(f),
	}
	out.Story, out.Several = storyID(f.Story), len(h.Stories) > 1
	if f.Claim >= 0 {
		out.Threads += " " + h.Claims[f.Claim].ID
	}
	if f.Utterance >= 0 {
		out.Threads += " " + utteranceID(f.Utterance)
	}
	out.People = h.peopleOf(f)
	marks := h.differingWords(f)
	out.Values = h.values(f, marks)
	var at []int
	for i, e := range f.Evidence {
		if !slices.Contains(at, e.Article) {
			at = append(at, e.Article)
			out.Columns = append(out.Columns, htmlColumn{Label: Plain(h.labels[e.Article])})
		}
		column := &out.Columns[slices.Index(at, e.Article)]
		line, place := h.lines[e.Article].Position(e.Span.Start)
		if len(column.Passages) > 0 {
			column.Label += ","
		}
		column.Label += " " + strconv.Itoa(line) + ":" + strconv.Itoa(place)
		column.Passages = append(column.Passages, h.passage(f, i, marks[i]))
	}
	if len(out.Columns) > mostNamed {
		slices.SortStableFunc(out.Columns, func(a, b htmlColumn) int {
			return cmp.Compare(out.placeOf(a.Passages[0].Value), out.placeOf(b.Passages[0].Value))
		})
	}
	out.Columns = inSameWords(out.Columns)
	if tellsAll(out.Gist, out.Values) {
		out.Values = nil
	}
	slices.Sort(at)
	for i, place := range at {
		if i > 0 {
			out.Articles += " "
		}
		out.Articles += strconv.Itoa(place)
	}
	return out
}

// inSameWords makes one column of those that say the same.
func inSameWords(columns []htmlColumn) []htmlColumn {
	same := func(p, q htmlPassage) bool { return p.Value == q.Value && slices.Equal(p.Runs, q.Runs) }
	out := columns[:0]
	for _, c := range columns {
		at := slices.IndexFunc(out, func(o htmlColumn) bool { return slices.EqualFunc(o.Passages, c.Passages, same) })
		if at < 0 {
			out = append(out, c)
			continue
		}
		out[at].Label += ", " + c.Label
	}
	return out
}

// enoughValue is how much of a value a sentence repeats that shortens it.
const enoughValue = 40

// tellsAll is whether a sentence says who gives which value, so that a line of
// those would say it again.
func tellsAll(sentence string, values []htmlValue) bool {
	if sentence == "" {
		return false
	}
	return !slices.ContainsFunc(values, func(v htmlValue) bool {
		begin := v.Value
		if len(begin) > enoughValue {
			begin = begin[:backToSpace(begin, 0, enoughValue)]
		}
		return v.Value != absentSign && !strings.Contains(sentence, begin)
	})
}

// values groups the articles by what they say, in the order of the evidence. A
// value that all agree on and that only repeats the subject is left empty. Where
// an article gives none, there are no values; of an agreement, one that is empty.
// A passage without a value of its own is none beside others that have one.
func (h *htmlWriter) values(f *compare.Finding, marks [][]article.Span) []htmlValue {
	if f.Kind == quoteKind && f.Verdict == kind.Agree {
		return nil
	}
	bare := func(e kind.Evidence) bool { return sameWords(e.Value, h.in(e.Article, e.Span)) }
	skip := f.Kind.OfClauses() && slices.ContainsFunc(f.Evidence, func(e kind.Evidence) bool { return e.Value != "" && !bare(e) })
	var order []string
	by := map[string][]int{}
	var all, giving []int
	for i, e := range f.Evidence {
		if skip && bare(e) {
			continue
		}
		all = withPlace(all, e.Article)
		value := h.telling(f, i, marks)
		if value == "" {
			continue
		}
		giving = withPlace(giving, e.Article)
		if f.Verdict == kind.Agree && sameWords(value, f.Subject) {
			value = ""
		}
		if by[value] == nil {
			order = append(order, value)
		}
		by[value] = withPlace(by[value], e.Article)
	}
	switch {
	case len(giving) == len(all):
	case f.Verdict == kind.Agree:
		order, by = []string{""}, map[string][]int{"": all}
	default:
		return nil
	}
	var out []htmlValue
	for _, value := range order {
		names := h.labelsOf(by[value])
		text := strings.Join(names, ", ")
		if len(names) > mostBy {
			text = strings.Join(names[:mostBy-1], ", ") + " and " + counted(len(names)-mostBy+1, "other", "others")
		}
		out = append(out, htmlValue{Plain(value), text})
	}
	return out
}

// telling is the value of a piece of evidence; where that is its whole passage
// and words are marked in passages, the marked words of it: of a quotation without
// any a sign that it lacks words, of another passage itself, unless the article has
// a marked one. A long one is cut.
func (h *htmlWriter) telling(f *compare.Finding, i int, marks [][]article.Span) string {
	e := f.Evidence[i]
	text := h.text(e.Article)
	told := e.Value
	anyMarked := slices.ContainsFunc(marks, func(m []article.Span) bool { return len(m) > 0 })
	if f.Verdict != kind.Agree && anyMarked && (f.Kind == quoteKind || f.Kind.OfClauses() && sameWords(e.Value, bare(e.Span.In(text)))) {
		words := make([]string, len(marks[i]))
		for j, m := range marks[i] {
			words[j] = bare(m.In(text))
		}
		isMarked := func(at int) bool { return f.Evidence[at].Article == e.Article && len(marks[at]) > 0 }
		switch {
		case len(words) > 0:
			told = strings.Join(words, " "+leftOut+" ")
		case slices.ContainsFunc(places(len(marks)), isMarked):
			return ""
		case f.Kind == quoteKind:
			told = absentSign
		}
	}
	if told == "" && h.options.Versions {
		return absentSign
	}
	if len(told) > longestValue {
		told = strings.TrimRight(told[:backToSpace(told, 0, longestValue)], " "+leftOut) + " " + leftOut
	}
	return told
}

// placeOf is the place of a value among those of the finding, or -1.
func (f *htmlFinding) placeOf(value string) int {
	return slices.IndexFunc(f.Values, func(v htmlValue) bool { return v.Value == value })
}

// withPlace is places with one more, where it isn't among them.
func withPlace(places []int, place int) []int {
	if slices.Contains(places, place) {
		return places
	}
	return append(places, place)
}

// So many bytes of the sentence stand on each side of a passage, and of a pronoun;
// a passage that has enoughPassage bytes stands by itself.
const (
	aroundPassage = 50
	aroundPronoun = 32
	enoughPassage = 120
)

func (h *htmlWriter) passage(f *compare.Finding, i int, marks []article.Span) htmlPassage {
	e := f.Evidence[i]
	text := h.text(e.Article)
	var p htmlPassage
	if e.Value != "" && f.Kind != quoteKind && len(e.Value) <= longestValue && !sameWords(e.Value, bare(e.Span.In(text))) {
		p.Value = Plain(e.Value)
	}
	before, after := h.surroundings(e.Article, e.Span, min(aroundPassage, max(0, enoughPassage-len(e.Span.In(text)))/2))
	if len(marks) == 0 && f.Kind != quoteKind && !f.Kind.OfClauses() && sameWords(e.Value, bare(e.Span.In(text))) {
		marks = []article.Span{e.Span}
	}
	if before != "" {
		p.Runs = []htmlRun{{Text: before, Around: true}}
	}
	p.Runs = append(p.Runs, runsOf(whole(text, e.Span, marks))...)
	if after != "" {
		p.Runs = append(p.Runs, htmlRun{Text: after, Around: true})
	}
	return p
}

// runsOf is a line of marked and other words.
func runsOf(l line) []htmlRun {
	out := make([]htmlRun, 0, len(l))
	for _, r := range l {
		if r.text != "" {
			out = append(out, htmlRun{Text: Plain(r.text), Mark: r.style == marked})
		}
	}
	return out
}

// surroundings are the words of the sentence before and after a span, cut where
// they are more than around.
func (h *htmlWriter) surroundings(i int, span article.Span, around int) (before, after string) {
	text := h.text(i)
	sentences := h.Documents[i].Text.Sentences
	at, found := slices.BinarySearchFunc(sentences, span.Start, compareSentence)
	if !found {
		return "", ""
	}
	if start := sentences[at].Span.Start; start < span.Start {
		from := start
		lead := ""
		if span.Start-start > around {
			from, lead = onToSpace(text, span.Start-around, span.Start), leftOut
		}
		if from < span.Start {
			before = lead + Plain(text[from:span.Start])
		}
	}
	last, found := slices.BinarySearchFunc(sentences, max(span.Start, span.End-1), compareSentence)
	if !found {
		return before, ""
	}
	if end := sentences[last].Span.End; end > span.End {
		to, tail := end, ""
		if end-span.End > around {
			to, tail = backToSpace(text, span.End, span.End+around), leftOut
		}
		if to > span.End {
			after = Plain(text[span.End:to]) + tail
		}
	}
	return before, after
}

// compareSentence tells whether a sentence ends before an offset, holds it or
// begins after it.
func compareSentence(s lang.Sentence, offset int) int {
	switch {
	case s.Span.End <= offset:
		return -1
	case s.Span.Start > offset:
		return 1
	}
	return 0
}
