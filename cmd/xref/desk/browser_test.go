package desk

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// browser is a headless Chromium with an empty profile, and one tab.
type browser struct {
	t   testing.TB
	ctx context.Context

	mu   sync.Mutex
	said []string
	far  []string // what was asked of other servers
	home string
}

// openBrowser opens the link of a desk, or skips the test where there is no browser.
func openBrowser(s *served) *browser {
	t := s.t
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium in PATH: the desk isn't tried in a browser")
	}
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true))
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx, home: s.server.URL}
	b.do(chromedp.Navigate("about:blank"))
	require.NoError(t, chromedp.Listen(ctx, b.hear))
	_, err = chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	b.do(chromedp.EmulateViewport(1200, 900), chromedp.Navigate(s.server.URL+"/?token="+token))
	b.wait(`document.querySelector("#desk-progress")?.textContent.includes("decided")`)
	return b
}

func (b *browser) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		b.said = append(b.said, fmt.Sprint(e.Type, " ", len(e.Args)))
	case *runtime.EventExceptionThrown:
		b.said = append(b.said, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		b.said = append(b.said, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.home+"/") && e.Request.URL != "about:blank" {
			b.far = append(b.far, e.Request.URL)
		}
	}
}

// quiet fails the test where the page said something, but for what is expected, or asked
// another server for something.
func (b *browser) quiet(expected ...string) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, text := range b.said {
		ok := false
		for _, e := range expected {
			ok = ok || strings.Contains(text, e)
		}
		require.True(b.t, ok, text)
	}
	require.Empty(b.t, b.far)
}

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	require.NoError(b.t, chromedp.Do(b.ctx, steps...))
}

func eval[T any](b *browser, expression string) T {
	b.t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, expression)
	return out
}

// asks is how often wait asks, every twenty milliseconds of the page.
const asks = 1500

// wait is until an expression holds, also on the page that comes after this one: it is asked anew each time, since what asks
// from within a page is gone with it.
func (b *browser) wait(expression string) {
	b.t.Helper()
	var err error
	for range asks {
		ctx, cancel := context.WithTimeout(b.ctx, 5*time.Second)
		var holds bool
		holds, err = chromedp.Run(ctx, chromedp.Evaluate[bool](`new Promise((done) => setTimeout(() => done(Boolean(`+expression+`)), 20))`, chromedp.EvalAwaitPromise))
		cancel()
		if err == nil && holds {
			return
		}
	}
	require.NoError(b.t, err, expression)
	require.Fail(b.t, "never holds", expression)
}

// keys presses keys one after the other, as a hand does: a key that the page takes for
// itself writes nothing.
func (b *browser) keys(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		for _, r := range k {
			events := kb.Encode(r)
			for _, e := range events {
				if e.Type == kb.KeyChar {
					events[0].Text, events[0].UnmodifiedText = e.Text, e.UnmodifiedText
				}
			}
			for _, e := range events {
				if e.Type == kb.KeyChar {
					continue
				}
				_, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, *e)
				require.NoError(b.t, err)
			}
		}
	}
}

// at changes the address behind the page's and waits until the page follows.
func (b *browser) at(hash string) {
	b.t.Helper()
	eval[bool](b, `new Promise((done) => { addEventListener("hashchange", () => done(true), { once: true }); if (location.hash === "`+hash+`") done(true); else location.hash = "`+hash+`"; })`)
}

// line is what stands decided beside a finding.
func line(id string) string {
	return `(document.getElementById("` + id + `")?.querySelector(".decided")?.textContent ?? "")`
}

