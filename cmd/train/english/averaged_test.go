package english

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/extract/lang/perceptron"
)

// learn trains on examples whose class is told by their first feature.
func learn(classes int) *averaged {
	t := newAveraged(classes, 1)
	for range 300 {
		for i := range 60 {
			features := []perceptron.Feature{perceptron.F1(1, uint32(i)), perceptron.F1(2, uint32(i%7)), perceptron.F2(3, uint32(i), 9)}
			scores := make([]int32, classes)
			t.Score(features, scores)
			guess := top(scores)
			if gold := i % classes; guess != gold {
				t.Update(features, gold, guess)
			}
			t.Tick()
		}
	}
	return t
}

func top(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

func TestPackedWeightsDecideAsLearned(t *testing.T) {
	for _, classes := range []int{2, 3, 20} {
		w, err := perceptron.Load(string(pack(1<<20, learn(classes), learn(classes))))
		require.NoError(t, err)
		require.Equal(t, classes, w.Classes())
		for i := range 60 {
			scores := make([]int32, classes)
			w.Score([]perceptron.Feature{perceptron.F1(1, uint32(i)), perceptron.F1(2, uint32(i%7)), perceptron.F2(3, uint32(i), 9)}, scores)
			require.Equal(t, i%classes, top(scores))
		}
	}
}

func TestPackKeepsToItsLimit(t *testing.T) {
	for _, classes := range []int{3, 20} {
		whole := pack(1<<20, learn(classes))
		part := pack(len(whole)/2, learn(classes))
		require.LessOrEqual(t, len(part), len(whole)/2+200)
		_, err := perceptron.Load(string(part))
		require.NoError(t, err)
	}
}

func TestPackIsTheSameEachTime(t *testing.T) {
	require.Equal(t, pack(1<<20, learn(20)), pack(1<<20, learn(20)))
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	for _, classes := range []int{3, 20} {
		packed := string(pack(1<<20, learn(classes)))
		for _, data := range []string{"", packed[:5], packed[:len(packed)-1], packed + "x"} {
			_, err := perceptron.Load(data)
			require.Error(t, err)
		}
	}
}
