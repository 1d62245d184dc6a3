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
	Reads   string   // what is taken from such a file, for help
	Read    func(path string, data []byte) (document, error)
}

// Formats is every input format. The first is for files whose ending says
// nothing, where they are named on the command line.
var Formats = []Format{plain, markdown, webPage}

// formatOf goes by the ending; where that says nothing, a file that begins like
// a web page is one.
func formatOf(path string, data []byte) Format {
	if f, ok := formatByEnding(path); ok {
		return f
	}
	if looksLikeHTML(data) {
		return webPage
	}
	return plain
}

func formatByEnding(path string) (Format, bool) {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range Formats {
		for _, e := range f.Endings {
			if e == ending {
				return f, true
			}
		}
	}
	return Format{}, false
}

// looksLikeHTML reports whether data begins, after white space and comments,
// with a document type or a tag that opens a page.
func looksLikeHTML(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 1024)])
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	for {
		head = bytes.TrimSpace(head)
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
