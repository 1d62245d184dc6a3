package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"

	"xref/extract/lexicon"
)

// source is one file or page to read.
type source struct {
	path   string // as shown; "-" for standard input
	file   string // the name whose ending tells the format; "" where it is the path
	text   []byte // what a program has in memory; nil for a file or page
	link   string // the address to fetch it from; "" for a file
	name   string // the name it was given; "" for none
	id     string // unique among all sources
	listed bool   // named on the command line by itself, not found in a folder
	key    string // the same for two paths to one file
	folder string // the argument that it was found in; "" where it is listed
	given  item   // what is known of it that it doesn't say itself
}

// item is what a row of a list, or a feed, says of an article.
type item struct {
	link, url, outlet, title, date string
	where                          string // what says so
	fallback                       bool   // what the article says of itself goes before it
}

// outlet is who published it as far as the path tells.
func (s source) outlet() string {
	if s.path == "-" {
		return "stdin"
	}
	if s.link != "" {
		return hostOf(s.link)
	}
	return strings.ToValidUTF8(stem(s.called()), "\uFFFD")
}

// called is the name whose stem and ending tell of it.
func (s source) called() string { return first(s.file, s.path) }

// load reads the bytes, as many as the format's limit allows.
func (s source) load(o Options) (input, error) {
	in, limit := o.Stdin, limitOf(s.called())
	most := o.Limits.Of(limit)
	if s.text != nil {
		in = bytes.NewReader(s.text)
	} else if s.path != "-" {
		f, err := o.Within.open(s.path)
		if err != nil {
			return input{}, fmt.Errorf("%s: %s", s.path, reason(err))
		}
		defer f.Close()
		in = f
	} else if in == nil {
		in = strings.NewReader("")
	}
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return input{}, fmt.Errorf("%s: %s", s.path, reason(err))
	}
	if int64(len(data)) > most {
		return input{}, tooLarge(s.path, limit, o.Limits)
	}
	return input{data: data}, nil
}

// reason is what went wrong with a file, without its path and the system call.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// notArticles are file names, without ending and in lower case, that stand in
// folders of articles beside them.
var notArticles = lexicon.TextWords.Words("files that stand beside articles")

// foreignFormats are endings of files that might hold an article but can't be
// read. Files in a folder with other unknown endings are passed over in
// silence.
var foreignFormats = map[string]string{
	".doc": "old Word", ".rtf": "rich text", ".webarchive": "Safari web archive", ".msg": "Outlook", ".mobi": "Mobipocket", ".zip": "ZIP", ".7z": "7z", ".tar": "TAR",
}

// find lists the files that args name, each once, and those in their folders
// that are left out for a reason worth telling.
func find(args []string, o Options) ([]source, []Skipped, error) {
	var (
		found   []source
		skipped []Skipped
		wrong   []error
	)
	for _, arg := range args {
		s, folder, err := argument(arg, o.Within)
		switch {
		case err != nil:
			wrong = append(wrong, err)
		case !folder:
			found = append(found, s)
		default:
			inside, left, err := articlesIn(s.path, o)
			wrong = append(wrong, err)
			found, skipped = append(found, inside...), append(skipped, left...)
		}
	}
	for n, in := range o.Inputs {
		asked, left, err := in.sources(n, o)
		wrong = append(wrong, err)
		found, skipped = append(found, asked...), append(skipped, left...)
	}
	for _, list := range o.From {
		listed, left, err := readList(list, o)
		if err != nil {
			wrong = append(wrong, err)
		}
		found, skipped = append(found, listed...), append(skipped, left...)
	}
	found, err := once(found)
	wrong = append(wrong, err)
	if err := errors.Join(eachOnce(wrong)...); err != nil {
		return nil, nil, err
	}
	return found, eachOnce(skipped), nil
}

// Files are the paths of the files that args name and of those in their folders, which Paths
// would read, each once and ascending, and what it would leave out unread.
func Files(args []string) ([]string, []Skipped, error) {
	sources, skipped, err := find(args, Options{})
	var paths []string
	for _, s := range sources {
		paths = append(paths, s.path)
	}
	sort.Strings(paths)
	return paths, skipped, err
}

