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
		{"a key with a slip in it", "outlet: Post\nauhtor: Ann", `a.txt:3: unknown key "auhtor"; did you mean author?`},
		{"a line that is no key", "outlet: Post\nStrike goes on", `a.txt:3: this line of the front matter is not of the form key: value`},
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

// What headlines are full of means something in YAML, or breaks it.
func TestLenientFrontMatter(t *testing.T) {
	tests := []struct{ reason, line, headline string }{
		{"a colon", "title: Strike: day 3", "Strike: day 3"},
		{"two colons, CRLF", "title: Live: Strike: day 3\r", "Live: Strike: day 3"},
		{"a leading quotation mark", `title: "We stay out", dockers say`, `"We stay out", dockers say`},
		{"two quotations", `title: "We stay out" and "no deal"`, `"We stay out" and "no deal"`},
		{"a quotation mark that isn't closed", `title: "Strike goes on`, `"Strike goes on`},
		{"a leading apostrophe", "title: 'No deal' in Halden", "'No deal' in Halden"},
		{"an asterisk", "title: *Updated* Strike goes on", "*Updated* Strike goes on"},
		{"an alias of nothing", "title: *Updated", "*Updated"},
		{"an at sign", "title: @HaldenPort halts ships", "@HaldenPort halts ships"},
		{"a percent sign", "title: %5 more for dockers", "%5 more for dockers"},
		{"a backquote", "title: `Strike` goes on", "`Strike` goes on"},
		{"a list and more", "title: [Video] Strike goes on", "[Video] Strike goes on"},
		{"a mapping", "title: {Strike} goes on", "{Strike} goes on"},
		{"an anchor", "title: &c. Strike goes on", "&c. Strike goes on"},
		{"a tag", "title: !Strike goes on", "!Strike goes on"},
		{"a bar", "title: | Strike goes on", "| Strike goes on"},
		{"a number sign", "title: Halden is #1 in strikes", "Halden is #1 in strikes"},
		{"a hyphen", "title: - Strike goes on", "- Strike goes on"},
		{"a question mark", "title: ? Strike goes on", "? Strike goes on"},
		{"a greater-than sign", "title: > 50 ships wait", "> 50 ships wait"},
		{"a number", "title: 2022", "2022"},
		{"yes", "title: Yes", "Yes"},
		{"a tab for indentation", "\ttags: x\ntitle: Strike goes on", "Strike goes on"},
		{"another name of the key", "Headline: Strike goes on", "Strike goes on"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a, _, err := Bytes("a.txt", []byte("---\noutlet: The Halden Post\n"+test.line+"\ndate: 2021-03-09\n---\n"+prose))
			require.NoError(t, err)
			require.Equal(t, test.headline, a.Headline)
			require.Equal(t, test.headline, a.Title.In(a.Text))
			require.Equal(t, "The Halden Post", a.Outlet)
			require.Equal(t, "2021-03-09", a.Published.Format(time.DateOnly))
			require.Equal(t, prose, a.Body.In(a.Text)+"\n")
		})
	}
}

// Keys that xref doesn't know are kept and nothing is said of them.
func TestUnknownKeys(t *testing.T) {
	all, warnings, err := Readings("a.txt", []byte("---\noutlet: Post\nlayout: news\ntags: [dock, strike]\n---\n"+prose), Options{})
	require.NoError(t, err)
	require.Empty(t, warnings)
	require.Equal(t, []Extra{{"layout", "news"}, {"tags", "dock, strike"}}, all[0].Extra)
	require.Equal(t, "front matter", all[0].From["outlet"])
}

// Front matter that nothing ends goes to the first blank line.
func TestOpenFrontMatter(t *testing.T) {
	a, warnings, err := Bytes("a.txt", []byte("---\noutlet: Post\ntitle: Strike: day 3\n\n"+prose+"He said: no: never.\n"))
	require.NoError(t, err)
	require.Len(t, warnings, 1)
	require.Equal(t, "Strike: day 3", a.Headline)
	require.Equal(t, prose+"He said: no: never.\n", a.Body.In(a.Text)+"\n")
}

func TestNoFrontMatter(t *testing.T) {
	tests := []struct{ reason, text string }{
		{"a rule before a paragraph", "---\n\n" + prose + "\n---\n\n" + prose},
		{"a rule that nothing closes", "---\n" + prose},
		{"words between two rules", "---\nStrike goes on\n---\n" + prose},
		{"a list between two rules", "---\n- Strike\n- goes on\n---\n" + prose},
		{"a speaker after a rule", "---\nSMITH: We stay out.\nMOEN: No deal.\n---\n" + prose},
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

// A head without lines of hyphens counts where its lines are keys up to a blank one, two of
// them known; what people say in a transcript doesn't look so.
func TestHeadWithoutFence(t *testing.T) {
	for _, test := range []struct{ reason, head, title, outlet string }{
		{"keys that are known", "Title: Strike: day 3\nOutlet: Post\nDate: 9 March 2021\n", "Strike: day 3", "Post"},
		{"and others", "HEADLINE: Strike goes on\nSection: Port\nPublication: Post\n", "Strike goes on", "Post"},
		{"one key", "Title: Strike goes on\n", "", "a"},
		{"a transcript", "HOST: Is it over?\nLEE: No.\n", "", "a"},
		{"a list in an article", "Date: Monday\nPlace: Halden\n", "", "a"},
		{"keys and prose", "Title: Strike goes on\nOutlet: Post\nThe strike goes on.\n", "", "a"},
		{"an address", "https://post.example/a\nOutlet: Post\nTitle: Strike\n", "", "a"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			all, warnings, err := Readings("a.txt", []byte(test.head+"\n"+prose), Options{})
			require.NoError(t, err)
			require.Empty(t, warnings)
			a := all[0].Article
			require.Equal(t, test.outlet, a.Outlet)
			if test.title != "" {
				require.Equal(t, test.title, a.Headline)
				require.Equal(t, test.title, a.Title.In(a.Text))
				require.Equal(t, prose, a.Body.In(a.Text)+"\n")
				require.Equal(t, "the lines at the head", all[0].From["title"])
			} else {
				require.Contains(t, a.Body.In(a.Text)+a.Headline, test.head[:8])
			}
		})
	}
	for _, empty := range []string{"---\n---\n", "---\n\n---\n\n"} {
		a, _, err := Bytes("a.txt", []byte(empty+prose))
		require.NoError(t, err)
		require.Equal(t, prose, a.Body.In(a.Text)+"\n")
	}
}
