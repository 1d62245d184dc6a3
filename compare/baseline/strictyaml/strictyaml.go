// Package strictyaml reads YAML files that people write: what is unknown or of
// the wrong kind is an error with file, line and the nearest known word.
package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Error is one thing wrong in a file. Line counts from 1; 0 where it is about the
// whole file.
type Error struct {
	Path    string
	Line    int
	Message string
}

func (e Error) Error() string {
	if e.Line > 0 {
		return e.Path + ":" + strconv.Itoa(e.Line) + ": " + e.Message
	}
	return e.Path + ": " + e.Message
}

// Lines are where the keys and items of a file stand, by their paths, such as
// "articles[0].outlet".
type Lines map[string]int

// Decode reads data into the struct that to points at, whose yaml tags are the
// known keys. An empty file leaves it as it is. All errors of the file are joined,
// each an Error.
func Decode(path string, data []byte, to any) (Lines, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document yaml.Node
	err := decoder.Decode(&document)
	if errors.Is(err, io.EOF) {
		return Lines{}, nil
	}
	if err != nil {
		return nil, syntax(path, err)
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, Error{path, 0, "more than one document in the file"}
	}
	r := reader{path: path, lines: Lines{}}
	r.walk("", document.Content[0], reflect.TypeOf(to).Elem(), 0)
	if len(r.wrong) == 0 {
		if err := document.Decode(to); err != nil {
			r.wrong = append(r.wrong, syntax(path, err))
		}
	}
	return r.lines, errors.Join(r.wrong...)
}

// reader walks a document beside the type that it is read into.
type reader struct {
	path  string
	lines Lines
	wrong []error
}

// deepest is how far containers may nest.
const deepest = 50

func (r *reader) walk(at string, n *yaml.Node, t reflect.Type, depth int) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	r.lines[at] = n.Line
	switch {
	case depth > deepest:
		r.fail(n, "nested too deeply")
	case n.Kind == yaml.AliasNode:
		r.fail(n, "aliases of YAML aren't taken here; write it out")
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		r.mapping(at, n, t, depth)
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Map:
		for i := 0; i+1 < len(n.Content); i += 2 {
			r.walk(join(at, n.Content[i].Value), n.Content[i+1], t.Elem(), depth+1)
		}
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for i, item := range n.Content {
			r.walk(fmt.Sprintf("%s[%d]", at, i), item, t.Elem(), depth+1)
		}
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null":
	case n.Kind == yaml.ScalarNode && t.Kind() != reflect.Struct && t.Kind() != reflect.Map && t.Kind() != reflect.Slice:
	default:
		name := at
		if name == "" {
			name = "the file"
		}
		r.fail(n, fmt.Sprintf("%s is %s, not %s", name, given[n.Kind], wanted(t)))
	}
}

func (r *reader) mapping(at string, n *yaml.Node, t reflect.Type, depth int) {
	known := map[string]reflect.Type{}
	var names []string
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); name != "" && name != "-" {
			known[name] = t.Field(i).Type
			names = append(names, name)
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		field, ok := known[key.Value]
		if !ok {
			r.fail(key, Unknown("key", key.Value, names))
			continue
		}
		if _, twice := r.lines[join(at, key.Value)]; twice {
			r.fail(key, fmt.Sprintf("%q stands here twice", key.Value))
			continue
		}
		r.walk(join(at, key.Value), n.Content[i+1], field, depth+1)
		r.lines[join(at, key.Value)] = key.Line
	}
}

func (r *reader) fail(n *yaml.Node, message string) {
	r.wrong = append(r.wrong, Error{r.path, n.Line, message})
}

func join(at, key string) string {
	if at == "" {
		return key
	}
	return at + "." + key
}

var given = map[yaml.Kind]string{yaml.MappingNode: "a mapping of keys", yaml.SequenceNode: "a list", yaml.ScalarNode: "a single value"}

func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct, reflect.Map:
		return "a mapping of keys"
	case reflect.Slice:
		return "a list"
	}
	return "a single value"
}

// located finds the line that the parser names.
var located = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// syntax is an error of the YAML package as errors of the file.
func syntax(path string, err error) error {
	var typed *yaml.TypeError
	messages := []string{err.Error()}
	if errors.As(err, &typed) {
		messages = typed.Errors
	}
	var all []error
	for _, m := range messages {
		e := Error{path, 0, strings.TrimPrefix(m, "yaml: ")}
		if parts := located.FindStringSubmatch(m); parts != nil {
			e.Line, _ = strconv.Atoi(parts[1])
			e.Message = parts[2]
		}
		all = append(all, e)
	}
	return errors.Join(all...)
}