// articlesIn are the articles in a folder and those below it.
func articlesIn(path string, o Options) ([]source, []Skipped, error) {
	w := walk{seen: map[string]bool{}, within: o.Within}
	err := w.folder(path)
	if err == nil && len(w.found) == 0 {
		err = withoutArticles(path)
	}
	for i := range w.found {
		w.found[i].folder = path
	}
	return w.found, w.skipped, err
}

// eachOnce leaves out what says the same as one before: a path may be named twice, or
// lie in a folder that is.
func eachOnce[E error](all []E) []E {
	told := map[string]bool{}
	var out []E
	for _, e := range all {
		if any(e) == nil || told[e.Error()] {
			continue
		}
		told[e.Error()] = true
		out = append(out, e)
	}
	return out
}

func withoutArticles(folder string) error {
	return fmt.Errorf("%s: a folder without articles (%s)", folder, endings())
}

// emptyFolders is the error of folders in which nothing was an article or looked
// like one.
func emptyFolders(sources []source, outcomes []outcome) error {
	full := map[string]bool{}
	for i, s := range sources {
		full[s.folder] = full[s.folder] || !outcomes[i].passedOver
	}
	var wrong []error
	for _, s := range sources {
		if !full[s.folder] && s.folder != "" {
			wrong, full[s.folder] = append(wrong, withoutArticles(s.folder)), true
		}
	}
	return errors.Join(wrong...)
}

// endings names what is looked for in folders.
func endings() string {
	var all []string
	for _, f := range Formats {
		all = append(all, f.Endings...)
	}
	return "files that end in " + strings.Join(all, ", ")
}

