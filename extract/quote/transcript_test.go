package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/quote"
	"xref/internal/analyser"
)

// turnsOf lists the turns that are found in a text, each as who speaks and what.
func turnsOf(text string) []string {
	var out []string
	t := analyser.English().AnalyseString(text)
	for _, q := range quote.Find(t) {
		if q.Rule != "quote.turn" {
			continue
		}
		var said []string
		for _, c := range q.Content {
			said = append(said, c.In(text))
		}
		out = append(out, fmt.Sprintf("%s| %s", q.Source.In(text), strings.Join(said, " / ")))
	}
	return out
}

func TestTurnsOfTranscripts(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		want         []string
	}{
		{"names in capitals, and questions", `Maria Olsen, the harbour master, spoke on Tuesday.

QUESTION: How many people were hurt?

MS. OLSEN: At least 14 people were hurt. We closed the quay at noon.

Q. Did the company know about the fuel lines?

MS. OLSEN: The company ignored our warnings twice.

The harbour has handled 9 barges a day since 2019.`, []string{
			"| How many people were hurt?", "MS. OLSEN| At least 14 people were hurt. We closed the quay at noon", "| Did the company know about the fuel lines?",
			"MS. OLSEN| The company ignored our warnings twice",
		}},
		{"questions and answers, one person in the lead", `Maria Olsen runs the harbour.

Q: Was anybody hurt in the fire?

A: Fourteen people were hurt in it.`, []string{"| Was anybody hurt in the fire?", "Maria Olsen| Fourteen people were hurt in it"}},
		{"two persons in the lead", `Maria Olsen runs the harbour and Anton Weber the town.

Q. Was anybody hurt in the fire?

A. Fourteen people were hurt in it.`, []string{"| Was anybody hurt in the fire?", "| Fourteen people were hurt in it"}},
		{"names as they are written elsewhere, and an outlet", `Post: How bad was the fire at the quay?

Maria Olsen: It was the worst in ten years.

Post: Who pays for all of that?

Maria Olsen: The town has said that it will.`, []string{
			"| How bad was the fire at the quay?", "Maria Olsen| It was the worst in ten years", "| Who pays for all of that?", "Maria Olsen| The town has said that it will",
		}},
		{"several paragraphs a turn, and remarks", `THE MAYOR: We have a fire at the quay.

It is under control since noon.

[Applause]

JANE DUVAL, HARBOUR POST: Is the quay closed until then?

THE MAYOR: It will be closed until Friday.

Nobody may enter it.`, []string{
			"THE MAYOR| We have a fire at the quay / It is under control since noon", "JANE DUVAL| Is the quay closed until then?", "THE MAYOR| It will be closed until Friday / Nobody may enter it",
		}},
		{"labels on lines of their own", `INTERVIEWER:
Was anybody hurt in the fire?

OLSEN:
Fourteen people were hurt in it.

INTERVIEWER:
Who pays for the repairs of the quay?

OLSEN:
The town has said that it will.`, []string{
			"| Was anybody hurt in the fire?", "OLSEN| Fourteen people were hurt in it", "| Who pays for the repairs of the quay?", "OLSEN| The town has said that it will",
		}},
		{"a line a turn", "MR. STONE: Was anybody hurt in the fire?\nMS. OLSEN: Fourteen people were hurt in it.\nMR. STONE: Who pays for the repairs of the quay?\nMS. OLSEN: The town has said that it will.", []string{
			"MR. STONE| Was anybody hurt in the fire?", "MS. OLSEN| Fourteen people were hurt in it", "MR. STONE| Who pays for the repairs of the quay?", "MS. OLSEN| The town has said that it will",
		}},
		{"a list of facts", "Where: The fire broke out at the quay.\n\nWhen: It began on Tuesday at noon.\n\nWhere: A second fire broke out at the depot.\n\nWhen: It began on Friday at noon.", nil},
		{"places", "Norway: The fire service was called out twice.\n\nSweden: Nobody was called out there.\n\nNorway: It was called out again.", nil},
		{"claims that are checked", "CLAIM: The quay was closed for a year.\n\nVERDICT: It was closed for a month.\n\nCLAIM: The town paid for the repairs.\n\nVERDICT: The company paid for them.", nil},
		{"a label by itself", "Maria Olsen: the woman who runs the harbour.\n\nThe fire broke out on Tuesday.\n\nNobody was hurt in it.", nil},
		{"initials at the start", "A. B. Duval runs the harbour.\n\nQ. C. Weber runs the town.\n\nA. B. Duval was born there.", nil},
		{"prose with colons", "The mayor said: We will pay for the repairs.\n\nThe mayor said: Nobody was hurt in the fire.\n\nThe company said: That is right.", nil},
		{"times", "Monday: The fire broke out at the quay.\n\nTuesday: The quay was closed at noon.\n\nMonday: The quay was open again.", nil},
		{"ingredients", "Water: Two litres of it are enough.\n\nSalt: A spoon of it is enough.\n\nWater: Another litre goes in at the end.", nil},
		{"results", "Olsen: 14\n\nWeber: 12\n\nOlsen: 9", nil},
		{"credits", "Photo: Maria Olsen.\n\nGraphic: Anton Weber.\n\nPhoto: Jane Duval.", nil},
	} {
		t.Run(test.reason, func(t *testing.T) {
			require.Equal(t, test.want, turnsOf(test.text))
		})
	}
}
