package render

import (
	"strconv"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/origin"
)

// sections is the whole report as a page, in the order that its reader wants.
func (v *view) sections() []block {
	if v.options.ByKind {
		return v.tables()
	}
	return v.storyView()
}

// opening is what stands before all: how much was compared, by which configuration,
// and what was left out.
func (v *view) opening() []block {
	blocks := append([]block{heading{1, v.summary()}}, v.options.inForce()...)
	for _, s := range v.Skipped {
		blocks = append(blocks, paragraph{say(normal, "Left out: "+s.Path+": "+s.Reason+".")})
	}
	for _, s := range v.Limited {
		blocks = append(blocks, paragraph{say(normal, "Read with limits: "+s.Path+": "+s.Reason+".")})
	}
	blocks = append(blocks, v.partial()...)
	if len(v.Documents) == 1 {
		blocks = append(blocks, paragraph{say(normal, "Comparing takes two articles: of one alone, xref shows what it asserts and where it doesn't fit with itself.")})
	}
	return blocks
}

// tables is the whole report as tables of findings by verdict.
func (v *view) tables() []block {
	blocks := append(v.opening(), v.articles())
	for s := range v.Stories {
		blocks = append(blocks, v.sharedOriginsOf(s)...)
	}
	for s := range v.Stories {
		if v.shows(s) {
			blocks = append(blocks, v.story(s)...)
		}
	}
	blocks = append(blocks, v.people()...)
	if len(v.Documents) == 1 {
		blocks = append(blocks, heading{2, say(strong, "Assertions")})
		blocks = append(blocks, assertionItems(v.Documents[0], false)...)
	}
	return append(blocks, v.legend()...)
}

// inForce names the configuration, where there is one.
func (o Options) inForce() []block {
	if o.Configuration == "" {
		return nil
	}
	return []block{paragraph{say(normal, "Configuration: "+o.Configuration)}}
}

// partial names the articles of which only a part was there to read.
func (v *view) partial() []block {
	var blocks []block
	for _, d := range v.Documents {
		if why := d.Article.Truncated; why != "" {
			blocks = append(blocks, paragraph{say(normal, "Read in part: "+d.Article.ID+": "+why+".")})
		}
	}
	return blocks
}

// articleCount is how many articles were compared, and of how many.
func (v *view) articleCount() string {
	read, all := len(v.Documents), len(v.Documents)
	for _, s := range v.Skipped {
		if !s.NotArticle {
			all++
		}
	}
	if all == read {
		return counted(read, "article", "articles")
	}
	return strconv.Itoa(read) + " of " + counted(all, "article", "articles") + " read"
}

// summary is the first line: how much was compared and what came of it.
func (v *view) summary() line {
	stories := 0
	for s := range v.Stories {
		if v.shows(s) {
			stories++
		}
	}
	return line{
		{v.articleCount() + ", " + counted(stories, "story", "stories") + ": ", strong},
		{tally(v.findings(func(*compare.Finding) bool { return true })), strong},
	}
}

// findings are those of the stories shown that pass, by rank.
func (v *view) findings(pass func(*compare.Finding) bool) []compare.Finding {
	var out []compare.Finding
	for i := range v.Findings {
		if f := &v.Findings[i]; v.shows(f.Story) && pass(f) {
			out = append(out, *f)
		}
	}
	return out
}

// articles is the table of what was compared.
func (v *view) articles() block {
	g := &grid{columns: []column{{title: "Id", weight: 2}, {title: "Outlet", weight: 2}, {title: "Title", weight: 4}, {title: "Date", weight: 2, rigid: true}, {title: "Words", weight: 1, rigid: true, right: true}, {title: "Story", weight: 1, rigid: true}}}
	shared := false
	for _, o := range v.Origins {
		shared = shared || len(o.Articles) > 1
	}
	if shared {
		g.columns = append(g.columns, column{title: "Origin", weight: 1, rigid: true})
	}
	for i, d := range v.Documents {
		a := d.Article
		story := ""
		if s := storyOf(v.Report, i); s >= 0 {
			story = storyID(s)
		}
		row := cells{plainCell(a.ID), plainCell(a.Outlet), plainCell(a.Headline), plainCell(dateText(a.Published)), plainCell(strconv.Itoa(wordCount(a))), plainCell(story)}
		if shared {
			own := ""
			if o := originOf(v.Report, i); o >= 0 && len(v.Origins[o].Articles) > 1 {
				own = originID(o)
			}
			row = append(row, plainCell(own))
		}
		g.entries = append(g.entries, entry{rows: []cells{row}})
	}
	return g
}

