package api

import (
	"errors"
	"fmt"

	"xref/extract/read"
)

// Source is an article, or several: one of text, path and link.
type Source struct {
	Text   string `json:"text,omitempty"`
	Path   string `json:"path,omitempty"`
	Link   string `json:"link,omitempty"`
	Name   string `json:"name,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	Date   string `json:"date,omitempty"`
	Title  string `json:"title,omitempty"`
	URL    string `json:"url,omitempty"`
}

// input is what is read of a source.
func (s Source) input() (read.Input, error) {
	in := read.Input{Path: s.Path, Link: s.Link, Name: s.Name, Outlet: s.Outlet, Date: s.Date, Title: s.Title, URL: s.URL}
	given := 0
	for _, where := range []string{s.Text, s.Path, s.Link} {
		if where != "" {
			given++
		}
	}
	if given != 1 {
		return in, errors.New("an article is given by one of text, path and link")
	}
	if s.Text != "" {
		in.Text = []byte(s.Text)
	}
	return in, nil
}

// CompareRequest asks for the findings of articles, or of a set of them.
type CompareRequest struct {
	Articles      []Source `json:"articles,omitempty"`
	Set           string   `json:"set,omitempty"`
	Kinds         []string `json:"kinds,omitempty"`
	Verdicts      []string `json:"verdicts,omitempty"`
	Story         string   `json:"story,omitempty"`
	MinConfidence float64  `json:"minConfidence,omitempty"`
	Page
}

// FindingRequest asks for one finding of a set that was compared.
type FindingRequest struct {
	Set string `json:"set"`
	ID  string `json:"id"`
	Page
}

// ExtractRequest asks for what articles, or those of a set, assert.
type ExtractRequest struct {
	Articles []Source `json:"articles,omitempty"`
	Set      string   `json:"set,omitempty"`
	Article  string   `json:"article,omitempty"`
	Page
}

// KindsRequest asks for kinds of differences; for all where it names none.
type KindsRequest struct {
	Kinds []string `json:"kinds,omitempty"`
}

// Code tells what sort of error it is.
type Code string

// The codes.
const (
	Invalid    Code = "invalid"    // the request makes no sense
	NotFound   Code = "notFound"   // there is no such set, finding or article
	Unreadable Code = "unreadable" // articles can't be read, or may not
)

// Error is an answer that can't be given, and why. What a program can do about it
// stands in the message.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
}

func (e Error) Error() string { return e.Message }

func wrong(c Code, format string, args ...any) error {
	return Error{c, fmt.Sprintf(format, args...)}
}
