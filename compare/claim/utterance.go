package claim

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"xref/compare/match"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/lexicon"
	"xref/extract/resolve"
)

// piece is a sentence, or a part of one, that somebody is quoted with.
type piece struct {
	Variant
	speaker int  // linked entity; -1 where unknown
	named   bool // the text names that person as the speaker of these words
	words   []string
	sorted  []int    // the words as gather numbers them, ascending
	content []string // the words that are no function words
	speech  *string  // all that the article quotes of anybody, run together
}

// The least that two renderings share: of the words of the shorter one, in
// order, and as content words, unless the shorter is a part of the longer.
const (
	sameShare   = 0.6
	sameContent = 4
	partContent = 2
)

// closeWords is how many words in common make renderings one that share most of
// them.
const closeWords = 5

// The least that two renderings share where they are given to two speakers.
const (
	movedShare = 0.8
	movedWords = 6
)

// Utterances gathers what several articles of a story quote of one speaker's
// words. articles are places among the documents; the utterances come by their
// first variants.
func Utterances(documents []*extract.Document, articles []int, story int, linked match.Linking) ([]Utterance, []Bound) {
	var pieces []piece
	for _, d := range articles {
		pieces = append(pieces, quoted(documents[d], d, linked[d])...)
	}
	first, repeats := withoutRepeats(pieces)
	found, crowded := gather(story, first)
	return found, append(boundsOf(repeats, func(n int) string {
		return fmt.Sprintf("what it quotes more than %d times in the same words is left out from then on (%d times)", mostRepeated, n)
	}), boundsOf(crowded, func(n int) string {
		return fmt.Sprintf("quotations are held against the %d most alike of another article only (%d times)", mostMeeting, n)
	})...)
}

// quoted cuts what an article gives between quotation marks into sentences.
func quoted(d *extract.Document, place int, linked []int) []piece {
	var pieces []piece
	speech, all := new(string), strings.Builder{}
	for i, q := range d.Quotations {
		speaker := -1
		if e := d.Resolution.Speakers[i]; e >= 0 {
			speaker = linked[e]
		}
		named := speaker >= 0 && len(q.Marked) > 0 && namesPerson(d, q.Speaker, d.Resolution.Speakers[i])
		for _, span := range q.Marked {
			for _, part := range sentences(d.Text, span) {
				p := piece{Variant: Variant{Article: place, Quotation: i, Span: part, Direct: true}, speaker: speaker, named: named, speech: speech}
				for j := d.Text.TokenAt(part.Start); j < len(d.Text.Tokens) && d.Text.Tokens[j].Span.End <= part.End; j++ {
					if tok := d.Text.Tokens[j]; tok.UPOS != lang.PUNCT {
						p.words = append(p.words, folded(d.Text.Lower(j)))
						if !lexicon.Stopword(strings.ToLower(tok.Lemma)) {
							p.content = append(p.content, p.words[len(p.words)-1])
						}
					}
				}
				for _, w := range p.words {
					all.WriteString(w)
				}
				if len(p.content) > 0 {
					pieces = append(pieces, p)
				}
			}
		}
	}
	*speech = all.String()
	return pieces
}

// namesPerson reports whether token i is part of a name or title of entity e, a
// person whom the text names.
func namesPerson(d *extract.Document, i, e int) bool {
	entity := &d.Resolution.Entities[e]
	return i >= 0 && entity.Named && entity.Type == resolve.Person && slices.ContainsFunc(entity.Mentions, func(m resolve.Mention) bool {
		return (m.Form == resolve.Name || m.Form == resolve.Title) && m.First <= i && i < m.End
	})
}

// folded is a word without what a house style chooses: the shape of apostrophes,
// hyphens, the points of abbreviations.
func folded(word string) string { return typography.Replace(word) }

var typography = strings.NewReplacer("’", "'", "‘", "'", "-", "", "‐", "", "‑", "", ".", "")

