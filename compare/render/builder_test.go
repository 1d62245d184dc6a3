package render

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/claim"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/compare/origin"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/quote"
	"xref/extract/resolve"
)

// builder makes reports by hand, with passages named by their words.
type builder struct {
	t testing.TB
	r *compare.Report
}

func newBuilder(t testing.TB) *builder { return &builder{t, &compare.Report{}} }

// article adds an article whose text is its title and paragraphs, a line each.
func (b *builder) article(id, outlet, title, date string, paragraphs ...string) int {
	text := title + "\n\n" + strings.Join(paragraphs, "\n")
	published, err := time.Parse("2006-01-02", date)
	if date != "" {
		require.NoError(b.t, err)
	}
	a := &article.Article{
		ID: id, Outlet: outlet, Headline: title, Published: published, Language: "en", Path: id + ".txt", SHA256: strings.Repeat("0a", 32),
		Text: text, Title: article.Span{End: len(title)}, Body: article.Span{Start: len(title) + 2, End: len(text)},
	}
	d := &extract.Document{Article: a, Text: &lang.Text{Source: text}, Resolution: &resolve.Resolution{}}
	at := len(title) + 2
	for i, p := range paragraphs {
		d.Text.Sentences = append(d.Text.Sentences, lang.Sentence{Span: article.Span{Start: at, End: at + len(p)}, Paragraph: i + 1})
		at += len(p) + 1
	}
	b.r.Documents = append(b.r.Documents, d)
	return len(b.r.Documents) - 1
}

func (b *builder) story(label string, articles ...int) int {
	b.r.Stories = append(b.r.Stories, story.Story{Label: label, Articles: articles})
	for _, a := range articles {
		b.r.Origins = append(b.r.Origins, origin.Origin{Articles: []int{a}})
	}
	return len(b.r.Stories) - 1
}

// span finds words, which must stand once in the article.
func (b *builder) span(a int, words string) article.Span {
	text := b.r.Documents[a].Article.Text
	require.Equal(b.t, 1, strings.Count(text, words), "%q in %s", words, b.r.Documents[a].Article.ID)
	at := strings.Index(text, words)
	return article.Span{Start: at, End: at + len(words)}
}

// says is evidence: focus are words in the passage, or "".
func (b *builder) says(a int, passage, focus, value string) kind.Evidence {
	e := kind.Evidence{Article: a, Span: b.span(a, passage), Value: value}
	if focus != "" {
		at := strings.Index(passage, focus)
		require.GreaterOrEqual(b.t, at, 0, "%q in %q", focus, passage)
		e.Focus = article.Span{Start: e.Span.Start + at, End: e.Span.Start + at + len(focus)}
		if e.Focus != e.Span {
			e.Marks = []article.Span{e.Focus}
		}
	}
	return e
}

func (b *builder) finding(story int, k kind.ID, v kind.Verdict, confidence float64, subject, _ string, evidence ...kind.Evidence) *compare.Finding {
	f := compare.Finding{
		Finding: kind.Finding{Kind: k, Verdict: v, Confidence: confidence, Story: story, Claim: -1, Entity: -1, Utterance: -1, Subject: subject, Reason: reasonOf(k, v), Evidence: evidence},
		ID:      fmt.Sprintf("XR-%08x", 0x1a2b3c4d+7919*len(b.r.Findings)),
		Rank:    len(b.r.Findings) + 1,
		Severity: map[kind.Verdict]kind.Severity{
			kind.Conflict: kind.Error, kind.Internal: kind.Warning, kind.Differ: kind.Warning, kind.Agree: kind.Note,
		}[v],
	}
	b.r.Findings = append(b.r.Findings, f)
	return &b.r.Findings[len(b.r.Findings)-1]
}

// clause is one member of a claim.
type clause struct {
	article int
	words   string
}

func (b *builder) claim(story int, v kind.Verdict, central float64, text string, clauses ...clause) int {
	c := compare.Claim{Claim: claim.Claim{Story: story, Same: 0.8125, Central: central}, ID: fmt.Sprintf("C%d", len(b.r.Claims)+1), Text: text, Verdict: v, Origins: len(clauses)}
	carries := map[int]bool{}
	for _, k := range clauses {
		d := b.r.Documents[k.article]
		d.Assertions = append(d.Assertions, assertion.Assertion{Span: b.span(k.article, k.words), Predicate: assertion.Predicate{Lemma: "say"}})
		c.Members = append(c.Members, match.Member{Article: k.article, Assertion: len(d.Assertions) - 1})
		carries[k.article] = true
	}
	for _, a := range b.r.Stories[story].Articles {
		status := compare.Absent
		if carries[a] {
			status = compare.Carries
		}
		c.Coverage = append(c.Coverage, compare.Coverage{Article: a, Status: status})
	}
	b.r.Claims = append(b.r.Claims, c)
	return len(b.r.Claims) - 1
}

