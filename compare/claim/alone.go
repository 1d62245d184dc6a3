package claim

import (
	"cmp"
	"slices"
	"strings"

	"xref/compare/match"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

const (
	// mostElsewhere is how much of the words of a passage a sentence of another article
	// has from which the passage isn't told as one article's alone.
	mostElsewhere = 0.45
	// fewestAlone is how many content words a passage has at least to be told so.
	fewestAlone = 5
)

// What makes a passage of one article worth telling, beside where it stands and how
// specific its words are: that it speaks of somebody whom other articles name too, and
// that it names anybody or gives a number.
const (
	byStory     = 0.3
	bySomething = 0.15
)

// alone are the most central main clauses of each article that no other article
// has anything like, by article and centrality: whole statements of the article itself
// that can be read without what stands before them.
func (j *joiner) alone() []Claim {
	best := make([]float64, len(j.members))
	for i := range j.pairs {
		a, b := j.place[j.pairs[i].A], j.place[j.pairs[i].B]
		best[a], best[b] = max(best[a], j.pairs[i].Same), max(best[b], j.pairs[i].Same)
	}
	others := j.naming()
	var found []Claim
	for i, m := range j.members {
		if best[i] < leastAlone && j.index.MainClause(m) && j.stands(m) {
			found = append(found, Claim{Members: []match.Member{m}, Same: 1 - best[i], Central: j.worth(i, others)})
		}
	}
	slices.SortFunc(found, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(a.Members[0].Article, b.Members[0].Article), cmp.Compare(b.Central, a.Central), a.Members[0].Compare(b.Members[0]))
	})
	sentences := j.sentences()
	last, taken := -1, 0
	return slices.DeleteFunc(found, func(c Claim) bool {
		m := c.Members[0]
		if m.Article != last {
			last, taken = m.Article, 0
		}
		if taken == mostAlone || j.elsewhere(m, sentences) {
			return true
		}
		taken++
		return false
	})
}

// naming is how many articles of the story name each entity of the report.
func (j *joiner) naming() map[int]int {
	articles := map[int]int{}
	for _, a := range j.index.Articles() {
		seen := map[int]bool{}
		for _, e := range j.index.Linked[a] {
			if !seen[e] {
				seen[e] = true
				articles[e]++
			}
		}
	}
	return articles
}

// worth is how much a passage of one article is worth telling, by how many articles
// name each entity.
func (j *joiner) worth(i int, others map[int]int) float64 {
	m := j.members[i]
	d := j.index.Documents[m.Article]
	worth := j.central([]int{i})
	a := &d.Assertions[m.Assertion]
	something := len(a.Quantities) > 0
	for _, arg := range a.Arguments {
		if arg.Entity < 0 || !d.Resolution.Entities[arg.Entity].Named {
			continue
		}
		something = true
		if others[j.index.Linked[m.Article][arg.Entity]] > 1 {
			worth += byStory
			break
		}
	}
	if something {
		worth += bySomething
	}
	return worth
}

// stands reports whether the sentence of a passage is a whole statement that can be
// read by itself: it has a finite verb and a subject, asks nothing, isn't anybody's
// quoted words or a piece of them, and doesn't begin by leaning on what stands before.
func (j *joiner) stands(m match.Member) bool {
	d := j.index.Documents[m.Article]
	t := d.Text
	a := &d.Assertions[m.Assertion]
	if a.Modality == assertion.Asked || a.Predicate.Form == assertion.Appositive || t.Sentences[a.Sentence].Role != lang.Prose {
		return false
	}
	if t.Dependent(a.Predicate.Head, lang.Nsubj, lang.Csubj, lang.Expl) < 0 {
		return false
	}
	first, end := t.TokensIn(a.Span)
	if first != t.Sentences[a.Sentence].First || leaning.Has(t.Lower(first)) || t.Tokens[first].UPOS == lang.PUNCT {
		return false
	}
	text := a.Span.In(t.Source)
	if strings.ContainsAny(text, "?…") || strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, `"`)%2 != 0 || strings.Count(text, "(") != strings.Count(text, ")") {
		return false
	}
	n := 0
	for i := first; i < end; i++ {
		if ofSpeakers.Has(t.Lower(i)) && !d.BetweenMarks(t.Tokens[i].Span) {
			return false
		}
		if assertion.Contentful(t, i) {
			n++
		}
	}
	return n >= fewestAlone && !d.BetweenMarks(t.Tokens[a.Predicate.Head].Span)
}

// The words that lean on what stands before a sentence which they begin, and those by
// which an article speaks of itself or to its readers.
var (
	leaning    = lexicon.GrammarWords.Words("words by which a sentence leans on the one before")
	ofSpeakers = lexicon.GrammarWords.Words("words for who speaks or is spoken to")
)

// sentences are those of each article of the story, ready to be looked through.
func (j *joiner) sentences() map[int]*match.Sentences {
	of := map[int]*match.Sentences{}
	for _, a := range j.index.Articles() {
		var units []match.Unit
		for _, s := range j.index.Documents[a].Text.Sentences {
			units = append(units, match.Unit{Article: a, Assertion: -1, Run: match.Run{First: s.First, End: s.End}})
		}
		of[a] = j.index.Sentences(units)
	}
	return of
}

// elsewhere reports whether a sentence of another article has much of a passage's words.
func (j *joiner) elsewhere(m match.Member, sentences map[int]*match.Sentences) bool {
	u := j.index.Unit(m)
	for _, a := range j.index.Articles() {
		if a != m.Article && sentences[a].Share(u) >= mostElsewhere {
			return true
		}
	}
	return false
}
