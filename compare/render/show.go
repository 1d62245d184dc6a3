package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
)

// WriteFinding sets one finding as a page: what it says, then each passage in
// its paragraph with the words underlined, and for quotations the difference
// word by word. It is for terminals and keeps to Options.Width.
func WriteFinding(w io.Writer, r *compare.Report, f *compare.Finding, o Options) error {
	p := &findingPage{view: newView(r, o, o.sideBySide), finding: f, pen: ink{o.Colour}}
	p.opening()
	marks := p.differingWords(f)
	for start := 0; start < len(f.Evidence); {
		end := start + 1
		for end < len(f.Evidence) && f.Evidence[end].Article == f.Evidence[start].Article {
			end++
		}
		p.evidence(f.Evidence[start:end], marks[start:end])
		start = end
	}
	if f.Kind == quoteKind {
		p.wordByWord()
	}
	p.support()
	_, err := io.WriteString(w, p.out.String())
	return err
}

// mostSupport is how many features are shown of what speaks for an alignment.
const mostSupport = 6

// support says why the passages of the finding's claim are held to tell of one matter: how
// much the encoder and the counted features speak for it, in logits, for the surest pair.
func (p *findingPage) support() {
	if p.finding.Claim < 0 || len(p.Claims[p.finding.Claim].Pairs) == 0 {
		return
	}
	pair := &p.Claims[p.finding.Claim].Pairs[0]
	s := pair.Support()
	var most []string
	for _, f := range s.Features[:min(mostSupport, len(s.Features))] {
		most = append(most, fmt.Sprintf("%s %+.2f", f.Name, f.Logit))
	}
	read := "not read"
	if pair.Read() {
		read = fmt.Sprintf("%+.2f", s.Encoder)
	}
	p.out.WriteString("\n")
	p.put("", line{{"One matter", strong}, {fmt.Sprintf(" with a probability of %s, by logits: encoder %s, counted features %+.2f; the most by %s.", percent(pair.Same), read, s.Counted, strings.Join(most, ", ")), faint}})
}

// findingPage is a page of one finding under way.
type findingPage struct {
	*view
	finding *compare.Finding
	pen     ink
	out     strings.Builder
}

// put writes a line, wrapped, with indent before each physical one.
func (p *findingPage) put(indent string, l line) {
	for _, w := range wrap(l, p.options.width()-displayWidth(indent)) {
		p.out.WriteString(indent + p.pen.outside(w) + "\n")
	}
}

func (p *findingPage) opening() {
	f := p.finding
	p.put("", line{{f.Subject, strong}})
	p.out.WriteString(strings.Repeat("=", min(displayWidth(Plain(f.Subject)), p.options.width())) + "\n")
	p.put("", line{{string(f.Kind) + ", ", normal}, {string(f.Verdict), verdictStyles[f.Verdict]}, {fmt.Sprintf(" (%s), rank %d, %s, confidence %s", verdictMeanings[f.Verdict], f.Rank, f.ID, percent(f.Confidence)), normal}})
	if f.Reason != kind.NoReason {
		p.out.WriteString("\n")
		p.put("", say(normal, p.sentence(f)))
	}
	if text := acceptedText(f.Accepted); text != "" {
		p.out.WriteString("\n")
		p.put("", say(normal, text))
	}
	for _, k := range kind.Kinds {
		if k.ID == f.Kind {
			p.out.WriteString("\n")
			p.put("", line{{k.Title + ": ", faint}, {k.Meaning, faint}})
		}
	}
}

// evidence is what one article says: pieces of evidence of the same paragraph
// are underlined in it together, with their marks.
func (p *findingPage) evidence(of []kind.Evidence, marks [][]article.Span) {
	a := p.article(of[0].Article)
	title := line{{p.labels[of[0].Article], strong}}
	if a.Headline != "" {
		title = append(title, run{": " + a.Headline, normal})
	}
	if date := dateText(a.Published); date != "" {
		title = append(title, run{" (" + date + ")", faint})
	}
	p.out.WriteString("\n")
	p.put("", title)
	lines := article.NewLines(a.Text)
	d := p.Documents[of[0].Article]
	for start := 0; start < len(of); {
		context, before, after := contextOf(d, of[start].Span)
		end := start + 1
		for end < len(of) && context.Contains(of[end].Span) {
			end++
		}
		for _, e := range of[start:end] {
			number, column := lines.Position(e.Span.Start)
			where := line{{fmt.Sprintf("%s:%d:%d", a.Path, number, column), faint}}
			if e.Value != "" && !sameWords(e.Value, p.in(e.Article, e.Span)) {
				where = append(where, run{": ", faint}, run{e.Value, strong})
			}
			p.put("  ", where)
		}
		l := underlined(a.Text, context, of[start:end], slices.Concat(marks[start:end]...))
		if before {
			l = slices.Insert(l, 0, run{leftOut + " ", faint})
		}
		if after {
			l = append(l, run{" " + leftOut, faint})
		}
		p.paragraph(l)
		start = end
	}
}

