package lang

import (
	"strings"
	"sync"
)

var (
	uposNumbers = sync.OnceValue(func() map[string]UPOS { return numbered[UPOS](UposNames[:]) })
	xposNumbers = sync.OnceValue(func() map[string]XPOS { return numbered[XPOS](XposNames[:]) })
	relNumbers  = sync.OnceValue(func() map[string]Rel { return numbered[Rel](RelNames[:]) })
)

func numbered[T ~uint8](names []string) map[string]T {
	m := make(map[string]T, len(names))
	for i, n := range names {
		m[n] = T(i)
	}
	return m
}

// ParseUPOS is the part of speech of a name, the first one where there is none.
func ParseUPOS(name string) UPOS { return uposNumbers()[name] }

// ParseXPOS is the tag of a name, XPOSNone where there is none.
func ParseXPOS(name string) XPOS { return xposNumbers()[name] }

// ParseRel is the relation of a name; of a subtype that is not known, the
// relation without it.
func ParseRel(name string) Rel {
	if r, ok := relNumbers()[name]; ok {
		return r
	}
	base, _, _ := strings.Cut(name, ":")
	return relNumbers()[base]
}
