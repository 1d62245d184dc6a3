package read

import (
	"bytes"
	"compress/gzip"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	utf16 "golang.org/x/text/encoding/unicode"
)

// Files that are damaged, or aren't what their endings say, are read as what they are or
// named with the reason.
func TestOddFiles(t *testing.T) {
	const article = "---\ntitle: Strike goes on\n---\nShips wait outside the port of Halden, she said: “No.”\n\nTalks failed.\n"
	const page = "<!DOCTYPE html><html><head><title>Strike goes on</title></head><body><article><h1>Strike goes on</h1><p>Ships wait outside the port of Halden, she said: “No.”</p><p>Talks failed.</p></article></body></html>"
	const object = `{"title": "Strike goes on", "text": "Ships wait outside the port of Halden, she said: “No.”\n\nTalks failed."}`
	const mail = "From: Desk <desk@post.example>\nSubject: Strike goes on\nMIME-Version: 1.0\n"
	want := []string{"Ships wait outside the port of Halden, she said: “No.”", "Talks failed."}
	in16 := func(order utf16.Endianness, bom utf16.BOMPolicy, s string) string {
		b, err := utf16.UTF16(order, bom).NewEncoder().String(s)
		require.NoError(t, err)
		return b
	}
	in1252 := func(s string) string { return strings.NewReplacer("“", "\x93", "”", "\x94").Replace(s) }
	packed := func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write([]byte(s))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		return b.String()
	}
	word, err := os.ReadFile("testdata/formats/docx/bridge.pandoc.docx")
	require.NoError(t, err)
	for _, test := range []struct{ reason, name, data, err string }{
		{"UTF-16, little endian", "a.txt", in16(utf16.LittleEndian, utf16.UseBOM, article), ""},
		{"UTF-16, big endian, unmarked", "a.txt", in16(utf16.BigEndian, utf16.IgnoreBOM, article), ""},
		{"UTF-16 page", "a.html", in16(utf16.LittleEndian, utf16.UseBOM, page), ""},
		{"UTF-16 JSON", "a.json", in16(utf16.LittleEndian, utf16.UseBOM, object), ""},
		{"windows-1252", "a.txt", in1252(article), ""},
		{"windows-1252 page", "a.html", in1252(page), ""},
		{"windows-1252 message", "a.eml", mail + "\n" + in1252(strings.Join(want, "\n\n")), ""},
		{"a byte-order mark", "a.txt", "\xEF\xBB\xBF" + article, ""},
		{"a byte-order mark before JSON", "a.json", "\xEF\xBB\xBF" + object, ""},
		{"a byte-order mark before a page", "a.html", "\xEF\xBB\xBF" + page, ""},
		{"lines of Windows", "a.txt", strings.ReplaceAll(article, "\n", "\r\n"), ""},
		{"lines of old Macs", "a.txt", strings.ReplaceAll(article, "\n", "\r"), ""},
		{"a page that says UTF-16 and isn't", "a.html", strings.Replace(page, "<head>", `<head><meta charset="utf-16">`, 1), ""},
		{"a few zero bytes in a page", "a.html", strings.Replace(page, "<p>", "<p>\x00", 1), ""},
		{"a page that ends as text", "a.txt", page, ""},
		{"a page that ends as a PDF", "a.pdf", page, ""},
		{"a page that ends as JSON", "a.json", page, ""},
		{"JSON that ends as text", "a.txt", object, ""},
		{"a text that ends as a page", "a.html", "Strike goes on\n\n" + strings.Join(want, "\n\n"), ""},
		{"a message that ends as text", "a.txt", mail + "\n" + strings.Join(want, "\n\n"), ""},
		{"a text in gzip", "a.txt.gz", packed(article), ""},
		{"a page in gzip", "a.html.gz", packed(page), ""},
		{"a page in gzip whose ending doesn't say so", "a.html", packed(page), ""},
		{"a message whose boundary is missing", "a.eml", mail + "Content-Type: multipart/mixed\n\n" + strings.Join(want, "\n\n"), ""},
		{"a message whose boundary doesn't come", "a.eml", mail + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Join(want, "\n\n"), ""},
		{"a message that breaks off", "a.eml", mail + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n" + strings.Join(want, "\n\n"), ""},

		{"Word that breaks off", "a.docx", string(word[:len(word)/2]), "no zip archive that can be read: it is damaged or breaks off"},
		{"the end of Word", "a.docx", string(word[len(word)/2:]), "word/document.xml can't be unpacked: the archive is damaged"},
		{"text that ends as Word", "a.docx", article, "no zip archive that can be read: it is damaged or breaks off"},
		{"text that ends as OpenDocument", "a.odt", article, "no zip archive that can be read: it is damaged or breaks off"},
		{"text that ends as a PDF", "a.pdf", article, "no PDF that can be read"},
		{"text that ends as a message", "a.eml", article, "no message that can be read: it begins with no header, such as From or Subject"},
		{"text that ends as a mailbox", "a.mbox", article, "no mailbox: it has no line that begins with “From ”"},
		{"an archive of no kind", "a.zip", "PK\x03\x04\x00\x00", "a zip archive or an office document, not text"},
		{"gzip that breaks off", "a.txt.gz", packed(strings.Repeat(article, 99))[:150], "a gzip file that is damaged or breaks off"},
		{"gzip of gzip of gzip", "a.txt.gz", packed(packed(packed(packed(packed(packed(article)))))), "files within files, more than 4 (limit depth)"},
		{"a bomb", "a.txt.gz", packed(strings.Repeat("a", 17<<20)), "it unpacks to more than 16 MB (limit file-bytes)"},
		{"text in an encoding that it isn't in", "a.eml", mail + "Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\nShips wait outside the port of Halden, and nobody knows when they will go.\n", "no text in it beside title and metadata"},
		{"nothing", "a.docx", "", "empty"},
		{"white space", "a.md", " \n\t\n", "empty"},
	} {
		all, _, err := Readings(test.name, []byte(test.data), Options{})
		if test.err != "" {
			require.EqualError(t, err, test.name+": "+test.err, test.reason)
			continue
		}
		require.NoError(t, err, test.reason)
		require.Len(t, all, 1, test.reason)
		require.Equal(t, want, paragraphsIn(all[0].Prose()), test.reason)
		require.Equal(t, "Strike goes on", all[0].Article.Headline, test.reason)
		wellFormed(t, all[0].Article)
	}
}

// NITF and feeds may declare entities; none of them is expanded or fetched.
func TestDeclaredEntities(t *testing.T) {
	const text = "<p>Ships wait outside the port of Halden, and nobody knows when they will go. &x;</p>"
	for _, head := range []string{`<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">`, `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname"> <!ENTITY y "z">]>`, `<!DOCTYPE nitf [ ] >`} {
		all, _, err := Readings("a.xml", []byte(`<?xml version="1.0"?>`+head+"<nitf><body><body.content>"+text+"</body.content></body></nitf>"), Options{})
		require.NoError(t, err)
		require.Equal(t, "NITF", all[0].Format)
		require.Contains(t, all[0].Prose(), "will go. &x;")
	}
}
