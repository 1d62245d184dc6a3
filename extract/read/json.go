package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

// jsonArticles is articles as JSON: objects with a text, alone, in a list or
// below keys, such as schema.org's NewsArticle, Readability's, or what an interface to an
// archive gives.
var jsonArticles = Format{
	Name:    "JSON",
	Endings: []string{".json", ".jsonld"},
	Kinds:   []string{"application/json", "application/ld+json", "text/json"},
	Reads:   "objects with text, title, date, outlet, author and url, under the keys that are common (schema.org's NewsArticle, Readability) or those that --map names",
	Limit:   "archive-bytes",
	Like: func(head []byte) bool {
		return likeJSON(head) && !bytes.Contains(head, []byte("jsonfeed.org/version")) && !likeHAR(head)
	},
	Read: readJSON,
}

// jsonLines is one such object a line.
var jsonLines = Format{
	Name:    "JSON Lines",
	Endings: []string{".jsonl", ".ndjson"},
	Kinds:   []string{"application/x-ndjson", "application/jsonl"},
	Reads:   "an article a line, as of JSON",
	Limit:   "archive-bytes",
	Read:    readJSONLines,
}

func likeJSON(head []byte) bool {
	head = bytes.TrimSpace(head)
	return len(head) > 1 && (head[0] == '{' && bytes.IndexByte(bytes.TrimSpace(head[1:]), '"') == 0 || head[0] == '[' && bytes.HasPrefix(bytes.TrimSpace(head[1:]), []byte("{")))
}

// Fields says where JSON of an unknown shape has what an article needs: a field
// of FieldNames to a key, or keys parted by full stops.
type Fields map[string]string

// FieldNames are the keys of Fields.
var FieldNames = []string{"text", "title", "date", "outlet", "author", "url", "language"}

// commonKeys are where archives, crawlers and schema.org have each field, the
// clearer ones first.
var commonKeys = map[string][]string{
	"text":     {"text", "articleBody", "content", "textContent", "body", "maintext", "main_text", "full_text", "fullText", "body_text", "bodyText", "content_text", "article_text", "article", "content_html", "bodyHtml", "body_html", "html", "content_elements", "contentElements", "paragraphs", "blocks"},
	"title":    {"title", "headline", "webTitle", "headlines", "name", "title_page"},
	"date":     {"date", "datePublished", "published", "date_published", "date_publish", "publish_date", "published_at", "publishedAt", "publishedTime", "pub_date", "pubDate", "publication_date", "webPublicationDate", "first_publication_date", "display_date", "dateCreated", "created_at", "timestamp"},
	"outlet":   {"outlet", "publisher", "publication", "siteName", "site_name", "sitename", "source", "sourceName", "source_name", "provider", "site", "source_domain", "domain", "newspaper"},
	"author":   {"author", "authors", "byline", "creator"},
	"url":      {"url", "link", "canonical_url", "canonicalUrl", "webUrl", "web_url", "permalink", "mainEntityOfPage", "@id"},
	"language": {"language", "lang", "inLanguage"},
}

func readJSON(in input) (contents, error) {
	text, _, err := decode(in.data, in.charset)
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	value, rest := parseJSON(text)
	if value == nil && rest != nil {
		return contents{}, in.skip("JSON that doesn't parse: " + rest.Error())
	}
	objects := articleObjects(value, in.fields, false, 0)
	if len(objects) == 0 {
		return contents{}, in.noArticleIn(value)
	}
	found := in.objects(objects, graphOf(value))
	if rest != nil {
		found.skipped = append(found.skipped, Skipped{Path: in.path, Part: "the rest", Reason: "JSON that doesn't parse: " + rest.Error()})
	}
	return found, nil
}

