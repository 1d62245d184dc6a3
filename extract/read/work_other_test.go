//go:build !unix

package read

import "time"

var begun = time.Now()

// worked is the time that the test has taken.
func worked() time.Duration { return time.Since(begun) }
