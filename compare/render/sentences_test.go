package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/read"
	"xref/fixtures"
)

// sentenceRows are what three outlets say, by what a finding says of them: each a
// passage, with the words to look at in brackets where not all are.
var sentenceRows = []struct {
	reason  kind.Reason
	verdict kind.Verdict
	says    []string // of Beacon, Courier and Dispatch; "" where one says nothing
}{
	{kind.NoReason, kind.Differ, []string{"the boats left", "the ships left"}},
	{kind.SameNumber, kind.Agree, []string{"[40 boats] left", "[40 boats] had left", "all [40 boats] are gone"}},
	{kind.SameNumber, kind.Agree, []string{"[40 boats] left", "[Forty fishing boats] left"}},
	{kind.OtherNumber, kind.Conflict, []string{"[40 boats] left", "[50 boats] left", "[40 boats] are gone"}},
	{kind.OtherUnit, kind.Conflict, []string{"[40 miles] off", "[40 km] off"}},
	{kind.OtherBound, kind.Differ, []string{"[40 boats] left", "[more than 40 boats] left"}},
	{kind.TwoBounds, kind.Internal, []string{"[40 boats] left|[at least 40 boats] are gone"}},
	{kind.SameTime, kind.Agree, []string{"it left on [Monday]", "it sailed on [Monday]"}},
	{kind.OtherTime, kind.Differ, []string{"it left [on Monday]", "it sailed [two days later]"}},
	{kind.OtherSpelling, kind.Differ, []string{"Captain [Meyer]", "Captain [Meier]", "Captain [Meyer] too"}},
	{kind.TwoSpellings, kind.Internal, []string{"Captain [Meyer]|Captain [Meier]"}},
	{kind.OtherName, kind.Differ, []string{"it left [Larne]", "it left [Troon]"}},
	{kind.SameTitle, kind.Agree, []string{"[harbour master] Ilse Brandt", "Ilse Brandt, [harbour master]"}},
	{kind.OtherTitle, kind.Differ, []string{"[harbour master] Ilse Brandt", "Ilse Brandt, [a pilot]"}},
	{kind.OtherPronoun, kind.Conflict, []string{"[she] spoke", "[he] spoke"}},
	{kind.TwoPronouns, kind.Internal, []string{"[She] spoke|[He] left"}},
	{kind.SameWords, kind.Agree, []string{"we sail tonight", "We sail tonight", "we sail tonight"}},
	{kind.MoreWords, kind.Agree, []string{"we sail tonight", "we sail tonight, whatever comes"}},
	{kind.Paraphrase, kind.Differ, []string{"[we sail tonight], he said", "he promised to sail soon"}},
	{kind.Stitched, kind.Differ, []string{"we sail tonight", "we sail tonight and we fear nothing"}},
	{kind.AlteredWords, kind.Differ, []string{"we sail [tonight]", "we sail [soon]"}},
	{kind.OtherSpeaker, kind.Differ, []string{"[the captain] said so", "[the pilot] said so"}},
	{kind.OtherSource, kind.Differ, []string{"[the captain] said so", "[the harbour office] said so"}},
	{kind.OtherCertainty, kind.Differ, []string{"it [may have sunk]", "it [sank]"}},
	{kind.ConditionLeftOut, kind.Differ, []string{"it sails [if the wind drops]", "it sails"}},
	{kind.HedgeLeftOut, kind.Differ, []string{"it [allegedly] sank", "it sank", "it sank at once"}},
	{kind.Denied, kind.Conflict, []string{"it did [not sink]", "it [sank]"}},
	{kind.Opposites, kind.Differ, []string{"the price [rose]", "the price [fell]"}},
	{kind.WithoutLeftOut, kind.Differ, []string{"it left [without a pilot]", "it left"}},
	{kind.OtherDoer, kind.Differ, []string{"[the pilot] warned them", "[the captain] warned them"}},
	{kind.OtherTarget, kind.Differ, []string{"they warned [the pilot]", "they warned [the captain]"}},
	{kind.DoerAndTargetExchanged, kind.Differ, []string{"[the pilot warned the captain]!", "[the captain warned the pilot]!"}},
	{kind.DoerLeftOut, kind.Differ, []string{"[the storm] sank it", "it was sunk"}},
	{kind.OneHolderOnly, kind.Conflict, []string{"[Brandt] is harbour master", "[Okoro] is harbour master"}},
	{kind.OtherWord, kind.Differ, []string{"they [fled] the harbour", "they [left] the harbour"}},
	{kind.OtherPlace, kind.Differ, []string{"it sank [off Larne]", "it sank [off Troon]"}},
	{kind.OtherOnes, kind.Differ, []string{"[the old boats] left", "[the small boats] left"}},
	{kind.RestrictionLeftOut, kind.Differ, []string{"[only] pilots may enter", "pilots may enter"}},
	{kind.SameMatter, kind.Agree, []string{"the boats left", "the harbour emptied"}},
	{kind.SameMatter, kind.Agree, []string{"the boats left", "The boats left", "the boats left"}},
	{kind.Contradictory, kind.Differ, []string{"[a spark] set it off", "it was [a leak]"}},
	{kind.HeadlineRewritten, kind.Differ, []string{"Boats leave", "Boats flee"}},
	{kind.QuotationRewritten, kind.Differ, []string{"we sail tonight", "we sail soon"}},
	{kind.Rewritten, kind.Differ, []string{"the boats left", "the boats fled"}},
	{kind.ToldOtherwise, kind.Differ, []string{"the boats left", "the boats were kept in port"}},
	{kind.Added, kind.Differ, []string{"", "the boats are back"}},
	{kind.Gone, kind.Differ, []string{"the boats are back", ""}},
	{kind.Moved, kind.Differ, []string{"the boats left", "the boats left"}},
}

