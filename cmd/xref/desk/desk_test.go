package desk

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestDecideOverHTTP(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	ines, omar := s.ines(), s.ines()
	id := r.Findings[0].ID
	status, made, body := ines.decide(request{Finding: id, Choice: "dismissed", Reason: "another port", State: "checked"})
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, decisionJSON{Version: 1, Choice: "dismissed", State: "checked", Reason: "another port", Who: "ines", At: "2024-05-02T09:00:00Z"}, made)
	require.Equal(t, made, omar.standing().Findings[id])

	status, _, body = omar.decide(request{Finding: id, Choice: "accepted"})
	require.Equal(t, http.StatusConflict, status)
	var clash struct{ Current decisionJSON }
	require.NoError(t, json.Unmarshal([]byte(body), &clash))
	require.Equal(t, made, clash.Current)

	status, body = omar.do(omar.post("/desk/undo", request{Finding: id, Version: 1, On: 1}))
	require.Equal(t, http.StatusOK, status, body)
	now := ines.standing().Findings[id]
	require.Equal(t, "", now.Choice)
	require.True(t, now.Undoes)
	status, body = ines.get("/desk/history?finding=" + id)
	require.Equal(t, http.StatusOK, status)
	var past []decisionJSON
	require.NoError(t, json.Unmarshal([]byte(body), &past))
	require.Equal(t, []decisionJSON{now, made}, past)

	for _, row := range []struct {
		reason string
		asked  request
		status int
	}{
		{"no reason", request{Finding: id, Version: 2, Choice: "dismissed"}, http.StatusBadRequest},
		{"no such choice", request{Finding: id, Version: 2, Choice: "liked"}, http.StatusBadRequest},
		{"no such finding", request{Finding: "XR-nosuch", Choice: "accepted"}, http.StatusNotFound},
		{"a version to come", request{Finding: r.Findings[1].ID, Version: 9, Choice: "accepted"}, http.StatusBadRequest},
		{"too long a note", request{Finding: id, Version: 2, Note: strings.Repeat("a", 9000)}, http.StatusBadRequest},
		{"too long a request", request{Finding: id, Version: 2, Note: strings.Repeat("a", mostAsked)}, http.StatusBadRequest},
	} {
		status, _, body := ines.decide(row.asked)
		require.Equal(t, row.status, status, "%s: %s", row.reason, body)
	}
	for _, text := range []string{"", "{", "[]", `{"finding": 3}`, `{"finding": "` + id + `", "more": 1}`, `{"finding": "` + id + `"} {}`} {
		q := ines.post("/desk/decide", nil)
		q.Body, q.ContentLength = http.NoBody, 0
		if text != "" {
			other := ines.request("POST", "/desk/decide", text)
			other.Header = q.Header
			q = other
		}
		status, _ := ines.do(q)
		require.Equal(t, http.StatusBadRequest, status, text)
	}
}

