package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xref/extract/read"
)

// inputs is what flags say of how files and links are read.
type inputs struct {
	from                                  []string
	follow, offline, allowPrivate, strict bool
	limits, fields                        []string
	keepSame                              bool // as annotations name each
}

func (i *inputs) flags(c *cobra.Command) {
	c.Flags().StringArrayVar(&i.from, "from", nil, "`LIST` of links and files to read too: lines of text, or CSV or XLSX with columns url or path, outlet, date, title")
	c.Flags().BoolVar(&i.follow, "follow", false, "fetch the items of a feed that aren't in it in full")
	c.Flags().BoolVar(&i.offline, "offline", false, "fetch nothing: a link is an error")
	c.Flags().BoolVar(&i.strict, "strict", false, "exit with status 2 where an input is left out or only a part of it was there")
	c.Flags().StringArrayVar(&i.fields, "map", nil, "`FIELD=KEY,...`: where JSON of another shape has text, title, date, outlet, author, url, language, as text=body,outlet=source.name")
	i.boundFlags(c)
}

// boundFlags are the flags of what bounds reading.
func (i *inputs) boundFlags(c *cobra.Command) {
	c.Flags().BoolVar(&i.allowPrivate, "allow-private", false, "fetch from this machine and the networks it is in, too")
	c.Flags().StringArrayVar(&i.limits, "limit", nil, "`NAME=VALUE`: a bound of what is read, as file-bytes=32MB; xref read --help has them all")
}

// readOptions are what flags and the configuration say together.
func (i *inputs) readOptions(set *configuration) (read.Options, error) {
	o := read.Options{
		DropSame: !i.keepSame, From: i.from, Follow: i.follow, Offline: i.offline || set.Offline, AllowPrivate: i.allowPrivate,
		UserAgent: "xref/" + strings.TrimPrefix(version(), "v") + " (reads single articles that a person names)",
		Limits:    read.Limits{}, Fields: read.Fields{},
	}
	for _, name := range sortedKeys(set.Limits) {
		value, err := read.ParseLimit(name, set.Limits[name])
		if err != nil {
			return o, set.wrong("limits."+name, err.Error())
		}
		o.Limits[name] = value
	}
	for _, l := range i.limits {
		name, text, ok := strings.Cut(l, "=")
		if !ok {
			return o, fmt.Errorf("--limit: %q is not of the form NAME=VALUE", l)
		}
		value, err := read.ParseLimit(name, text)
		if err != nil {
			if slices.Contains(read.LimitNames(), name) {
				return o, fmt.Errorf("--limit %s: %w", name, err)
			}
			return o, fmt.Errorf("--limit: %w%s", err, meant(name, read.LimitNames()))
		}
		o.Limits[name] = value
	}
	for _, f := range i.fields {
		for _, pair := range strings.Split(f, ",") {
			field, key, ok := strings.Cut(pair, "=")
			if !ok || key == "" {
				return o, fmt.Errorf("--map: %q is not of the form FIELD=KEY", pair)
			}
			if err := (choices{"map", read.FieldNames}).one(field); err != nil {
				return o, err
			}
			o.Fields[field] = key
		}
	}
	return o, nil
}

// atLeastOne makes sure that a command has something to read.
func (i *inputs) atLeastOne(c *cobra.Command, paths []string) error {
	if len(i.from) > 0 {
		return nil
	}
	return atLeast(1, "PATH", whatPathIs)(c, paths)
}

// whole is err, or where there is none and --strict wants all inputs read, the
// error that they weren't.
func (g *gatherer) whole(err error) error {
	if (err == nil || err == errFailOn) && g.strict && g.unread > 0 {
		what := "1 input was"
		if g.unread > 1 {
			what = fmt.Sprintf("%d inputs were", g.unread)
		}
		return fmt.Errorf("--strict: %s left out or read only in part", what)
	}
	return err
}
