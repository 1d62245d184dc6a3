// Package seeds is the demo: four short articles, written for it, under the
// names of outlets that don't exist. Three are about one report, the fourth is
// about another by the same body.
package seeds

import "embed"

// Files holds the articles, one file each, in its root.
//
//go:embed *.txt
var Files embed.FS
