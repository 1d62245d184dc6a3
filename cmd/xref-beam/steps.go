package main

import (
	"context"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"xref/compare/archive"
	"xref/extract/read"
)

func init() {
	register.DoFn5x1[context.Context, string, func(string, record), func(string, line), func(string, amount), error](&readFn{})
	register.DoFn5x0[string, record, func(string, record), func(string, archive.Member), func(string, line)](&analyseFn{})
	register.Function3x0(keyed)
	register.DoFn5x0[string, func(*archive.Member) bool, func(string, string), func(string, archive.Member), func(string, amount)](&bucketFn{})
	register.Function3x0(bothWays)
	register.Function2x2(turned)
	register.Function3x0(later)
	register.Function3x0(earlier)
	register.Function6x0(parted)
	register.Function4x0(gathered)
	register.Function4x0(placed)
	register.Emitter1[record]()
	register.Emitter2[string, record]()
	register.Emitter2[string, line]()
	register.Emitter2[string, amount]()
	register.Emitter2[string, string]()
	register.Emitter2[string, archive.Member]()
	register.Iter1[record]()
	register.Iter1[line]()
	register.Iter1[string]()
	register.Iter1[archive.Member]()
}

// readFn reads the articles of a file.
type readFn struct {
	Fields read.Fields
	Limits read.Limits
	Shards int
}

func (f *readFn) ProcessElement(ctx context.Context, path string, found func(string, record), told func(string, line), count func(string, amount)) error {
	data, err := fileBytes(ctx, path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	count("bytes read", one(len(data)))
	readings, _, err := read.Readings(path, data, read.Options{Fields: f.Fields, Limits: f.Limits})
	if err != nil {
		told(skippedLine(f.Shards, path, "", err.Error()))
		count("files without an article", one(1))
		return nil
	}
	for i := range readings {
		r := newRecord(&readings[i])
		found(r.id(), r)
	}
	count("articles", one(len(readings)))
	return nil
}

func fileBytes(ctx context.Context, path string) ([]byte, error) {
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	file, err := fs.OpenRead(ctx, path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// analyseFn analyses an article.
type analyseFn struct{ Shards int }

func (f *analyseFn) ProcessElement(id string, r record, analysed func(string, record), member func(string, archive.Member), told func(string, line)) {
	m, err := r.analyse()
	if err != nil {
		told(skippedLine(f.Shards, r.Article.Path, r.Part, err.Error()))
		return
	}
	analysed(id, r)
	member(id, m)
}

// keyed gives an article under each of its keys.
func keyed(_ string, m archive.Member, emit func(string, archive.Member)) {
	for _, k := range archive.Keys(&m) {
		emit(k.Name, m)
	}
}

// bucketFn links the articles of a key, or takes it apart where there are too many.
type bucketFn struct{ Level int }

func (f *bucketFn) ProcessElement(name string, next func(*archive.Member) bool, link func(string, string), finer func(string, archive.Member), count func(string, amount)) {
	key := archive.Key{Name: name, Level: f.Level}
	last := f.Level == archive.Levels()
	var members []archive.Member
	takeApart := func(m *archive.Member) {
		for _, k := range archive.Finer(key, m) {
			finer(k.Name, *m)
		}
	}
	n := 0
	var m archive.Member
	for ; next(&m); m = (archive.Member{}) {
		n++
		switch over := n > archive.MostOfKey; {
		case over && !last:
			for i := range members {
				takeApart(&members[i])
			}
			members = nil
			takeApart(&m)
		default:
			members = append(members, m)
			if len(members) > 2*archive.MostOfKey {
				members = archive.First(key, members)
			}
		}
	}
	if last {
		members = archive.First(key, members)
	}
	for _, l := range archive.Links(members) {
		link(l.From, l.To)
	}
	level := fmt.Sprintf(", level %d", f.Level)
	count("keys"+level, one(1))
	count("articles under keys"+level, one(n))
	count("most articles under a key"+level, one(n))
	if n > archive.MostOfKey {
		count("keys with too many articles"+level, one(1))
	}
}

// bothWays gives a link from either end.
func bothWays(from, to string, emit func(string, string)) {
	emit(from, to)
	emit(to, from)
}

func turned(from, to string) (string, string) { return to, from }

func later(id string, next func(*string) bool, emit func(string, string)) {
	for _, l := range archive.Later(id, all(next)) {
		emit(l.From, l.To)
	}
}

func earlier(id string, next func(*string) bool, emit func(string, string)) {
	for _, l := range archive.Earlier(id, all(next)) {
		emit(l.From, l.To)
	}
}

func all(next func(*string) bool) []string {
	var out []string
	var s string
	for next(&s) {
		out = append(out, s)
	}
	return out
}

// parted gives an article under the part that it belongs to.
func parted(id string, member func(*archive.Member) bool, to, from func(*string) bool, emit func(string, archive.Member), count func(string, amount)) {
	var m archive.Member
	if !member(&m) {
		return
	}
	parents, child := all(to), ""
	label := id
	for _, p := range parents {
		label = min(label, p)
	}
	if len(parents) > 0 && (from(&child) || differ(parents)) {
		count("articles left between two parts", one(1))
	}
	emit(label, m)
}

func differ(ids []string) bool {
	for _, id := range ids {
		if id != ids[0] {
			return true
		}
	}
	return false
}

// gathered tells of each article of a part which story it belongs to.
func gathered(_ string, next func(*archive.Member) bool, emit func(string, string), count func(string, amount)) {
	var members []archive.Member
	var m archive.Member
	for ; next(&m); m = (archive.Member{}) {
		members = append(members, m)
	}
	count("most articles of a connected part", one(len(members)))
	for _, s := range archive.Stories(members) {
		for _, id := range s.Articles {
			emit(id, s.Name())
		}
		if s.Slices > 1 {
			count("parts of stories that are too large", one(1))
		}
	}
}

// placed gives an article under its story.
func placed(_ string, article func(*record) bool, story func(*string) bool, emit func(string, record)) {
	var r record
	var s string
	if article(&r) && story(&s) {
		emit(s, r)
	}
}
