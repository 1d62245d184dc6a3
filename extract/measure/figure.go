// Package measure compares what xref extracts with public test sets: one file
// a set, each with a function from the set's bytes to its figures.
package measure

// Figure is one measured value: a percentage unless its name says otherwise,
// or a count.
type Figure struct {
	Name  string
	Value float64
	Count bool // whole number
}

// count is a Figure that counts things.
func count(name string, n int) Figure { return Figure{Name: name, Value: float64(n), Count: true} }

// percent is a Figure of part in whole; 0 where the whole is empty.
func percent(name string, part, whole int) Figure {
	if whole == 0 {
		return Figure{Name: name}
	}
	return Figure{Name: name, Value: 100 * float64(part) / float64(whole)}
}

// f1 is the harmonic mean, in percent, of precision and recall.
func f1(name string, found, predicted, gold int) Figure {
	if predicted+gold == 0 {
		return Figure{Name: name}
	}
	return Figure{Name: name, Value: 200 * float64(found) / float64(predicted+gold)}
}
