//go:build unix

package pdf

import (
	"io/fs"
	"os"
	"syscall"
)

// isPrivate reports whether only this user can write a folder.
func isPrivate(info fs.FileInfo) bool {
	owner, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(owner.Uid) == os.Getuid() && info.Mode().Perm()&0o022 == 0
}
