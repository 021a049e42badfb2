package widget

import (
	"fmt"
	"runtime/debug"
)

// A PanicError is the error of a Render, hook or handler that panicked.
type PanicError struct {
	Where string // "Render", "a handler"
	Value any
	Stack []byte
}

func newPanic(where string, value any) *PanicError {
	return &PanicError{Where: where, Value: value, Stack: debug.Stack()}
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("panic in %s: %v\n%s", e.Where, e.Value, e.Stack)
}

// Unwrap returns the value if it is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}