// sentences cuts a span at the bounds of the text's sentences.
func sentences(t *lang.Text, span article.Span) []article.Span {
	var parts []article.Span
	first, _ := slices.BinarySearchFunc(t.Sentences, span.Start, func(s lang.Sentence, start int) int { return cmp.Compare(s.Span.End, start) })
	for _, s := range t.Sentences[first:] {
		if s.Span.Start >= span.End {
			break
		}
		if part := (article.Span{Start: max(s.Span.Start, span.Start), End: min(s.Span.End, span.End)}); !part.Empty() {
			if len(strings.TrimSpace(part.In(t.Source))) > 0 {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// gather joins pieces of several articles that render the same words, the most
// alike first. crowded is as meeting gives it.
func gather(s int, pieces []piece) ([]Utterance, map[int]int) {
	type pair struct {
		a, b  int
		share float64
	}
	numbers := map[string]int{}
	for i := range pieces {
		p := &pieces[i]
		for _, word := range p.words {
			n, ok := numbers[word]
			if !ok {
				n = len(numbers)
				numbers[word] = n
			}
			p.sorted = append(p.sorted, n)
		}
		slices.Sort(p.sorted)
	}
	var pairs []pair
	held, crowded := meeting(pieces, len(numbers))
	for _, p := range held {
		if share := alike(&pieces[p[0]], &pieces[p[1]]); share > 0 {
			pairs = append(pairs, pair{p[0], p[1], share})
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.share, x.share), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	group := make([]int, len(pieces))
	members := make([][]int, len(pieces))
	for i := range pieces {
		group[i], members[i] = i, []int{i}
	}
	for _, p := range pairs {
		x, y := group[p.a], group[p.b]
		if x == y || slices.ContainsFunc(members[x], func(i int) bool {
			return slices.ContainsFunc(members[y], func(j int) bool { return pieces[i].Article == pieces[j].Article })
		}) {
			continue
		}
		for _, i := range members[y] {
			group[i] = x
		}
		members[x], members[y] = append(members[x], members[y]...), nil
	}
	var found []Utterance
	for _, m := range members {
		if len(m) < 2 {
			continue
		}
		slices.Sort(m)
		u := Utterance{Story: s, Speaker: -1}
		for k, i := range m {
			u.Variants = append(u.Variants, pieces[i].Variant)
			if u.Speaker < 0 {
				u.Speaker = pieces[i].speaker
			}
			for _, j := range m[:k] {
				u.Change = max(u.Change, change(pieces[j], pieces[i]))
			}
		}
		found = append(found, u)
	}
	return found, crowded
}

// alike is the share of the shorter piece's words that the other has in the
// same order, 0 where that is too little to be the same words.
func alike(a, b *piece) float64 {
	short, long := a, b
	if len(short.words) > len(long.words) {
		short, long = long, short
	}
	if float64(inCommon(short.sorted, long.sorted)) < sameShare*float64(len(short.words)) {
		return 0 // whatever their order
	}
	common := inOrder(short.words, long.words)
	share := float64(common) / float64(len(short.words))
	part := stands(short.words, long.words)
	same := a.speaker >= 0 && a.speaker == b.speaker
	switch {
	case share < sameShare:
		return 0
	case a.speaker >= 0 && b.speaker >= 0 && !same && (common < movedWords || share < movedShare):
		return 0
	case share >= movedShare && common >= closeWords:
	case part && (len(short.content) >= partContent || same && len(short.words) == len(long.words)):
	case inOrder(short.content, long.content) < sameContent:
		return 0
	}
	return share + float64(len(short.words))/1000
}

// inCommon counts the words that two sorted lists share.
func inCommon(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// moved reports whether two persons are named as the speakers.
func moved(a, b piece) bool { return a.named && b.named && a.speaker != b.speaker }

// change tells how one rendering's words differ from another's.
func change(a, b piece) Change {
	short, long := a.words, b.words
	if len(short) > len(long) {
		short, long = long, short
	}
	switch {
	case moved(a, b):
		return Moved
	case strings.Contains(*a.speech, strings.Join(b.words, "")) && strings.Contains(*b.speech, strings.Join(a.words, "")):
		return Identical // cut into sentences differently, at the most
	case stands(short, long):
		return Trimmed
	}
	return Altered
}

// inOrder counts the words that two lists have in common in the same order, with or
// without others between.
func inOrder(a, b []string) int {
	return match.Length(match.InOrder(len(a), len(b), func(i, j int) bool { return a[i] == b[j] }))
}

// stands reports whether a list of words stands in another without others between.
func stands(words, in []string) bool {
	for i := 0; i+len(words) <= len(in); i++ {
		if slices.Equal(words, in[i:i+len(words)]) {
			return true
		}
	}
	return false
}
