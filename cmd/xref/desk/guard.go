package desk

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// policy is the Content-Security-Policy of everything that is served. The page's own
// says the same but for frame-ancestors, which only a header can say.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// headers keep browsers from doing with an answer what the desk doesn't ask for.
var headers = map[string]string{
	"Cache-Control":                "no-store",
	"Content-Security-Policy":      policy,
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
	"Referrer-Policy":              "same-origin",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
}

// guarded answers only requests that name the desk's host and that no other site's page
// sends. Those of programs prove themselves otherwise.
func (d *Desk) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		if !d.Access.names(r.Host) {
			http.Error(w, "This isn't a name of the desk.", http.StatusMisdirectedRequest)
			return
		}
		if !strings.HasPrefix(r.URL.Path, programsPath) && !sameOrigin(r) {
			http.Error(w, "This request comes from another site.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// names reports whether a Host header names the desk. Addresses in figures can't be
// another site's name that was turned to this machine.
func (a Access) names(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), ""
	}
	if _, ok := a.named(host); ok {
		return true
	}
	if port != a.Port {
		return false
	}
	ip := net.ParseIP(name)
	if a.Loopback {
		return name == "localhost" || ip != nil && ip.IsLoopback()
	}
	return ip != nil
}

// sameOrigin reports whether a request comes from the desk's own page, or for one that
// only reads from the browser's address line.
func sameOrigin(r *http.Request) bool {
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	switch site := r.Header.Get("Sec-Fetch-Site"); {
	case site == "" || site == "same-origin":
	case site == "none" && reads:
	case reads && r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document" && r.Header.Get("Origin") == "":
		return true // a link to the desk; the cookie isn't sent with it
	default:
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return reads
	}
	return ownOrigin(origin, r.Host)
}

// ownOrigin reports whether an origin is that of the host which a request names.
func ownOrigin(origin, host string) bool {
	u, err := url.Parse(origin)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host == host && u.Path == ""
}
