package read

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// longProse is a text long enough for an article.
var longProse = strings.Repeat("The dock workers of Halden have left the port, and nobody knows when they will be back, the union said. ", 8)

func paragraphsIn(s string) []string { return strings.Split(s, "\n\n") }

func TestFurnitureIsLeftOut(t *testing.T) {
	for reason, lines := range map[string][]string{
		"related": {"Read more: Dockers meet the mayor", "READ ALSO: Talks fail", "Related: What the port pays", "More on this story", "Recommended", "You might also like", "Most read",
			"See also: A history of strikes", "What to read next", "Read more »", "The post Dockers stay out appeared first on The Halden Post."},
		"newsletter": {"Sign up for our morning newsletter", "Subscribe to our daily briefing and never miss a story.", "Get the best of the Post straight to your inbox", "Enter your email address to sign up"},
		"share":      {"Share this article", "Share on Facebook", "Tweet", "Copy link", "Share", "5 min read", "12 comments"},
		"follow":     {"Follow us on Twitter and Facebook", "Follow the Post on Instagram"},
		"advertisement": {"Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Skip advertisement",
			"Article continues after advertisement"},
		"caption":      {"Photo: Ann Lee", "FILE PHOTO: Ships wait outside Halden. REUTERS/Bo Ek", "Ships wait outside Halden. (AP Photo/Bo Ek)", "Ships wait outside Halden in the rain. Photo: Bo Ek/Halden Post", "The port on Monday. Picture by Bo Ek.", "Dockers at the gate. Photograph: Bo Ek/Getty Images", "Image credit: Bo Ek", "The port on Monday | Getty Images"},
		"copyright":    {"© 2021 The Halden Post. All rights reserved.", "This material may not be published, broadcast, rewritten or redistributed."},
		"comments":     {"Join the conversation", "View 14 comments"},
		"contact":      {"Have a tip? Email the newsdesk at desk@post.example", "Get in touch with our newsroom at desk@post.example."},
		"mail":         {"View in browser", "Read this message in your browser", "This email and any attachments are confidential and intended solely for the addressee.", "The information in this message is intended only for the person named above."},
		"subscription": {"Unlimited access for 1 crown a month. Cancel any time.", "Start your free 30-day trial today", "Only 2 crowns a week – cancel anytime"},
		"republish":    {"This article was originally published in The Halden Post.", "This story first appeared on the page of the port."},
		"tags":         {"Tags: port, strike, union", "Filed under: Halden"},
		"end":          {"ENDS", "– ends –", "-30-"},
	} {
		for _, l := range lines {
			for _, format := range []string{"a.txt", "a.md"} {
				all, _, err := Readings(format, []byte(prose+"\n"+l+"\n\nFourteen ships wait.\n"), Options{})
				require.NoError(t, err)
				require.Equal(t, strings.TrimSpace(prose)+"\n\nFourteen ships wait.", all[0].Prose(), "%s: %s", reason, l)
				require.Equal(t, reason, all[0].LeftOut[0].What, l)
				wellFormed(t, all[0].Article)
			}
		}
	}
}

func TestProseIsNoFurniture(t *testing.T) {
	for _, l := range []string{
		"Readers of the Post have sent 300 letters.", "Sign language is taught at the port.", "Share prices of the port fell by 4 percent.", "Follow-up talks are to begin on Friday.",
		"Related industries have lost 40 million crowns, the chamber said.", "Image is everything, she said.", "The photo shows a ship.", "Comments by the minister made it worse.",
		"Photographs of the port were found on his phone, the police said.", "Get out, he told them.", "Print workers joined the strike.", "An earlier report by the port gave another figure.",
		"He read more than a hundred letters.", "The union wants a share of it.", "Subscribers of the union's fund get 300 crowns a day.", "Advertisement revenue at the paper fell.",
		"Updated figures are to come on Friday.", "Members can cancel any time, the union said.", "This message was confidential, the minister said.", "The strike ends", "30", "This article of the law was first applied in Moss.", "Tags on the crates named three ports.",
		"The post at the gate was first manned on Monday.", "Have the dockers a case? The judge will say on Friday.", "She kept the picture. Photos by the hundred hung there, she said of the hall that the port had let to the union for years.", "Start your engines, the captain said.", "Just a moment, he said.", "Access denied to reporters", "Checking your papers took an hour.", "Page not found in the book", "The end", "Correction officers at the jail stay out as well.",
	} {
		all, _, err := Readings("a.txt", []byte(prose+"\n"+l+"\n\nFourteen ships wait.\n"), Options{})
		require.NoError(t, err)
		require.Empty(t, all[0].LeftOut, l)
		require.Contains(t, all[0].Prose(), l)
	}
}