// wholeParagraph is how many bytes a paragraph may have to be shown whole; of a
// longer one, aroundSentences on each side of the evidence are enough.
const (
	wholeParagraph  = 1200
	aroundSentences = 2
)

// contextOf is the paragraph that a span stands in, or of a long one the
// sentences around the span, or of a text without sentences the line. It
// contains the span; before and after tell whether the paragraph has more.
func contextOf(d *extract.Document, span article.Span) (context article.Span, before, after bool) {
	sentences := d.Text.Sentences
	at, found := slices.BinarySearchFunc(sentences, span.Start, compareSentence)
	if !found {
		return lineOf(d.Article.Text, span), false, false
	}
	in := func(i int) bool {
		return i >= 0 && i < len(sentences) && sentences[i].Paragraph == sentences[at].Paragraph
	}
	first, last := at, at
	for in(first - 1) {
		first--
	}
	for in(last + 1) {
		last++
	}
	context = sentences[first].Span.Cover(sentences[last].Span).Cover(span)
	if context.Len() <= wholeParagraph {
		return context, false, false
	}
	end := at
	for in(end+1) && sentences[end].Span.End < span.End {
		end++
	}
	first, last = max(first, at-aroundSentences), min(last, end+aroundSentences)
	return sentences[first].Span.Cover(sentences[last].Span).Cover(span), in(first - 1), in(last + 1)
}

// lineOf is the line, or the lines, that a span stands in.
func lineOf(text string, span article.Span) article.Span {
	from := strings.LastIndexByte(text[:span.Start], '\n') + 1
	to := strings.IndexByte(text[span.End:], '\n')
	if to < 0 {
		to = len(text) - span.End
	}
	return article.Span{Start: from, End: span.End + to}
}

// gutter stands before the lines of a paragraph, so that no line of the page
// begins with an article's words.
const gutter = "  │ "

// underlined is the words of context, those that the evidence covers in
// evidenceStyle and among them the marked ones in focusStyle.
func underlined(text string, context article.Span, evidence []kind.Evidence, marks []article.Span) line {
	cuts := []int{context.Start, context.End}
	for _, e := range evidence {
		cuts = append(cuts, e.Span.Start, e.Span.End)
	}
	for _, m := range marks {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var l line
	for i := 1; i < len(cuts); i++ {
		part := article.Span{Start: cuts[i-1], End: cuts[i]}
		s := normal
		switch {
		case slices.ContainsFunc(marks, func(m article.Span) bool { return m.Contains(part) }):
			s = focusStyle
		case slices.ContainsFunc(evidence, func(e kind.Evidence) bool { return e.Span.Contains(part) }):
			s = evidenceStyle
		}
		l = append(l, run{bare(part.In(text)), s})
	}
	return l
}

// paragraph sets a line with what it underlines by ~ and ^ below.
func (p *findingPage) paragraph(l line) {
	for _, w := range wrap(l, p.options.width()-displayWidth(gutter)) {
		p.out.WriteString(gutter + p.pen.set(w.runs) + "\n")
		if marks := underline(w); marks != "" {
			p.out.WriteString(gutter + marks + "\n")
		}
	}
}

// underlineSigns stand below words of these styles.
var underlineSigns = map[style]string{evidenceStyle: "~", focusStyle: "^"}

// underline is the signs below a line; "" where there are none.
func underline(w physical) string {
	var b strings.Builder
	for _, r := range w.runs {
		sign, ok := underlineSigns[r.style]
		if !ok {
			sign = " "
		}
		b.WriteString(strings.Repeat(sign, displayWidth(r.text)))
	}
	return strings.TrimRight(b.String(), " ")
}

// wordByWord sets the quotations below each other, each with the words marked
// by which it departs.
func (p *findingPage) wordByWord() {
	marks := p.collate(quotedPassages(p.finding), true)
	if !slices.ContainsFunc(marks, func(m []article.Span) bool { return len(m) > 0 }) {
		return
	}
	p.out.WriteString("\n")
	p.put("", say(strong, "Word by word"))
	for i, e := range p.finding.Evidence {
		p.out.WriteString("\n")
		p.put("  ", say(faint, p.labels[e.Article]))
		p.put(gutter, whole(p.text(e.Article), e.Span, marks[i]))
	}
}