// noArticleIn is the error of JSON without an article. In a folder, nothing is
// said of it.
func (in input) noArticleIn(value any) error {
	if !in.listed && in.depth == 0 {
		return errPassedOver
	}
	what := ""
	if list, ok := value.([]any); ok && len(list) > 0 {
		value = list[0]
	}
	if o, ok := value.(map[string]any); ok && len(o) > 0 {
		keys := make([]string, 0, len(o))
		for k := range o {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		const most = 12
		if len(keys) > most {
			keys = append(keys[:most], "…")
		}
		what = " (it has " + strings.Join(keys, ", ") + ")"
	}
	return in.skip("no text of an article in this JSON" + what + "; --map text=KEY,title=KEY tells where it is")
}

// objects are the articles of several objects.
func (in input) objects(objects []jsonObject, g graph) contents {
	var out contents
	for i, o := range objects {
		part := ""
		if len(objects) > 1 {
			part = fmt.Sprintf("article %d", i+1)
		}
		if o.empty {
			out.skipPart(in, part, errNoText)
			continue
		}
		found, err := articleOf(o, g, in.fields)
		if err != nil {
			out.skipPart(in, part, err)
			continue
		}
		out.addPart(in, part, contents{documents: found})
	}
	return out
}

// jsonLine is the line that an error of JSON names.
var jsonLine = expression(`^line \d+: `)

func readJSONLines(in input) (contents, error) {
	text, _, err := decode(in.data, in.charset)
	if err != nil {
		return contents{}, in.skip(err.Error())
	}
	var out contents
	most := int(in.limits.Of("entries"))
	number := 0
	for l := range strings.Lines(text) {
		number++
		if strings.TrimSpace(l) == "" {
			continue
		}
		if number > most {
			out.skipped = append(out.skipped, in.skip("more lines than "+tooMuch("entries", int64(most))+"; the others are left out"))
			break
		}
		value, err := parseJSON(l)
		if err != nil { // a line is good or it isn't
			out.skipped = append(out.skipped, Skipped{Path: in.path, Line: number, Reason: "JSON that doesn't parse: " + jsonLine().ReplaceAllString(err.Error(), "")})
			continue
		}
		objects := articleObjects(value, in.fields, false, 0)
		if len(objects) == 0 {
			out.skipped = append(out.skipped, Skipped{Path: in.path, Line: number, Reason: "no text of an article"})
			continue
		}
		found := in.objects(objects, graphOf(value))
		for i := range found.skipped {
			found.skipped[i].Line = number
		}
		for i := range found.documents {
			found.documents[i].part = joined(fmt.Sprintf("line %d", number), found.documents[i].part)
		}
		out.documents, out.skipped = append(out.documents, found.documents...), append(out.skipped, found.skipped...)
	}
	if len(out.documents) == 0 && !in.listed && in.depth == 0 && !slices.ContainsFunc(out.skipped, func(s Skipped) bool { return s.Reason != "no text of an article" }) {
		return contents{}, errPassedOver
	}
	return out, nil
}

// parseJSON reads a value; several, one after the other, are a list. Numbers keep their
// digits, and those that are none, which programs write all the same, are null. Where it
// breaks off, err says how, and value is what stood before, nil for nothing.
func parseJSON(text string) (value any, err error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var all []any
	for {
		var next any
		if err = decoder.Decode(&next); err != nil {
			break
		}
		all = append(all, next)
	}
	if errors.Is(err, io.EOF) && len(all) > 0 {
		err = nil
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if numbers := withoutNaN(text); numbers != text {
			return parseJSON(numbers)
		}
		err = fmt.Errorf("line %d: %w", 1+strings.Count(text[:min(int(syntax.Offset), len(text))], "\n"), syntax)
	}
	switch len(all) {
	case 0:
		return nil, err
	case 1:
		return all[0], err
	}
	return all, err
}

// noNumber is a string of JSON, or a word that JSON doesn't have for what is no number.
var noNumber = expression(`"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b`)

func withoutNaN(text string) string {
	return noNumber().ReplaceAllStringFunc(text, func(m string) string {
		if m[0] == '"' {
			return m
		}
		return "null"
	})
}

// jsonObject is an object with a text, and those that it alone lies in, the nearest first:
// what they say is said of it.
type jsonObject struct {
	fields map[string]any
	around []map[string]any
	closed bool // it is one of several
	empty  bool // it has no text, and others of its list have
}

// articleObjects are the objects in value that have a text, outer ones before
// what lies in them, in the order of the file where it is a list's. Where titled, what
// they lie in has a title, an address or a date.
func articleObjects(value any, fields Fields, titled bool, depth int) []jsonObject {
	const deepest = 6
	if depth > deepest {
		return nil
	}
	var all []jsonObject
	switch v := value.(type) {
	case []any:
		some := false
		for _, item := range v {
			found := articleObjects(item, fields, false, depth+1)
			some = some || len(found) > 0
			if o, ok := item.(map[string]any); ok && len(found) == 0 && isTitled(o) {
				found = []jsonObject{{fields: o, empty: true}}
			}
			all = append(all, found...)
		}
		if !some {
			return nil
		}
		for i := range all {
			all[i].closed = all[i].closed || len(v) > 1
		}
	case map[string]any:
		if hasText(v, fields, titled) {
			return []jsonObject{{fields: v}}
		}
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			all = append(all, articleObjects(v[k], fields, titled || isTitled(v), depth+1)...)
		}
		for i := range all {
			if all[i].closed = all[i].closed || len(all) > 1; !all[i].closed {
				all[i].around = append(all[i].around, v)
			}
		}
	}
	return all
}

