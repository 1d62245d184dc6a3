package render

import (
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// BenchmarkPage opens the page of 10,000 findings and filters it: the time from
// a keystroke or a click to the frame that shows what passes. busy-ms is how long
// the page's own thread worked on it, whatever else the machine was doing.
func BenchmarkPage(b *testing.B) {
	in := openTab(b)
	_, err := chromedp.Call(in.ctx, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
	require.NoError(b, err)
	in.size(1400, 900, "light")
	page := pageOf(b, many(10000))
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			in.open(page, "#findings")
			eval[bool](in, shownFrame)
		}
		b.ReportMetric(float64(len(page))/1e6, "MB")
	})
	in.open(page, "#findings")
	for _, filter := range []struct{ name, script string }{
		{"text", `form.elements.q.value = form.elements.q.value ? "" : "crossing"; form.dispatchEvent(new Event("input"))`},
		{"verdict", `form.querySelector("[value=differ]").click()`},
		{"kind", `form.elements.kind.selectedIndex = (form.elements.kind.selectedIndex + 1) % 3; form.dispatchEvent(new Event("input"))`},
	} {
		b.Run(filter.name, func(b *testing.B) {
			script := `(() => { const form = document.querySelector(".filters"); ` + filter.script + `; return ` + shownFrame + `; })()`
			eval[bool](in, script) // the first search reads all texts
			eval[bool](in, script)
			before := in.busy()
			for b.Loop() {
				eval[bool](in, script)
			}
			b.ReportMetric(1000*(in.busy()-before)/float64(b.N), "busy-ms/op")
		})
	}
}

// shownFrame comes true when what has changed is on the screen.
const shownFrame = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 0)))`

// busy is how long the page's thread has worked, in seconds.
func (b *tab) busy() float64 {
	metrics, err := chromedp.Call(b.ctx, performance.GetMetrics, cdp.Empty{})
	require.NoError(b.t, err)
	for _, m := range metrics.Metrics {
		if m.Name == "TaskDuration" {
			return m.Value
		}
	}
	require.Fail(b.t, "the browser tells no TaskDuration")
	return 0
}
