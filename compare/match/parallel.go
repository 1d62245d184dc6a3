package match

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// workers is how many goroutines share n pieces of work.
func workers(n int) int { return max(1, min(n, runtime.GOMAXPROCS(0))) }

// inParallel does work for every place from 0 to n, on as many goroutines as
// there are cores, numbered from 0. What a place gives must not depend on the
// others.
func inParallel(n int, work func(worker, place int)) {
	count := workers(n)
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
