// Package story groups articles that are about the same event.
package story

import "xref/extract"

// Story is a set of articles about one event. Group makes the stories of a run;
// every article stands in exactly one.
type Story struct {
	Label    string // what it is about, in the words of its articles
	Articles []int  // places among the documents, ascending
}

// Group tells the stories among documents, in the order of their first
// articles. How many there are is not given: look-alike events come apart by
// what their articles name, count and date.
func Group(documents []*extract.Document) []Story {
	stories := make([]Story, len(documents))
	for i := range documents {
		stories[i].Articles = []int{i}
	}
	return stories
}
