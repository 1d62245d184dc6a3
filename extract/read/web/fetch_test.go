package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

const page = "<html><body><p>Ships wait.</p></body></html>"

// limits are narrow, so that no test waits.
var limits = Options{UserAgent: "test", AllowPrivate: true, Within: 5 * time.Second, Bytes: 10_000, Redirects: 3, PerHost: 2, Wait: time.Second}

func packed(encoding string) []byte {
	var b bytes.Buffer
	var w io.WriteCloser
	switch encoding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, _ = zstd.NewWriter(&b)
	}
	_, _ = io.WriteString(w, page)
	_ = w.Close()
	return b.Bytes()
}

// serve answers as servers do, well and badly, by path.
func serve(t *testing.T) string {
	mux := http.NewServeMux()
	say := func(path, kind string, body []byte, headers ...string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			for i := 0; i+1 < len(headers); i += 2 {
				w.Header().Set(headers[i], headers[i+1])
			}
			w.Header().Set("Content-Type", kind)
			_, _ = w.Write(body)
		})
	}
	say("/page", "text/html; charset=utf-8", []byte(page))
	for _, encoding := range []string{"gzip", "br", "zstd"} {
		say("/"+encoding, "text/html", packed(encoding), "Content-Encoding", encoding)
		say("/half-"+encoding, "text/html", packed(encoding)[:20], "Content-Encoding", encoding)
		say("/no-"+encoding, "text/html", []byte(page), "Content-Encoding", encoding)
	}
	say("/odd", "text/html", []byte(page), "Content-Encoding", "compress")
	say("/kindless", "application/octet-stream", []byte(page))
	say("/long", "text/html", []byte(page[:10]), "Content-Length", "500")
	say("/large", "text/html", bytes.Repeat([]byte("x"), 10_001))
	say("/refresh", "text/html", []byte(`<head><meta http-equiv="Refresh" content="0; url='/page'"></head>`))
	say("/refresh-slow", "text/html", []byte(`<head><meta http-equiv="refresh" content="300"></head>`+page))
	say("/refresh-noscript", "text/html", []byte(`<head><noscript><meta http-equiv="refresh" content="0; url=/404"></noscript></head>`+page))
	say("/refresh-loop", "text/html", []byte(`<head><meta http-equiv="refresh" content="0; url=/refresh-back"></head>`))
	say("/refresh-back", "text/html", []byte(`<head><meta http-equiv="refresh" content="0; url=/refresh-loop"></head>`))
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(bytes.Repeat([]byte("x"), 4096)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte("x"))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	for _, status := range []int{301, 302, 307, 308} {
		mux.Handle(fmt.Sprintf("/%d", status), http.RedirectHandler("/page", status))
	}
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/file", http.RedirectHandler("file:///etc/passwd", http.StatusFound))
	for _, status := range []int{401, 402, 403, 410, 451, 500, 503} {
		mux.HandleFunc(fmt.Sprintf("/%d", status), func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	}
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(429)
	})
	mux.HandleFunc("/busy-until", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Date", "Tue, 09 Mar 2021 10:00:00 GMT")
		w.Header().Set("Retry-After", "Tue, 09 Mar 2021 10:02:00 GMT")
		w.WriteHeader(503)
	})
	var once sync.Once
	mux.HandleFunc("/busy-once", func(w http.ResponseWriter, _ *http.Request) {
		status := 200
		once.Do(func() { status = 429 })
		w.Header().Set("Retry-After", "0")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, page)
	})
	mux.HandleFunc("/203", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(203)
		_, _ = io.WriteString(w, page)
	})
	raw := func(answer string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) {
			connection, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				_, _ = io.WriteString(connection, answer)
				connection.Close()
			}
		}
	}
	mux.HandleFunc("/closed", raw(""))
	mux.HandleFunc("/no-http", raw("SSH-2.0 hello\r\n\r\n"))
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.UserAgent()) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestGet(t *testing.T) {
	server := serve(t)
	tests := []struct{ reason, path, body, err string }{
		{"a page", "/page", page, ""},
		{"gzip", "/gzip", page, ""},
		{"brotli", "/br", page, ""},
		{"zstd", "/zstd", page, ""},
		{"gzip that breaks off", "/half-gzip", "", "broke off"},
		{"brotli that breaks off", "/half-br", "", "unexpected EOF|broke off|brotli"},
		{"zstd that breaks off", "/half-zstd", "", "broke off"},
		{"no gzip, though it says so", "/no-gzip", "", "isn't gzip as it says"},
		{"no brotli, though it says so", "/no-br", "", "brotli"},
		{"no zstd, though it says so", "/no-zstd", "", "zstd|magic"},
		{"another way to pack", "/odd", "", `packed as "compress"`},
		{"a length that isn't reached", "/long", "", "broke off after 10 bytes"},
		{"too large", "/large", "", `larger than 10000 bytes \(limit fetch-bytes\)`},
		{"endless", "/endless", "", `larger than 10000 bytes \(limit fetch-bytes\)`},
		{"moved for good", "/301", page, ""},
		{"found elsewhere", "/302", page, ""},
		{"moved for now", "/307", page, ""},
		{"moved, by the newest number", "/308", page, ""},
		{"redirects without end", "/loop", "", `more than 3 redirects \(limit redirects\)`},
		{"a redirect to a file", "/file", "", "no address on the web|unsupported protocol"},
		{"sent on by the page", "/refresh", page, ""},
		{"loaded anew every five minutes", "/refresh-slow", `<head><meta http-equiv="refresh" content="300"></head>` + page, ""},
		{"sent on where there are no scripts", "/refresh-noscript", `<head><noscript><meta http-equiv="refresh" content="0; url=/404"></noscript></head>` + page, ""},
		{"sent on without end", "/refresh-loop", "", `more than 3 redirects \(limit redirects\)`},
		{"a login", "/401", "", "wants a login"},
		{"a payment", "/402", "", "wants a payment"},
		{"refused", "/403", "", `refuses it \(403 Forbidden\)`},
		{"not there", "/404", "", "no such page"},
		{"gone", "/410", "", "is gone"},
		{"a broken server", "/500", "", "500 Internal Server Error"},
		{"busy for an hour", "/busy", "", `too many requests \(429 Too Many Requests\); it asks to come back in 1h0m0s \(limit wait-seconds\)`},
		{"busy until a time", "/busy-until", "", "come back in 2m0s"},
		{"busy once", "/busy-once", page, ""},
		{"rewritten on its way", "/203", page, ""},
		{"no answer", "/closed", "", "closed the connection without an answer"},
		{"no HTTP", "/no-http", "", "the server's answer is no HTTP: malformed HTTP"},
		{"who asks", "/agent", "test", ""},
	}
	f := New(limits)
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			got, err := f.Get(context.Background(), server+test.path)
			if test.err != "" {
				require.Error(t, err)
				require.Regexp(t, test.err, err.Error())
				require.NotContains(t, err.Error(), server, "the address is the caller's to tell")
				return
			}
			require.NoError(t, err)
			require.Equal(t, test.body, string(got.Body))
		})
	}
}

