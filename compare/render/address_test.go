package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAddress(t *testing.T) {
	for _, row := range []struct {
		reason, url string
		leads       bool
	}{
		{"a page", "https://beacon.example/bridge", true},
		{"the older scheme", "http://beacon.example", true},
		{"the scheme in capitals", "HTTPS://beacon.example/bridge", true},
		{"a desk to write to", "mailto:desk@beacon.example", true},
		{"letters of another script", "https://beacon.example/brücke", true},
		{"with a question", "https://example.org/a?b=c", true},
		{"without a host", "https:///a", false},
		{"nothing", "", false},
		{"nothing but a scheme", "https://", false},
		{"nobody to write to", "mailto:", false},
		{"a script", "javascript:alert(1)", false},
		{"a script that looks like a page", "javascript://beacon.example/%0aalert(1)", false},
		{"a script in capitals", "JavaScript:alert(1)", false},
		{"a script behind a space", " javascript:alert(1)", false},
		{"a script split by a tab", "java\tscript:alert(1)", false},
		{"a page in itself", "data:text/html,<script>alert(1)</script>", false},
		{"a file", "file:///etc/passwd", false},
		{"another program", "vbscript:msgbox(1)", false},
		{"another protocol", "ftp://beacon.example/bridge", false},
		{"no scheme", "beacon.example/bridge", false},
		{"no scheme but a host", "//beacon.example/bridge", false},
		{"a name that runs backwards", "https://beacon.example/\u202Egnp.exe", false},
		{"a control character", "https://beacon.example/\x1b[2J", false},
	} {
		require.Equal(t, row.leads, Address(row.url) != "", row.reason)
		require.Equal(t, row.leads, link(row.url) != "", row.reason)
	}
}

// An address that a program might act on is in no report as an address.
func TestOnlyAddressesOfPagesReachReports(t *testing.T) {
	const bad, good = "javascript:alert(1)", "https://beacon.example/bridge"
	for _, f := range Formats {
		for _, given := range []string{bad, good} {
			r := bridge(t)
			for _, d := range r.Documents {
				d.Article.URL, d.Article.Extracted = given, true
			}
			var b bytes.Buffer
			require.NoError(t, f.Write(&b, r, Options{}))
			out := b.String()
			if f.Binary {
				book := openWorkbook(t, b.Bytes())
				for _, sheet := range book.GetSheetList() {
					rows, err := book.GetRows(sheet)
					require.NoError(t, err)
					out += fmt.Sprint(rows)
				}
			}
			require.NotContains(t, out, bad, f.ID)
		}
	}
	r := bridge(t)
	r.Documents[0].Article.URL = good
	var b bytes.Buffer
	require.NoError(t, jsonReport.Write(&b, r, Options{}))
	var out reportJSON
	require.NoError(t, json.Unmarshal(b.Bytes(), &out))
	require.Equal(t, good, out.Articles[0].URL)
	b.Reset()
	require.NoError(t, htmlReport.Write(&b, r, Options{}))
	require.True(t, strings.Contains(b.String(), `href="`+good+`"`))
}
