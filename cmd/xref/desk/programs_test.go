package desk

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// program asks the API as a program does, with one thing changed.
func (v *visitor) program(authorization string, change func(*http.Request)) (int, http.Header) {
	q := v.request("POST", "/api/v1/compare", "{}")
	q.Header.Set("Content-Type", "application/json")
	if authorization != "" {
		q.Header.Set("Authorization", authorization)
	}
	if change != nil {
		change(q)
	}
	r, err := v.client.Do(q)
	require.NoError(v.t, err)
	defer r.Body.Close()
	switch r.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests:
		var body struct {
			Error struct{ Code, Message string }
		}
		require.NoError(v.t, json.NewDecoder(r.Body).Decode(&body))
		require.Equal(v.t, "refused", body.Error.Code)
		require.NotEmpty(v.t, body.Error.Message)
	}
	for name := range headers {
		require.NotEmpty(v.t, r.Header.Get(name), name)
	}
	return r.StatusCode, r.Header
}

func TestAPIGuards(t *testing.T) {
	s := serve(t, reportOf(ferries...), nil)
	header := func(name, value string) func(*http.Request) {
		return func(q *http.Request) { q.Header.Set(name, value) }
	}
	for _, row := range []struct {
		reason, authorization string
		change                func(*http.Request)
		status                int
	}{
		{"the token", "Bearer " + token, nil, http.StatusNoContent},
		{"the scheme in small letters", "bearer " + token, nil, http.StatusNoContent},
		{"from the desk's own page", "Bearer " + token, header("Origin", s.server.URL), http.StatusNoContent},
		{"no token", "", nil, http.StatusUnauthorized},
		{"an empty one", "Bearer ", nil, http.StatusUnauthorized},
		{"a wrong one", "Bearer guess", nil, http.StatusUnauthorized},
		{"the beginning of it", "Bearer " + token[:5], nil, http.StatusUnauthorized},
		{"no scheme", token, nil, http.StatusUnauthorized},
		{"as a password", "Basic aW5lczp0aGUtdG9rZW4tb2YtdGhlLWxpbms=", nil, http.StatusUnauthorized},
		{"in the address", "", func(q *http.Request) { q.URL.RawQuery = "token=" + token }, http.StatusUnauthorized},
		{"another host", "Bearer " + token, func(q *http.Request) { q.Host = "evil.example:" + s.Access.Port }, http.StatusMisdirectedRequest},
		{"another origin", "Bearer " + token, header("Origin", "http://evil.example"), http.StatusForbidden},
		{"no origin that is told", "Bearer " + token, header("Origin", "null"), http.StatusForbidden},
		{"another site", "Bearer " + token, header("Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		{"another site of the same name", "Bearer " + token, header("Sec-Fetch-Site", "same-site"), http.StatusForbidden},
		{"what a browser asks for another origin", "", func(q *http.Request) {
			q.Method = "OPTIONS"
			q.Header.Set("Origin", "http://evil.example")
		}, http.StatusForbidden},
		{"the description", "", func(q *http.Request) { q.Method, q.URL.Path = "GET", "/api/v1/openapi.json" }, http.StatusUnauthorized},
		{"a path that there isn't", "", func(q *http.Request) { q.URL.Path = "/api/v2" }, http.StatusUnauthorized},
	} {
		status, answered := s.visitor().program(row.authorization, row.change)
		require.Equal(t, row.status, status, row.reason)
		require.Equal(t, status == http.StatusUnauthorized, answered.Get("WWW-Authenticate") == `Bearer realm="xref"`, row.reason)
		require.Empty(t, answered.Get("Access-Control-Allow-Origin"), row.reason)
	}

	ines := s.ines() // whose cookie opens the desk
	own := func(q *http.Request) {
		q.Header.Set("Origin", s.server.URL)
		q.Header.Set("Sec-Fetch-Site", "same-origin")
		q.Header.Set("X-CSRF-Token", ines.csrf)
	}
	status, _ := ines.program("", own)
	require.Equal(t, http.StatusUnauthorized, status, "no cookie counts")
	q := s.visitor().request("GET", "/desk/decisions", "")
	q.Header.Set("Authorization", "Bearer "+token)
	status, _ = s.visitor().do(q)
	require.Equal(t, http.StatusUnauthorized, status, "and no token elsewhere")
}

func TestAPIPasswords(t *testing.T) {
	s := serve(t, reportOf(ferries...), func(a *Access) {
		a.Token, a.Who = "", ""
		a.People = Passwords{"ines": "correct horse 1", "omar": "with a : colon"}
	})
	v := s.visitor()
	by := func(name, password string) int {
		status, answered := v.program("", func(q *http.Request) { q.SetBasicAuth(name, password) })
		if status == http.StatusUnauthorized {
			require.Equal(t, `Basic realm="xref", charset="UTF-8"`, answered.Get("WWW-Authenticate"))
		}
		if status == http.StatusTooManyRequests {
			require.NotEmpty(t, answered.Get("Retry-After"))
		}
		return status
	}
	for range 2 * triesAll {
		require.Equal(t, http.StatusNoContent, by("ines", "correct horse 1"), "a right password is never one too many")
	}
	require.Equal(t, http.StatusNoContent, by("omar", "with a : colon"))
	for _, authorization := range []string{"", "Bearer ", "Bearer " + token, "Basic", "Basic !"} {
		status, _ := v.program(authorization, nil)
		require.Equal(t, http.StatusUnauthorized, status, authorization)
	}
	status, _ := v.program("", func(q *http.Request) {
		q.SetBasicAuth("ines", "correct horse 1")
		q.Header.Set("Origin", "http://evil.example")
	})
	require.Equal(t, http.StatusForbidden, status, "a browser that knows the password sends it for any page")

	for i, wrong := range [][2]string{{"ines", "correct horse 2"}, {"ines", ""}, {"nobody", ""}, {"", ""}, {"omar", "correct horse 1"}} {
		require.Equal(t, http.StatusUnauthorized, by(wrong[0], wrong[1]), wrong)
		if i+1 < triesEach {
			require.Equal(t, http.StatusNoContent, by("ines", "correct horse 1"), "which brings no try back")
		}
	}
	require.Equal(t, http.StatusTooManyRequests, by("ines", "correct horse 1"), "also the right one has to wait")
	q := v.request("POST", "/login", "name=ines&password=correct+horse+1")
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	q.Header.Set("Origin", s.server.URL)
	status, _ = v.do(q)
	require.Equal(t, http.StatusTooManyRequests, status, "the tries are those of the log-in")
	s.clock.turn(triesBack + time.Second)
	require.Equal(t, http.StatusNoContent, by("ines", "correct horse 1"))
}
