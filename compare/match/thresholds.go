package match

import "math"

// The thresholds of the search for pairs. `go run ./cmd/evaluate alignment` gives
// the share of an exhaustive search's pairs that it finds with them, and its time.
const (
	// crowdedTerm is how many sentences may share a term that tells something, or
	// a fifth of them.
	crowdedTerm = 48
	// sentencesPerArticle is how many sentences of one article a sentence is
	// compared with, those that share most with it.
	sentencesPerArticle = 12
	// leastFirst is the least upper bound of the probability of one matter, by what is
	// known before pairs compete, from which a pair is scored.
	leastFirst = 0.01
	// leastTogether is how probable an encoder must say it is that two values are of one
	// thing for them to be held against each other whatever words stand around them, and
	// leastMaybe for them to be where the words say that they are.
	leastTogether = 0.8
	leastMaybe    = 0.1
	// nearestSentences is how many sentences of another article that are nearest to one by their vectors
	// are read with it at most, whatever the index found, which have a cosine of at least leastNear.
	nearestSentences = 2
	leastNear        = 0.4
	// promiseOfLeast and promiseOfMost are how probable it counts as that sentences as near as
	// leastNear, and as near as can be, report one matter; between them it grows evenly.
	promiseOfLeast = 0.05
	promiseOfMost  = 0.5
)

// leastShare is the least share of the weight of two sentences that they have in
// common for anything in them to be the same, in a story of so many sentences:
// of more, more resemble each other by chance.
func leastShare(sentences int) float64 {
	const few, tenfold = 100, 0.06
	return max(0, tenfold*math.Log10(float64(sentences)/few))
}
