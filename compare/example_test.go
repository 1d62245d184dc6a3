package compare_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"xref/compare"
	"xref/compare/kind"
	"xref/compare/render"
	"xref/extract"
	"xref/extract/read"
)

// Two files of text with front matter.
const (
	courier = "---\noutlet: Courier\ndate: 2024-05-02\ntitle: Ferry aground\n---\n\nThe ferry Aurora ran aground near Skagen on Tuesday. Rescuers took at least 48 passengers off the ferry.\n"
	herald  = "---\noutlet: Herald\ndate: 2024-05-02\ntitle: Ferry aground\n---\n\nThe ferry Aurora ran aground near Skagen on Tuesday. Rescuers took 48 passengers off the ferry.\n"
)

// documents reads and analyses the two files.
func documents() []*extract.Document {
	var all []*extract.Document
	for _, file := range []struct{ name, text string }{{"courier.txt", courier}, {"herald.txt", herald}} {
		article, _, err := read.Bytes(file.name, []byte(file.text))
		if err != nil {
			log.Fatal(err)
		}
		all = append(all, extract.Analyse(article))
	}
	return all
}

func ExampleCompare() {
	report, err := compare.Compare(context.Background(), documents(), compare.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Findings {
		fmt.Println(f.Kind, f.Verdict)
		for _, e := range f.Evidence {
			fmt.Printf("  %s: %s\n", report.Documents[e.Article].Article.Outlet, e.Value)
		}
	}
	// Output:
	// fact agree
	//   Courier: The ferry Aurora ran aground near Skagen on Tuesday
	//   Herald: The ferry Aurora ran aground near Skagen on Tuesday
	// quantifier differ
	//   Courier: at least 48 passengers
	//   Herald: 48 passengers
}

// only are the options that leave one kind on.
func only(wanted *kind.Kind) compare.Options {
	var o compare.Options
	for _, k := range kind.Kinds {
		if k != wanted {
			o.Off = append(o.Off, k.ID)
		}
	}
	return o
}

func ExampleCompare_oneKind() {
	report, err := compare.Compare(context.Background(), documents(), only(kind.Quantifier))
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Findings {
		fmt.Println(f.Kind, f.Verdict, f.Evidence[0].Value, "/", f.Evidence[1].Value)
	}
	// Output:
	// quantifier differ at least 48 passengers / 48 passengers
}

func ExampleCompare_format() {
	report, err := compare.Compare(context.Background(), documents(), only(kind.Quantifier))
	if err != nil {
		log.Fatal(err)
	}
	for _, format := range render.Formats {
		if format.ID == "github" {
			if err := format.Write(os.Stdout, report, render.Options{}); err != nil {
				log.Fatal(err)
			}
		}
	}
	// Output:
	// ::warning file=courier.txt,line=7,endLine=7,col=54,endColumn=104,title=quantifier%2C differ%3A Rescuers took 48 passengers off the ferry::Both give “48 passengers”; Courier says “at least”. XR-07ce5c9952
}

func ExampleCompare_cancelled() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := compare.Compare(ctx, documents(), compare.Options{})
	fmt.Println(errors.Is(err, context.Canceled))
	_, _, err = read.Bytes("empty.txt", nil)
	var skipped read.Skipped
	fmt.Println(errors.As(err, &skipped), skipped.Path)
	// Output:
	// true
	// true empty.txt
}
