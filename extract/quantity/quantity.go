// Package quantity reads numbers in text: how many or how much, of what, with
// which bound.
package quantity

import "xref/extract/article"

// Quantity is one number a text gives, as an interval with what it counts or
// measures. Find makes it from the annotated text; comparing stages hold the
// intervals of two articles against each other.
type Quantity struct {
	Span      article.Span // everything that belongs to it: "at least 19 towns and villages"
	Number    article.Span // the number itself, bound and unit left out: "19"; of a range, both
	Measure   article.Span // the number with its unit: "$2.5 million", "12 km"
	Bounded   article.Span // the number with what bounds it: "at least 19", "20 or more"
	Kind      Kind
	Low, High float64 // closed interval in Unit; infinite where a side is open
	Bound     Bound
	Ends      [2]Bound // of "more than 10 and less than 20", the bounds of its ends; Exact twice for "10 to 20"
	Scope     Scope
	Of        float64 // the denominator of "22 out of 29" and "10 percent of its 5,000 jobs"; 1 for a fraction of a whole; 0 where there is none
	Unit      string  // canonical unit symbol ("km", "USD", "%", "pp"); "" for plain counts
	Written   string  // the unit's symbol as the text has it: "mi", where Unit is "km"
	Per       string  // what a price or rate is told for: the unit's symbol ("h"), else the noun ("share"); "" where it is none
	Value     float64 // the number in Written, before conversion; of a range its lower end
	Top       float64 // of a range its upper end in Written
	Counted   int     // token index of the head of what is counted ("towns"); -1 where nothing is
	First     int     // the quantity's tokens are First to End, End excluded
	End       int
	Vague     bool    // "dozens", "several", "many": a magnitude, no number
	Most      float64 // of a vague quantity the most that it commonly means, in Unit; infinite for "many"
	Definite  bool    // "the 42 members", which are all that there are
	Ratio     bool    // "three in five": of every five, where "three of five" counts them
}

// Kind classes quantities.
type Kind uint8

// The kinds of quantities.
const (
	Count Kind = iota
	Ordinal
	Percent
	Money
	Measure // length, area, weight, temperature, …
	Duration
	Age
	Score // votes, games: "52-48"; Low and High are its two numbers, the smaller first
)

// Bound says how the text limits a number.
type Bound uint8

// The bounds.
const (
	Exact Bound = iota
	AtLeast
	MoreThan
	AtMost
	LessThan
	About
	Between
)

// Scope says which part of a population a number speaks of.
type Scope uint8

// The scopes.
const (
	Plain Scope = iota
	All         // "all 19 towns"
	Part        // "22 of 29", "half of the", "one in five"
	More        // "39 others", "another 20": on top of what was counted before
)
