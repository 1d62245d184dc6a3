package read

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// linked is the source that an argument stands for where it is a link, with or
// without NAME= before it.
func linked(arg string) (source, bool) {
	name, link := "", arg
	if !isLink(arg) {
		n, rest, ok := strings.Cut(arg, "=")
		if !ok || n == "" || !isLink(rest) || strings.ContainsAny(n, `/\:?`) {
			return source{}, false
		}
		name, link = n, rest
	}
	key, _, _ := strings.Cut(link, "#")
	return source{path: link, link: link, name: name, listed: true, key: key}, true
}

// isLink reports whether s is an address on the web.
func isLink(s string) bool {
	scheme, rest, ok := strings.Cut(s, "://")
	return ok && rest != "" && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// linkPath is a link as a path of folders and a file: the host, then what comes
// after it, without what says nothing.
func linkPath(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	p := strings.Trim(u.Path, "/")
	if base := path.Base(p); strings.HasPrefix(strings.ToLower(base), "index.") {
		p = strings.TrimSuffix(strings.TrimSuffix(p, base), "/")
	}
	if query := withoutTracking(u.Query()).Encode(); query != "" {
		p += "?" + query
	}
	return strings.TrimSuffix(strings.TrimPrefix(u.Hostname(), "www.")+"/"+p, "/")
}

// tracking are parameters of addresses that say where a reader came from, and
// not what is read; a trailing * stands for any ending.
var tracking = []string{
	"utm_*", "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid", "cmp", "ito", "ocid", "smid", "smtyp", "src", "ref", "ref_src", "referrer",
	"partner", "sh", "share", "source", "at_medium", "at_campaign", "at_custom*", "ns_*", "xtor", "taid", "guccounter", "guce_*", "_ga", "_gl", "traffic_source",
	"amp", "outputtype", "output", "print", "printable", "view", "__twitter_impression", "usqp", "amp_js_v", "amp_gsa",
}

func withoutTracking(query url.Values) url.Values {
	out := url.Values{}
	for name, values := range query {
		low := strings.ToLower(name)
		if !slices.ContainsFunc(tracking, func(t string) bool {
			prefix, any := strings.CutSuffix(t, "*")
			return low == t || any && strings.HasPrefix(low, prefix)
		}) {
			out[name] = values
		}
	}
	return out
}

// archived is an address in an archive of the web, with the day and the address that it holds
// a page of.
var archived = expression(`(?i)^https?://[^/?#]+/(?:[a-z_-]+/){0,3}\d{4,14}(?:[a-z]{2}_)?/(https?):/{1,2}(\S+)$`)

// original is the address of the page that an archive's address holds, or link itself.
func original(link string) string {
	if m := archived().FindStringSubmatch(link); m != nil {
		return m[1] + "://" + m[2]
	}
	return link
}

// canonical is what two addresses of one article have in common: no scheme, no
// "www.", "m." or "amp." before the host, no mark of a print or AMP view, no
// tracking, no fragment. "" where link isn't an address on the web.
func canonical(link string) string {
	link = original(link)
	u, err := url.Parse(link)
	if err != nil || !isLink(link) || u.Hostname() == "" {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, prefix := range []string{"www.", "amp.", "m.", "mobile."} {
		if rest := strings.TrimPrefix(host, prefix); strings.Contains(rest, ".") {
			host = rest
		}
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	var parts []string
	for _, p := range strings.Split(u.Path, "/") {
		if p != "" && p != "amp" && p != "print" && p != "index.html" {
			parts = append(parts, p)
		}
	}
	if n := len(parts); n > 0 {
		last := strings.TrimSuffix(parts[n-1], ".amp")
		for _, ending := range []string{".amp.html", ".print.html", ".html", ".htm"} {
			last = strings.TrimSuffix(last, ending)
		}
		parts[n-1] = last
	}
	key := host + "/" + strings.Join(parts, "/")
	if query := withoutTracking(u.Query()).Encode(); query != "" {
		key += "?" + query
	}
	return key
}
