package measure

import "io"

// Segmenter measures sentence splitting against cases of text and sentences.
func Segmenter(r io.Reader) ([]Figure, error) { return nil, nil }
