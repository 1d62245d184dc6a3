package main

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"xref/compare/encoder"
	"xref/compare/match"
)

// readings is an encoder that remembers what it has read: learning asks for the same
// pairs again and again.
type readings struct {
	match.Encoder
	lock  sync.Mutex
	costs map[[2]string]int
	known map[string]encoder.Result
}

// newReadings remembers what e reads, and what the file has that an earlier run kept;
// "" for none.
func newReadings(e match.Encoder, file string) (*readings, error) {
	r := &readings{Encoder: e, costs: map[[2]string]int{}, known: map[string]encoder.Result{}}
	if file == "" {
		return r, nil
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	} else if err != nil {
		return nil, err
	}
	defer f.Close()
	return r, gob.NewDecoder(f).Decode(&r.known)
}

// keep writes what is known to a file; "" for none.
func (r *readings) keep(file string) error {
	if r == nil || file == "" {
		return nil
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(r.known); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// Cost implements match.Encoder.
func (r *readings) Cost(p encoder.Pair) int {
	key := [2]string{p.A, p.B}
	r.lock.Lock()
	cost, ok := r.costs[key]
	r.lock.Unlock()
	if !ok {
		cost = r.Encoder.Cost(p)
		r.lock.Lock()
		r.costs[key] = cost
		r.lock.Unlock()
	}
	return cost
}

// keyOf tells pairs apart, and the parts of them that are asked about.
func keyOf(p encoder.Pair) string {
	return fmt.Sprintf("%q %q %v %v %v %v", p.A, p.B, p.Clauses, p.Values, p.WordsA, p.WordsB)
}

// Score implements match.Encoder.
func (r *readings) Score(ctx context.Context, pairs []encoder.Pair) ([]encoder.Result, error) {
	var unknown []encoder.Pair
	results := make([]encoder.Result, len(pairs))
	r.lock.Lock()
	for _, p := range pairs {
		if _, ok := r.known[keyOf(p)]; !ok {
			unknown = append(unknown, p)
		}
	}
	r.lock.Unlock()
	read, err := r.Encoder.Score(ctx, unknown)
	if err != nil {
		return nil, err
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	for i, p := range unknown {
		r.known[keyOf(p)] = read[i]
	}
	for i, p := range pairs {
		results[i] = r.known[keyOf(p)]
	}
	return results, nil
}
