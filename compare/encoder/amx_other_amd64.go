//go:build amd64 && !linux

package encoder

// mayUseTiles reports false: how a system is asked is known of Linux alone.
func mayUseTiles() bool { return false }
