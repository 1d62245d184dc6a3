package render

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"xref/compare"
)

// viewIDs are the parts of the page that the navigation leads to.
var viewIDs = []string{"overview", "findings", "reading", "people", "quotations"}

// visible counts the elements of a selector that are shown.
func visible(b *tab, selector string) int {
	return eval[int](b, `Array.from(document.querySelectorAll(`+quoteJS(selector)+`)).filter((e) => e.checkVisibility()).length`)
}

func TestPageShowsOneViewAtATime(t *testing.T) {
	b := openTab(t)
	b.open(pageOf(t, bridge(t)), "")
	for _, view := range viewIDs {
		b.do(chromedp.Click(chromedp.CSS(`nav a[href="#` + view + `"]`)))
		b.wait(`document.querySelector("#` + view + `").checkVisibility()`)
		require.Equal(t, 1, visible(b, ".view"), view)
		require.Equal(t, "#"+view, eval[string](b, `document.querySelector("nav [aria-current]").hash`))
	}
	b.do(chromedp.NavigateBack())
	b.wait(`document.querySelector("#people").checkVisibility()`)
	b.quiet()
}

func TestPageFilters(t *testing.T) {
	b := openTab(t)
	page := pageOf(t, bridge(t))
	for _, row := range []struct {
		reason, at string
		want       []string // the ranks that pass
	}{
		{"nothing asked", "#findings", []string{"1", "2", "3", "4", "5"}},
		{"a verdict", "#findings&verdict=conflict", []string{"1"}},
		{"two verdicts", "#findings&verdict=conflict,agree", []string{"1", "5"}},
		{"a kind", "#findings&kind=quote", []string{"3"}},
		{"an outlet, by its article's id", "#findings&outlet=dispatch", []string{"2", "4"}},
		{"confidence", "#findings&least=90", []string{"1", "2"}},
		{"text, in any letter case", "#findings&q=LINDQVIST", []string{"4"}},
		{"words about the passages", "#findings&q=spokesman", []string{"2"}},
		{"words in any order", "#findings&q=rot+crossing", []string{"3"}},
		{"all together", "#findings&verdict=differ&outlet=dispatch&least=85&q=dozen", []string{"2"}},
		{"a story", "#findings&story=S1", []string{"1", "2", "3", "4", "5"}},
		{"what no finding has", "#findings&kind=number", []string{"1", "2", "3", "4", "5"}},
		{"nothing passes", "#findings&q=zeppelin", nil},
		{"nonsense in the address", "#findings&verdict=%E0%A4%A&least=x&&=", []string{"1", "2", "3", "4", "5"}},
	} {
		b.open(page, row.at)
		got := eval[[]string](b, `Array.from(document.querySelectorAll(".finding:not([hidden]) summary > small"), (e) => e.textContent)`)
		require.ElementsMatch(t, row.want, got, row.reason)
		require.Equal(t, len(row.want) == 0, visible(b, ".none") == 1, row.reason)
	}
	b.quiet()
}

// What is accepted says why, and can be left out or looked at alone.
func TestPageTellsWhatIsAccepted(t *testing.T) {
	b := openTab(t)
	page := pageOf(t, accepted(t))
	for _, row := range []struct {
		reason, at string
		want       []string // the ranks that pass
	}{
		{"shown too", "#findings", []string{"1", "2", "3", "4", "5"}},
		{"left out", "#findings&accepted=no", []string{"3", "4", "5"}},
		{"alone", "#findings&accepted=yes", []string{"1", "2"}},
		{"its reason can be looked for", "#findings&q=ines+settled", []string{"1"}},
	} {
		b.open(page, row.at)
		require.Equal(t, row.want, eval[[]string](b, `Array.from(document.querySelectorAll(".finding summary > small"), (e) => e.textContent)`), row.reason)
	}
	b.open(page, "#findings")
	require.Equal(t, []string{"accepted by the waiver: settled by the desk (ines), until 2026-12-31", "accepted by the baseline"},
		eval[[]string](b, `Array.from(document.querySelectorAll(".finding .accepted"), (e) => e.textContent)`))
	b.at("#overview")
	require.Equal(t, 2, visible(b, ".main li"), "the main findings are those that count")
	b.do(chromedp.Click(chromedp.CSS(`#overview .empty a`)))
	b.wait(`document.querySelector("[role=status]").textContent === "2 of 5 findings"`)
	b.quiet()
}

func TestPageKeepsItsStateInTheAddress(t *testing.T) {
	b := openTab(t)
	b.open(pageOf(t, bridge(t)), "#findings")
	b.do(chromedp.Click(chromedp.CSS(`[name=verdict][value=differ]`)))
	b.wait(`location.hash === "#findings&verdict=differ"`)
	b.do(chromedp.SendKeys(chromedp.CSS(`[name=q]`), "mayor"))
	b.wait(`location.hash === "#findings&verdict=differ&q=mayor"`)
	require.Equal(t, "1 of 5 findings", eval[string](b, `document.querySelector("[role=status]").textContent`))
	b.do(chromedp.Reload())
	b.wait(`document.querySelector("[role=status]").textContent === "1 of 5 findings"`)
	require.Equal(t, "mayor", eval[string](b, `document.querySelector("[name=q]").value`))
	b.do(chromedp.Click(chromedp.CSS(`[type=reset]`)))
	b.wait(`location.hash === "#findings" && document.querySelector("[role=status]").textContent === "5 findings"`)
	b.at("#overview")
	b.do(chromedp.Click(chromedp.CSS(`.tally a[href$="conflict"]`)))
	b.wait(`document.querySelector("[role=status]").textContent === "1 of 5 findings"`)
	b.quiet()
}

