package read

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

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
// blank line follows is a rule, unless a key comes next. Front matter that is
// begun and never closed runs to the end of the text: it won't parse.
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
		return len(text), len(text), true
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

// yamlErrorLine finds the line in a message of the YAML library.
var yamlErrorLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)

// readFrontMatter takes what the front matter says. The error is of type
// Skipped and names the line.
func (d *document) readFrontMatter(path, source string) error {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(source), &root); err != nil {
		message := err.Error()
		at := 1
		if m := yamlErrorLine.FindStringSubmatch(message); m[1] != "" {
			at, _ = strconv.Atoi(m[1])
		}
		return Skipped{path, at, "front matter doesn't parse: " + yamlErrorLine.ReplaceAllString(message, "")}
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

// yamlMarks turns the marks of YAML nodes, line and column, into offsets.
type yamlMarks struct {
	source string
	starts []int
}

// newYAMLMarks indexes lines by what YAML 1.1 breaks them at: LF, CR, CR LF,
// NEL, LS and PS.
func newYAMLMarks(source string) yamlMarks {
	starts := []int{0}
	for i, r := range source {
		switch r {
		case '\r':
			if strings.HasPrefix(source[i+1:], "\n") {
				continue
			}
			fallthrough
		case '\n', '\u0085', '\u2028', '\u2029':
			starts = append(starts, i+utf8.RuneLen(r))
		}
	}
	return yamlMarks{source, starts}
}

// offset is in bytes; line and column count from 1, columns in characters.
func (m yamlMarks) offset(line, column int) int {
	if line < 1 || line > len(m.starts) {
		return len(m.source)
	}
	at := m.starts[line-1]
	for ; column > 1 && at < len(m.source); column-- {
		_, size := utf8.DecodeRuneInString(m.source[at:])
		at += size
	}
	return at
}

// scalar is the span of a scalar's words, without quotation marks and block
// indicator; end is where the next key begins.
func (m yamlMarks) scalar(n *yaml.Node, end int) article.Span {
	if n.Kind != yaml.ScalarNode {
		return article.Span{}
	}
	start := m.offset(n.Line, n.Column)
	if start > end {
		return article.Span{}
	}
	raw := m.source[start:end]
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return quotedScalar(raw, start, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return quotedScalar(raw, start, '\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		_, next := line(m.source, start)
		return trimmed(m.source, min(next, end), end)
	case strings.HasPrefix(raw, n.Value):
		return article.Span{Start: start, End: start + len(n.Value)}
	}
	return trimmed(m.source, start, end)
}

// quotedScalar is what stands between quote and the next one that isn't
// escaped: by a backslash in double quotes, by doubling in single ones.
func quotedScalar(raw string, start int, quote byte) article.Span {
	open := strings.IndexByte(raw, quote)
	if open < 0 {
		return article.Span{}
	}
	for i := open + 1; i < len(raw); i++ {
		switch {
		case raw[i] == '\\' && quote == '"':
			i++
		case raw[i] == quote && quote == '\'' && i+1 < len(raw) && raw[i+1] == quote:
			i++
		case raw[i] == quote:
			return article.Span{Start: start + open + 1, End: start + i}
		}
	}
	return article.Span{}
}
