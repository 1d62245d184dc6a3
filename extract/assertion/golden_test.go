package assertion_test

import (
	"fmt"
	"strings"
	"testing"

	"xref/extract"
	"xref/extract/article"
	"xref/extract/assertion"
	"xref/fixtures"
)

// analysed is the analysis of a text without headline.
func analysed(text string) *extract.Document {
	return extract.Analyse(&article.Article{ID: "a", Text: text, Body: article.Span{End: len(text)}})
}

var formNames = map[assertion.Form]string{assertion.Verbal: "verbal", assertion.Nominal: "nominal", assertion.Copular: "copular", assertion.Appositive: "appositive"}

var roleNames = map[assertion.Role]string{
	assertion.Agent: "agent", assertion.Patient: "patient", assertion.Recipient: "recipient", assertion.Attribute: "attribute",
	assertion.Content: "content", assertion.Oblique: "oblique", assertion.Location: "location", assertion.Temporal: "temporal",
}

// trace is the assertions of a document with all that they hold, one below the
// other.
func trace(d *extract.Document) string {
	var w strings.Builder
	text := d.Article.Text
	for _, a := range d.Assertions {
		polarity := ""
		if a.Negated {
			polarity = "not "
		}
		voice := ""
		if a.Predicate.Passive {
			voice = ", passive"
		}
		fmt.Fprintf(&w, "%s\n  %s%s (%s%s), %s\n", a.Span.In(text), polarity, a.Predicate.Lemma, formNames[a.Predicate.Form], voice, a.Modality)
		for _, g := range a.Arguments {
			fmt.Fprintf(&w, "  %s: %s", roleNames[g.Role], g.Span.In(text))
			if g.Case != "" {
				fmt.Fprintf(&w, " [%s]", g.Case)
			}
			if g.Entity >= 0 {
				fmt.Fprintf(&w, " = %s", d.Resolution.Entities[g.Entity].Name)
			}
			w.WriteByte('\n')
		}
		for _, q := range a.Quantities {
			fmt.Fprintf(&w, "  quantity: %s\n", d.Quantities[q].Span.In(text))
		}
		for _, t := range a.Times {
			fmt.Fprintf(&w, "  time: %s\n", d.Times[t].Span.In(text))
		}
		for _, s := range a.Attribution {
			speaker := "unknown"
			if s.Entity >= 0 {
				speaker = d.Resolution.Entities[s.Entity].Name
			}
			fmt.Fprintf(&w, "  on the word of: %s, %s\n", speaker, s.Cue)
		}
		fmt.Fprintf(&w, "  rules: %s\n", strings.Join(a.Rules, " "))
	}
	return w.String()
}

func TestGoldenTraces(t *testing.T) {
	golden := fixtures.OpenGolden(t, "testdata/traces")
	for name, text := range map[string]string{
		"active.txt":         "Soldiers occupied the school in Larnby on Tuesday.",
		"passive.txt":        "The school in Larnby was occupied by soldiers on Tuesday.",
		"agent-unsaid.txt":   "At least 14 hospitals were shelled in March.",
		"attributed.txt":     "Inspector Rosa Lindqvist said in a statement on Monday that three of the nine barges had sunk.",
		"nested.txt":         "The Harbour Post reported that Lindqvist claims the owner ignored two warnings.",
		"quoted.txt":         "“We will rebuild the bridge by June,” Mayor Anton Weber told reporters.",
		"copula.txt":         "Weber is the leader of the Reform Party.",
		"apposition.txt":     "Anton Weber, the leader of the Reform Party, resigned after a court fined him $40,000.",
		"apposed-name.txt":   "The head of the port, Maria Olsen, has denied the allegations of fraud.",
		"nominal.txt":        "The resignation of Anton Weber surprised the Reform Party.",
		"implicative.txt":    "The army failed to protect 200 villagers from the flood.",
		"according.txt":      "According to Anton Weber, 12 barges sank, and the owner, according to Olsen, refused to pay for them.",
		"prison.txt":         "Olsen was sentenced to two years in prison for hiding records.",
		"expected.txt":       "Weber is expected to sell the shipyard in May.",
		"arrest.txt":         "The protest of Anton Weber against the Reform Party began in June.",
		"displaced.txt":      "Weber, a 43-year-old baker from Larnby, was among the 19 people killed in the worst flood since 2011.",
		"apposed-copula.txt": "Olsen, 68, had been the director of the port since 2001.",
		"no-evidence.txt":    "Investigators found no evidence that the pilot had been drinking.",
		"understood.txt":     "The union rejected the offer and called for a strike in April.",
		"plan.txt":           "The ministry plans to close 12 of the 30 clinics next year.",
		"accusation.txt":     "Prosecutors accused Olsen of hiding records from the court.",
		"bare-frame.txt":     "“It is over,” he said in an interview on Friday.",
		"loose-mark.txt":     "Weber called the verdict “a grave risk,” Secretary Olsen (who had left said.",
		"demand.txt":         "Olsen urged the council to publish the report of the inquiry.",
		"without-agent.txt":  "A journalist was reportedly killed near Larnby without warning.",
	} {
		golden.Equal(t, name, trace(analysed(text)))
	}
}
