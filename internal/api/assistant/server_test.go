package assistant

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/render"
	"xref/extract"
	"xref/extract/article"
	"xref/extract/lang"
	"xref/extract/read"
	"xref/extract/resolve"
	"xref/internal/api"
)

// plain is an engine whose articles are what they are given as, without findings.
type plain struct{}

func (plain) Read(ctx context.Context, inputs []read.Input, told api.Told) (api.Material, error) {
	var m api.Material
	for i, in := range inputs {
		switch string(in.Text) {
		case "panic":
			panic("a bug")
		case "wait":
			<-ctx.Done()
			return m, ctx.Err()
		case "":
			return m, errors.New("nothing to read")
		}
		a := &article.Article{ID: fmt.Sprint(i), Path: fmt.Sprint(i), Text: string(in.Text), Body: article.Span{End: len(in.Text)}, SHA256: strings.Repeat("0", 64)}
		m.Documents = append(m.Documents, &extract.Document{Article: a, Text: &lang.Text{Source: a.Text}, Resolution: &resolve.Resolution{}})
		if told != nil {
			told(i+1, len(inputs))
		}
	}
	return m, nil
}

func (plain) Compare(_ context.Context, m api.Material) (*compare.Report, error) {
	return &compare.Report{Documents: m.Documents}, nil
}

// collected is what a server writes.
type collected struct {
	mu sync.Mutex
	bytes.Buffer
}

func (c *collected) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.Buffer.Write(b)
}

func (c *collected) Close() error { return nil }

// served is what a server writes to what it reads, until it has answered all of it.
func served(t testing.TB, in string) []string {
	out := &collected{}
	server := NewServer(api.New(plain{}, render.Options{}), Options{Version: "test"})
	_ = server.Run(t.Context(), Transport(io.NopCloser(strings.NewReader(in)), out)) // whatever it says of what was read
	out.mu.Lock()
	defer out.mu.Unlock()
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
}

const handshake = `{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
{"jsonrpc":"2.0","method":"notifications/initialized"}
`

func extracting(id int, words string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"extract","arguments":{"articles":[{"text":%q}]}}}`+"\n", id, words)
}

// What was asked before the input ended is answered, each once.
func TestEndOfInputWaitsForAnswers(t *testing.T) {
	var in strings.Builder
	in.WriteString(handshake)
	for id := 1; id <= 50; id++ {
		in.WriteString(extracting(id, fmt.Sprint("article ", id)))
	}
	answered := map[float64]int{}
	for _, line := range served(t, in.String()) {
		var m struct{ ID *float64 }
		require.NoError(t, json.Unmarshal([]byte(line), &m), line)
		answered[*m.ID]++
	}
	require.Len(t, answered, 51)
	for id, n := range answered {
		require.Equal(t, 1, n, id)
	}
	require.Equal(t, []string{""}, served(t, ""))
}

// A request that was called off keeps nobody waiting.
func TestEndOfInputAfterACall(t *testing.T) {
	in := handshake + extracting(1, "wait") + `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}` + "\n" + extracting(2, "an article")
	require.Contains(t, strings.Join(served(t, in), "\n"), `"id":2`)
}

// A bug costs one answer, by an error of the protocol.
func TestPanicIsAnError(t *testing.T) {
	out := strings.Join(served(t, handshake+extracting(1, "panic")+extracting(2, "an article")), "\n")
	require.Contains(t, out, `"id":1,"error":{"code":-32603,"message":"a bug in xref test, not in the articles: a bug"}`)
	require.Contains(t, out, `"structuredContent"`)
}

// Progress of many articles is told a bounded number of times.
func TestProgressIsBounded(t *testing.T) {
	var told []float64
	done := make(chan bool)
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, &mcp.ClientOptions{
		ProgressNotificationHandler: func(_ context.Context, r *mcp.ProgressNotificationClientRequest) {
			told = append(told, r.Params.Progress)
			if r.Params.Progress == r.Params.Total {
				close(done)
			}
		},
	})
	ours, theirs := mcp.NewInMemoryTransports()
	_, err := NewServer(api.New(plain{}, render.Options{}), Options{}).Connect(t.Context(), ours, nil)
	require.NoError(t, err)
	session, err := client.Connect(t.Context(), theirs, nil)
	require.NoError(t, err)
	defer session.Close()
	var many []api.Source
	for range 150 {
		many = append(many, api.Source{Text: "words"})
	}
	params := &mcp.CallToolParams{Name: "extract", Arguments: api.ExtractRequest{Articles: many}}
	params.SetProgressToken("p")
	r, err := session.CallTool(t.Context(), params)
	require.NoError(t, err)
	require.False(t, r.IsError)
	<-done
	require.Len(t, told, tellings)
	require.IsIncreasing(t, told)
}

// Whatever comes in, the server ends with the input, and what it writes is messages.
func FuzzServer(f *testing.F) {
	f.Add([]byte(handshake + extracting(1, "an article")))
	f.Add([]byte(handshake + `{"jsonrpc":"2.0","id":1,"method":"tools/list"}` + "\n"))
	f.Add([]byte(handshake + `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"kinds"}}` + "\n" + `{"jsonrpc":"2.0","id":1,"method":"ping"}` + "\n"))
	f.Add([]byte(handshake + `[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}]` + "\n"))
	f.Add([]byte(handshake + `{"jsonrpc":"2.0","id":"x","method":"tools/call","params":{"name":"compare","arguments":{"set":"set-0000000000000000","cursor":"after-1"},"_meta":{"progressToken":{}}}}` + "\n"))
	f.Add([]byte(`{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":[]}}`))
	f.Add([]byte("\x00\xff{\n"))
	f.Add([]byte(strings.Repeat("[", 2000)))
	f.Fuzz(func(t *testing.T, in []byte) {
		if bytes.Contains(in, []byte("wait")) || bytes.Contains(in, []byte(`\u`)) { // a text for which the engine waits
			return
		}
		for _, line := range served(t, string(in)) {
			if line != "" {
				require.True(t, json.Valid([]byte(line)), line)
			}
		}
	})
}
