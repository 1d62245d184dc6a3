package read

import (
	"bytes"
	"strings"
)

// mhtml is a page as browsers save it in one file.
var mhtml = Format{
	Name:    "MHTML",
	Endings: []string{".mhtml", ".mht"},
	Kinds:   []string{"multipart/related", "application/x-mimearchive"},
	Reads:   "the page as of web page, with the address that it was saved from; the day it was saved is not the article's",
	Limit:   "archive-bytes",
	Like:    likeMHTML,
	Read:    readMHTML,
}

func likeMHTML(head []byte) bool {
	lower := bytes.ToLower(head)
	return headerLine().Match(head) && bytes.Contains(lower, []byte("multipart/related")) &&
		(bytes.Contains(lower, []byte("snapshot-content-location:")) || bytes.Contains(lower, []byte("content-location:")) || bytes.Contains(lower, []byte("text/html")))
}

func readMHTML(in input) (contents, error) {
	header, parts, err := leaves(in)
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	var page *leaf
	for i := range parts {
		if parts[i].kind == "text/html" || parts[i].kind == "application/xhtml+xml" {
			page = &parts[i]
			break
		}
	}
	if page == nil {
		return contents{}, in.skip("MHTML without a page")
	}
	inner, err := in.within(page.data)
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	inner.kind = "text/html"
	inner.url = original(firstURL(strings.TrimSpace(page.header.Get("Content-Location")), strings.TrimSpace(header.Get("Snapshot-Content-Location")), strings.TrimSpace(header.Get("Content-Location"))))
	found, err := readHTML(inner)
	for i := range found.documents {
		d := &found.documents[i]
		d.fact("url", &d.url, inner.url, "the address it was saved from")
		d.host = hostOf(d.url)
	}
	return found, err
}
