//go:build unix

package encoder

import (
	"context"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// sixLayers is the shape of the model that ships.
func sixLayers() Header {
	h := tinyHeader
	h.Layers, h.Width, h.Heads, h.Inner, h.Positions, h.Vector = 6, 384, 12, 1536, 128, 128
	return h
}

// processorTime is how many seconds of a processor the process has used. On a
// machine that does other things too it says more than the time that has passed.
func processorTime(b *testing.B) float64 {
	var used syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano() + used.Stime.Nano()).Seconds()
}

// BenchmarkScore reads pairs of 60 pieces on one processor.
func BenchmarkScore(b *testing.B) {
	file := randomModel(1, sixLayers()).file(b)
	pair := Pair{A: strings.Repeat("the mayor said. ", 7), B: strings.Repeat("two police report ", 9) + "two men"}
	pairs := make([]Pair, 12)
	for i := range pairs {
		pairs[i] = pair
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, k := range sets() {
		b.Run(strings.ReplaceAll(k.name, " ", ""), func(b *testing.B) {
			m, err := load(file, k)
			require.NoError(b, err)
			require.Equal(b, 60, m.Cost(pair))
			before := processorTime(b)
			for b.Loop() {
				_, err := m.Score(context.Background(), pairs)
				require.NoError(b, err)
			}
			b.ReportMetric(float64(60*len(pairs)*b.N)/(processorTime(b)-before), "tokens/s")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	file := randomModel(1, sixLayers()).file(b)
	for b.Loop() {
		_, err := Load(file)
		require.NoError(b, err)
	}
}

func BenchmarkPieces(b *testing.B) {
	v, cases := reference(b)
	text := cases[0].text + cases[1].text + cases[2].text
	pieces := 0
	for b.Loop() {
		pieces += len(v.pieces(text))
	}
	b.ReportMetric(float64(pieces)/b.Elapsed().Seconds(), "pieces/s")
}
