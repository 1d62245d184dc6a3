package measure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/extract"
	"xref/extract/article"
)

// planted is what is expected of the first two articles of these tests.
var planted = &Planted{Event: "ferry", Items: []PlantedItem{
	{ID: "1", A: "The ferry sank at dawn.", B: "A ferry went down before sunrise.", Expect: "agree"},
	{ID: "2", A: "At least 30 passengers swam ashore.", B: "Some 30 people reached the beach.", Expect: "differ", Kinds: []kind.ID{"quantifier"}},
	{ID: "3", A: "Captain Ruiz was the last to leave.", B: "Captain Ruíz left first.", Expect: "conflict"},
	{ID: "4", A: "The harbour had closed at noon.", B: "Tickets cost 12 crowns.", Expect: "apart"},
}}

// ferry is a report of the two articles under the names that planted events have.
func ferry(findings []kind.Finding, claims [][]at) *compare.Report {
	r := report(findings, claims)
	for i, id := range []string{"a", "b"} {
		d := *r.Documents[i]
		d.Article = &article.Article{ID: id, Text: d.Article.Text}
		r.Documents[i] = &d
	}
	return r
}

func TestScorePlanted(t *testing.T) {
	sank := []at{{"gull", "The ferry sank at dawn"}, {"heron", "A ferry went down before sunrise"}}
	swam := []at{{"gull", "At least 30 passengers swam ashore"}, {"heron", "Some 30 people reached the beach"}}
	left := []at{{"gull", "Captain Ruiz was the last to leave"}, {"heron", "Captain Ruíz left first"}}
	shut := []at{{"gull", "The harbour had closed at noon"}, {"heron", "Tickets cost 12 crowns"}}
	for _, row := range []struct {
		reason   string
		findings []kind.Finding
		claims   [][]at
		want     func(*PlantedResult)
		cards    []Card
	}{
		{reason: "an empty report", want: func(*PlantedResult) {}},
		{reason: "an agreement", findings: []kind.Finding{finding("fact", kind.Agree, sank...)}, want: func(r *PlantedResult) { r.Agree.Part = 1 },
			cards: []Card{{Kind: "fact", Verdict: kind.Agree, Planted: Share{1, 1}}}},
		{reason: "a difference where the two agree", findings: []kind.Finding{finding("fact", kind.Agree, sank...), finding("date", kind.Differ, sank...)}, want: func(r *PlantedResult) {
			r.AgreeAsDiffering.Part, r.Alarms = 1, 1
		}, cards: []Card{{Kind: "date", Verdict: kind.Differ, Planted: Share{0, 1}}, {Kind: "fact", Verdict: kind.Agree, Planted: Share{1, 1}}}},
		{reason: "a difference of the right kind, and one besides", findings: []kind.Finding{finding("quantifier", kind.Differ, swam...), finding("fact", kind.Differ, swam...)}, want: func(r *PlantedResult) {
			r.Differ.Part = 1
		}, cards: []Card{{Kind: "fact", Verdict: kind.Differ, Planted: Share{0, 1}}, {Kind: "quantifier", Verdict: kind.Differ, Planted: Share{1, 1}}}},
		{reason: "one of a wrong kind", findings: []kind.Finding{finding("date", kind.Differ, swam...)}, want: func(r *PlantedResult) { r.Wrong.Part = 1 },
			cards: []Card{{Kind: "date", Verdict: kind.Differ, Planted: Share{0, 1}}}},
		{reason: "a conflict where both can be true", findings: []kind.Finding{finding("quantifier", kind.Conflict, swam...)}, want: func(r *PlantedResult) { r.Differ.Part = 1 },
			cards: []Card{{Kind: "quantifier", Verdict: kind.Conflict, Planted: Share{0, 1}}}},
		{reason: "a conflict told as agreeing", findings: []kind.Finding{finding("fact", kind.Agree, left...)}, want: func(r *PlantedResult) { r.False.Part = 1 },
			cards: []Card{{Kind: "fact", Verdict: kind.Agree, Planted: Share{0, 1}}}},
		{reason: "a conflict, of any kind", findings: []kind.Finding{finding("role", kind.Conflict, left...)}, want: func(r *PlantedResult) { r.Differ.Part, r.Conflict.Part = 1, 1 },
			cards: []Card{{Kind: "role", Verdict: kind.Conflict, Planted: Share{1, 1}}}},
		{reason: "a claim joins what is apart", claims: [][]at{shut}, want: func(r *PlantedResult) { r.Apart.Part = 0 }},
		{reason: "a difference of nothing planted", findings: []kind.Finding{finding("name", kind.Differ, at{"gull", "Captain Ruiz"}, at{"heron", "Tickets"})}, want: func(r *PlantedResult) { r.Alarms = 1 },
			cards: []Card{{Kind: "name", Verdict: kind.Differ, Alarms: 1}}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			want := PlantedResult{Events: 1, Agree: Share{0, 1}, Differ: Share{0, 2}, Wrong: Share{0, 2}, False: Share{0, 2}, AgreeAsDiffering: Share{0, 1}, Conflict: Share{0, 1}, Apart: Share{1, 1}}
			row.want(&want)
			r := ferry(row.findings, row.claims)
			got, err := ScorePlanted(r, planted)
			require.NoError(t, err)
			require.Equal(t, want, got)
			var cards Cards
			require.NoError(t, cards.AddPlanted(r, planted))
			require.Equal(t, row.cards, cards.List())
		})
	}
}