// Each guard by itself: what a browser of the desk's own sends passes, and with one thing
// changed it doesn't.
func TestGuards(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	id := r.Findings[0].ID
	port := s.Access.Port
	for _, row := range []struct {
		reason string
		method string
		path   string
		change func(*visitor, *http.Request)
		status int
	}{
		{"the page", "GET", "/", nil, http.StatusOK},
		{"as localhost", "GET", "/desk/style.css", func(_ *visitor, q *http.Request) { q.Host = "localhost:" + port }, http.StatusOK},
		{"another host", "GET", "/", func(_ *visitor, q *http.Request) { q.Host = "evil.example:" + port }, http.StatusMisdirectedRequest},
		{"a host without its port", "GET", "/", func(_ *visitor, q *http.Request) { q.Host = "127.0.0.1" }, http.StatusMisdirectedRequest},
		{"another port", "GET", "/", func(_ *visitor, q *http.Request) { q.Host = "127.0.0.1:1" }, http.StatusMisdirectedRequest},
		{"an address of another machine", "GET", "/", func(_ *visitor, q *http.Request) { q.Host = "192.0.2.7:" + port }, http.StatusMisdirectedRequest},
		{"a host that begins like it", "GET", "/", func(_ *visitor, q *http.Request) { q.Host = "localhost.evil.example:" + port }, http.StatusMisdirectedRequest},
		{"a style sheet of another host", "GET", "/desk/style.css", func(_ *visitor, q *http.Request) { q.Host = "evil.example" }, http.StatusMisdirectedRequest},
		{"a page of another origin reads", "GET", "/desk/decisions", func(_ *visitor, q *http.Request) { q.Header.Set("Origin", "http://evil.example") }, http.StatusForbidden},
		{"an image of another site", "GET", "/desk/decisions", func(_ *visitor, q *http.Request) { q.Header.Set("Sec-Fetch-Site", "cross-site") }, http.StatusForbidden},
		{"a frame of another site", "GET", "/", func(_ *visitor, q *http.Request) {
			q.Header.Set("Sec-Fetch-Site", "cross-site")
			q.Header.Set("Sec-Fetch-Mode", "navigate")
			q.Header.Set("Sec-Fetch-Dest", "iframe")
		}, http.StatusForbidden},
		{"a link of another site", "GET", "/", func(_ *visitor, q *http.Request) {
			q.Header.Set("Sec-Fetch-Site", "cross-site")
			q.Header.Set("Sec-Fetch-Mode", "navigate")
			q.Header.Set("Sec-Fetch-Dest", "document")
		}, http.StatusOK},
		{"no session", "GET", "/", func(v *visitor, _ *http.Request) { v.client.Jar = nil }, http.StatusUnauthorized},
		{"no session, for what is decided", "GET", "/desk/decisions", func(v *visitor, _ *http.Request) { v.client.Jar = nil }, http.StatusUnauthorized},
		{"no session, for events", "GET", "/desk/events", func(v *visitor, _ *http.Request) { v.client.Jar = nil }, http.StatusUnauthorized},
		{"no session, for exports", "GET", "/export/checked.csv", func(v *visitor, _ *http.Request) { v.client.Jar = nil }, http.StatusUnauthorized},
		{"a wrong token", "GET", "/?token=guess", nil, http.StatusForbidden},
		{"a path that there isn't", "GET", "/desk/desk.db", nil, http.StatusNotFound},

		{"a decision", "POST", "/desk/decide", nil, http.StatusOK},
		{"no session, to decide", "POST", "/desk/decide", func(v *visitor, _ *http.Request) { v.client.Jar = nil }, http.StatusUnauthorized},
		{"a decision for another host", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Host = "evil.example:" + port }, http.StatusMisdirectedRequest},
		{"a decision of another origin", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Set("Origin", "http://evil.example") }, http.StatusForbidden},
		{"a decision of another port", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Set("Origin", "http://127.0.0.1:1") }, http.StatusForbidden},
		{"a decision of no origin", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Set("Origin", "null") }, http.StatusForbidden},
		{"a decision that doesn't say its origin", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Del("Origin") }, http.StatusForbidden},
		{"a decision of another site", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Set("Sec-Fetch-Site", "cross-site") }, http.StatusForbidden},
		{"a decision of another site of the same name", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Set("Sec-Fetch-Site", "same-site") }, http.StatusForbidden},
		{"no token of the page", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Del("X-CSRF-Token") }, http.StatusForbidden},
		{"another token", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Set("X-CSRF-Token", strings.Repeat("0", 64)) }, http.StatusForbidden},
		{"a form", "POST", "/desk/decide", func(_ *visitor, q *http.Request) {
			q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}, http.StatusUnsupportedMediaType},
		{"text", "POST", "/desk/decide", func(_ *visitor, q *http.Request) { q.Header.Set("Content-Type", "text/plain") }, http.StatusUnsupportedMediaType},
		{"to decide by reading", "GET", "/desk/decide", nil, http.StatusMethodNotAllowed},
		{"to undo without a token", "POST", "/desk/undo", func(_ *visitor, q *http.Request) { q.Header.Del("X-CSRF-Token") }, http.StatusForbidden},
		{"to log in where nobody does", "POST", "/login", nil, http.StatusNotFound},
	} {
		v := s.ines()
		before := v.standing().Findings[id]
		q := v.request(row.method, row.path, "")
		if row.method == "POST" {
			q = v.post(row.path, request{Finding: id, Version: before.Version, Choice: "accepted"})
		}
		if row.change != nil {
			row.change(v, q)
		}
		answer, err := v.client.Do(q)
		require.NoError(t, err)
		answer.Body.Close()
		require.Equal(t, row.status, answer.StatusCode, row.reason)
		for name := range headers {
			require.NotEmpty(t, answer.Header.Get(name), "%s: %s", row.reason, name)
		}
		after := s.ines().standing().Findings[id]
		require.Equal(t, row.method == "POST" && row.status == http.StatusOK, after.Version > before.Version, row.reason)
	}
}

