package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/decision"
	"xref/compare/kind"
	"xref/compare/origin"
	"xref/compare/render"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/resolve"
)

// says is what the two articles of a finding say.
type says struct{ subject, beacon, courier string }

// reportOf is a report of two articles that differ in numbers, made by hand.
func reportOf(all ...says) *compare.Report {
	r := &compare.Report{Stories: []story.Story{{Label: "The ferries", Articles: []int{0, 1}}}, Origins: []origin.Origin{{Articles: []int{0}}, {Articles: []int{1}}}}
	texts := [2]string{"Ferries sail again\n\n", "Ferries are back\n\n"}
	var spans [2][]article.Span
	sentences := [2][]lang.Sentence{}
	for _, s := range all {
		for i, value := range []string{s.beacon, s.courier} {
			start := len(texts[i])
			texts[i] += fmt.Sprintf("There were %s of %s.\n", value, s.subject)
			spans[i] = append(spans[i], article.Span{Start: start, End: len(texts[i]) - 1})
			sentences[i] = append(sentences[i], lang.Sentence{Span: spans[i][len(spans[i])-1], Paragraph: len(spans[i])})
		}
	}
	for i, outlet := range []string{"Harbour Beacon", "North Courier"} {
		title := strings.Index(texts[i], "\n")
		a := &article.Article{
			ID: strings.ToLower(strings.Fields(outlet)[1]), Outlet: outlet, Headline: texts[i][:title], Path: outlet + ".txt", Language: "en", SHA256: strings.Repeat("0a", 32),
			Text: texts[i], Title: article.Span{End: title}, Body: article.Span{Start: title + 2, End: len(texts[i])},
		}
		r.Documents = append(r.Documents, &extract.Document{Article: a, Text: &lang.Text{Source: texts[i], Sentences: sentences[i]}, Resolution: &resolve.Resolution{}})
	}
	var found []kind.Finding
	for n, s := range all {
		f := kind.Finding{Kind: "number", Verdict: kind.Differ, Confidence: 0.9, Claim: -1, Entity: -1, Utterance: -1, Subject: s.subject}
		for i, value := range []string{s.beacon, s.courier} {
			f.Evidence = append(f.Evidence, kind.Evidence{Article: i, Span: spans[i][n], Value: value})
		}
		found = append(found, f)
	}
	r.Findings = compare.Rank(r, found, compare.Options{})
	return r
}

// many is a report of so many findings.
func many(n int) *compare.Report {
	var all []says
	for i := range n {
		all = append(all, says{fmt.Sprintf("crates in hall %d", i+1), fmt.Sprint(1000 + i), fmt.Sprint(3000 + i)})
	}
	return reportOf(all...)
}

var ferries = []says{{"ferries", "3", "5"}, {"trucks", "40", "44"}, {"passengers", "900", "1,100"}}

// watch is a clock that tests turn.
type watch struct {
	mu  sync.Mutex
	now time.Time
}

func (w *watch) Now() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

func (w *watch) turn(by time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = w.now.Add(by)
}

// served is a desk with a server before it.
type served struct {
	t testing.TB
	*Desk
	server *httptest.Server
	clock  *watch
}

const token = "the-token-of-the-link"

// serve serves a report; change changes who may come.
func serve(t testing.TB, r *compare.Report, change func(*Access)) *served {
	clock := &watch{now: time.Date(2024, time.May, 2, 9, 0, 0, 0, time.UTC)}
	store, err := decision.Open(filepath.Join(t.TempDir(), "desk.db"), clock.Now)
	require.NoError(t, err)
	t.Cleanup(func() { store.Close() })
	server := httptest.NewUnstartedServer(nil)
	u, err := url.Parse("http://" + server.Listener.Addr().String())
	require.NoError(t, err)
	access := Access{Port: u.Port(), Loopback: true, Token: token, Who: "ines"}
	if change != nil {
		change(&access)
	}
	d := New(Options{Store: store, Render: render.Options{Version: "v1.2.3"}, Access: access, Clock: clock.Now, API: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent) // which nothing else answers
	})})
	if r != nil {
		require.NoError(t, d.Show(context.Background(), r))
	}
	server.Config.Handler = d.Handler()
	server.Start()
	t.Cleanup(server.Close)
	t.Cleanup(server.CloseClientConnections)
	return &served{t, d, server, clock}
}

// visitor is a browser without a page: it keeps cookies, and the page's token once it
// has asked for what stands decided.
type visitor struct {
	*served
	client *http.Client
	csrf   string
}

func (s *served) visitor() *visitor {
	jar, err := cookiejar.New(nil)
	require.NoError(s.t, err)
	return &visitor{s, &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}, ""}
}

// ines is a visitor who has opened the link.
func (s *served) ines() *visitor {
	v := s.visitor()
	status, _ := v.get("/?token=" + token)
	require.Equal(s.t, http.StatusSeeOther, status)
	v.standing()
	return v
}

func (v *visitor) do(r *http.Request) (int, string) {
	answer, err := v.client.Do(r)
	require.NoError(v.t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(v.t, err)
	return answer.StatusCode, string(body)
}

func (v *visitor) request(method, path, body string) *http.Request {
	r, err := http.NewRequest(method, v.server.URL+path, strings.NewReader(body))
	require.NoError(v.t, err)
	return r
}

func (v *visitor) get(path string) (int, string) { return v.do(v.request("GET", path, "")) }

// post is a request as the page sends it.
func (v *visitor) post(path string, body any) *http.Request {
	data, err := json.Marshal(body)
	require.NoError(v.t, err)
	r := v.request("POST", path, string(data))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", v.server.URL)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set("X-CSRF-Token", v.csrf)
	return r
}

// decide sends a decision.
func (v *visitor) decide(asked request) (int, decisionJSON, string) {
	status, body := v.do(v.post("/desk/decide", asked))
	var made decisionJSON
	if status == http.StatusOK {
		require.NoError(v.t, json.Unmarshal([]byte(body), &made))
	}
	return status, made, body
}

// standing is what stands decided.
func (v *visitor) standing() standingJSON {
	status, body := v.get("/desk/decisions")
	require.Equal(v.t, http.StatusOK, status, body)
	var out standingJSON
	require.NoError(v.t, json.NewDecoder(bytes.NewReader([]byte(body))).Decode(&out))
	v.csrf = out.CSRF
	return out
}
