package mirror

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"reflect"
	"strings"
	"sync"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// shape is what a mirrored type is made of.
type shape struct {
	typ       reflect.Type
	object    uintptr                  // where the Object is
	parts     map[reflect.Type]uintptr // embedded mirrored structs
	slots     []slotType
	name      string // of what makes its twins in pages
	signature string
	mirrored  slots // which slots are
	widget    bool
}

// slotType is a field that the page has.
type slotType struct {
	name    string // by which pages know it: "Animal.Mood" for an embedded one
	typ     reflect.Type
	offset  uintptr
	browser bool // in the twin only
	local   bool // of browser: does not cross, like dom.Element, and starts as the page's zero
	write   bool
	refs    bool           // holds what crosses as a reference
	setter  reflect.Method // of write, if it has one
}

// slots is a set of slots, by index.
type slots uint64

// epochSlot stands for the object's data as a whole.
const epochSlot slots = 1 << 63

// maxSlots is how many a type may have.
const maxSlots = 62

var shapes sync.Map

// shapeOf returns the shape of t. It panics if t's tags make no sense.
func shapeOf(t reflect.Type) *shape {
	if sh, ok := shapes.Load(t); ok {
		return sh.(*shape)
	}
	sh := &shape{typ: t, parts: map[reflect.Type]uintptr{}, name: t.PkgPath() + "." + t.Name()}
	sh.fields(t, 0, "")
	if len(sh.slots) > maxSlots {
		panic(fmt.Sprintf("mirror: %s has more than %d slots", t, maxSlots))
	}
	for i := range sh.slots {
		sh.finish(i)
	}
	sh.signature = sh.sign()
	known, _ := shapes.LoadOrStore(t, sh)
	return known.(*shape)
}

var (
	objectType  = reflect.TypeFor[Object]()
	watchedType = reflect.TypeFor[interface{ Redraw() }]()
)

func (sh *shape) fields(t reflect.Type, at uintptr, path string) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("omg")
		switch {
		case f.Type == objectType:
			sh.object = at + f.Offset
		case f.Anonymous && !tagged && embeds(f.Type):
			sh.parts[f.Type] = at + f.Offset
			sh.fields(f.Type, at+f.Offset, path+f.Name+".")
		case tagged:
			sh.slots = append(sh.slots, newSlot(t, f, tag, at, path))
		}
	}
	sh.widget = reflect.PointerTo(sh.typ).Implements(watchedType)
}

// embeds reports whether t is a struct that embeds Object, or one that does.
func embeds(t reflect.Type) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.Type == objectType || f.Anonymous && embeds(f.Type) {
			return true
		}
	}
	return false
}

func newSlot(t reflect.Type, f reflect.StructField, tag string, at uintptr, path string) slotType {
	s := slotType{name: path + f.Name, typ: f.Type, offset: at + f.Offset}
	switch tag {
	case "browser":
		s.browser = true
	case "mirrored":
	case "mirrored,write":
		s.write = true
	default:
		panic(fmt.Sprintf("mirror: %s.%s: the tag omg:%q is none of browser, mirrored and mirrored,write", t, f.Name, tag))
	}
	if !f.IsExported() {
		panic(fmt.Sprintf("mirror: %s.%s: a field with an omg tag must be exported", t, f.Name))
	}
	return s
}

func (sh *shape) finish(i int) {
	s := &sh.slots[i]
	s.refs = holdsRefs(s.typ, map[reflect.Type]bool{})
	if s.browser {
		s.local = wire.Check(s.typ) != nil
	} else {
		sh.mirrored |= 1 << i
	}
	if !s.write {
		return
	}
	if s.refs {
		panic(fmt.Sprintf("mirror: %s.%s: a slot that pages write holds no references", sh.typ, s.name))
	}
	name := "Set" + s.name[strings.LastIndexByte(s.name, '.')+1:]
	m, ok := reflect.PointerTo(sh.typ).MethodByName(name)
	if !ok {
		return
	}
	if want := setterType(sh.typ, s.typ); m.Type != want {
		panic(fmt.Sprintf("mirror: %s.%s must be a %s", sh.typ, name, want))
	}
	s.setter = m
}

// setterType is func(*T, ctx, new, old V, stale bool) (V, error).
func setterType(t, v reflect.Type) reflect.Type {
	in := []reflect.Type{reflect.PointerTo(t), reflect.TypeFor[context.Context](), v, v, reflect.TypeFor[bool]()}
	return reflect.FuncOf(in, []reflect.Type{v, reflect.TypeFor[error]()}, false)
}

var originalType = reflect.TypeFor[bridge.Twinned]()

// holdsRefs reports whether values of t may hold what crosses as a reference.
func holdsRefs(t reflect.Type, seen map[reflect.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Func, reflect.Interface:
		return true
	case reflect.Pointer:
		return t.Implements(originalType) || holdsRefs(t.Elem(), seen)
	case reflect.Slice, reflect.Array:
		return holdsRefs(t.Elem(), seen)
	case reflect.Map:
		return holdsRefs(t.Key(), seen) || holdsRefs(t.Elem(), seen)
	case reflect.Struct:
		if t == reflect.TypeFor[bridge.Object]() {
			return true
		}
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && holdsRefs(f.Type, seen) {
				return true
			}
		}
	}
	return false
}

// sign hashes what a page must know of the type: names, kinds and types of the
// slots. The compiler does the same.
func (sh *shape) sign() string {
	h := sha256.New()
	types := make([]reflect.Type, len(sh.slots))
	for i, s := range sh.slots {
		kind := "mirrored"
		if s.browser {
			kind = "browser"
		}
		fmt.Fprintln(h, s.name, kind)
		types[i] = s.typ
	}
	io.WriteString(h, bridge.Signature(types...))
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// slotAt returns the index of the slot at address p of o.
func (sh *shape) slotAt(o *Object, p uintptr, t reflect.Type) (int, error) {
	off := p - uintptr(sh.base(o))
	for i := range sh.slots {
		if s := &sh.slots[i]; s.offset == off && s.typ == t {
			if s.browser {
				return 0, fmt.Errorf("mirror: %s.%s lives in the page only", sh.typ, s.name)
			}
			return i, nil
		}
	}
	return 0, fmt.Errorf("mirror: no mirrored slot of %s is at that address: name it as &obj.Field", sh.typ)
}

// slotNamed returns the index of the mirrored slot of that name, -1 if there is none.
func (sh *shape) slotNamed(name string) int {
	for i := range sh.slots {
		if sh.slots[i].name == name && !sh.slots[i].browser {
			return i
		}
	}
	return -1
}
