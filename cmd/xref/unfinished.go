package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// unfinished are the files that are being written. They are the process's, as the
// signals that end it are.
var unfinished unfinishedFiles

type unfinishedFiles struct {
	mu    sync.Mutex
	paths map[string]bool
}

// createUnfinished makes a file in a folder under a name of its own. It is gone when
// the run ends, unless it is renamed.
func createUnfinished(folder string) (*os.File, error) {
	u := &unfinished
	u.mu.Lock()
	defer u.mu.Unlock()
	f, err := os.CreateTemp(folder, ".xref-*")
	if err != nil {
		return nil, err
	}
	if u.paths == nil {
		u.paths = map[string]bool{}
	}
	u.paths[f.Name()] = true
	return f, nil
}

// remove removes a file that wasn't renamed.
func (u *unfinishedFiles) remove(path string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.paths, path)
	os.Remove(path)
}

// statusSignal is added to a signal's number where it ends the run, as shells do.
const statusSignal = 128

// endOnSignals removes what is unfinished where a signal ends the run.
func endOnSignals() {
	caught := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) { // as nohup sets it
			signal.Notify(caught, s)
		}
	}
	go func() {
		s := <-caught
		u := &unfinished
		u.mu.Lock() // and keeps it: nothing new is begun
		for path := range u.paths {
			os.Remove(path)
		}
		number := 0
		if s, ok := s.(syscall.Signal); ok {
			number = int(s)
		}
		os.Exit(statusSignal + number)
	}()
}
