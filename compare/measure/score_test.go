package measure

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/match"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
)

// The three articles that the reports of these tests are about.
var texts = map[string]string{
	"gull":  "The ferry sank at dawn. At least 30 passengers swam ashore. Captain Ruiz was the last to leave. The harbour had closed at noon.",
	"heron": "A ferry went down before sunrise. Some 30 people reached the beach. Captain Ruíz left first. Tickets cost 12 crowns.",
	"tern":  "The ferry “Delia” sank. Thirty were saved. She was 40 years old. He was built in Gdansk.",
}

// at is evidence that text stands in the article doc.
type at struct{ doc, text string }

func TestScore(t *testing.T) {
	gold := &Gold{Case: "ferry", Findings: []GoldFinding{
		{ID: "F1", Kind: "fact", Verdict: kind.Agree, Weight: Core, Evidence: []GoldEvidence{{"gull", "The ferry sank at dawn"}, {"heron", "A ferry went down before sunrise"}, {"tern", "The ferry “Delia” sank"}}},
		{ID: "F2", Kind: "quantifier", Verdict: kind.Differ, Weight: Core, Evidence: []GoldEvidence{{"gull", "At least 30 passengers swam ashore"}, {"heron", "Some 30 people reached the beach"}}},
		{ID: "F3", Kind: "fact", Verdict: kind.Conflict, Weight: "minor", Evidence: []GoldEvidence{{"gull", "Captain Ruiz was the last to leave"}, {"heron", "Captain Ruíz left first"}}},
		{ID: "F4", Kind: "pronoun", Verdict: kind.Internal, Weight: "minor", Evidence: []GoldEvidence{{"tern", "She was 40 years old"}, {"tern", "He was built in Gdansk"}}},
	}, Traps: []Trap{
		{ID: "T1", Docs: []string{"gull", "heron"}, Texts: []string{"The harbour had closed at noon", "Tickets cost 12 crowns"}, Why: "unlike"},
		{ID: "T2", Docs: []string{"gull", "heron"}, Texts: []string{"The ferry sank at dawn", "A ferry went down"}, Why: "a finding joins them, so that the trap can't count"},
	}}
	fact := finding("fact", kind.Agree, at{"gull", "The ferry sank at dawn."}, at{"heron", "A ferry went down before sunrise."})
	for _, row := range []struct {
		reason   string
		findings []kind.Finding
		claims   [][]at
		want     func(*Result)
	}{
		{reason: "an empty report answers nothing and joins nothing", want: func(*Result) {}},
		{reason: "two articles of three suffice to meet", findings: []kind.Finding{fact}, want: func(r *Result) {
			r.Core.Part, r.All.Part, r.KindExact, r.Precision, r.Verdict = 1, 1, Share{1, 1}, Share{1, 1}, Share{1, 1}
			r.Joined.Part, r.Said = 1, Share{1, 1}
		}},
		{reason: "two passages of one article don't", findings: []kind.Finding{finding("fact", kind.Agree, at{"gull", "The ferry sank"}, at{"gull", "at dawn"})}, want: func(r *Result) {
			r.Precision = Share{0, 1}
		}},
		{reason: "another kind answers an agreement and isn't exact", findings: []kind.Finding{finding("name", kind.Agree, at{"gull", "ferry sank"}, at{"heron", "A ferry went down"})}, want: func(r *Result) {
			r.Core.Part, r.All.Part, r.KindExact, r.Precision, r.Verdict = 1, 1, Share{0, 1}, Share{1, 1}, Share{1, 1}
			r.Joined.Part, r.Said = 1, Share{1, 1}
		}},
		{reason: "a near kind answers a difference, and conflict is in its class", findings: []kind.Finding{finding("number", kind.Conflict, at{"gull", "At least 30 passengers"}, at{"heron", "Some 30 people"})}, want: func(r *Result) {
			r.Core.Part, r.All.Part, r.KindExact, r.Precision, r.Verdict = 1, 1, Share{0, 1}, Share{1, 1}, Share{1, 1}
			r.Joined.Part, r.Said = 1, Share{1, 1}
		}},
		{reason: "a far kind passes but doesn't answer a difference", findings: []kind.Finding{finding("date", kind.Differ, at{"gull", "At least 30 passengers"}, at{"heron", "Some 30 people"})}, want: func(r *Result) {
			r.Precision, r.Verdict = Share{1, 1}, Share{1, 1}
			r.Joined.Part, r.Said = 1, Share{1, 1}
		}},
		{reason: "an agreement passes where a difference is gold, with the wrong verdict", findings: []kind.Finding{finding("quantifier", kind.Agree, at{"gull", "At least 30 passengers"}, at{"heron", "Some 30 people"})}, want: func(r *Result) {
			r.Precision, r.Verdict = Share{1, 1}, Share{0, 1}
			r.Joined.Part, r.Said = 1, Share{1, 1}
		}},
		{reason: "the third finding on one gold finding is a repeat", findings: []kind.Finding{fact, fact, fact}, want: func(r *Result) {
			r.Core.Part, r.All.Part, r.KindExact, r.Precision, r.Verdict = 1, 1, Share{1, 1}, Share{2, 3}, Share{2, 2}
			r.Joined.Part, r.Said = 1, Share{3, 3}
		}},
		{reason: "less than half of the shorter passage is no overlap", findings: []kind.Finding{finding("fact", kind.Agree, at{"gull", "dawn. At least 30"}, at{"heron", "A ferry went down"})}, want: func(r *Result) {
			r.Precision, r.Said = Share{0, 1}, Share{0, 1}
		}},
		{reason: "an internal finding needs both passages", findings: []kind.Finding{
			finding("pronoun", kind.Internal, at{"tern", "She was"}, at{"tern", "He was built"}),
			finding("pronoun", kind.Internal, at{"tern", "She was"}),
		}, want: func(r *Result) {
			r.All.Part, r.KindExact, r.Precision, r.Verdict = 1, Share{1, 1}, Share{1, 2}, Share{1, 1}
		}},
		{reason: "one passage over both is enough for an internal finding", findings: []kind.Finding{finding("pronoun", kind.Internal, at{"tern", "She was 40 years old. He was built in Gdansk."})}, want: func(r *Result) {
			r.All.Part, r.KindExact, r.Precision, r.Verdict = 1, Share{1, 1}, Share{1, 1}, Share{1, 1}
		}},
		{reason: "a fourth passage of an article doesn't count", findings: []kind.Finding{finding("fact", kind.Agree,
			at{"gull", "The harbour"}, at{"gull", "had closed"}, at{"gull", "at noon"}, at{"gull", "The ferry sank at dawn"}, at{"heron", "A ferry went down"})}, want: func(r *Result) {
			r.Precision, r.Said = Share{0, 1}, Share{0, 3}
		}},
		{reason: "a claim joins but is no finding, and springs traps", claims: [][]at{{{"gull", "The harbour had closed"}, {"heron", "Tickets cost 12"}}}, want: func(r *Result) {
			r.Claims, r.Said, r.Traps.Part = 1, Share{0, 1}, 1
		}},
	} {
		t.Run(row.reason, func(t *testing.T) {
			want := Result{Case: "ferry", Articles: 3, Findings: len(row.findings), Core: Share{0, 2}, All: Share{0, 4}, Joined: Share{0, 5}, Traps: Share{0, 1}}
			row.want(&want)
			got := Score(report(row.findings, row.claims), gold)
			require.Equal(t, int(want.All.Whole-want.All.Part), len(got.Missed))
			require.Equal(t, want.Precision.Whole-want.Precision.Part, len(got.Unmet))
			require.Equal(t, want.Traps.Part, len(got.Sprung))
			require.Equal(t, got.Core, got.CoreFirst, "all findings are on the first screen")
			got.CoreFirst, got.Shown = Share{}, Share{}
			got.Recall, got.First, got.Calibration, got.Missed, got.Unmet, got.Sprung = nil, nil, nil, nil, nil, nil
			require.Equal(t, want, got)
		})
	}
}

