//go:build !unix

package pdf

import "io/fs"

// isPrivate can't be told from a mode here, so that nothing is kept.
func isPrivate(fs.FileInfo) bool { return false }
