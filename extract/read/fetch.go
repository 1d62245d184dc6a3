package read

import (
	"context"
	"errors"
)

type fetching struct{}

func (o Options) fetcher() *fetching { return nil }

func (f *fetching) get(_ context.Context, link string, o Options) (input, error) {
	return input{}, errors.New("todo")
}

func followed(sources []source, outcomes []outcome, o Options) []source { return nil }
