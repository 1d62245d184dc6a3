package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"xref/compare/archive"
	"xref/extract/read"
)

// settings are what a job is told.
type settings struct {
	Files   []string
	Output  string // a folder
	Shards  int    // into how many files findings are written
	Encoder string
	All     bool
	Fields  read.Fields
	Limits  read.Limits
}

// build makes the pipeline: read, analyse, key, group, compare, write.
func build(s beam.Scope, o settings) {
	var written, counts []beam.PCollection

	files := beam.Reshuffle(s, beam.CreateList(s, o.Files))
	articles, unread, readCounts := beam.ParDo3(s.Scope("read"), &readFn{Fields: o.Fields, Limits: o.Limits, Shards: o.Shards}, files)
	analysed, members, failed := beam.ParDo3(s.Scope("analyse"), &analyseFn{Shards: o.Shards}, beam.Reshuffle(s, articles))
	written, counts = append(written, unread, failed), append(counts, readCounts)

	links, keyCounts := linked(s.Scope("keys"), members)
	counts = append(counts, keyCounts...)
	for range archive.Rounds {
		links = beam.ParDo(s.Scope("later"), later, beam.GroupByKey(s, beam.ParDo(s, bothWays, links)))
		links = beam.ParDo(s.Scope("earlier"), earlier, beam.GroupByKey(s, links))
	}
	inParts, partCounts := beam.ParDo2(s.Scope("parts"), parted, beam.CoGroupByKey(s, members, links, beam.ParDo(s, turned, links)))
	stories, storyCounts := beam.ParDo2(s.Scope("stories"), gathered, beam.GroupByKey(s, inParts))
	ofStories := beam.ParDo(s.Scope("place"), placed, beam.CoGroupByKey(s, analysed, stories))
	counts = append(counts, partCounts, storyCounts)

	found, foundCounts := beam.ParDo2(s.Scope("compare"), &compareFn{Encoder: o.Encoder, All: o.All, Shards: o.Shards}, beam.GroupByKey(s, ofStories))
	written, counts = append(written, found), append(counts, foundCounts)

	summed := beam.CombinePerKey(s.Scope("count"), together, beam.Flatten(s, counts...))
	written = append(written, beam.ParDo(s, counted, summed))
	beam.ParDo0(s.Scope("write"), &writeFn{Folder: o.Output}, beam.GroupByKey(s, beam.Flatten(s, written...)))
}

// linked are the links among the articles of each key, of those that were taken apart too.
func linked(s beam.Scope, members beam.PCollection) (beam.PCollection, []beam.PCollection) {
	var links, counts []beam.PCollection
	byKey := beam.ParDo(s, keyed, members)
	for level := range archive.Levels() + 1 {
		found, finer, counted := beam.ParDo3(s, &bucketFn{Level: level}, beam.GroupByKey(s, byKey))
		links, counts, byKey = append(links, found), append(counts, counted), finer
	}
	return beam.Flatten(s, links...), counts
}
