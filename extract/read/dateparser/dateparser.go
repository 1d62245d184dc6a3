// Package dateparser stands in for github.com/markusmobius/go-dateparser (see
// the replace directive in the project's go.mod). go-trafilatura links that
// library through go-htmldate and calls it only in an extensive search for
// dates, which package read never asks for; yet its tables for 200 languages
// cost 160 ms and 80 MB at the start of every process. What go-htmldate needs
// to compile is here, and it finds no date.
package dateparser

import (
	"errors"
	"time"
)

// Parser is the date parser that go-htmldate configures.
type Parser struct{ ParserTypes []ParserType }

// ParserType names a way to parse.
type ParserType uint8

// The ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of two dates an incomplete one means.
type PreferredDateSource uint8

// Past prefers the date that lies in the past.
const Past PreferredDateSource = 1

// Configuration is what go-htmldate tells the parser.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Date is a date that was found.
type Date struct{ Time time.Time }

// IsZero reports whether no date was found.
func (d Date) IsZero() bool { return d.Time.IsZero() }

var errNone = errors.New("dateparser: no date")

// Parse finds no date.
func (p *Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errNone
}
