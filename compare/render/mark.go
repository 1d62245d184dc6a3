package render

import (
	"regexp"
	"sync"
)

// headBytes is how far into a file the mark of a format of text lies.
const headBytes = 64 << 10

// Written reports whether a file holds what one of the formats writes. A page or a
// table that was changed by hand below its first lines counts as written.
func Written(data []byte) bool {
	for _, f := range Formats {
		if f.Mark(data) {
			return true
		}
	}
	return false
}

// beginsLike tells whether a file begins with what a pattern matches.
func beginsLike(pattern string) func(data []byte) bool {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\A(?:` + pattern + `)`) })
	return func(data []byte) bool { return compiled().Match(data[:min(len(data), headBytes)]) }
}

// Patterns of the first lines of a page without its colours, which may be wrapped:
// what was compared and what came of it, or the versions of an article.
const (
	reportHeading = `(?:\d+\s+of\s+)?\d+\s+articles?(?:\s+read)?,\s+\d+\s+(?:story|stories):\s+(?:no\s+findings|\d+\s+[a-z]+)`
	oneVersion    = `(?:[^\n]+\n){0,11}?[^\n]*has\s+no\s+(?:newer|older)\s+version[^\n]*\n`
	twoVersions   = `(?:[^\n]+\n){0,11}?[^\n]*→[^\n]*\n(?:[^\n]+\n){0,11}?`
	changesTally  = `\s+(?:Configuration: .*\s+)?(?:No change that matters\.|\d+ [a-z]+)`
)
