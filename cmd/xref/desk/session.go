package desk

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"mime"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Access is who may use the desk, and by which names.
type Access struct {
	Port     string
	Loopback bool      // it is reached from its own machine alone
	Names    []Name    // further hosts by which it is reached
	Token    string    // of the link that opens it; "" where people log in
	Who      string    // who decides where nobody logs in
	People   Passwords // who may log in; nil for nobody
}

// Name is a host by which the desk is reached.
type Name struct {
	Host   string // with a port or without
	Secure bool   // browsers reach it there by https
}

// named is the further name that a Host header is; false where it is none.
func (a Access) named(host string) (Name, bool) {
	bare, _, err := net.SplitHostPort(host)
	if err != nil {
		bare = host
	}
	for _, n := range a.Names {
		if strings.EqualFold(n.Host, host) || strings.EqualFold(n.Host, bare) {
			return n, true
		}
	}
	return Name{}, false
}

// NewToken is a token that nobody guesses.
func NewToken() string { return rand.Text() + rand.Text() }

// session is who uses the desk, as a cookie says it.
type session struct {
	who    string
	until  time.Time
	cookie string
}

func (s session) expired(now time.Time) bool { return !now.Before(s.until) }

// longestSession is how long somebody can use the desk without opening the link or
// logging in again.
const longestSession = 7 * 24 * time.Hour

// cookieName is the desk's by its port: browsers share cookies among ports.
func (d *Desk) cookieName() string { return "xref-desk-" + d.Access.Port }

func (d *Desk) mac(purpose, text string) string {
	h := hmac.New(sha256.New, d.secret)
	h.Write([]byte(purpose + "\x00" + text))
	return hex.EncodeToString(h.Sum(nil))
}

// same compares without telling by its time how much is the same.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// csrf is what the page must send with each decision, and what no other site knows.
func (d *Desk) csrf(s session) string { return d.mac("csrf", s.cookie) }

// begin gives a browser a session.
func (d *Desk) begin(w http.ResponseWriter, r *http.Request, who string) {
	name, _ := d.Access.named(r.Host)
	until := d.Clock().Add(longestSession)
	value := base64.RawURLEncoding.EncodeToString([]byte(who)) + "." + strconv.FormatInt(until.Unix(), 10) + "." + rand.Text()
	http.SetCookie(w, &http.Cookie{
		Name: d.cookieName(), Value: value + "." + d.mac("session", value), Path: "/", MaxAge: int(longestSession / time.Second),
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: name.Secure,
	})
}

// session is that of a request; false where there is none.
func (d *Desk) session(r *http.Request) (session, bool) {
	c, err := r.Cookie(d.cookieName())
	if err != nil {
		return session{}, false
	}
	at := strings.LastIndexByte(c.Value, '.')
	if at < 0 || !same(d.mac("session", c.Value[:at]), c.Value[at+1:]) {
		return session{}, false
	}
	parts := strings.Split(c.Value[:at], ".")
	if len(parts) != 3 {
		return session{}, false
	}
	who, err := base64.RawURLEncoding.DecodeString(parts[0])
	if err != nil {
		return session{}, false
	}
	seconds, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return session{}, false
	}
	s := session{string(who), time.Unix(seconds, 0), c.Value}
	return s, !s.expired(d.Clock())
}

// asked answers a request of somebody who may use the desk.
type asked func(http.ResponseWriter, *http.Request, session)

// asking lets in who has a session; what changes something must come with the page's
// token, as JSON.
func (d *Desk) asking(next asked) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s, ok := d.session(r)
		if !ok {
			answer(w, http.StatusUnauthorized, errorJSON{"open the link that xref printed, or log in"})
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			if !same(d.csrf(s), r.Header.Get("X-CSRF-Token")) {
				answer(w, http.StatusForbidden, errorJSON{"this doesn't come from the desk's page; reload it"})
				return
			}
			if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
				answer(w, http.StatusUnsupportedMediaType, errorJSON{"decisions are sent as application/json"})
				return
			}
		}
		next(w, r, s)
	}
}

// enter lets in who has a session, opens one for who comes by the link, and leads
// others to where they log in.
func (d *Desk) enter(next asked) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if token := r.URL.Query().Get("token"); token != "" {
			if d.Access.Token == "" || !same(token, d.Access.Token) {
				http.Error(w, "This link is of another run of xref; open the one that it printed last.", http.StatusForbidden)
				return
			}
			d.begin(w, r, d.Access.Who)
			d.home(w, r)
			return
		}
		s, ok := d.session(r)
		switch {
		case ok:
			next(w, r, s)
		case d.Access.People != nil:
			http.Redirect(w, r, "/login", http.StatusSeeOther)
		case r.Header.Get("Sec-Fetch-Site") == "cross-site":
			d.home(w, r) // the cookie isn't sent with links of other sites
		default:
			http.Error(w, "Open the link that xref printed.", http.StatusUnauthorized)
		}
	}
}

// home leads to the page. Browsers send the cookie with no request that another site's
// page began, and so a page of the desk's own begins it there.
func (d *Desk) home(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Sec-Fetch-Site") != "cross-site" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>xref</title><p><a href="/">To the desk</a></p></html>`))
}
