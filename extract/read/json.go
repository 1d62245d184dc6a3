package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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
	"text":     {"text", "articleBody", "content", "textContent", "body", "maintext", "main_text", "full_text", "fullText", "body_text", "bodyText", "content_text", "article_text", "article", "content_html", "bodyHtml", "body_html", "html"},
	"title":    {"title", "headline", "webTitle", "name", "title_page"},
	"date":     {"date", "datePublished", "published", "date_published", "date_publish", "publish_date", "published_at", "publishedAt", "publishedTime", "pub_date", "pubDate", "publication_date", "webPublicationDate", "first_publication_date", "dateCreated", "created_at", "timestamp"},
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
	value, err := parseJSON(text)
	if err != nil {
		return contents{}, in.skip("JSON that doesn't parse: " + err.Error())
	}
	objects := articleObjects(value, in.fields, 0)
	if len(objects) == 0 {
		return contents{}, in.noArticleIn(value)
	}
	return in.objects(objects), nil
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
func (in input) objects(objects []map[string]any) contents {
	var out contents
	for i, o := range objects {
		part := ""
		if len(objects) > 1 {
			part = fmt.Sprintf("article %d", i+1)
		}
		found, err := articleOf(o, in.fields)
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
		if err != nil {
			out.skipped = append(out.skipped, Skipped{Path: in.path, Line: number, Reason: "JSON that doesn't parse: " + jsonLine().ReplaceAllString(err.Error(), "")})
			continue
		}
		objects := articleObjects(value, in.fields, 0)
		if len(objects) == 0 {
			out.skipped = append(out.skipped, Skipped{Path: in.path, Line: number, Reason: "no text of an article"})
			continue
		}
		found := in.objects(objects)
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

// parseJSON reads one value; numbers keep their digits.
func parseJSON(text string) (any, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("line %d: %s", 1+strings.Count(text[:min(int(syntax.Offset), len(text))], "\n"), syntax.Error())
		}
		return nil, err
	}
	return value, nil
}

// articleObjects are the objects in value that have a text, outer ones before
// what lies in them, in the order of the file where it is a list's.
func articleObjects(value any, fields Fields, depth int) []map[string]any {
	const deepest = 6
	if depth > deepest {
		return nil
	}
	switch v := value.(type) {
	case []any:
		var all []map[string]any
		for _, item := range v {
			all = append(all, articleObjects(item, fields, depth+1)...)
		}
		return all
	case map[string]any:
		if hasText(v, fields) {
			return []map[string]any{v}
		}
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		var all []map[string]any
		for _, k := range keys {
			all = append(all, articleObjects(v[k], fields, depth+1)...)
		}
		return all
	}
	return nil
}

// leastText is the least letters of a text that is under a common key.
const leastText = 40

func hasText(o map[string]any, fields Fields) bool {
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
	titled := false
	for _, f := range []string{"title", "url", "date"} {
		for _, k := range commonKeys[f] {
			titled = titled || o[k] != nil
		}
	}
	return n >= leastText && titled || n > 0 && o["text"] != nil && o["title"] != nil
}

// textOfObject is the text under the first common key that has one.
func textOfObject(o map[string]any) (key string, paragraphs []string) {
	for _, k := range commonKeys["text"] {
		if paragraphs := textParagraphs(o[k]); len(paragraphs) > 0 {
			return k, paragraphs
		}
	}
	return "", nil
}

// textParagraphs makes paragraphs of a text, of HTML, or of a list of either.
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
			if o, ok := item.(map[string]any); ok {
				item = first(stringOf(o["text"]), stringOf(o["content"]), stringOf(o["value"]))
			}
			all = append(all, textParagraphs(item)...)
		}
		return all
	case map[string]any:
		return textParagraphs(first(stringOf(v["text"]), stringOf(v["content"]), stringOf(v["rendered"]), stringOf(v["value"]), stringOf(v["@value"])))
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
func articleOf(o map[string]any, fields Fields) ([]document, error) {
	var d document
	get := func(field string) (value any, where string) {
		if key := fields[field]; key != "" && at(o, key) != nil {
			return at(o, key), "--map " + field + "=" + key
		}
		for _, k := range commonKeys[field] {
			if nameOf(o[k]) != "" {
				return o[k], "key " + k
			}
		}
		return nil, ""
	}
	title, titleWhere := get("title")
	d.fact("title", &d.headline, plainText(title), titleWhere)
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
		return first(nameOf(v["name"]), nameOf(v["title"]), nameOf(v["@id"]), nameOf(v["url"]))
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

// dateText is a date as text; a number is seconds or milliseconds since 1970.
func dateText(value any) string {
	n, ok := value.(json.Number)
	if !ok {
		return nameOf(value)
	}
	seconds, err := n.Int64()
	if err != nil {
		return ""
	}
	const milliseconds = 100_000_000_000
	if seconds > milliseconds {
		seconds /= 1000
	}
	const year1980, year2100 = 315_532_800, 4_102_444_800
	if seconds < year1980 || seconds > year2100 {
		return n.String()
	}
	return time.Unix(seconds, 0).UTC().Format(time.RFC3339)
}
