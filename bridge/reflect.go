package bridge

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"unsafe"

	"github.com/omg-go/omg/internal/wire"
)

var (
	contextType = reflect.TypeFor[context.Context]()
	errorType   = reflect.TypeFor[error]()
)

// shape is what a function type is made of: an optional leading context, an
// optional result, an optional trailing error.
type shape struct {
	args       []reflect.Type
	result     reflect.Type // nil: none
	ctx, fails bool
}

func shapeOf(t reflect.Type) (shape, error) {
	if t.IsVariadic() {
		return shape{}, fmt.Errorf("%s is variadic", t)
	}
	var sh shape
	for i := range t.NumIn() {
		if i == 0 && t.In(0) == contextType {
			sh.ctx = true
			continue
		}
		sh.args = append(sh.args, t.In(i))
	}
	n := t.NumOut()
	if n > 0 && t.Out(n-1) == errorType {
		sh.fails = true
		n--
	}
	if n > 1 {
		return shape{}, fmt.Errorf("%s has more than one result", t)
	}
	if n == 1 {
		sh.result = t.Out(0)
	}
	return sh, nil
}

// types returns what a signature covers.
func (sh shape) types() []reflect.Type {
	return append(append([]reflect.Type(nil), sh.args...), sh.result)
}

// crossing returns those of types that are values.
func (sh shape) crossing() []reflect.Type {
	if sh.result == nil {
		return sh.args
	}
	return sh.types()
}

func nameOf(f reflect.Value) string {
	if fn := runtime.FuncForPC(f.Pointer()); fn != nil {
		return fn.Name()
	}
	return "function"
}

// reflected returns the backend for a function value that is passed to a page.
func reflected(v reflect.Value) (*backend, error) {
	sh, err := shapeOf(v.Type())
	if err != nil {
		return nil, err
	}
	invoke := func(ctx context.Context, args wire.Elements, h wire.Handles) (any, error) {
		return sh.invoke(v, ctx, args, h)
	}
	return &backend{name: nameOf(v), types: sh.types(), invoke: invoke}, nil
}

func (sh shape) invoke(f reflect.Value, ctx context.Context, args wire.Elements, h wire.Handles) (any, error) {
	into, in := make([]any, len(sh.args)), make([]reflect.Value, 0, len(sh.args)+1)
	if sh.ctx {
		in = append(in, reflect.ValueOf(ctx))
	}
	for i, t := range sh.args {
		p := reflect.New(t)
		into[i], in = p.Interface(), append(in, p.Elem())
	}
	if err := wire.DecodeArgs(args, h, into...); err != nil {
		return nil, badArguments(err)
	}
	return sh.results(f.Call(in))
}

func (sh shape) results(out []reflect.Value) (value any, err error) {
	if sh.result != nil {
		value = out[0].Interface()
	}
	if sh.fails {
		err, _ = out[len(out)-1].Interface().(error)
	}
	return value, err
}

// badArguments is the error of a call whose arguments do not fit. What is said
// about them is the page's own data and types, so it may know.
func badArguments(err error) error {
	return &CallError{Code: codeArguments, Message: err.Error()}
}

// closure returns what tells one function value from another, those of the same
// code too: the address of what it has captured. A function is one word, which
// an interface holds as it is.
func closure(f any) uintptr { return (*[2]uintptr)(unsafe.Pointer(&f))[1] }

// registerFunc registers f, of any shape, under name.
func registerFunc(name string, f any, invoke func(context.Context, wire.Elements, wire.Handles) (any, error)) {
	sh, err := shapeOf(reflect.TypeOf(f))
	if err != nil {
		panic(fmt.Sprintf("bridge: RPC %s: %v", name, err))
	}
	register(&backend{name: name, types: sh.types(), values: sh.crossing(), invoke: invoke})
}

// RPCMethod is RPC0 to RPCProc4E for a method expression of any such shape, whose
// receiver the page gives as first argument. Generated files call it.
func RPCMethod(name string, method any) {
	f := reflect.ValueOf(method)
	sh, err := methodShape(f.Type())
	if err != nil {
		panic(fmt.Sprintf("bridge: RPC %s: %v", name, err))
	}
	register(&backend{name: name, types: sh.types(), values: sh.crossing(), invoke: func(ctx context.Context, args wire.Elements, h wire.Handles) (any, error) {
		return sh.invokeMethod(f, ctx, args, h)
	}})
}

// methodShape is shapeOf for a function whose context is its second parameter.
func methodShape(t reflect.Type) (shape, error) {
	sh, err := shapeOf(t)
	if err == nil && len(sh.args) > 1 && sh.args[1] == contextType {
		sh.args = append(sh.args[:1:1], sh.args[2:]...)
		sh.ctx = true
	}
	return sh, err
}

func (sh shape) invokeMethod(f reflect.Value, ctx context.Context, args wire.Elements, h wire.Handles) (any, error) {
	into, in := make([]any, len(sh.args)), make([]reflect.Value, 0, len(sh.args)+1)
	for i, t := range sh.args {
		p := reflect.New(t)
		into[i], in = p.Interface(), append(in, p.Elem())
		if i == 0 && sh.ctx {
			in = append(in, reflect.ValueOf(ctx))
		}
	}
	if err := wire.DecodeArgs(args, h, into...); err != nil {
		return nil, badArguments(err)
	}
	if in[0].Kind() == reflect.Pointer && in[0].IsNil() {
		return nil, badArguments(&wire.ValueError{Path: "args[0]", Want: sh.args[0].String(), Got: "null"})
	}
	return sh.results(f.Call(in))
}
