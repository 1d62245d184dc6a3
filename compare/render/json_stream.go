package render

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strings"

	"xref/internal/parallel"
)

// atOnce is how many elements of a list are made into text before they are written.
const atOnce = 512

// writeObject writes a struct as json.Encoder does, indented, but the elements of
// its lists some at a time, on all cores: a report of many articles is never in memory
// as a whole. Fields have a name in their tag.
func writeObject(w io.Writer, object any, indent string) error {
	o := objectWriter{to: w, indent: indent}
	v := reflect.ValueOf(object)
	open := "{"
	for i := range v.NumField() {
		name, rest, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		field := v.Field(i)
		if rest == "omitempty" && (field.Kind() == reflect.Slice && field.Len() == 0 || field.Kind() == reflect.Pointer && field.IsNil()) {
			continue
		}
		o.text(open + "\n" + indent + `"` + name + `": `)
		open = ","
		if field.Kind() == reflect.Slice && field.Len() > 0 {
			o.list(field)
			continue
		}
		var b bytes.Buffer
		o.fail(encoded(&b, field.Interface(), indent, indent))
		o.text(string(safeJSON(b.Bytes())))
	}
	o.text("\n}\n")
	o.flush()
	return o.err
}

// objectWriter gathers some text and writes it. The first error ends it.
type objectWriter struct {
	to       io.Writer
	indent   string
	gathered bytes.Buffer
	err      error
}

func (o *objectWriter) text(s string) {
	o.gathered.WriteString(s)
	if o.gathered.Len() > someLines {
		o.flush()
	}
}

// list writes the elements of a slice.
func (o *objectWriter) list(elements reflect.Value) {
	before := "\n" + o.indent + o.indent
	o.text("[")
	for first := 0; first < elements.Len() && o.err == nil; first += atOnce {
		n := min(atOnce, elements.Len()-first)
		texts, errs := make([][]byte, n), make([]error, n)
		parallel.Each(n, func(_, k int) {
			var b bytes.Buffer
			errs[k] = encoded(&b, elements.Index(first+k).Interface(), o.indent+o.indent, o.indent)
			texts[k] = safeJSON(b.Bytes())
		})
		for k, text := range texts {
			o.fail(errs[k])
			if first+k > 0 {
				o.text(",")
			}
			o.text(before)
			o.text(string(text))
		}
	}
	o.text("\n" + o.indent + "]")
}

// encoded makes the text of a value whose lines but the first begin with prefix.
func encoded(b *bytes.Buffer, value any, prefix, indent string) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, indent)
	err := e.Encode(value)
	b.Truncate(len(bytes.TrimSuffix(b.Bytes(), []byte("\n"))))
	return err
}

func (o *objectWriter) fail(err error) {
	if o.err == nil {
		o.err = err
	}
}

func (o *objectWriter) flush() {
	if o.err == nil {
		_, o.err = o.to.Write(o.gathered.Bytes())
	}
	o.gathered.Reset()
}
