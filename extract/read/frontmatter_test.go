package read

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const prose = "Dock workers in Halden walked off the job on Tuesday, the union said.\n"

func TestFrontMatter(t *testing.T) {
	a, warnings, err := Bytes("a.txt", []byte("---\noutlet: The Halden Post\ntitle: \"Strike \\\"goes\\\" on\"\ndate: 2021-03-09\nauthor: [Ann Lee, Bo Ek]\nurl: https://haldenpost.example/strike\nlang: en-GB\n---\n\n"+prose))
	require.NoError(t, err)
	require.Empty(t, warnings)
	require.Equal(t, "The Halden Post", a.Outlet)
	require.Equal(t, `Strike "goes" on`, a.Headline)
	require.Equal(t, `Strike \"goes\" on`, a.Title.In(a.Text))
	require.Equal(t, time.Date(2021, 3, 9, 0, 0, 0, 0, time.UTC), a.Published)
	require.Equal(t, "Ann Lee, Bo Ek", a.Author)
	require.Equal(t, "https://haldenpost.example/strike", a.URL)
	require.Equal(t, "en", a.Language)
	require.Equal(t, "a", a.ID)
	require.Equal(t, prose, a.Body.In(a.Text)+"\n")
}

func TestFrontMatterTitleSpan(t *testing.T) {
	tests := []struct{ reason, yaml, headline, span string }{
		{"plain", "title: Strike goes on", "Strike goes on", "Strike goes on"},
		{"plain with a comment", "title: Strike goes on # day 3", "Strike goes on", "Strike goes on"},
		{"in double quotes, white space within", "title: \"Strike goes on \"", "Strike goes on", "Strike goes on"},
		{"in single quotes", "title: 'Halden''s strike'", "Halden's strike", "Halden''s strike"},
		{"folded", "title: >\n  Strike\n  goes on\nlang: en", "Strike goes on", "Strike\n  goes on"},
		{"plain over two lines", "title: Strike\n  goes on\nlang: en", "Strike goes on", "Strike\n  goes on"},
		{"after a key that isn't ASCII", "{été: 1, title: Strike goes on}", "Strike goes on", "Strike goes on"},
		{"no value", "title:", "", ""},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a, _, err := Bytes("a.txt", []byte("---\n"+test.yaml+"\n---\n"+prose))
			require.NoError(t, err)
			require.Equal(t, test.headline, a.Headline)
			require.Equal(t, test.span, a.Title.In(a.Text))
		})
	}
}

func TestFrontMatterTitleRepeated(t *testing.T) {
	a, _, err := Bytes("a.txt", []byte("---\ntitle: Strike goes on\n---\nStrike Goes On!\n\n"+prose))
	require.NoError(t, err)
	require.Equal(t, "Strike goes on", a.Headline)
	require.Equal(t, "Strike Goes On!", a.Title.In(a.Text))
	require.Equal(t, prose, a.Body.In(a.Text)+"\n")
}

func TestFrontMatterWarnings(t *testing.T) {
	tests := []struct{ reason, yaml, want string }{
		{"unknown key", "outlet: Post\nwriter: Ann", `a.txt:3: unknown key "writer" (known are outlet, title, date, author, url, lang)`},
		{"key given twice", "outlet: Post\noutlet: Mail", `a.txt:3: key "outlet" is given twice; line 2 counts`},
		{"a date that is none", "outlet: Post\ndate: last week", `a.txt:3: date "last week" isn't understood; write it as 2022-08-04`},
		{"a value that is no text", "outlet:\n  a: b", `a.txt:3: the value of "outlet" is no text`},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			_, warnings, err := Bytes("a.txt", []byte("---\n"+test.yaml+"\n---\n"+prose))
			require.NoError(t, err)
			require.Len(t, warnings, 1)
			require.Equal(t, test.want, warnings[0].String())
		})
	}
}

func TestFrontMatterErrors(t *testing.T) {
	tests := []struct {
		reason, text string
		line         int
	}{
		{"a quotation mark that isn't closed", "---\noutlet: Post\ntitle: \"Strike\n---\n" + prose, 3},
		{"a list that isn't closed", "---\noutlet: Post\ntitle: [Strike\n---\n" + prose, 3},
		{"a colon in a plain value", "---\noutlet: Post\ntitle: Strike: day 3\n---\n" + prose, 3},
		{"on the first line", "---\ntitle: Strike: day 3\noutlet: Post\n---\n" + prose, 2},
		{"a tab for indentation", "---\noutlet: Post\n\ttitle: Strike\n---\n" + prose, 3},
		{"a line without a colon", "---\noutlet: Post\nStrike goes on\n---\n" + prose, 3},
		{"no mapping at all", "---\nStrike goes on\n---\n" + prose, 2},
		{"a list", "---\n- Strike\n- goes on\n---\n" + prose, 2},
		{"never closed", "---\noutlet: Post\ntitle: Strike\n\n" + prose + "He said: no: never.\n", 1},
		{"CRLF", "---\r\noutlet: Post\r\ntitle: Strike: day 3\r\n---\r\n" + prose, 3},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			_, _, err := Bytes("a.txt", []byte(test.text))
			var skipped Skipped
			require.ErrorAs(t, err, &skipped)
			require.Contains(t, skipped.Reason, "front matter doesn't parse: ")
			require.Equal(t, test.line, skipped.Line, skipped.Error())
			require.Equal(t, "a.txt", skipped.Path)
		})
	}
}

func TestNoFrontMatter(t *testing.T) {
	tests := []struct{ reason, text string }{
		{"a rule before a paragraph", "---\n\n" + prose + "\n---\n\n" + prose},
		{"a rule that nothing closes", "---\n" + prose},
		{"hyphens later in the text", prose + "---\ntitle: x\n---\n"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a, warnings, err := Bytes("a.txt", []byte(test.text))
			require.NoError(t, err)
			require.Empty(t, warnings)
			require.Equal(t, test.text, a.Body.In(a.Text)+"\n")
		})
	}
	a, warnings, err := Bytes("a.txt", []byte("---\n---\n"+prose))
	require.NoError(t, err)
	require.Empty(t, warnings)
	require.Equal(t, prose, a.Body.In(a.Text)+"\n", "empty front matter")
}
