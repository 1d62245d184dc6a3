package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/require"
)

// How long the demo's articles take an assistant, against the command line: a whole
// report, the call alone, and the server from its start to its end.
func BenchmarkAssistant(b *testing.B) {
	folder := b.TempDir()
	program := filepath.Join(folder, "xref")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(b, err, "%s", out)
	demo := exec.Command(program, "demo", "--write", "coverage")
	demo.Dir = folder
	require.NoError(b, demo.Run())
	serve := func(b *testing.B, cache string) *mcp.ClientSession {
		c := exec.Command(program, "mcp", cache)
		c.Dir = folder
		session, err := mcp.NewClient(&mcp.Implementation{Name: "benchmark", Version: "1"}, nil).Connect(b.Context(), &mcp.CommandTransport{Command: c}, nil)
		require.NoError(b, err)
		return session
	}
	compare := func(b *testing.B, s *mcp.ClientSession) {
		r, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: "compare", Arguments: map[string]any{"articles": []any{map[string]any{"path": "coverage"}}}})
		require.NoError(b, err)
		require.False(b, r.IsError)
	}
	for _, kept := range []struct{ name, flag string }{{"Fresh", "--no-cache"}, {"Kept", "--cache=" + filepath.Join(folder, "kept")}} {
		b.Run("Report"+kept.name, func(b *testing.B) {
			for b.Loop() {
				c := exec.Command(program, "report", "coverage", kept.flag)
				c.Dir = folder
				require.NoError(b, c.Run())
			}
		})
		b.Run("Call"+kept.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				s := serve(b, kept.flag)
				b.StartTimer()
				compare(b, s)
				b.StopTimer()
				require.NoError(b, s.Close())
				b.StartTimer()
			}
		})
		b.Run("Whole"+kept.name, func(b *testing.B) {
			for b.Loop() {
				s := serve(b, kept.flag)
				compare(b, s)
				require.NoError(b, s.Close())
			}
		})
	}
}
