// Package pack writes values as compact bytes and reads them back. Both sides must
// have the same types: nothing in the bytes tells what they are of. It takes
// structs, slices, arrays, pointers, strings, numbers, booleans and times.
package pack

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"reflect"
	"time"
)

// Value is a value as bytes: the strings that are in it, each once, then the value,
// in which a struct is a set of bits that tell which of its fields aren't zero, and
// those fields. The error names what it doesn't take.
func Value(value any) (packed []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			u, ok := p.(unsupported)
			if !ok {
				panic(p)
			}
			packed, err = nil, u
		}
	}()
	w := writer{numbers: map[string]int{}}
	w.value(reflect.ValueOf(value))
	head := binary.AppendUvarint(nil, uint64(len(w.strings)))
	for _, s := range w.strings {
		head = binary.AppendUvarint(head, uint64(len(s)))
	}
	for _, s := range w.strings {
		head = append(head, s...)
	}
	return append(head, w.body...), nil
}

type unsupported string

func (u unsupported) Error() string { return string(u) }

type writer struct {
	strings []string
	numbers map[string]int
	body    []byte
}

func (w *writer) number(n uint64) { w.body = binary.AppendUvarint(w.body, n) }

var timeType = reflect.TypeFor[time.Time]()

func (w *writer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			w.number(1)
		} else {
			w.number(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.body = binary.AppendVarint(w.body, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.number(v.Uint())
	case reflect.Float64:
		w.number(bits.ReverseBytes64(math.Float64bits(v.Float()))) // small where few digits are in use
	case reflect.String:
		s := v.String()
		n, ok := w.numbers[s]
		if !ok {
			n = len(w.strings)
			w.numbers[s] = n
			w.strings = append(w.strings, s)
		}
		w.number(uint64(n))
	case reflect.Slice:
		if v.IsNil() {
			w.number(0)
			return
		}
		w.number(uint64(v.Len()) + 1)
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			w.number(0)
			return
		}
		w.number(1)
		w.value(v.Elem())
	case reflect.Struct:
		w.fields(v)
	default:
		panic(unsupported(fmt.Sprintf("%s can't be packed", v.Type())))
	}
}

func (w *writer) fields(v reflect.Value) {
	if v.Type() == timeType {
		data, err := v.Interface().(time.Time).MarshalBinary()
		if err != nil {
			panic(unsupported(err.Error()))
		}
		w.number(uint64(len(data)))
		w.body = append(w.body, data...)
		return
	}
	given := uint64(0)
	for i := range v.NumField() {
		if !v.Field(i).IsZero() {
			if i >= 64 || !v.Type().Field(i).IsExported() {
				panic(unsupported(fmt.Sprintf("%s.%s can't be packed", v.Type(), v.Type().Field(i).Name)))
			}
			given |= 1 << i
		}
	}
	w.number(given)
	for ; given != 0; given &= given - 1 {
		w.value(v.Field(bits.TrailingZeros64(given)))
	}
}