func TestDecideByKeyboard(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	b := openBrowser(s)
	ids := []string{r.Findings[0].ID, r.Findings[1].ID, r.Findings[2].ID}
	b.keys("j") // from the overview to the first finding
	b.wait(`document.activeElement.closest(".finding")?.id === "` + ids[0] + `"`)
	b.keys("a")
	b.wait(line(ids[0]) + `.startsWith("accepted — ines")`)
	b.keys("j", "d")
	b.wait(`document.activeElement.name === "text"`)
	b.keys("another port, a key is none here: ajk")
	b.keys(kb.Enter) // a line, not the end
	b.do(chromedp.Click(chromedp.CSS(`#` + ids[1] + ` [type=submit]`)))
	b.wait(line(ids[1]) + `.startsWith("dismissed: another port, a key is none here: ajk — ines")`)
	b.keys("n")
	b.wait(`document.activeElement.name === "text"`)
	b.keys("x", kb.Escape)
	b.wait(`document.getElementById("` + ids[1] + `").querySelector(".asked").hidden`)
	b.keys("j", "w", "c")
	b.wait(line(ids[2]) + `.startsWith("wrong alignment · checked — ines")`)
	b.keys("k")
	b.wait(`document.activeElement.closest(".finding")?.id === "` + ids[1] + `"`)
	require.Equal(t, "3 of 3 decided", eval[string](b, `document.querySelector("#desk-progress").textContent`))
	b.keys("u")
	b.wait(line(ids[2]) + `.startsWith("wrong alignment — ines")`)
	b.keys("u", "u")
	b.wait(line(ids[1]) + `.startsWith("undecided — ines")`)
	b.keys("/")
	b.wait(`document.activeElement.name === "q"`)
	b.keys("a", "j")
	require.Equal(t, "aj", eval[string](b, `document.activeElement.value`), "in a field, keys are letters")
	eval[bool](b, `document.activeElement.blur(), document.querySelector(".filters [type=reset]").click(), true`)
	b.keys("?")
	b.wait(`document.querySelector("#desk-keys").open`)
	now := s.ines().standing().Findings
	require.Equal(t, "accepted", now[ids[0]].Choice)
	require.Equal(t, "", now[ids[1]].Choice)
	require.Equal(t, "", now[ids[2]].Choice)

	b.do(chromedp.Reload())
	b.wait(line(ids[0]) + `.startsWith("accepted — ines")`)
	b.at("#findings&choice=accepted")
	b.wait(`document.querySelectorAll(".findings > .finding").length === 1`)
	b.at("#findings&state=checked")
	b.wait(`document.querySelectorAll(".findings > .finding").length === 0`)
	b.quiet()
}

// Two people decide at once: each sees what the other does, and keeps what they are
// writing.
func TestTwoBrowsers(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	one, two := openBrowser(s), openBrowser(s)
	id := r.Findings[0].ID
	for _, b := range []*browser{one, two} {
		b.at("#" + id)
	}
	two.keys("n")
	two.wait(`document.activeElement.name === "text"`)
	two.keys("m", "e")
	one.keys("a")
	one.wait(line(id) + `.startsWith("accepted")`)
	two.wait(line(id) + `.startsWith("accepted")`)
	require.Equal(t, "me", eval[string](two, `document.activeElement.value`), "what is being written stays")
	two.do(chromedp.Click(chromedp.CSS(`#` + id + ` [type=submit]`)))
	one.wait(line(id) + `.startsWith("accepted · note: me — ines")`)

	two.quiet()
	one.quiet()
}

// A decision on a version that is gone is shown beside what stands, and can be put in
// its place.
func TestClashInTheBrowser(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	b := openBrowser(s)
	id := r.Findings[0].ID
	b.at("#" + id)
	// The page hears of nothing from now on.
	s.events.mu.Lock()
	for page := range s.events.pages {
		delete(s.events.pages, page) // it stays open, and nothing comes
	}
	s.events.mu.Unlock()
	status, _, body := s.ines().decide(request{Finding: id, Choice: "dismissed", Reason: "an old count"})
	require.Equal(t, 200, status, body)
	clash := `document.getElementById("` + id + `").querySelector(".clash")`
	b.keys("a")
	b.wait(`!` + clash + `.hidden`)
	require.Equal(t, "ines decided in the meantime: dismissed: an old count. Yours isn’t saved: accepted.", eval[string](b, clash+`.querySelector("p").textContent`))
	require.Contains(t, eval[string](b, line(id)), "dismissed: an old count")
	b.do(chromedp.Click(chromedp.CSS(`#` + id + ` [data-does=mine]`)))
	b.wait(line(id) + `.startsWith("accepted — ines")`)
	b.wait(clash + `.hidden`)
	b.do(chromedp.Click(chromedp.CSS(`#` + id + ` [data-does=history]`)))
	b.wait(`document.getElementById("` + id + `").querySelectorAll(".past li").length === 2`)
	b.quiet("409")
}

