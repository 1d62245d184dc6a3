package align

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel does work for every place from 0 to n, on as many goroutines as
// there are cores, numbered from 0. What a place gives must not depend on the
// others.
func inParallel(n int, work func(worker, place int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers < 2 {
		for i := range n {
			work(0, i)
		}
		return
	}
	var next atomic.Int64
	var done sync.WaitGroup
	for worker := range workers {
		done.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(worker, i)
			}
		})
	}
	done.Wait()
}
