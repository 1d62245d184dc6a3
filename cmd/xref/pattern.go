package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// isPattern reports whether a path stands for all that are like it.
func isPattern(path string) bool { return strings.ContainsAny(path, "*?[") }

// likePattern is the paths that a pattern fits, in the order of their names: * and ?
// stand for letters of one name (path/filepath.Match), a name ** for any folders or
// none. Of a pattern with **, only files are.
func likePattern(pattern string) ([]string, error) {
	names := strings.Split(filepath.ToSlash(filepath.Clean(pattern)), "/")
	fixed := 0
	deep := false
	for i, n := range names {
		if _, err := filepath.Match(n, ""); err != nil {
			return nil, err
		}
		deep = deep || n == "**"
		if fixed == i && !isPattern(n) {
			fixed++
		}
	}
	if !deep {
		return filepath.Glob(pattern)
	}
	root := strings.Join(names[:fixed], "/")
	switch {
	case fixed == 0:
		root = "."
	case root == "":
		root = "/"
	}
	var found []string
	err := filepath.WalkDir(filepath.FromSlash(root), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			if os.IsNotExist(err) {
				return nil
			}
			return err
		}
		below, err := filepath.Rel(filepath.FromSlash(root), path)
		if err == nil && fits(names[fixed:], strings.Split(filepath.ToSlash(below), "/")) {
			found = append(found, path)
		}
		return err
	})
	return found, err
}

// fits reports whether the names of a path are like those of a pattern, whose own are
// well-formed.
func fits(pattern, names []string) bool {
	if len(pattern) == 0 {
		return len(names) == 0
	}
	if pattern[0] == "**" {
		for skipped := range len(names) + 1 {
			if fits(pattern[1:], names[skipped:]) {
				return true
			}
		}
		return false
	}
	if len(names) == 0 {
		return false
	}
	like, _ := filepath.Match(pattern[0], names[0])
	return like && fits(pattern[1:], names[1:])
}