// argument resolves PATH, NAME=FILE or "-". A path that exists goes before a
// name with "=".
func argument(arg string, within *Roots) (s source, folder bool, err error) {
	if arg == "" {
		return source{}, false, errors.New("an argument is empty; expected a file, a folder, a link, NAME=FILE or -")
	}
	if s, ok := linked(arg); ok {
		return s, false, nil
	}
	if arg == "-" {
		return source{path: "-", listed: true, key: "-"}, false, nil
	}
	path, name := arg, ""
	s, folder, err = placed(path, within)
	if errors.Is(err, fs.ErrNotExist) {
		if n, file, named := strings.Cut(arg, "="); named && n != "" && !strings.ContainsAny(n, `/\`) {
			name, path = n, file
			switch path {
			case "-":
				return source{path: "-", name: name, listed: true, key: "-"}, false, nil
			case "":
				return source{}, false, fmt.Errorf("%s: no file after the =", arg)
			}
			s, folder, err = placed(path, within)
		}
	}
	if err != nil {
		return source{}, false, err
	}
	if folder && name != "" {
		return source{}, false, fmt.Errorf("%s: a name is for one file, and %s is a folder", arg, s.path)
	}
	s.name = name
	return s, folder, nil
}

// placed is the file or folder at a path.
func placed(path string, within *Roots) (s source, folder bool, err error) {
	info, err := within.stat(path)
	if err != nil {
		return source{}, false, absent{path, err}
	}
	path = filepath.Clean(path)
	return source{path: path, listed: true, key: realPath(path)}, info.IsDir(), nil
}

// absent is the error of a file or folder that isn't there to be read.
type absent struct {
	path string
	err  error
}

func (a absent) Error() string { return a.path + ": " + reason(a.err) }

func (a absent) Unwrap() error { return a.err }

// realPath is absolute and without symbolic links, as far as that can be told.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return path
}

// walk gathers the articles of one folder and those below it.
type walk struct {
	seen    map[string]bool // real paths of folders, against loops of links
	within  *Roots
	found   []source
	skipped []Skipped
}

// folder takes entries in the order of their names. Its error is about the
// folder itself.
func (w *walk) folder(path string) error {
	real := realPath(path)
	if w.seen[real] {
		return nil
	}
	w.seen[real] = true
	entries, err := w.within.readDir(path)
	if err != nil {
		return fmt.Errorf("%s: %s", path, reason(err))
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		w.entry(filepath.Join(path, e.Name()))
	}
	return nil
}

func (w *walk) entry(path string) {
	info, err := w.within.stat(path)
	if err != nil {
		w.skip(path, reason(err))
		return
	}
	if info.IsDir() {
		if err := w.folder(path); err != nil {
			w.skip(path, strings.TrimPrefix(err.Error(), path+": "))
		}
		return
	}
	_, readable := formatByEnding(path)
	switch format, foreign := foreignFormats[strings.ToLower(filepath.Ext(path))]; {
	case foreign:
		w.skip(path, format+" files can't be read")
	case !readable:
	case !info.Mode().IsRegular():
		w.skip(path, "not a regular file")
	case notArticles.Has(strings.ToLower(stem(path))):
		w.skipped = append(w.skipped, Skipped{Path: path, Reason: "no article by its name; name the file itself to read it", NotArticle: true})
	default:
		w.found = append(w.found, source{path: path, key: realPath(path)})
	}
}

func (w *walk) skip(path, reason string) {
	w.skipped = append(w.skipped, Skipped{Path: path, Reason: reason})
}

// once keeps one source for each file, in the order of the arguments: a path
// that was given a name goes before one that wasn't, and one that was listed
// before one found in a folder. Two names for one file, and one name for two
// files, are errors.
func once(found []source) ([]source, error) {
	var kept []source
	var wrong []error
	byKey, byName := map[string]int{}, map[string]string{}
	for _, s := range found {
		i, again := byKey[s.key]
		switch {
		case !again:
			byKey[s.key] = len(kept)
			kept = append(kept, s)
		case s.path == "-":
			wrong = append(wrong, errors.New("-: standard input can be read only once"))
		case s.name != "" && kept[i].name != "" && s.name != kept[i].name:
			wrong = append(wrong, fmt.Errorf("%s: given two names, %s and %s", s.path, kept[i].name, s.name))
		case better(s, kept[i]):
			if s.given == (item{}) {
				s.given = kept[i].given
			}
			kept[i] = s
		case kept[i].given == (item{}):
			kept[i].given = s.given
		}
	}
	for _, s := range kept {
		if s.name == "" {
			continue
		}
		if other, taken := byName[s.name]; taken {
			wrong = append(wrong, fmt.Errorf("the name %s is given twice, to %s and %s", s.name, other, s.path))
		}
		byName[s.name] = s.path
	}
	return kept, errors.Join(wrong...)
}

func better(a, b source) bool {
	if (a.name != "") != (b.name != "") {
		return a.name != ""
	}
	if a.listed != b.listed {
		return a.listed
	}
	return a.path < b.path
}

// identify gives each source its ID, one that isn't taken yet: the name it was
// given, else the file's stem; where two are alike, as many of its folders before it as tell them
// apart, then the ending too, and a number at the very last.
func identify(sources []source, taken map[string]bool) {
	var open []int
	for i := range sources {
		if sources[i].name != "" {
			sources[i].id = strings.ToValidUTF8(sources[i].name, "\uFFFD")
			taken[sources[i].id] = true
		} else {
			open = append(open, i)
		}
	}
	for depth := 0; len(open) > 0; depth++ {
		candidates := map[string][]int{}
		var longest bool
		for _, i := range open {
			id, whole := idOf(sources[i], depth)
			longest = longest || !whole
			candidates[id] = append(candidates[id], i)
		}
		var still []int
		for _, i := range open {
			id, _ := idOf(sources[i], depth)
			if len(candidates[id]) == 1 && !taken[id] {
				sources[i].id = id
			} else {
				still = append(still, i)
			}
		}
		for _, i := range open {
			if sources[i].id != "" {
				taken[sources[i].id] = true
			}
		}
		open = still
		if !longest {
			break
		}
	}
	sort.SliceStable(open, func(a, b int) bool { return sources[open[a]].path < sources[open[b]].path })
	for _, i := range open {
		base := filepath.ToSlash(strings.ToValidUTF8(sources[i].called(), "\uFFFD"))
		id := base
		for n := 2; taken[id]; n++ {
			id = fmt.Sprintf("%s (%d)", base, n)
		}
		sources[i].id = id
		taken[id] = true
	}
}

// idOf is the stem with that many folders before it; whole says that there are
// no more.
func idOf(s source, depth int) (id string, whole bool) {
	if s.path == "-" {
		return "stdin", true
	}
	path := filepath.ToSlash(strings.ToValidUTF8(s.called(), "\uFFFD"))
	if s.link != "" {
		path = linkPath(s.link)
	}
	parts := strings.Split(path, "/")
	last := len(parts) - 1
	parts[last] = stem(parts[last])
	first := max(0, last-depth)
	return strings.Join(parts[first:], "/"), first == 0
}
