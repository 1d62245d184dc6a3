package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// hostile is what an article may hold that must not act.
var hostile = []string{
	"\x1b[2J\x1b]0;title\x07\x1b[31mred",
	"\u009b31mred\u009c",
	"line\r\n::set-output name=a::b\n##[group]x##vso[task.setvariable]y",
	"\u202Eright to left\u202C \u2066isolate\u2069",
	"a\u0000b\u007Fc\u0085d\u2028e",
	"zero\u200Bwidth\uFEFF soft\u00ADhyphen \u200Fmark",
	"tag \U000E0041\U000E0042 \uFFF9anchor\uFFFA \uE000",
	"<script>alert(1)</script> &amp; <!-- x --> <img src=x onerror=y>",
	"| bar | `code` *bold* _under_ [link](http://example.org) ![i](j) ~~s~~ $m$",
	"@everyone www.example.org https://example.org #1 ### head",
	"=HYPERLINK(\"x\") +1 -1 @sum",
	"bad \xff\xfe bytes",
}

func TestPlain(t *testing.T) {
	for _, row := range []struct{ reason, in, want string }{
		{"plain text stays", "22 of 29 schools, 50%", "22 of 29 schools, 50%"},
		{"accents, other scripts and emoji stay", "Agnès Зеленський 日本 👩‍👩‍👧 é", "Agnès Зеленський 日本 👩‍👩‍👧 é"},
		{"an escape sequence shows where it was", "a\x1b[31mb", "a\uFFFD[31mb"},
		{"the C1 form too", "a\u009b31mb", "a\uFFFD31mb"},
		{"line ends and tabs are spaces", "a\r\nb\tc\u2028d", "a  b c d"},
		{"an override shows", "a\u202Eb", "a\uFFFDb"},
		{"an isolate shows", "a\u2066b", "a\uFFFDb"},
		{"layout characters go", "co\u00ADoperate zero\u200Bwidth", "cooperate zerowidth"},
		{"tags show", "a\U000E0041b", "a\uFFFDb"},
		{"a command of GitHub's older form is parted", "##[error]x", "## [error]x"},
		{"a command of Azure Pipelines is parted", "##vso[task]x", "## vso[task]x"},
		{"a number sign stays", "#1", "#1"},
		{"what isn't UTF-8 shows", "a\xffb", "a\uFFFDb"},
	} {
		require.Equal(t, row.want, Plain(row.in), row.reason)
	}
}

// What Plain gives holds nothing that acts, and Plain leaves it alone.
func TestPlainActsNever(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Plain(rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile)).Draw(t, "text"))
		require.True(t, utf8.ValidString(s))
		require.Equal(t, s, Plain(s))
		for _, r := range s {
			require.False(t, unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r), "%U", r)
		}
		require.NotContains(t, s, "##[")
		require.NotContains(t, s, "##vso[")
	})
}

func TestMarkdownText(t *testing.T) {
	for _, row := range []struct{ reason, in, want string }{
		{"a bar would end the cell", "a|b", `a\|b`},
		{"emphasis", "*a* _b_", `\*a\* \_b\_`},
		{"a backslash first", `\|`, `\\\|`},
		{"a tag", "<b>", "&lt;b&gt;"},
		{"an entity", "&lt;", "&amp;lt;"},
		{"a link", "[a](b)", `\[a\](b)`},
		{"a bare address would be a link", "https://example.org", "https:&#47;&#47;example.org"},
		{"one without scheme too", "www.example.org", "www&#46;example.org"},
		{"a mention would tell somebody", "@team", "@<!-- -->team"},
		{"a line end would end the row", "a\nb", "a b"},
	} {
		require.Equal(t, row.want, markdownText(row.in), row.reason)
	}
}

// safeJSON changes no value, and no byte of it acts on a terminal.
func TestSafeJSONKeepsValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile)).Draw(t, "text"), "\uFFFD")
		b, err := json.Marshal(s)
		require.NoError(t, err)
		safe := safeJSON(b)
		var back string
		require.NoError(t, json.Unmarshal(safe, &back))
		require.Equal(t, s, back)
		for _, r := range string(safe) {
			require.False(t, acts(r), "%U", r)
		}
		require.NotContains(t, string(safe), "##[")
	})
}

func FuzzPlain(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range Plain(s) {
			require.False(t, acts(r) && r != utf8.RuneError, "%U", r)
		}
	})
}

func TestSafeWriterWritesWhatIsSafeInWhole(t *testing.T) {
	line := "{\"a\": \"## \u202e é\"},\n"
	for _, text := range []string{"", line, strings.Repeat(line, 3*someLines/len(line)), strings.Repeat("#é", someLines)} {
		var b bytes.Buffer
		n, err := safeWriter{&b}.Write([]byte(text))
		require.NoError(t, err)
		require.Equal(t, len(text), n)
		require.Equal(t, string(safeJSON([]byte(text))), b.String())
	}
}
