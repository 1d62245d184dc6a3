package read

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled where it is first used: most
// runs use few of them.
func expression(form string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(form) })
}
