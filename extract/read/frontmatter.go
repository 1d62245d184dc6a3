package read

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"xref/extract/article"
)

// frontMatterKeys are the keys of the YAML front matter and what each sets; at
// is the value's line, span where its words stand in the text.
var frontMatterKeys = []struct {
	name string
	set  func(d *document, path, value string, line int, span article.Span)
}{
	{"outlet", func(d *document, _, v string, _ int, _ article.Span) { d.outlet = v }},
	{"title", func(d *document, _, v string, _ int, s article.Span) { d.headline, d.title = v, s }},
	{"date", setFrontMatterDate},
	{"author", func(d *document, _, v string, _ int, _ article.Span) { d.author = v }},
	{"url", func(d *document, _, v string, _ int, _ article.Span) { d.url = v }},
	{"lang", func(d *document, _, v string, line int, _ article.Span) { d.language, d.languageLine = v, line }},
}

func setFrontMatterDate(d *document, path, value string, line int, _ article.Span) {
	published, ok := ParseDate(value)
	if !ok {
		d.warn(path, line, fmt.Sprintf("date %q isn't understood; write it as 2022-08-04", value))
		return
	}
	d.published = published
}

// decodeWithFrontMatter decodes data and reads the YAML front matter, if there
// is any; the body is all that follows. The error is of type Skipped.
func decodeWithFrontMatter(path string, data []byte) (document, error) {
	text, replaced, err := decode(data, "")
	if err != nil {
		return document{}, Skipped{Path: path, Reason: err.Error()}
	}
	d := document{text: text}
	if replaced > 0 {
		line := 1 + strings.Count(text[:strings.Index(text, "\uFFFD")], "\n")
		d.warn(path, line, fmt.Sprintf("%s that stand for no character are replaced by U+FFFD, the first here", counted(replaced, "byte")))
	}
	end := 0
	if yamlEnd, bodyStart, ok := frontMatterBounds(text); ok {
		switch {
		case yamlEnd < 0:
			return document{}, Skipped{path, 1, "front matter doesn't parse: no line --- ends it"}
		case yamlEnd > maxFrontMatter:
			return document{}, Skipped{path, 1, fmt.Sprintf("front matter larger than %d KB", maxFrontMatter>>10)}
		}
		if err := d.readFrontMatter(path, text[:yamlEnd]); err != nil {
			return document{}, err
		}
		end = bodyStart
	}
	d.body = trimmed(text, end, len(text))
	return d, nil
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// keyLine is a line that opens a mapping, as front matter begins with.
var keyLine = regexp.MustCompile(`^["']?[A-Za-z][\w -]*["']?\s*:(\s|$)`)

// frontMatterBounds finds front matter: a first line of three hyphens, and a
// later one of three hyphens or dots. The YAML is text[:yamlEnd], its opening
// line included, so that lines count as in the file. A line of hyphens that a
// blank line follows is a rule, unless a key comes next. yamlEnd is -1 where
// front matter begins and nothing ends it.
func frontMatterBounds(text string) (yamlEnd, bodyStart int, ok bool) {
	first, next := line(text, 0)
	if strings.TrimRight(first, " \t\r") != "---" {
		return 0, 0, false
	}
	opened, begun := false, false
	for at := next; at < len(text); {
		content, after := line(text, at)
		content = strings.TrimRight(content, " \t\r")
		if content == "---" || content == "..." {
			return at, after, opened || begun || at == next
		}
		if at == next && content != "" {
			opened = true
		}
		if !begun && content != "" && !strings.HasPrefix(content, "#") {
			if begun = keyLine.MatchString(content); !begun && !opened {
				return 0, 0, false
			}
			opened = opened || begun
		}
		at = after
	}
	if begun {
		return -1, len(text), true
	}
	return 0, 0, false
}

// line is the line of text that begins at start, without its "\n", and where the
// next one begins.
func line(text string, start int) (content string, next int) {
	if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
		return text[start : start+i], start + i + 1
	}
	return text[start:], len(text)
}

// yamlPosition is where a message of the YAML library says what went wrong; the
// line it names may be that of an enclosing value.
var yamlPosition = regexp.MustCompile(`^(?:yaml: )?(?:line \d+: )?`)

// faultyLine is the line, counted from 1, after the longest run of first lines
// that parses.
func faultyLine(source string) int {
	const mostLines = 200
	faulty, number := 1, 0
	for at := 0; at < len(source) && number < mostLines; {
		_, at = line(source, at)
		number++
		var root yaml.Node
		if yaml.Unmarshal([]byte(source[:at]), &root) == nil {
			faulty = number + 1
		}
	}
	return faulty
}

// readFrontMatter takes what the front matter says. The error is of type
// Skipped and names the line.
func (d *document) readFrontMatter(path, source string) error {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(source), &root); err != nil {
		message := yamlPosition.ReplaceAllString(err.Error(), "")
		return Skipped{path, faultyLine(source), "front matter doesn't parse: " + message}
	}
	if len(root.Content) == 0 {
		return nil
	}
	mapping := root.Content[0]
	if mapping.Kind == yaml.ScalarNode && mapping.Tag == "!!null" {
		return nil
	}
	if mapping.Kind != yaml.MappingNode {
		return Skipped{path, mapping.Line, "front matter doesn't parse: expected lines of the form key: value"}
	}
	marks := newYAMLMarks(source)
	seen := map[string]int{}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		end := len(source)
		if i+2 < len(mapping.Content) {
			next := mapping.Content[i+2]
			end = marks.offset(next.Line, next.Column)
		}
		name := strings.ToLower(key.Value)
		if first, twice := seen[name]; twice {
			d.warn(path, key.Line, fmt.Sprintf("key %q is given twice; line %d counts", key.Value, first))
			continue
		}
		seen[name] = key.Line
		known := false
		for _, k := range frontMatterKeys {
			if known = k.name == name; !known {
				continue
			}
			text, ok := scalarText(value)
			if !ok {
				d.warn(path, value.Line, fmt.Sprintf("the value of %q is no text", key.Value))
			} else if text != "" {
				k.set(d, path, text, value.Line, marks.scalar(value, end))
			}
			break
		}
		if !known {
			d.warn(path, key.Line, fmt.Sprintf("unknown key %q (known are %s)", key.Value, knownKeys()))
		}
	}
	return nil
}

func knownKeys() string {
	var names []string
	for _, k := range frontMatterKeys {
		names = append(names, k.name)
	}
	return strings.Join(names, ", ")
}

// scalarText is the value of a scalar, or of a list of scalars, its items
// joined by commas; white space in it is one space.
func scalarText(n *yaml.Node) (string, bool) {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return "", true
		}
		return strings.Join(strings.Fields(strings.ToValidUTF8(n.Value, "\uFFFD")), " "), true
	case yaml.SequenceNode:
		var items []string
		for _, c := range n.Content {
			item, ok := scalarText(c)
			if !ok || c.Kind != yaml.ScalarNode {
				return "", false
			}
			items = append(items, item)
		}
		return strings.Join(items, ", "), true
	}
	return "", false
}
