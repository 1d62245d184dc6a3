//go:build !windows

package desk

// onlyOwner is whether a file's mode says who can read it.
const onlyOwner = true
