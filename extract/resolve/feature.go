package resolve

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Feature is a place in the vector of weights: a template, the kind of anaphor
// and the template's value.
type Feature uint16

// template is one question that is asked of an anaphor and a candidate. Its
// answers are the values from 0 to values-1.
type template struct {
	name   string
	values int
}

const (
	none = iota
	distance
	roleAtDistance
	roles2
	formAtDistance
	recency
	frequency
	total
	inHeadline
	typeOfCandidate
	givenNameGender
	clause
	governor
	position
	speech
	lastPronoun
	depth
	numberOf
	paragraph
	nearness
	coordinate
	cataphor
	reporting
	salience
	subjects
	genderKnown
	nounClass
	headlineRole
	recencyRole
	frequencyDistance
	anaphorGovernor
	anaphorPronoun
	anaphorNearness
	anaphorHeadline
	tokensApart
	templateCount
)

// templates are the questions, in the order of their constants.
var templates = [templateCount]template{
	none:              {"none", 4},
	distance:          {"distance", 8},
	roleAtDistance:    {"role-distance", roles * 3},
	roles2:            {"roles", 5 * roles * 2},
	formAtDistance:    {"form-distance", 6 * 3},
	recency:           {"recency", 6},
	frequency:         {"frequency", 6},
	total:             {"total", 6},
	inHeadline:        {"headline", 2},
	typeOfCandidate:   {"type", 10},
	givenNameGender:   {"given-name", 8},
	clause:            {"clause", 8},
	governor:          {"governor", 5},
	position:          {"position", 4},
	speech:            {"speech", 6},
	lastPronoun:       {"last-pronoun", 6},
	depth:             {"depth", 3},
	numberOf:          {"number", 3},
	paragraph:         {"paragraph", 3},
	nearness:          {"nearness", 6},
	coordinate:        {"coordinate", 3},
	cataphor:          {"cataphor", 6},
	reporting:         {"reporting", 4},
	salience:          {"salience", 8},
	subjects:          {"subjects", 4},
	genderKnown:       {"gender", 3},
	nounClass:         {"noun-class", 32},
	headlineRole:      {"headline-role", 2 * roles * 3},
	recencyRole:       {"recency-role", 6 * 3 * 3},
	frequencyDistance: {"frequency-distance", 6 * 3},
	anaphorGovernor:   {"anaphor-governor", 5 * 5},
	anaphorPronoun:    {"anaphor-pronoun", 5 * 6},
	anaphorNearness:   {"anaphor-nearness", 5 * 6 * 2},
	anaphorHeadline:   {"anaphor-headline", 5 * 2},
	tokensApart:       {"tokens-apart", 8},
}

// anaphorNames are the kinds of anaphors that have weights of their own.
var anaphorNames = [...]string{"he", "it", "they"}

// offsets are the places of the templates among the features of one kind.
var offsets, featuresPerKind = func() (at [templateCount]int, n int) {
	for i, t := range templates {
		at[i] = n
		n += t.values
	}
	return at, n
}()

// FeatureCount is the length of a vector of weights.
func FeatureCount() int { return len(anaphorNames) * featuresPerKind }

// Describe names a feature as the file of weights does: kind, template, value.
func (f Feature) Describe() string {
	kind, rest := int(f)/featuresPerKind, int(f)%featuresPerKind
	for i := templateCount - 1; i >= 0; i-- {
		if rest >= offsets[i] {
			return anaphorNames[kind] + "\t" + templates[i].name + "\t" + strconv.Itoa(rest-offsets[i])
		}
	}
	return ""
}

// Fixed reports whether the weight of a feature is set and not learned: the
// texts that are trained on agree in gender, and those of GAP offer only names
// of one gender; texts that are checked do neither.
func (f Feature) Fixed() (float64, bool) {
	switch int(f) % featuresPerKind {
	case offsets[genderKnown] + 1:
		return mismatchWeight, true
	case offsets[givenNameGender] + 1:
		return unlikelyNameWeight, true
	}
	return 0, false
}

// mismatchWeight is how much less likely a candidate is whose gender the text
// has told otherwise, in natural logarithms.
const mismatchWeight = -5

// unlikelyNameWeight is the same of a candidate whose given name is usually of
// the other gender, where the text has told none.
const unlikelyNameWeight = -3

//go:embed data/antecedent.txt
var weightsText string

// weights are the learned weights of all features.
var weights = sync.OnceValue(func() []float64 {
	w, err := parseWeights(weightsText)
	if err != nil {
		panic("resolve: antecedent.txt: " + err.Error())
	}
	return w
})

// parseWeights reads lines of kind, template, value and weight.
func parseWeights(text string) ([]float64, error) {
	w := make([]float64, FeatureCount())
	for i := range w {
		w[i], _ = Feature(i).Fixed()
	}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("line %d: %d fields, want kind, template, value, weight", number, len(f))
		}
		kind, question := -1, -1
		for i, name := range anaphorNames {
			if name == f[0] {
				kind = i
			}
		}
		for i, t := range templates {
			if t.name == f[1] {
				question = i
			}
		}
		value, err := strconv.Atoi(f[2])
		if kind < 0 || question < 0 || err != nil || value < 0 || value >= templates[question].values {
			return nil, fmt.Errorf("line %d: no feature %s %s %s", number, f[0], f[1], f[2])
		}
		weight, err := strconv.ParseFloat(f[3], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: weight %q", number, f[3])
		}
		w[kind*featuresPerKind+offsets[question]+value] = weight
	}
	return w, nil
}
