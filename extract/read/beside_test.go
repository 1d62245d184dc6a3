package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a page has beside its article is left out, by what it is, and what looks like it stays.
func TestBesideTheArticle(t *testing.T) {
	text := []string{
		"Ships wait outside Halden, the port said on Tuesday, and more are on their way there from the south.",
		"“Nobody has asked us,” said Bo Ek, who has worked on the cranes of the port for more than twenty years.",
		"Talks failed again after nine hours, the union said, and a mediator is to meet both sides on Wednesday.",
		"No ship has left the port since then, and none is to leave it this week, said a spokesman of the owners.",
	}
	p := "<p>" + strings.Join(text, "</p><p>") + "</p>"
	teaser := func(open, end string) string {
		var b strings.Builder
		for _, t := range []string{"Bakers open an hour later", "Two swans hold up the tram", "Library finds a letter in a book", "Choir sings to mend a roof"} {
			b.WriteString(open + `<a href="/x">` + t + `</a>` + end)
		}
		return b.String()
	}
	const summary = "<p>The guild says that nobody buys rolls at six in the morning any more, least of all in summer.</p>"
	comments := "<div><b>Tom</b>" + summary + "</div><div><b>Eva</b>" + summary + "</div>"
	for _, test := range []struct {
		reason, page string
		more         []string // what belongs to the article too
	}{
		{"teasers in a list", "<div><h1>Strike goes on</h1>" + p + "</div><ul>" + teaser("<li><h3>", "</h3>"+summary+"</li>") + "</ul>", nil},
		{"teasers before the article", "<div>" + teaser("<div><h4>", "</h4>"+summary+"</div>") + "</div><div><h1>Strike goes on</h1>" + p + "</div>", nil},
		{"teasers with a section before the link", "<div><h1>Strike goes on</h1>" + p + "</div><div>" + teaser("<div><span>Local news</span><h4>", "</h4>"+summary+"</div>") + "</div>", nil},
		{"one link that leads a paragraph", "<h1>Strike goes on</h1>" + p + `<p><a href="/x">The port authority of Halden</a> has paid 4 million crowns to shippers so far, it said.</p>`, []string{"The port authority of Halden has paid 4 million crowns to shippers so far, it said."}},
		{"paragraphs that begin with a link each", "<h1>Strike goes on</h1>" + p + strings.Repeat(`<div><a href="/x">The port authority</a> has paid 4 million crowns to shippers.</div><div>It will pay no more than that, it said.</div>`, 3),
			[]string{"The port authority has paid 4 million crowns to shippers.", "It will pay no more than that, it said.", "The port authority has paid 4 million crowns to shippers.", "It will pay no more than that, it said.", "The port authority has paid 4 million crowns to shippers.", "It will pay no more than that, it said."}},
		{"a related section by its heading", "<article><h1>Strike goes on</h1>" + p + "<div><h3>More on this story</h3>" + summary + "</div></article>", nil},
		{"links below a heading among the text", "<article><h1>Strike goes on</h1><p>" + text[0] + "</p><h3>Related stories</h3><ul>" + teaser("<li>", "</li>") + "</ul><p>" + strings.Join(text[1:], "</p><p>") + "</p></article>", nil},
		{"a heading of the article", "<article><h1>Strike goes on</h1>" + p + "<h2>More ships than ever</h2><p>Eleven more ships came on Wednesday, and the roads are full.</p></article>", []string{"More ships than ever", "Eleven more ships came on Wednesday, and the roads are full."}},
		{"a list of the latest", "<article><h1>Strike goes on</h1>" + p + "</article><section><h2>Latest</h2><div>" + teaser("<div><h4>", "</h4>"+summary+"</div>") + "</div></section>", nil},
		{"the latest of the article", "<article><h1>Strike goes on</h1>" + p + "<section><h2>Latest</h2><p>Eleven more ships came on Wednesday, and the roads are full.</p></section></article>", []string{"Latest", "Eleven more ships came on Wednesday, and the roads are full."}},
		{"a section of the article", "<article><h1>Strike goes on</h1>" + p + "<section><h2>More in hospital</h2><p>Eleven more men were hurt on Wednesday, and two of them badly.</p></section></article>", []string{"More in hospital", "Eleven more men were hurt on Wednesday, and two of them badly."}},
		{"elsewhere in the article", "<article><h1>Strike goes on</h1>" + p + "<section><h2>Elsewhere</h2><p>Eleven more men were hurt in Moss on Wednesday, and two of them badly.</p></section></article>", []string{"Elsewhere", "Eleven more men were hurt in Moss on Wednesday, and two of them badly."}},
		{"text below a related heading", "<article><h1>Strike goes on</h1><p>" + text[0] + "</p><h3>Related</h3><p>" + strings.Join(text[1:], "</p><p>") + "</p></article>", nil},
		{"comments by their heading", "<div><h1>Strike goes on</h1><div>" + p + "</div><h3>2 comments</h3>" + comments + "</div>", nil},
		{"comments of a minister", "<article><h1>Strike goes on</h1>" + p + "<h3>Comments by the minister</h3><p>She said that she would not step in before Easter.</p></article>", []string{"Comments by the minister", "She said that she would not step in before Easter."}},
		{"a box with a field", "<article><h1>Strike goes on</h1>" + p + "<div><h4>The Morning Note</h4><p>What happened while you slept, told in five minutes by us.</p><input type=email></div></article>", nil},
		{"a hidden rest", "<article><h1>Strike goes on</h1><p>" + text[0] + "</p><p>" + text[1] + "</p><div style='display: none'><p>" + text[2] + "</p><p>" + text[3] + "</p></div></article>", nil},
		{"a hidden copy", "<article><h1>Strike goes on</h1>" + p + "<div hidden>" + p + "</div></article>", nil},
		{"hidden notices", "<article><h1>Strike goes on</h1>" + p + "<div hidden><form><p>Tell us what you think of our new pages, which took us a year.</p><p>Nobody will know your name, and you can win a week at the sea.</p></form></div></article>", nil},
		{"without scripts", "<div>Loading</div><noscript><h1>Strike goes on</h1>" + p + "</noscript>", nil},
		{"in a template", `<h1>Strike goes on</h1><div><script type="text/template">` + p + "</script></div>", nil},
		{"noscript beside the text", "<article><h1>Strike goes on</h1>" + p + "<noscript><p>Please turn on scripts in your browser, or you will not see the films.</p></noscript></article>", nil},
		{"who wrote it", "<article><h1>Strike goes on</h1>" + p + "<p>Ann Lee is a reporter for the Post who covers the coast.</p></article>", nil},
		{"a reporter whom it is about", "<article><h1>Strike goes on</h1>" + p + "<p>Eva Dahl is a reporter for the Courier who was held at the gate for an hour.</p></article>", []string{"Eva Dahl is a reporter for the Courier who was held at the gate for an hour."}},
		{"who published it", "<article><h1>Strike goes on</h1>" + p + "<p>The Halden Post is a nonprofit newsroom.</p></article>", nil},
		{"a newspaper that it is about", "<article><h1>Strike goes on</h1>" + p + "<p>The Moss Courier is a newspaper that has not come out since.</p></article>", []string{"The Moss Courier is a newspaper that has not come out since."}},
		{"who helped", "<article><h1>Strike goes on</h1>" + p + "<p>Bo Ek in Moss contributed to this report.</p></article>", nil},
		{"what it earns", "<article><h1>Strike goes on</h1><p>This article contains affiliate links.</p>" + p + "</article>", nil},
	} {
		page := `<html><head><title>Strike goes on</title><meta name="author" content="Ann Lee"><meta property="og:site_name" content="The Halden Post"></head><body>` + test.page + "</body></html>"
		a, _, err := Bytes("a.html", []byte(page))
		require.NoError(t, err, test.reason)
		require.Equal(t, append(text[:len(text):len(text)], test.more...), paragraphsIn(a.Body.In(a.Text)), test.reason)
	}
}

// A page of nothing but links with their summaries is read as it is.
func TestListOfTeasers(t *testing.T) {
	page := "<html><body><h1>The week</h1>"
	for _, town := range []string{"Halden", "Moss", "Tolvik", "Wend", "Sarn", "Rade"} {
		page += `<div><h3><a href="/x">Bakers of ` + town + ` open later</a></h3><p>The guild of ` + town + ` says that nobody buys rolls at six in the morning, least of all in summer.</p></div>`
	}
	a, _, err := Bytes("a.html", []byte(page+"</body></html>"))
	require.NoError(t, err)
	require.Equal(t, 6, strings.Count(a.Text, "nobody buys rolls"))
}
