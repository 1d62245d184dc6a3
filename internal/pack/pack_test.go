package pack

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

type inner struct {
	Word   string
	Number float64
	Small  uint8
	When   time.Time
}

type outer struct {
	Name   string
	Places []int
	Inner  []inner
	Pair   [2]int16
	One    *inner
	Deep   struct{ Is bool }
	Empty  []string
}

func drawn(t *rapid.T) outer {
	word := rapid.SampledFrom([]string{"", "a", "bridge", "é"})
	piece := rapid.Custom(func(t *rapid.T) inner {
		return inner{word.Draw(t, "word"), rapid.SampledFrom([]float64{0, 1, -2.5, math.Inf(1), 1e300}).Draw(t, "number"), rapid.Uint8().Draw(t, "small"), time.Unix(rapid.Int64Range(0, 1<<33).Draw(t, "when"), 5).UTC()}
	})
	o := outer{Name: word.Draw(t, "name"), Pair: [2]int16{rapid.Int16().Draw(t, "first"), rapid.Int16().Draw(t, "second")}}
	o.Places = rapid.SliceOf(rapid.Int()).Draw(t, "places")
	o.Inner = rapid.SliceOf(piece).Draw(t, "inner")
	o.Deep.Is = rapid.Bool().Draw(t, "is")
	if rapid.Bool().Draw(t, "one") {
		one := piece.Draw(t, "piece")
		o.One = &one
	}
	if rapid.Bool().Draw(t, "empty") {
		o.Empty = []string{}
	}
	return o
}

func TestWhatIsPackedIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t)
		packed, err := Value(in)
		require.NoError(t, err)
		var out outer
		require.NoError(t, Read(packed, &out))
		require.Equal(t, in, out)
		require.Error(t, Read(append(packed, 0), new(outer)), "a byte more")
		require.Error(t, Read(packed[:len(packed)-1], new(outer)), "a byte less")
	})
}

func TestWhatCantBePackedIsTold(t *testing.T) {
	for _, value := range []any{struct{ m map[string]int }{map[string]int{"a": 1}}, struct{ Any any }{1}, struct{ hidden int }{1}, []any{func() {}}} {
		_, err := Value(value)
		require.ErrorContains(t, err, "can't be packed")
	}
	packed, err := Value(struct{ hidden int }{})
	require.NoError(t, err, "what is zero is left out")
	require.NotEmpty(t, packed)
}

// Any other bytes are an error at the most.
func FuzzRead(f *testing.F) {
	packed, err := Value(outer{Name: "bridge", Places: []int{1, -2}, Inner: []inner{{Word: "a", Number: 2}}})
	require.NoError(f, err)
	f.Add(packed)
	f.Add([]byte{})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var out outer
		if Read(data, &out) == nil {
			_, err := Value(out)
			require.NoError(t, err)
		}
	})
}
