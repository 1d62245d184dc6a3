package extract_test

import (
	"strings"
	"testing"

	"xref/extract"
	"xref/extract/article"
)

// report is a page of news prose with names, numbers, dates, quotations and
// pronouns.
const report = `Officials in the port of Larnby said on Tuesday that at least 14 people were killed and 39 others injured when a grain barge caught fire near the Old Quay.

“We had warned the company twice about the fuel lines,” said Maria Olsen, the head of the port authority. “Nobody listened, and three of the nine barges should never have left the yard.”

The owner, Wend Shipping, denied that it had ignored the warnings. In a statement the company said it would cooperate with the inquiry, which is expected to last six months and to cost about $2.5 million.

Anton Weber, the mayor, arrived at the scene shortly after midnight. He praised the fire service, whose crews had worked without rest since the early hours, but he refused to say whether the harbour would reopen by June 9.

According to a report published last year by the transport ministry, 22 of the 29 vessels that were inspected failed to meet the new rules; the ministry has since withdrawn two licences. Residents who live beside the terminal have called for an independent investigation and plan to march on the town hall on Saturday.

Olsen told reporters that she could not confirm the number of missing sailors. A spokesman for the union said that some of its members may have jumped into the water before the alarm was raised.

`

// BenchmarkAnalyse is the whole extraction of an article of 16 kB.
func BenchmarkAnalyse(b *testing.B) {
	text := strings.Repeat(report, 10)
	a := &article.Article{ID: "a", Text: text, Body: article.Span{End: len(text)}}
	extract.Analyse(a)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		extract.Analyse(a)
	}
}
