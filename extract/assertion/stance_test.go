package assertion_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/assertion"
	"xref/internal/analyser"
)

func TestStance(t *testing.T) {
	for _, row := range []struct {
		text, word string
		modality   assertion.Modality
		negated    bool
		holds      bool
		reason     string
	}{
		{"The council closed the bridge.", "closed", assertion.Asserted, false, true, "a plain statement"},
		{"The council did not close the bridge.", "close", assertion.Asserted, true, false, "a particle denies"},
		{"The council never closed the bridge.", "closed", assertion.Asserted, true, false, "an adverb denies"},
		{"The mayor not only closed the bridge but sold it.", "closed", assertion.Asserted, false, true, "not only leads up to more"},
		{"The mayor left without signing the letter.", "signing", assertion.Asserted, true, false, "without denies its gerund"},
		{"The mayor left without signing the letter.", "left", assertion.Asserted, false, true, "without leaves the clause above alone"},
		{"The driver failed to stop.", "stop", assertion.Asserted, true, false, "an implicative says that it didn't come about"},
		{"The driver failed to stop.", "failed", assertion.Asserted, false, true, "the failing itself holds"},
		{"The driver managed to stop.", "stop", assertion.Asserted, false, true, "an implicative says that it came about"},
		{"The driver did not manage to stop.", "stop", assertion.Asserted, true, false, "denied, the implicative turns round"},
		{"She denied that the firm paid bribes.", "paid", assertion.Asserted, true, false, "a denial"},
		{"She did not say that the firm paid bribes.", "paid", assertion.Possible, false, true, "what isn't said may be so"},
		{"There is no evidence that the firm paid bribes.", "paid", assertion.Asserted, true, false, "a noun that there is none of"},
		{"The troops may withdraw from the town.", "withdraw", assertion.Possible, false, false, "a modal verb of possibility"},
		{"The troops will withdraw from the town.", "withdraw", assertion.Planned, false, false, "the future"},
		{"The general said that the troops would withdraw.", "withdraw", assertion.Planned, false, false, "the will of what was said"},
		{"The troops would withdraw from the town.", "withdraw", assertion.Conditional, false, false, "a would of its own"},
		{"The troops should withdraw from the town.", "withdraw", assertion.Demanded, false, false, "an obligation"},
		{"The troops had to withdraw from the town.", "withdraw", assertion.Asserted, false, true, "a necessity of the past was met"},
		{"Officials plan to close the school.", "close", assertion.Planned, false, false, "a plan"},
		{"Residents urged officials to close the school.", "close", assertion.Demanded, false, false, "a demand"},
		{"If the river rises, the school closes.", "rises", assertion.Conditional, false, false, "a condition"},
		{"The suspect allegedly stole a van.", "stole", assertion.Alleged, false, true, "hearsay"},
		{"The man is said to have stolen a van.", "stolen", assertion.Alleged, false, true, "the passive of saying passes on"},
		{"Police accused the man of stealing a van.", "stealing", assertion.Alleged, false, true, "an accusation"},
		{"Did the troops leave?", "leave", assertion.Asked, false, true, "a question takes no side"},
		{"Close the door.", "Close", assertion.Demanded, false, false, "an imperative"},
		{"She said the troops left.", "left", assertion.Asserted, false, true, "a report leaves it asserted"},
		{"No one left the building.", "left", assertion.Asserted, false, true, "nobody denies the proposition and not the predicate"},
		{"The panel has yet to publish its report.", "publish", assertion.Asserted, true, false, "yet to is not so far"},
		{"The panel has yet more reports to publish.", "publish", assertion.Planned, false, false, "yet more isn't yet to"},
		{"The bishop stopped short of calling for a vote.", "calling", assertion.Asserted, true, false, "short of denies its gerund"},
		{"The bishop stopped short of calling for a vote.", "stopped", assertion.Asserted, false, true, "the stopping itself holds"},
		{"The bishop spoke of calling for a vote.", "calling", assertion.Asserted, false, true, "a bare of denies nothing"},
		{"The army kept the rebels from crossing the river.", "crossing", assertion.Asserted, true, false, "who is kept from it doesn't"},
		{"The army prevented the rebels from crossing the river.", "crossing", assertion.Asserted, true, false, "who is prevented from it doesn't"},
		{"The army learned much from crossing the river.", "crossing", assertion.Possible, false, false, "a from that hinders nobody denies nothing"},
		{"There is no doubt that the firm paid bribes.", "paid", assertion.Asserted, false, true, "where there is no doubt it is so"},
		{"There was no question that the firm paid bribes.", "paid", assertion.Asserted, false, true, "where there is no question it is so"},
		{"There is no sign that the firm paid bribes.", "paid", assertion.Asserted, true, false, "where there is no sign it isn't"},
		{"The firm could not pay its staff in May.", "pay", assertion.Asserted, true, false, "what couldn't be done wasn't"},
		{"The firm could not have paid its staff in May.", "paid", assertion.Possible, true, false, "a guess at the past"},
		{"The firm could pay its staff in May.", "pay", assertion.Possible, false, false, "what could be done may not have been"},
		{"The firm may not pay its staff in May.", "pay", assertion.Possible, true, false, "what may not be is open"},
		{"The minister would not comment on the loan.", "comment", assertion.Asserted, true, false, "who wouldn't say it didn't"},
		{"The loan would not help the firm.", "help", assertion.Conditional, true, false, "what wouldn't happen is supposed"},
	} {
		t.Run(row.text+" "+row.word, func(t *testing.T) {
			text := analyser.English().AnalyseString(row.text)
			p := -1
			for i := range text.Tokens {
				if text.Form(i) == row.word {
					p = i
				}
			}
			require.GreaterOrEqual(t, p, 0, row.text)
			s := assertion.NewJudge(text).Stance(p)
			got := []any{s.Modality.String(), s.Negated, s.Holds()}
			require.Equal(t, []any{row.modality.String(), row.negated, row.holds}, got, "%s; rules %v", row.reason, s.Rules)
			if s.Modality != assertion.Asserted || s.Negated {
				require.NotEmpty(t, s.Rules, row.text)
			}
		})
	}
}
