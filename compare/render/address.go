package render

import "net/url"

// hosted is the schemes of addresses that a report may lead to, and whether they
// name a host.
var hosted = map[string]bool{"http": true, "https": true, "mailto": false}

// Address is what an article says of where it is from as an address, as it is
// written; "" where that is another kind of address, which a program might act on
// (javascript, data, file), or holds what misleads a reader.
func Address(s string) string {
	u, err := url.Parse(s)
	if err != nil || Plain(s) != s {
		return ""
	}
	host, known := hosted[u.Scheme]
	if !known || host && u.Host == "" || !host && u.Opaque == "" {
		return ""
	}
	return s
}

// link is an address as a page links to it, every character of it escaped that
// isn't one of an address.
func link(s string) string {
	if Address(s) == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return u.String()
}
