package main

import (
	"fmt"
	"strings"
	"testing"

	"xref/extract/read"
	"xref/fixtures"
)

const formatsHead = `# What xref reads

A PATH is a file, a folder, a link, NAME= before a file or link, or - for standard input. "xref read PATH..." shows
what was read of each: outlet, title, date and more, where each was found, what was left out and why, and the text. It
is the first thing to look at.

## Files

The format is told by the ending, and by what the file begins with; a file packed by gzip (.gz) is read as what it
holds. Where a file holds several articles they are called after it: coverage-1, coverage-2. What can't be read is
named with its reason, and costs only itself.

`

const formatsMiddle = `
Front matter is lines of the form key: value between two lines of three hyphens; YAML where it is YAML, and the rest
of the line as it stands where it isn't. Keys that xref doesn't know are kept and shown. The hyphens may be missing where
the file begins with such lines up to a blank one, and two of the keys are known. Text is UTF-8, UTF-16, windows-1252 or,
where that makes no words, Mac OS Roman. Dates in figures alone count where they tell the day from the month.

A live blog is read entry by entry, each with its own date; what stands before the first entry is an article of its own.

Of every format, what isn't part of the article is left out: related headlines, prompts for newsletters, share lines,
advertisements, captions, and at the foot who wrote it and who publishes it. Corrections and editors' notes are metadata
and no claims. An article that is only a beginning (a teaser, a paywall, a page that asks for consent) is read and
marked, and so is a notice of the site in an article's place (“Page not found”, “Just a moment...”). An agency that is credited is the agency, not the outlet. One article under two addresses is read once, and
told. A page that an archive of the web holds has the address and the outlet of the page itself. Reports of xref are no
articles.

JSON of a shape that xref doesn't know: --map text=body,outlet=source.name says where the fields are, with full stops
between keys. Fields are %s.

## Links and lists

A link is fetched like a saved page: that page alone, without pictures, styles or frames, from public addresses only
(--allow-private lifts that), checked after the name is resolved and on every redirect. Items of a feed that aren't in
it in full are fetched under --follow. --offline, or offline: true in xref.yaml, forbids all. A file never opens the
network.

--from LIST reads the files and links of a list: one a line, or CSV or XLSX in which a row names the columns: url or
path, and outlet, date, title, name; titles of the table may stand above. What a row says goes before what the article
says; of two rows for one file or link the first counts, and the other is named. Paths start from the list's folder.

## Strict

With --strict a run ends with status 2 where an input was left out or only a part of it was there. The report is
written all the same, and its first line says how many of the articles were read.

## Limits

No input takes the run with it. Each limit is set by --limit NAME=VALUE or under limits: in xref.yaml, and the error
names it. What is read is bounded by amounts, so that it is the same on every machine, however busy. The limit of
seconds for parsing only ends a parser that hangs: nothing that the others let through comes near it, unless it is set
lower.

`

// The page of formats is made from the lists of formats and limits; go test
// -update writes it anew.
func TestFormatsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(formatsHead)
	b.WriteString("| format | endings | what is read |\n| --- | --- | --- |\n")
	for _, f := range read.Formats {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", f.Name, strings.Join(f.Endings, ", "), f.Reads)
	}
	fmt.Fprintf(&b, formatsMiddle, strings.Join(read.FieldNames, ", "))
	b.WriteString("| limit | default | of |\n| --- | --: | --- |\n")
	for _, l := range read.LimitTable {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", l.Name, l, l.Meaning)
	}
	fixtures.Same(t, docs+"/formats.md", b.String())
}