// Every reason has a wording; the golden file shows how each reads.
func TestEveryReasonHasASentence(t *testing.T) {
	shown := map[kind.Reason]bool{}
	var b strings.Builder
	for _, row := range sentenceRows {
		shown[row.reason] = true
		v, f := saidBy(t, row.says)
		f.Reason, f.Verdict = row.reason, row.verdict
		s := v.sentence(f)
		require.True(t, strings.HasSuffix(s, ".") && !strings.Contains(s, "{}"), "%q", s)
		fmt.Fprintln(&b, s)
	}
	for r := kind.NoReason; r <= kind.Moved; r++ {
		require.True(t, shown[r], "reason %d has no row", r)
		require.Contains(t, wordings, r)
	}
	require.Len(t, wordings, int(kind.Moved)+1)
	fixtures.OpenGolden(t, "testdata/sentences").Equal(t, "reasons.txt", b.String())
}

// What took so long isn't dated by that; what happened then is.
func TestLengthsAreNoDates(t *testing.T) {
	for _, row := range []struct{ a, b, want string }{
		{"The repair of the pier took [six weeks].", "The repair of the pier took [two months].", "How long it was isn’t the same: a says “six weeks”; b says “two months”."},
		{"The bridge was shut [for three days].", "The bridge was shut [for a week].", "How long it was isn’t the same: a says “for three days”; b says “for a week”."},
		{"The ferry was [ten minutes] late.", "The ferry was [half an hour] late.", "How long it was isn’t the same: a says “ten minutes”; b says “half an hour”."},
		{"The ferry left [on Monday].", "The ferry left [on Tuesday].", "a dates it “on Monday”; b dates it “on Tuesday”."},
		{"The ferry left [on May 2].", "The ferry left [on May 3].", "a dates it “on May 2”; b dates it “on May 3”."},
		{"The ferry left [at noon].", "The ferry left [at 6 p.m.].", "a dates it “at noon”; b dates it “at 6 p.m.”"},
	} {
		r := &compare.Report{Stories: []story.Story{{Articles: []int{0, 1}}}}
		f := compare.Finding{Finding: kind.Finding{Kind: kind.Date.ID, Verdict: kind.Differ, Reason: kind.OtherTime, Claim: -1, Entity: -1, Utterance: -1}}
		for i, text := range []string{row.a, row.b} {
			start, end := strings.Index(text, "["), strings.Index(text, "]")-1
			a, _, err := read.Bytes(string(rune('a'+i))+".txt", []byte("---\ndate: 2024-05-02\n---\n\n"+strings.NewReplacer("[", "", "]", "").Replace(text)+"\n"))
			require.NoError(t, err)
			r.Documents = append(r.Documents, extract.Analyse(a))
			focus := article.Span{Start: a.Body.Start + start, End: a.Body.Start + end}
			f.Evidence = append(f.Evidence, kind.Evidence{Article: i, Span: a.Body, Focus: focus, Value: focus.In(a.Text)})
		}
		require.Equal(t, row.want, newView(r, Options{}, nil).sentence(&f))
	}
}

// saidBy is a finding of three outlets that say these passages.
func saidBy(t *testing.T, says []string) (*view, *compare.Finding) {
	b := newBuilder(t)
	var articles []int
	var evidence []kind.Evidence
	for i, name := range []string{"Beacon", "Courier", "Dispatch"} {
		var passages []string
		if i < len(says) && says[i] != "" {
			passages = strings.Split(says[i], "|")
		}
		text := "Nothing more."
		for _, p := range passages {
			text += " " + strings.NewReplacer("[", "", "]", "").Replace(p) + "."
		}
		a := b.article(strings.ToLower(name), name, "Harbour news", "2024-05-02", text)
		articles = append(articles, a)
		for _, p := range passages {
			before, rest, _ := strings.Cut(p, "[")
			focus, after, marked := strings.Cut(rest, "]")
			if !marked {
				evidence = append(evidence, b.says(a, p, "", p))
				continue
			}
			evidence = append(evidence, b.says(a, before+focus+after, focus, focus))
		}
		if i == len(says)-1 {
			break
		}
	}
	return newView(b.r, Options{}, nil), b.finding(b.story("Harbour news", articles...), "number", kind.Differ, 0.8, "boats", "", evidence...)
}

func TestSentencesEndOnce(t *testing.T) {
	for in, want := range map[string]string{
		"A says “no”":           "A says “no”.",
		"A says “No.”":          "A says “No.”",
		"A says “Why?”":         "A says “Why?”",
		"A says “Out!”":         "A says “Out!”",
		"A says “and then …”":   "A says “and then …”.",
		"A has it from Officer": "A has it from Officer.",
		"”":                     "”.",
	} {
		require.Equal(t, want, ended(in))
	}
}
