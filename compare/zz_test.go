package compare_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"context"
	"xref/compare"
	"xref/compare/match"
	"xref/compare/story"
	"xref/extract"
	"xref/extract/read"
)

func TestZZ(t *testing.T) {
	dir := os.Getenv("ZZ")
	if dir == "" {
		t.Skip()
	}
	paths, _ := filepath.Glob(dir + "/*.txt")
	r, _ := read.Paths(paths, read.Options{})
	var ds []*extract.Document
	all := story.Story{}
	for i, a := range r.Articles {
		ds = append(ds, extract.Analyse(a))
		all.Articles = append(all.Articles, i)
	}
	x := compare.OneStory(ds, all, nil)
	ps, _ := x.Pairs(context.Background(), match.Learned(), 0)
	for _, p := range ps {
		m := x.Match(x.Unit(p.A), x.Unit(p.B))
		a, b := x.Documents[p.A.Article], x.Documents[p.B.Article]
		sp := func(d *match.Prepared, r match.Run) string { return d.Span(r).In(d.Article.Text) }
		fmt.Printf("== %.2f verb %v\n  %s\n  %s\n", p.Same, p.Verbatim, sp(a, m.A.Run), sp(b, m.B.Run))
		for _, l := range m.Links {
			fmt.Printf("   %s~%s(%d,%d) ", a.Text.Form(l.A), b.Text.Form(l.B), l.How, l.Within)
		}
		fmt.Println()
		for _, c := range m.Contrasts {
			fmt.Printf("   CONTRAST %T%+v excl %v: %q | %q\n", c.Cause, c.Cause, c.Excludes, sp(a, c.A), sp(b, c.B))
		}
		for _, c := range m.Residue {
			d := a
			if c.Side == match.SideB {
				d = b
			}
			fmt.Printf("   residue %d %v %q %.1f\n", c.Side, c.Operator, sp(d, c.Tokens), c.Weight)
		}
		fmt.Println("   q", m.Quantities, "t", m.Times)
	}
}
