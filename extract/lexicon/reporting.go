package lexicon

import (
	_ "embed"
	"fmt"
)

// CueClass is what somebody does with a proposition when a verb or noun of
// reporting links them to it.
type CueClass uint8

// The classes of cues.
const (
	Say     CueClass = iota // say, tell, statement
	Claim                   // claim, allege, insist: the speaker stands alone with it
	Deny                    // deny, reject, dispute: the speaker holds the contrary
	Ask                     // ask, wonder, question
	Order                   // order, urge, call for, demand
	Suggest                 // suggest, propose, hint, recommend
	Warn                    // warn, caution, threaten
	Predict                 // predict, expect, forecast
	Promise                 // promise, vow, guarantee
	Agree                   // agree, admit, confirm
	Accuse                  // accuse, blame, condemn, criticize
	Praise                  // praise, welcome, thank
	Think                   // think, believe, suspect, belief
	Know                    // know, realize, remember
	Find                    // find, conclude, discover, learn
	Show                    // show, indicate, reveal: a source that needn't speak
	Want                    // want, hope, wish, prefer
	Plan                    // plan, intend, decide, aim
	Feel                    // fear, regret, be angry that
	Support                 // support, endorse, defend
	Oppose                  // oppose, resist, vote against
)

var cueClassNames = []string{"say", "claim", "deny", "ask", "order", "suggest", "warn", "predict", "promise", "agree", "accuse", "praise", "think", "know", "find", "show", "want", "plan", "feel", "support", "oppose"}

func (c CueClass) String() string { return cueClassNames[c] }

// Strength is how firmly a cue has its source stand behind the content.
type Strength uint8

// The strengths.
const (
	Neutral Strength = iota
	Hedged           // suggest, hint, believe
	Strong           // insist, swear, prove
)

var strengthNames = []string{"neutral", "hedged", "strong"}

func (s Strength) String() string { return strengthNames[s] }

// Cue describes a word that attributes a content to a source. Factive says
// that whoever uses it takes the content to be true (know, reveal, admit).
type Cue struct {
	Class    CueClass
	Strength Strength
	Factive  bool
}

var (
	//go:embed data/reporting-verbs.txt
	reportingVerbsText string
	//go:embed data/reporting-nouns.txt
	reportingNounsText string
	//go:embed data/reporting-adjectives.txt
	reportingAdjectivesText string

	reportingAdjectives = wordlist[Cue]{name: "reporting-adjectives", text: reportingAdjectivesText, row: cueRow}

	reportingVerbs = wordlist[Cue]{name: "reporting-verbs", text: reportingVerbsText, row: cueRow}
	reportingNouns = wordlist[Cue]{name: "reporting-nouns", text: reportingNounsText, row: cueRow}
)

// ReportingVerb tells how a verb attributes what depends on it, particles
// included ("point out", "call for"). It doesn't tell whether the verb does so
// in its sentence: "find" and "add" have other uses too.
func ReportingVerb(lemma string) (Cue, bool) { return reportingVerbs.find(folded(lemma)) }

// ReportingNoun tells how a noun attributes its complement ("the claim that",
// "its finding of").
func ReportingNoun(lemma string) (Cue, bool) { return reportingNouns.find(folded(lemma)) }

// ReportingAdjective tells how an adjective attributes its complement to its
// subject ("is confident that", "was critical of").
func ReportingAdjective(lemma string) (Cue, bool) { return reportingAdjectives.find(folded(lemma)) }

func cueRow(fields []string) (cue Cue, err error) {
	if len(fields) < 2 || len(fields) > 3 {
		return cue, fmt.Errorf("%d fields, want a class, a strength and perhaps factive", len(fields))
	}
	if cue.Class, err = Choice[CueClass](fields[0], cueClassNames); err != nil {
		return cue, err
	}
	if cue.Strength, err = Choice[Strength](fields[1], strengthNames); err != nil {
		return cue, err
	}
	if len(fields) == 3 {
		if fields[2] != "factive" {
			return cue, fmt.Errorf("%q isn't factive", fields[2])
		}
		cue.Factive = true
	}
	return cue, nil
}
