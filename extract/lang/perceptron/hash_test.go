package perceptron

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

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
