package memory

import (
	"testing"

	"github.com/omg-go/omg/dom/internal/page"
)

// engine offers pages in memory to package dom.
type engine struct{}

// In a program that is no test the engine stays unknown, even if the program
// links a test kit: a server has no page.
func init() {
	if testing.Testing() {
		page.Use(engine{})
	}
}

func (engine) Global() page.Object                     { return here().window }
func (engine) NewObject() page.Object                  { return here().object(objectClass, nil) }
func (engine) NewArray(elems []any) page.Object        { return here().array(elems) }
func (engine) Yield()                                  { here().yield() }
func (engine) Attempt(f func()) any                    { return Attempt(f) }
func (engine) Text(v any) string                       { return Text(v) }
func (engine) Number(v any) float64                    { return Number(v) }
func (engine) Truth(v any) bool                        { return Truth(v) }
func (engine) TypeOf(v any) string                     { return TypeOf(v) }
func (engine) Valid(s string) string                   { return valid(s) }
func (engine) ToObject(v any, name string) page.Object { return ToObject(v, name) }

func (engine) NewFunction(f func(this any, args []any) any) page.Object {
	return here().function(f)
}

func (engine) NewPromise() (o page.Object, resolve, reject func(v any)) { return here().promise() }
