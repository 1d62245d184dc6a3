package quantity

import (
	"xref/extract/lexicon"
	"xref/extract/numeral"
)

// Words of the results of votes and games.
var (
	contests   = lexicon.NumberWords.Words("votes and games")
	scoredIn   = lexicon.NumberWords.Words("what votes and games count")
	approving  = lexicon.NumberWords.Words("behind the votes for")
	opposing   = lexicon.NumberWords.Words("behind the votes against")
	voteJoints = lexicon.NumberWords.Words("between the votes for and against")
	scoreJoint = lexicon.NumberWords.Words("between the numbers of a score")
)

// mostInScore is the largest number of a score whose numbers stand bare.
const mostInScore = 700

// score reads the result of a vote or a game: "52-48", "won 3 to 1", "by 52
// votes to 48", "310 in favour, 211 against".
func (f *finder) score(k int) (draft, bool) {
	if k+1 >= len(f.n) {
		return draft{}, false
	}
	n, m := f.n[k], f.n[k+1]
	if n.Form != numeral.Whole || m.Form != numeral.Whole || n.Vague || m.Vague || n.Tail || m.Tail || n.Article || m.Article ||
		f.clock(n) || f.clock(m) || f.code(n) || f.dayOfMonth(n) || f.measure(k).Kind != Count || f.measure(k+1).Kind != Count {
		return draft{}, false
	}
	d := draft{numFirst: n.First, numEnd: m.End, first: n.First, end: m.End, from: n.First, to: m.End}
	d.Kind, d.Value, d.Low, d.High = Score, n.Value, min(n.Value, m.Value), max(n.Value, m.Value)
	if end := f.votes(n, m); end > 0 {
		d.to = end
		return d, true
	}
	at := n.End
	counted := scoredIn.Has(f.at(at))
	if counted {
		at++
	}
	hyphen := numeral.IsHyphen(f.a, at) && !counted
	colon := f.at(at) == ":" && !counted && numeral.Glued(f.a, at) && numeral.Glued(f.a, at+1) && (len(f.at(m.First)) == 1 || n.Value > 24) && f.at(m.End) != ":"
	if m.First != at+1 || !hyphen && !colon && !scoreJoint.Has(f.at(at)) || f.at(at) == "against" && !counted ||
		!counted && (n.Value > mostInScore || m.Value > mostInScore) {
		return draft{}, false
	}
	contest := counted
	for j := max(0, n.First-10); j < min(len(f.a), m.End+6); j++ {
		contest = contest || contests.Has(f.a[j].Low)
	}
	if !contest || f.at(n.First-1) == "from" || f.at(n.First-1) == "between" || f.followedByPlural(m) && !counted ||
		n.Value < m.Value && !counted && !(hyphen && (f.nounFollows(m) || f.at(n.First-1) == "a")) {
		return draft{}, false
	}
	return d, true
}

// votes reads "310 votes in favour and 211 against", whose numbers are n and m,
// and returns its end.
func (f *finder) votes(n, m numeral.Number) (end int) {
	at := n.End
	if scoredIn.Has(f.at(at)) {
		at++
	}
	if f.at(at) == "in" {
		at++
	}
	if !approving.Has(f.at(at)) {
		return 0
	}
	at++
	for f.at(at) == "," || voteJoints.Has(f.at(at)) {
		at++
	}
	if m.First != at {
		return 0
	}
	end = m.End
	if scoredIn.Has(f.at(end)) {
		end++
	}
	if !opposing.Has(f.at(end)) {
		return 0
	}
	return end + 1
}