func TestCookies(t *testing.T) {
	s := serve(t, reportOf(ferries...), nil)
	v := s.visitor()
	answer, err := v.client.Do(v.request("GET", "/?token="+token, ""))
	require.NoError(t, err)
	answer.Body.Close()
	c := answer.Cookies()[0]
	require.Equal(t, "xref-desk-"+s.Access.Port, c.Name, "desks at other ports have their own")
	require.True(t, c.HttpOnly)
	require.Equal(t, http.SameSiteStrictMode, c.SameSite)
	require.False(t, c.Secure)
	for _, row := range []struct{ reason, value string }{
		{"a changed name", "b21hcg" + c.Value[strings.IndexByte(c.Value, '.'):]},
		{"no signature", c.Value[:strings.LastIndexByte(c.Value, '.')]},
		{"nothing", ""},
		{"dots", "...."},
		{"another signature", c.Value[:strings.LastIndexByte(c.Value, '.')] + "." + strings.Repeat("0", 64)},
	} {
		q := s.visitor().request("GET", "/desk/decisions", "")
		q.AddCookie(&http.Cookie{Name: c.Name, Value: row.value})
		status, _ := s.visitor().do(q)
		require.Equal(t, http.StatusUnauthorized, status, row.reason)
	}
	q := v.request("GET", "/desk/decisions", "")
	q.AddCookie(c)
	status, _ := s.visitor().do(q)
	require.Equal(t, http.StatusOK, status)
	s.clock.turn(longestSession)
	status, _ = s.visitor().do(q)
	require.Equal(t, http.StatusUnauthorized, status, "a session ends")
	other := serve(t, reportOf(ferries...), nil)
	q = other.visitor().request("GET", "/desk/decisions", "")
	q.AddCookie(&http.Cookie{Name: "xref-desk-" + other.Access.Port, Value: c.Value})
	status, _ = other.visitor().do(q)
	require.Equal(t, http.StatusUnauthorized, status, "a session is that of one desk")
}

func TestLogin(t *testing.T) {
	s := serve(t, reportOf(ferries...), func(a *Access) {
		a.Token, a.Who, a.Loopback, a.Names = "", "", false, []Name{{Host: "desk.example.org"}}
		a.People = Passwords{"ines": "correct horse 1", "omar": "battery staple 2"}
	})
	login := func(v *visitor, name, password string, change func(*http.Request)) int {
		q := v.request("POST", "/login", url.Values{"name": {name}, "password": {password}}.Encode())
		q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		q.Header.Set("Origin", s.server.URL)
		if change != nil {
			change(q)
		}
		status, _ := v.do(q)
		return status
	}
	v := s.visitor()
	status, _ := v.get("/")
	require.Equal(t, http.StatusSeeOther, status)
	status, page := v.get("/login")
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, page, `type="password"`)
	status, _ = v.get("/?token=")
	require.Equal(t, http.StatusSeeOther, status)
	status, _ = v.get("/?token=x")
	require.Equal(t, http.StatusForbidden, status, "there is no link to come by")

	require.Equal(t, http.StatusForbidden, login(v, "ines", "correct horse 1", func(q *http.Request) { q.Header.Set("Origin", "http://evil.example") }))
	require.Equal(t, http.StatusForbidden, login(v, "ines", "correct horse 1", func(q *http.Request) { q.Header.Del("Origin") }))
	require.Equal(t, http.StatusMisdirectedRequest, login(v, "ines", "correct horse 1", func(q *http.Request) { q.Host = "evil.example" }))
	require.Equal(t, http.StatusSeeOther, login(v, "ines", "correct horse 1", func(q *http.Request) {
		q.Host = "desk.example.org"
		q.Header.Set("Origin", "https://desk.example.org")
	}), "behind a proxy")
	for range triesEach - 1 {
		require.Equal(t, http.StatusUnauthorized, login(v, "omar", "battery staple", nil))
	}
	require.Equal(t, http.StatusUnauthorized, login(v, "nobody", "", nil))
	require.Equal(t, http.StatusTooManyRequests, login(v, "omar", "battery staple 2", nil), "also the right one has to wait")
	s.clock.turn(triesBack)
	require.Equal(t, http.StatusSeeOther, login(v, "omar", "battery staple 2", nil))
	v.standing()
	id := s.current().report.Findings[0].ID
	status, made, body := v.decide(request{Finding: id, Choice: "accepted"})
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, "omar", made.Who)
}

