package read

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Limit is a bound of what is read, so that no input takes the whole run with
// it. What is read is bounded by amounts, which are the same on every machine. The
// limits of seconds are of the network, and of a parser that hangs: the default of
// that is so high that no file which the other limits let through comes near it,
// however busy the machine is.
type Limit struct {
	Name    string
	Unit    string // "bytes", "seconds" or "" for a number
	Default int64
	Meaning string
}

// LimitTable is every limit.
var LimitTable = []Limit{
	{"file-bytes", "bytes", 16 << 20, "a text, a message or a document"},
	{"archive-bytes", "bytes", 256 << 20, "a PDF, a mailbox, or an archive of pages"},
	{"page-bytes", "bytes", 8 << 20, "a web page"},
	{"page-elements", "", 100_000, "elements of a web page"},
	{"markdown-bytes", "bytes", 512 << 10, "the prose of a Markdown file"},
	{"front-matter-bytes", "bytes", 64 << 10, "front matter"},
	{"unpacked-bytes", "bytes", 256 << 20, "what a compressed file or response unpacks to, all of it together"},
	{"entries", "", 20_000, "entries of an archive, records, messages or parts of one"},
	{"articles", "", 1000, "articles of one file"},
	{"depth", "", 4, "files within files"},
	{"pages", "", 500, "pages of a PDF"},
	{"parse-seconds", "seconds", 300, "parsing of one file, against a parser that hangs; real files stay far below it"},
	{"fetch-seconds", "seconds", 30, "one request, its answer and redirects"},
	{"fetch-bytes", "bytes", 16 << 20, "what a server sends, unpacked"},
	{"redirects", "", 8, "redirects of one request"},
	{"per-host", "", 2, "requests to one host at once"},
	{"wait-seconds", "seconds", 10, "waiting where a server asks to come back"},
	{"follow", "", 50, "items of one feed that are followed"},
	{"rows", "", 10_000, "rows of one list"},
}

// Limits are limits by name; those that aren't in it have their default.
type Limits map[string]int64

// Of is the limit of that name. A name that isn't in the table is a mistake in
// the program.
func (l Limits) Of(name string) int64 {
	if v, ok := l[name]; ok {
		return v
	}
	for _, known := range LimitTable {
		if known.Name == name {
			return known.Default
		}
	}
	panic("no limit is called " + name)
}

func (l Limits) seconds(name string) time.Duration { return time.Duration(l.Of(name)) * time.Second }

// LimitNames is the names of the table, in its order.
func LimitNames() []string {
	var names []string
	for _, l := range LimitTable {
		names = append(names, l.Name)
	}
	return names
}

// sizes are the endings of amounts of bytes.
var sizes = []struct {
	ending string
	bytes  int64
}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}}

// ParseLimit reads what a limit is set to: a whole number above 0, of bytes also
// with KB, MB or GB after it, of seconds also with s.
func ParseLimit(name, value string) (int64, error) {
	for _, l := range LimitTable {
		if l.Name != name {
			continue
		}
		number, unit := strings.ToUpper(strings.ReplaceAll(value, " ", "")), int64(1)
		for _, s := range sizes {
			if rest, ok := strings.CutSuffix(number, s.ending); ok && l.Unit == "bytes" {
				number, unit = rest, s.bytes
			}
		}
		if l.Unit == "seconds" {
			number = strings.TrimSuffix(number, "S")
		}
		const most = 1 << 40
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil || n < 1 || n > most/unit {
			return 0, fmt.Errorf("%q is no limit; expected a whole number above 0%s", value, map[string]string{"bytes": ", with KB, MB or GB where it isn't bytes", "seconds": " of seconds", "": ""}[l.Unit])
		}
		return n * unit, nil
	}
	return 0, fmt.Errorf("there is no limit %q; there are %s", name, strings.Join(LimitNames(), ", "))
}

// String is the default as it is written.
func (l Limit) String() string { return amount(l.Unit, l.Default) }

func amount(unit string, n int64) string {
	switch unit {
	case "bytes":
		for _, s := range []int{2, 1, 0} {
			if n >= sizes[s].bytes && n%sizes[s].bytes == 0 {
				return strconv.FormatInt(n/sizes[s].bytes, 10) + " " + sizes[s].ending
			}
		}
		return strconv.FormatInt(n, 10) + " bytes"
	case "seconds":
		return strconv.FormatInt(n, 10) + " s"
	}
	return strconv.FormatInt(n, 10)
}

// tooMuch is a limit as the error tells it that names it.
func tooMuch(name string, most int64) string {
	for _, l := range LimitTable {
		if l.Name == name {
			return amount(l.Unit, most) + " (limit " + name + ")"
		}
	}
	panic("no limit is called " + name)
}

// timely is what parse gives; an error where that takes longer than the limit
// parse-seconds, or panics.
func timely[T any](l Limits, parse func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var out outcome
		defer func() {
			if p := recover(); p != nil {
				out.err = fmt.Errorf("can't be parsed: %v", p)
			}
			done <- out
		}()
		out.value, out.err = parse()
	}()
	limit := time.NewTimer(l.seconds("parse-seconds"))
	defer limit.Stop()
	select {
	case out := <-done:
		return out.value, out.err
	case <-limit.C:
		var none T
		return none, errors.New("can't be parsed within " + tooMuch("parse-seconds", l.Of("parse-seconds")))
	}
}
