package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/article"
	"xref/extract/lang"
	"xref/internal/analyser"
)

// analysed is the annotation of a text without a headline.
func analysed(text string) *lang.Text {
	return analyser.Analyse(&article.Article{ID: "test", Text: text, Body: article.Span{Start: 0, End: len(text)}})
}

// shown writes a quotation as "source / cue / kind / content", the pieces of a
// content parted by " ... " and an unknown source as "?".
func shown(t *lang.Text, q Quotation) string {
	var pieces []string
	for _, c := range q.Content {
		pieces = append(pieces, c.In(t.Source))
	}
	source := "?"
	if q.Speaker >= 0 {
		source = q.Source.In(t.Source)
	}
	cue := q.Lemma
	if q.CueHead < 0 {
		cue = "-"
	}
	return strings.Join([]string{source, cue, q.Kind.String(), strings.Join(pieces, " ... ")}, " / ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		want         []string
	}{
		{"tag after", "“The bridge is closed,” the mayor said.", []string{
			"the mayor / say / direct / The bridge is closed"}},
		{"tag inverted", "“The bridge is closed,” said Maria Lopez, who runs the port.", []string{
			"Maria Lopez / say / direct / The bridge is closed"}},
		{"straight marks", `"The bridge is closed," the mayor said.`, []string{
			"the mayor / say / direct / The bridge is closed"}},
		{"a question", "“Is the bridge closed?” she asked.", []string{
			"she / ask / direct / Is the bridge closed?"}},
		{"introduced by a comma", "The mayor said, “The bridge is closed.”", []string{
			"The mayor / say / direct / The bridge is closed."}},
		{"introduced by a colon", "The mayor told reporters: “The bridge is closed.”", []string{
			"The mayor / tell / direct / The bridge is closed."}},
		{"one quotation in two pieces", "“The bridge is closed,” the mayor said, “and nobody knows why.”", []string{
			"the mayor / say / direct / The bridge is closed ... and nobody knows why."}},
		{"runs on in the next sentence", "“The bridge is closed,” the mayor said. “Nobody knows why.”", []string{
			"the mayor / say / direct / The bridge is closed ... Nobody knows why."}},
		{"runs on in the next paragraph, mark reopened", "“The bridge is closed,” the mayor said. “Nobody knows why.\n\n“We will look into it.”", []string{
			"the mayor / say / direct / The bridge is closed ... Nobody knows why. ... We will look into it."}},
		{"a relative clause between subject and tag", "“I was amazed when the bridge broke last week,” Lopez, who is 46, said in a letter about her plans. “Nobody knows why.”", []string{
			"Lopez / say / direct / I was amazed when the bridge broke last week ... Nobody knows why."}},
		{"an order to the reader is no cue", "Read the full statement: “The bridge stays closed and nobody knows why.”", []string{
			"? / - / direct / The bridge stays closed and nobody knows why."}},
		{"a statement without its subject is no order", "“The bridge is closed,” he told the paper, and read from a letter: “The cables broke in May.”", []string{
			"he / tell / direct / The bridge is closed",
			"he / read / direct / The cables broke in May."}},
		{"a dash after the tag", "The bridge will stay closed for a year, Lopez said — a blow to the town.", []string{
			"Lopez / say / indirect / The bridge will stay closed for a year"}},
		{"occasion and day before that", "The ministry said in a statement on Monday that more than 300 barges had left the port.", []string{
			"The ministry / say / indirect / more than 300 barges had left the port"}},
		{"a relative clause after the subject", "Lopez said in an interview with the Harbour Post on Tuesday that her party, which lost 12 seats, would not join the government.", []string{
			"Lopez / say / indirect / her party, which lost 12 seats, would not join the government"}},
		{"the main clause goes on after the content", "The report, which said the dam was unsafe, was ignored.", []string{
			"which / say / indirect / the dam was unsafe"}},
		{"a participle goes on with what the tag began", "“It's over,” said Peter Lang, a spokesman for the union, adding that nobody would be paid.", []string{
			"Peter Lang, a spokesman for the union / say / direct / It's over", "Peter Lang, a spokesman for the union / add / indirect / nobody would be paid"}},
		{"indirect with that", "The mayor said that the bridge was closed.", []string{
			"The mayor / say / indirect / the bridge was closed"}},
		{"indirect without that", "The mayor said the bridge was closed.", []string{
			"The mayor / say / indirect / the bridge was closed"}},
		{"told somebody", "The mayor told the council that the bridge was closed.", []string{
			"The mayor / tell / indirect / the bridge was closed"}},
		{"mixed", "The mayor said the bridge was “a danger to everybody”.", []string{
			"The mayor / say / mixed / the bridge was “a danger to everybody"}},
		{"fronted", "The bridge was closed, the mayor said.", []string{
			"the mayor / say / indirect / The bridge was closed"}},
		{"interrupted after its subject", "“The dam,” said Wray, “is full of water and it will not hold.”", []string{
			"Wray / say / direct / The dam ... is full of water and it will not hold."}},
		{"whose response it is, before a colon", "Her response: “We will see to it.”", []string{
			"Her / response / direct / We will see to it."}},
		{"said in something that", "The sailors’ union said in a release on Friday that the harbour would be closed.", []string{
			"The sailors’ union / say / indirect / the harbour would be closed"}},
		{"no commas, a day before those who said it", "The evacuation of the island resumed Friday state radio and fishermen said.", []string{
			"state radio and fishermen / say / indirect / The evacuation of the island resumed Friday"}},
		{"no commas, a day's morning before those who said it", "The buses left the town on Friday morning the harbour office said.", []string{
			"the harbour office / say / indirect / The buses left the town on Friday morning"}},
		{"a participle ends its source", "Ann Marsh, accusing the board of lying, left the room.", []string{
			"Ann Marsh / accuse / indirect / the board of lying"}},
		{"who accuses ends before of what", "Freedonia has been accused by the group of endangering citizens.", []string{
			"the group / accuse / indirect / Freedonia"}},
		{"according to", "The bridge was closed in May, according to the mayor.", []string{
			"the mayor / according / indirect / The bridge was closed in May"}},
		{"according to, first", "According to the mayor, the bridge was closed in May.", []string{
			"the mayor / according / indirect / the bridge was closed in May"}},
		{"called", "The mayor called the bridge “a disgrace”.", []string{
			"The mayor / call / mixed / the bridge “a disgrace"}},
		{"accused of", "The mayor accused the builders of lying.", []string{
			"The mayor / accuse / indirect / the builders of lying"}},
		{"accused, nobody says by whom", "The builders are accused of lying.", []string{
			"? / accuse / indirect / The builders ... of lying"}},
		{"it was reported", "It was reported that the bridge was closed.", []string{
			"? / report / indirect / the bridge was closed"}},
		{"the told one isn't the source", "Residents were told that the bridge was closed.", []string{
			"? / tell / indirect / the bridge was closed"}},
		{"belief", "Residents believe that the bridge is unsafe.", []string{
			"Residents / believe / indirect / the bridge is unsafe"}},
		{"intention", "The council plans to close the bridge.", []string{
			"The council / plan / indirect / to close the bridge"}},
		{"noun", "The council rejected the mayor's claim that the bridge is safe.", []string{
			"The council / reject / indirect / the mayor's claim that the bridge is safe",
			"the mayor / claim / indirect / the bridge is safe"}},
		{"a clause interrupted", "The bridge, the mayor said, is closed.", []string{
			"the mayor / say / indirect / The bridge ... is closed"}},
		{"another's cue ends the content", "Asked if the bridge was safe, the mayor replied: “Ask the builders.”", []string{
			"the mayor / reply / direct / Ask the builders."}},
		{"a second cue of the same subject", "The mayor said the bridge was closed and added that repairs would take a year.", []string{
			"The mayor / say / indirect / the bridge was closed",
			"The mayor / add / indirect / repairs would take a year"}},
		{"commas left out", "The bridge was closed after the storm the harbour office said on Monday.", []string{
			"the harbour office / say / indirect / The bridge was closed after the storm"}},
		{"what leads up isn't the source", "After weeks of talks, the council said the bridge would open.", []string{
			"the council / say / indirect / the bridge would open"}},
		{"single marks, apostrophes", "‘We can’t use the builders’ bridge,’ the mayor said.", []string{
			"the mayor / say / direct / We can’t use the builders’ bridge"}},
		{"the next paragraph is all quotation", "“The bridge is closed,” the mayor said.\n\n“Nobody will ever find the cause.”", []string{
			"the mayor / say / direct / The bridge is closed",
			"the mayor / - / direct / Nobody will ever find the cause."}},
		{"a purpose isn't a thought", "The mayor got a chance to discuss the bridge.", nil},
		{"signed", "“The bridge ought to be torn down.” — Maria Lopez", []string{
			"Maria Lopez / — / direct / The bridge ought to be torn down."}},
		{"unknown speaker", "The hall went quiet. “We are closing the bridge today.”", []string{
			"? / - / direct / We are closing the bridge today."}},
		{"scare quotes", "The so-called “bridge of sighs” is closed.", nil},
		{"a title", "Her novel “The Bridge” came out in May.", nil},
		{"a nickname", "Robert “Bobby” Marsh runs the port.", nil},
		{"a shop isn't said to say", "The shop opens at nine.", nil},
	} {
		t.Run(test.reason, func(t *testing.T) {
			text := analysed(test.text)
			var got []string
			for _, q := range Find(text) {
				got = append(got, shown(text, q))
			}
			require.Equal(t, test.want, got)
		})
	}
}

