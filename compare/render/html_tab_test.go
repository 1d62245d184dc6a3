package render

import (
	gocontext "context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// tab is one tab of a headless Chromium, with what its pages wrote to the
// console and asked of the network.
type tab struct {
	t      testing.TB
	ctx    gocontext.Context
	folder string

	mu    sync.Mutex
	said  []string
	asked []string
}

// openTab starts a browser with an empty profile, or skips the test where there
// is none.
func openTab(t testing.TB) *tab {
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium in PATH: the page isn't tried in a browser")
	}
	ctx, cancel := chromedp.NewExecAllocator(gocontext.Background(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true))
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, folder: t.TempDir()}
	b.do(chromedp.Navigate("about:blank"))
	require.NoError(t, chromedp.Listen(ctx, b.hear))
	_, err = chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	return b
}

// hear notes what a page says and asks for.
func (b *tab) hear(event any) {
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
		b.asked = append(b.asked, e.Request.URL)
	}
}

// quiet fails the test where a page said something or asked for more than the
// file that it is.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	require.Empty(b.t, b.said)
	for _, url := range b.asked {
		require.True(b.t, strings.HasPrefix(url, "file://"+b.folder), url)
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	require.NoError(b.t, chromedp.Do(b.ctx, steps...))
}

// open loads a page from a file; at is the address behind it, "#" included.
func (b *tab) open(page, at string) {
	b.t.Helper()
	path := filepath.Join(b.folder, "report.html")
	require.NoError(b.t, os.WriteFile(path, []byte(page), 0o644))
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+path+at))
}

// at changes the address behind the file and waits until the page follows.
func (b *tab) at(hash string) {
	b.t.Helper()
	eval[bool](b, `new Promise((done) => { addEventListener("hashchange", () => done(true), { once: true }); const to = `+quoteJS(hash)+
		`; if (location.hash === to) done(true); else location.hash = to; })`)
}

func quoteJS(s string) string { return fmt.Sprintf("%q", s) }

// eval is the value of an expression, of a promise what it comes to.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, expression)
	return out
}

// pollEvery is how often the page is asked whether something holds. To ask it at each of its frames fails where it
// has nothing to draw: then it makes none.
const pollEvery = 20 * time.Millisecond

// wait is until an expression holds.
func (b *tab) wait(expression string) {
	b.t.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingInterval(pollEvery)))
	require.NoError(b.t, err, expression)
}

// size sets how large the page is shown, in CSS pixels, and the theme of the
// system.
func (b *tab) size(width, height int64, theme string) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(width, height))
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}},
	})
	require.NoError(b.t, err)
}
