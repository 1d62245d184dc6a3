// Package web fetches single pages that a person named: within limits of time,
// size and redirects, from public addresses only, and gently.
package web

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// Options are the limits of a Fetcher.
type Options struct {
	UserAgent    string
	AllowPrivate bool
	Within       time.Duration // one page, with all its redirects
	Bytes        int64         // of a body, unpacked
	Redirects    int
	PerHost      int           // requests to one host at once
	Wait         time.Duration // the longest that a server may ask to wait
}

// Page is what a server sent.
type Page struct {
	URL     string // after all redirects
	Kind    string // the media type, lower case; "" where none is given
	Charset string // "" where none is given
	Body    []byte
}

// Fetcher fetches pages. It is safe for use by several goroutines.
type Fetcher struct {
	options   Options
	transport *http.Transport
	mu        sync.Mutex
	hosts     map[string]chan struct{}
}

// New makes a Fetcher.
func New(o Options) *Fetcher {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	t := &http.Transport{
		DialContext: dialer.DialContext, DisableCompression: true, ForceAttemptHTTP2: true, MaxIdleConnsPerHost: o.PerHost,
		TLSHandshakeTimeout: 10 * time.Second, MaxResponseHeaderBytes: 1 << 20,
	}
	if o.AllowPrivate {
		t.Proxy = http.ProxyFromEnvironment // which is likely to be in a network of its own
	} else {
		dialer.Control = publicOnly
	}
	return &Fetcher{options: o, transport: t, hosts: map[string]chan struct{}{}}
}

// Get fetches one page. The error says what went wrong, without the address.
func (f *Fetcher) Get(ctx context.Context, link string) (Page, error) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Hostname() == "" {
		return Page{}, errors.New("no address on the web")
	}
	host := f.host(u.Host)
	select {
	case host <- struct{}{}:
		defer func() { <-host }()
	case <-ctx.Done():
		return Page{}, ctx.Err()
	}
	within, cancel := context.WithTimeout(ctx, f.options.Within)
	defer cancel()
	jar, err := cookiejar.New(nil)
	if err != nil {
		return Page{}, err
	}
	s := &session{Fetcher: f, client: &http.Client{Transport: f.transport, Jar: jar}, left: f.options.Redirects}
	s.client.CheckRedirect = s.redirect
	page, err := s.get(within, u.String(), true)
	for err == nil {
		next := refresh(page)
		if next == "" {
			break
		}
		if s.left--; s.left < 0 {
			return Page{}, s.tooMany()
		}
		page, err = s.get(within, next, true)
	}
	return page, s.plain(err)
}

// host is what holds the requests to one host.
func (f *Fetcher) host(name string) chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.hosts[name] == nil {
		f.hosts[name] = make(chan struct{}, max(1, f.options.PerHost))
	}
	return f.hosts[name]
}

// session is the fetching of one page.
type session struct {
	*Fetcher
	client *http.Client
	left   int // redirects that may still come
}

func (s *session) tooMany() error {
	return fmt.Errorf("more than %d redirects (limit redirects)", s.options.Redirects)
}

func (s *session) redirect(r *http.Request, _ []*http.Request) error {
	if s.left--; s.left < 0 {
		return s.tooMany()
	}
	if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
		return fmt.Errorf("it redirects to %s:, which is no address on the web", r.URL.Scheme)
	}
	return nil
}

