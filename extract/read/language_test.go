package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLanguage(t *testing.T) {
	english := strings.Repeat("The dock workers have left the port, and nobody knows when they will be back at work. ", 6)
	german := strings.Repeat("Die Hafenarbeiter haben am Dienstag den dritten Tag in Folge ihre Arbeit niedergelegt, wie die Gewerkschaft mitteilte. ", 6)
	french := strings.Repeat("Les dockers du port ont cessé le travail pour la troisième journée, selon le syndicat, et quatorze navires attendent. ", 6)
	tests := []struct{ reason, text, want, skipped, warning string }{
		{"English", english, "en", "", ""},
		{"German", german, "", "not in English but, it seems, in German", ""},
		{"French, though the front matter says English", "---\nlang: en\n---\n" + french, "", "not in English but, it seems, in French", ""},
		{"Spanish", strings.Repeat("Los trabajadores del puerto dejaron sus puestos por tercer día consecutivo, según dijo el sindicato, y catorce barcos esperan. ", 6), "", "not in English but, it seems, in Spanish", ""},
		{"Dutch", strings.Repeat("De havenarbeiders hebben dinsdag voor de derde dag het werk neergelegd, zei de vakbond, en veertien schepen liggen te wachten. ", 6), "", "not in English but, it seems, in Dutch", ""},
		{"Russian", strings.Repeat("Портовые рабочие третий день не выходят на работу, сообщил профсоюз, и четырнадцать судов ждут. ", 6), "", "not in English but, it seems, in a language in Cyrillic script", ""},
		{"Norwegian, which is close to Danish", strings.Repeat("Havnearbeiderne la ned arbeidet for tredje dag tirsdag, opplyste fagforeningen, og fjorten skip ligger og venter. ", 6), "", "not in English but, it seems, in Bokmal", ""},
		{"Chinese", strings.Repeat("工会表示，港口工人星期二连续第三天罢工，十四艘船在港外等候。", 12), "", "not in English but, it seems, in Mandarin", ""},
		{"one sentence in German", "Die Hafenarbeiter streiken seit drei Tagen in Halden.", "", "not in English but, it seems, in German", ""},
		{"three sentences in Spanish", "Los bomberos dicen que cinco personas murieron. El alcalde visitó la zona. Nadie sabe qué pasó.", "", "not in English but, it seems, in Spanish", ""},
		{"three sentences in Spanish that each begin with one article", "El muelle cerró el lunes. El alcalde pidió calma. Quince marineros siguen ingresados.", "", "not in English but, it seems, in Spanish", ""},
		{"three sentences in French", "Cinq personnes sont mortes dans la nuit. Le maire a visité les lieux. La police enquête sur les causes.", "", "not in English but, it seems, in French", ""},
		{"two sentences in Dutch", "De dam houdt stand na een nacht vol regen. Ongeveer 4000 mensen verlieten hun huis.", "", "not in English but, it seems, in Dutch", ""},
		{"two sentences in German with few common words", "Feuerwehrleute retteten nachts elf Bewohner aus brennenden Häusern. Niemand wurde verletzt, teilte die Polizei mit.", "", "not in English but, it seems, in German", ""},
		{"a sentence in Swedish", "Fem personer dog i branden, och polisen vet inte varför den bröt ut.", "", "not in English but, it seems, in Swedish", ""},
		{"results in English", "Moss 2, Halden 1. Rade 0, Sarn 4. Tolvik lose again; Wend top. Die Hard beats El Cid.", "en", "", ""},
		{"a sentence of names in English", "Van der Berg, De Vries, Van den Heuvel, De Jong: all sign.", "en", "", ""},
		{"a line with a foreign title in English", "Das Boot beats La La Land, Le Samouraï.", "en", "", ""},
		{"two sentences in Polish", "Pięć osób zginęło w pożarze, jak podała straż. Burmistrz nie był na miejscu i się nie wypowiada.", "", "not in English but, it seems, in Polish", ""},
		{"two sentences in Danish", "Fem mennesker er døde i branden, siger politiet. Borgmesteren har ikke været på stedet og vil ikke udtale sig.", "", "not in English but, it seems, in Danish", ""},
		{"a sentence in Ukrainian", "П'ятеро людей загинули.", "", "not in English but, it seems, in a language in another script than English", ""},
		{"a sentence in Arabic", "قتل خمسة أشخاص في الحريق.", "", "not in English but, it seems, in a language in another script than English", ""},
		{"too short to be sure", "Hafenarbeiter streiken.", "en", "", ""},
		{"a short text in English with foreign names", "De la Cruz and Los Angeles de Que win. El Paso loses to La Paz, Santa Fe and San Juan in Las Vegas.", "en", "", ""},
		{"headlines in English", "Floods kill nine. Mayor quits. Army called in.", "en", "", ""},
		{"short, but said to be German", "---\nlang: de\n---\nDie Hafenarbeiter streiken.", "", `not in English: its language is given as "de"`, ""},
		{"English, though said to be German", "---\nlang: de\n---\n" + english, "en", "", `a.txt:2: the language is given as "de", but the text is in English`},
		{"English of a country", "---\nlang: en_US\n---\n" + english, "en", "", ""},
		{"English with quotations in German", english + german[:118], "en", "", ""},
		{"English full of foreign names", strings.Repeat("Berg, Moen and Kjærstad win in Halden Posten; Halvorsen, Bjørnstad, Skjeggestad lose to Lindqvist, Ødegård and Hovland in Moss. ", 5), "en", "", ""},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a, warnings, err := Bytes("a.txt", []byte(test.text))
			if test.skipped != "" {
				require.EqualError(t, err, "a.txt: "+test.skipped)
				return
			}
			require.NoError(t, err)
			require.Equal(t, test.want, a.Language)
			var messages []string
			for _, w := range warnings {
				messages = append(messages, w.String())
			}
			require.Equal(t, test.warning, strings.Join(messages, "\n"))
		})
	}
}
