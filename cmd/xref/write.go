package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// mostWaiting is how long a pipe may take nothing before writing to it ends.
const mostWaiting = 60 * time.Second

// writeFile puts data in place of a regular file at once: who reads it sees the old
// content or the new, and a symbolic link stays one. What is written to a pipe, a
// terminal or the summary of a workflow's step comes after what is there.
func writeFile(path string, data []byte) error {
	to, err := linked(path)
	if err == nil {
		if isStream(path) {
			err = appendTo(path, data)
		} else {
			err = replace(to, data)
		}
	}
	return cantWrite(path, err)
}

// isStream reports whether a path is something that is written to and not replaced.
func isStream(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	if !info.Mode().IsRegular() || slices.Contains([]string{"/dev/stdout", "/dev/stderr"}, path) || strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/self/fd/") {
		return true
	}
	summary, err := os.Stat(os.Getenv("GITHUB_STEP_SUMMARY"))
	return err == nil && os.SameFile(info, summary)
}

// appendTo writes at the end of what is there. A pipe that nobody reads is an
// error; it isn't waited for longer than mostWaiting.
func appendTo(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|syscall.O_NONBLOCK, 0)
	if errors.Is(err, syscall.ENXIO) {
		return errors.New("nobody reads this pipe")
	}
	if err != nil {
		return err
	}
	// Only pipes and the like take a deadline.
	_ = f.SetWriteDeadline(time.Now().Add(mostWaiting))
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// sameFile reports whether two paths are of one file, whatever links lead to it. It needn't
// be there.
func sameFile(a, b string) bool {
	return filepath.Clean(a) == filepath.Clean(b) || !isStream(a) && !isStream(b) && target(a) == target(b)
}

// target is the one path of the file that a path leads to; the path itself where that can't
// be told.
func target(path string) string {
	to, err := linked(path)
	if err != nil {
		return path
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(to))
	if err != nil {
		return path
	}
	folder, err = filepath.Abs(folder)
	if err != nil {
		return path
	}
	return filepath.Join(folder, filepath.Base(to))
}

// mostLinks is how many symbolic links lead to a file at most.
const mostLinks = 40

// linked is the path of the file that symbolic links lead to, which needn't be
// there.
func linked(path string) (string, error) {
	for range mostLinks {
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			return path, nil
		}
		to, err := os.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(to) {
			// Not joined: ".." after a link to a folder is that folder's parent.
			to = filepath.Dir(path) + string(filepath.Separator) + to
		}
		path = to
	}
	return "", errors.New("too many symbolic links")
}

// replace writes a file beside the one at path, and renames it when all of it is on
// the disk. Whatever ends the run before, the file beside is removed.
func replace(path string, data []byte) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := createUnfinished(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer unfinished.remove(f.Name())
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return err
}

// cantWrite is why a file can't be written, without the name that it has on the
// way; nil for nil.
func cantWrite(path string, err error) error {
	if err == nil {
		return nil
	}
	var of *fs.PathError
	if errors.As(err, &of) {
		err = of.Err
	}
	var renamed *os.LinkError
	if errors.As(err, &renamed) {
		err = renamed.Err
	}
	return fmt.Errorf("%s: can't be written: %w", path, err)
}
