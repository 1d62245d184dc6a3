package main

import (
	"github.com/spf13/cobra"

	"xref/compare/render"
)

// schemaCommand prints the contract of the JSON report.
func schemaCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the report in JSON",
		Args:  nothing,
		RunE: func(*cobra.Command, []string) error {
			_, err := s.out.Write(render.ReportSchema)
			return err
		},
	}
}
