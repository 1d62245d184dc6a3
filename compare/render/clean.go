package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Everything that articles, paths and flags contain passes through one of the
// functions of this file before it is written: plain for terminals and logs,
// markdownText for Markdown, safeJSON for JSON.

// Plain is untrusted text as it may stand on one line of a terminal or a log:
// valid UTF-8 without control characters, escape sequences, characters that
// reorder or hide text, and the brackets of workflow commands. White space of
// any kind becomes a space; what can't be shown becomes U+FFFD.
func Plain(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\v', r == '\f', r == '\u0085', unicode.In(r, unicode.Zl, unicode.Zp, unicode.Zs):
			return ' '
		case unicode.Is(invisible, r):
			return -1
		case acts(r):
			return utf8.RuneError
		}
		return r
	}, s)
	return workflowBrackets.Replace(s)
}

// workflowBrackets separates what opens a command anywhere in a line of a CI
// log (GitHub's older form and Azure Pipelines).
var workflowBrackets = strings.NewReplacer("##[", "## [", "##vso[", "## vso[")

// startOfLine is a clean line of a log whose beginning may be an article's words:
// one that would be a workflow command loses its first colon.
func startOfLine(s string) string {
	if at := len(s) - len(strings.TrimLeft(s, " ")); strings.HasPrefix(s[at:], "::") {
		return s[:at] + "\uFFFD" + s[at+1:]
	}
	return s
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' || s[i] == '#' {
			return false
		}
	}
	return true
}

// acts reports whether r does something to a terminal or to the text around it:
// control characters, embeddings, overrides and isolates of the bidirectional
// algorithm, tags, and what is no character.
func acts(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Noncharacter_Code_Point, r) ||
		unicode.Is(unicode.Co, r) || r >= 0xE0000 && r <= 0xE007F || r >= 0xFFF9 && r <= 0xFFFB
}

// invisible are characters that news texts hold for layout and that take no
// place: soft hyphen, zero-width space, left-to-right and right-to-left marks,
// word joiner, byte-order mark.
var invisible = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x00AD, Hi: 0x00AD, Stride: 1}, {Lo: 0x061C, Hi: 0x061C, Stride: 1}, {Lo: 0x200B, Hi: 0x200B, Stride: 1},
	{Lo: 0x200E, Hi: 0x200F, Stride: 1}, {Lo: 0x2060, Hi: 0x2064, Stride: 1}, {Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1},
}}

// markdownText is untrusted text as it may stand within a line of Markdown,
// table cells included: Plain, and without any character of Markdown, HTML,
// links or mentions that acts.
func markdownText(s string) string { return markdownEscapes.Replace(Plain(s)) }

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `~`, `\~`, `$`, `\$`, `!`, `\!`, `#`, `\#`, `|`, `\|`,
	`&`, `&amp;`, `<`, `&lt;`, `>`, `&gt;`, `://`, `:&#47;&#47;`, `www.`, `www&#46;`, `WWW.`, `WWW&#46;`, `@`, `@<!-- -->`, `::`, `:&#58;`,
)

// safeJSON is a JSON text with every character that acts on a terminal or hides
// in it written as an escape. Strings keep their values.
func safeJSON(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/64)
	for i := 0; i < len(b); {
		plain := i
		for i < len(b) && b[i] < 0x7F && b[i] != '#' {
			i++
		}
		if out = append(out, b[plain:i]...); i == len(b) {
			break
		}
		if b[i] == '#' {
			if i > 0 && b[i-1] == '#' {
				out = append(out, `\u0023`...)
			} else {
				out = append(out, '#')
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if acts(r) || unicode.Is(invisible, r) {
			out = appendEscape(out, r)
		} else {
			out = append(out, b[i:i+size]...)
		}
		i += size
	}
	return out
}

// appendEscape writes r as \uXXXX, as a surrogate pair where it takes one.
func appendEscape(out []byte, r rune) []byte {
	const digits = "0123456789abcdef"
	units := []rune{r}
	if r > 0xFFFF {
		r -= 0x10000
		units = []rune{0xD800 + r>>10, 0xDC00 + r&0x3FF}
	}
	for _, u := range units {
		out = append(out, '\\', 'u', digits[u>>12&15], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	return out
}
