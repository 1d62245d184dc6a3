package render

import (
	"bytes"
	contexts "context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"xref/compare"
	"xref/extract"
	"xref/extract/read"
)

func reportSchema(t *testing.T) *jsonschema.Schema {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(ReportSchema))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("report.schema.json", value))
	schema, err := c.Compile("report.schema.json")
	require.NoError(t, err)
	return schema
}

func TestReportKeepsItsSchema(t *testing.T) {
	schema := reportSchema(t)
	for _, r := range further {
		var b bytes.Buffer
		require.NoError(t, jsonReport.Write(&b, r.make(t), Options{Version: "v1"}))
		value, err := jsonschema.UnmarshalJSON(&b)
		require.NoError(t, err)
		require.NoError(t, schema.Validate(value), r.name)
	}
}

// The schema refuses what the contract doesn't have.
func TestSchemaRefuses(t *testing.T) {
	schema := reportSchema(t)
	var b bytes.Buffer
	require.NoError(t, jsonReport.Write(&b, bridge(t), Options{}))
	good := b.String()
	for _, row := range []struct{ reason, old, new string }{
		{"an unknown verdict", `"verdict": "conflict"`, `"verdict": "clash"`},
		{"an unknown field", `"rank": 1,`, `"rank": 1, "colour": "red",`},
		{"a null array", `"skipped": [`, `"skipped": null, "x": [`},
		{"another version", `"xref.report/v1"`, `"xref.report/v2"`},
		{"a missing field", `"sha256"`, `"sha"`},
	} {
		bad := strings.Replace(good, row.old, row.new, 1)
		require.NotEqual(t, good, bad, row.reason)
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		require.NoError(t, err)
		require.Error(t, schema.Validate(value), row.reason)
	}
}

// Every passage of the report is exactly the slice of the article that it says,
// and line and column lead to it.
func TestPassagesAreSlices(t *testing.T) {
	for _, r := range reports {
		report := r.make(t)
		var b bytes.Buffer
		require.NoError(t, jsonReport.Write(&b, report, Options{}))
		var out reportJSON
		require.NoError(t, json.Unmarshal(b.Bytes(), &out))
		texts := map[string]string{}
		for _, d := range report.Documents {
			texts[d.Article.ID] = d.Article.Text
		}
		checked := 0
		check := func(article string, s spanJSON) {
			require.Equal(t, texts[article][s.Start:s.End], s.Text)
			checked++
		}
		for _, f := range out.Findings {
			for _, e := range f.Evidence {
				check(e.Article, e.spanJSON)
				lines := strings.Split(texts[e.Article], "\n")
				rest := []rune(lines[e.Line-1])[e.Column-1:]
				require.True(t, strings.HasPrefix(string(rest), strings.SplitN(e.Text, "\n", 2)[0]))
				if e.Focus != nil {
					check(e.Article, *e.Focus)
				}
			}
		}
		for _, c := range out.Claims {
			for _, m := range c.Members {
				check(m.Article, m.spanJSON)
			}
		}
		for _, q := range out.Quotations {
			for _, v := range q.Variants {
				check(v.Article, v.spanJSON)
			}
		}
		if len(report.Findings) > 0 {
			require.NotZero(t, checked)
		}
	}
}

// So it is where Markdown's marks stand in a passage: they are bytes of it like others, and
// the sentence that tells of it goes without.
func TestPassagesOfMarkdownAreSlices(t *testing.T) {
	var documents []*extract.Document
	for name, text := range map[string]string{
		"a.md": "# Ferry\n\nThe ferry *Aurora* carried **at least 40 lorries** to [Skagen](https://ferry.example/skagen) on May 2.\n",
		"b.md": "# Ferry\n\nThe ferry Aurora carried `40 lorries` to __Skagen__ on May 2.\n",
	} {
		a, _, err := read.Bytes(name, []byte(text))
		require.NoError(t, err)
		documents = append(documents, extract.Analyse(a))
	}
	slices.SortFunc(documents, func(a, b *extract.Document) int { return strings.Compare(a.Article.ID, b.Article.ID) })
	r, err := compare.Compare(contexts.Background(), documents, compare.Options{})
	require.NoError(t, err)
	require.NotEmpty(t, r.Findings)
	var b bytes.Buffer
	require.NoError(t, jsonReport.Write(&b, r, Options{}))
	var out reportJSON
	require.NoError(t, json.Unmarshal(b.Bytes(), &out))
	marked := false
	for _, f := range out.Findings {
		require.NotContains(t, f.Summary, "**")
		for _, e := range f.Evidence {
			text := documents[slices.IndexFunc(documents, func(d *extract.Document) bool { return d.Article.ID == e.Article })].Article.Text
			require.Equal(t, text[e.Start:e.End], e.Text)
			marked = marked || strings.Contains(e.Text, "*")
		}
	}
	require.True(t, marked, "no passage has a mark")
}

// Every field of the contract's structs is in the schema and the other way
// round.
func TestSchemaHasTheFieldsOfTheContract(t *testing.T) {
	var schema struct {
		Properties map[string]any
		Defs       map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(ReportSchema, &schema))
	for name, value := range map[string]any{
		"": reportJSON{}, "article": articleJSON{}, "story": storyJSON{}, "span": spanJSON{}, "claim": claimJSON{}, "member": memberJSON{},
		"coverage": coverageJSON{}, "finding": findingJSON{}, "evidence": evidenceJSON{}, "entity": entityJSON{}, "portrait": portraitJSON{},
		"name": nameJSON{}, "pronoun": pronounJSON{}, "quotation": utteranceJSON{}, "variant": variantJSON{}, "skipped": skippedJSON{}, "acceptance": acceptanceJSON{},
	} {
		properties := schema.Properties
		if name != "" {
			properties = schema.Defs[name].Properties
		}
		var inSchema []string
		for p := range properties {
			inSchema = append(inSchema, p)
		}
		require.ElementsMatch(t, fieldNames(reflect.TypeOf(value)), inSchema, "%q", name)
	}
}

func fieldNames(of reflect.Type) []string {
	var names []string
	for i := range of.NumField() {
		f := of.Field(i)
		if f.Anonymous {
			names = append(names, fieldNames(f.Type)...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}
