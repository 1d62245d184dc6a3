// Package parallel shares work among the processor's cores, with the same result as
// one after the other.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Workers is how many goroutines share n pieces of work.
func Workers(n int) int { return max(1, min(n, runtime.GOMAXPROCS(0))) }

// Each does work for every place from 0 to n, on as many goroutines as there are
// cores, numbered from 0. What a place gives must not depend on the others.
func Each(n int, work func(worker, place int)) {
	count := Workers(n)
	if count < 2 {
		for i := range n {
			work(0, i)
		}
		return
	}
	var next atomic.Int64
	var done sync.WaitGroup
	for worker := range count {
		done.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(worker, i)
			}
		})
	}
	done.Wait()
}
