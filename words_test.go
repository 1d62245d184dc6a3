package xref_test

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// mostWords is how many English words may stand side by side in code; more are
// a list, which is data.
const mostWords = 2

// englishWord is a word or phrase in lower case.
var englishWord = regexp.MustCompile(`^[a-z][a-z'’]+(?:[ -][a-z'’]+)*\.?$`)

// noWords are the files whose lists look like words and aren't, with the reason.
var noWords = map[string]string{
	"extract/measure/recognizers.go": "names of the suite's models",
	"extract/measure/values.go":      "names of the suite's models",
	"extract/read/charset.go":        "what a file is that isn't text, for messages",
	"extract/read/frontmatter.go":    "keys of front matter",
	"extract/read/credits.go":        "names of agencies, in lower case",
	"extract/read/epub.go":           "names of the standard's sorts of sections",
	"extract/read/feed.go":           "how a text breaks off",
	"extract/read/json.go":           "keys of JSON",
	"extract/read/limits.go":         "names of limits",
	"extract/read/links.go":          "names of parameters and hosts",
	"extract/read/mailbox.go":        "names of limits",
	"extract/read/message.go":        "names of hosts",
	"extract/read/newsml.go":         "names of the standard's elements",
	"extract/read/nitf.go":           "names of the standard's elements",
	"extract/read/opendocument.go":   "names of styles",
	"extract/read/web/fetch.go":      "what statuses mean, for messages",
	"extract/read/word.go":           "names of elements and of files",
	"extract/read/metadata.go":       "names of metadata in web pages",
	"extract/resolve/feature.go":     "names of features",
	"extract/when/starters.go":       "names of sections of the lexicon",

	"compare/baseline/waiver.go":       "keys of a file",
	"compare/match/contrast.go":        "names of contrasts",
	"compare/measure/score.go":         "names of kinds",
	"compare/render/address.go":        "schemes of addresses",
	"compare/render/cells.go":          "names of columns",
	"compare/render/checked.go":        "names of columns",
	"compare/render/coverage.go":       "what is shown",
	"compare/render/github.go":         "names of levels",
	"compare/render/html_matters.go":   "what is shown",
	"compare/render/json.go":           "names of values",
	"compare/render/quotations.go":     "what is shown",
	"compare/render/revisions.go":      "what is shown",
	"compare/render/sentences.go":      "what is shown",
	"compare/render/view.go":           "what is shown",
	"compare/render/web_annotation.go": "names of the standard's motivations",
}

// TestWordListsAreData finds lists of words in code: literals, cases and
// comparisons of one thing with several words. They belong in the lexicon's
// data, where they can be read, checked and credited. Names of an
// enumeration's values, which a variable …Names holds, are part of the code.
func TestWordListsAreData(t *testing.T) {
	used := map[string]bool{}
	for _, f := range sourceFiles(t) {
		if !within(f.pkg, "extract") && !within(f.pkg, "compare") && !within(f.pkg, "internal") || f.pkg == "extract/lexicon" {
			continue
		}
		for _, list := range wordLists(f.syntax) {
			if _, ok := noWords[f.path]; ok {
				used[f.path] = true
				continue
			}
			t.Errorf("%s has a list of words in code: %s", f.path, list)
		}
	}
	for file := range noWords {
		require.True(t, used[file], "%s has no list any more; it needs no exception", file)
	}
}

func TestWordListsAreFound(t *testing.T) {
	for _, c := range []struct {
		reason, code string
		found        int
	}{
		{"a set", `var s = map[string]bool{"apple": true, "pear": true, "plum": true}`, 1},
		{"two words", `var s = map[string]bool{"apple": true, "pear": true}`, 0},
		{"lists within a list", `var s = []fruit{{"apple", []string{"red", "green"}}}`, 1},
		{"phrases", `var s = []string{"at least", "at most", "about"}`, 1},
		{"one string of words", `var s = strings.Fields("apple pear plum")`, 1},
		{"cases", `func f() { switch s { case "apple", "pear", "plum": } }`, 1},
		{"comparisons", `func f() bool { return x.y == "apple" || x.y == "pear" || x.y == "plum" }`, 1},
		{"exclusions", `func f() bool { return x != "apple" && y > 2 && x != "pear" && x != "plum" }`, 1},
		{"comparisons of several things", `func f() bool { return x == "apple" || y == "pear" || z == "plum" }`, 0},
		{"marks", `var s = []string{",", "-", "%"}`, 0},
		{"names of values", `var fruitNames = []string{"apple", "pear", "plum"}`, 0},
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "fruit.go", "package fruit\n"+c.code, 0)
		require.NoError(t, err)
		require.Len(t, wordLists(file), c.found, c.reason)
	}
}

