package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// folderState is another text whenever a file in a folder, or below it, came, went or
// was written. What begins with a dot doesn't count, as it isn't read, nor does what xref
// writes there itself: the database, and what a cache keeps.
func folderState(folder, database string) string {
	own := databaseFiles(database)
	h := sha256.New()
	seen := map[string]bool{}
	var walk func(folder string)
	walk = func(folder string) {
		real, err := filepath.EvalSymlinks(folder)
		if err != nil || seen[real] {
			return
		}
		seen[real] = true
		entries, err := os.ReadDir(folder)
		if err != nil {
			fmt.Fprintf(h, "%q can't be read\n", folder)
			return
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".") {
				continue
			}
			path := filepath.Join(folder, e.Name())
			if strings.HasSuffix(e.Name(), cacheEnding) || own[filepath.Join(real, e.Name())] {
				continue // what xref writes itself
			}
			info, err := os.Stat(path)
			switch {
			case err != nil:
				fmt.Fprintf(h, "%q isn't there\n", path)
			case info.IsDir():
				fmt.Fprintf(h, "%q\n", path)
				walk(path)
			default:
				fmt.Fprintf(h, "%q %d %d\n", path, info.Size(), info.ModTime().UnixNano())
			}
		}
	}
	walk(folder)
	return hex.EncodeToString(h.Sum(nil))
}

// databaseFiles are the real paths of a database and of the files that it has beside it.
func databaseFiles(database string) map[string]bool {
	folder, err := filepath.Abs(filepath.Dir(database))
	if err == nil {
		if real, err := filepath.EvalSymlinks(folder); err == nil {
			folder = real
		}
	}
	all := map[string]bool{}
	for _, ending := range []string{"", "-wal", "-shm", "-journal"} {
		all[filepath.Join(folder, filepath.Base(database)+ending)] = true
	}
	return all
}
