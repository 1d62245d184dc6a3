package measure

import (
	"xref/compare"
	"xref/compare/kind"
	"xref/extract/article"
)

// Events pours documents of the EventCorefBank+ into one run. It compares the
// stories with the seminal events, two a topic, and the sentences that claims
// join with those that tell one event: pairs of selected sentences of two
// documents of one topic.
func Events(documents []*ECBDocument, selection ECBSelection) (stories Clustering, pairs Pairs) {
	articles := make([]article.Article, len(documents))
	of := map[string]*ECBDocument{}
	for i, d := range documents {
		articles[i] = d.Article
		of[d.Article.ID] = d
	}
	r := compared(analyse(articles))
	sorted := make([]*ECBDocument, len(documents))
	gold := make([]int, len(documents))
	for i, d := range r.Documents {
		sorted[i] = of[d.Article.ID]
		gold[i] = 2 * sorted[i].Topic
		if sorted[i].Plus {
			gold[i]++
		}
	}
	told, joined := tellOne(sorted, selection), joinedSentences(r, sorted, selection)
	pairs.Gold, pairs.Said = len(told), len(joined)
	for p := range joined {
		if told[p] {
			pairs.Both++
		}
	}
	return BCubed(gold, storyOf(r)), pairs
}

// Pairs counts pairs that are gold, that are said, and that are both.
type Pairs struct {
	Gold, Said, Both int
}

// Precision, Recall and F1 are from 0 to 100.
func (p Pairs) Precision() float64 { return Share{p.Both, p.Said}.Percent() }

// Recall is the part of the gold pairs that are said.
func (p Pairs) Recall() float64 { return Share{p.Both, p.Gold}.Percent() }

// F1 is the harmonic mean of precision and recall.
func (p Pairs) F1() float64 { return Share{2 * p.Both, p.Gold + p.Said}.Percent() }

// place is one sentence of one document.
type place struct{ doc, sentence int }

// placePair is two sentences, that of the earlier document first.
type placePair [2]place

func tellOne(documents []*ECBDocument, selection ECBSelection) map[placePair]bool {
	type tale struct {
		topic int
		event string
	}
	where := map[tale][]place{}
	for i, d := range documents {
		chosen := selection[selectionKey(d.Topic, d.Name)]
		for j, s := range d.Sentences {
			if !chosen[s.Number] {
				continue
			}
			for _, event := range s.Events {
				t := tale{d.Topic, event}
				where[t] = append(where[t], place{i, j})
			}
		}
	}
	pairs := map[placePair]bool{}
	for _, places := range where {
		addPairs(pairs, places)
	}
	return pairs
}

func joinedSentences(r *compare.Report, documents []*ECBDocument, selection ECBSelection) map[placePair]bool {
	pairs := map[placePair]bool{}
	for _, c := range r.Claims {
		if c.Verdict == kind.Single {
			continue
		}
		var places []place
		for _, m := range c.Members {
			d := documents[m.Article]
			chosen := selection[selectionKey(d.Topic, d.Name)]
			span := r.Documents[m.Article].Assertions[m.Assertion].Span
			for j, s := range d.Sentences {
				if chosen[s.Number] && s.Span.Overlaps(span) {
					places = append(places, place{m.Article, j})
				}
			}
		}
		addPairs(pairs, places)
	}
	return pairs
}

// addPairs adds every two places of different documents.
func addPairs(pairs map[placePair]bool, places []place) {
	for i, p := range places {
		for _, q := range places[i+1:] {
			switch {
			case p.doc < q.doc:
				pairs[placePair{p, q}] = true
			case p.doc > q.doc:
				pairs[placePair{q, p}] = true
			}
		}
	}
}
