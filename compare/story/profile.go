package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"xref/extract"
	"xref/extract/assertion"
	"xref/extract/lang"
	"xref/extract/lexicon"
)

// profile is what an article is about: its telling words with weights, of unit
// length in all, and when it was published.
type profile struct {
	terms     []string // ascending
	weights   []float64
	published time.Time
}

// The constants of the likeness of articles, fitted on half of the annotated
// collections of parallel coverage.
const (
	enough     = 0.3  // mean likeness of the articles of one story
	top        = 3.0  // how much more a word in the headline or the lead counts
	leadLength = 3    // sentences
	name       = 1.5  // how much more a proper noun counts
	halving    = 10.0 // days between two articles that halve their likeness
)

func newProfile(d *extract.Document) profile {
	count := map[string]float64{}
	proper := map[string]bool{}
	prose := 0
	for _, s := range d.Text.Sentences {
		if s.Role == lang.Furniture {
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
			lemma := strings.ToLower(d.Text.Tokens[i].Lemma)
			count[lemma] += weight
			proper[lemma] = proper[lemma] || d.Text.Tokens[i].UPOS == lang.PROPN
		}
	}
	p := profile{published: d.Article.Published}
	for lemma := range count {
		p.terms = append(p.terms, lemma)
	}
	slices.Sort(p.terms)
	square := 0.0
	for _, lemma := range p.terms {
		w := (1 + math.Log(count[lemma])) * rarity(lemma)
		if proper[lemma] {
			w *= name
		}
		p.weights = append(p.weights, w)
		square += w * w
	}
	for i := range p.weights {
		p.weights[i] /= math.Sqrt(square)
	}
	return p
}

// rarity is how telling a lemma is in English at large, 0.1 to 1.
func rarity(lemma string) float64 {
	const frequent = 4.0 // log10 occurrences per million of the commonest content words
	return min(1, max(0.1, 1-lexicon.Frequency(lemma)/frequent))
}

// alike is the cosine of two profiles, less the further apart in time the
// articles were published.
func alike(a, b profile) float64 {
	dot := 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch c := cmp.Compare(a.terms[i], b.terms[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			dot += a.weights[i] * b.weights[j]
			i++
			j++
		}
	}
	if a.published.IsZero() || b.published.IsZero() {
		return dot
	}
	days := math.Abs(a.published.Sub(b.published).Hours()) / 24
	return dot * math.Exp2(-days/halving)
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
		words := strings.Fields(s.Span.In(d.Article.Text))
		if s.Role == lang.Furniture || len(words) == 0 {
			continue
		}
		if len(words) > labelled {
			return strings.Join(words[:labelled], " ") + " …"
		}
		return strings.Join(words, " ")
	}
	return ""
}
