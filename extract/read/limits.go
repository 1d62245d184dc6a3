package read

import (
	"fmt"
	"time"
)

// Bounds of what is read, so that no file takes the whole run with it. The
// sizes are chosen so that the time is a last resort, which no real article
// comes near: what is read doesn't depend on the machine's speed.
const (
	maxBytes         = 16 << 20
	maxPageBytes     = 8 << 20
	maxPageElements  = 100_000
	maxMarkdownBytes = 512 << 10 // its parser takes time in the square of some texts' length
	maxFrontMatter   = 64 << 10
	maxParsing       = 20 * time.Second
)

// within is what parse gives; an error where that takes longer than
// maxParsing, or panics.
func within[T any](parse func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var out outcome
		defer func() {
			if p := recover(); p != nil {
				out.err = fmt.Errorf("can't be parsed: %v", p)
			}
			done <- out
		}()
		out.value, out.err = parse()
	}()
	limit := time.NewTimer(maxParsing)
	defer limit.Stop()
	select {
	case out := <-done:
		return out.value, out.err
	case <-limit.C:
		var none T
		return none, fmt.Errorf("can't be parsed within %v", maxParsing)
	}
}