func TestTriesOfAllAddresses(t *testing.T) {
	clock := &watch{now: time.Date(2024, time.May, 2, 9, 0, 0, 0, time.UTC)}
	all := tries{clock: clock.Now}
	for i := range triesAll {
		require.Zero(t, all.wait(string(rune('a'+i))))
	}
	require.Positive(t, all.wait("another"))
	clock.turn(triesBackAll)
	require.Zero(t, all.wait("yet another"))
	for i := range 3 * mostAddresses {
		clock.turn(time.Second)
		all.wait(string(rune(0x4E00 + i)))
	}
	require.LessOrEqual(t, len(all.by), mostAddresses)
}

// What happens is told to every page that is open, and who comes later asks for it.
func TestEvents(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	ines, omar := s.ines(), s.ines()
	answer, err := omar.client.Do(omar.request("GET", "/desk/events", ""))
	require.NoError(t, err)
	defer answer.Body.Close()
	require.Equal(t, "text/event-stream", answer.Header.Get("Content-Type"))
	lines := bufio.NewScanner(answer.Body)
	next := func() (name, data string) {
		for lines.Scan() {
			if text, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				name = text
			}
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return name, text
			}
		}
		require.Fail(t, "the events ended")
		return
	}
	require.True(t, lines.Scan(), "it says at once how to come again")
	status, _, _ := ines.decide(request{Finding: r.Findings[1].ID, Choice: "misaligned", Note: "two\nlines"})
	require.Equal(t, http.StatusOK, status)
	name, data := next()
	require.Equal(t, "decision", name)
	require.JSONEq(t, `{"finding": "`+r.Findings[1].ID+`", "decision": {"version": 1, "choice": "misaligned", "state": "open", "reason": "", "note": "two\nlines", "claim": "", "rating": "", "who": "ines", "at": "2024-05-02T09:00:00Z", "undoes": false}}`, data)
	require.NoError(t, s.Show(context.Background(), reportOf(append(ferries, says{"pilots", "2", "4"})...)))
	name, data = next()
	require.Equal(t, "reading", name)
	require.JSONEq(t, `{"reading": 2, "text": "The coverage has changed: 1 finding came."}`, data)
	s.Fail(context.DeadlineExceeded)
	name, _ = next()
	require.Equal(t, "failed", name)
}

func TestPagesThatDontListenAreLetGo(t *testing.T) {
	var h hub
	page, ok := h.join()
	require.True(t, ok)
	for range mostWaiting + 1 {
		h.tell("decision", 1)
	}
	require.Empty(t, h.pages)
	h.leave(page)
	for range mostPages {
		_, ok := h.join()
		require.True(t, ok)
	}
	_, ok = h.join()
	require.False(t, ok)
}

