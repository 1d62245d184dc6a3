package match

import "xref/internal/parallel"

func workers(n int) int { return parallel.Workers(n) }

func inParallel(n int, work func(worker, place int)) { parallel.Each(n, work) }