// Of the findings beyond the first ten none answers for the first screen.
func TestScoreOfTheFirstScreen(t *testing.T) {
	gold := &Gold{Findings: []GoldFinding{
		{Kind: "fact", Verdict: kind.Agree, Weight: Core, Evidence: []GoldEvidence{{"gull", "The ferry sank at dawn"}, {"heron", "A ferry went down"}}}}}
	stray := finding("fact", kind.Agree, at{"gull", "at noon"}, at{"heron", "12 crowns"})
	right := finding("fact", kind.Agree, at{"gull", "The ferry sank"}, at{"heron", "A ferry went down"})
	for before, want := range map[int]Share{9: {1, 1}, 10: {0, 1}} {
		got := Score(report(append(slices.Repeat([]kind.Finding{stray}, before), right), nil), gold)
		require.Equal(t, want, got.CoreFirst, before)
		require.Equal(t, Share{1, 1}, got.Core)
		require.Equal(t, 20, got.Shown.Whole)
		require.InDelta(t, float64(got.Shown.Part)/20, got.Shown.Mean(), 1e-9)
	}
}

func TestScoreCountsWhatItCannotPlace(t *testing.T) {
	r := report([]kind.Finding{{Kind: "fact", Verdict: kind.Agree, Evidence: []kind.Evidence{
		{Article: 0}, {Article: 1, Span: article.Span{Start: 2, End: 100000}}, {Article: 7, Span: article.Span{End: 3}},
	}}}, nil)
	r.Documents[2].Article = &article.Article{ID: "tern", Text: strings.Repeat("é", 401)}
	r.Findings[0].Evidence = append(r.Findings[0].Evidence,
		kind.Evidence{Article: 2, Span: article.Span{End: 802}}, kind.Evidence{Article: 2, Span: article.Span{End: 800}})
	got := Score(r, &Gold{
		Findings: []GoldFinding{{Kind: "fact", Verdict: kind.Agree, Evidence: []GoldEvidence{{"gull", "no such words"}, {"swan", "The ferry"}}}},
		Traps:    []Trap{{Docs: []string{"gull", "heron"}, Texts: []string{"nor these", "Tickets"}}},
	})
	require.Equal(t, 4, got.Lost, "an empty passage, one past the end, one of no article, and one of 401 characters, but not one of 400")
	require.Equal(t, 3, got.Unplaced)
	require.Equal(t, Share{0, 0}, got.Traps)
}

