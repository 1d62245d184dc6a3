package align

// Traits are the named features of a pair of assertions, each 0 to 1; their
// order is that of traitNames.
type Traits []float64
