package main

import (
	"fmt"

	compared "xref/compare/measure"
	"xref/extract/measure"
	"xref/extract/read"
)

// storyKeys measures the grouping of an archive: all articles of a folder and of those
// below it, poured together.
func storyKeys(path string) ([]measure.Figure, error) {
	found, err := read.Paths([]string{path}, read.Options{})
	if err != nil {
		return nil, err
	}
	a := compared.StoryKeys(found.Articles)
	figures := []measure.Figure{
		count("articles", a.Articles), count("pairs_of_one_story", a.Pairs),
		share("recall", 100*float64(a.Found)/float64(max(1, a.Pairs))), share("with_a_key_in_common", 100*float64(a.Meeting)/float64(max(1, a.Pairs))),
		count("surplus_pairs", a.Surplus),
		{Name: "keys_an_article", Value: float64(a.Keys) / float64(a.Articles)},
	}
	for n, l := range a.Levels {
		level := fmt.Sprintf("level_%d_", n)
		figures = append(figures, count(level+"records", l.Records), count(level+"keys", l.Keys), count(level+"largest_key", l.Largest),
			share(level+"largest_key_percent_of_records", 100*float64(l.Largest)/float64(l.Records)),
			count(level+"keys_over_the_cap", l.Over), count(level+"held_after_capping_at_most", l.Held), count(level+"left_out", l.LeftOut))
	}
	return append(figures,
		count("links", a.Links), count("left_open", a.Open), count("parts_of_several", a.Parts), count("largest_part", a.Largest),
		count("text_bytes_an_article", a.TextBytes/a.Articles), count("member_bytes_an_article", a.MemberBytes/a.Articles),
		count("analysis_bytes_an_article", a.AnalysisBytes/a.Articles),
	), nil
}