// spoken is one article's words about an entity.
type spoken struct {
	article int
	words   string
	form    resolve.Form
	class   resolve.Class
}

func (b *builder) entity(t resolve.Type, name string, mentions ...spoken) int {
	e := kind.Entity{Type: t, Name: name}
	places := map[int]int{}
	for _, m := range mentions {
		entities := &b.r.Documents[m.article].Resolution.Entities
		if _, ok := places[m.article]; !ok {
			places[m.article] = len(*entities)
			*entities = append(*entities, resolve.Entity{Type: t, Name: name, Named: true})
			e.Members = append(e.Members, resolve.Member{Article: m.article, Entity: places[m.article]})
		}
		into := &(*entities)[places[m.article]]
		into.Mentions = append(into.Mentions, resolve.Mention{Span: b.span(m.article, m.words), Form: m.form, Class: m.class})
	}
	b.r.Entities = append(b.r.Entities, e)
	return len(b.r.Entities) - 1
}

func (b *builder) utterance(story, speaker int, c claim.Change, clauses ...clause) int {
	u := claim.Utterance{Story: story, Speaker: speaker, Change: c}
	for _, k := range clauses {
		d := b.r.Documents[k.article]
		span := b.span(k.article, k.words)
		d.Quotations = append(d.Quotations, quote.Quotation{Content: []article.Span{span}, Marked: []article.Span{span}, Kind: quote.Direct, Speaker: -1, Outer: -1})
		u.Variants = append(u.Variants, claim.Variant{Article: k.article, Quotation: len(d.Quotations) - 1, Span: span, Direct: true})
	}
	b.r.Utterances = append(b.r.Utterances, u)
	return len(b.r.Utterances) - 1
}

