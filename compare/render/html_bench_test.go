package render

import (
	"testing"
)

// BenchmarkPage opens the page of 10,000 findings and filters it: the time from
// a keystroke or a click to the frame that shows what passes.
func BenchmarkPage(b *testing.B) {
	in := openTab(b)
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
		{"verdict", `form.querySelector("[value=differ]").click()`},
		{"kind", `form.elements.kind.selectedIndex = (form.elements.kind.selectedIndex + 1) % 3; form.dispatchEvent(new Event("input"))`},
		{"text", `form.elements.q.value = form.elements.q.value ? "" : "crossing"; form.dispatchEvent(new Event("input"))`},
	} {
		b.Run(filter.name, func(b *testing.B) {
			script := `(() => { const form = document.querySelector(".filters"); ` + filter.script + `; return ` + shownFrame + `; })()`
			for b.Loop() {
				eval[bool](in, script)
			}
		})
	}
}

// shownFrame comes true when what has changed is on the screen.
const shownFrame = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 0)))`
