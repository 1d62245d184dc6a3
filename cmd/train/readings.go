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
	known said
}

// said is what an encoder said of pairs and of single sentences.
type said struct {
	Pairs   map[string]encoder.Result
	Vectors map[string]encoder.Vector
}

// newReadings remembers what e reads, and what the file has that an earlier run kept;
// "" for none.
func newReadings(e match.Encoder, file string) (*readings, error) {
	r := &readings{Encoder: e, costs: map[[2]string]int{}, known: said{map[string]encoder.Result{}, map[string]encoder.Vector{}}}
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
	return remembered(&r.lock, r.known.Pairs, pairs, keyOf, func(unknown []encoder.Pair) ([]encoder.Result, error) {
		return r.Encoder.Score(ctx, unknown)
	})
}

// Vectors implements match.Encoder.
func (r *readings) Vectors(ctx context.Context, sentences []string) ([]encoder.Vector, error) {
	return remembered(&r.lock, r.known.Vectors, sentences, func(s string) string { return s }, func(unknown []string) ([]encoder.Vector, error) {
		return r.Encoder.Vectors(ctx, unknown)
	})
}

// remembered is what is known of things, by their keys; of those of which nothing is known, what
// reading them gives.
func remembered[T, R any](lock *sync.Mutex, known map[string]R, things []T, key func(T) string, read func([]T) ([]R, error)) ([]R, error) {
	var unknown []T
	lock.Lock()
	for _, t := range things {
		if _, ok := known[key(t)]; !ok {
			unknown = append(unknown, t)
		}
	}
	lock.Unlock()
	found, err := read(unknown)
	if err != nil {
		return nil, err
	}
	lock.Lock()
	defer lock.Unlock()
	for i, t := range unknown {
		known[key(t)] = found[i]
	}
	results := make([]R, len(things))
	for i, t := range things {
		results[i] = known[key(t)]
	}
	return results, nil
}