func TestFindHeadline(t *testing.T) {
	for _, test := range []struct {
		reason, title string
		want          []string
	}{
		{"a name and a colon", "Lopez: ‘The bridge is closed’", []string{"Lopez / : / direct / The bridge is closed"}},
		{"without marks, the name being known", "Lopez: Bridge is closed for good", []string{"Lopez / : / indirect / Bridge is closed for good"}},
		{"a verb", "Lopez says bridge is closed", []string{"Lopez / say / indirect / bridge is closed"}},
		{"a topic is no speaker", "Lopez Bridge Debate: Port is closed for good", nil},
		{"a topic's word as a surname", "Chase: Port is closed for good", []string{"Chase / : / indirect / Port is closed for good"}},
		{"a rubric is no speaker", "Analysis: The bridge is closed for good", nil},
	} {
		t.Run(test.reason, func(t *testing.T) {
			source := test.title + "\n\nMaria Lopez and Ann Chase run the port."
			n := len(test.title)
			text := analyser.Analyse(&article.Article{ID: "test", Text: source, Title: article.Span{Start: 0, End: n}, Body: article.Span{Start: n, End: len(source)}})
			var got []string
			for _, q := range Find(text) {
				got = append(got, shown(text, q))
			}
			require.Equal(t, test.want, got)
		})
	}
}

func TestFindNested(t *testing.T) {
	text := analysed("The mayor said the minister had claimed that the bridge was safe.")
	found := Find(text)
	require.Len(t, found, 2)
	require.Equal(t, "say", found[0].Lemma)
	require.Equal(t, -1, found[0].Outer)
	require.Equal(t, "claim", found[1].Lemma)
	require.Equal(t, 0, found[1].Outer)
	require.Equal(t, "the minister", found[1].Source.In(text.Source))
}
