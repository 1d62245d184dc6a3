package perceptron

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// learn trains on examples whose class is told by their first feature.
func learn(classes int) *Trainer {
	t := NewTrainer(classes, 1)
	for range 300 {
		for i := range 60 {
			features := []Feature{F1(1, uint32(i)), F1(2, uint32(i%7)), F2(3, uint32(i), 9)}
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
		w, err := Load(string(Pack(1<<20, learn(classes), learn(classes))))
		require.NoError(t, err)
		require.Equal(t, classes, w.Classes())
		for i := range 60 {
			scores := make([]int32, classes)
			w.Score([]Feature{F1(1, uint32(i)), F1(2, uint32(i%7)), F2(3, uint32(i), 9)}, scores)
			require.Equal(t, i%classes, top(scores))
		}
	}
}

func TestPackKeepsToItsLimit(t *testing.T) {
	for _, classes := range []int{3, 20} {
		whole := Pack(1<<20, learn(classes))
		part := Pack(len(whole)/2, learn(classes))
		require.LessOrEqual(t, len(part), len(whole)/2+200)
		_, err := Load(string(part))
		require.NoError(t, err)
	}
}

func TestPackIsTheSameEachTime(t *testing.T) {
	require.Equal(t, Pack(1<<20, learn(20)), Pack(1<<20, learn(20)))
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	for _, classes := range []int{3, 20} {
		packed := string(Pack(1<<20, learn(classes)))
		for _, data := range []string{"", packed[:5], packed[:len(packed)-1], packed + "x"} {
			_, err := Load(data)
			require.Error(t, err)
		}
	}
}

func TestFeaturesOfOtherTemplatesOrValuesDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c, d := rapid.Uint32().Draw(t, "a"), rapid.Uint32().Draw(t, "b"), rapid.Uint32().Draw(t, "c"), rapid.Uint32().Draw(t, "d")
		require.NotEqual(t, F1(1, a), F1(2, a))
		if a != b {
			require.NotEqual(t, F2(1, a, b), F2(1, b, a))
		}
		if c != d {
			require.NotEqual(t, F3(1, a, b, c), F3(1, a, b, d))
		}
	})
}