// New coverage is told, and shown when the reader wants it.
func TestNewCoverageInTheBrowser(t *testing.T) {
	s := serve(t, reportOf(ferries...), nil)
	b := openBrowser(s)
	b.wait(`document.querySelector("#desk-news").hidden`)
	later := reportOf(append(ferries, says{"pilots", "2", "4"})...)
	require.NoError(t, s.Show(context.Background(), later))
	b.wait(`document.querySelector("#desk-news span").textContent === "The coverage has changed: 1 finding came."`)
	b.do(chromedp.Click(chromedp.CSS(`#desk-news button`)))
	b.wait(`document.querySelector("#desk-progress")?.textContent === "0 of 4 decided"`)
	require.True(t, eval[bool](b, `document.querySelector("#desk-news").hidden`))
	b.wait(`document.querySelectorAll("#desk-changes li").length === 1`)
	b.quiet()
}

// What articles and people write shows as text: no code of it runs.
func TestHostileTextOnTheDesk(t *testing.T) {
	evil := `<img src=x onerror="hacked=1"><script>hacked=1</script> ' onfocus='hacked=1`
	r := reportOf(says{"ferries " + evil, "3 " + evil, "5 " + evil}, says{"trucks", "1", "2"})
	s := serve(t, r, func(a *Access) { a.Who = evil })
	ines := s.ines()
	id := r.Findings[0].ID
	status, _, body := ines.decide(request{Finding: id, Choice: "dismissed", Reason: evil, Note: evil, Claim: evil, Rating: evil, State: "checked"})
	require.Equal(t, 200, status, body)
	require.NoError(t, s.Show(context.Background(), reportOf(says{"ferries " + evil, "3 " + evil, "6 " + evil}, says{"trucks", "1", "2"})))
	b := openBrowser(s)
	b.at("#findings")
	eval[bool](b, `document.querySelectorAll("details").forEach((e) => { e.open = true; }), document.querySelectorAll("[data-does=history]").forEach((e) => e.click()), true`)
	b.wait(`document.querySelectorAll(".past li").length >= 2`)
	require.Contains(t, eval[string](b, `document.querySelector(".before").textContent`)+eval[string](b, `document.body.textContent`), evil)
	require.False(t, eval[bool](b, `"hacked" in window`))
	require.Zero(t, eval[int](b, `document.querySelectorAll("img, svg, iframe, base, object, embed, body script:not([type=module])").length`))
	b.quiet()
}

// A script in the page doesn't run, whoever brought it there.
func TestNoInlineScriptRuns(t *testing.T) {
	b := openBrowser(serve(t, reportOf(ferries...), nil))
	require.False(t, eval[bool](b, `(() => {
		const script = document.createElement("script");
		script.textContent = "hacked = 1";
		document.body.append(script);
		const image = document.createElement("div");
		image.innerHTML = "<b onclick='hacked=1'>x</b>";
		document.body.append(image);
		image.firstChild.click();
		return "hacked" in window;
	})()`))
	b.quiet("Content Security Policy")
}

// The desk fits a phone's screen, and axe-core finds nothing against it.
func TestDeskIsAccessible(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	ines := s.ines()
	_, _, _ = ines.decide(request{Finding: r.Findings[0].ID, Choice: "accepted", State: "checked", Note: strings.Repeat("long", 40)})
	_, _, _ = ines.decide(request{Finding: r.Findings[1].ID, Choice: "dismissed", Reason: "another port"})
	require.NoError(t, s.Show(context.Background(), reportOf(ferries[0], ferries[1], says{"passengers", "900", "1,200"})))
	b := openBrowser(s)
	axe := os.Getenv("XREF_AXE")
	script, err := os.ReadFile(axe)
	if axe != "" {
		require.NoError(t, err)
	}
	for _, width := range []int64{320, 1200} {
		b.do(chromedp.EmulateViewport(width, 800))
		b.at("#findings")
		eval[bool](b, `document.querySelectorAll("details").forEach((e) => { e.open = true; }), document.querySelectorAll("[data-does=note]").forEach((e) => e.click()), true`)
		require.LessOrEqual(t, eval[int64](b, `document.documentElement.scrollWidth`), width)
		if axe == "" {
			continue
		}
		eval[bool](b, string(script)+"\n;true")
		found := eval[[]string](b, `axe.run(document, { resultTypes: ["violations"] }).then((result) =>
			result.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary)))`)
		require.Empty(t, found, strings.Join(found, "\n"))
	}
	if axe == "" {
		t.Skip("XREF_AXE is not set to axe-core's axe.min.js: accessibility isn't checked")
	}
}
