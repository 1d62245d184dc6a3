package main

import (
	"github.com/spf13/cobra"

	"xref/compare"
	"xref/compare/encoder"
)

// The values of --encoder.
const (
	encoderAuto = "auto"
	encoderOn   = "on"
	encoderOff  = "off"
)

var encoderChoices = choices{flag: "encoder", values: []string{encoderAuto, encoderOn, encoderOff}}

// comparing is how articles are compared: whether the encoder reads sentences that may
// report one matter, and whether what is tentative is told.
type comparing struct {
	encoder string
	all     bool
}

func (e *comparing) flags(c *cobra.Command) {
	c.Flags().StringVar(&e.encoder, "encoder", encoderAuto, "whether sentences that may tell of one matter are read by the encoder: `WHEN` is auto (the likeliest, up to a fixed amount of work), on (all) or off")
	encoderChoices.complete(c)
	c.Flags().BoolVar(&e.all, "all", false, "tell also what is too seldom right or of use: differences between passages that are worded differently, other titles and short names of one person, values on which outlets agree")
}

// setting is the key of the configuration for it.
func (e *comparing) setting(f *configuration) setting {
	return setting{"encoder", []string{"encoder"}, func() error { e.encoder = f.Encoder; return nil }, func() string { return e.encoder }}
}

// comparison adds it to what is set about a comparison.
func (e *comparing) comparison(o compare.Options) (compare.Options, error) {
	if e.encoder == "" {
		e.encoder = encoderAuto
	}
	if err := encoderChoices.one(e.encoder); err != nil {
		return o, err
	}
	o.All = e.all
	if e.encoder != encoderOff {
		o.Encoder, o.ReadAll = encoder.Embedded(), e.encoder == encoderOn
	}
	return o, nil
}
