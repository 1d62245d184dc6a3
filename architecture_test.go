package xref_test

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Layers of the architecture, each the packages that the next may import.
var (
	ground   = []string{"internal/pack", "internal/parallel", "extract/article", "extract/lexicon"}
	reading  = append(slices.Clone(ground), "extract/lang", "extract/numeral")
	finding  = append(slices.Clone(reading), "extract/quantity", "extract/when", "extract/quote")
	knowing  = append(slices.Clone(finding), "extract/resolve")
	document = append(slices.Clone(knowing), "internal/analyser", "extract/assertion", "extract")
	grouped  = append(slices.Clone(document), "compare/story", "compare/origin")
	matched  = append(slices.Clone(grouped), "compare/encoder", "compare/match")
	aligned  = append(slices.Clone(matched), "compare/claim")
	judged   = append(slices.Clone(aligned), "compare/kind")
	reported = append(slices.Clone(judged), "compare")
)

// mayImport is what each package may import of this project's, itself and what
// lies in its folder aside. A package that isn't listed here fails the test.
var mayImport = map[string][]string{
	"internal/pack":     nil,
	"internal/parallel": nil,
	"extract/article":   nil,
	"extract/lexicon":   nil,
	"extract/read":      ground,
	"extract/lang":      ground,
	"internal/analyser": reading,
	"extract/numeral":   {"extract/article", "extract/lexicon", "extract/lang"},
	"extract/quantity":  reading,
	"extract/when":      reading,
	"extract/quote":     reading,
	"extract/resolve":   finding,
	"extract/assertion": knowing,
	"extract":           document,
	"extract/measure":   document,
	"compare/encoder":   {"extract/article"},
	"compare/story":     document,
	"compare/origin":    grouped,
	"compare/match":     append(slices.Clone(grouped), "compare/encoder"),
	"compare/claim":     matched,
	"compare/kind":      aligned,
	"compare":           judged,
	"compare/revision":  reported,
	"compare/measure":   append(slices.Clone(reported), "compare/archive"),
	"compare/archive":   {"compare/story", "extract", "extract/article"},
	"compare/baseline":  reported,
	"compare/decision":  append(slices.Clone(reported), "compare/baseline"),
	"compare/render":    reported,
	"internal/api":      append(slices.Clone(reported), "compare/render", "extract/read"),
	"seeds":             nil,
	"fixtures":          nil,
}

// Only these touch files.
var touchFiles = []string{"extract/read", "compare/baseline", "compare/decision", "cmd", "fixtures"}

// outside are packages that reach out of the process.
var outside = []string{"os", "os/exec", "os/signal", "io/ioutil", "net", "net/http", "syscall", "log", "math/rand"}

// banned are functions that only commands call, of time also what measures speed.
var banned = map[string][]string{
	"fmt":  {"Print", "Printf", "Println"},
	"time": {"Now", "Since", "Until"},
	"":     {"print", "println"},
}

// sourceFile is one file of the project that isn't a test and is built.
type sourceFile struct {
	path    string // from the root, with slashes
	pkg     string // its folder
	syntax  *ast.File
	imports []string
}

func sourceFiles(t *testing.T) []sourceFile {
	var files []sourceFile
	set := token.NewFileSet()
	require.NoError(t, filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if base := entry.Name(); name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "tools") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		syntax, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		if generator(syntax) {
			return nil
		}
		f := sourceFile{path: filepath.ToSlash(name), pkg: path.Dir(filepath.ToSlash(name)), syntax: syntax}
		for _, i := range syntax.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			f.imports = append(f.imports, imported)
		}
		files = append(files, f)
		return nil
	}))
	require.NotEmpty(t, files)
	return files
}

// generator reports whether a file is left out of the build.
func generator(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if c.Pos() < f.Package && constraint.IsGoBuild(c.Text) {
				if expr, err := constraint.Parse(c.Text); err == nil && expr.String() == "ignore" {
					return true
				}
			}
		}
	}
	return false
}

// ruleFor is the listed package that pkg is part of: itself or the nearest
// folder above that is listed. The doors stand for themselves only.
func ruleFor(pkg string) (string, bool) {
	for at := pkg; at != "."; at = path.Dir(at) {
		if _, ok := mayImport[at]; ok {
			return at, at == pkg || at != "extract" && at != "compare"
		}
	}
	return "", false
}

func within(pkg, folder string) bool { return pkg == folder || strings.HasPrefix(pkg, folder+"/") }

func TestPackagesImportWhatTheArchitectureAllows(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if within(f.pkg, "cmd") {
			continue
		}
		rule, listed := ruleFor(f.pkg)
		if !listed {
			t.Errorf("%s: package %s has no place in the architecture", f.path, f.pkg)
			continue
		}
		for _, imported := range f.imports {
			own, ok := strings.CutPrefix(imported, "xref/")
			if !ok {
				continue
			}
			target, listed := ruleFor(own)
			if !listed {
				t.Errorf("%s imports %s, which has no place in the architecture", f.path, own)
			} else if target != rule && !slices.Contains(mayImport[rule], target) {
				t.Errorf("%s imports %s, which %s may not", f.path, own, rule)
			}
		}
	}
}

// reachesOutside are the files that import one such package for another reason than files,
// which each says itself.
var reachesOutside = map[string]string{
	"compare/encoder/amx_linux_amd64.go": "syscall", // a process asks for the state of tiles before it may use them
}

func TestOnlyThoseThatTouchFilesReachOutside(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if slices.ContainsFunc(touchFiles, func(folder string) bool { return within(f.pkg, folder) }) {
			continue
		}
		for _, imported := range f.imports {
			if slices.Contains(outside, imported) && reachesOutside[f.path] != imported {
				t.Errorf("%s imports %s", f.path, imported)
			}
		}
	}
}

func TestOnlyCommandsPrintOrTellTheTime(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if within(f.pkg, "cmd") {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			from, name := "", ""
			switch called := call.Fun.(type) {
			case *ast.Ident:
				name = called.Name
			case *ast.SelectorExpr:
				if of, ok := called.X.(*ast.Ident); ok {
					from, name = of.Name, called.Sel.Name
				}
			}
			if slices.Contains(banned[from], name) && !(from == "time" && strings.HasSuffix(f.pkg, "/measure")) {
				t.Errorf("%s calls %s", f.path, strings.TrimPrefix(from+"."+name, "."))
			}
			return true
		})
	}
}
