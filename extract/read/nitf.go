package read

import "strings"

// nitf is the News Industry Text Format of the IPTC.
var nitf = Format{
	Name:    "NITF",
	Endings: []string{".nitf"},
	Kinds:   []string{"application/nitf+xml"},
	Reads:   "the body's content without media; headline, date of issue, byline and distributor",
	Like:    func(head []byte) bool { return hasRoot(head, "nitf") },
	Read: func(in input) (contents, error) {
		root, err := parseXML(in.data, in.limits)
		if err != nil {
			return contents{}, in.skip(err.Error())
		}
		d, err := nitfDocument(root)
		if err != nil {
			return contents{}, in.skip(err.Error())
		}
		return one(d, nil)
	},
}

func nitfDocument(root *element) (document, error) {
	const where = "NITF"
	var d document
	var paragraphs []string
	if content := root.find("body.content"); content != nil {
		paragraphs = newsFlow.paragraphs(content)
	} else if body := root.find("body"); body != nil {
		paragraphs = newsFlow.paragraphs(body)
	}
	if tagline := root.words("body.end", "tagline"); tagline != "" {
		d.leave("tagline", tagline)
	}
	for _, caption := range root.all("media-caption") {
		d.leave("caption", caption.words())
	}
	title := ""
	for _, at := range [][]string{{"hedline", "hl1"}, {"hedline"}, {"head", "title"}} {
		title = first(title, root.words(at...))
	}
	if title != "" {
		d.found("title", where)
	}
	byline := root.find("byline")
	if byline != nil {
		d.fact("author", &d.author, first(byline.words("person"), strings.TrimPrefix(strings.TrimPrefix(byline.words(), "By "), "by ")), where)
	}
	distributor := first(root.words("distributor", "org"), root.words("distributor"))
	if isAgency(distributor) {
		d.agency = distributor
	}
	if holder := root.find("doc.copyright"); holder != nil {
		d.fact("outlet", &d.outlet, holder.attr("holder"), where+"'s holder of rights")
	}
	if pub := root.find("pubdata"); pub != nil {
		d.fact("outlet", &d.outlet, pub.attr("name"), where+"'s publication")
		d.date(pub.attr("date.publication"), where)
		d.fact("url", &d.url, pub.attr("ex-ref"), where)
	}
	d.fact("outlet", &d.outlet, distributor, where+"'s distributor")
	for _, name := range []string{"date.issue", "date.release"} {
		if e := root.find(name); e != nil {
			d.date(e.attr("norm"), where)
		}
	}
	if e := root.find("story.date"); e != nil {
		d.date(first(e.attr("norm"), e.words()), where)
	}
	d.fact("language", &d.language, root.attr("lang"), where)
	return d, d.compose(title, paragraphs)
}
