package read

// plain is text without markup.
var plain = Format{
	Name:    "plain text",
	Endings: []string{".txt", ".text"},
	Kinds:   []string{"text/plain"},
	Reads:   "the text, with or without YAML front matter; the title from the front matter or the first line, where that looks like one",
	Read:    readPlain,
}

func readPlain(in input) (contents, error) {
	d, err := decodeWithFrontMatter(in)
	if err != nil {
		return contents{}, err
	}
	if d.headline == "" {
		d.title = firstLineTitle(d.text, d.body)
		d.fact("title", &d.headline, d.title.In(d.text), "the first line")
	} else if line := repeatedTitle(d.text, d.body, d.headline); !line.Empty() {
		d.title = line
	}
	if d.body.Overlaps(d.title) {
		d.body = trimmed(d.text, d.title.End, d.body.End)
	}
	return one(d, nil)
}