func TestCalibrationPutsConfidenceInTenths(t *testing.T) {
	right := finding("fact", kind.Agree, at{"gull", "The ferry sank"}, at{"heron", "A ferry went down"})
	wrong := finding("fact", kind.Differ, at{"gull", "The ferry sank"}, at{"heron", "A ferry went down"})
	stray := finding("fact", kind.Agree, at{"gull", "at noon"}, at{"heron", "12 crowns"})
	right.Confidence, wrong.Confidence, stray.Confidence = 1, 0.85, 0.8
	got := Score(report([]kind.Finding{right, wrong, stray}, nil), &Gold{Findings: []GoldFinding{
		{Kind: "fact", Verdict: kind.Agree, Evidence: []GoldEvidence{{"gull", "The ferry sank at dawn"}, {"heron", "A ferry went down"}}}}})
	require.Len(t, got.Calibration, Bins)
	require.Equal(t, Bin{Findings: 1, Confidence: 1, Met: 1, Right: 1}, got.Calibration[9])
	require.Equal(t, Bin{Findings: 2, Confidence: 1.65, Met: 1}, got.Calibration[8])
}

func TestScoreDoesNotDependOnTheOrderOfFindings(t *testing.T) {
	names := []string{"gull", "heron", "tern"}
	rapid.Check(t, func(t *rapid.T) {
		evidence := rapid.Custom(func(t *rapid.T) at {
			doc := rapid.SampledFrom(names).Draw(t, "doc")
			return at{doc, rapid.SampledFrom(strings.SplitAfter(texts[doc], ". ")).Draw(t, "sentence")}
		})
		findings := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) kind.Finding {
			return finding(rapid.SampledFrom([]kind.ID{"fact", "date"}).Draw(t, "kind"), rapid.SampledFrom(kind.Verdicts).Draw(t, "verdict"), rapid.SliceOfN(evidence, 1, 5).Draw(t, "evidence")...)
		}), 1, 12).Draw(t, "findings")
		gold := &Gold{}
		for range 3 {
			g := GoldFinding{Kind: "fact", Verdict: rapid.SampledFrom(kind.Verdicts).Draw(t, "gold verdict"), Weight: Core}
			for _, e := range rapid.SliceOfN(evidence, 2, 4).Draw(t, "gold evidence") {
				g.Evidence = append(g.Evidence, GoldEvidence{e.doc, e.text})
			}
			gold.Findings = append(gold.Findings, g)
		}
		r := report(findings, nil)
		want := Score(r, gold)
		r.Findings = rapid.Permutation(r.Findings).Draw(t, "order")
		got := Score(r, gold)
		for i := range want.Calibration {
			require.InDelta(t, want.Calibration[i].Confidence, got.Calibration[i].Confidence, 1e-9)
			got.Calibration[i].Confidence = want.Calibration[i].Confidence
		}
		require.Equal(t, want, got)
	})
}

