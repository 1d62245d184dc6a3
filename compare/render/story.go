package render

import (
	"cmp"
	"slices"
	"strconv"

	"xref/compare"
	"xref/extract/lang"
)

// storyView is the report as a reader is told it: of each story its heart, what
// the outlets tell differently, on what they agree, who alone says what, what they
// quote, and whom they name. The order is that of compare.Entries.
func (v *view) storyView() []block {
	blocks := v.opening()
	entries := compare.Entries(v.Findings)
	for _, s := range v.byRank(entries) {
		var of []compare.Entry
		for _, e := range entries {
			if e.Story == s {
				of = append(of, e)
			}
		}
		blocks = append(blocks, v.told(s, of)...)
	}
	blocks = append(blocks, v.persons(entries)...)
	if len(v.Documents) == 1 {
		blocks = append(blocks, heading{2, say(strong, "Assertions")})
		blocks = append(blocks, assertionItems(v.Documents[0], false)...)
	}
	return append(blocks, v.key()...)
}

// byRank is the stories shown in the order of their first entries; those of which
// nothing is told come last.
func (v *view) byRank(entries []compare.Entry) []int {
	var order []int
	for _, e := range entries {
		if v.shows(e.Story) && !slices.Contains(order, e.Story) {
			order = append(order, e.Story)
		}
	}
	for s := range v.Stories {
		if v.shows(s) && !slices.Contains(order, s) {
			order = append(order, s)
		}
	}
	return order
}

// numberedParts are the parts of a story whose entries have numbers, in their order.
var numberedParts = []compare.Part{compare.Lead, compare.Told, compare.Agreed, compare.Quotations}

// DifferencesTitle heads what the outlets of a story tell differently.
const DifferencesTitle = "Told differently"

// partTitles head the parts of a story.
var partTitles = map[compare.Part]string{
	compare.Lead:       "At the heart of the story",
	compare.Told:       DifferencesTitle,
	compare.Agreed:     "On what they agree",
	compare.Quotations: "Quoted alike",
}

// told is a story part by part.
func (v *view) told(s int, entries []compare.Entry) []block {
	blocks := v.storyHead(s)
	numbers := map[int]int{} // of the entry that tells each finding
	number := 0
	numbered := map[compare.Part][]block{}
	for _, p := range numberedParts {
		for _, e := range entries {
			if e.Part != p {
				continue
			}
			number++
			for _, i := range e.Findings {
				numbers[i] = number
			}
			numbered[p] = append(numbered[p], v.item(e, number))
		}
	}
	part := func(p compare.Part) {
		items := numbered[p]
		if len(items) > 0 {
			blocks = append(append(blocks, heading{partLevel, say(strong, partTitles[p])}), items...)
		}
	}
	part(compare.Lead)
	part(compare.Told)
	blocks = append(blocks, v.valueTable(s, entries, numbers)...)
	part(compare.Agreed)
	blocks = append(blocks, v.singly(s)...)
	part(compare.Quotations)
	return blocks
}

// mostRows is how many articles of a story have a line each.
const mostRows = 12

// storyHead is what a story is about in the words of one of its articles, and which
// articles tell it.
func (v *view) storyHead(s int) []block {
	st := v.Stories[s]
	title := st.Label
	if len(v.Stories) > 1 || title == "" {
		title = storyID(s) + ". " + title
	}
	blocks := []block{heading{2, say(strong, title)}}
	if len(st.Articles) == 1 && len(v.Documents) > 1 {
		return append(blocks, paragraph{say(normal, "No article but "+v.labels[st.Articles[0]]+" is about this.")})
	}
	if a := v.typical(s); a >= 0 {
		if lead := v.lead(a); lead != nil {
			blocks = append(blocks, paragraph{append(line{{v.labels[a] + ": ", strong}}, lead...)})
		}
	}
	it := &item{}
	var crowd line
	for i, a := range st.Articles {
		if len(st.Articles) > mostRows {
			if i > 0 {
				crowd = append(crowd, run{", ", normal})
			}
			crowd = append(crowd, run{v.labels[a], strong})
			continue
		}
		it.passages = append(it.passages, labelled{v.labels[a], v.articleLine(s, a)})
	}
	if len(crowd) > 0 {
		blocks = append(blocks, paragraph{append(crowd, run{".", normal})})
	} else {
		blocks = append(blocks, it)
	}
	return append(blocks, v.sharedOriginsOf(s)...)
}

// articleLine is an article's date and length, and its title where that doesn't head
// the story.
func (v *view) articleLine(s, a int) line {
	of := v.article(a)
	l := line{}
	if date := dateText(of.Published); date != "" {
		l = append(l, run{date + ", ", normal})
	}
	l = append(l, run{counted(wordCount(of), "word", "words"), normal})
	if of.Headline != "" && of.Headline != v.Stories[s].Label {
		l = append(l, run{": " + of.Headline, normal})
	}
	return l
}

// typical is the article whose headline names a story; -1 where none does.
func (v *view) typical(s int) int {
	for _, a := range v.Stories[s].Articles {
		if h := v.article(a).Headline; h != "" && h == v.Stories[s].Label {
			return a
		}
	}
	return -1
}

// fewestLead is how many bytes a sentence has at least that tells what a story is
// about: a dateline alone doesn't.
const fewestLead = 40

// lead is the first sentence of an article's body; nil where it has none.
func (v *view) lead(a int) line {
	d := v.Documents[a]
	for _, s := range d.Text.Sentences {
		if d.Article.Body.Contains(s.Span) && s.Role == lang.Prose && s.Span.Len() >= fewestLead {
			return excerpt(d.Article.Text, s.Span, nil)
		}
	}
	return nil
}

// How many claims of single outlets a story tells, and of one outlet while others have
// some.
const (
	mostSingly   = 5
	mostOfOutlet = 2
)

// singly is what one outlet of a story alone says, by outlet.
func (v *view) singly(s int) []block {
	claims := fewOfEach(v.single(s))
	if len(claims) == 0 {
		return nil
	}
	slices.SortStableFunc(claims, func(a, b compare.Claim) int {
		return cmp.Compare(a.Members[0].Article, b.Members[0].Article)
	})
	it := &item{}
	for _, c := range claims {
		it.passages = append(it.passages, labelled{v.labels[c.Members[0].Article], say(normal, shortTo(c.Text, mostAlike))})
	}
	return []block{heading{partLevel, say(strong, "Who alone says what")}, it}
}

// fewOfEach is the first claims, of each outlet a few.
func fewOfEach(claims []compare.Claim) []compare.Claim {
	taken := map[int]int{}
	few := slices.DeleteFunc(slices.Clone(claims), func(c compare.Claim) bool {
		a := c.Members[0].Article
		taken[a]++
		return taken[a] > mostOfOutlet
	})
	return firstOf(few, mostSingly)
}

// key says how to read the report.
func (v *view) key() []block {
	if len(v.Findings) == 0 {
		return nil
	}
	return []block{gap{}, paragraph{line{{"Marked words", marked}, {" are those to look at; an outlet that isn’t named may tell it elsewhere. “xref show ID” sets a finding in its paragraphs, “xref kinds” explains kinds, “--by kind” gives tables.", faint}}}}
}

// entryNumber is the number of the entry that tells a finding, for a table beside it.
func entryNumber(n int) string { return "see " + strconv.Itoa(n) }
