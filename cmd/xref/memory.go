package main

import (
	"math"
	"runtime/debug"

	"xref/extract/article"
)

// Memory up to which nothing is saved, and what a byte of text takes besides where
// many articles are read: its analysis, and what comparing makes of it.
const (
	leastMemory   = 360 << 20
	memoryPerByte = 100
)

// boundMemory has the collector of garbage work more where the memory would go beyond
// what articles need, rather than at every doubling. What GOMEMLIMIT says stands.
func boundMemory(articles []*article.Article) {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	text := 0
	for _, a := range articles {
		text += len(a.Text)
	}
	debug.SetMemoryLimit(int64(max(leastMemory, memoryPerByte*text)))
}
