package desk

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// BenchmarkFirstScreen opens the desk of 5,000 findings, of which 1,000 are decided:
// until something is shown (paint-ms), until the list can be used (ready-ms), and how
// long the page's own thread worked for that (busy-ms), whatever else the machine did.
func BenchmarkFirstScreen(b *testing.B) {
	r := many(5000)
	s := serve(b, r, nil)
	ines := s.ines()
	for i := range 1000 {
		status, _, body := ines.decide(request{Finding: r.Findings[5*i].ID, Choice: "accepted", Note: "seen"})
		require.Equal(b, 200, status, body)
	}
	page := openBrowser(s)
	ctx, cancel := context.WithTimeout(page.ctx, 10*time.Second)
	_, err := chromedp.Call(ctx, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
	cancel()
	told := err == nil // not every Chromium answers
	worked := func() float64 {
		if !told {
			return 0
		}
		metrics, err := chromedp.Call(page.ctx, performance.GetMetrics, cdp.Empty{})
		require.NoError(b, err)
		for _, m := range metrics.Metrics {
			if m.Name == "TaskDuration" {
				return 1000 * m.Value
			}
		}
		require.Fail(b, "the browser tells no TaskDuration")
		return 0
	}
	var paint, ready, busy float64
	for b.Loop() {
		page.do(chromedp.Navigate("about:blank"))
		before := worked()
		page.do(chromedp.Navigate(s.server.URL + "/#findings"))
		ready += eval[float64](page, `new Promise((done) => { const look = () => document.querySelector("#desk-progress")?.textContent.startsWith("1000 of 5000") ? done(performance.now()) : setTimeout(look, 5); look(); })`)
		paint += eval[float64](page, `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0`)
		busy += worked() - before
	}
	b.ReportMetric(paint/float64(b.N), "paint-ms")
	b.ReportMetric(ready/float64(b.N), "ready-ms")
	if told {
		b.ReportMetric(busy/float64(b.N), "busy-ms")
	}
	b.ReportMetric(float64(s.current().page.whole)/1e6, "MB")
}

// BenchmarkShow puts 5,000 findings on the desk.
func BenchmarkShow(b *testing.B) {
	r := many(5000)
	s := serve(b, nil, nil)
	for b.Loop() {
		require.NoError(b, s.Show(b.Context(), r))
	}
}
