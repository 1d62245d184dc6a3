// Package api is what programs ask of xref: compare articles, one finding in its
// context, what articles assert, the kinds of differences. Requests and answers are
// values, the same by whatever protocol they come; schema.json describes them. An answer
// is a page: it says how the next one is asked for, and never grows with the articles.
package api

import (
	"context"

	"xref/compare"
	"xref/compare/render"
	"xref/extract"
	"xref/extract/read"
)

// SchemaID names the contract that answers keep.
const SchemaID = "xref.api/v1"

// Engine reads articles and compares them as a command line does. Told is called with
// how much is done of how much; it may be called by several goroutines, one at a time.
type Engine interface {
	Read(ctx context.Context, inputs []read.Input, told Told) (Material, error)
	Compare(ctx context.Context, m Material) (*compare.Report, error)
}

// Told takes how much is done of how much.
type Told func(done, of int)

// Material is articles that were read and analysed, what was left out, and what the
// reader should know of the reading.
type Material struct {
	Documents []*extract.Document
	Skipped   []compare.Skipped
	Notes     []string
}

// Service answers requests. Several can be asked at once; reading and comparing take
// turns, as each uses all cores.
type Service struct {
	engine  Engine
	options render.Options
	turn    chan struct{}
	sets    sets
}

// New is a service on an engine. The options are those of the report's JSON.
func New(e Engine, o render.Options) *Service {
	return &Service{engine: e, options: o, turn: make(chan struct{}, 1)}
}

// inTurn does something when nothing else is read or compared.
func (s *Service) inTurn(ctx context.Context, do func() error) error {
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-s.turn }()
	if err := ctx.Err(); err != nil {
		return err
	}
	return do()
}

// asked is the set that a request is about: one that was read before, or articles that
// it brings, which are read now.
func (s *Service) asked(ctx context.Context, id string, sources []Source, told Told) (*set, error) {
	switch {
	case id != "" && len(sources) > 0:
		return nil, wrong(Invalid, "set and articles: one of them")
	case id != "":
		return s.sets.get(id)
	case len(sources) == 0:
		return nil, wrong(Invalid, "articles are needed, or the set of an earlier answer")
	}
	var inputs []read.Input
	for i, source := range sources {
		in, err := source.input()
		if err != nil {
			return nil, wrong(Invalid, "articles[%d]: %s", i, err)
		}
		inputs = append(inputs, in)
	}
	var read *set
	err := s.inTurn(ctx, func() error {
		m, err := s.engine.Read(ctx, inputs, told)
		if err == nil {
			read = s.sets.put(m)
		}
		return err
	})
	if err != nil {
		return nil, unreadable(ctx, err)
	}
	return read, nil
}

// compared is the report of a set, which is made once.
func (s *Service) compared(ctx context.Context, of *set) (*comparison, error) {
	if c := of.compared.Load(); c != nil {
		return c, nil
	}
	var made *comparison
	err := s.inTurn(ctx, func() error {
		if made = of.compared.Load(); made != nil { // while this one waited
			return nil
		}
		report, err := s.engine.Compare(ctx, of.Material)
		if err != nil {
			return err
		}
		made = &comparison{report, render.NewParts(report, s.options)}
		of.compared.Store(made)
		return nil
	})
	if err != nil {
		return nil, unreadable(ctx, err)
	}
	return made, nil
}

// unreadable is the error of articles that can't be read or compared. That of a
// context stays as it is.
func unreadable(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return wrong(Unreadable, "%s", render.Plain(err.Error()))
}
