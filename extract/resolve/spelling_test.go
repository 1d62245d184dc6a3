package resolve

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestAlike(t *testing.T) {
	for _, row := range []struct {
		a, b   string
		want   likeness
		reason string
	}{
		{"zelensky", "zelenskyy", respelt, "endings of one Cyrillic letter"},
		{"zelensky", "zelenskiy", respelt, "endings of one Cyrillic letter"},
		{"kiev", "kyiv", respelt, "two languages' vowels"},
		{"rashidin", "rashideen", respelt, "a long vowel written with one letter or two"},
		{"ramousah", "ramusa", respelt, "a silent ending"},
		{"hasakeh", "hasaka", variant, "a final vowel that differs"},
		{"hutchinson", "hutchison", variant, "one letter less in a long name"},
		{"johnson", "johnston", variant, "one letter more: needs support"},
		{"iran", "iraq", unlike, "two countries"},
		{"mali", "male", unlike, "short words that differ"},
		{"clinton", "linton", unlike, "first letters differ"},
		{"smith", "smyth", respelt, "i and y"},
		{"slovakia", "slovenia", unlike, "two countries"},
		{"lee", "li", unlike, "too short to tell"},
	} {
		require.Equal(t, row.want, alike(row.a, row.b), "%s, %s: %s", row.a, row.b, row.reason)
	}
}

// Likeness doesn't depend on the order of the words, and every word is like itself.
func TestAlikeIsSymmetric(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		require.Equal(t, alike(a, b), alike(b, a))
		require.Equal(t, same, alike(a, a))
	})
}

func TestOneEdit(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want bool
	}{
		{"abc", "abc", true}, {"abc", "abd", true}, {"abc", "acb", true}, {"abc", "ab", true}, {"abc", "xabc", true}, {"abcd", "acbd", true}, {"", "", true}, {"", "a", true},
		{"abc", "xyz", false}, {"", "abc", false}, {"abcd", "badc", false}, {"abcd", "cbad", false}, {"abcd", "acdb", false}, {"abc", "abdef", false},
	} {
		require.Equal(t, row.want, oneEdit([]byte(row.a), []byte(row.b)), "%s, %s", row.a, row.b)
		require.Equal(t, row.want, oneEdit([]byte(row.b), []byte(row.a)), "%s, %s", row.b, row.a)
	}
}

// The skeletons of two keys are found to be one without being made.
func TestCommonSkeleton(t *testing.T) {
	word := rapid.StringMatching(`[abei]{1,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		want := 0
		if skeleton(a) == skeleton(b) {
			want = len(skeleton(a))
		}
		require.Equal(t, want, commonSkeleton([]byte(a), []byte(b)))
	})
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Agnès": "agnes", "F.B.I.": "fbi", "O’Brien": "obrien", "Łódź": "lodz", "Straße": "strasse", "Ngô": "ngo", "e\u0301": "e"} {
		require.Equal(t, want, fold(in))
	}
}
