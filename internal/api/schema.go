package api

import (
	_ "embed"
	"encoding/json"
	"maps"
	"strings"
	"sync"

	"xref/compare/kind"
	"xref/compare/render"
)

//go:embed schema.json
var schemaFile []byte

// definitions are those of this package's schema, with the ids of kinds and verdicts
// filled in, and those of the report's schema that aren't defined here.
var definitions = sync.OnceValue(func() map[string]any {
	all := definitionsOf(render.ReportSchema)
	for name, d := range definitionsOf(schemaFile) {
		all[name] = d
	}
	var kinds []any
	for _, k := range kind.Kinds {
		kinds = append(kinds, string(k.ID))
	}
	all["kindID"] = map[string]any{"enum": kinds}
	var verdicts []any
	for _, v := range kind.Verdicts {
		verdicts = append(verdicts, string(v))
	}
	all["verdict"] = map[string]any{"enum": verdicts}
	return all
})

func definitionsOf(schema []byte) map[string]any {
	var file struct {
		Defs map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(schema, &file); err != nil {
		panic(err) // it is part of the program
	}
	return file.Defs
}

// refersTo begins the reference to a definition.
const refersTo = "#/$defs/"

// Schema is the JSON Schema of a request or an answer by its name, such as
// compareRequest, with all the definitions that it refers to and no others.
func Schema(name string) map[string]any { return alone(definitions()[name].(map[string]any)) }

// Arguments is the Schema of a tool's request in which the fields themselves are written
// out: clients that look up what type an argument has don't follow references.
func Arguments(tool string) map[string]any {
	request := maps.Clone(definitions()[tool+"Request"].(map[string]any))
	if fields, ok := request["properties"].(map[string]any); ok {
		request["properties"] = writtenOut(fields)
	}
	return alone(request)
}

// alone is a schema with all the definitions that it refers to.
func alone(schema map[string]any) map[string]any {
	used := map[string]any{}
	var gather func(v any)
	gather = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				gather(item)
			}
		case map[string]any:
			for key, item := range v {
				to, _ := item.(string)
				if to, ok := strings.CutPrefix(to, refersTo); ok && key == "$ref" {
					if used[to] == nil {
						used[to] = definitions()[to]
						gather(used[to])
					}
					continue
				}
				gather(item)
			}
		}
	}
	whole := maps.Clone(schema)
	gather(whole)
	whole["$defs"] = used
	return whole
}

// writtenOut is fields with definitions in place of the references to them.
func writtenOut(fields map[string]any) map[string]any {
	out := map[string]any{}
	for name, field := range fields {
		out[name] = field
		if of, ok := field.(map[string]any); ok && len(of) == 1 {
			if to, ok := of["$ref"].(string); ok {
				out[name] = definitions()[strings.TrimPrefix(to, refersTo)]
			}
		}
	}
	return out
}
