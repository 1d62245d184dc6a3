package desk

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
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
