package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// prosaic is the body with its markup turned to white space, runs of white
// space made one space.
func prosaic(t *testing.T, source string) string {
	t.Helper()
	a, warnings, err := Bytes("a.md", []byte(source))
	require.NoError(t, err)
	require.Empty(t, warnings)
	body := []byte(a.Text)
	for _, m := range a.Markup {
		require.NotContains(t, m.In(a.Text), "\n")
		for i := m.Start; i < m.End; i++ {
			body[i] = ' '
		}
	}
	return strings.Join(strings.Fields(string(body[a.Body.Start:a.Body.End])), " ")
}

func TestMarkup(t *testing.T) {
	tests := []struct{ reason, source, want string }{
		{"emphasis", "Ships **wait** _here_.", "Ships wait here ."},
		{"a link", "Ships [wait](https://haldenpost.example \"a title\") here.", "Ships wait here."},
		{"a link by reference", "Ships [wait][1] here.\n\n[1]: https://haldenpost.example\n", "Ships wait here."},
		{"an image, with what stands for it", "Ships wait.\n\n![a ship](ship.jpg)\n\nMore come.", "Ships wait. More come."},
		{"a heading within the text", "Ships wait.\n\n## The port\n\nMore come.", "Ships wait. The port More come."},
		{"a heading by underline", "Ships wait.\n\nThe port\n---\n\nMore come.", "Ships wait. The port More come."},
		{"lists", "Ships wait:\n\n- in Halden\n- in Moss\n\n1. for wind\n2. for men", "Ships wait: in Halden in Moss for wind for men"},
		{"a quotation", "Ships wait.\n\n> We wait,\n> she said.", "Ships wait. We wait, she said."},
		{"a table", "Ships wait.\n\n| Port | Ships |\n| --- | ---: |\n| Moss | 14 |", "Ships wait. Port Ships Moss 14"},
		{"a table without outer bars, and an escaped one", "Port | Ships\n---|---\nMoss | 14 \\| 15\nHalden", "Port Ships Moss 14 | 15 Halden"},
		{"bars that are no table", "Ships | wait.\nMore | come.", "Ships | wait. More | come."},
		{"a rule", "Ships wait.\n\n***\n\nMore come.", "Ships wait. More come."},
		{"tags", "Ships <b>wait</b>.\n\n<div class=\"a\">\nMore come.\n</div>", "Ships wait . More come."},
		{"an escaped mark", `Ships wait \*here\*.`, "Ships wait *here *."},
		{"code keeps its words", "Ships `wait`.\n\n```text\nMore come.\n```", "Ships wait . More come."},
		{"an address", "Ships wait <https://haldenpost.example>.", "Ships wait ."},
		{"CRLF", "Ships **wait**.\r\n\r\n* More come.\r\n", "Ships wait . More come."},
		{"a number that is no list", "In 2021 ships wait.\nMore than\n14. That is new.", "In 2021 ships wait. More than 14. That is new."},
		{"a footnote", "Ships wait[^1] here[^a-b].\n\n[^1]: The port says so.\n", "Ships wait here . The port says so."},
		{"a footnote that is an address", "Ships wait[^1] here.\n\n[^1]: https://haldenpost.example\n", "Ships wait here."},
		{"tasks", "Ships wait:\n\n- [ ] in Halden\n- [x] in Moss\n1. [X] for wind\n", "Ships wait: in Halden in Moss for wind"},
		{"an alert", "> [!NOTE]\n> Ships wait.\n", "Ships wait."},
		{"brackets that are text", "Ships [x] wait [sic] and [^] and a[1].\n\nThe [!] sign.", "Ships [x] wait [sic] and [^] and a[1]. The [!] sign."},
		{"an ampersand as HTML has it", "Lee &amp; Ek wait; AT&T; &ampere;", "Lee & Ek wait; AT&T; &ampere;"},
		{"struck out", "Ships ~~sail~~ wait.", "Ships sail wait."},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			require.Equal(t, test.want, prosaic(t, test.source))
		})
	}
}

func TestMarkdownTitle(t *testing.T) {
	tests := []struct{ reason, source, headline, title, body string }{
		{"a heading", "# Strike *goes* on\n\nShips wait.", "Strike goes on", "Strike *goes* on", "Ships wait."},
		{"a heading by underline", "Strike goes on\n===\n\nShips wait.", "Strike goes on", "Strike goes on", "Ships wait."},
		{"a heading with marks at its end", "# Strike goes on #\n\nShips wait.", "Strike goes on", "Strike goes on", "Ships wait."},
		{"a first line", "**Strike goes on**\n\nShips wait.", "Strike goes on", "Strike goes on", "Ships wait."},
		{"front matter", "---\ntitle: Strike goes on\n---\n\nShips wait.", "Strike goes on", "Strike goes on", "Ships wait."},
		{"front matter and the same heading", "---\ntitle: Strike goes on\n---\n\n# Strike goes on\n\nShips wait.", "Strike goes on", "Strike goes on", "Ships wait."},
		{"front matter and another heading", "---\ntitle: Strike goes on\n---\n\n# Port\n\nShips wait.", "Strike goes on", "Strike goes on", "Port\n\nShips wait."},
		{"none", "Ships wait.\n\n# Port\n\nMore come.", "", "", "Ships wait.\n\n# Port\n\nMore come."},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a, warnings, err := Bytes("a.md", []byte(test.source))
			require.NoError(t, err)
			require.Empty(t, warnings)
			require.Equal(t, test.headline, a.Headline)
			require.Equal(t, test.title, a.Title.In(a.Text))
			require.Equal(t, test.body, a.Body.In(a.Text))
			require.Equal(t, test.source, a.Text)
		})
	}
}