func TestCorrections(t *testing.T) {
	for _, l := range []string{
		"Correction: An earlier version gave another number of ships.", "Editor's note: This story was first published on Monday.", "This article was amended on 10 March 2021 to correct a name.",
		"An earlier version of this article misstated the number of ships.", "• This article was amended on 11 March 2021 to clarify who owns the port.", "CORRECTION (March 10): The union has 1,180 members.", "Clarification: The port is owned by the town.",
	} {
		a, _, err := Bytes("a.txt", []byte(prose+"\n"+l+"\n"))
		require.NoError(t, err)
		require.Equal(t, []string{l}, a.Corrections)
		require.Equal(t, strings.TrimSpace(prose), a.Body.In(a.Text), "it is no part of the body")
	}
}

func TestTruncated(t *testing.T) {
	for _, l := range []string{
		"Subscribe to continue reading.", "This article is for subscribers only.", "Already a subscriber? Log in", "You have reached your limit of free articles.", "To read the full story, subscribe.",
		"Continue reading with a trial", "Sign in to read the rest", "This content is only available to subscribers.", "Create a free account to keep reading", "Subscribe to read on",
	} {
		a, warnings, err := Bytes("a.txt", []byte(prose+"\n"+l+"\n"))
		require.NoError(t, err)
		require.NotEmpty(t, a.Truncated, l)
		require.Len(t, warnings, 1)
		require.Equal(t, strings.TrimSpace(prose), a.Body.In(a.Text))
	}
	a, _, err := Bytes("a.json", []byte(`{"title": "Strike", "url": "https://p.example/a", "content": "`+longProse+` The union [+1200 chars]"}`))
	require.NoError(t, err)
	require.Contains(t, a.Truncated, "+1200 chars")
}

// A notice of the site in an article's place is told as such; an article beside one isn't.
func TestNotices(t *testing.T) {
	page := func(title, text string) string {
		return `<html lang="en"><head><title>` + title + `</title></head><body><h1>` + title + `</h1><p>` + text + `</p></body></html>`
	}
	for _, test := range []struct {
		reason, page string
		notice       bool
	}{
		{"not there", page("Page not found", "Sorry, we could not find the page you were looking for. Try the search."), true},
		{"by its number", page("404", "The page you requested does not exist. Go to the front page."), true},
		{"a check", page("Just a moment...", "Please enable JavaScript and cookies to continue. This is automatic."), true},
		{"a robot", page("Are you a robot?", "Please confirm that you are a human by clicking the box below."), true},
		{"refused", page("Access Denied", "You don't have permission to access this page on this server."), true},
		{"an article with a line on scripts", page("Strike goes on", longProse+"</p><p>Please enable JavaScript to see the film."), false},
		{"an article on a page", page("Page of a lost book found in Halden", "The page had been missing since 1911, the library said on Tuesday."), false},
		{"an article on robots", page("Robots take over the port", "The robots were checking your containers, the port said to the owners."), false},
		{"an article on a door", page("Access denied to reporters", "The port let no reporter in on Tuesday, the union said."+longProse+longProse), false},
	} {
		t.Run(test.reason, func(t *testing.T) {
			a, _, err := Bytes("a.html", []byte(test.page))
			require.NoError(t, err)
			require.Equal(t, test.notice, strings.HasPrefix(a.Truncated, "a notice"), a.Truncated)
		})
	}
}

