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

// Profile is what an article is about: its telling words and counts with
// weights, of unit length in all, and when it was published. Whether two articles
// belong together rests on their profiles alone.
type Profile struct {
	Terms     []string // ascending
	Weights   []float64
	Published time.Time
	Opening   []string // of a brief article, the telling words of its first sentence; else none
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
	brief      = 6   // sentences of an article at most of which the first says what it is about
	oneOpening = 0.5 // share of the telling words of two openings that tell of one event
)

// ProfileOf is the profile of an article.
func ProfileOf(d *extract.Document) Profile {
	weights := words(d)
	for i := range d.Quantities {
		if q := &d.Quantities[i]; !q.Vague && q.Counted >= 0 {
			weights[fmt.Sprintf("%g–%g %s", q.Low, q.High, strings.ToLower(d.Text.Tokens[q.Counted].Lemma))] = counted
		}
	}
	p := Profile{Published: d.Article.Published}
	for term := range weights {
		p.Terms = append(p.Terms, term)
	}
	slices.Sort(p.Terms)
	square := 0.0
	for _, term := range p.Terms {
		p.Weights = append(p.Weights, weights[term])
		square += weights[term] * weights[term]
	}
	for i := range p.Weights {
		p.Weights[i] /= math.Sqrt(square)
	}
	p.Opening = openingWords(d)
	return p
}

// openingWords are the telling words of the first sentence of a brief article that is
// prose, each once; none of a longer one.
func openingWords(d *extract.Document) []string {
	if len(d.Text.Sentences) > brief {
		return nil
	}
	for _, s := range d.Text.Sentences {
		if s.Role == lang.Furniture || s.Role == lang.Label || s.Role == lang.Headline {
			continue
		}
		var words []string
		for i := s.First; i < s.End; i++ {
			if assertion.Contentful(d.Text, i) {
				words = append(words, strings.ToLower(d.Text.Tokens[i].Lemma))
			}
		}
		slices.Sort(words)
		return slices.Compact(words)
	}
	return nil
}

// words are the weights of the lemmas of an article. A country and its people
// are one term.
func words(d *extract.Document) map[string]float64 {
	weights, rarities := map[string]float64{}, map[string]float64{}
	type written struct{ form, lemma string }
	type word struct {
		term   string
		rarity float64
	}
	met := map[written]word{}
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
			form, lemma := d.Text.Form(i), d.Text.Tokens[i].Lemma
			w, known := met[written{form, lemma}]
			if !known {
				if w.term = land(form); w.term != "" {
					w.rarity = country
				} else if w.term = strings.ToLower(lemma); w.term != "" {
					w.rarity = rarity(w.term)
				}
				met[written{form, lemma}] = w
			}
			weights[w.term] += weight
			rarities[w.term] = w.rarity
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
func likenesses(profiles []Profile) [][]float64 {
	type posting struct {
		profile int
		weight  float64
	}
	postings := map[string][]posting{}
	likeness := make([][]float64, len(profiles))
	for i, p := range profiles {
		likeness[i] = make([]float64, i)
		for k, term := range p.Terms {
			for _, q := range postings[term] {
				likeness[i][q.profile] += p.Weights[k] * q.weight
			}
			postings[term] = append(postings[term], posting{i, p.Weights[k]})
		}
		for j := range likeness[i] {
			likeness[i][j] *= nearness(p.Published, profiles[j].Published)
		}
	}
	likenOpenings(profiles, likeness)
	return likeness
}

// likenOpenings makes two brief articles as like as their openings are, where those have
// most of their words in common: what else little texts say tells little of their event.
func likenOpenings(profiles []Profile, likeness [][]float64) {
	postings := map[string][]int{}
	for i, p := range profiles {
		common := map[int]int{}
		for _, w := range p.Opening {
			for _, j := range postings[w] {
				common[j]++
			}
			postings[w] = append(postings[w], i)
		}
		for j, n := range common {
			share := float64(n) / math.Sqrt(float64(len(p.Opening)*len(profiles[j].Opening)))
			if n > 1 && share >= oneOpening {
				likeness[i][j] = max(likeness[i][j], share*nearness(p.Published, profiles[j].Published))
			}
		}
	}
}

// Reach is how far apart in time two dated articles can be and still be alike enough.
var Reach = time.Duration((sameNews + halving*math.Log2(1/enough)) * 24 * float64(time.Hour))

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
