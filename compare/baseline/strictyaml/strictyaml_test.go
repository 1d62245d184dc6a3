package strictyaml_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xref/compare/baseline/strictyaml"
)

type garden struct {
	Name   string            `yaml:"name"`
	Area   float64           `yaml:"area"`
	Beds   []bed             `yaml:"beds"`
	Labels map[string]string `yaml:"labels"`
	Hidden string            `yaml:"-"`
}

type bed struct {
	Plant string `yaml:"plant"`
}

func TestDecode(t *testing.T) {
	var g garden
	lines, err := strictyaml.Decode("g.yaml", []byte("# a garden\nname: North\nbeds:\n  - plant: beans\n  -\n    plant: peas\nlabels: {a: b}\n"), &g)
	require.NoError(t, err)
	require.Equal(t, garden{Name: "North", Beds: []bed{{"beans"}, {"peas"}}, Labels: map[string]string{"a": "b"}}, g)
	require.Equal(t, 2, lines["name"])
	require.Equal(t, 4, lines["beds[0].plant"])
	require.Equal(t, 6, lines["beds[1].plant"])
	require.Equal(t, 7, lines["labels.a"])
}

func TestDecodeSaysWhatIsWrong(t *testing.T) {
	for _, row := range []struct{ reason, data, want string }{
		{"an unknown key near a known one", "naem: x", `g.yaml:1: unknown key "naem"; did you mean "name"?`},
		{"an unknown key near none", "colour: x", `g.yaml:1: unknown key "colour"; known are name, area, beds, labels`},
		{"an unknown key within", "beds:\n  - plants: x", `g.yaml:2: unknown key "plants"; did you mean "plant"?`},
		{"a key that isn't the file's", "Hidden: x", `g.yaml:1: unknown key "Hidden"; known are name, area, beds, labels`},
		{"two wrong keys", "naem: x\nbed: []", "g.yaml:1: unknown key \"naem\"; did you mean \"name\"?\ng.yaml:2: unknown key \"bed\"; did you mean \"beds\"?"},
		{"a list for a value", "name: [x]", "g.yaml:1: name is a list, not a single value"},
		{"a value for a list", "beds: x", "g.yaml:1: beds is a single value, not a list"},
		{"a value for a mapping", "labels: x", "g.yaml:1: labels is a single value, not a mapping of keys"},
		{"a list for the file", "- x", "g.yaml:1: the file is a list, not a mapping of keys"},
		{"a key twice", "name: x\nname: y", `g.yaml:2: "name" stands here twice`},
		{"a word for a number", "area: large", "g.yaml:1: cannot unmarshal !!str `large` into float64"},
		{"no YAML", "name: [", "g.yaml:1: did not find expected node content"},
		{"two documents", "name: x\n---\nname: y", "g.yaml: more than one document in the file"},
		{"an alias", "name: &x y\nlabels: {a: *x}", "g.yaml:2: aliases of YAML aren't taken here; write it out"},
	} {
		var g garden
		_, err := strictyaml.Decode("g.yaml", []byte(row.data), &g)
		require.EqualError(t, err, row.want, row.reason)
	}
}

func TestDecodeTakesNothing(t *testing.T) {
	for _, data := range []string{"", "# only a comment\n", "---\n", "name:\n"} {
		var g garden
		_, err := strictyaml.Decode("g.yaml", []byte(data), &g)
		require.NoError(t, err, "%q", data)
		require.Equal(t, garden{}, g)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"number", "name", "quote", "fail-on"}
	for _, row := range []struct{ reason, word, want string }{
		{"a letter left out", "numbr", "number"},
		{"two swapped", "qoute", "quote"},
		{"capitals", "Name", "name"},
		{"an underscore", "fail_on", "fail-on"},
		{"far from all", "colour", ""},
		{"nothing", "", ""},
	} {
		require.Equal(t, row.want, strictyaml.Nearest(row.word, known), row.reason)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("name: North\nbeds:\n  - plant: beans\n"))
	f.Add([]byte("a: &a [*a]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var g garden
		if _, err := strictyaml.Decode("g.yaml", data, &g); err != nil {
			require.Contains(t, err.Error(), "g.yaml")
		}
	})
}
