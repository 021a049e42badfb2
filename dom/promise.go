package dom

import (
	"context"

	"github.com/omg-go/omg/dom/internal/page"
)

// Await waits until v, a promise, is settled, and returns its value or an
// [Error]; anything else than a promise is returned at once. If ctx ends first it
// returns ctx's error, and nobody waits for the promise any more.
//
// Other handlers run while it waits.
//
//omg:browser
func (v Value) Await(ctx context.Context) (Value, error) {
	if v.Type() != "object" || v.IsNull() || v.Get("then").IsUndefined() {
		return v, nil
	}
	done, failed := make(chan Value, 1), make(chan Value, 1)
	v.then(func(x Value) { done <- x }, func(x Value) { failed <- x })
	select {
	case x := <-done:
		return x, nil
	case x := <-failed:
		return Value{}, Error{x}
	case <-ctx.Done():
		return Value{}, ctx.Err()
	}
}

//omg:js $0.then($1,$2)
func (v Value) then(done, failed func(x Value)) {
	v.object("then").CallOwn("then", callback(done), callback(failed))
	page.Current().Yield() // the one caller waits now
}

func callback(f func(x Value)) page.Object {
	return page.Current().NewFunction(func(_ any, args []any) any {
		var x Value
		if len(args) > 0 {
			x = Value{args[0]}
		}
		f(x)
		return nil
	})
}

// NewPromise makes a promise for foreign code that wants one, and runs f beside.
// The promise is settled with f's result, of which [Of] must know the type, or
// rejected with its error's text.
//
//omg:browser
func NewPromise(f func() (any, error)) Value {
	return newPromise(func(resolve, reject func(x Value)) {
		go func() {
			x, err := f()
			if err != nil {
				reject(newError(err.Error()))
				return
			}
			resolve(Of(x))
		}()
	})
}

//omg:js new Promise($0)
func newPromise(start func(resolve, reject func(x Value))) Value {
	o, resolve, reject := page.Current().NewPromise()
	start(func(x Value) { resolve(x.v) }, func(x Value) { reject(x.v) })
	return Value{o}
}

//omg:js new Error($0)
func newError(message string) Value { return Value{construct("Error", message)} }
