package pdf

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled where it is first used: most
// runs read no PDF.
func expression(form string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(form) })
}
