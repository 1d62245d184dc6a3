package read

import (
	"encoding/json"
	"strings"
)

// wacz is WARC archives in a zip, with a list of the pages that were visited.
var wacz = Format{
	Name:    "WACZ",
	Endings: []string{".wacz"},
	Kinds:   []string{"application/wacz", "application/x-wacz"},
	Reads:   "each page of its list that is an article, or each response where it has no list",
	Limit:   "archive-bytes",
	Like: func(head []byte) bool {
		return zipped(head, "datapackage.json", "archive/", "indexes/", "pages/pages.jsonl")
	},
	Read: readWACZ,
}

func readWACZ(in input) (contents, error) {
	archive, err := openZip(in)
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	var only map[string]bool
	if pages, err := archive.read("pages/pages.jsonl"); err == nil {
		for l := range strings.Lines(string(pages)) {
			var page struct{ URL string }
			if json.Unmarshal([]byte(l), &page) == nil && page.URL != "" {
				if only == nil {
					only = map[string]bool{}
				}
				only[page.URL] = true
			}
		}
	}
	var out contents
	records := 0
	for _, name := range archive.names {
		if !strings.HasPrefix(name, "archive/") || !strings.HasSuffix(name, ".warc") && !strings.HasSuffix(name, ".warc.gz") {
			continue
		}
		inner, err := in.within(nil)
		if err != nil {
			return contents{}, in.skip(err.Error())
		}
		packed, err := archive.open(name)
		if err != nil {
			return contents{}, in.skip(err.Error())
		}
		var found contents
		n, err := readWARC(inner, packed, &found, only)
		packed.Close()
		out.addPart(in, strings.TrimPrefix(name, "archive/"), found)
		if err != nil {
			out.skipPart(in, strings.TrimPrefix(name, "archive/"), err)
		}
		records += n
	}
	if len(out.documents) == 0 && len(out.skipped) == 0 {
		return contents{}, noneOf(in, records)
	}
	return out, nil
}
