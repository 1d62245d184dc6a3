package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/compare/render"
	"xref/extract"
	"xref/extract/read"
	"xref/fixtures"
	"xref/internal/api"
)

// real is an engine that reads texts and compares them.
type real struct{}

func (real) Read(_ context.Context, inputs []read.Input, _ api.Told) (api.Material, error) {
	var m api.Material
	found, err := read.Paths(nil, read.Options{Inputs: inputs, Offline: true})
	if err != nil {
		return m, err
	}
	for _, a := range found.Articles {
		m.Documents = append(m.Documents, extract.Analyse(a))
	}
	if len(m.Documents) == 0 {
		return m, errors.New("no article is left")
	}
	return m, nil
}

func (real) Compare(ctx context.Context, m api.Material) (*compare.Report, error) {
	return compare.Compare(ctx, m.Documents, compare.Options{})
}

type object = map[string]any

// described is the description of the handler, made of its operations.
func described() object {
	answers := func(status, of string) object {
		return object{"description": status, "content": object{"application/json": object{"schema": object{"$ref": "#/components/schemas/" + of}}}}
	}
	schemas := object{"errorAnswer": object{
		"type": "object", "additionalProperties": false, "required": []any{"error"},
		"properties": object{"error": object{
			"type": "object", "additionalProperties": false, "required": []any{"code", "message"},
			"properties": object{"code": object{"enum": []any{"invalid", "notFound", "unreadable", "internal", string(refused)}}, "message": object{"type": "string"}},
		}},
	}}
	refusing := func(responses object) object {
		responses["401"] = answers("The Authorization header is missing or wrong", "errorAnswer")
		responses["403"] = answers("The request comes from another site's page", "errorAnswer")
		responses["429"] = answers("Too many wrong passwords", "errorAnswer")
		return responses
	}
	ways := object{Prefix + "openapi.json": object{"get": object{
		"operationId": "describe", "summary": "This description",
		"responses": refusing(object{"200": object{"description": "OpenAPI 3.1", "content": object{"application/json": object{"schema": object{"type": "object"}}}}}),
	}}}
	for _, o := range operations {
		for _, side := range []string{"Request", "Answer"} {
			whole := api.Schema(o.name + side)
			for name, d := range whole["$defs"].(object) {
				schemas[name] = d
			}
			delete(whole, "$defs")
			schemas[o.name+side] = whole
		}
		ways[Prefix+o.name] = object{"post": object{
			"operationId": o.name, "summary": o.summary,
			"requestBody": object{"required": true, "content": object{"application/json": object{"schema": object{"$ref": "#/components/schemas/" + o.name + "Request"}}}},
			"responses": refusing(object{
				"200": answers("The answer", o.name+"Answer"), "400": answers("The request makes no sense", "errorAnswer"),
				"404": answers("There is no such set, finding or article", "errorAnswer"), "413": answers("The request is too large", "errorAnswer"),
				"415": answers("The request isn't JSON", "errorAnswer"), "422": answers("An article can't be read, or may not", "errorAnswer"),
				"500": answers("A mistake of the server", "errorAnswer"),
			}),
		}}
	}
	return object{
		"openapi": "3.1.0", "info": object{"title": "xref", "version": api.SchemaID, "description": "Compares news articles on the same events."},
		"paths": ways, "components": object{"schemas": schemas, "securitySchemes": object{
			"token":    object{"type": "http", "scheme": "bearer", "description": "The token of the link that xref serve printed"},
			"password": object{"type": "http", "scheme": "basic", "description": "A name and password of --password-file"},
		}},
		"security": []any{object{"token": []any{}}, object{"password": []any{}}},
	}
}

// The description is that of the operations; go test -update writes it anew.
func TestDescription(t *testing.T) {
	data, err := json.MarshalIndent(described(), "", "  ")
	require.NoError(t, err)
	made := strings.ReplaceAll(string(data), `"#/$defs/`, `"#/components/schemas/`) + "\n"
	fixtures.Same(t, "openapi.json", made)
}

// validator is the schema of an answer in the description.
func validator(t *testing.T, path, status string) *jsonschema.Schema {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(Description))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("openapi.json", value))
	at := "openapi.json#/paths/" + strings.ReplaceAll(path, "/", "~1") + "/post/responses/" + status + "/content/application~1json/schema"
	schema, err := c.Compile(at)
	require.NoError(t, err)
	return schema
}

// Every answer has a status and a form that the description has.
func TestAnswersAreAsDescribed(t *testing.T) {
	server := httptest.NewServer(New(api.New(real{}, render.Options{})))
	defer server.Close()
	post := func(path, kind, body string) (int, object) {
		r, err := http.Post(server.URL+Prefix+path, kind, strings.NewReader(body))
		require.NoError(t, err)
		defer r.Body.Close()
		require.Equal(t, "application/json", r.Header.Get("Content-Type"))
		value, err := jsonschema.UnmarshalJSON(r.Body)
		require.NoError(t, err)
		require.NoError(t, validator(t, Prefix+path, r.Status[:3]).Validate(value), body)
		return r.StatusCode, value.(object)
	}
	const articles = `"articles": [{"name": "north", "text": "At least 14 people fell into the river on Tuesday, the fire service said."}, {"name": "south", "text": "All 14 people fell into the river on Tuesday, the fire service said."}]`
	status, compared := post("compare", "application/json", "{"+articles+"}")
	require.Equal(t, 200, status)
	require.NotEmpty(t, compared["findings"])
	set := compared["set"].(string)
	for _, row := range []struct {
		path, kind, body string
		status           int
	}{
		{"compare", "application/json; charset=utf-8", `{"set": "` + set + `", "limit": 1}`, 200},
		{"finding", "application/json", `{"set": "` + set + `", "id": "1"}`, 200},
		{"extract", "application/json", `{"set": "` + set + `"}`, 200},
		{"kinds", "application/json", `{}`, 200},
		{"compare", "application/json", `{}`, 400},
		{"compare", "application/json", `{"set": "` + set + `", "limit": 0}`, 400},
		{"compare", "application/json", `{"articles": 1}`, 400},
		{"compare", "application/json", `{"colour": "red"}`, 400},
		{"compare", "application/json", `{`, 400},
		{"kinds", "application/json", `null`, 400},
		{"kinds", "application/json", `{"kinds": ["numbr"]}`, 400},
		{"compare", "application/json", `{"set": "set-0000000000000000"}`, 404},
		{"finding", "application/json", `{"set": "` + set + `", "id": "XR-0"}`, 404},
		{"kinds", "application/json", `"` + strings.Repeat("x", longestBody) + `"`, 413},
		{"kinds", "text/plain", `{}`, 415},
		{"kinds", "", `{}`, 415},
		{"extract", "application/json", `{"articles": [{"text": " "}]}`, 422},
		{"extract", "application/json", `{"articles": [{"path": "none.txt"}]}`, 422},
	} {
		status, _ := post(row.path, row.kind, row.body)
		require.Equal(t, row.status, status, "%s %s", row.path, row.body[:min(len(row.body), 80)])
	}

	for _, o := range operations { // asked otherwise, nothing is done
		r, err := http.Get(server.URL + Prefix + o.name)
		require.NoError(t, err)
		require.Equal(t, http.StatusMethodNotAllowed, r.StatusCode)
		r.Body.Close()
	}
	r, err := http.Get(server.URL + Prefix + "openapi.json")
	require.NoError(t, err)
	defer r.Body.Close()
	require.Equal(t, http.StatusOK, r.StatusCode)
}
