package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"xref/extract"
)

// cache is where analyses and findings are kept from one run to the next: one file
// each, by a hash of what it was made of and of the program's version. Whatever goes
// wrong with it costs time and nothing else. Several runs can use it at one time.
type cache struct {
	folder string
	given  bool // the command has the flags; one that hasn't keeps nothing
	off    bool
	tried  bool // it was opened, though it may not be ready
	ready  bool
	made   string       // what makes two builds of the program two
	wrote  atomic.Int64 // bytes
}

// flags adds where to keep analyses, and not to.
func (k *cache) flags(c *cobra.Command) {
	k.given = true
	c.Flags().StringVar(&k.folder, "cache", "", "`FOLDER` in which analyses and findings are kept for the next run (default: xref in the user's cache folder)")
	c.Flags().BoolVar(&k.off, "no-cache", false, "keep nothing, and use nothing that was kept")
}

// again is the cache that the same flags ask for, not yet opened.
func (k *cache) again() cache { return cache{folder: k.folder, given: k.given, off: k.off} }

// cacheMark begins every file of a cache.
const cacheMark = "xref cache 1\n"

// cacheEnding ends the names of a cache's files.
const cacheEnding = ".xref"

// mostKept is how many bytes a cache takes at most. What wasn't used for longest goes
// first.
const mostKept = 512 << 20

// defaultCache is the folder of a run that names none; "" where the system has none.
func defaultCache() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "xref")
}

// open makes the cache ready. A folder that was named must be one that can be used.
func (k *cache) open() error {
	switch {
	case !k.given || k.tried:
		return nil
	case k.off && k.folder != "":
		return errors.New("--cache and --no-cache: one of them")
	case k.off:
		return nil
	}
	k.tried = true
	named := k.folder != ""
	if !named {
		if k.folder = defaultCache(); k.folder == "" {
			return nil
		}
	}
	err := os.MkdirAll(k.folder, 0o700)
	if err == nil {
		err = ownFolder(k.folder)
	}
	if err != nil && named {
		return fmt.Errorf("--cache: %w", err)
	}
	k.ready, k.made = err == nil, build()
	return nil
}

// keeper is the cache where it is ready, else nil.
func (k *cache) keeper() extract.Keeper {
	if !k.ready {
		return nil
	}
	return k
}

// ownFolder makes sure that nobody else can look into a folder. One that holds what
// isn't the cache's is left as it is.
func ownFolder(folder string) error {
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() {
		return fmt.Errorf("%s is no folder", folder)
	}
	if info.Mode().Perm()&0o077 == 0 {
		return nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), cacheEnding) {
			return fmt.Errorf("%s can be read by others, and holds what isn't kept by xref; name a folder of its own", folder)
		}
	}
	return os.Chmod(folder, 0o700)
}

func (k *cache) path(name string) string {
	hash := sha256.Sum256([]byte(k.made + "\n" + name))
	return filepath.Join(k.folder, hex.EncodeToString(hash[:])+cacheEnding)
}

// Get is what was kept by a name; nil where nothing was, or it is damaged.
func (k *cache) Get(name string) []byte {
	path := k.path(name)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	rest, ours := bytes.CutPrefix(data, []byte(cacheMark))
	if !ours || len(rest) < sha256.Size {
		return nil
	}
	sum, made := rest[:sha256.Size], rest[sha256.Size:]
	if now := sha256.Sum256(made); !bytes.Equal(sum, now[:]) {
		return nil
	}
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > time.Hour {
		_ = os.Chtimes(path, time.Time{}, time.Now()) // it was used; where that can't be noted it goes earlier
	}
	return made
}

// Put keeps what was made. What can't be written isn't kept.
func (k *cache) Put(name string, made []byte) {
	f, err := createUnfinished(k.folder) // 0600
	if err != nil {
		return
	}
	defer unfinished.remove(f.Name())
	sum := sha256.Sum256(made)
	_, err = f.Write(slices.Concat([]byte(cacheMark), sum[:], made))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil && os.Rename(f.Name(), k.path(name)) == nil {
		k.wrote.Add(int64(len(made)))
	}
}

// bound removes what goes beyond a size, where something was written.
func (k *cache) bound(most int64) {
	if k.wrote.Load() == 0 {
		return
	}
	files, total := cacheFiles(k.folder)
	slices.SortFunc(files, func(a, b cacheFile) int {
		return cmp.Or(a.used.Compare(b.used), strings.Compare(a.path, b.path))
	})
	for _, f := range files {
		if total <= most {
			return
		}
		if os.Remove(f.path) == nil {
			total -= f.size
		}
	}
}

type cacheFile struct {
	path string
	size int64
	used time.Time
}

// cacheFiles are the files of a cache and how many bytes they have.
func cacheFiles(folder string) (files []cacheFile, total int64) {
	entries, _ := os.ReadDir(folder) // what there is of them
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !strings.HasSuffix(e.Name(), cacheEnding) {
			continue
		}
		files = append(files, cacheFile{filepath.Join(folder, e.Name()), info.Size(), info.ModTime()})
		total += info.Size()
	}
	return files, total
}

// cacheCommand shows where the cache is, or clears it.
func cacheCommand(s streams) *cobra.Command {
	k := &cache{}
	folder := func() (string, error) {
		if k.folder != "" {
			return k.folder, nil
		}
		if d := defaultCache(); d != "" {
			return d, nil
		}
		return "", errors.New("this system has no folder for caches; name one by --cache")
	}
	c := &cobra.Command{
		Use:   "cache",
		Short: "Show where analyses are kept, and how much that is",
		Long: `Show where analyses are kept, and how much that is. Each article's analysis and each
story's findings are kept by a hash of what they were made of and of xref's version, so that
a run costs what is new in it. The files hold what the articles say; only their owner can read
them. Without them a run takes longer, and says the same.`,
		Args: noCommand,
		RunE: func(*cobra.Command, []string) error {
			at, err := folder()
			if err != nil {
				return err
			}
			files, total := cacheFiles(at)
			_, err = fmt.Fprintf(s.out, "%s: %d files, %.1f MB\n", at, len(files), float64(total)/1e6)
			return err
		},
	}
	c.PersistentFlags().StringVar(&k.folder, "cache", "", "`FOLDER` of the cache (default: xref in the user's cache folder)")
	c.AddCommand(&cobra.Command{
		Use:   "clear",
		Short: "Remove what is kept",
		Args:  nothing,
		RunE: func(*cobra.Command, []string) error {
			at, err := folder()
			if err != nil {
				return err
			}
			files, total := cacheFiles(at)
			for _, f := range files {
				if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return err
				}
			}
			_, err = fmt.Fprintf(s.out, "%s: %d files removed, %.1f MB\n", at, len(files), float64(total)/1e6)
			return err
		},
	})
	return c
}