func TestAgencies(t *testing.T) {
	for reason, test := range map[string][2]string{
		"a dateline":               {"HALDEN, Norway (Reuters) - " + prose, "Reuters"},
		"a byline":                 {"---\noutlet: Post\nauthor: Associated Press\n---\n" + prose, "AP"},
		"a byline beside a name":   {"---\noutlet: Post\nauthor: Ann Lee, AFP\n---\n" + prose, "AFP"},
		"a byline in the text":     {"Strike goes on\n\nBy The Associated Press\n\n" + prose, "AP"},
		"agencies at the foot":     {prose + "\n(AFP, Reuters)\n", "AFP"},
		"a source":                 {prose + "\nSource: Xinhua News Agency\n", "Xinhua"},
		"an agency and a person":   {"Strike goes on\n\nBy Ann Lee, Reuters correspondent in Halden\n\n" + prose, ""},
		"a sentence of an agency":  {prose + "\nReuters has asked the port.\n", ""},
		"a person":                 {"---\noutlet: Post\nauthor: Ann Lee\n---\n" + prose, ""},
		"something in brackets":    {"HALDEN (port) - " + prose, ""},
		"an agency in the article": {prose + "She told Reuters so.\n", ""},
	} {
		a, _, err := Bytes("a.txt", []byte(test[0]))
		require.NoError(t, err)
		require.Equal(t, test[1], a.Agency, reason)
		require.NotEqual(t, test[1], a.Outlet)
	}
}

func TestOwnReports(t *testing.T) {
	for name, text := range map[string]string{
		"a.json": "{\n  \"schema\": \"xref.report/v1\",\n  \"articles\": []}", "a.md": "# 2 articles, 1 story: no findings\n\n| Id |\n", "b.md": "## 2 of 3 articles read, 1 story: 1 difference\n\nx\n",
		"a.txt": "4 articles, 2 stories: 1 conflict\n====\n", "a.html": `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="generator" content="xref 1"></head></html>`,
	} {
		_, _, err := Bytes(name, []byte(text))
		require.EqualError(t, err, name+": a report of xref, no article")
		require.True(t, err.(Skipped).NotArticle)
	}
	_, _, err := Bytes("a.txt", []byte("4 articles, 2 stories and a poem were found in his desk, the police said.\n"))
	require.NoError(t, err)
}

func TestLiveBlog(t *testing.T) {
	all, _, err := Readings("a.json", []byte(`{"@type": "LiveBlogPosting", "headline": "Strike live", "publisher": {"name": "Post"}, "liveBlogUpdate": [
		{"@type": "BlogPosting", "headline": "Gates shut", "datePublished": "2021-03-09T08:00:00Z", "articleBody": "The gates are shut, the union said."},
		{"@type": "BlogPosting", "headline": "Gates open", "datePublished": "2021-03-09T17:00:00Z", "articleBody": "The gates are open, the port said."}]}`), Options{})
	require.NoError(t, err)
	require.Len(t, all, 2)
	require.Equal(t, "a-1", all[0].Article.ID)
	require.Equal(t, "entry 2", all[1].Part)
	require.Equal(t, "Gates open", all[1].Article.Headline)
	require.Equal(t, 17, all[1].Article.Published.Hour())
	require.Equal(t, "Post", all[1].Article.Outlet)
}

func TestFeedItems(t *testing.T) {
	url, asked := server(t)
	inFolder(t, map[string]string{"a.rss": `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Halden Post</title>
		<item><title>Whole</title><link>` + url + `/whole</link><pubDate>Tue, 09 Mar 2021 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>` + longProse + `</p><p>Ships wait.</p>]]></content:encoded></item>
		<item><title>Teaser</title><link>` + url + `/strike</link><description>The dock workers have left …</description></item></channel></rss>`})
	r, err := Paths([]string{"a.rss"}, local)
	require.NoError(t, err)
	require.Equal(t, "a", ids(r))
	require.Equal(t, "a.rss: "+url+"/strike: the feed has only a summary of it; --follow fetches the article", skips(r))
	require.Empty(t, asked(), "a file never opens the network")
	r, err = Paths([]string{"a.rss"}, Options{AllowPrivate: true, Follow: true})
	require.NoError(t, err)
	require.Equal(t, "a strike", ids(r))
	require.Equal(t, "Whole", r.Articles[0].Headline)
	require.Equal(t, "2021-03-09", r.Articles[0].Published.Format(time.DateOnly))
	require.Equal(t, []string{"/strike"}, asked())
}

