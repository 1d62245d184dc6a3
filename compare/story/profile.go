package story

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"xref/extract"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// profile is what an article is about: its telling words and counts with
// weights, of unit length in all, and when it was published.
type profile struct {
	terms     []string // ascending
	weights   []float64
	published time.Time
}

// The constants of the likeness of articles, fitted on the collections of
// parallel coverage and on half of the topics with look-alike events.
const (
	enough     = 0.2 // mean likeness of the articles of one story
	top        = 3.0 // how much more a word in the headline or the lead counts
	leadLength = 3   // sentences
	country    = 0.3 // how much less a country counts: the setting of many events
	counted    = 1.5 // weight of a number with what it counts
	sameNews   = 2.0 // days within which articles are about the news of one day
	halving    = 7.0 // further days that halve their likeness
)

func newProfile(d *extract.Document) profile {
	weights := words(d)
	for i := range d.Quantities {
		if q := &d.Quantities[i]; !q.Vague && q.Counted >= 0 {
			weights[fmt.Sprintf("%g–%g %s", q.Low, q.High, strings.ToLower(d.Text.Tokens[q.Counted].Lemma))] = counted
		}
	}
	p := profile{published: d.Article.Published}
	for term := range weights {
		p.terms = append(p.terms, term)
	}
	slices.Sort(p.terms)
	square := 0.0
	for _, term := range p.terms {
		p.weights = append(p.weights, weights[term])
		square += weights[term] * weights[term]
	}
	for i := range p.weights {
		p.weights[i] /= math.Sqrt(square)
	}
	return p
}

// words are the weights of the lemmas of an article. A country and its people
// are one term.
func words(d *extract.Document) map[string]float64 {
	weights, rarities := map[string]float64{}, map[string]float64{}
	prose := 0
	for _, s := range d.Text.Sentences {
		if s.Role == lang.Furniture || s.Role == lang.Label {
			continue
		}
		weight := 1.0
		if s.Role == lang.Headline || prose < leadLength {
			weight = top
		}
		prose++
		for i := s.First; i < s.End; i++ {
			if !assertion.Contentful(d.Text, i) {
				continue
			}
			term, rare := strings.ToLower(d.Text.Tokens[i].Lemma), 0.0
			if land := land(d.Text.Form(i)); land != "" {
				term, rare = land, country
			} else if term != "" {
				rare = rarity(term)
			}
			weights[term] += weight
			rarities[term] = rare
		}
	}
	for term, count := range weights {
		weights[term] = math.Sqrt(1+math.Log(count)) * rarities[term]
	}
	return weights
}

// land is the country that a word names, or whose people; "" for none.
func land(form string) string {
	if name, ok := lexicon.Country(form); ok {
		return name
	}
	name, _ := lexicon.Demonym(form)
	return name
}

// rarity is how telling a lemma is in English at large, 0.1 to 1.
func rarity(lemma string) float64 {
	const frequent = 4.0 // log10 occurrences per million of the commonest content words
	return min(1, max(0.1, 1-lexicon.Frequency(lemma)/frequent))
}

// likenesses are those of every two profiles, at [i][j] for j < i: the cosine,
// less the further apart in time the articles were published.
func likenesses(profiles []profile) [][]float64 {
	type posting struct {
		profile int
		weight  float64
	}
	postings := map[string][]posting{}
	likeness := make([][]float64, len(profiles))
	for i, p := range profiles {
		likeness[i] = make([]float64, i)
		for k, term := range p.terms {
			for _, q := range postings[term] {
				likeness[i][q.profile] += p.weights[k] * q.weight
			}
			postings[term] = append(postings[term], posting{i, p.weights[k]})
		}
		for j := range likeness[i] {
			likeness[i][j] *= nearness(p.published, profiles[j].published)
		}
	}
	return likeness
}

// nearness of two times, 0 to 1; 1 where one isn't known.
func nearness(a, b time.Time) float64 {
	if a.IsZero() || b.IsZero() {
		return 1
	}
	days := math.Abs(a.Sub(b).Hours()) / 24
	return math.Exp2(-max(0, days-sameNews) / halving)
}

// labelled is how many words of a first sentence label a story that has no
// headline.
const labelled = 12

// opening is an article's headline, or how its first sentence starts.
func opening(d *extract.Document) string {
	if d.Article.Headline != "" {
		return d.Article.Headline
	}
	for _, s := range d.Text.Sentences {
		words := strings.Fields(s.Span.In(d.Text.Source))
		if s.Role == lang.Furniture || s.Role == lang.Label || len(words) == 0 {
			continue
		}
		if len(words) > labelled {
			return strings.Join(words[:labelled], " ") + " …"
		}
		return strings.Join(words, " ")
	}
	return ""
}
