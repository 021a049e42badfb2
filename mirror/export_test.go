package mirror

import (
	"reflect"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/module"
)

// Compiled says that T was compiled for pages, as a generated file does.
func Compiled[T any]() {
	t := reflect.TypeFor[T]()
	name := t.PkgPath() + "." + t.Name()
	a := module.New("test/"+name, "export const twin = 1")
	module.Register(module.Function{Name: name, Asset: a, Export: t.Name() + "$twin", Signature: shapeOf(t).signature})
}

// Twins returns how many twins there are of o.
func Twins(o Mirrored) int {
	st := o.mirrored().known()
	if st == nil {
		return 0
	}
	return len(st.all())
}

// Held returns how many originals sessions hold for their pages.
func Held(o Mirrored) (n int) {
	for _, tw := range o.mirrored().known().all() {
		tw.table.mu.Lock()
		if tw.hold != nil {
			n++
		}
		tw.table.mu.Unlock()
	}
	return n
}

// IsSlots reports whether a message brings slots.
func IsSlots(m string) bool { return strings.HasPrefix(m, "[7,") }

// ID returns the id of o's twin in s.
func ID(s *bridge.Session, o Mirrored) uint64 {
	t := tableOf(s)
	t.mu.Lock()
	defer t.mu.Unlock()
	if tw := t.of[o.mirrored().known()]; tw != nil {
		return tw.id
	}
	return 0
}

// Epoch returns how often the data of o changed.
func Epoch(o Mirrored) uint64 {
	st := o.mirrored().known()
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.epoch
}

// State makes what an object with twins has more.
func State(o Mirrored) { stateOf(o) }

// TwinsIn returns how many twins s holds.
func TwinsIn(s *bridge.Session) int {
	t := tableOf(s)
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.twins)
}

// Drop does what the page's release of all that it was sent does.
func Drop(s *bridge.Session, o Mirrored) { tableOf(s).Released(ID(s, o), 1<<60) }
