package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"xref/compare"
	"xref/extract/article"
	"xref/extract/read"
	"xref/seeds"
)

// demoCommand reports the articles of the demo, or writes them to a folder.
func demoCommand(s streams) *cobra.Command {
	r := &reporting{gatherer: gatherer{streams: s}}
	var folder string
	c := &cobra.Command{
		Use:     "demo",
		Short:   "Report the articles of the demo, which are in the program",
		Example: "  xref demo\n  xref demo --write demo && xref report demo",
		Args:    nothing,
		RunE: func(c *cobra.Command, _ []string) error {
			if folder != "" {
				return writeSeeds(s, folder)
			}
			return r.run(c, r.seedsReport)
		},
	}
	r.addFlags(c)
	r.comparing.flags(c)
	c.Flags().StringVar(&folder, "write", "", "write the articles to `FOLDER` instead; no file there is overwritten")
	return c
}

// seedsReport is the comparison of the demo's articles.
func (r *reporting) seedsReport() (*compare.Report, error) {
	var articles []*article.Article
	err := eachSeed(func(name string, data []byte) error {
		a, _, err := read.Bytes(name, data)
		articles = append(articles, a)
		return err
	})
	if err != nil {
		return nil, err
	}
	documents, failed, err := r.documents(articles)
	if err != nil {
		return nil, err
	}
	options, err := r.comparing.comparison(compare.Options{})
	if err != nil {
		return nil, err
	}
	report, err := compare.Compare(context.Background(), documents, options)
	if err != nil {
		return nil, err
	}
	report.Skipped = failed
	return report, nil
}

// eachSeed calls do with the articles of the demo in the order of their names.
func eachSeed(do func(name string, data []byte) error) error {
	entries, err := fs.ReadDir(seeds.Files, ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		data, err := fs.ReadFile(seeds.Files, e.Name())
		if err != nil {
			return err
		}
		if err := do(e.Name(), data); err != nil {
			return err
		}
	}
	return nil
}

// writeSeeds writes the articles of the demo into a folder, which is made where
// it isn't there.
func writeSeeds(s streams, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return eachSeed(func(name string, data []byte) error {
		path := filepath.Join(folder, name)
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s: is there already", path)
		}
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err == nil {
			_, err = fmt.Fprintln(s.out, path)
		}
		return err
	})
}
