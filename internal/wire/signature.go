package wire

import (
	"hash/fnv"
	"reflect"
	"strconv"
	"strings"
)

// Signature returns a hash over what crosses of the given types, transitively:
// the names of named types and of fields, the order of fields, and the kinds
// of all else. Two programs that agree on it read each other's values alike.
//
// It is the hash of [Describe], so that a compiler, which knows types from
// source, can find the same.
func Signature(types ...reflect.Type) uint64 {
	h := fnv.New64a()
	h.Write([]byte(Describe(types...)))
	return h.Sum64()
}

// Describe spells types for [Signature]:
//
//	bool int8 float64 string           basic types
//	[]T [4]T map[K]T *T func(T,U)(R)   composed of other types; ... stands before the last T of a variadic function
//	import/path.Name=T                 a named type where it occurs first, T being what is under it
//	import/path.Name                   where it occurs again
//	{Name T,tag T}                     a struct: the fields that cross, under the names they cross by
//	any, interface{A;B}                interfaces, with the names of their methods
//	time text reference                time.Time, what crosses as text, what crosses as a reference
//
// Several types are separated by commas.
func Describe(types ...reflect.Type) string {
	d := describer{seen: map[reflect.Type]bool{}}
	d.list(types)
	return d.String()
}

type describer struct {
	strings.Builder
	seen map[reflect.Type]bool
}

func (d *describer) list(types []reflect.Type) {
	for i, t := range types {
		if i > 0 {
			d.WriteByte(',')
		}
		d.typ(t)
	}
}

func (d *describer) typ(t reflect.Type) {
	if t.PkgPath() == "" {
		d.underlying(t)
		return
	}
	d.WriteString(t.PkgPath() + "." + t.Name())
	if d.seen[t] {
		return
	}
	d.seen[t] = true
	d.WriteByte('=')
	d.underlying(t)
}

func (d *describer) underlying(t reflect.Type) {
	switch {
	case t == timeType:
		d.WriteString("time")
		return
	case t.Implements(referenceType) && t.Kind() != reflect.Interface:
		d.WriteString("reference")
		return
	}
	switch t.Kind() {
	case reflect.Pointer:
		d.composed("*", t.Elem())
	case reflect.Slice:
		d.composed("[]", t.Elem())
	case reflect.Array:
		d.composed("["+strconv.Itoa(t.Len())+"]", t.Elem())
	case reflect.Map:
		d.WriteString("map[")
		d.typ(t.Key())
		d.composed("]", t.Elem())
	case reflect.Struct:
		d.structure(t)
	case reflect.Func:
		d.function(t)
	case reflect.Interface:
		d.methods(t)
	default:
		d.WriteString(t.Kind().String())
	}
}

func (d *describer) composed(prefix string, elem reflect.Type) {
	d.WriteString(prefix)
	d.typ(elem)
}

func (d *describer) structure(t reflect.Type) {
	fields := visible(t)
	if len(fields) == 0 && t.NumField() > 0 {
		d.WriteString("text")
		return
	}
	d.WriteByte('{')
	for i, f := range fields {
		if i > 0 {
			d.WriteByte(',')
		}
		d.WriteString(fieldName(f) + " ")
		d.typ(f.Type)
	}
	d.WriteByte('}')
}

func (d *describer) function(t reflect.Type) {
	d.WriteString("func(")
	for i := range t.NumIn() {
		if i > 0 {
			d.WriteByte(',')
		}
		if t.IsVariadic() && i == t.NumIn()-1 {
			d.WriteString("...")
		}
		d.typ(t.In(i))
	}
	d.WriteString(")(")
	for i := range t.NumOut() {
		if i > 0 {
			d.WriteByte(',')
		}
		d.typ(t.Out(i))
	}
	d.WriteByte(')')
}

func (d *describer) methods(t reflect.Type) {
	if t.NumMethod() == 0 {
		d.WriteString("any")
		return
	}
	names := make([]string, t.NumMethod())
	for i := range names {
		names[i] = t.Method(i).Name
	}
	d.WriteString("interface{" + strings.Join(names, ";") + "}")
}