// graphOf are the objects of JSON-LD that others refer to.
func graphOf(value any) graph {
	g := graph{}
	for _, o := range gather(nil, value, 0) {
		if id, ok := o["@id"].(string); ok && len(o) > max(1, len(g[id])) {
			g[id] = o
		}
	}
	return g
}

// resolved is value with the objects in it that only refer to others replaced by those.
func (g graph) resolved(value any) any {
	switch v := value.(type) {
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) == 1 && g[id] != nil {
			return g[id]
		}
	case []any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = g.resolved(v[i])
		}
		return all
	}
	return value
}

// The least letters of a text that is under a common key, of an object with a title, an
// address or a date, and within one.
const (
	leastText   = 40
	leastWithin = 300
)

func hasText(o map[string]any, fields Fields, titled bool) bool {
	if fields["text"] != "" && len(textParagraphs(at(o, fields["text"]))) > 0 {
		return true
	}
	if updates, ok := o["liveBlogUpdate"].([]any); ok && len(updates) > 0 {
		return true
	}
	_, paragraphs := textOfObject(o)
	n := 0
	for _, p := range paragraphs {
		n += len(p)
	}
	return n >= leastText && isTitled(o) || n >= leastWithin && titled || n > 0 && o["text"] != nil && o["title"] != nil
}

// isTitled reports whether an object has a title, an address or a date.
func isTitled(o map[string]any) bool {
	for _, f := range []string{"title", "url", "date"} {
		for _, k := range commonKeys[f] {
			if o[k] != nil {
				return true
			}
		}
	}
	return false
}

// textOfObject is the text under the first common key that has one; not one that is less
// than half of another.
func textOfObject(o map[string]any) (key string, paragraphs []string) {
	texts, most := map[string][]string{}, 0
	for _, k := range commonKeys["text"] {
		if found := textParagraphs(o[k]); len(found) > 0 {
			texts[k], most = found, max(most, wordsOf(found))
		}
	}
	for _, k := range commonKeys["text"] {
		if found := texts[k]; len(found) > 0 && 2*wordsOf(found) >= most {
			return k, found
		}
	}
	return "", nil
}

// Keys of the parts that editors make texts of, and their sorts that have none of the
// article's words.
var (
	partKeys  = []string{"text", "content", "rendered", "value", "@value", "data", "elements", "content_elements", "blocks", "items", "paragraphs"}
	pictorial = setOf("image", "gallery", "video", "embed", "audio", "caption", "interstitial_link", "raw_html", "oembed_response")
)

