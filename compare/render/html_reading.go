package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// thread ties passages of several articles together in the reading view: a
// claim, an utterance or a finding.
type thread struct {
	id      string
	verdict kind.Verdict
	span    article.Span
}

// findingThread is the id of a finding's thread.
func findingThread(f *compare.Finding) string { return "F" + strconv.Itoa(f.Rank) }

// htmlText is an article in full.
type htmlText struct {
	Place           int
	ID, Label, Date string
	Story           string
	Title           []htmlPart
	Paragraphs      [][]htmlPart
	First           bool // one of those that stand side by side at first
}

// htmlPart is a run of a text: Threads are the ids of the threads that it stands
// in, Class the gravest verdict among them, "" where that is no difference.
type htmlPart struct {
	Text, Threads, Class string
}

// gravity orders verdicts, the gravest first.
func gravity(v kind.Verdict) int { return slices.Index(kind.Verdicts, v) }

// texts are the articles of the stories shown. At first the two or three first
// ones of the first story that has several stand side by side.
func (h *htmlWriter) texts() []htmlText {
	h.threads = h.allThreads()
	first := map[int]bool{}
	for s, st := range h.Stories {
		if h.shows(s) && (len(st.Articles) > 1 || len(h.Documents) == 1) {
			for _, a := range st.Articles[:min(3, len(st.Articles))] {
				first[a] = true
			}
			break
		}
	}
	var out []htmlText
	for i := range h.Documents {
		s := storyOf(h.Report, i)
		if !h.shows(s) {
			continue
		}
		a := h.article(i)
		t := htmlText{Place: i, ID: Plain(a.ID), Label: Plain(h.labels[i]), Date: dateText(a.Published), First: first[i]}
		if s >= 0 {
			t.Story = storyID(s)
		}
		cut := h.newCutter(i)
		if t.Title = cut.parts(a.Title); len(t.Title) == 0 && a.Headline != "" {
			t.Title = []htmlPart{{Text: Plain(a.Headline)}}
		}
		body := a.Body
		if body.Overlaps(a.Title) {
			body.Start = a.Title.End
		}
		for _, p := range paragraphsIn(a.Text, body) {
			if parts := cut.parts(p); len(parts) > 0 {
				t.Paragraphs = append(t.Paragraphs, parts)
			}
		}
		out = append(out, t)
	}
	return out
}

// allThreads are the threads of each article, in the order of their spans.
func (h *htmlWriter) allThreads() map[int][]thread {
	out := map[int][]thread{}
	for i := range h.Claims {
		c := &h.Claims[i]
		if !h.shows(c.Story) || c.Verdict == kind.Single {
			continue
		}
		for _, m := range c.Members {
			out[m.Article] = append(out[m.Article], thread{c.ID, c.Verdict, h.Documents[m.Article].Assertions[m.Assertion].Span})
		}
	}
	for i, u := range h.Utterances {
		if h.shows(u.Story) && inTwoArticles(u) {
			for _, w := range u.Variants {
				out[w.Article] = append(out[w.Article], thread{utteranceID(i), kind.Agree, w.Span})
			}
		}
	}
	for i := range h.Findings {
		f := &h.Findings[i]
		if h.shows(f.Story) {
			for _, e := range f.Evidence {
				out[e.Article] = append(out[e.Article], thread{findingThread(f), f.Verdict, e.Span})
			}
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i], func(a, b thread) int { return cmp.Compare(a.span.Start, b.span.Start) })
	}
	return out
}

// paragraphsIn are the lines of a span that hold something.
func paragraphsIn(text string, span article.Span) []article.Span {
	var out []article.Span
	for at := span.Start; at < span.End; {
		end := span.End
		if i := strings.IndexByte(text[at:span.End], '\n'); i >= 0 {
			end = at + i
		}
		if strings.TrimSpace(text[at:end]) != "" {
			out = append(out, article.Span{Start: at, End: end})
		}
		at = end + 1
	}
	return out
}

// cutter cuts one article's text at the ends of its threads.
type cutter struct {
	text    string
	threads []thread
	markup  []article.Span
	cuts    []int
}

func (h *htmlWriter) newCutter(i int) *cutter {
	c := &cutter{text: h.text(i), threads: h.threads[i], markup: h.article(i).Markup}
	for _, t := range c.threads {
		c.cuts = append(c.cuts, t.span.Start, t.span.End)
	}
	for _, m := range c.markup {
		c.cuts = append(c.cuts, m.Start, m.End)
	}
	slices.Sort(c.cuts)
	c.cuts = slices.Compact(c.cuts)
	return c
}

// parts is the words of a span without its markup, cut where threads begin and end.
func (c *cutter) parts(span article.Span) []htmlPart {
	var out []htmlPart
	from, _ := slices.BinarySearch(c.cuts, span.Start+1)
	at := span.Start
	for at < span.End {
		end := span.End
		if from < len(c.cuts) && c.cuts[from] < end {
			end = c.cuts[from]
		}
		from++
		part := c.part(article.Span{Start: at, End: end})
		at = end
		switch {
		case part.Text == "":
		case len(out) > 0 && part.Threads != "" && !strings.ContainsFunc(part.Text, isWord):
			out[len(out)-1].Text += part.Text
		default:
			out = append(out, part)
		}
	}
	return out
}

// isWord is whether a character is of a word or number: where threads end a few
// signs apart, these stand with what is before them.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// part is the words between two cuts.
func (c *cutter) part(span article.Span) htmlPart {
	if slices.ContainsFunc(c.markup, func(m article.Span) bool { return m.Contains(span) }) {
		return htmlPart{}
	}
	p := htmlPart{Text: Plain(span.In(c.text))}
	var ids []string
	gravest := len(kind.Verdicts)
	for _, t := range c.threads {
		if t.span.Start > span.Start {
			break
		}
		if t.span.Contains(span) {
			ids = append(ids, t.id)
			if g := gravity(t.verdict); g >= 0 && g < gravest {
				gravest = g
			}
		}
	}
	if gravest < gravity(kind.Agree) {
		p.Class = string(kind.Verdicts[gravest])
	}
	slices.Sort(ids)
	p.Threads = strings.Join(slices.Compact(ids), " ")
	return p
}