// bridge is the report that most tests set: three outlets on one accident, a
// fourth article on another.
func bridge(t testing.TB) *compare.Report {
	b := newBuilder(t)
	a := b.article("beacon", "Harbour Beacon", "Footbridge gives way over the Wend", "2024-05-02",
		"At least 14 people fell into the river when the footbridge at Old Quay gave way on Tuesday evening.",
		"Dana Okoro, the town engineer, said she had warned the council twice. “In order to spare the budget, this bridge was left to rot,” Okoro said.",
		"Mayor Pieter Lindqvist told reporters the council acted properly. He said the last inspection was on April 9.")
	c := b.article("courier", "North Courier", "Fourteen hurled into river as bridge collapses", "2024-05-02",
		"All 14 people on the span were thrown into the water when the bridge collapsed on Tuesday.",
		"“To spare the budget, this crossing was left to rot,” said Dana Okoro, head of the town's engineering office. He had warned the council, she said.",
		"The mayor, Peter Lindquist, said that the bridge had last been inspected on April 9.")
	d := b.article("dispatch", "Dispatch", "Council accused over bridge", "2024-05-03",
		"About a dozen pedestrians may have been on the footbridge when it failed, a spokesman for the fire service said.",
		"The engineer Dana Okoro has accused the council of neglect, a charge that Mayor Pieter Lindqvist denies.")
	e := b.article("tram", "Dispatch Weekend", "Tram derails in Sollby", "2024-05-03", "Fourteen passengers were hurt when a tram left the rails in Sollby.")
	s := b.story("Footbridge gives way over the Wend", a, c, d)
	other := b.story("Tram derails in Sollby", e)
	okoro := b.entity(resolve.Person, "Dana Okoro",
		spoken{a, "Dana Okoro", resolve.Name, resolve.NoClass}, spoken{a, "the town engineer", resolve.Title, resolve.NoClass}, spoken{a, "she", resolve.Pronoun, resolve.She},
		spoken{c, "Dana Okoro", resolve.Name, resolve.NoClass}, spoken{c, "head of the town's engineering office", resolve.Title, resolve.NoClass}, spoken{c, "He", resolve.Pronoun, resolve.He}, spoken{c, "she", resolve.Pronoun, resolve.She},
		spoken{d, "Dana Okoro", resolve.Name, resolve.NoClass}, spoken{d, "The engineer", resolve.Title, resolve.NoClass})
	mayor := b.entity(resolve.Person, "Pieter Lindqvist",
		spoken{a, "Pieter Lindqvist", resolve.Name, resolve.NoClass}, spoken{a, "Mayor", resolve.Title, resolve.NoClass}, spoken{a, "He", resolve.Pronoun, resolve.He},
		spoken{c, "Peter Lindquist", resolve.Name, resolve.NoClass}, spoken{c, "The mayor", resolve.Title, resolve.NoClass},
		spoken{d, "Pieter Lindqvist", resolve.Name, resolve.NoClass}, spoken{d, "Mayor", resolve.Title, resolve.NoClass})
	fell := b.claim(s, kind.Differ, 0.9, "At least 14 people fell into the river",
		clause{a, "At least 14 people fell into the river"}, clause{c, "All 14 people on the span were thrown into the water"}, clause{d, "About a dozen pedestrians may have been on the footbridge"})
	b.r.Claims[fell].Coverage[2].Status = compare.Differs
	b.claim(s, kind.Agree, 0.6, "the last inspection was on April 9", clause{a, "the last inspection was on April 9"}, clause{c, "the bridge had last been inspected on April 9"})
	b.claim(s, kind.Single, 0.5, "Mayor Pieter Lindqvist denies", clause{d, "Mayor Pieter Lindqvist denies"})
	rot := b.utterance(s, okoro, claim.Altered,
		clause{a, "In order to spare the budget, this bridge was left to rot"}, clause{c, "To spare the budget, this crossing was left to rot"})
	f := b.finding(s, "pronoun", kind.Conflict, 0.93, "Dana Okoro", "Harbour Beacon says she, North Courier he and she.",
		b.says(a, "she", "", "she"), b.says(c, "He had warned the council", "He", "he"), b.says(c, "she", "", "she"))
	f.Entity = okoro
	f = b.finding(s, "quantifier", kind.Differ, 0.9, "people on the bridge", "The outlets limit the number of people differently.",
		b.says(a, "At least 14 people fell into the river", "At least 14", "at least 14"),
		b.says(c, "All 14 people on the span were thrown into the water", "All 14", "all 14"),
		b.says(d, "About a dozen pedestrians may have been on the footbridge when it failed", "About a dozen", "about 12"))
	f.Claim = fell
	f = b.finding(s, "quote", kind.Differ, 0.88, "“… was left to rot”", "Dana Okoro: other words between the quotation marks",
		b.says(a, "In order to spare the budget, this bridge was left to rot", "", "In order to spare the budget, this bridge was left to rot"),
		b.says(c, "To spare the budget, this crossing was left to rot", "", "To spare the budget, this crossing was left to rot"))
	f.Utterance, f.Entity = rot, okoro
	f = b.finding(s, "name", kind.Differ, 0.8, "the mayor", "Two spellings of one name.",
		b.says(a, "Pieter Lindqvist", "", "Pieter Lindqvist"), b.says(c, "Peter Lindquist", "", "Peter Lindquist"), b.says(d, "Pieter Lindqvist", "", "Pieter Lindqvist"))
	f.Entity = mayor
	f = b.finding(s, "date", kind.Agree, 0.85, "the last inspection", "The same day.",
		b.says(a, "the last inspection was on April 9", "April 9", "2024-04-09"), b.says(c, "the bridge had last been inspected on April 9", "April 9", "2024-04-09"))
	f.Claim = 1
	_ = other
	b.r.Skipped = []compare.Skipped{{Path: "notes.bin", Reason: "binary, not text"}}
	return b.r
}

// reasonOf is what a finding of a kind and verdict usually says.
func reasonOf(k kind.ID, v kind.Verdict) kind.Reason {
	if v == kind.Agree {
		if r, ok := map[kind.ID]kind.Reason{"number": kind.SameNumber, "date": kind.SameTime, "title": kind.SameTitle, "quote": kind.SameWords}[k]; ok {
			return r
		}
		return kind.SameMatter
	}
	return map[kind.ID]kind.Reason{
		"number": kind.OtherNumber, "quantifier": kind.OtherBound, "date": kind.OtherTime, "name": kind.OtherSpelling, "title": kind.OtherTitle,
		"pronoun": kind.OtherPronoun, "quote": kind.AlteredWords, "attribution": kind.OtherSource, "modality": kind.OtherCertainty, "negation": kind.Denied,
		"role": kind.OtherDoer, "framing": kind.OtherWord, "scope": kind.OtherPlace, "fact": kind.Contradictory,
	}[k]
}