func TestSumAddsPartsAndWholes(t *testing.T) {
	right := finding("fact", kind.Agree, at{"gull", "The ferry sank"}, at{"heron", "A ferry went down"})
	gold := &Gold{Case: "x", Findings: []GoldFinding{{ID: "F1", Kind: "fact", Verdict: kind.Agree, Weight: Core, Evidence: []GoldEvidence{{"gull", "The ferry sank at dawn"}, {"heron", "A ferry went down"}}}}}
	a, b := Score(report([]kind.Finding{right}, nil), gold), Score(report(nil, nil), gold)
	sum := Sum([]Result{a, b})
	require.Equal(t, "2 cases", sum.Case)
	require.Equal(t, Share{1, 2}, sum.Core)
	require.Equal(t, Share{1, 1}, sum.Precision)
	require.Equal(t, []RecallRow{{"fact", kind.Agree, Share{1, 2}, Share{1, 2}}}, sum.Recall)
	require.Equal(t, []FirstRow{{"fact", kind.Agree, Share{1, 1}, Share{1, 1}}}, sum.First)
	require.Equal(t, 1, sum.Calibration[8].Right)
	require.Equal(t, []Missed{{"x", "F1", "fact", kind.Agree, true, ""}}, sum.Missed)
	require.InDelta(t, 50, sum.Core.Percent(), 1e-9)
	require.InDelta(t, 200.0/3, sum.PairsF1(), 1e-9)
	require.Zero(t, Sum(nil).PairsF1())
}

// finding is a finding of confidence 0.8 with passages of the articles above.
func finding(k kind.ID, v kind.Verdict, evidence ...at) kind.Finding {
	f := kind.Finding{Kind: k, Verdict: v, Confidence: 0.8}
	for _, e := range evidence {
		doc, span := locate(e)
		f.Evidence = append(f.Evidence, kind.Evidence{Article: doc, Span: span})
	}
	return f
}

func locate(e at) (doc int, span article.Span) {
	start := strings.Index(texts[e.doc], e.text)
	return map[string]int{"gull": 0, "heron": 1, "tern": 2}[e.doc], article.Span{Start: start, End: start + len(e.text)}
}

// report is one with the articles above, and findings ranked as they stand.
func report(findings []kind.Finding, claims [][]at) *compare.Report {
	r := &compare.Report{}
	for _, id := range []string{"gull", "heron", "tern"} {
		r.Documents = append(r.Documents, &extract.Document{Article: &article.Article{ID: id, Path: "coast/" + id + ".txt", Text: texts[id]}})
	}
	for i, f := range findings {
		r.Findings = append(r.Findings, compare.Finding{Finding: f, Rank: i + 1})
	}
	for _, members := range claims {
		c := compare.Claim{Verdict: kind.Agree}
		for _, e := range members {
			doc, span := locate(e)
			d := r.Documents[doc]
			d.Assertions = append(d.Assertions, assertion.Assertion{Span: span})
			c.Members = append(c.Members, match.Member{Article: doc, Assertion: len(d.Assertions) - 1})
		}
		r.Claims = append(r.Claims, c)
	}
	return r
}
