package measure

import (
	"cmp"
	"fmt"
	"slices"

	"xref/compare/kind"
)

// Share is a part of a whole, kept as counts so that cases can be summed.
type Share struct {
	Part, Whole int
}

// Percent is the share from 0 to 100; 0 of an empty whole.
func (s Share) Percent() float64 {
	return 100 * float64(s.Part) / float64(max(1, s.Whole))
}

// Mean is the part by one of the whole; 0 of an empty whole.
func (s Share) Mean() float64 { return float64(s.Part) / float64(max(1, s.Whole)) }

func (s Share) String() string {
	return fmt.Sprintf("%5.1f%%  (%d/%d)", s.Percent(), s.Part, s.Whole)
}

func (s *Share) count(hit bool) {
	s.Whole++
	if hit {
		s.Part++
	}
}

func (s *Share) add(o Share) {
	s.Part += o.Part
	s.Whole += o.Whole
}

// Result is how one report, or several summed, stand to their annotations.
// Score and Sum make it.
type Result struct {
	Case                       string // of a sum: how many cases
	Articles, Findings, Claims int    // claims that are aligned and findings, both without verdict single

	Core      Share // gold findings of weight core that are answered
	CoreFirst Share // gold findings of weight core that one of the first 10 findings answers
	All       Share // gold findings that are answered
	KindExact Share // of the answered, those by a finding of the very kind
	Precision Share // of the first 40 findings, those that meet a gold finding
	Verdict   Share // of those, the ones of the right class of verdict
	Said      Share // of the pairs of passages that the report joins, those that a gold finding joins
	Joined    Share // of the pairs of passages that a gold finding joins, those that the report joins
	Traps     Share // traps sprung
	Shown     Share // characters in the passages of the first 10 findings, of so many passages
	Lost      int   // passages of the report that are empty, outside the text or over 400 characters
	Unplaced  int   // passages of the annotation that stand in no article

	Recall      []RecallRow // by kind and verdict of the gold findings
	First       []FirstRow  // by kind and verdict of the first 40 findings
	Calibration []Bin       // by confidence, Bins of them

	Missed []Missed // gold findings that nothing answers
	Unmet  []Unmet  // of the first 40 findings, those that meet no gold finding
	Sprung []Sprung
}

// PairsF1 is the harmonic mean, in percent, of Said and Joined.
func (r Result) PairsF1() float64 {
	p, q := r.Said.Percent(), r.Joined.Percent()
	if p+q == 0 {
		return 0
	}
	return 2 * p * q / (p + q)
}

// RecallRow is how many gold findings of a kind and verdict are answered.
type RecallRow struct {
	Kind      kind.ID
	Verdict   kind.Verdict
	Core, All Share
}

// FirstRow is how many of the first 40 findings of a kind and verdict meet a
// gold finding, and how many of those have the right class of verdict.
type FirstRow struct {
	Kind         kind.ID
	Verdict      kind.Verdict
	Met, Correct Share
}

// Bin is the findings of one tenth of confidence: the i-th of ten holds those
// from i/10 up to, and but for the last without, (i+1)/10.
type Bin struct {
	Findings   int
	Confidence float64 // summed
	Met        int     // meet a gold finding, whatever kind and verdict
	Right      int     // meet one with the right class of verdict
}

// Bins is how many bins a calibration has.
const Bins = 10

// Missed is a gold finding that nothing answers.
type Missed struct {
	Case, ID string
	Kind     kind.ID
	Verdict  kind.Verdict
	Core     bool
	Subject  string
}

// Unmet is a finding that meets no gold finding.
type Unmet struct {
	Case, ID string
	Kind     kind.ID
	Verdict  kind.Verdict
	Subject  string
}

// Sprung is a trap whose passages a claim or finding joins.
type Sprung struct {
	Case, ID, Why string
}

// Sum adds the counts of several results; its shares are shares of all cases
// together.
func Sum(results []Result) Result {
	sum := Result{Case: fmt.Sprintf("%d cases", len(results)), Calibration: make([]Bin, Bins)}
	if len(results) == 1 {
		sum.Case = "1 case"
	}
	for _, r := range results {
		sum.Articles += r.Articles
		sum.Findings += r.Findings
		sum.Claims += r.Claims
		sum.Core.add(r.Core)
		sum.CoreFirst.add(r.CoreFirst)
		sum.Shown.add(r.Shown)
		sum.All.add(r.All)
		sum.KindExact.add(r.KindExact)
		sum.Precision.add(r.Precision)
		sum.Verdict.add(r.Verdict)
		sum.Said.add(r.Said)
		sum.Joined.add(r.Joined)
		sum.Traps.add(r.Traps)
		sum.Lost += r.Lost
		sum.Unplaced += r.Unplaced
		for _, row := range r.Recall {
			into := rowOf(&sum.Recall, func(o RecallRow) bool { return o.Kind == row.Kind && o.Verdict == row.Verdict }, RecallRow{Kind: row.Kind, Verdict: row.Verdict})
			into.Core.add(row.Core)
			into.All.add(row.All)
		}
		for _, row := range r.First {
			into := rowOf(&sum.First, func(o FirstRow) bool { return o.Kind == row.Kind && o.Verdict == row.Verdict }, FirstRow{Kind: row.Kind, Verdict: row.Verdict})
			into.Met.add(row.Met)
			into.Correct.add(row.Correct)
		}
		for i, b := range r.Calibration {
			sum.Calibration[i].Findings += b.Findings
			sum.Calibration[i].Confidence += b.Confidence
			sum.Calibration[i].Met += b.Met
			sum.Calibration[i].Right += b.Right
		}
		sum.Missed = append(sum.Missed, r.Missed...)
		sum.Unmet = append(sum.Unmet, r.Unmet...)
		sum.Sprung = append(sum.Sprung, r.Sprung...)
	}
	sum.sort()
	return sum
}

// rowOf is the row that is wanted, appended as fresh where there is none.
func rowOf[R any](rows *[]R, wanted func(R) bool, fresh R) *R {
	i := slices.IndexFunc(*rows, wanted)
	if i < 0 {
		i = len(*rows)
		*rows = append(*rows, fresh)
	}
	return &(*rows)[i]
}

// sort puts the rows in the order of kind and verdict.
func (r *Result) sort() {
	slices.SortFunc(r.Recall, func(a, b RecallRow) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Verdict, b.Verdict))
	})
	slices.SortFunc(r.First, func(a, b FirstRow) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Verdict, b.Verdict))
	})
}
