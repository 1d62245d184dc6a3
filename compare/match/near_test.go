package match_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/encoder"
	"xref/compare/match"
)

// sightless knows nothing of sentences that are read alone.
type sightless struct{}

func (sightless) VectorCost(string) int { return 0 }

func (sightless) Vectors(_ context.Context, sentences []string) ([]encoder.Vector, error) {
	return make([]encoder.Vector, len(sentences)), nil
}

// seeing reads a sentence alone as the direction, in degrees, that a word of it has, any other
// sentence as nothing, and remembers which it has read.
type seeing struct {
	dearReader
	directions map[string]float64
	cost       int
	alone      []string
}

func newSeeing(directions map[string]float64) *seeing {
	return &seeing{dearReader: dearReader{cost: 60, read: map[[2]string]int{}}, directions: directions, cost: 30}
}

func (s *seeing) VectorCost(string) int { return s.cost }

func (s *seeing) Vectors(_ context.Context, sentences []string) ([]encoder.Vector, error) {
	vectors := make([]encoder.Vector, len(sentences))
	for i, sentence := range sentences {
		s.alone = append(s.alone, sentence)
		vectors[i] = encoder.Vector{0, 0}
		for word, degrees := range s.directions {
			if strings.Contains(sentence, word) {
				sin, cos := math.Sincos(degrees * math.Pi / 180)
				vectors[i] = encoder.Vector{float32(cos), float32(sin)}
			}
		}
	}
	return vectors, nil
}

// pairTexts are the clauses of pairs, a line each, the lesser first.
func pairTexts(x *match.Index, pairs []match.Pair) (lines []string) {
	for _, p := range pairs {
		text := func(m match.Member) string {
			d := x.Documents[m.Article]
			return d.Assertions[m.Assertion].Span.In(d.Article.Text)
		}
		both := []string{text(p.A), text(p.B)}
		slices.Sort(both)
		lines = append(lines, fmt.Sprintf("%s | %s, %t", both[0], both[1], p.Near))
	}
	slices.Sort(lines)
	return lines
}

// readTogether reports whether two sentences with these words were read together.
func (s *seeing) readTogether(a, b string) bool {
	for p := range s.read {
		if strings.Contains(p[0], a) && strings.Contains(p[1], b) || strings.Contains(p[0], b) && strings.Contains(p[1], a) {
			return true
		}
	}
	return false
}

func featureOf(p match.Pair, name string) float64 {
	return p.Features[slices.Index(match.FeatureNames[:], name)]
}

const (
	classes  = "The old mill in Dover burned on Monday. Classes will resume Thursday."
	students = "A blaze destroyed the old mill in Dover. Students are due back in their rooms soon."
)

func TestNearSentencesAreReadWhereNoWordIsShared(t *testing.T) {
	x, _ := indexOf(t, classes, students)
	for _, row := range []struct {
		reason     string
		directions map[string]float64
		want       bool
	}{
		{"they are near", map[string]float64{"Classes": 0, "Students": 20}, true},
		{"they are one", map[string]float64{"Classes": 70, "Students": 70}, true},
		{"they are far", map[string]float64{"Classes": 0, "Students": 75}, false},
		{"they point apart", map[string]float64{"Classes": 0, "Students": 180}, false},
		{"of one nothing is known", map[string]float64{"Classes": 0}, false},
	} {
		t.Run(row.reason, func(t *testing.T) {
			s := newSeeing(row.directions)
			pairs, read, err := x.Pairs(t.Context(), match.Learned(s), 0)
			require.NoError(t, err)
			require.Equal(t, row.want, s.readTogether("Classes", "Students"))
			require.True(t, s.readTogether("burned", "blaze"), "what the index finds is read as ever")
			require.Equal(t, read.Pairs*60+4*30, read.Pieces, "sentences read alone count")
			found := slices.IndexFunc(pairs, func(p match.Pair) bool { return p.Near })
			require.Equal(t, row.want, found >= 0)
			if found >= 0 {
				p := pairs[found]
				require.True(t, p.Read())
				angle := (row.directions["Classes"] - row.directions["Students"]) * math.Pi / 180
				require.InDelta(t, math.Cos(angle), featureOf(p, "near"), 1e-6)
				for _, none := range []string{"cosine", "context", "shared", "best.both", "best.one", "sentence.both", "sentence.one"} {
					require.Zero(t, featureOf(p, none), none)
				}
				require.NotEqual(t, p.Features, p.Features.Unread())
				unread := p
				unread.Features = p.Features.Unread()
				require.Zero(t, featureOf(unread, "near"))
			}
		})
	}
}

