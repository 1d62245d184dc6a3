package desk

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xref/compare/render"
)

func TestPiecesAreWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p pieces
		var want, got bytes.Buffer
		for i, n := range rapid.SliceOfN(rapid.IntRange(0, 2*pieceBytes), 0, 5).Draw(t, "lengths") {
			data := bytes.Repeat([]byte{byte(i)}, n)
			want.Write(data)
			written, err := p.Write(data)
			require.NoError(t, err)
			require.Equal(t, n, written)
		}
		for range 2 { // it can be written again
			got.Reset()
			n, err := p.WriteTo(&got)
			require.NoError(t, err)
			require.EqualValues(t, want.Len(), n)
			require.Equal(t, want.Len(), p.size)
			require.True(t, bytes.Equal(want.Bytes(), got.Bytes()))
		}
	})
}

// The page is the same whether who asks takes it packed or not.
func TestPageIsSentPackedAndNot(t *testing.T) {
	s := serve(t, reportOf(ferries...), nil)
	v := s.ines()
	var want bytes.Buffer
	require.NoError(t, render.WriteDesk(&want, reportOf(ferries...), s.Render, render.Desk{Reading: 1}))
	for _, row := range []struct {
		accepts string
		packed  bool
	}{
		{"gzip, deflate, br, zstd", true}, {"br;q=1, GZIP;q=0.5", true}, {"gzip;q=0", false}, {"identity", false}, {"br", false},
	} {
		q := v.request("GET", "/", "")
		q.Header.Set("Accept-Encoding", row.accepts)
		answer, err := v.client.Do(q)
		require.NoError(t, err)
		body, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
		require.EqualValues(t, answer.ContentLength, len(body), row.accepts)
		if row.packed {
			require.Equal(t, "gzip", answer.Header.Get("Content-Encoding"), row.accepts)
			unpacked, err := gzip.NewReader(bytes.NewReader(body))
			require.NoError(t, err)
			body, err = io.ReadAll(unpacked)
			require.NoError(t, err)
		} else {
			require.Empty(t, answer.Header.Get("Content-Encoding"), row.accepts)
		}
		require.Equal(t, want.String(), string(body), row.accepts)
		require.Equal(t, "Accept-Encoding", answer.Header.Get("Vary"))
	}
}
