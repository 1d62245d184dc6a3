package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"golang.org/x/term"
)

// progress tells how many articles are analysed: on one line of a terminal, and a
// program that wants to know. Where there is neither it is silent.
type progress struct {
	mu          sync.Mutex
	to          io.Writer // nil where there is no terminal
	told        func(done, of int)
	done, total int
}

// worthTelling is how many articles take long enough to be told of.
const worthTelling = 8

func newProgress(to io.Writer, total int, told func(done, of int)) *progress {
	if !isTerminal(to) || total < worthTelling {
		to = nil
	}
	return &progress{to: to, told: told, total: total}
}

func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.to != nil {
		fmt.Fprintf(p.to, "\rreading %d of %d", p.done, p.total)
	}
	if p.told != nil {
		p.told(p.done, p.total)
	}
}

// end clears the line.
func (p *progress) end() {
	if p.to != nil {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

// isTerminal reports whether what is written to w is seen on a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
