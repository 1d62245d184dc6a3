package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// wordText is a Word document's part of paragraphs.
func wordText(paragraphs ...string) string {
	return `<w:document xmlns:w="w"><w:body><w:p>` + strings.Join(paragraphs, "</w:p><w:p>") + `</w:p></w:body></w:document>`
}

// The main part is where the package says that it is, also where that isn't the usual place.
func TestWordMainPart(t *testing.T) {
	relations := func(target string) string {
		return `<Relationships><Relationship Id="1" Type="http://x.example/core-properties" Target="docProps/core.xml"/><Relationship Id="2" Type="http://x.example/relationships/officeDocument" Target="` + target + `"/></Relationships>`
	}
	text := wordText("<w:r><w:t>" + strings.TrimSpace(prose) + "</w:t></w:r>")
	for _, target := range []string{"word/document2.xml", "/word/document2.xml"} {
		all, _, err := Readings("a.docx", zipOf(t, map[string]string{"[Content_Types].xml": "<x/>", "_rels/.rels": relations(target), "word/document2.xml": text}), Options{})
		require.NoError(t, err)
		require.Equal(t, strings.TrimSpace(prose), all[0].Prose())
	}
	_, _, err := Readings("a.docx", zipOf(t, map[string]string{"[Content_Types].xml": "<x/>", "_rels/.rels": relations("word/gone.xml")}), Options{})
	require.ErrorContains(t, err, "word/gone.xml isn't in the archive")
	_, _, err = Readings("a.docx", []byte(`{\rtf1 Ships wait.}`), Options{})
	require.ErrorContains(t, err, "a rich text document, no Word document")
}

// Two breaks of a line end a paragraph, as a blank line does; one doesn't.
func TestBreaksInDocuments(t *testing.T) {
	want := []string{"Ships wait. Men wait.", "Talks failed."}
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	all, _, err := Readings("a.docx", zipOf(t, map[string]string{"[Content_Types].xml": "<x/>", "word/document.xml": wordText(run("Ships wait.") + "<w:r><w:br/></w:r>" + run("Men wait.") + "<w:r><w:br/><w:br/></w:r>" + run("Talks failed.") + "<w:r><w:br/></w:r>")}), Options{})
	require.NoError(t, err)
	require.Equal(t, want, paragraphsIn(all[0].Prose()))
	all, _, err = Readings("a.fodt", []byte(`<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="t"><office:body><office:text><text:p>Ships wait.<text:line-break/>Men wait.
		<text:line-break/><text:line-break/>Talks failed.</text:p></office:text></office:body></office:document>`), Options{})
	require.NoError(t, err)
	require.Equal(t, want, paragraphsIn(all[0].Prose()))
}

// An author whom only a program put down is none.
func TestAuthorsOfPrograms(t *testing.T) {
	for name, want := range map[string]string{"python-docx": "", "(anonymous)": "", "Microsoft Office User": "", "Ann Lee": "Ann Lee", "Anonymous Collective": "Anonymous Collective"} {
		core := `<cp:coreProperties xmlns:dc="d"><dc:creator>` + name + `</dc:creator></cp:coreProperties>`
		all, _, err := Readings("a.docx", zipOf(t, map[string]string{"[Content_Types].xml": "<x/>", "docProps/core.xml": core, "word/document.xml": wordText("<w:r><w:t>" + prose + "</w:t></w:r>")}), Options{})
		require.NoError(t, err)
		require.Equal(t, want, all[0].Article.Author)
	}
}

// Notes of a book aren't its text, wherever they stand.
func TestNotesOfBooks(t *testing.T) {
	chapter := `<html xmlns:epub="e"><body><h1>Strike</h1><p>` + strings.TrimSpace(prose) + `<a epub:type="noteref" href="#n"></a></p><aside epub:type="footnote" id="n"><p>The union has 1,200 members.</p></aside><p>Ships wait.</p></body></html>`
	all, _, err := Readings("a.epub", zipOf(t, map[string]string{
		"mimetype": "application/epub+zip", "META-INF/container.xml": `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
		"a.opf": `<package><metadata><dc:title xmlns:dc="d">Strike</dc:title></metadata><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>`, "c.xhtml": chapter,
	}), Options{})
	require.NoError(t, err)
	require.Equal(t, []string{strings.TrimSpace(prose), "Ships wait."}, paragraphsIn(all[0].Prose()))
}

// Markup that a feed escapes twice is no text.
func TestFeedEscapedTwice(t *testing.T) {
	text := strings.ReplaceAll(strings.ReplaceAll("&lt;p&gt;"+longProse+"&lt;/p&gt;&lt;p&gt;Lee &amp; Ek wait.&lt;/p&gt;", "&", "&amp;"), "\n", " ")
	all, _, err := Readings("a.rss", []byte(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><item><title>Strike</title><content:encoded>`+text+`</content:encoded></item></channel></rss>`), Options{})
	require.NoError(t, err)
	require.Equal(t, "Lee & Ek wait.", paragraphsIn(all[0].Prose())[1])
	require.NotContains(t, all[0].Prose(), "<p>")
}