// A finding that has changed shows what was decided before and asks again; one that
// is only put otherwise keeps its decision.
func TestDecisionsOfFindingsThatChange(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	ines := s.ines()
	for _, f := range r.Findings {
		status, _, body := ines.decide(request{Finding: f.ID, Choice: "accepted", Note: f.Subject, State: "checked"})
		require.Equal(t, http.StatusOK, status, body)
	}
	later := reportOf(says{"ferries", "3", "6"}, says{"trucks on board", "40", "44"}, says{"passengers", "900", "1,100"})
	require.NoError(t, s.Show(context.Background(), later))
	now := ines.standing()
	byID := func(subject string) string {
		for _, f := range later.Findings {
			if f.Subject == subject {
				return f.ID
			}
		}
		return ""
	}
	require.NotContains(t, now.Findings, byID("ferries"), "it asks again")
	was := now.Before[byID("ferries")]
	require.Equal(t, "ferries", was.Note)
	require.Equal(t, "5", was.Values[1].Value)
	require.Equal(t, "accepted", now.Findings[byID("passengers")].Choice)
	put := now.Findings[byID("trucks on board")]
	require.Equal(t, "trucks", put.Note, "the same, put otherwise")
	status, made, body := ines.decide(request{Finding: byID("trucks on board"), Version: put.Version, Choice: "misaligned"})
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, 2, made.Version)
	_, body = ines.get("/desk/history?finding=" + byID("trucks on board"))
	require.Equal(t, 2, strings.Count(body, `"version"`))
	status, _, body = ines.decide(request{Finding: byID("ferries"), Choice: "accepted"})
	require.Equal(t, http.StatusOK, status, body)
	require.NoError(t, s.Show(context.Background(), later))
	again := ines.standing()
	require.Empty(t, again.Before, "what was decided anew doesn't ask any more")
	require.Equal(t, "misaligned", again.Findings[byID("trucks on board")].Choice)

	var told []string
	for _, c := range again.Changes {
		told = append(told, c.How+" "+c.Text)
	}
	require.ElementsMatch(t, []string{
		"came number, differ: ferries", "came number, differ: trucks on board", "went number, differ: ferries", "went number, differ: trucks",
	}, told)
}

func TestExports(t *testing.T) {
	r := reportOf(ferries...)
	s := serve(t, r, nil)
	ines := s.ines()
	for i, asked := range []request{
		{Choice: "accepted", State: "checked", Note: "=HYPERLINK(1)"},
		{Choice: "dismissed", Reason: "no | port", State: "published", Claim: "Forty trucks crossed.", Rating: "Mostly true"},
		{Choice: "accepted"},
	} {
		asked.Finding = r.Findings[i].ID
		status, _, body := ines.decide(asked)
		require.Equal(t, http.StatusOK, status, body)
	}
	_, body := ines.get("/export/checked.csv")
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+2*2, "titles, and two passages of each that is checked")
	require.Contains(t, rows[1], "'=HYPERLINK(1)", "no cell is a formula")
	_, body = ines.get("/export/checked.md")
	require.Equal(t, 2, strings.Count(body, "\n## "))
	require.Contains(t, body, `no \| port`)
	_, body = ines.get("/export/checked.jsonld")
	var page struct {
		Items []struct {
			Body   []struct{ Value string }
			Target []any
		}
	}
	require.NoError(t, json.Unmarshal([]byte(body), &page))
	require.Len(t, page.Items, 2)
	require.Contains(t, page.Items[0].Body[3].Value, "accepted; checked; note: =HYPERLINK(1) (ines, 2024-05-02)")
	_, body = ines.get("/export/claim-review.jsonld")
	var reviews struct {
		Graph []struct {
			ClaimReviewed string
			ReviewRating  struct{ AlternateName string }
			ItemReviewed  struct{ Appearance []struct{ Text string } }
		} `json:"@graph"`
	}
	require.NoError(t, json.Unmarshal([]byte(body), &reviews))
	require.Len(t, reviews.Graph, 1, "only what a person rated")
	require.Equal(t, "Forty trucks crossed.", reviews.Graph[0].ClaimReviewed)
	require.Equal(t, "Mostly true", reviews.Graph[0].ReviewRating.AlternateName)
	require.Len(t, reviews.Graph[0].ItemReviewed.Appearance, 2)
	status, body := ines.get("/export/checked.xlsx")
	require.Equal(t, http.StatusOK, status)
	require.True(t, strings.HasPrefix(body, "PK"))
}

func TestNothingWasReadYet(t *testing.T) {
	s := serve(t, nil, nil)
	v := s.visitor()
	v.get("/?token=" + token)
	for _, path := range []string{"/", "/desk/decisions", "/desk/history?finding=x", "/export/checked.csv"} {
		status, _ := v.get(path)
		require.Equal(t, http.StatusServiceUnavailable, status, path)
	}
}
