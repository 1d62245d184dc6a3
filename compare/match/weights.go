package match

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ParseWeights reads weights that stand two by two: a name, its weight for
// agreement and its weight for difference on each line, parted by tabs, in any
// order; lines that start with # are comments. It gives them in the order of
// names, of which every one must stand once.
func ParseWeights(text string, names []string) (agree, differ []float64, err error) {
	agree, differ = make([]float64, len(names)), make([]float64, len(names))
	seen := make([]bool, len(names))
	left := len(names)
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		i := slices.Index(names, fields[0])
		switch {
		case i < 0:
			return nil, nil, fmt.Errorf("line %d: nothing called %q has weights", n+1, fields[0])
		case seen[i]:
			return nil, nil, fmt.Errorf("line %d: %q twice", n+1, fields[0])
		case len(fields) != 3:
			return nil, nil, fmt.Errorf("line %d: %d fields, want 3", n+1, len(fields))
		}
		for k, to := range []*float64{&agree[i], &differ[i]} {
			if *to, err = strconv.ParseFloat(fields[k+1], 64); err != nil {
				return nil, nil, fmt.Errorf("line %d: %w", n+1, err)
			}
		}
		seen[i] = true
		left--
	}
	if left > 0 {
		return nil, nil, fmt.Errorf("no weights of %q", names[slices.Index(seen, false)])
	}
	return agree, differ, nil
}
