package desk

import (
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// Passwords are who may log in, by name.
type Passwords map[string]string

// shortestPassword is how many characters a password has at least.
const shortestPassword = 12

// ReadPasswords reads a file of lines NAME:PASSWORD, which its owner alone can read.
func ReadPasswords(path string) (Passwords, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", path)
	}
	if onlyOwner && info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("%s: others can read it; chmod 600 %s", path, path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := Passwords{}
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		wrong := func(what string) error { return fmt.Errorf("%s:%d: %s", path, i+1, what) }
		name, password, ok := strings.Cut(line, ":")
		name = strings.TrimSpace(name)
		switch {
		case !ok || name == "":
			return nil, wrong("a line is NAME:PASSWORD")
		case len(name) > 100 || !utf8.ValidString(name):
			return nil, wrong("a name has at most 100 bytes of text")
		case out[name] != "":
			return nil, wrong(fmt.Sprintf("%q stands there twice", name))
		case utf8.RuneCountInString(password) < shortestPassword:
			return nil, wrong(fmt.Sprintf("a password has at least %d characters", shortestPassword))
		}
		out[name] = password
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: it names nobody; a line is NAME:PASSWORD", path)
	}
	return out, nil
}

// fit reports whether a password is that of a name.
func (p Passwords) fit(name, password string) bool {
	own, known := p[name]
	if !known {
		own = NewToken() // takes as long, and never fits
	}
	return same(own, password)
}

//go:embed login.html
var loginText string

var loginTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("login").Parse(loginText)) })

func (d *Desk) loginPage(w http.ResponseWriter, r *http.Request) { d.showLogin(w, http.StatusOK, "") }

func (d *Desk) showLogin(w http.ResponseWriter, status int, message string) {
	if d.Access.People == nil {
		http.Error(w, "Nobody logs in here; open the link that xref printed.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_ = loginTemplate().Execute(w, message) // to a browser that may be gone
}

// login opens a session for a name and its password.
func (d *Desk) login(w http.ResponseWriter, r *http.Request) {
	if d.Access.People == nil {
		d.showLogin(w, 0, "")
		return
	}
	from := addressOf(r)
	if wait := d.tries.wait(from); wait > 0 {
		w.Header().Set("Retry-After", retryAfter(wait))
		d.showLogin(w, http.StatusTooManyRequests, "Too many tries. Wait a little.")
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostAsked)
	if err := r.ParseForm(); err != nil {
		status := http.StatusBadRequest
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			status = http.StatusRequestEntityTooLarge
		}
		d.showLogin(w, status, "That is no log-in.")
		return
	}
	name := strings.TrimSpace(r.PostForm.Get("name"))
	if !d.Access.People.fit(name, r.PostForm.Get("password")) {
		d.showLogin(w, http.StatusUnauthorized, "Name and password don’t fit.")
		return
	}
	d.tries.forget(from)
	d.begin(w, r, name)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// tries bounds how often somebody tries to log in: each address, and all together.
type tries struct {
	clock func() time.Time
	mu    sync.Mutex
	by    map[string]bucket
	all   bucket
}

// bucket is tries that are left; they come back one by one.
type bucket struct {
	used float64
	at   time.Time
}

const (
	triesEach     = 5
	triesAll      = 50
	triesBack     = 12 * time.Second // one comes back for an address
	triesBackAll  = time.Second      // one comes back for all
	mostAddresses = 10000
)

// take uses a try; where there is none, it is how long until there is one.
func (b *bucket) take(now time.Time, most float64, back time.Duration) time.Duration {
	b.used = max(0, b.used-float64(now.Sub(b.at))/float64(back))
	b.at = now
	if b.used+1 > most {
		return time.Duration((b.used + 1 - most) * float64(back))
	}
	b.used++
	return 0
}

// wait uses a try of an address; where there is none, it is how long until there is one.
func (t *tries) wait(from string) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.take(from)
}

// weigh is wait for somebody who sends the password each time: where a try is left, a
// right password doesn't use it up. It doesn't bring back wrong ones either.
func (t *tries) weigh(from string, right bool) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	wait := t.take(from)
	if wait == 0 && right {
		b := t.by[from]
		b.used--
		t.by[from] = b
		t.all.used--
	}
	return wait
}

func (t *tries) take(from string) time.Duration {
	now := t.clock()
	if len(t.by) >= mostAddresses || t.by == nil {
		t.by = map[string]bucket{} // those of all together still count
	}
	b := t.by[from]
	wait := b.take(now, triesEach, triesBack)
	t.by[from] = b
	if wait > 0 {
		return wait
	}
	return t.all.take(now, triesAll, triesBackAll)
}

func (t *tries) forget(from string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.by, from)
}
