package main

import (
	"math"
	"os"
	"runtime/debug"
	"sync/atomic"

	"xref/extract/article"
)

// Memory up to which garbage is mostly left where it is, and what a byte of text
// takes besides where many articles are read: its analysis, and what comparing makes
// of it.
const (
	leastMemory   = 240 << 20
	memoryPerByte = 100
)

// rarely is how many percent the memory grows between two collections of garbage, as
// long as it stays within its bound.
const rarely = 400

// memoryBound is the bound that boundMemory set last.
var memoryBound atomic.Int64

// boundMemory has garbage collected rarely as long as the memory is what articles
// need, and often beyond. What GOGC and GOMEMLIMIT say stands. Where more is read later
// the bound rises.
func boundMemory(articles []*article.Article) {
	if now := debug.SetMemoryLimit(-1); now != math.MaxInt64 && now != memoryBound.Load() || os.Getenv("GOGC") != "" {
		return
	}
	text := 0
	for _, a := range articles {
		text += len(a.Text)
	}
	bound := max(leastMemory, int64(memoryPerByte*text), memoryBound.Load())
	memoryBound.Store(bound)
	debug.SetMemoryLimit(bound)
	debug.SetGCPercent(rarely)
}
