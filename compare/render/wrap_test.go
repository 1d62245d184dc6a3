package render

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func wrapped(l line, width int) []string {
	var out []string
	for _, p := range wrap(l, width) {
		var b strings.Builder
		for _, r := range p.runs {
			b.WriteString(r.text)
		}
		out = append(out, b.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, row := range []struct {
		reason string
		in     line
		width  int
		want   []string
	}{
		{"between words", say(normal, "civilians in nineteen towns"), 12, []string{"civilians in", "nineteen", "towns"}},
		{"a text that fits", say(normal, "nineteen towns"), 14, []string{"nineteen towns"}},
		{"an empty line keeps its place", say(normal, ""), 5, []string{""}},
		{"a word too long is broken, none of it lost", say(normal, "a 000_355605f52d617fdd b"), 8, []string{"a", "000_3556", "05f52d61", "7fdd b"}},
		{"after a hyphen", say(normal, "secretary-general"), 12, []string{"secretary-", "general"}},
		{"after a dash", say(normal, "yesterday—perhaps"), 12, []string{"yesterday—", "perhaps"}},
		{"a closing mark stays with its word", say(normal, "“he said”"), 7, []string{"“he", "said”"}},
		{"wide characters take two columns and may be parted", say(normal, "日本語の記事"), 6, []string{"日本語", "の記事"}},
		{"a combining accent takes none", say(normal, "cafe\u0301 noir"), 9, []string{"cafe\u0301 noir"}},
		{"an emoji sequence is one", say(normal, "👩‍👩‍👧👩‍👩‍👧"), 3, []string{"👩‍👩‍👧", "👩‍👩‍👧"}},
		{"marks stand around the marked words", line{{"this ", normal}, {"study", marked}, {" became", normal}}, 40, []string{"this _study_ became"}},
		{"inside their white space", line{{"this", normal}, {" study ", marked}, {"became", normal}}, 40, []string{"this _study_ became"}},
		{"a mark is never alone on a line", line{{"this ", normal}, {"study", marked}, {", too", normal}}, 8, []string{"this", "_study_,", "too"}},
		{"runs of one word stay together", line{{"un", normal}, {"do", strong}, {"ne here", normal}}, 6, []string{"undone", "here"}},
	} {
		require.Equal(t, row.want, wrapped(row.in, row.width), row.reason)
	}
}

// No line is wider than asked for, but for a character wider than a line, and
// nothing but white space is lost.
func TestWrapKeepsEverythingWithinTheWidth(t *testing.T) {
	text := rapid.OneOf(rapid.StringN(0, 60, -1), rapid.StringMatching(`([a-z]{1,14}[ -/—日本👍]?){0,12}`), rapid.SampledFrom(hostile))
	rapid.Check(t, func(t *rapid.T) {
		var l line
		for range rapid.IntRange(0, 4).Draw(t, "runs") {
			l = append(l, run{text.Draw(t, "text"), rapid.SampledFrom([]style{normal, strong, faint}).Draw(t, "style")})
		}
		width := rapid.IntRange(2, 50).Draw(t, "width")
		lines := wrapped(l, width)
		clean := ""
		for _, r := range l {
			clean += Plain(r.text)
		}
		require.Equal(t, strings.ReplaceAll(clean, " ", ""), strings.ReplaceAll(strings.Join(lines, ""), " ", ""))
		for i, p := range wrap(l, width) {
			require.LessOrEqual(t, p.width, width, "%q", lines[i])
			if standsAlone(clean) { // runs and breaks may part what a terminal shows as one character
				require.Equal(t, displayWidth(lines[i]), p.width, "%q", lines[i])
			}
		}
	})
}

// standsAlone reports whether every character of a text is shown by itself, with none
// that joins those beside it.
func standsAlone(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return r >= 0x300 && !unicode.Is(unicode.Han, r) && !strings.ContainsRune("—👍", r)
	})
}

// Every line of a table has the same width, no more than the table may have.
func TestGridKeepsToItsWidth(t *testing.T) {
	text := rapid.OneOf(rapid.StringMatching(`[a-z]{1,12}( [a-z]{1,12}){0,20}`), rapid.StringMatching(`[日本語]{0,30}`), rapid.SampledFrom(hostile))
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 6).Draw(t, "columns")
		g := &grid{}
		for range columns {
			g.columns = append(g.columns, column{title: rapid.StringMatching(`[A-Z][a-z]{0,9}`).Draw(t, "title"), weight: rapid.IntRange(1, 8).Draw(t, "weight"), rigid: rapid.Bool().Draw(t, "rigid")})
		}
		head := rapid.IntRange(0, columns-1).Draw(t, "head")
		cellOf := func() cell {
			var c cell
			for range rapid.IntRange(0, 3).Draw(t, "lines") {
				c = append(c, say(rapid.SampledFrom([]style{normal, marked, conflictStyle}).Draw(t, "style"), text.Draw(t, "text")))
			}
			return c
		}
		for range rapid.IntRange(0, 4).Draw(t, "entries") {
			var e entry
			for range head {
				e.head = append(e.head, cellOf())
			}
			for range rapid.IntRange(1, 3).Draw(t, "rows") {
				var row cells
				for range columns - head {
					row = append(row, cellOf())
				}
				e.rows = append(e.rows, row)
			}
			g.entries = append(g.entries, e)
		}
		width := rapid.IntRange(MinWidth, 160).Draw(t, "width")
		var b strings.Builder
		require.NoError(t, writeGrid(&b, g, width, ink{}))
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		for _, l := range lines {
			require.LessOrEqual(t, displayWidth(l), width, "%s", b.String())
			require.Equal(t, displayWidth(lines[0]), displayWidth(l), "%s", b.String())
		}
	})
}