func TestMessages(t *testing.T) {
	attached := "From: Desk <desk@post.example>\nSubject: Fwd: copy\nDate: Tue, 09 Mar 2021 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee below.\n\n" +
		"--x\nContent-Type: text/plain; name=story.txt\nContent-Disposition: attachment; filename=story.txt\n\n---\ntitle: Strike: day 3\n---\n" + prose + "\n--x\nContent-Type: image/png; name=a.png\nContent-Disposition: attachment; filename=a.png\n\nPNG\n--x--\n"
	all, _, err := Readings("a.eml", []byte(attached), Options{})
	require.NoError(t, err)
	require.Len(t, all, 1, "the cover note and the picture are no articles")
	require.Equal(t, "Strike: day 3", all[0].Article.Headline)
	require.Equal(t, "attachment story.txt", all[0].Part)

	box := ""
	for i := range 3 {
		box += fmt.Sprintf("From x@post.example Tue Mar  9 10:00:0%d 2021\nFrom: The Halden Post <news@post.example>\nSubject: =?utf-8?q?Strike=3A_day_%d?=\nDate: Tue, 09 Mar 2021 10:00:00 +0000\n\nDay %d. %s\n>From then on ships waited.\n\n-- \nThe desk\n\n", i, i, i, prose)
	}
	all, _, err = Readings("a.mbox", []byte(box), Options{})
	require.NoError(t, err)
	require.Len(t, all, 3)
	require.Equal(t, "Strike: day 2", all[2].Article.Headline)
	require.Equal(t, "The Halden Post", all[2].Article.Outlet)
	require.Contains(t, all[2].Prose(), "From then on")
	require.NotContains(t, all[2].Prose(), "The desk")
}

func zipOf(t *testing.T, files map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		require.NoError(t, err)
		_, err = f.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

// What unpacks to much more than it is costs no more than the limit.
func TestBombs(t *testing.T) {
	bomb := strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 1<<19)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 100000000\r\n\r\n" + strings.Repeat("a", 1<<24)))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for name, data := range map[string][]byte{
		"a.docx": zipOf(t, map[string]string{"[Content_Types].xml": "<x/>", "word/document.xml": bomb}), "a.odt": zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bomb}), "a.warc.gz": packed.Bytes(),
	} {
		_, _, err := Readings(name, data, Options{Limits: Limits{"unpacked-bytes": 1 << 20}})
		require.ErrorContains(t, err, "1 MB (limit unpacked-bytes)", name)
	}
	_, _, err = Readings("a.xml", []byte("<nitf>"+strings.Repeat("<a>", 100_000)), Options{})
	require.ErrorContains(t, err, "nested deeper than 512")
}

func TestWordLeavesOut(t *testing.T) {
	run := func(text string) string { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>" }
	document := `<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>` + run("Strike goes on") + `</w:p><w:p>` + run("Ships ") + run("wait.") +
		`<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>` + run("A ship") + `</w:p><w:p>` + run("Men") + `<w:r><w:noBreakHyphen/></w:r>` + run("o’-war came.") + `</w:p></w:body></w:document>`
	all, _, err := Readings("a.docx", zipOf(t, map[string]string{"[Content_Types].xml": "<x/>", "word/document.xml": document}), Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"Ships wait.", "Men-o’-war came."}, paragraphsIn(all[0].Prose()))
	require.Equal(t, "Strike goes on", all[0].Article.Headline)
}

