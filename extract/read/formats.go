package read

import (
	"bytes"
	"path/filepath"
	"strings"
)

// Format is one kind of file that articles come in.
type Format struct {
	Name    string   // what help calls it
	Endings []string // lower case, with the dot; the first is the usual one
	Kinds   []string // media types
	Reads   string   // what is taken from such a file, for help
	Limit   string   // the limit of its size; "" for file-bytes
	Like    func(head []byte) bool
	Read    func(in input) (contents, error)
}

// Formats is every input format. The first is for files whose ending says
// nothing, where they are named on the command line. What a file begins with is
// held against them in this order.
var Formats = []Format{plain, markdown, webPage, newsML, nitf, jsonArticles, jsonLines, openDocument, epub, wordDocument, mailbox, mhtml, email, feed, warc, har, wacz, portable}

// headBytes is how much of a file is looked at to tell its format.
const headBytes = 4096

// formatOf goes by what the file begins with where that is beyond doubt or its
// ending says nothing; else by the ending, and before that by the media type that
// a server or a message gives.
func formatOf(in input) Format {
	head := bytes.TrimPrefix(in.data[:min(len(in.data), headBytes)], []byte("\xEF\xBB\xBF"))
	byKind, kindSays := formatByKind(in.kind)
	byEnding, endingSays := formatByEnding(in.name)
	for _, known := range []struct {
		format Format
		ok     bool
	}{{byKind, kindSays}, {byEnding, endingSays}} {
		if known.ok && known.format.Name != plain.Name && (known.format.Like == nil || known.format.Like(head)) {
			return known.format
		}
	}
	for _, f := range Formats {
		if f.Like != nil && f.Like(head) && (!endingSays || byEnding.Like != nil || byEnding.Name == plain.Name || binaryKind(head) != "") {
			return f
		}
	}
	switch {
	case !endingSays && bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")):
		return feed // which says that it is none
	case endingSays:
		return byEnding
	case kindSays:
		return byKind
	}
	return plain
}

func formatByEnding(path string) (Format, bool) {
	lower := strings.ToLower(filepath.Base(path))
	if !strings.HasSuffix(lower, warc.Endings[1]) {
		lower = strings.TrimSuffix(lower, gzipEnding)
	}
	for _, f := range Formats {
		for _, e := range f.Endings {
			if strings.HasSuffix(lower, e) && len(lower) > len(e) {
				return f, true
			}
		}
	}
	return Format{}, false
}

func formatByKind(kind string) (Format, bool) {
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	kind = strings.TrimSpace(kind)
	for _, f := range Formats {
		for _, k := range f.Kinds {
			if k == kind {
				return f, true
			}
		}
	}
	return Format{}, false
}

// anyFormat reads parts of files by the list of formats.
type anyFormat struct{}

func (anyFormat) parse(in input) (contents, error) { return parse(in) }

func (anyFormat) known(in input) bool {
	if _, ok := formatByEnding(in.name); ok {
		return true
	}
	f, ok := formatByKind(in.kind)
	return ok && f.Name != plain.Name
}

// limitOf is the name of the limit for a file of that name.
func limitOf(path string) string {
	if f, ok := formatByEnding(path); ok && f.Limit != "" {
		return f.Limit
	}
	return "file-bytes"
}

// looksLikeHTML reports whether data begins, after white space and comments,
// with a document type or a tag that opens a page.
func looksLikeHTML(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 1024)])
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	for {
		head = bytes.TrimSpace(head)
		if bytes.HasPrefix(head, []byte("<?xml")) {
			if end := bytes.Index(head, []byte("?>")); end >= 0 {
				head = head[end+2:]
				continue
			}
		}
		if !bytes.HasPrefix(head, []byte("<!--")) {
			break
		}
		end := bytes.Index(head, []byte("-->"))
		if end < 0 {
			return false
		}
		head = head[end+3:]
	}
	for _, opening := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(head, []byte(opening)) {
			return true
		}
	}
	return false
}
