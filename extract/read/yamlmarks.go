package read

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"xref/extract/article"
)

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
			inner := trimmed(raw, open+1, i)
			return article.Span{Start: start + inner.Start, End: start + inner.End}
		}
	}
	return article.Span{}
}
