package pdf

import (
	"os"
	"path/filepath"
)

// cacheFolder is where the compiled engine is kept for the next run: a folder of
// the user's that nobody else can write, or none, for what is in it is run.
func cacheFolder() (string, bool) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", false
	}
	own := filepath.Join(base, "xref")
	folder := filepath.Join(own, "pdf")
	if os.MkdirAll(folder, 0o700) != nil {
		return "", false
	}
	for _, path := range []string{own, folder} {
		info, err := os.Lstat(path)
		if err != nil || !info.IsDir() || !isPrivate(info) {
			return "", false
		}
	}
	return folder, true
}
