package bridge

import (
	"context"
	"fmt"
	"reflect"

	"github.com/omg-go/omg/internal/wire"
)

// pageFunc returns a Go function of type t that runs the page's function o. It
// can fail and has to know how long to wait, so t takes a context first and
// returns an error last.
func pageFunc(o Object, t reflect.Type) (reflect.Value, error) {
	sh, err := shapeOf(t)
	if err != nil {
		return reflect.Value{}, err
	}
	if !sh.ctx || !sh.fails {
		return reflect.Value{}, fmt.Errorf("a function of the page needs a leading context and a trailing error: %s has not", t)
	}
	f := &target{name: "page function", value: &o}
	return reflect.MakeFunc(t, func(in []reflect.Value) []reflect.Value { return sh.ask(f, in) }), nil
}

// ask calls f in the page, of whose Go function in are the arguments.
func (sh shape) ask(f *target, in []reflect.Value) []reflect.Value {
	args := make([]any, 0, len(sh.args))
	for _, a := range in[1:] {
		args = append(args, a.Interface())
	}
	var out []reflect.Value
	var into any
	if sh.result != nil {
		r := reflect.New(sh.result)
		out, into = append(out, r.Elem()), r.Interface()
	}
	err := callInto(in[0].Interface().(context.Context), f, args, into)
	return append(out, errorValue(err))
}

func errorValue(err error) reflect.Value {
	v := reflect.New(errorType).Elem()
	if err != nil {
		v.Set(reflect.ValueOf(err))
	}
	return v
}

// callInto is callFor for a result that into points to; nil: there is none.
func callInto(ctx context.Context, t *target, args []any, into any) error {
	s := FromContext(ctx)
	if s == nil {
		return ErrSessionEnded
	}
	raw, err := s.call(ctx, t, args)
	if err != nil {
		return err
	}
	if into == nil {
		s.releaseAll(raw)
		return nil
	}
	x := newTransfer(s)
	if err = wire.Decode(raw, into, x); err != nil {
		x.abandon(raw)
		return &ResultError{Func: t.String(), Err: wire.Rooted(err, "result")}
	}
	return nil
}