// textParagraphs makes paragraphs of a text, of HTML, or of a list of either, or of the
// parts that an editor makes a text of.
func textParagraphs(value any) []string {
	switch v := value.(type) {
	case string:
		if likeMarkup(v) {
			return fragmentParagraphs(v)
		}
		return proseParagraphs(v)
	case []any:
		var all []string
		for _, item := range v {
			all = append(all, textParagraphs(item)...)
		}
		return all
	case map[string]any:
		if pictorial[strings.ToLower(stringOf(v["type"]))] || v["title"] != nil || v["headline"] != nil {
			return nil // a picture, or another article
		}
		for _, k := range partKeys {
			if found := textParagraphs(v[k]); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// likeMarkup reports whether a text is HTML: it has a tag that ends something.
func likeMarkup(s string) bool {
	lower := strings.ToLower(s)
	for _, tag := range []string{"</p>", "<p>", "<br", "</div>", "</a>", "</li>", "</h2>", "</em>", "</strong>", "</b>", "</i>", "</span>", "</section>", "</article>", "</body>"} {
		if strings.Contains(lower, tag) {
			return true
		}
	}
	return false
}

func stringOf(value any) string {
	s, _ := value.(string)
	return s
}

// at is the value under keys parted by full stops, of lists by number from 0 or
// of the first item.
func at(value any, path string) any {
	for _, key := range strings.Split(path, ".") {
		if list, ok := value.([]any); ok {
			i, err := strconv.Atoi(key)
			if err == nil {
				if i < 0 || i >= len(list) {
					return nil
				}
				value = list[i]
				continue
			}
			if len(list) == 0 {
				return nil
			}
			value = list[0]
		}
		o, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = o[key]
	}
	return value
}

// articleOf makes the article of an object; a live blog gives one an entry.
func articleOf(object jsonObject, g graph, fields Fields) ([]document, error) {
	var d document
	o := object.fields
	get := func(field string) (value any, where string) {
		if key := fields[field]; key != "" && at(o, key) != nil {
			return at(o, key), "--map " + field + "=" + key
		}
		for _, of := range append([]map[string]any{o}, object.around...) {
			for _, k := range commonKeys[field] {
				if value := g.resolved(of[k]); nameOf(value) != "" {
					return value, "key " + k
				}
			}
		}
		return nil, ""
	}
	title, titleWhere := get("title")
	d.fact("title", &d.headline, nameOf(title), titleWhere)
	for _, f := range []struct {
		name string
		to   *string
	}{{"outlet", &d.outlet}, {"author", &d.author}, {"language", &d.language}} {
		value, where := get(f.name)
		d.fact(f.name, f.to, nameOf(value), where)
	}
	d.author = authorOf(d.author)
	if isLink(d.outlet) {
		d.outlet = hostOf(d.outlet)
	}
	value, where := get("url")
	d.fact("url", &d.url, original(firstURL(graph{}.link(value))), where)
	d.host = hostOf(d.url)
	value, where = get("date")
	d.date(dateText(value), where)
	if free := o["isAccessibleForFree"]; free == false || strings.EqualFold(plainText(free), "false") {
		d.restricted = true
	}
	if updates, ok := o["liveBlogUpdate"].([]any); ok && len(updates) > 0 {
		_, introduction := textOfObject(o)
		return liveEntries(d, introduction, updates), nil
	}
	var paragraphs []string
	if key := fields["text"]; key != "" {
		paragraphs = textParagraphs(at(o, key))
	}
	if len(paragraphs) == 0 {
		_, paragraphs = textOfObject(o)
	}
	err := d.compose(d.headline, paragraphs)
	return []document{d}, err
}

// nameOf is a text, a number, or the name of an object, or those of several.
func nameOf(value any) string {
	switch v := value.(type) {
	case string:
		return plainText(v)
	case json.Number:
		return v.String()
	case map[string]any:
		id := nameOf(v["@id"])
		if !isLink(id) {
			id = "" // of something that isn't there
		}
		return first(nameOf(v["name"]), nameOf(v["title"]), nameOf(v["rendered"]), nameOf(v["main"]), nameOf(v["basic"]), nameOf(v["$date"]), nameOf(v["@value"]), id, nameOf(v["url"]))
	case []any:
		var all []string
		for _, item := range v {
			if n := nameOf(item); n != "" {
				all = append(all, n)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// epoch is seconds or milliseconds since 1970 as a text.
var epoch = expression(`^\d{9,10}(?:\d{3})?$`)

// dateText is a date as text; a number is seconds or milliseconds since 1970.
func dateText(value any) string {
	text := nameOf(value)
	if _, ok := value.(json.Number); !ok && !epoch().MatchString(text) {
		return text
	}
	seconds, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return ""
	}
	const milliseconds = 100_000_000_000
	if seconds > milliseconds {
		seconds /= 1000
	}
	const year1980, year2100 = 315_532_800, 4_102_444_800
	if seconds < year1980 || seconds > year2100 {
		return text
	}
	return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339)
}
