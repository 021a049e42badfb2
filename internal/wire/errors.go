package wire

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
)

// A SyntaxError reports a frame or a value that is malformed or beyond a limit.
type SyntaxError struct {
	Offset int    // the byte at which it was noticed
	Reason string // "nested too deeply", say
}

func (e *SyntaxError) Error() string {
	return "wire: byte " + strconv.Itoa(e.Offset) + ": " + e.Reason
}

// A ValueError reports a value that cannot cross, and where it sits.
type ValueError struct {
	Path string // the culprit, from the value that was passed: "args[1].Lines[2].Key"
	Want string // what could have stood there; empty where nothing could, as for a channel
	Got  string // what stood there
	Err  error  // what Handles or a text marshaler answered; may be nil
}

func (e *ValueError) Error() string {
	switch {
	case e.Err != nil:
		return e.Path + ": " + e.Err.Error()
	case e.Want == "":
		return e.Path + ": " + e.Got
	}
	return e.Path + ": want " + e.Want + ", got " + e.Got
}

// Unwrap returns e.Err.
func (e *ValueError) Unwrap() error { return e.Err }

// Rooted returns err with name put in place of the root "value" that [Append]
// and [Decode] give to the path of their errors. Other errors are returned as
// they are.
func Rooted(err error, name string) error {
	var ve *ValueError
	if errors.As(err, &ve) && len(ve.Path) >= len(rootValue) && ve.Path[:len(rootValue)] == rootValue {
		at := *ve
		at.Path = name + ve.Path[len(rootValue):]
		return &at
	}
	return err
}

const rootValue = "value"

func rootArg(i int) string { return "args[" + strconv.Itoa(i) + "]" }

// within puts a step of the path before what err names. Codecs call it while
// an error unwinds, so that no path is kept while all is well.
func within(step string, err error) error {
	if ve, ok := err.(*ValueError); ok {
		ve.Path = step + ve.Path
	}
	return err
}

func withinIndex(i int, err error) error {
	return within("["+strconv.Itoa(i)+"]", err)
}

// cannotCross refuses a type.
func cannotCross(t reflect.Type, why string) error {
	return &ValueError{Got: fmt.Sprintf("%v cannot cross: %s", t, why)}
}
