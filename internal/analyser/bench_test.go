package analyser

import (
	"strings"
	"testing"
)

// prose is news-like text written for this project.
const prose = `Harbour officials in Port Ellis said on Monday that two ferries had collided in thick fog, injuring at least 14 passengers and a crew member. “We heard a bang, and then everybody was on the floor,” said Mara Quill, 38, who was travelling with her two sons.

The collision, the third in the strait since January, happened shortly after 6 a.m. near Gull Island, the coast guard said in a statement. Divers found no leaks, but both vessels will stay in dock until investigators have finished their work, which could take several weeks.

Transport Minister Jonas Feld, who has been criticised for cutting the safety budget by $3.4 million last year, promised a full inquiry. He didn't say whether the timetable, drawn up by the Ministry of Transport in 2019, would change. “It's too early to blame anyone,” he told the Ellis Courier.

Opposition lawmakers weren't satisfied. Sen. Dana Whitfield called the minister's answer “an insult to the people of Port Ellis” and asked why 22 of the 29 radar stations along the coast had not been repaired. According to the union, which represents about 1,200 sailors, crews had warned the company repeatedly.

`

func BenchmarkAnalyse(b *testing.B) {
	source := strings.Repeat(prose, 4)
	tokens := len(English().AnalyseString(source).Tokens)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		English().AnalyseString(source)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLongSentence(b *testing.B) {
	source := strings.Repeat("the crew and the passengers of ", 1700)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		English().AnalyseString(source)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
