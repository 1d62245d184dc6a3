package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"xref/cmd/xref/desk"
)

// The desk from its command line: the link opens it, what is decided is in the backup
// and there again on the next day, and a new article is read as it comes.
func TestServe(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text+"\n"), 0o644))
	}
	write("north.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 14 people were hurt.")
	write("south.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 17 people were hurt.")

	tick, link, end := startDesk(t, folder)
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	client := &http.Client{Jar: jar}
	page := fetched(t, client, link)
	ids := regexp.MustCompile(`id="?(XR-[0-9a-f]+)`).FindAllStringSubmatch(page, -1)
	require.NotEmpty(t, ids)
	base, _, _ := strings.Cut(link, "?")
	type standing struct {
		CSRF     string
		Reading  int
		Findings map[string]struct{ Choice, Who string }
		Changes  []struct{ How, What, Name string }
	}
	stands := func(client *http.Client, base string) (s standing) {
		require.NoError(t, json.Unmarshal([]byte(fetched(t, client, base+"desk/decisions")), &s))
		return s
	}
	id := ids[0][1]
	q, err := http.NewRequest("POST", base+"desk/decide", strings.NewReader(`{"finding": "`+id+`", "choice": "accepted", "state": "checked"}`))
	require.NoError(t, err)
	q.Header.Set("Content-Type", "application/json")
	q.Header.Set("Origin", strings.TrimSuffix(base, "/"))
	q.Header.Set("X-CSRF-Token", stands(client, base).CSRF)
	answer, err := client.Do(q)
	require.NoError(t, err)
	answer.Body.Close()
	require.Equal(t, http.StatusOK, answer.StatusCode)

	write("later.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 14 people were hurt. A fortnight before, an inspector had warned of rust.")
	tick() // the file is there
	require.Equal(t, 1, stands(client, base).Reading, "it may still be being written")
	tick() // and it has stayed as it was
	tick() // it is read by now
	now := stands(client, base)
	require.Equal(t, 2, now.Reading)
	require.Contains(t, now.Changes, struct{ How, What, Name string }{"came", "article", "later"})
	require.NoError(t, os.WriteFile(filepath.Join(folder, ".hidden.txt"), []byte("no article"), 0o644))
	tick()
	tick()
	tick()
	require.Equal(t, 2, stands(client, base).Reading, "what begins with a dot isn't read")
	require.NoError(t, os.Remove(filepath.Join(folder, "later.txt")))
	tick()
	tick()
	tick()
	require.Equal(t, 3, stands(client, base).Reading)

	copied := filepath.Join(t.TempDir(), "copy.db")
	var out, errs bytes.Buffer
	require.Zero(t, run([]string{"serve", folder, "--backup", copied}, nil, &out, &errs), errs.String())
	require.Contains(t, out.String(), "what is decided about 1 findings")
	require.Equal(t, statusWrong, run([]string{"serve", folder, "--backup", copied}, nil, &out, &errs), "no backup is written over")
	end()

	_, link, end = startDesk(t, folder, "--db", copied)
	jar, err = cookiejar.New(nil)
	require.NoError(t, err)
	client = &http.Client{Jar: jar}
	fetched(t, client, link)
	base, _, _ = strings.Cut(link, "?")
	decided := stands(client, base).Findings[id]
	require.Equal(t, "accepted", decided.Choice)
	require.Equal(t, "ines", decided.Who)
	end()
}

func fetched(t *testing.T, client *http.Client, url string) string {
	answer, err := client.Get(url)
	require.NoError(t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, answer.StatusCode, "%s", body)
	return string(body)
}

// startDesk serves a folder until end is called. tick has the folder looked at, and
// returns when that is begun: what the tick before it led to is done by then.
func startDesk(t *testing.T, folder string, more ...string) (tick func(), link string, end func()) {
	ticks := make(chan time.Time)
	out, in := io.Pipe()
	var errs bytes.Buffer
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(errs.String())
		}
	})
	v := &serving{gatherer: gatherer{streams: streams{nil, in, &errs}}, ticks: ticks}
	c := v.command()
	c.SetArgs(append([]string{folder, "--config", "none", "--as", "ines", "--encoder", "off"}, more...))
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		err := c.ExecuteContext(ctx)
		in.CloseWithError(io.EOF)
		done <- err
	}()
	text := make([]byte, 400)
	n, err := out.Read(text)
	require.NoError(t, err, errs.String())
	found := regexp.MustCompile(`http://\S+`).FindString(string(text[:n]))
	require.NotEmpty(t, found)
	return func() { ticks <- time.Time{} }, found, func() {
		cancel()
		require.NoError(t, <-done)
	}
}

