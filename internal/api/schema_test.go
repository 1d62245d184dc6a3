package api

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"xref/compare/kind"
	"xref/compare/render"
)

// contracts are the types of the requests and answers, by the names of their schemas.
var contracts = map[string]reflect.Type{
	"compareRequest": reflect.TypeFor[CompareRequest](), "compareAnswer": reflect.TypeFor[CompareAnswer](),
	"findingRequest": reflect.TypeFor[FindingRequest](), "findingAnswer": reflect.TypeFor[FindingAnswer](),
	"extractRequest": reflect.TypeFor[ExtractRequest](), "extractAnswer": reflect.TypeFor[ExtractAnswer](),
	"kindsRequest": reflect.TypeFor[KindsRequest](), "kindsAnswer": reflect.TypeFor[KindsAnswer](),
	"source": reflect.TypeFor[Source](), "listed": reflect.TypeFor[Listed](),
}

// A field that a schema has and its type hasn't, or the other way round, is a mistake;
// what is always there is required.
func TestSchemasAreThoseOfTheTypes(t *testing.T) {
	for name, of := range contracts {
		schema := Schema(name)
		var has, required []string
		for property := range schema["properties"].(map[string]any) {
			has = append(has, property)
		}
		var fields, always []string
		for _, f := range reflect.VisibleFields(of) {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Anonymous || tag == "-" {
				continue
			}
			fields = append(fields, tag)
			if !strings.Contains(f.Tag.Get("json"), "omitempty") {
				always = append(always, tag)
			}
		}
		require.ElementsMatch(t, fields, has, name)
		if all, ok := schema["required"].([]any); ok {
			for _, r := range all {
				required = append(required, r.(string))
			}
		}
		require.ElementsMatch(t, always, required, name)
		require.Equal(t, false, schema["additionalProperties"], name)
	}
}

// Each schema stands by itself, refers to nothing that it doesn't have, and has nothing
// that it doesn't refer to.
func TestSchemasStandAlone(t *testing.T) {
	for name := range definitionsOf(schemaFile) {
		data, err := json.Marshal(Schema(name))
		require.NoError(t, err)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		require.NoError(t, err)
		c := jsonschema.NewCompiler()
		require.NoError(t, c.AddResource("schema.json", value))
		_, err = c.Compile("schema.json")
		require.NoError(t, err, name)
		for used := range Schema(name)["$defs"].(map[string]any) {
			require.Contains(t, string(data), `"#/$defs/`+used+`"`, name)
		}
	}
	require.Len(t, Schema("kindID")["enum"], len(kind.Kinds))
	require.Len(t, Schema("verdict")["enum"], len(kind.Verdicts))
}

// What the report's schema defines isn't defined anew.
func TestDefinitionsAreOnce(t *testing.T) {
	report := definitionsOf(render.ReportSchema)
	require.NotEmpty(t, report)
	for name := range definitionsOf(schemaFile) {
		require.NotContains(t, report, name)
	}
}

// Clients that look up the type of an argument find it without following references.
func TestArgumentsSayTheirTypes(t *testing.T) {
	for _, tool := range []string{"compare", "finding", "extract", "kinds"} {
		fields := Arguments(tool)["properties"].(map[string]any)
		require.NotEmpty(t, fields)
		for name, field := range fields {
			require.Contains(t, field, "type", "%s: %s", tool, name)
		}
		require.Equal(t, Schema(tool + "Request")["additionalProperties"], Arguments(tool)["additionalProperties"])
	}
}
