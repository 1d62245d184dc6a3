package read

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"xref/extract/article"
)

// yamlEntries reads front matter as YAML; ok is false where it is none, or no
// mapping. Values that mean something in YAML and something else in a headline
// (a list in brackets, a tag, an anchor, what looks like a comment) are taken as
// they stand, where they stand on one line.
func yamlEntries(source string) (entries []entry, strays []int, ok bool) {
	var root yaml.Node
	if yaml.Unmarshal([]byte(source), &root) != nil {
		return nil, nil, false
	}
	if len(root.Content) == 0 {
		return nil, nil, true
	}
	mapping := root.Content[0]
	if mapping.Kind == yaml.ScalarNode && mapping.Tag == "!!null" {
		return nil, nil, true
	}
	if mapping.Kind != yaml.MappingNode {
		return nil, nil, false
	}
	marks := newYAMLMarks(source)
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		end := len(source)
		if i+2 < len(mapping.Content) {
			next := mapping.Content[i+2]
			end = marks.offset(next.Line, next.Column)
		}
		e := entry{key: oneLine(key.Value), line: key.Line}
		if span := marks.rawLine(key, end); mapping.Style&yaml.FlowStyle == 0 && !span.Empty() && oddValue(value, span.In(source)) {
			e.value, e.span, e.text = oneLine(span.In(source)), span, true
		} else {
			e.value, e.text = scalarText(value)
			e.span = marks.scalar(value, end)
			e.line = max(e.line, value.Line)
		}
		entries = append(entries, e)
	}
	return entries, nil, true
}

// hashWord is what YAML takes for a comment and a headline for a number or a tag.
var hashWord = expression(`[ \t]#[^ \t#]`)

// oddValue reports whether a value is more likely to be words than what YAML
// makes of it; raw is the line as it stands.
func oddValue(value *yaml.Node, raw string) bool {
	switch {
	case value.Kind == yaml.MappingNode, value.Kind == yaml.AliasNode, value.Anchor != "":
		return true
	case value.Kind == yaml.SequenceNode:
		return len(value.Content) == 1 && !strings.HasSuffix(raw, "]")
	case value.Style&yaml.TaggedStyle != 0:
		return true
	}
	plain := value.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
	return plain && len(value.Value) < len(raw) && strings.HasPrefix(raw, value.Value) && hashWord().MatchString(raw[len(value.Value):])
}

// rawLine is the rest of a key's line after the colon, empty where the value goes
// on below it; end is where the next key begins.
func (m yamlMarks) rawLine(key *yaml.Node, end int) article.Span {
	at := m.offset(key.Line, key.Column)
	content, next := line(m.source, at)
	if next > end || strings.TrimSpace(m.source[min(next, end):end]) != "" {
		return article.Span{}
	}
	if colon := strings.IndexByte(content, ':'); colon >= 0 {
		return trimmed(m.source, at+colon+1, at+len(content))
	}
	return article.Span{}
}

// lineEntries reads front matter line by line. Lines that are indented, or items
// of a list, go on with the value before them; those that fit nowhere are strays.
func lineEntries(source string) (entries []entry, strays []int) {
	_, at := line(source, 0)
	var from int // where the last entry begins
	var to int   // and ends
	var open bool
	end := func() {
		if open {
			e := &entries[len(entries)-1]
			*e = lineEntry(source, from, to, e.line)
		}
		open = false
	}
	for number := 2; at < len(source); number++ {
		content, next := line(source, at)
		switch trim := strings.TrimSpace(content); {
		case trim == "" || strings.HasPrefix(content, "#"):
		case keyLine().MatchString(content):
			end()
			entries = append(entries, entry{line: number})
			from, to, open = at, next, true
		case open && (content[0] == ' ' || content[0] == '\t' || strings.HasPrefix(content, "- ")):
			to = next
		default:
			strays = append(strays, number)
		}
		at = next
	}
	end()
	return entries, strays
}

// lineEntry is the entry that stands in source[from:to]: read as YAML where it
// is, or else its first line as it stands, without quotation marks about the
// whole.
func lineEntry(source string, from, to, number int) entry {
	if found, _, ok := yamlEntries(source[from:to]); ok && len(found) == 1 && found[0].text && found[0].value != "" {
		e := found[0]
		e.line += number - 1
		if !e.span.Empty() {
			e.span = article.Span{Start: e.span.Start + from, End: e.span.End + from}
		}
		return e
	}
	content, _ := line(source, from)
	key := keyLine().FindStringSubmatchIndex(content)
	colon := key[3] + strings.IndexByte(content[key[3]:], ':')
	span := trimmed(source, from+colon+1, from+len(content))
	if words := span.In(source); len(words) >= 2 && (words[0] == '"' || words[0] == '\'') && words[len(words)-1] == words[0] &&
		strings.Count(words, words[:1]) == 2 {
		span = trimmed(source, span.Start+1, span.End-1)
	}
	return entry{key: content[key[2]:key[3]], line: number, value: oneLine(span.In(source)), text: true, span: span}
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
