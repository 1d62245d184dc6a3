package read

import (
	"context"
	"errors"
	"sync"

	"xref/extract/read/web"
)

// fetching fetches links with the limits of a run.
type fetching struct {
	fetcher func() *web.Fetcher
}

func (o Options) fetcher() *fetching {
	return &fetching{sync.OnceValue(func() *web.Fetcher {
		return web.New(web.Options{
			UserAgent: first(o.UserAgent, "xref"), AllowPrivate: o.AllowPrivate, Within: o.Limits.seconds("fetch-seconds"),
			Bytes: o.Limits.Of("fetch-bytes"), Redirects: int(o.Limits.Of("redirects")), PerHost: int(o.Limits.Of("per-host")), Wait: o.Limits.seconds("wait-seconds"),
		})
	})}
}

// get fetches one link.
func (f *fetching) get(ctx context.Context, link string, o Options) (input, error) {
	if o.Offline {
		return input{}, errors.New("not fetched: --offline, or offline: true in the configuration, forbids it")
	}
	page, err := f.fetcher().Get(ctx, link)
	if err != nil {
		return input{}, err
	}
	return input{data: page.Body, kind: page.Kind, charset: page.Charset, url: page.URL}, nil
}

// followed are the sources of the items of feeds that are to be fetched, under
// --follow; without it, each is left out.
func followed(sources []source, outcomes []outcome, o Options) []source {
	var more []source
	most := int(o.Limits.Of("follow"))
	seen := map[string]bool{}
	for _, s := range sources {
		seen[canonical(s.link)] = s.link != ""
	}
	for i := range outcomes {
		n := 0
		for _, it := range outcomes[i].found.follow {
			skip := func(reason string) {
				outcomes[i].skipped = append(outcomes[i].skipped, Skipped{Path: sources[i].path, Part: it.link, Reason: reason})
			}
			key := canonical(it.link)
			switch {
			case seen[key]:
			case !o.Follow:
				skip("the feed has only a summary of it; --follow fetches the article")
			case n >= most:
				skip("not followed: more items than " + tooMuch("follow", int64(most)))
			default:
				seen[key] = true
				n++
				more = append(more, source{path: it.link, link: it.link, listed: true, key: key, given: it})
			}
		}
	}
	return more
}