// wordLists are the lists of words in a file, as far as an error tells them.
func wordLists(file *ast.File) []string {
	var found []string
	list := func(words []string) {
		if len(words) > mostWords {
			found = append(found, strings.Join(words[:3], ", ")+" …")
		}
	}
	inChain := map[ast.Expr]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			return !strings.HasSuffix(n.Names[0].Name, "Names")
		case *ast.CompositeLit:
			words := literals(n.Elts)
			list(words)
			return len(words) <= mostWords
		case *ast.CaseClause:
			list(literals(n.List))
		case *ast.CallExpr:
			if called, ok := n.Fun.(*ast.SelectorExpr); ok && called.Sel.Name == "Fields" && len(n.Args) == 1 {
				if text, ok := literal(n.Args[0]); ok {
					list(slices.DeleteFunc(strings.Fields(text), func(w string) bool { return !englishWord.MatchString(w) }))
				}
			}
		case *ast.BinaryExpr:
			if !inChain[n] && (n.Op == token.LOR || n.Op == token.LAND) {
				for _, words := range compared(n, inChain) {
					list(words)
				}
			}
		}
		return true
	})
	return found
}

// compared are the words that a chain of comparisons, all joined by the
// operator of n, holds one thing against, for each such thing. The inner
// expressions of the chain are noted in seen.
func compared(n *ast.BinaryExpr, seen map[ast.Expr]bool) [][]string {
	equal := token.EQL
	if n.Op == token.LAND {
		equal = token.NEQ
	}
	var things []string
	by := map[string][]string{}
	var visit func(e ast.Expr)
	visit = func(e ast.Expr) {
		b, ok := e.(*ast.BinaryExpr)
		if !ok {
			return
		}
		if b.Op == n.Op {
			seen[b] = true
			visit(b.X)
			visit(b.Y)
			return
		}
		if word, ok := literal(b.Y); ok && b.Op == equal && englishWord.MatchString(word) {
			var thing strings.Builder
			if err := printer.Fprint(&thing, token.NewFileSet(), b.X); err != nil {
				panic(err)
			}
			if _, known := by[thing.String()]; !known {
				things = append(things, thing.String())
			}
			by[thing.String()] = append(by[thing.String()], word)
		}
	}
	visit(n)
	var all [][]string
	for _, thing := range things {
		all = append(all, by[thing])
	}
	return all
}

// literals are the words among expressions, keys and values of inner literals included.
func literals(list []ast.Expr) []string {
	var words []string
	for _, e := range list {
		switch e := e.(type) {
		case *ast.KeyValueExpr:
			words = append(words, literals([]ast.Expr{e.Key, e.Value})...)
		case *ast.CompositeLit:
			words = append(words, literals(e.Elts)...)
		default:
			if s, ok := literal(e); ok && englishWord.MatchString(s) {
				words = append(words, s)
			}
		}
	}
	return words
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// section is a line that begins a section of a list.
var section = regexp.MustCompile(`(?m)^\[(.+)\]$`)

// TestSectionsOfTheLexiconAreUsed holds the sections that code asks for against
// those that the lexicon's files have: to ask for a missing one would panic, and
// a surplus one is dead.
func TestSectionsOfTheLexiconAreUsed(t *testing.T) {
	files := sourceFiles(t)
	sections := map[string][]string{} // by the variable of the list
	for _, f := range files {
		if f.path != "extract/lexicon/list.go" {
			continue
		}
		for name, file := range listVariables(f.syntax) {
			data, err := os.ReadFile("extract/lexicon/data/" + file + ".txt")
			require.NoError(t, err)
			for _, m := range section.FindAllStringSubmatch(string(data), -1) {
				sections[name] = append(sections[name], m[1])
			}
			require.NotEmpty(t, sections[name], name)
		}
	}
	require.NotEmpty(t, sections)
	mentioned := map[string]bool{}
	asked := 0
	for _, f := range files {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if text, ok := literal(n); ok {
					mentioned[text] = true
				}
			case *ast.CallExpr:
				list, name := askedFor(n)
				if known, ok := sections[list]; ok && name != "" {
					asked++
					require.Contains(t, known, name, "%s asks %s for a section that it doesn't have", f.path, list)
				}
			}
			return true
		})
	}
	require.NotZero(t, asked)
	for list, names := range sections {
		for _, name := range names {
			require.True(t, mentioned[name], "no code asks %s for [%s]", list, name)
		}
	}
}

// listVariables are the names of the lists of the lexicon by variable.
func listVariables(file *ast.File) map[string]string {
	names := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if address, ok := spec.Values[0].(*ast.UnaryExpr); ok {
			for _, e := range address.X.(*ast.CompositeLit).Elts {
				if field := e.(*ast.KeyValueExpr); field.Key.(*ast.Ident).Name == "name" {
					names[spec.Names[0].Name], _ = literal(field.Value)
				}
			}
		}
		return true
	})
	return names
}

// askedFor is the list and the section that a call asks for: the receiver and
// the argument of a method of the list, or the first two arguments.
func askedFor(call *ast.CallExpr) (list, section string) {
	var of ast.Expr
	switch called := call.Fun.(type) {
	case *ast.SelectorExpr:
		of = called.X
		if len(call.Args) > 1 {
			of = call.Args[0]
		}
	default:
		return "", ""
	}
	switch of := of.(type) {
	case *ast.Ident:
		list = of.Name
	case *ast.SelectorExpr:
		list = of.Sel.Name
	}
	for _, argument := range call.Args {
		if text, ok := literal(argument); ok {
			return list, text
		}
	}
	return list, ""
}
