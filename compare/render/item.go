package render

import (
	"slices"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// item is an entry of the story view on a page: what it is about, what is told
// differently, and what each outlet says. It is a block.
type item struct {
	number   int    // 0 where items aren't numbered
	head     line   // what it is about; empty where the passages say it
	told     []line // a line for each aspect
	passages []labelled
	tags     line // kinds and ids of what the passages show by themselves
}

// labelled is a line under who says it.
type labelled struct {
	label string
	text  line
}

func (*item) isBlock() {}

// item is an entry as it is set.
func (v *view) item(e compare.Entry, number int) *item {
	first := &v.Findings[e.Findings[0]]
	it := &item{number: number, passages: v.passagesOf(e)}
	if e.Part != compare.Told {
		it.tags = v.tags(e.Findings)
		if i := first.Utterance; i >= 0 && v.Utterances[i].Speaker >= 0 {
			it.tags = append(line{{"– " + v.Entities[v.Utterances[i].Speaker].Name + " ", normal}}, it.tags...)
		}
		return it
	}
	it.head = line{{first.Subject, strong}}
	if first.Verdict != kind.Differ {
		it.head = append(it.head, run{" – ", faint}, run{verdictMeanings[first.Verdict], verdictStyles[first.Verdict]})
	}
	var agreed []int
	for _, a := range e.Aspects {
		f := &v.Findings[a[0]]
		if f.Verdict == kind.Agree {
			agreed = append(agreed, a...)
			continue
		}
		it.told = append(it.told, append(line{{v.sentence(f) + " ", normal}}, v.tags(a)...))
	}
	if len(agreed) > 0 {
		last := &it.told[len(it.told)-1]
		*last = append(append(*last, run{" The rest agrees ", normal}), v.tags(agreed)...)
	}
	return it
}

// tags is the kinds and ids of findings, by which a reader finds them elsewhere.
func (v *view) tags(of []int) line {
	texts := make([]string, len(of))
	for n, i := range of {
		f := &v.Findings[i]
		texts[n] = string(f.Kind) + " " + f.ID
		if f.Accepted != nil {
			texts[n] += " (" + acceptedText(f.Accepted) + ")"
		}
	}
	return line{{"[" + strings.Join(texts, ", ") + "]", faint}}
}

// The same bounds for passages in an entry, which has several.
const (
	mostPassage    = 160
	mostAlike      = 130 // of one that agrees with others or stands alone
	passageContext = 50
)

// stretch is a part of an article that an entry shows, with the words to look at.
type stretch struct {
	article int
	span    article.Span
	marks   []article.Span
	quoted  bool // it stands between quotation marks

	text, marked string // as they are shown
	last         int    // the last article that has the same
}

// passagesOf is what each outlet says of an entry, passages that overlap as one and
// what several say in the same words once.
func (v *view) passagesOf(e compare.Entry) []labelled {
	var out []labelled
	var shown []stretch // of each line, its first
	for _, s := range v.stretches(e) {
		most := mostPassage
		if e.Part != compare.Told && e.Part != compare.Lead {
			most = mostAlike
		}
		l := excerptOf(v.text(s.article), s.span, s.marks, most, passageContext)
		if s.span.Len() <= tooShort {
			l = inContext(v.text(s.article), s.span)
		}
		s.text, s.marked = l.text(), v.words(s.article, s.marks)
		if at := slices.IndexFunc(shown, func(o stretch) bool { return sameWords(o.text, s.text) && sameWords(o.marked, s.marked) }); at >= 0 {
			if s.article != shown[at].last {
				out[at].label += ", " + v.labels[s.article]
				shown[at].last = s.article
			}
			continue
		}
		s.last = s.article
		if s.quoted {
			l = append(append(line{{"“", normal}}, l...), run{"”", normal})
		}
		out, shown = append(out, labelled{v.labels[s.article], l}), append(shown, s)
	}
	return out
}

// touching is how many bytes may stand between two stretches that are shown as one.
const touching = 3

// stretches are the parts of articles that an entry shows, by article.
func (v *view) stretches(e compare.Entry) []stretch {
	var all []stretch
	different := e.Part == compare.Told
	for _, i := range e.Findings {
		f := &v.Findings[i]
		marks := v.differingWords(f)
		for k, p := range f.Evidence {
			s := stretch{article: p.Article, span: p.Span, marks: marks[k], quoted: f.Utterance >= 0}
			if !s.quoted && p.Span.Len() > tooShort {
				s.span = standing(v.Documents[p.Article], p.Span)
			}
			if different && f.Verdict == kind.Agree {
				s.marks = nil
			}
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b stretch) int {
		if a.article != b.article {
			return a.article - b.article
		}
		return a.span.Start - b.span.Start
	})
	var out []stretch
	for _, s := range all {
		if n := len(out); n > 0 && out[n-1].article == s.article && out[n-1].span.End+touching > s.span.Start {
			last := &out[n-1]
			last.span = last.span.Cover(s.span)
			last.marks = append(slices.Clone(last.marks), s.marks...)
			last.quoted = last.quoted && s.quoted && last.span == s.span
			continue
		}
		out = append(out, s)
	}
	for i := range out {
		out[i].marks = apart(v.text(out[i].article), out[i].marks)
	}
	return out
}

// apart is marks in their order, those that overlap as one, and those without a
// word left out.
func apart(text string, marks []article.Span) []article.Span {
	slices.SortFunc(marks, func(a, b article.Span) int { return a.Start - b.Start })
	var out []article.Span
	for _, m := range marks {
		if n := len(out); n > 0 && out[n-1].End >= m.Start {
			out[n-1] = out[n-1].Cover(m)
		} else if !m.Empty() {
			out = append(out, m)
		}
	}
	return joined(text, out)
}

// heads is the number of an item as it is set.
func (it *item) heads() string {
	if it.number == 0 {
		return ""
	}
	return strconv.Itoa(it.number) + "."
}