// Programs ask the desk for its folder's findings, also while the folder is read anew.
func TestServeAPI(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text+"\n"), 0o644))
	}
	write("north.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 14 people were hurt.")
	write("south.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 17 people were hurt.")
	write(".hidden.txt", "The footbridge at Old Quay stands.")
	outside := filepath.Join(t.TempDir(), "outside.txt")
	require.NoError(t, os.WriteFile(outside, []byte("The footbridge at Old Quay gave way on Tuesday evening, and 21 people were hurt.\n"), 0o644))
	list := filepath.Join(t.TempDir(), "list.txt")
	require.NoError(t, os.WriteFile(list, []byte(outside+"\n"), 0o644))
	tick, link, end := startDesk(t, folder, "--from", list, "--cache", t.TempDir())
	base, token, _ := strings.Cut(link, "?token=")
	asked := func(name, authorization string, body object) (int, object) {
		data, err := json.Marshal(body)
		require.NoError(t, err)
		q, err := http.NewRequest("POST", base+"api/v1/"+name, bytes.NewReader(data))
		require.NoError(t, err)
		q.Header.Set("Content-Type", "application/json")
		q.Header.Set("Authorization", authorization)
		r, err := http.DefaultClient.Do(q)
		require.NoError(t, err)
		defer r.Body.Close()
		var answer object
		require.NoError(t, json.NewDecoder(r.Body).Decode(&answer))
		return r.StatusCode, answer
	}
	of := func(source object) object { return object{"articles": []any{source}} }

	status, answer := asked("compare", "Bearer "+token, of(object{"path": folder}))
	require.Equal(t, http.StatusOK, status, answer)
	require.Len(t, answer["articles"], 2, "those of the folder alone")
	first := answer["findings"].([]any)[0].(object)["finding"].(object)
	require.Equal(t, "north gives “14 people”; south gives “17 people”.", first["summary"])
	status, answer = asked("finding", "Bearer "+token, object{"set": answer["set"], "id": first["id"]})
	require.Equal(t, http.StatusOK, status, answer)

	require.Equal(t, usually, debug.SetGCPercent(usually), "comparing leaves garbage to be collected as before")

	status, answer = asked("compare", "Bearer wrong", of(object{"path": folder}))
	require.Equal(t, http.StatusUnauthorized, status)
	require.Equal(t, "refused", answer["error"].(object)["code"])
	for reason, source := range map[string]object{
		"outside of the folder": {"path": outside}, "hidden": {"path": filepath.Join(folder, ".hidden.txt")}, "a link": {"link": base},
	} {
		status, answer = asked("compare", "Bearer "+token, of(source))
		require.Equal(t, http.StatusUnprocessableEntity, status, "%s: %v", reason, answer)
	}

	write("later.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 19 people were hurt.")
	tick()
	done := make(chan int)
	for range 3 {
		go func() {
			status, _ := asked("compare", "Bearer "+token, of(object{"path": folder}))
			done <- status
		}()
	}
	tick()
	tick() // it is read anew
	for range 3 {
		require.Equal(t, http.StatusOK, <-done)
	}
	end()
}

// What failed though the folder stayed as it is, as on a full disk, is tried again after
// ever more looks, and told once.
func TestRetry(t *testing.T) {
	var r retry
	require.False(t, r.due(), "nothing has failed")
	full := errors.New("the disk is full")
	require.True(t, r.after(full))
	looks := func() (n int) {
		for n = 1; !r.due(); n++ {
			require.Less(t, n, 2*lastRetry)
		}
		return n
	}
	require.Equal(t, firstRetry, looks())
	require.False(t, r.after(full), "it is told already")
	require.Equal(t, 2*firstRetry, looks())
	require.True(t, r.after(errors.New("something else")))
	require.Equal(t, firstRetry, looks())
	for range 10 {
		r.after(full)
		looks()
	}
	r.after(full)
	require.Equal(t, lastRetry, looks())
	require.False(t, r.after(nil))
	require.False(t, r.due())
}

