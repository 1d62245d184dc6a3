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
// of it. A server shares the machine with others and isn't waited for: it takes
// little more than the analyses themselves.
const (
	leastMemory   = 240 << 20
	memoryPerByte = 100
	serverMemory  = 140 << 20
	serverPerByte = 44
)

// How many percent the memory grows between two collections of garbage, as long as it
// stays within its bound: of a command that ends when its work is done, and of a server.
const (
	rarely  = 400
	usually = 100
)

// memoryBound is the bound that boundMemory set last.
var memoryBound atomic.Int64

// boundMemory has garbage collected rarely as long as the memory is what articles
// need, and often beyond. What GOGC and GOMEMLIMIT say stands. Where more is read later
// the bound rises.
func boundMemory(articles []*article.Article, server bool) {
	if now := debug.SetMemoryLimit(-1); now != math.MaxInt64 && now != memoryBound.Load() || os.Getenv("GOGC") != "" {
		return
	}
	text := 0
	for _, a := range articles {
		text += len(a.Text)
	}
	least, perByte, percent := leastMemory, memoryPerByte, rarely
	if server {
		least, perByte, percent = serverMemory, serverPerByte, usually
	}
	bound := max(int64(least), int64(perByte*text), memoryBound.Load())
	memoryBound.Store(bound)
	debug.SetMemoryLimit(bound)
	debug.SetGCPercent(percent)
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
