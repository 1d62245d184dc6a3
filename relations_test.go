package xref_test

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// comparesWords are the functions of compare outside the matcher that take two words,
// or lists of words, and tell whether or how far they go together, each with the
// reason why that isn't a question for the matcher.
var comparesWords = map[string]string{
	"compare/baseline.like":    "a pattern of a waiver, as its author wrote it",
	"compare/claim.alike":      "whether two quotations are one: their words letter by letter",
	"compare/claim.change":     "how one quotation was altered into another, by their letters",
	"compare/claim.inOrder":    "quotations; match.InOrder does it",
	"compare/claim.moved":      "whether two speakers are linked; the words aren't read",
	"compare/claim.stands":     "a quotation within another, letter by letter",
	"compare/kind.barred":      "which of several offices of two articles the tables of ranks say nobody holds at once",
	"compare/kind.excludes":    "two rungs of a ladder, or two kinships, by the tables of both",
	"compare/kind.fittest":     "which of several titles to match; the matcher matches them",
	"compare/kind.loosely":     "whether one rank's word is the end of the other's",
	"compare/kind.sameOffice":  "whether one article gives both of two offices, by the same tables",
	"compare/kind.within":      "what stands beside an office, for whether it is that office's deputy",
	"compare/measure.find":     "a passage of an annotation in an article's text",
	"compare/measure.spaced":   "the text of a corpus put together from its tokens",
	"compare/render.sameWords": "layout: whether a value would only repeat the passage above it",
}

// checked is one package of compare with its types.
type checked struct {
	files []*ast.File
	set   *token.FileSet
	pkg   *types.Package
	info  *types.Info
}

// checkedPackages are the packages of compare. The types of what they import come
// from the export data that the build leaves.
func checkedPackages(t *testing.T) []checked {
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}\t{{.Dir}}\t{{join .GoFiles \" \"}}", "./compare/...")
	var failure bytes.Buffer
	list.Stderr = &failure
	out, err := list.Output()
	require.NoError(t, err, failure.String())
	exports := map[string]string{}
	type source struct{ path, dir, files string }
	var sources []source
	for line := range strings.Lines(string(out)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		exports[f[0]] = f[1]
		if within(f[0], "xref/compare") {
			sources = append(sources, source{f[0], f[2], f[3]})
		}
	}
	set := token.NewFileSet()
	imports := importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	var all []checked
	for _, s := range sources {
		c := checked{set: set, info: &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}}
		for name := range strings.FieldsSeq(s.files) {
			f, err := parser.ParseFile(set, s.dir+"/"+name, nil, 0)
			require.NoError(t, err)
			c.files = append(c.files, f)
		}
		config := types.Config{Importer: imports}
		c.pkg, err = config.Check(s.path, set, c.files, c.info)
		require.NoError(t, err)
		all = append(all, c)
	}
	require.NotEmpty(t, all)
	return all
}

// wordType reports whether a value of a type can be a word or a list of words: text,
// a token, a lemma, slices and maps of these, and what holds a list of words.
func wordType(of types.Type) bool {
	of = types.Unalias(of)
	if p, ok := of.(*types.Pointer); ok {
		of = p.Elem()
	}
	if n, ok := of.(*types.Named); ok && n.Obj().Pkg() != nil {
		switch strings.TrimPrefix(n.Obj().Pkg().Path(), "xref/") + "." + n.Obj().Name() {
		case "extract/lang.Token", "extract/lexicon.Lemma", "compare/match.Token", "compare/render.word":
			return true
		}
		if u, ok := n.Underlying().(*types.Struct); ok && !n.Obj().Exported() {
			for f := range u.Fields() {
				if l, ok := f.Type().(*types.Slice); ok && wordType(l) {
					return true
				}
			}
		}
		return false
	}
	switch u := of.(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return wordType(u.Elem())
	case *types.Map:
		return wordType(u.Key())
	}
	return false
}

// judges reports whether a function takes two words or lists of words, its receiver
// counted, and gives a truth or a score.
func judges(of *types.Signature) bool {
	words := 0
	if r := of.Recv(); r != nil && wordType(r.Type()) {
		words++
	}
	for p := range of.Params().Variables() {
		if wordType(p.Type()) {
			words++
		}
	}
	gives := false
	for r := range of.Results().Variables() {
		if b, ok := r.Type().Underlying().(*types.Basic); ok && b.Info()&(types.IsBoolean|types.IsNumeric) != 0 {
			gives = true
		}
		if n, ok := r.Type().(*types.Named); ok && n.Obj().Name() == "Relation" {
			gives = true
		}
	}
	return words > 1 && gives
}

// Two words are held against each other in one place, so that every part of the
// comparison means the same by "the same word".
func TestOnlyTheMatcherComparesWords(t *testing.T) {
	unused := maps.Clone(comparesWords)
	seen := 0
	for _, c := range checkedPackages(t) {
		if c.pkg.Path() == "xref/compare/match" {
			seen++
			continue
		}
		for _, f := range c.files {
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					of := c.info.Defs[n.Name].(*types.Func)
					name := strings.TrimPrefix(c.pkg.Path(), "xref/") + "." + of.Name()
					if judges(of.Signature()) {
						if _, excepted := comparesWords[name]; !excepted {
							t.Errorf("%s: %s holds words against each other: that is the matcher's", c.set.Position(n.Pos()), name)
						}
						delete(unused, name)
					}
				case *ast.Ident:
					if of, ok := c.info.Uses[n].(*types.Func); ok && of.Pkg() != nil && of.Pkg().Path() == "xref/extract/lexicon" && judges(of.Signature()) {
						t.Errorf("%s calls lexicon.%s: relations of two words are the matcher's", c.set.Position(n.Pos()), of.Name())
					}
				}
				return true
			})
		}
	}
	require.Equal(t, 1, seen, "the matcher")
	require.Empty(t, slices.Sorted(maps.Keys(unused)), "these need no exception")
}
