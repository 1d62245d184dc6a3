package pack

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"reflect"
	"time"
)

// errDamaged says that bytes aren't those of a value of the type.
var errDamaged = errors.New("not what was packed")

// Read sets what into points to, which is zero, to the value that packed is of. Of
// any other bytes it is an error, never more memory than goes with their length.
func Read(packed []byte, into any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			if p != errDamaged {
				panic(p)
			}
			err = errDamaged
		}
	}()
	r := reader{data: packed}
	lengths := make([]int, r.length())
	total := 0
	for i := range lengths {
		lengths[i] = r.length()
		total += lengths[i]
		r.hold(total <= len(r.data))
	}
	all := string(r.take(total))
	r.strings = make([]string, len(lengths))
	for i, n := range lengths {
		r.strings[i], all = all[:n], all[n:]
	}
	r.value(reflect.ValueOf(into).Elem())
	r.hold(len(r.data) == 0)
	return nil
}

type reader struct {
	data    []byte // what is left
	strings []string
}

func (r *reader) hold(sound bool) {
	if !sound {
		panic(errDamaged)
	}
}

func (r *reader) number() uint64 {
	if len(r.data) > 0 && r.data[0] < 0x80 {
		n := r.data[0]
		r.data = r.data[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(r.data)
	r.hold(size > 0)
	r.data = r.data[size:]
	return n
}

// length is how many things follow, each of which takes a byte at least.
func (r *reader) length() int {
	n := r.number()
	r.hold(n <= uint64(len(r.data)))
	return int(n)
}

func (r *reader) take(n int) []byte {
	r.hold(n <= len(r.data))
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

func (r *reader) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.number() != 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n := r.number()
		signed := int64(n>>1) ^ -int64(n&1)
		r.hold(!v.OverflowInt(signed))
		v.SetInt(signed)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n := r.number()
		r.hold(!v.OverflowUint(n))
		v.SetUint(n)
	case reflect.Float64:
		v.SetFloat(math.Float64frombits(bits.ReverseBytes64(r.number())))
	case reflect.String:
		n := r.number()
		r.hold(n < uint64(len(r.strings)))
		v.SetString(r.strings[n])
	case reflect.Slice:
		n := r.number()
		if n == 0 {
			return
		}
		n--
		r.hold(n <= uint64(len(r.data)))
		v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
		for i := range int(n) {
			r.value(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			r.value(v.Index(i))
		}
	case reflect.Pointer:
		if r.number() != 0 {
			v.Set(reflect.New(v.Type().Elem()))
			r.value(v.Elem())
		}
	case reflect.Struct:
		r.fields(v)
	default:
		panic(errDamaged)
	}
}

func (r *reader) fields(v reflect.Value) {
	if v.Type() == timeType {
		var t time.Time
		r.hold(t.UnmarshalBinary(r.take(r.length())) == nil)
		v.Set(reflect.ValueOf(t))
		return
	}
	given := r.number()
	for ; given != 0; given &= given - 1 {
		i := bits.TrailingZeros64(given)
		r.hold(i < v.NumField() && v.Field(i).CanSet())
		r.value(v.Field(i))
	}
}
