package render

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strings"
)

// writeObject writes a struct as json.Encoder does, indented, but the elements of
// its lists one after another: a report of many articles is never in memory as a
// whole. Fields have a name in their tag.
func writeObject(w io.Writer, object any, indent string) error {
	o := objectWriter{to: safeWriter{w}, indent: indent}
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
		if field.Kind() != reflect.Slice || field.Len() == 0 {
			o.value(field.Interface(), indent)
			continue
		}
		o.text("[")
		for k := range field.Len() {
			if k > 0 {
				o.text(",")
			}
			o.text("\n" + indent + indent)
			o.value(field.Index(k).Interface(), indent+indent)
		}
		o.text("\n" + indent + "]")
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

// value writes a value whose lines but the first begin with prefix.
func (o *objectWriter) value(value any, prefix string) {
	e := json.NewEncoder(&o.gathered)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, o.indent)
	if err := e.Encode(value); err != nil && o.err == nil {
		o.err = err
	}
	o.gathered.Truncate(len(bytes.TrimSuffix(o.gathered.Bytes(), []byte("\n"))))
}

func (o *objectWriter) flush() {
	if o.err == nil {
		_, o.err = o.to.Write(o.gathered.Bytes())
	}
	o.gathered.Reset()
}