// The folder is read again after a failure that had nothing to do with it.
func TestServeAfterAFullDisk(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text+"\n"), 0o644))
	}
	write("north.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 14 people were hurt.")
	list := filepath.Join(t.TempDir(), "baseline.json")
	none := `{"schema": "xref.baseline/v1", "findings": []}`
	require.NoError(t, os.WriteFile(list, []byte(none), 0o644))
	tick, link, end := startDesk(t, folder, "--baseline", list, "--no-cache")
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	client := &http.Client{Jar: jar}
	require.NotContains(t, fetched(t, client, link), "17 people")
	require.NoError(t, os.WriteFile(list, []byte("cut o"), 0o644)) // as what a full disk leaves
	write("south.txt", "The footbridge at Old Quay gave way on Tuesday evening, and 17 people were hurt.")
	tick()
	tick() // it can't be shown
	require.NoError(t, os.WriteFile(list, []byte(none), 0o644))
	for range firstRetry + 2 {
		tick()
	}
	base, _, _ := strings.Cut(link, "?")
	require.Contains(t, fetched(t, client, base), "17 people")
	end()
}

func TestHostsOfTheDesk(t *testing.T) {
	people := filepath.Join(t.TempDir(), "people.txt")
	require.NoError(t, os.WriteFile(people, []byte("ines:correct horse 1\n"), 0o600))
	for _, row := range []struct {
		reason string
		hosts  []string
		names  []desk.Name
		says   string
	}{
		{"each says by itself whether it is reached by https", []string{"https://desk.example.org", "inside.example.org:8080"}, []desk.Name{{Host: "desk.example.org", Secure: true}, {Host: "inside.example.org:8080"}}, ""},
		{"in any order", []string{"http://inside.example.org", "https://desk.example.org/"}, []desk.Name{{Host: "inside.example.org"}, {Host: "desk.example.org", Secure: true}}, ""},
		{"a path", []string{"https://example.org/desk"}, nil, "--host"},
		{"nothing", []string{"https://"}, nil, "--host"},
	} {
		t.Run(row.reason, func(t *testing.T) {
			v := serving{listen: "127.0.0.1:0", passwordFile: people, hosts: row.hosts}
			a, listener, err := v.open()
			if row.says != "" {
				require.ErrorContains(t, err, row.says)
				return
			}
			require.NoError(t, err)
			defer listener.Close()
			require.Equal(t, row.names, a.Names)
		})
	}
}

// What xref writes into the folder itself, its database and what it keeps, is no change
// of the coverage.
func TestFolderStateIsThatOfTheArticles(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a folder of coverage")
	write := func(name, text string) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	write("north.txt", "The bridge stands.")
	database := filepath.Join(folder, "decided", "desk.db")
	write("kept/0f.xref", "kept")
	write("decided/desk.db", "")
	last := folderState(folder, database)
	for _, row := range []struct {
		name, text string
		changes    bool
	}{
		{"decided/desk.db", "decided", false}, {"decided/desk.db-wal", "decided", false}, {"decided/desk.db-shm", "x", false},
		{"kept/1a.xref", "kept", false}, {".xref/desk.db", "decided", false},
		{"north.txt", "The bridge fell.  ", true}, {"north (1).txt", "The bridge fell.", true}, {"decided/desk.db.txt", "The bridge fell.", true},
	} {
		write(row.name, row.text)
		now := folderState(folder, database)
		require.Equal(t, row.changes, now != last, row.name)
		last = now
	}
	require.NoError(t, os.Rename(filepath.Join(folder, "north (1).txt"), filepath.Join(folder, "south.txt")))
	require.NotEqual(t, last, folderState(folder, database), "an article is renamed")
	last = folderState(folder, database)
	require.NoError(t, os.Remove(filepath.Join(folder, "south.txt")))
	require.NotEqual(t, last, folderState(folder, database), "an article is deleted")
}
