package strictyaml

import (
	"fmt"
	"strings"
)

// Unknown says that a word isn't one of those known, and which of them is
// nearest; where none is near, what they are.
func Unknown(what, word string, known []string) string {
	message := fmt.Sprintf("unknown %s %q", what, word)
	if near := Nearest(word, known); near != "" {
		return message + fmt.Sprintf("; did you mean %q?", near)
	}
	return message + "; known are " + strings.Join(known, ", ")
}

// Nearest is the known word that takes the fewest changes to a letter, the first
// of several; "" where that is more than every third letter.
func Nearest(word string, known []string) string {
	best, fewest := "", len([]rune(word))/3+2
	for _, k := range known {
		if d := distance([]rune(strings.ToLower(word)), []rune(k)); d < fewest {
			best, fewest = k, d
		}
	}
	return best
}

// distance is how many letters are put in, left out, changed or swapped with their
// neighbour on the way from a to b.
func distance(a, b []rune) int {
	older, before := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range before {
		before[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			changed := before[j]
			if a[i] != b[j] {
				changed++
			}
			row[j+1] = min(changed, before[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], older[j-1]+1)
			}
		}
		older, before = before, row
	}
	return before[len(b)]
}
