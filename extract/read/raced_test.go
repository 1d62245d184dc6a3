//go:build race

package read

// raced is whether the race detector runs, under which pools forget what they hold.
const raced = true
