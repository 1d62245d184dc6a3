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

// encoding is whether the encoder reads sentences that may report one matter.
type encoding struct{ encoder string }

func (e *encoding) flags(c *cobra.Command) {
	c.Flags().StringVar(&e.encoder, "encoder", encoderAuto, "whether sentences that may tell of one matter are read by the encoder: `WHEN` is auto (the likeliest, up to a fixed amount of work), on (all) or off")
	encoderChoices.complete(c)
}

// setting is the key of the configuration for it.
func (e *encoding) setting(f *configuration) setting {
	return setting{"encoder", []string{"encoder"}, func() error { e.encoder = f.Encoder; return nil }, func() string { return e.encoder }}
}

// withEncoder adds it to what is set about a comparison.
func (e *encoding) withEncoder(o compare.Options) (compare.Options, error) {
	if e.encoder == "" {
		e.encoder = encoderAuto
	}
	if err := encoderChoices.one(e.encoder); err != nil {
		return o, err
	}
	if e.encoder != encoderOff {
		o.Encoder, o.ReadAll = encoder.Embedded(), e.encoder == encoderOn
	}
	return o, nil
}
