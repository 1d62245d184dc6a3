package measure

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/quote"
	"xref/extract/resolve"
	"xref/internal/analyser"
)

// Pair is one case of GAP: a pronoun in a passage from a page, two names, and
// which of them is meant. Offsets are bytes in Text.
type Pair struct {
	ID, Text       string
	Pronoun        string
	At             int
	A, B           article.Span
	MeansA, MeansB bool
	Page           string // the page's title

	analysed   *lang.Text
	quotations []quote.Quotation
}

// ReadPairs reads GAP's tab-separated file with its line of headings. Its
// offsets count characters.
func ReadPairs(r io.Reader) ([]Pair, error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 1<<20), 1<<24)
	var pairs []Pair
	for number := 1; scanner.Scan(); number++ {
		f := strings.Split(scanner.Text(), "\t")
		if number == 1 && f[0] == "ID" {
			continue
		}
		if len(f) != 11 {
			return nil, fmt.Errorf("line %d: %d columns, want 11", number, len(f))
		}
		p := Pair{ID: f[0], Text: f[1], Pronoun: f[2], MeansA: f[6] == "TRUE", MeansB: f[9] == "TRUE", Page: pageTitle(f[10])}
		offsets := make([]int, 0, len(f[1])+1)
		for i := range f[1] {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(f[1]))
		var places [3]int
		for i, column := range []int{3, 5, 8} {
			n, err := strconv.Atoi(f[column])
			if err != nil || n < 0 || n >= len(offsets) {
				return nil, fmt.Errorf("line %d: offset %q", number, f[column])
			}
			places[i] = offsets[n]
		}
		p.At = places[0]
		p.A = article.Span{Start: places[1], End: min(places[1]+len(f[4]), len(f[1]))}
		p.B = article.Span{Start: places[2], End: min(places[2]+len(f[7]), len(f[1]))}
		pairs = append(pairs, p)
	}
	return pairs, scanner.Err()
}

// pageTitle is the title of the page at an address of Wikipedia, without what
// is in brackets.
func pageTitle(address string) string {
	_, title, _ := strings.Cut(address, "/wiki/")
	if plain, err := url.PathUnescape(title); err == nil {
		title = plain
	}
	title, _, _ = strings.Cut(strings.ReplaceAll(title, "_", " "), " (")
	return title
}

// Observe runs the resolver over the passage, under its page's title as the
// headline, with the two names given, and shows the decision on the pronoun
// with the places of the two among its candidates, -1 where one is none.
// Candidates are weighed by the given weights, the embedded ones if nil.
func (p *Pair) Observe(with []float64, see func(decision *resolve.Decision, a, b int)) {
	shift := len(p.Page) + 2
	if p.analysed == nil {
		text := p.Page + "\n\n" + p.Text
		t := analyser.Analyse(&article.Article{
			Text: text, Headline: p.Page,
			Title: article.Span{End: len(p.Page)}, Body: article.Span{Start: shift, End: len(text)},
		})
		p.analysed = withNames(t, shifted(p.A, shift), shifted(p.B, shift))
		p.quotations = quote.Find(p.analysed)
	}
	pronoun := p.analysed.TokenAt(p.At + shift)
	resolve.Observe(p.analysed, p.quotations, with, func(d *resolve.Decision) int {
		if d.Anaphor == pronoun {
			see(d, candidateAt(d, shifted(p.A, shift)), candidateAt(d, shifted(p.B, shift)))
		}
		return d.Best()
	})
}

func shifted(s article.Span, by int) article.Span {
	return article.Span{Start: s.Start + by, End: s.End + by}
}

// withNames is the text with two spans, and names that read like them, as names
// of persons, whatever was recognised there.
func withNames(t *lang.Text, spans ...article.Span) *lang.Text {
	changed := *t
	changed.Names = nil
	for _, n := range t.Names {
		if n.Span.Overlaps(spans[0]) || n.Span.Overlaps(spans[1]) {
			continue
		}
		for _, span := range spans {
			if n.Span.In(t.Source) == span.In(t.Source) {
				n.Type = lang.Person
			}
		}
		changed.Names = append(changed.Names, n)
	}
	for _, span := range spans {
		first := t.TokenAt(span.Start)
		end := max(t.TokenAt(span.End-1)+1, first+1)
		if first < len(t.Tokens) && end <= len(t.Tokens) {
			changed.Names = append(changed.Names, lang.Name{Span: t.Cover(first, end), First: first, End: end, Type: lang.Person})
		}
	}
	slices.SortFunc(changed.Names, func(a, b lang.Name) int { return a.First - b.First })
	changed.Names = slices.CompactFunc(changed.Names, func(n, before lang.Name) bool { return n.First < before.End })
	return &changed
}

// candidateAt is the candidate with the smallest mention that overlaps the
// span, or -1.
func candidateAt(d *resolve.Decision, span article.Span) int {
	found, size := -1, 0
	for i, c := range d.Candidates {
		for _, m := range c.Mentions {
			if m.Overlaps(span) && (found < 0 || m.Len() < size) {
				found, size = i, m.Len()
			}
		}
	}
	return found
}

// likelier tells which of the two names is taken: A, B or neither, where
// another candidate is far ahead of both.
func likelier(d *resolve.Decision, a, b int) (takesA, takesB bool) {
	weight := func(i int) float64 {
		if i < 0 {
			return -1e9
		}
		return d.Candidates[i].Weight
	}
	if a < 0 && b < 0 {
		return false, false
	}
	takesA = weight(a) >= weight(b)
	best := max(weight(a), weight(b))
	if d.Candidates[d.Best()].Weight > best+neitherMargin {
		return false, false
	}
	return takesA, !takesA
}

// neitherMargin is how far ahead, in natural logarithms, another candidate
// must be before neither of two given names is taken.
const neitherMargin = 2.5

// GAP measures pronouns on passages with two names each (Webster et al. 2018):
// F1 over the two questions of each case, of masculine and feminine pronouns,
// and the ratio of feminine to masculine.
func GAP(r io.Reader) ([]Figure, error) {
	pairs, err := ReadPairs(r)
	if err != nil {
		return nil, err
	}
	var scores [2]struct{ found, predicted, gold int }
	undecided := 0
	for i := range pairs {
		p := &pairs[i]
		takesA, takesB, decided := false, false, false
		p.Observe(nil, func(d *resolve.Decision, a, b int) {
			takesA, takesB = likelier(d, a, b)
			decided = true
		})
		if !decided {
			undecided++
		}
		s := &scores[0]
		if masculine.Has(strings.ToLower(p.Pronoun)) {
			s = &scores[1]
		}
		for _, answer := range [][2]bool{{takesA, p.MeansA}, {takesB, p.MeansB}} {
			if answer[0] {
				s.predicted++
			}
			if answer[1] {
				s.gold++
			}
			if answer[0] && answer[1] {
				s.found++
			}
		}
	}
	feminine, masculine := scores[0], scores[1]
	figures := []Figure{
		f1("f1", feminine.found+masculine.found, feminine.predicted+masculine.predicted, feminine.gold+masculine.gold),
		f1("masculine_f1", masculine.found, masculine.predicted, masculine.gold),
		f1("feminine_f1", feminine.found, feminine.predicted, feminine.gold),
	}
	bias := Figure{Name: "bias"}
	if figures[1].Value > 0 {
		bias.Value = figures[2].Value / figures[1].Value
	}
	return append(figures, bias, count("undecided", undecided), count("cases", len(pairs))), nil
}
