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

// writeObject writes a struct as writeJSON does, indented, but the elements of
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
		o.text(open + "\n")
		open = ","
		before := indent + `"` + name + `": `
		o.text(before)
		if field.Kind() == reflect.Slice && field.Len() > 0 {
			o.list(field)
			continue
		}
		text, err := encoded(field.Interface(), before, indent)
		o.fail(err)
		o.text(string(safeJSON(text)))
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
	before := o.indent + o.indent
	o.text("[")
	for first := 0; first < elements.Len() && o.err == nil; first += atOnce {
		n := min(atOnce, elements.Len()-first)
		texts, errs := make([][]byte, n), make([]error, n)
		parallel.Each(n, func(_, k int) {
			text, err := encoded(elements.Index(first+k).Interface(), before, o.indent)
			texts[k], errs[k] = safeJSON(text), err
		})
		for k, text := range texts {
			o.fail(errs[k])
			if first+k > 0 {
				o.text(",")
			}
			o.text("\n" + before)
			o.text(string(text))
		}
	}
	o.text("\n" + o.indent + "]")
}

// encoded makes the text of a value that stands after before on its first line; with
// indent "" on one line.
func encoded(value any, before, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(before[:len(before)-len(strings.TrimLeft(before, " "))], indent)
	if err := e.Encode(value); err != nil {
		return nil, err
	}
	text := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if indent == "" {
		return text, nil
	}
	return fewerLines(text, before), nil
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
