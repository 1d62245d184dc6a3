package main

import (
	"math"
	"os"
	"runtime/debug"

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

// boundMemory has garbage collected rarely as long as the memory is what articles
// need, and often beyond. What GOGC and GOMEMLIMIT say stands.
func boundMemory(articles []*article.Article) {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 || os.Getenv("GOGC") != "" {
		return
	}
	text := 0
	for _, a := range articles {
		text += len(a.Text)
	}
	debug.SetMemoryLimit(int64(max(leastMemory, memoryPerByte*text)))
	debug.SetGCPercent(rarely)
}
