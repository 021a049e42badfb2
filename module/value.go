package module

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/internal/wire"
)

// values guards the variables that pages start from.
var values struct {
	sync.RWMutex
	computed map[any]func() any // by the address of the variable
}

// Update runs f, which may change variables that are marked //omg:browser: no page
// reads them meanwhile. Pages that fetch the code from then on start from what f
// left; those that have it keep what they have.
//
// A program that changes such a variable after its server has started must do so
// here. Update and [View] must not be called by f.
func Update(f func()) {
	values.Lock()
	defer values.Unlock()
	f()
}

// View runs f, which may read variables that [Update] changes.
func View(f func()) {
	values.RLock()
	defer values.RUnlock()
	f()
}

// Compute says that pages start from what f returns when they fetch the variable
// at v, which must be marked //omg:browser; the backend's own stays as it is. f
// runs inside [View], in any goroutine.
//
// Compute is called while packages initialise. It panics if v is computed already.
func Compute[T any](v *T, f func() T) {
	values.Lock()
	defer values.Unlock()
	if values.computed == nil {
		values.computed = map[any]func() any{}
	}
	if values.computed[v] != nil {
		panic(fmt.Sprintf("module: a variable of type %T is computed twice", *v))
	}
	values.computed[v] = func() any { return f() }
}

// current returns the value that a page starts from. values is locked for reading.
func current(pointer any) reflect.Value {
	if f := values.computed[pointer]; f != nil {
		return reflect.ValueOf(f())
	}
	return reflect.ValueOf(pointer).Elem()
}

// A live module exports the values of variables as they are when it is fetched.
// The modules of code that import it have one address whatever the values are,
// so that a page has each variable once.
type live struct {
	names []string // of the symbols
	vars  []any    // pointers
}

// newLive makes the asset of a group's variables, nil if it has none. The address
// is of the names and types: code that was compiled for others finds nothing.
func newLive(symbols []*Symbol) *Asset {
	l := &live{}
	var types []reflect.Type
	for _, s := range symbols {
		if s.Var != nil {
			l.names, l.vars = append(l.names, s.Name), append(l.vars, s.Var)
			types = append(types, reflect.TypeOf(s.Var).Elem())
		}
	}
	if len(l.names) == 0 {
		return nil
	}
	name := "omg:live:" + shortHash(strings.Join(l.names, "\n")+"\n"+wire.Describe(types...))
	return &Asset{name: name, live: l, served: l.javaScript, path: client.ModulePath(client.Hash(name))}
}

// short is what the i-th value is called.
func (l *live) short(symbol string) string {
	for i, name := range l.names {
		if valueOf(name) == symbol {
			return shortName(i)
		}
	}
	return ""
}

// valueOf is what code calls the value that a variable starts from.
func valueOf(symbol string) string { return symbol + "$value" }

func (l *live) javaScript() (text string, err error) {
	values.RLock()
	defer values.RUnlock()
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("module: a value that is computed: %v", p)
		}
	}()
	b := []byte("export const ")
	for i, pointer := range l.vars {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, shortName(i)...), '=')
		if b, err = appendLiteral(b, current(pointer)); err != nil {
			return "", fmt.Errorf("module: %s: %w", l.names[i], err)
		}
	}
	return string(append(b, ';')), nil
}
