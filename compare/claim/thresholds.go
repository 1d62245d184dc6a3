package claim

// The thresholds by which pairs become claims. `go run ./cmd/train pairs -without
// CASES` gives what each case scores by weights learned without it; they were
// chosen on the cases that aren't set aside (docs/measuring.md).
const (
	// leastPair is the probability of one matter below which a pair counts as
	// having nothing in common.
	leastPair = 0.02
	// LeastJoined makes a claim of a pair that has an act or a participant in
	// common.
	LeastJoined = 0.5
	// leastUnrelated makes a claim of any other pair: what shares neither an act nor a
	// participant resembles another thing by its circumstances only, as all that
	// happens at one place and time does.
	leastUnrelated = 0.65
	// leastShared makes a further claim of a pair of which a passage already
	// stands in a claim.
	leastShared = 0.55
	// mostTold is how much of what a pair has in common a claim that one of its
	// passages stands in may have already, for it to be a claim of its own.
	mostTold = 0.5
	// mostRead is how many of the pairs that were left over are read word by word for a
	// passage, those first that would have been joined first; fewer where sentences are long.
	mostRead = 8
	// readAhead is how many of these pairs are looked through at a time for those to read on all
	// cores; few of them turn out not to be wanted.
	readAhead = 64
	// leastMean is the mean probability that the members of two groups must have
	// with each other for the groups to become one claim, so that no chain of
	// resemblances makes a claim of things that have nothing in common.
	leastMean = 0.2
	// sharedWeightBonus is how much sooner a pair that has much in common is joined
	// than an equally sure one that has nothing: clauses are held against their like
	// before one of them is held against a part of the other.
	sharedWeightBonus = 0.3
	// mostPerArticle is how many passages of one article a claim takes.
	mostPerArticle = 2
	// leastRetold is how much of the slighter of two passages of one article stands
	// in the other where it says the same once more.
	leastRetold = 0.3
	// mostMatches is how many pairs of a claim are read word by word, the surest.
	mostMatches = 12
	// leastAlone is the probability with a passage of another article from which a
	// passage isn't told as one article's alone.
	leastAlone = 0.1
	// mostAlone is how many claims of one article are told as its alone.
	mostAlone = 5
)

// The shares of what makes a claim central to its story.
const (
	byBreadth = 0.4 // how many of the articles carry it
	byPlace   = 0.3 // how near the top its members stand
	byWeight  = 0.3 // how much of the story's specific words it has
)
