//go:build unix

package read

import (
	"syscall"
	"time"
)

// worked is the processor time that the test has taken, which other programs on the
// machine don't add to.
func worked() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano())
}