func TestPageShowsManyFindingsBitByBit(t *testing.T) {
	b := openTab(t)
	b.open(pageOf(t, many(250)), "#findings")
	shown := `document.querySelectorAll(".finding:not([hidden])").length === `
	b.wait(shown + "100")
	require.Equal(t, "250 findings", eval[string](b, `document.querySelector("[role=status]").textContent`))
	eval[bool](b, `document.querySelector("#more").click(), true`)
	b.wait(shown + "200")
	eval[bool](b, `document.querySelector("#more").click(), true`)
	b.wait(shown + "250")
	require.Zero(t, visible(b, "#more"))
	b.open(pageOf(t, many(250)), "#XR-000000f0")
	require.Equal(t, "241", eval[string](b, `document.querySelector("details[open] summary > small").textContent`), "a finding further down is shown where the address names it")
	b.wait(shown + "101")
	b.at("#findings&q=lindqvist")
	require.Equal(t, "50 of 250 findings", eval[string](b, `document.querySelector("[role=status]").textContent`), "text is looked for in those that were never shown, too")
	eval[bool](b, `dispatchEvent(new Event("beforeprint")), true`)
	b.wait(`document.querySelectorAll(".finding > details[open]").length === 50`)
	b.quiet()
}

func TestPageOpensAFinding(t *testing.T) {
	report := bridge(t)
	b := openTab(t)
	b.open(pageOf(t, report), "")
	b.do(chromedp.Click(chromedp.CSS(`.main li:nth-child(2) a`)))
	id := report.Findings[1].ID
	b.wait(`document.getElementById("` + id + `").querySelector("details").open`)
	require.Equal(t, 3, visible(b, "#"+id+" dl > div"))
	require.Equal(t, []string{"At least 14", "All 14", "About a dozen"}, eval[[]string](b, `Array.from(document.querySelectorAll("#`+id+` mark"), (e) => e.textContent)`))
	require.Equal(t, "SUMMARY", eval[string](b, `document.activeElement.tagName`))
	b.do(chromedp.KeyEvent(kb.Enter))
	b.wait(`!document.getElementById("` + id + `").querySelector("details").open`)
	b.do(chromedp.KeyEvent(kb.Enter), chromedp.Click(chromedp.CSS("#"+id+` a[href^="#reading"]`)))
	b.wait(`document.querySelectorAll(".chosen").length > 0`)
	require.Equal(t, 3, visible(b, ".paper"), "the articles of the finding stand side by side")
	b.quiet()
}

func TestPageLinksPassagesSideBySide(t *testing.T) {
	report := bridge(t)
	b := openTab(t)
	b.size(1400, 900, "light")
	b.open(pageOf(t, report), "#reading")
	chosen := `Array.from(document.querySelectorAll(".chosen"), (e) => e.textContent).join("|")`
	inspection := "the last inspection was on April 9|the bridge had last been inspected on April 9"
	eval[bool](b, `Array.from(document.querySelectorAll(".unit")).find((e) => e.textContent.includes("had last been inspected")).firstElementChild.id = "here", true`)
	b.do(chromedp.Click(chromedp.CSS("#here")))
	require.Equal(t, inspection, eval[string](b, chosen))
	require.Equal(t, "#"+report.Findings[4].ID, eval[string](b, `document.querySelector(".beside a").hash`))
	require.Contains(t, eval[string](b, `document.querySelector(".beside p").textContent`), "Harbour Beacon, North Courier")
	address := eval[string](b, `location.hash`)
	require.Equal(t, "#reading&article=beacon&article=courier&article=dispatch&link=C2", address)
	b.open(pageOf(t, report), address)
	require.Equal(t, inspection, eval[string](b, chosen), "the address keeps it")

	b.do(chromedp.Click(chromedp.CSS(".chosen")))
	b.wait(`location.hash.endsWith("link=F5")`)
	require.Contains(t, eval[string](b, `document.querySelector(".beside p").textContent`), "2 of 2", "choosing again takes the next thread")

	b.do(chromedp.KeyEvent(kb.Escape), chromedp.Focus(chromedp.CSS(".unit")), chromedp.KeyEvent(kb.Escape))
	require.Empty(t, eval[string](b, chosen), "Escape lets go")
	b.do(chromedp.KeyEvent(kb.End), chromedp.KeyEvent(kb.Enter))
	require.Equal(t, inspection, eval[string](b, chosen), "by keyboard")
	b.do(chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(" "))
	require.Contains(t, eval[string](b, chosen), "Pieter Lindqvist")
	require.Equal(t, 2, eval[int](b, `document.querySelectorAll(".paper:first-child [aria-pressed=true]").length+1`))

	b.do(chromedp.Click(chromedp.CSS(`[name=article][value=dispatch]`)))
	b.wait(`Array.from(document.querySelectorAll(".paper")).filter((e) => e.checkVisibility()).length === 2`)
	b.quiet()
}

