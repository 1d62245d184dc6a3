package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"xref/compare/render"
)

// configFormats are the formats of what is in force.
var configFormats = choices{"as", []string{"table", "json"}}

// inForce is a setting as xref config shows it.
type inForce struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	From  string `json:"from"` // a flag, FILE:LINE, or default
}

// configCommand shows what is in force and where each value comes from. It takes
// the flags of report.
func configCommand(s streams) *cobra.Command {
	r := &reporting{gatherer: gatherer{streams: s}}
	var as string
	c := &cobra.Command{
		Use:     "config",
		Short:   "Show what " + configName + " and flags set, and where each value comes from",
		Long:    "Show what is in force for “xref report” with the same flags, and where each value comes\nfrom: a flag, a line of " + configName + ", or xref itself.",
		Example: "  xref config\n  xref config --fail-on conflict",
		Args:    nothing,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := configFormats.one(as); err != nil {
				return err
			}
			settings := r.settings()
			if err := r.configure(c, settings); err != nil {
				return err
			}
			options, err := r.options(s.out)
			if err != nil {
				return err
			}
			values := r.inForce(c, settings)
			if as == "json" {
				return render.WriteJSON(s.out, values)
			}
			t := render.Table{Columns: []render.Column{{Title: "Key"}, {Title: "Value", Weight: 3}, {Title: "From", Weight: 1}}}
			for _, v := range values {
				t.Rows = append(t.Rows, []string{v.Key, v.Value, v.From})
			}
			return render.WriteTable(s.out, t, options)
		},
	}
	r.gatherer.flags(c)
	r.comparing.flags(c)
	r.gatherer.configFlag(c)
	r.addFlags(c)
	c.Flags().StringVar(&as, "as", "table", "how it is shown: "+configFormats.String())
	configFormats.complete(c)
	return c
}

// inForce is every setting, in the order of the file that xref init writes.
func (r *reporting) inForce(c *cobra.Command, settings []setting) []inForce {
	out := []inForce{{"file", "none found", "default"}}
	if r.set.path != "" {
		out[0] = inForce{"file", r.set.path, "found"}
		if r.config != "" {
			out[0].From = "--config"
		}
	}
	for i, a := range r.set.Articles {
		key := fmt.Sprintf("articles[%d]", i)
		value := r.set.file(a.Path)
		for _, more := range []struct{ name, value string }{{"outlet", a.Outlet}, {"date", a.Date}, {"url", a.URL}} {
			if more.value != "" {
				value += ", " + more.name + " " + more.value
			}
		}
		out = append(out, inForce{key, value, r.set.from(key)})
	}
	for _, k := range sortedKeys(r.set.Severities) {
		out = append(out, inForce{"severities." + k, r.set.Severities[k], r.set.from("severities." + k)})
	}
	if len(r.set.Off) > 0 {
		out = append(out, inForce{"off", strings.Join(r.set.Off, ", "), r.set.from("off")})
	}
	for i, names := range r.set.Aliases {
		key := fmt.Sprintf("aliases[%d]", i)
		out = append(out, inForce{key, strings.Join(names, " = "), r.set.from(key)})
	}
	for _, name := range sortedKeys(r.set.Limits) {
		out = append(out, inForce{"limits." + name, r.set.Limits[name], r.set.from("limits." + name)})
	}
	for _, s := range settings {
		v := inForce{s.key, s.value(), "default"}
		if v.Value == "" {
			v.Value = "none"
		}
		if f := s.flag(c); f != "" {
			v.From = f
		} else if r.set.sets(s.key) {
			v.From = r.set.from(s.key)
		}
		out = append(out, v)
	}
	return slices.Clip(out)
}