// A folder with one file of each format, one broken of each and a report of
// xref's own: all good ones are read, and each bad one has its line.
func TestMixedFolder(t *testing.T) {
	folder := t.TempDir()
	formats, err := os.ReadDir("testdata/formats")
	require.NoError(t, err)
	good, bad := 0, 0
	for i, f := range formats {
		files, err := filepath.Glob(filepath.Join("testdata/formats", f.Name(), "*"))
		require.NoError(t, err)
		file := files[i%len(files)]
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		_, ending, _ := strings.Cut(filepath.Base(file), ".")
		if f.Name() != "source" {
			_, ending, _ = strings.Cut(ending, ".")
		}
		require.NoError(t, os.WriteFile(filepath.Join(folder, f.Name()+"."+ending), data, 0o644))
		good++
		switch f.Name() {
		case "source", "markdown", "text", "singlefile": // half of a text is a text
			continue
		}
		require.NoError(t, os.WriteFile(filepath.Join(folder, "broken-"+f.Name()+"."+ending), data[:min(len(data)/3, 120)], 0o644))
		bad++
	}
	require.NoError(t, os.WriteFile(filepath.Join(folder, "report.json"), []byte("{\n  \"schema\": \"xref.report/v1\"}"), 0o644))
	r, err := Paths([]string{folder}, Options{DropSame: true})
	require.NoError(t, err)
	require.Len(t, r.Skipped, bad+1, "%s", skips(r))
	same := 0
	for _, w := range r.Warnings {
		if strings.Contains(w.Message, "the same article as") {
			same++
		}
	}
	require.Equal(t, good, len(r.Articles)+same)
}

// A date that a line at the head tells is the article's where nothing else gives one; dates
// within prose are not.
func TestDateInHead(t *testing.T) {
	for line, want := range map[string]string{
		"9 March 2021": "2021-03-09", "By Ann Lee, March 9, 2021": "2021-03-09", "Published: 9 March 2021": "2021-03-09", "Ann Lee | 9 Mar 2021 | Halden": "2021-03-09",
		"Updated 10 March 2021": "2021-03-10", "Last updated on 10 March 2021, 3:04 p.m.": "2021-03-10", "By Ann Lee": "", "The strike began on 9 March 2021.": "", "Tuesday": "",
		"03/09/2021": "", "Updated 10 March 2021\n\nPublished 9 March 2021": "2021-03-09",
	} {
		a, _, err := Bytes("a.txt", []byte("Strike goes on\n\n"+line+"\n\n"+prose))
		require.NoError(t, err)
		got := ""
		if !a.Published.IsZero() {
			got = a.Published.Format(time.DateOnly)
		}
		require.Equal(t, want, got, line)
	}
}

// Who wrote an article is taken from a line at the head, where nothing better tells it.
func TestAuthorInHead(t *testing.T) {
	for head, want := range map[string]string{
		"By Ann Lee": "Ann Lee", "By Ann Lee\n9 March 2021": "Ann Lee", "By Ann Lee, March 9, 2021": "Ann Lee", "By Ann Lee and Bo van Ek | Halden Post": "Ann Lee and Bo van Ek",
		"By Ann Lee, science editor": "Ann Lee", "By The Associated Press": "", "By Monday night the strike was over.": "", "By the port": "", "By Monday night": "", "Ann Lee": "",
	} {
		a, _, err := Bytes("a.txt", []byte("Strike goes on\n\n"+head+"\n\n"+prose))
		require.NoError(t, err)
		require.Equal(t, want, a.Author, head)
		if strings.Contains(head, "\n") {
			require.Equal(t, "2021-03-09", a.Published.Format(time.DateOnly), "the date below it")
		}
	}
	a, _, err := Bytes("a.txt", []byte("---\nauthor: Cy Moe\n---\nStrike goes on\n\nBy Ann Lee\n\n"+prose))
	require.NoError(t, err)
	require.Equal(t, "Cy Moe", a.Author)
}