func TestCardsOfCasesAndPairs(t *testing.T) {
	gold := &Gold{Findings: []GoldFinding{{ID: "F1", Kind: "quantifier", Verdict: kind.Differ, Evidence: []GoldEvidence{{"gull", "At least 30 passengers swam ashore"}, {"heron", "Some 30 people reached the beach"}}}}}
	swam := []at{{"gull", "At least 30 passengers swam ashore"}, {"heron", "Some 30 people reached the beach"}}
	var cards Cards
	cards.AddCase(report([]kind.Finding{finding("number", kind.Conflict, swam...), finding("date", kind.Differ, swam...), finding("date", kind.Differ, at{"gull", "at noon"}, at{"heron", "12 crowns"})}, nil), gold)
	cards.AddPair(CopyTold{Lines: []CopyLine{{"date", kind.Differ, true, ""}, {"date", kind.Differ, false, ""}}})
	require.Equal(t, 1, cards.Cases)
	require.Equal(t, []Card{
		{Kind: "date", Verdict: kind.Differ, Lines: 2, Met: Share{1, 2}, Right: Share{0, 2}, Pairs: Share{1, 2}},
		{Kind: "number", Verdict: kind.Conflict, Lines: 1, Met: Share{1, 1}, Right: Share{1, 1}},
	}, cards.List())
}

func TestReadPlanted(t *testing.T) {
	for _, row := range []struct{ reason, text, says string }{
		{"no JSON", "{", "planted: "},
		{"nothing", "{}", "no items"},
		{"an unknown verdict", `{"items": [{"expect": "same"}]}`, `item number 1: expect "same"`},
	} {
		t.Run(row.reason, func(t *testing.T) {
			_, err := ReadPlanted(strings.NewReader(row.text))
			require.ErrorContains(t, err, row.says)
		})
	}
	p, err := ReadPlanted(strings.NewReader(`{"event": "x", "items": [{"id": "1", "a": "A", "b": "B", "expect": "apart"}]}`))
	require.NoError(t, err)
	require.Len(t, p.Items, 1)
	_, err = ScorePlanted(ferry(nil, nil), &Planted{Items: []PlantedItem{{ID: "7", A: "gone", B: "gone"}}})
	require.ErrorContains(t, err, "item 7: its passage stands 0 times in a")
}

func TestJudge(t *testing.T) {
	const text = "Police arrested nine men in the port of Varesh on Monday. The ferry carried 40 people. Nobody was hurt."
	document := func(text string) *extract.Document {
		return extract.Analyse(&article.Article{ID: "x", Language: "en", Text: text, Body: article.Span{End: len(text)}})
	}
	changed := strings.Replace(text, "nine", "twelve", 1)
	clause := func(text string) article.Span { return article.Span{End: strings.Index(text, ".") + 1} }
	pair := CopyPair{Original: document(text), Copy: document(changed), Was: clause(text), Clause: clause(changed), Kinds: []kind.ID{"number"}}
	told := pair.Judge()
	require.True(t, told.Alone(), "%+v", told)
	require.False(t, told.OnlySame)
	pair.Kinds = []kind.ID{"date"}
	told = pair.Judge()
	require.True(t, told.Told)
	require.False(t, told.Right)
	require.Positive(t, told.Also)
	pair.Kinds, pair.Was, pair.Clause = []kind.ID{"number"}, article.Span{Start: 60, End: len(text)}, article.Span{Start: 62, End: len(changed)}
	told = pair.Judge()
	require.False(t, told.Told, "the difference is of another clause")
	require.Positive(t, told.Elsewhere)
	pair = CopyPair{Original: document(text), Copy: document(text), Was: clause(text), Clause: clause(text)}
	told = pair.Judge()
	require.False(t, told.Any())
	require.True(t, told.OnlySame, "a claim joins the two")
	var row CopyRow
	row.Add(told)
	require.Equal(t, CopyRow{Pairs: 2, OnlySame: 2}, row.Plus(row))
}