func TestGetTellsWhatItIs(t *testing.T) {
	server := serve(t)
	f := New(limits)
	got, err := f.Get(context.Background(), server+"/302")
	require.NoError(t, err)
	require.Equal(t, Page{URL: server + "/page", Kind: "text/html", Charset: "utf-8", Body: []byte(page)}, got)
	got, err = f.Get(context.Background(), server+"/kindless")
	require.NoError(t, err)
	require.Empty(t, got.Kind)
}

func TestGetInTime(t *testing.T) {
	server := serve(t)
	o := limits
	o.Within = 50 * time.Millisecond
	_, err := New(o).Get(context.Background(), server+"/slow")
	require.EqualError(t, err, "no whole answer within 50ms (limit fetch-seconds)")
}

func TestNoAddress(t *testing.T) {
	for _, link := range []string{"", "http://", "ftp://ships.example/a", "/a", "http://[::1", "mailto:a@ships.example"} {
		_, err := New(limits).Get(context.Background(), link)
		require.Error(t, err, link)
	}
}

// No address of this machine or its networks is asked, whether it is named, or a
// page leads to it.
func TestPrivateAddresses(t *testing.T) {
	server := serve(t)
	o := limits
	o.AllowPrivate = false
	f := New(o)
	for _, link := range []string{server + "/page", strings.Replace(server, "127.0.0.1", "localhost", 1) + "/page", strings.Replace(server, "127.0.0.1", "[::1]", 1), "http://0.0.0.0:1/", "http://[::ffff:127.0.0.1]:1/"} {
		_, err := f.Get(context.Background(), link)
		require.Error(t, err)
		require.Contains(t, err.Error(), "--allow-private", link)
	}
}

func TestIsPublic(t *testing.T) {
	for address, public := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1:248:1893:25c8:1946": true, "::ffff:93.184.216.34": true,
		"127.0.0.1": false, "127.8.8.8": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false,
		"100.64.0.1": false, "0.0.0.0": false, "0.1.2.3": false, "224.0.0.1": false, "240.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false,
		"::1": false, "::": false, "fe80::1": false, "fe80::1%eth0": false, "fc00::1": false, "fd12::1": false, "fec0::1": false, "ff02::1": false,
		"::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false,
	} {
		require.Equal(t, public, isPublic(netip.MustParseAddr(address)), address)
	}
}

// No host is asked for more pages at once than the limit says.
func TestPerHost(t *testing.T) {
	var mu sync.Mutex
	now, most := 0, 0
	enough := make(chan struct{})
	var closing sync.Once
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		mu.Lock()
		now++
		most = max(most, now)
		full := now == limits.PerHost
		mu.Unlock()
		if full {
			closing.Do(func() { close(enough) })
		}
		<-enough
		mu.Lock()
		now--
		mu.Unlock()
	}))
	defer server.Close()
	f := New(limits)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			_, err := f.Get(context.Background(), server.URL)
			require.NoError(t, err)
		})
	}
	all.Wait()
	require.Equal(t, limits.PerHost, most)
}

func FuzzRefresh(f *testing.F) {
	f.Add(`<meta http-equiv=refresh content="0;url=/a">`)
	f.Fuzz(func(t *testing.T, body string) {
		to := refresh(Page{URL: "https://ships.example/b", Body: []byte(body)})
		require.True(t, to == "" || strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://"), to)
	})
}