func TestPageTurnsDark(t *testing.T) {
	b := openTab(t)
	paper := `getComputedStyle(document.body).backgroundColor`
	page := pageOf(t, bridge(t))
	b.size(1000, 800, "dark")
	b.open(page, "")
	dark := eval[string](b, paper)
	b.size(1000, 800, "light")
	light := eval[string](b, paper)
	require.NotEqual(t, light, dark)
	b.do(chromedp.Click(chromedp.CSS("#theme")), chromedp.Click(chromedp.CSS("#theme")))
	b.wait(`document.querySelector("#theme").textContent.includes("dark")`)
	require.Equal(t, dark, eval[string](b, paper))
	kept := ""
	for range 5 { // what is stored may reach the next load late
		b.do(chromedp.Reload())
		if kept = eval[string](b, paper); kept == dark {
			break
		}
	}
	require.Equal(t, dark, kept, "it is kept")
	b.do(chromedp.Click(chromedp.CSS("#theme")))
	require.Equal(t, light, eval[string](b, paper), "it follows the system again")
	b.quiet()
}

func TestPageReadsWithoutScripts(t *testing.T) {
	b := openTab(t)
	_, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	require.NoError(t, err)
	b.open(pageOf(t, bridge(t)), "")
	b.do(chromedp.Focus(chromedp.CSS(".finding summary")), chromedp.KeyEvent(kb.Enter))
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	require.NoError(t, err)
	require.Greater(t, len(pdf), 10000)
	_, err = chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	require.NoError(t, err)
	require.Equal(t, len(viewIDs), visible(b, ".view"))
	require.Equal(t, 4, visible(b, ".paper"))
	require.Equal(t, 2, visible(b, ".finding:first-child dl > div"), "a finding opens by itself")
	require.Zero(t, visible(b, ".scripted"))
	b.quiet()
}

// A hostile article shows as text: no code of it runs, nothing of it loads and
// it makes no element.
func TestPageOfHostileArticles(t *testing.T) {
	b := openTab(t)
	for _, make := range []func(testing.TB) *compare.Report{hostileReport, hostilePage, hostileMany} {
		page := pageOf(t, make(t))
		for _, view := range viewIDs {
			b.open(page, "#"+view)
			eval[bool](b, `document.querySelector("#more").click(), true`)
			eval[bool](b, `document.querySelectorAll("details").forEach((e) => { e.open = true; }), true`)
			b.do(chromedp.MouseClickXY(300, 300))
			require.False(t, eval[bool](b, `"hacked" in window`))
			require.Zero(t, eval[int](b, `document.querySelectorAll("img, svg, iframe, base, object, embed, body script:not([type=module])").length`))
			require.Equal(t, 1, visible(b, ".view"))
		}
	}
	b.quiet()
}

// No page is wider than the screen, on a phone or a desk.
func TestPageFitsTheScreen(t *testing.T) {
	b := openTab(t)
	for _, r := range further {
		page := pageOf(t, r.make(t))
		for _, width := range []int64{320, 400, 768, 1400, 1920} {
			b.size(width, 800, "light")
			b.open(page, "")
			for _, view := range viewIDs {
				b.at("#" + view)
				eval[bool](b, `document.querySelectorAll("details").forEach((e) => { e.open = true; }), true`)
				require.LessOrEqual(t, eval[int64](b, `document.documentElement.scrollWidth`), width, "%s, %s at %d", r.name, view, width)
			}
		}
	}
	b.quiet()
}

// axe-core finds nothing against any rule of its, in either theme.
func TestPageIsAccessible(t *testing.T) {
	axe := os.Getenv("XREF_AXE")
	if axe == "" {
		t.Skip("XREF_AXE is not set to axe-core's axe.min.js: accessibility isn't checked")
	}
	script, err := os.ReadFile(axe)
	require.NoError(t, err)
	b := openTab(t)
	for _, r := range further {
		for _, shown := range []struct {
			width int64
			theme string
		}{{1400, "light"}, {400, "dark"}} {
			b.size(shown.width, 900, shown.theme)
			b.open(pageOf(t, r.make(t)), "")
			b.quiet()
			eval[bool](b, string(script)+"\n;true")
			for _, view := range viewIDs {
				b.at("#" + view)
				eval[bool](b, `document.querySelectorAll("details").forEach((e) => { e.open = true; }),
					document.querySelectorAll(".finding").forEach((e) => { e.style.contentVisibility = "visible"; }),
					document.querySelector(".view.current .unit > u")?.click(), true`)
				found := eval[[]string](b, `axe.run(document, { resultTypes: ["violations"] }).then((result) =>
					result.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary)))`)
				require.Empty(t, found, "%s, %s at %d %s:\n%s", r.name, view, shown.width, shown.theme, strings.Join(found, "\n"))
			}
		}
	}
}