// JSON in the shapes of interfaces and archives: what is read of each, as title, date,
// outlet, author and the words of the text.
func TestShapesOfJSON(t *testing.T) {
	const text = "The dock workers have left the port, the union said. Fourteen ships wait outside it."
	quoted := `"` + text + `"`
	for _, test := range []struct{ reason, json, want string }{
		{"facts about the object with the text", `{"results": [{"webTitle": "Strike", "webPublicationDate": "2021-03-09", "webUrl": "https://p.example/a", "fields": {"bodyText": "` + longProse + `", "byline": "Ann Lee"}}]}`, "Strike|2021-03-09|p.example|Ann Lee|160"},
		{"a short text within is none", `{"title": "Strike", "text": ` + quoted + `, "a": {"title": "Talks", "date": 1, "teaser": {"text": "The talks have failed, said the union of the port."}}}`, "Strike||a||15"},
		{"facts about a list aren't those of its items", `{"title": "Search", "date": "2021-03-01", "results": [{"title": "Strike", "text": ` + quoted + `}, {"url": "https://p.example/b", "text": "x"}]}`, "Strike||a||15"},
		{"a title that is rendered", `{"title": {"rendered": "Strike &#8211; day 3"}, "date": "2021-03-09T10:00:00", "content": {"rendered": "<p>` + text + `</p>"}}`, "Strike – day 3|2021-03-09|a||15"},
		{"references of JSON-LD", `{"@graph": [{"@type": "NewsArticle", "headline": "Strike", "articleBody": ` + quoted + `, "publisher": {"@id": "#o"}, "author": [{"@id": "#p"}]}, {"@id": "#o", "name": "Post"}, {"@id": "#p", "name": "Ann Lee"}]}`, "Strike||Post|Ann Lee|15"},
		{"references that lead nowhere", `{"headline": "Strike", "articleBody": ` + quoted + `, "publisher": {"@id": "#o"}}`, "Strike||a||15"},
		{"parts of an editor", `{"headlines": {"basic": "Strike"}, "display_date": "2021-03-09", "content_elements": [{"type": "text", "content": "<p>` + text + `</p>"}, {"type": "image", "caption": "A ship"}, {"type": "list", "items": [{"type": "text", "content": "Halden"}]}]}`, "Strike|2021-03-09|a||16"},
		{"parts with data", `{"title": "Strike", "blocks": [{"type": "paragraph", "data": {"text": ` + quoted + `}}, {"type": "image", "data": {"caption": "A ship"}}]}`, "Strike||a||15"},
		{"articles that a list has are no parts", `{"title": "Today", "content": [{"title": "Strike", "text": ` + quoted + `}]}`, "Strike||a||15"},
		{"a short text beside the whole", `{"title": "Strike", "text": "Dock workers left.", "body": ` + quoted + `}`, "Strike||a||15"},
		{"a date of a database", `{"title": "Strike", "text": ` + quoted + `, "date": {"$date": "2021-03-09T10:00:00Z"}}`, "Strike|2021-03-09|a||15"},
		{"seconds as a text", `{"title": "Strike", "text": ` + quoted + `, "date": "1615284000"}`, "Strike|2021-03-09|a||15"},
		{"milliseconds with a point", `{"title": "Strike", "text": ` + quoted + `, "date": 1615284000000.0}`, "Strike|2021-03-09|a||15"},
		{"what is no number", `{"title": "Strike", "score": NaN, "rank": -Infinity, "note": "NaN", "text": ` + quoted + `}`, "Strike||a||15"},
		{"values one after the other", `{"title": "Strike", "text": ` + quoted + `} {"title": "Talks", "text": ` + quoted + `}`, "Strike||a||15 Talks||a||15"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			all, _, err := Readings("a.json", []byte(test.json), Options{})
			require.NoError(t, err)
			var got []string
			for _, r := range all {
				a, date := r.Article, ""
				if !a.Published.IsZero() {
					date = a.Published.Format(time.DateOnly)
				}
				got = append(got, fmt.Sprintf("%s|%s|%s|%s|%d", a.Headline, date, a.Outlet, a.Author, len(strings.Fields(r.Prose()))))
			}
			require.Equal(t, test.want, strings.Join(got, " "))
		})
	}
	inFolder(t, map[string]string{"a.json": `[{"title": "Strike", "text": ` + quoted + `}, {"title": "Talks", "text": ""}] {"title": `})
	r, err := Paths([]string{"a.json"}, Options{})
	require.NoError(t, err)
	require.Equal(t, "a.json: article 2: no text in it beside title and metadata\na.json: the rest: JSON that doesn't parse: unexpected EOF", skips(r))
}
