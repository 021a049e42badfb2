package widget

import (
	"reflect"
	"slices"
	"sync"
	"unsafe"
)

// watchedFields caches, by type, which fields of a widget point to an object that
// embeds Shared: what the drawing of a GET must hold before Mount has said what
// the widget watches.
var watchedFields sync.Map // reflect.Type → []watchedField

type watchedField struct {
	offset uintptr
	typ    reflect.Type
}

var watchedType = reflect.TypeFor[Watched]()

// appendFields adds the objects that the fields of w point to, in order.
func appendFields(held []*Shared, w Widget) []*Shared {
	v := reflect.ValueOf(w)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return held
	}
	for _, f := range fieldsOf(v.Elem().Type()) {
		p := reflect.NewAt(f.typ, unsafe.Add(v.UnsafePointer(), f.offset)).Elem()
		if p.IsNil() {
			continue
		}
		s := p.Interface().(Watched).shared()
		if i, found := slices.BinarySearchFunc(held, s, byOrder); !found {
			held = slices.Insert(held, i, s)
		}
	}
	return held
}

func fieldsOf(t reflect.Type) []watchedField {
	if known, ok := watchedFields.Load(t); ok {
		return known.([]watchedField)
	}
	var list []watchedField
	for f := range t.Fields() {
		if f.Type.Kind() == reflect.Pointer && f.Type.Implements(watchedType) {
			list = append(list, watchedField{f.Offset, f.Type})
		}
	}
	watchedFields.Store(t, list)
	return list
}
