package render

import (
	"slices"
	"strconv"
	"strings"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// portrait is how one article speaks of one person or body.
type portrait struct {
	article  int
	names    []tallied
	titles   []tallied
	pronouns []pronouns // in the order of classes
	own      bool       // a name of a body stands there by itself, and not only as a piece of what somebody is
	human    bool       // a given name or a title tells that it is a person
	acts     bool       // it is what a verb is said of, or he or she
	thing    bool       // an article stands right before it: "an Emmy"
}

// tallied is a wording and how often it stands in the article.
type tallied struct {
	text  string
	count int
}

// pronouns are the mentions by one class of pronouns.
type pronouns struct {
	class    resolve.Class
	mentions []article.Span
}

// classNames name the classes of pronouns.
var classNames = map[resolve.Class]string{
	resolve.He: "he", resolve.She: "she", resolve.It: "it", resolve.They: "they", resolve.Who: "who", resolve.I: "I", resolve.We: "we", resolve.You: "you",
}

// portraits is one portrait for each article that speaks of an entity, in the
// order of the articles.
func (v *view) portraits(e kind.Entity) []portrait {
	byArticle := map[int]*portrait{}
	var out []*portrait
	for _, m := range e.Members {
		p := byArticle[m.Article]
		if p == nil {
			p = &portrait{article: m.Article}
			byArticle[m.Article] = p
			out = append(out, p)
		}
		for _, mention := range v.Documents[m.Article].Resolution.Entities[m.Entity].Mentions {
			text := strings.Join(strings.Fields(v.in(m.Article, mention.Span)), " ")
			switch mention.Form {
			case resolve.Name:
				p.names = tallyUp(p.names, text)
				p.own = p.own || e.Type == resolve.Person || !v.pieceOfTitle(m.Article, mention)
				p.human = p.human || fullName(text)
				p.acts, p.thing = p.acts || v.acts(m.Article, mention), p.thing || v.articled(m.Article, mention)
			case resolve.Title:
				if v.ofAnother(m.Article, mention) {
					continue
				}
				p.titles, p.human = tallyUp(p.titles, text), true
			case resolve.Pronoun:
				if e.Type != resolve.Person && (mention.Class == resolve.He || mention.Class == resolve.She) {
					continue // one article took a body for a person
				}
				p.acts = p.acts || mention.Class == resolve.He || mention.Class == resolve.She || mention.Class == resolve.Who
				p.add(mention.Class, mention.Span)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *portrait) int { return a.article - b.article })
	portraits := make([]portrait, len(out))
	for i, p := range out {
		slices.SortStableFunc(p.pronouns, func(a, b pronouns) int { return int(a.class) - int(b.class) })
		portraits[i] = *p
	}
	return portraits
}

func (p *portrait) add(c resolve.Class, span article.Span) {
	for i := range p.pronouns {
		if p.pronouns[i].class == c {
			p.pronouns[i].mentions = append(p.pronouns[i].mentions, span)
			return
		}
	}
	p.pronouns = append(p.pronouns, pronouns{c, []article.Span{span}})
}

func tallyUp(to []tallied, text string) []tallied {
	for i := range to {
		if to[i].text == text {
			to[i].count++
			return to
		}
	}
	return append(to, tallied{text, 1})
}

// people is the table of the persons and bodies that two articles name: a row an
// article with its names, titles and pronouns. Those that go by one name everywhere
// and by nothing else are only counted.
func (v *view) people() []block {
	g := &grid{columns: []column{{title: "Person or body", weight: 3}, {title: "Outlet", weight: 2}, {title: "Names", weight: 4}, {title: "Titles", weight: 4}, {title: "Pronouns", weight: 2}}}
	plain := 0
	for i, e := range v.Entities {
		if e.Type != resolve.Person && e.Type != resolve.Organisation {
			continue
		}
		portraits := v.portraits(e)
		if named := v.named(portraits); named < 2 {
			continue
		}
		if notAPerson(e, portraits) {
			continue
		}
		if oneName(portraits) {
			plain++
			continue
		}
		clash := v.clash(i, portraits)
		en := entry{head: cells{{say(strong, e.Name)}}}
		for _, p := range portraits {
			en.rows = append(en.rows, cells{plainCell(v.labels[p.article]), talliedCell(p.names), talliedCell(p.titles), pronounCell(p.pronouns, clash)})
		}
		g.entries = append(g.entries, en)
	}
	if len(g.entries) == 0 {
		return nil
	}
	blocks := []block{heading{2, say(strong, "People and bodies")}, g}
	if plain > 0 {
		blocks = append(blocks, paragraph{say(faint, counted(plain, "other goes", "others go")+" by one name everywhere.")})
	}
	return blocks
}

// oneName reports whether all portraits have the same one name and nothing else.
func oneName(portraits []portrait) bool {
	return !slices.ContainsFunc(portraits, func(p portrait) bool {
		return len(p.names) != 1 || p.names[0].text != portraits[0].names[0].text || len(p.titles) > 0 || len(p.pronouns) > 0
	})
}

// pieceOfTitle reports whether a name only tells of what somebody is head, leader or host:
// "Senate Majority Leader".
func (v *view) pieceOfTitle(document int, m resolve.Mention) bool {
	t := v.Documents[document].Text
	h := t.Tokens[m.Head].Head
	return t.Is(m.Head, lang.Compound, lang.Amod) && h > m.Head && lexicon.Title(t.Form(h))
}

// acts reports whether a name is what a verb is said of.
func (v *view) acts(document int, m resolve.Mention) bool {
	t := v.Documents[document].Text
	return m.Head >= len(t.Tokens) || t.Is(m.Head, lang.Nsubj, lang.NsubjPass)
}

// articled reports whether an article belongs to a name.
func (v *view) articled(document int, m resolve.Mention) bool {
	t := v.Documents[document].Text
	if m.Head >= len(t.Tokens) {
		return false
	}
	det := t.Dependent(m.Head, lang.Det)
	near := det >= 0 && t.Tokens[det].Span.End+1 == m.Span.Start // "an angry Ruhl" is somebody
	return near || det >= 0 && several(v.in(document, m.Span))
}

// fullName reports whether a name begins with a given name and doesn't end in a common
// noun of several things: "Tony Marsh", but not "Tony Awards".
func fullName(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 {
		return false
	}
	_, given := lexicon.GivenName(words[0])
	return given && !several(name)
}

// several reports whether a name ends in a common noun of several things.
func several(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return false
	}
	one, plural := strings.CutSuffix(words[len(words)-1], "s")
	return plural && lexicon.Known(one, lexicon.Noun)
}

// ofAnother reports whether a title begins with whose somebody is: "his likely rival".
func (v *view) ofAnother(document int, m resolve.Mention) bool {
	t := v.Documents[document].Text
	first := slices.IndexFunc(t.Tokens, func(k lang.Token) bool { return k.Span.End > m.Span.Start })
	return first >= 0 && t.Tokens[first].Feats.Poss == lang.PossYes
}

// notAPerson reports whether nothing tells that what was taken for a person is one: a
// place, a prize or a film, more often than somebody.
func notAPerson(e kind.Entity, portraits []portrait) bool {
	has := func(is func(portrait) bool) bool { return slices.ContainsFunc(portraits, is) }
	if e.Type != resolve.Person || has(func(p portrait) bool { return p.human }) {
		return false
	}
	return has(func(p portrait) bool { return p.thing }) || !has(func(p portrait) bool { return p.acts })
}

// named is how many of the portraits' articles belong to the stories shown and
// give a name that isn't only a piece of a title.
func (v *view) named(portraits []portrait) int {
	n := 0
	for _, p := range portraits {
		if len(p.names) > 0 && p.own && v.shows(storyOf(v.Report, p.article)) {
			n++
		}
	}
	return n
}

// talliedCell is a line for each wording.
func talliedCell(of []tallied) cell {
	var c cell
	for _, t := range of {
		c = append(c, line{{t.text, normal}, times(t.count)})
	}
	return c
}

// pronounCell is a line for each class, in the third person or of speech; the
// relative "who" says nothing of a person. Where he and she clash they are
// marked.
func pronounCell(of []pronouns, clash bool) cell {
	var c cell
	for _, p := range of {
		if p.class == resolve.Who {
			continue
		}
		s := normal
		if clash && (p.class == resolve.He || p.class == resolve.She) {
			s = marked
		}
		c = append(c, line{{classNames[p.class], s}, times(len(p.mentions))})
	}
	return c
}

// clash reports whether a finding tells that entity i is called he here and she there. What
// no finding is sure enough of may be a pronoun that was read wrong.
func (v *view) clash(i int, portraits []portrait) bool {
	return isBoth(portraits, resolve.He, resolve.She) && slices.ContainsFunc(v.Findings, func(f compare.Finding) bool {
		return f.Entity == i && f.Kind == kind.Pronoun.ID
	})
}

// isBoth reports whether pronouns of both classes stand for one entity.
func isBoth(portraits []portrait, a, b resolve.Class) bool {
	has := func(c resolve.Class) bool {
		return slices.ContainsFunc(portraits, func(p portrait) bool {
			return slices.ContainsFunc(p.pronouns, func(of pronouns) bool { return of.class == c })
		})
	}
	return has(a) && has(b)
}

// times is how often something stands, where that is more than once.
func times(n int) run {
	if n < 2 {
		return run{}
	}
	return run{" ×" + strconv.Itoa(n), faint}
}
