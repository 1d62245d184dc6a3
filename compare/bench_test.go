package compare_test

import (
	"testing"

	"xref/compare/story"
	"xref/extract"
	"xref/extract/resolve"
)

// The stages of a comparison, of 20 events that two articles each tell.

func BenchmarkStories(b *testing.B) {
	documents := storiesOfTwo(20)
	b.ReportAllocs()
	for b.Loop() {
		story.Group(documents)
	}
}

func BenchmarkLinking(b *testing.B) {
	var all []*resolve.Resolution
	for _, d := range storiesOfTwo(20) {
		all = append(all, d.Resolution)
	}
	b.ReportAllocs()
	for b.Loop() {
		resolve.Link(all)
	}
}

func BenchmarkCompare(b *testing.B) {
	documents := storiesOfTwo(20)
	b.ReportAllocs()
	for b.Loop() {
		report(b, documents)
	}
}

// keptInMemory is a Keeper for a benchmark.
type keptInMemory map[string][]byte

func (k keptInMemory) Get(name string) []byte       { return k[name] }
func (k keptInMemory) Put(name string, made []byte) { k[name] = made }

func BenchmarkAnalysisThatWasKept(b *testing.B) {
	kept := keptInMemory{}
	a := storiesOfTwo(1)[0].Article
	extract.AnalyseOnce(a, kept)
	b.ReportAllocs()
	for b.Loop() {
		extract.AnalyseOnce(a, kept)
	}
}