func TestNearSentencesOfOneArticleAreNoPair(t *testing.T) {
	x, _ := indexOf(t, "The old mill in Dover burned on Monday. Classes will resume Thursday. Students are due back in their rooms soon.", "A blaze destroyed the old mill in Dover.")
	s := newSeeing(map[string]float64{"Classes": 0, "Students": 0})
	_, _, err := x.Pairs(t.Context(), match.Learned(s), 0)
	require.NoError(t, err)
	require.False(t, s.readTogether("Classes", "Students"))
}

// Neither the order of the articles nor one about something else changes what is near.
func TestNearSentencesDontDependOnOrderOrOtherArticles(t *testing.T) {
	const other = "The orchestra plays Brahms tonight. Tickets cost nine euros."
	directions := map[string]float64{"Classes": 0, "Students": 20, "orchestra": 120}
	found := func(texts ...string) []string {
		x, _ := indexOf(t, texts...)
		pairs, _, err := x.Pairs(t.Context(), match.Learned(newSeeing(directions)), 0)
		require.NoError(t, err)
		return pairTexts(x, slices.DeleteFunc(pairs, func(p match.Pair) bool { return !p.Near }))
	}
	want := found(classes, students)
	require.Len(t, want, 1)
	require.Equal(t, want, found(students, classes))
	require.Equal(t, want, found(students, other, classes))
	require.Equal(t, want, found(other, classes, students))
}

func TestSentencesAreReadAloneOnceAndWithinTheirWork(t *testing.T) {
	const first, second, third = "Classes will resume Thursday.", "The old mill in Dover burned.", "The owner sold the harbour."
	whole := strings.Join([]string{first, second, third}, " ")
	many := make([]string, 25)
	for i := range many {
		many[i] = fmt.Sprintf("The mill burned %d times.", i+2)
	}
	for _, row := range []struct {
		reason string
		texts  []string
		cost   int
		whole  bool
		want   int // sentences read alone
	}{
		{"each sentence once", []string{whole, first + " " + third}, 30, false, 3},
		{"the first ones of an article of dear ones", []string{whole, second}, 1_500, false, 2},
		{"none that costs more than an article may", []string{whole, second}, 3_001, false, 0},
		{"all, whatever they cost", []string{whole, second}, 3_001, true, 3},
		{"none where there is one article", []string{whole}, 30, false, 0},
		{"none of many articles", many, 30, false, 0},
		{"of many articles where all are asked for", many, 30, true, 25},
	} {
		t.Run(row.reason, func(t *testing.T) {
			x, _ := indexOf(t, row.texts...)
			s := newSeeing(nil)
			s.cost, s.dearReader.cost = row.cost, 0
			scoring := match.Learned(s)
			scoring.Whole = row.whole
			_, read, err := x.Pairs(t.Context(), scoring, 0)
			require.NoError(t, err)
			require.Len(t, s.alone, row.want)
			require.Len(t, slices.Compact(slices.Sorted(slices.Values(s.alone))), row.want, "each once")
			require.Equal(t, row.want*row.cost, read.Pieces)
		})
	}
}

// Near sentences come after a pair that the index finds likely.
func TestNearSentencesCompeteForTheWork(t *testing.T) {
	x, _ := indexOf(t, classes, students)
	for _, row := range []struct {
		reason string
		cost   int
		want   bool
	}{
		{"room for both", 2_000, true},
		{"room for one", 3_000, false},
	} {
		t.Run(row.reason, func(t *testing.T) {
			s := newSeeing(map[string]float64{"Classes": 0, "Students": 20})
			s.dearReader.cost = row.cost
			_, _, err := x.Pairs(t.Context(), match.Learned(s), 0)
			require.NoError(t, err)
			require.True(t, s.readTogether("burned", "blaze"))
			require.Equal(t, row.want, s.readTogether("Classes", "Students"))
		})
	}
}
