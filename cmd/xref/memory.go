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

// How many percent the memory grows between two collections of garbage, as long as it
// stays within its bound: of a command that ends when its work is done, and of a server, which shares the
// machine with others and isn't waited for.
const (
	rarely  = 400
	usually = 100
	sparing = 50
)

// memoryBound is the bound that boundMemory set last.
var memoryBound atomic.Int64

// boundMemory has garbage collected rarely as long as the memory is what articles
// need, and often beyond; by a server always often. What GOGC and GOMEMLIMIT say stands.
// Where more is read later the bound rises.
func boundMemory(articles []*article.Article, server bool) {
	if server {
		if os.Getenv("GOGC") == "" {
			debug.SetGCPercent(sparing)
		}
		return
	}
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

// restMemory ends what boundMemory set, when the work for somebody is done who may ask for
// more. A server gives back what the work took, too.
func restMemory(server bool) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(usually)
	}
	if server {
		debug.FreeOSMemory()
	}
}
