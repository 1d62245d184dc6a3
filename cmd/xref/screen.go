package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"xref/compare/render"
)

// screen is how text is set: how wide and whether in colour.
type screen struct {
	width  int
	colour string
}

func (s *screen) flags(c *cobra.Command) {
	c.Flags().IntVar(&s.width, "width", 0, fmt.Sprintf("columns of the tables, %d at least (default: the terminal's, %d where there is none)", render.MinWidth, render.DefaultWidth))
	c.Flags().StringVar(&s.colour, "color", "auto", "colour: "+colourChoices.String()+"; auto keeps to NO_COLOR")
	colourChoices.complete(c)
}

// options are what the flags make of a stream. A width of 0 is the terminal's,
// colour by itself is for terminals.
func (s *screen) options(to io.Writer) (render.Options, error) {
	o := render.Options{Version: version(), Width: s.width}
	if s.width != 0 && s.width < render.MinWidth {
		return o, fmt.Errorf("--width: %d is less than %d", s.width, render.MinWidth)
	}
	if err := colourChoices.one(s.colour); err != nil {
		return o, err
	}
	if f, ok := to.(*os.File); ok && s.width == 0 {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			o.Width = columns
		}
	}
	switch s.colour {
	case "always":
		o.Colour = true
	case "auto":
		o.Colour = isTerminal(to) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return o, nil
}
