package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// findConfiguration reads the file named, or the xref.yaml of the working folder
// or the nearest folder above it, as far as searched goes. The empty name stands for
// the search, "none" for no file.
func findConfiguration(name string) (*configuration, error) {
	if name == "none" {
		return &configuration{}, nil
	}
	above := false
	if name == "" {
		folder, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		shown := ""
		for i, at := range searched(folder) {
			if info, err := os.Stat(filepath.Join(at, configName)); err == nil && info.Mode().IsRegular() {
				name, above = filepath.Join(shown, configName), i > 0
				break
			}
			shown = filepath.Join(shown, "..")
		}
		if name == "" {
			return &configuration{}, nil
		}
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file", name)
	}
	if err != nil {
		return nil, err
	}
	c, err := parseConfiguration(name, data)
	if c != nil {
		c.above = above
	}
	return c, err
}

// repositories are what lies in the root of a repository.
var repositories = []string{".git", ".hg", ".jj", ".svn"}

// searched are the folders in which a configuration is looked for: the working one
// and those above it up to the root of its repository or the home folder. Outside of
// both it is the working folder alone, as anybody may write into the folders above.
func searched(folder string) []string {
	home, err := os.UserHomeDir()
	if err == nil {
		home = realFolder(home)
	}
	var all []string
	for at := folder; ; at = filepath.Dir(at) {
		all = append(all, at)
		if home != "" && realFolder(at) == home {
			return all
		}
		for _, r := range repositories {
			if _, err := os.Lstat(filepath.Join(at, r)); err == nil {
				return all
			}
		}
		if filepath.Dir(at) == at {
			return all[:1]
		}
	}
}

// realFolder is a folder without symbolic links, as far as that can be told.
func realFolder(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return filepath.Clean(path)
}

// below is a path of the file for something that the run writes, which must lie in
// the configuration's folder or below it. at is its key.
func (c *configuration) below(at, path string) (string, error) {
	path = c.file(path)
	to, err := linked(path)
	if err != nil {
		return "", c.wrong(at, cantWrite(path, err).Error())
	}
	folder, errFolder := filepath.Abs(realFolder(filepath.Dir(c.path)))
	target, errTarget := filepath.Abs(realFolder(filepath.Dir(to)))
	if errFolder != nil || errTarget != nil || !within(target, folder) {
		return "", c.wrong(at, path+" lies outside of the configuration's folder")
	}
	return path, nil
}