// get makes one request; where the server asks to come back soon, again says that
// it may be made anew.
func (s *session) get(ctx context.Context, link string, again bool) (Page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return Page{}, err
	}
	if request.URL.Scheme != "http" && request.URL.Scheme != "https" {
		return Page{}, errors.New("no address on the web")
	}
	request.Header.Set("User-Agent", s.options.UserAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, application/json;q=0.9, */*;q=0.5")
	request.Header.Set("Accept-Language", "en")
	request.Header.Set("Accept-Encoding", "gzip, br, zstd")
	response, err := s.client.Do(request)
	if err != nil {
		return Page{}, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK && response.StatusCode != http.StatusNonAuthoritativeInfo {
		wait, asked := retryAfter(response)
		if asked && again && wait <= s.options.Wait {
			response.Body.Close()
			timer := time.NewTimer(wait)
			defer timer.Stop()
			select {
			case <-timer.C:
				return s.get(ctx, link, false)
			case <-ctx.Done():
				return Page{}, ctx.Err()
			}
		}
		return Page{}, statusError(response, wait, asked)
	}
	body, err := s.body(response)
	if err != nil {
		return Page{}, err
	}
	page := Page{URL: response.Request.URL.String(), Body: body}
	if kind, params, err := mime.ParseMediaType(response.Header.Get("Content-Type")); err == nil {
		page.Kind, page.Charset = kind, params["charset"]
	}
	if page.Kind == "application/octet-stream" {
		page.Kind = ""
	}
	return page, nil
}

// statuses say in words what servers answer by a number.
var statuses = map[int]string{
	http.StatusUnauthorized: "the server wants a login", http.StatusPaymentRequired: "the server wants a payment",
	http.StatusForbidden: "the server refuses it", http.StatusNotFound: "there is no such page", http.StatusGone: "the page is gone",
	http.StatusTooManyRequests: "the server has had too many requests", http.StatusUnavailableForLegalReasons: "the server withholds it for legal reasons",
}

func statusError(r *http.Response, wait time.Duration, asked bool) error {
	text := statuses[r.StatusCode]
	if text == "" {
		text = "the server answers"
	}
	text += fmt.Sprintf(" (%d %s)", r.StatusCode, http.StatusText(r.StatusCode))
	if asked {
		text += fmt.Sprintf("; it asks to come back in %s (limit wait-seconds)", wait)
	}
	return errors.New(text)
}

// retryAfter is how long a server asks to wait, and whether it does.
func retryAfter(r *http.Response) (time.Duration, bool) {
	value := strings.TrimSpace(r.Header.Get("Retry-After"))
	if value == "" || r.StatusCode != http.StatusTooManyRequests && r.StatusCode != http.StatusServiceUnavailable {
		return 0, false
	}
	const longest = 24 * 60 * 60
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(0, seconds), longest)) * time.Second, true
	}
	at, err := http.ParseTime(value)
	now, errNow := http.ParseTime(r.Header.Get("Date"))
	if err != nil || errNow != nil {
		return 0, false
	}
	return min(max(0, at.Sub(now)), longest*time.Second), true
}

// body unpacks and reads what a server sends.
func (s *session) body(r *http.Response) ([]byte, error) {
	body, err := Unpack(r.Body, r.Header.Get("Content-Encoding"), s.options.Bytes)
	switch {
	case errors.Is(err, errTooLarge):
		return nil, fmt.Errorf("the answer is larger than %s (limit fetch-bytes)", amount(s.options.Bytes))
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, fmt.Errorf("the answer broke off after %d bytes", len(body))
	}
	return body, err
}

// Unpack reads a body that is packed as its Content-Encoding says: no more than
// most bytes, packed or unpacked. With an error comes what was read before it.
func Unpack(body io.Reader, encodings string, most int64) ([]byte, error) {
	var in io.Reader = &counted{in: body, left: most}
	list := strings.Split(encodings, ",")
	for i := range list { // the last one was put on last
		encoding := strings.ToLower(strings.TrimSpace(list[len(list)-1-i]))
		switch encoding {
		case "", "identity":
		case "gzip", "x-gzip":
			unzipped, err := gzip.NewReader(in)
			if err != nil {
				return nil, fmt.Errorf("the answer isn't gzip as it says: %w", err)
			}
			in = unzipped
		case "br":
			in = brotli.NewReader(in)
		case "zstd":
			const memory = 64 << 20
			unpacked, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(memory))
			if err != nil {
				return nil, fmt.Errorf("the answer isn't zstd as it says: %w", err)
			}
			defer unpacked.Close()
			in = unpacked
		default:
			return nil, fmt.Errorf("the answer is packed as %q, which xref can't unpack", encoding)
		}
	}
	unpacked, err := io.ReadAll(io.LimitReader(in, most+1))
	if int64(len(unpacked)) > most {
		return nil, errTooLarge
	}
	return unpacked, err
}

// amount is a number of bytes as limits write it.
func amount(bytes int64) string {
	if bytes%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", bytes>>20)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

var errTooLarge = errors.New("too large")

// counted reads no more than what is left.
type counted struct {
	in   io.Reader
	left int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// plain is an error in words of its own, without the address.
func (s *session) plain(err error) error {
	var dns *net.DNSError
	var of *url.Error
	var address privateError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &address):
		return address
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("no whole answer within %v (limit fetch-seconds)", s.options.Within)
	case errors.As(err, &dns):
		return errors.New("there is no host of that name, or no network")
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("the server refuses the connection")
	case errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return errors.New("the server closed the connection without an answer")
	}
	if errors.As(err, &of) {
		err = of.Err
	}
	if what, ok := strings.CutPrefix(err.Error(), "net/http: HTTP/1.x transport connection broken: "); ok {
		return errors.New("the server's answer is no HTTP: " + strings.TrimPrefix(what, "net/http: "))
	}
	return err
}