// originSentences say why articles count as one origin.
var originSentences = map[origin.Kind]string{
	origin.Copy:     "are copies of one text: they count as one, and what they share is no agreement",
	origin.OneVoice: "rest on the same single source: they count as one",
	origin.Agency:   "carry the same agency copy: they count as one",
}

// sharedOriginsOf names the articles of a story that go back to one origin.
func (v *view) sharedOriginsOf(s int) []block {
	var blocks []block
	for i, o := range v.Origins {
		if sentence, ok := originSentences[o.Kind]; ok && len(o.Articles) > 1 && storyOf(v.Report, o.Articles[0]) == s {
			name := ""
			if o.Name != "" {
				name = " (" + o.Name + ")"
			}
			blocks = append(blocks, paragraph{say(normal, "Origin "+originID(i)+": "+listed(v.outletsOf(o.Articles))+" "+sentence+name+".")})
		}
	}
	return blocks
}

// mostListed is how many outlets are named in a sentence.
const mostListed = 8

// story is one story: differences, agreements, coverage, quotations.
func (v *view) story(s int) []block {
	st := v.Stories[s]
	title := "Story " + storyID(s)
	if st.Label != "" {
		title += ": " + st.Label
	}
	all := v.findings(func(f *compare.Finding) bool { return f.Story == s })
	about := counted(len(st.Articles), "article", "articles")
	if len(st.Articles) <= mostListed {
		about += " (" + listed(v.outletsOf(st.Articles)) + ")"
	}
	about += ": " + tally(all) + "."
	if len(st.Articles) == 1 && len(all) == 0 && len(v.Documents) > 1 {
		about = "No article but " + v.labels[st.Articles[0]] + " is about this."
	}
	blocks := []block{heading{2, say(strong, title)}, paragraph{say(normal, about)}}
	for _, part := range []struct {
		title string
		pass  func(kind.Verdict) bool
	}{
		{"Differences", func(d kind.Verdict) bool { return d != kind.Agree }},
		{"Agreements", func(d kind.Verdict) bool { return d == kind.Agree }},
	} {
		if found := v.findings(func(f *compare.Finding) bool { return f.Story == s && part.pass(f.Verdict) }); len(found) > 0 {
			blocks = append(blocks, heading{3, say(strong, part.title)}, v.findingGrid(found, st.Articles))
		}
	}
	blocks = append(blocks, v.coverage(s)...)
	blocks = append(blocks, v.alone(s)...)
	return append(blocks, v.quotations(s)...)
}

// verdictMeanings is the legend.
var verdictMeanings = map[kind.Verdict]string{
	kind.Conflict: "they can't both be right",
	kind.Internal: "one article doesn't fit with itself",
	kind.Differ:   "both can be right, but look at it",
	kind.Agree:    "the same, in the same or other words",
}

func (v *view) legend() []block {
	if len(v.Findings) == 0 {
		return nil
	}
	var l line
	for i, d := range kind.Verdicts {
		if i > 0 {
			l = append(l, run{"; ", normal})
		}
		l = append(l, run{string(d), verdictStyles[d]}, run{": " + verdictMeanings[d], normal})
	}
	return []block{
		heading{2, say(strong, "How to read this")},
		paragraph{append(l, run{".", normal})},
		paragraph{line{{"A cell gives the value first, then the words that show it; ", normal}, {"the words that matter", marked}, {" are marked, … stands for words left out, " + absentSign + " where no passage of an article was held against the others, which doesn't mean that it says nothing of it. “xref show ID” sets a finding's passages in their paragraphs, “xref kinds” says what each kind means.", normal}}},
	}
}
