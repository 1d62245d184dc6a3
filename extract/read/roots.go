package read

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Roots are folders outside of which nothing is looked at, wherever a path or a
// symbolic link leads. Hidden files and folders in them, which is where keys and
// passwords lie, are outside too. The nil Roots are no bound.
type Roots struct{ folders []root }

// root is a folder as it was named and without symbolic links, both absolute.
type root struct{ named, real string }

var errOutside = errors.New("outside of the folders that may be read")

// NewRoots are the roots of these folders, each of which must be there.
func NewRoots(folders []string) (*Roots, error) {
	r := &Roots{}
	for _, f := range folders {
		named, err := filepath.Abs(f)
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(named)
		if err != nil {
			return nil, fmt.Errorf("%s: %s", f, reason(err))
		}
		if !info.IsDir() {
			return nil, fmt.Errorf("%s is no folder", f)
		}
		r.folders = append(r.folders, root{named, realPath(named)})
	}
	return r, nil
}

// String is the folders as they were named, absolute.
func (r *Roots) String() string {
	var all []string
	for _, f := range r.folders {
		all = append(all, f.named)
	}
	return strings.Join(all, ", ")
}

// opened is the root that a path lies in, and the way from it. The file system holds
// whoever goes that way within the root, also where somebody changes a link meanwhile.
func (r *Roots) opened(path string) (*os.Root, string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, "", errOutside
	}
	real, err := filepath.EvalSymlinks(abs)
	for _, f := range r.folders {
		way, in := below(f.real, real)
		if err != nil { // it isn't there, or isn't to be told of
			if way, in = below(f.named, abs); !in {
				way, in = below(f.real, abs)
			}
		}
		if !in || throughHidden(way) {
			continue
		}
		at, err := os.OpenRoot(f.real)
		return at, way, err
	}
	return nil, "", errOutside
}

// below is the way from a folder to what lies in it; "." where it is the folder.
func below(folder, path string) (string, bool) {
	way, err := filepath.Rel(folder, path)
	return way, err == nil && filepath.IsLocal(way)
}

// throughHidden reports whether a way leads through a hidden file or folder.
func throughHidden(way string) bool {
	for _, part := range strings.Split(filepath.ToSlash(way), "/") {
		if strings.HasPrefix(part, ".") && part != "." {
			return true
		}
	}
	return false
}

// through does something with what lies in the roots. Of what lies elsewhere not even
// whether it is there is told.
func through[T any](r *Roots, path string, do func(at *os.Root, way string) (T, error)) (T, error) {
	var none T
	at, way, err := r.opened(path)
	if err != nil {
		return none, &fs.PathError{Op: "open", Path: path, Err: errOutside}
	}
	defer at.Close()
	found, err := do(at, way)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return none, &fs.PathError{Op: "open", Path: path, Err: errOutside}
	}
	return found, err
}

func (r *Roots) stat(path string) (fs.FileInfo, error) {
	if r == nil {
		return os.Stat(path)
	}
	return through(r, path, (*os.Root).Stat)
}

func (r *Roots) readDir(path string) ([]fs.DirEntry, error) {
	if r == nil {
		return os.ReadDir(path)
	}
	return through(r, path, func(at *os.Root, way string) ([]fs.DirEntry, error) {
		return fs.ReadDir(at.FS(), filepath.ToSlash(way))
	})
}

// open opens a file; in roots a regular one, for a program that asks for a pipe would
// wait for whoever writes to it.
func (r *Roots) open(path string) (io.ReadCloser, error) {
	if r == nil {
		return open(path)
	}
	info, err := r.stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	return through(r, path, (*os.Root).Open)
}
