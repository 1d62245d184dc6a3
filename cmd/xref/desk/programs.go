package desk

import (
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"xref/cmd/xref/httpapi"
)

// programsPath begins the paths that programs ask, for which no cookie counts.
const programsPath = "/api/"

// programs lets in requests that bring the token of the link, or a name and its
// password, in their Authorization header. A browser that was asked for a password sends
// it with whatever a page asks for, and so other sites' pages are turned away even then.
func (d *Desk) programs(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if ofOtherSite(r) {
			httpapi.Refuse(w, http.StatusForbidden, "this request comes from another site's page")
			return
		}
		allowed, wait := d.allows(r)
		if wait > 0 {
			w.Header().Set("Retry-After", retryAfter(wait))
			httpapi.Refuse(w, http.StatusTooManyRequests, "too many wrong passwords; wait a little")
			return
		}
		if !allowed {
			challenge, message := `Bearer realm="xref"`, "send the token of the link that xref printed, as Authorization: Bearer TOKEN"
			if d.Access.People != nil {
				challenge, message = `Basic realm="xref", charset="UTF-8"`, "send a name and a password of the desk, as HTTP Basic"
			}
			w.Header().Set("WWW-Authenticate", challenge)
			httpapi.Refuse(w, http.StatusUnauthorized, message)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// allows reports whether a request's Authorization header is right, or how long its
// address waits until it may try.
func (d *Desk) allows(r *http.Request) (bool, time.Duration) {
	if d.Access.People != nil {
		name, password, ok := r.BasicAuth()
		if !ok {
			return false, 0
		}
		right := d.Access.People.fit(name, password)
		wait := d.tries.weigh(addressOf(r), right)
		return right && wait == 0, wait
	}
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.EqualFold(scheme, "Bearer") && d.Access.Token != "" && same(token, d.Access.Token), 0
}

// ofOtherSite reports whether a browser says that another site's page sends a request.
// Programs say nothing of it.
func ofOtherSite(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return true
	}
	origin := r.Header.Get("Origin")
	return origin != "" && !ownOrigin(origin, r.Host)
}

// addressOf is where a request comes from, without the port.
func addressOf(r *http.Request) string {
	from, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return from
}

// retryAfter is a wait in whole seconds.
func retryAfter(wait time.Duration) string { return fmt.Sprint(int(wait/time.Second) + 1) }
