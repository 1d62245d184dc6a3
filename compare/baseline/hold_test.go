package baseline_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/baseline"
)

// changes are those of articles that change nothing of what they say.
var changes = []struct {
	name string
	of   func(text string) string // of each article; nil where another one comes
}{
	{"other line ends", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"another word for about", func(s string) string { return aboutNumber.ReplaceAllString(s, "around $1") }},
	{"an outlet's article", func(s string) string {
		return outletLine.ReplaceAllStringFunc(s, func(line string) string {
			if name, ok := strings.CutSuffix(line, "The "); ok {
				return name
			}
			return line + "The "
		})
	}},
	{"front matter in another order", func(s string) string {
		head, body, ok := strings.Cut(s, "\n---\n")
		if !ok {
			return s
		}
		lines := strings.Split(strings.TrimPrefix(head, "---\n"), "\n")
		slices.Reverse(lines)
		return "---\n" + strings.Join(lines, "\n") + "\n---\n" + body
	}},
	{"a paragraph at the end", func(s string) string {
		return strings.TrimRight(s, "\n") + "\n\nThe weather service forecast rain for the coast on that evening.\n"
	}},
	{"a paragraph at the beginning", func(s string) string {
		head, body, ok := strings.Cut(s, "\n---\n")
		if !ok {
			return s
		}
		return head + "\n---\n\nA bakery in the old town opened its second shop, its owner told visitors.\n\n" + strings.TrimLeft(body, "\n")
	}},
	{"an outlet more that has the first article", nil},
}

var (
	aboutNumber = regexp.MustCompile(`\babout (\d|one|two|three|four|five|six|seven|eight|nine|ten|a dozen)`)
	outletLine  = regexp.MustCompile(`(?m)^outlet: *"?(?:The )?`)
)

// What was accepted stays accepted where an article changes in what says nothing, or an
// outlet comes or goes that says what another one says: of the demo, and of cases where
// there are any, whose words aren't told.
func TestBaselineHolds(t *testing.T) {
	sets := map[string]map[string]string{"demo": demo(t)}
	if root := os.Getenv("XREF_DATA"); root != "" {
		paths, err := filepath.Glob(filepath.Join(root, "cases", "*", "*.txt"))
		require.NoError(t, err)
		require.NotEmpty(t, paths)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			folder, name := filepath.Base(filepath.Dir(path)), filepath.Base(path)
			if sets[folder] == nil {
				sets[folder] = map[string]string{}
			}
			sets[folder][name] = string(data)
		}
	}
	for _, folder := range slices.Sorted(maps.Keys(sets)) {
		files := sets[folder]
		before := report(t, files)
		b := baseline.Of(before)
		shown := map[string]bool{}
		for i := range before.Findings {
			shown[passages(before, &before.Findings[i])] = true
		}
		for _, change := range changes {
			changed := maps.Clone(files)
			if change.of == nil {
				changed["zz.txt"] = outletLine.ReplaceAllString(files[slices.Min(slices.Collect(maps.Keys(files)))], "outlet: One More ")
			} else {
				for name, text := range files {
					changed[name] = change.of(text)
				}
			}
			after := report(t, changed)
			if change.of == nil { // one that agrees may bring what it says with another outlet to light
				require.LessOrEqual(t, 2*len(open(after, b)), len(open(before, baseline.Baseline{}))+2, "%s: %s", folder, change.name)
				continue
			}
			for _, f := range open(after, b) {
				if shown[passages(after, &f)] {
					t.Errorf("%s: %s: %s %s %s was accepted", folder, change.name, f.ID, f.Kind, f.Verdict)
				}
			}
		}
	}
}
