package web

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// longestRefresh is the most seconds after which a page that sends its reader on
// is no page to read. One that is loaded anew every few minutes is.
const longestRefresh = 5

// refresh is the address to which a page sends its reader on by a meta tag in its
// head; "" where it doesn't.
func refresh(p Page) string {
	const far = 32 << 10
	tokens := html.NewTokenizer(bytes.NewReader(p.Body[:min(len(p.Body), far)]))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := tokens.Token()
			switch t.DataAtom {
			case atom.Body:
				return ""
			case atom.Noscript:
				skipNoscript(tokens)
			case atom.Meta:
				var equiv, content string
				for _, a := range t.Attr {
					switch a.Key {
					case "http-equiv":
						equiv = a.Val
					case "content":
						content = a.Val
					}
				}
				if strings.EqualFold(strings.TrimSpace(equiv), "refresh") {
					return target(p.URL, content)
				}
			}
		}
	}
}

// skipNoscript passes over what is for readers without scripts, who are told
// that they need them.
func skipNoscript(tokens *html.Tokenizer) {
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.EndTagToken:
			if name, _ := tokens.TagName(); string(name) == "noscript" {
				return
			}
		}
	}
}

// target is where "0; url=/story" leads from a page.
func target(from, content string) string {
	delay, rest, ok := strings.Cut(content, ";")
	if !ok {
		delay, rest, ok = strings.Cut(content, ",")
	}
	seconds, err := strconv.ParseFloat(strings.TrimSpace(delay), 64)
	if !ok || err != nil || seconds > longestRefresh {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if name, value, named := strings.Cut(rest, "="); named && strings.EqualFold(strings.TrimSpace(name), "url") {
		rest = value
	}
	base, err := url.Parse(from)
	if err != nil {
		return ""
	}
	to, err := base.Parse(strings.Trim(strings.TrimSpace(rest), `"'`))
	if err != nil || to.String() == from || to.Scheme != "http" && to.Scheme != "https" {
		return ""
	}
	return to.String()
}
