package bridge

import (
	"context"
	"errors"
	"fmt"
)

// Errors that callers can act on. Test for them with [errors.Is].
var (
	ErrSessionEnded = errors.New("bridge: session ended")                     // see SessionEnded for whether the call may have run
	ErrAway         = errors.New("bridge: the page is away")                  // has no socket at the moment
	ErrWouldBlock   = errors.New("bridge: waiting is not possible here")      // see Forbid
	ErrVersion      = errors.New("bridge: the two sides differ in version")   // signatures or builds differ
	ErrRefused      = errors.New("bridge: refused")                           // unknown, or not granted to this session
	ErrLimit        = errors.New("bridge: limit reached")                     // see Limits
	ErrReleased     = errors.New("bridge: the object was released")           // or belongs to another session
	ErrUnknown      = errors.New("bridge: no such function in the page")      // never compiled, never registered
	ErrDepth        = fmt.Errorf("%w: calls are nested too deeply", ErrLimit) // Limits.Nesting
)

// A CallError is the answer of a call that failed on the other side.
//
// Code is one of the words below or one of the program's own; Message is what
// the other side says a user may read. It unwraps to the sentinel that belongs
// to the code.
type CallError struct {
	Func    string
	Code    string
	Message string
}

// Codes of the bridge itself.
const (
	codeFailed    = "failed"    // an error that is not for users
	codePanic     = "panic"     // a handler panicked or left by Goexit
	codeRefused   = "refused"   // ErrRefused
	codeLimit     = "limit"     // ErrLimit
	codeVersion   = "version"   // ErrVersion
	codeCanceled  = "canceled"  // context.Canceled
	codeArguments = "arguments" // what was passed does not fit the declared types
	codeUnknown   = "unknown"   // ErrUnknown
	codeReleased  = "released"  // ErrReleased
	codeEnded     = "ended"     // ErrSessionEnded
)

// UserError returns an error whose message is meant for users: it crosses as it
// is, where other errors are only logged. The code may be empty.
func UserError(code, message string) *CallError {
	return &CallError{Code: code, Message: message}
}

func (e *CallError) Error() string {
	text := e.Message
	if text == "" {
		text = e.Code
	}
	if e.Func == "" {
		return "bridge: " + text
	}
	return "bridge: " + e.Func + ": " + text
}

// Unwrap returns the sentinel for e's code, nil if there is none.
func (e *CallError) Unwrap() error { return sentinels[e.Code] }

var sentinels = map[string]error{
	codeRefused:  ErrRefused,
	codeLimit:    ErrLimit,
	codeVersion:  ErrVersion,
	codeCanceled: context.Canceled,
	codeUnknown:  ErrUnknown,
	codeReleased: ErrReleased,
	codeEnded:    ErrSessionEnded,
}

// SessionEnded is the error of a call whose session ended before the answer
// came. It is an [ErrSessionEnded].
type SessionEnded struct {
	Why        error // why the session ended
	MayHaveRun bool  // the call had left for the page, which may or may not have run it
}

func (e *SessionEnded) Error() string {
	if e.MayHaveRun {
		return fmt.Sprintf("%v (the call may have run): %v", ErrSessionEnded, e.Why)
	}
	return fmt.Sprintf("%v: %v", ErrSessionEnded, e.Why)
}

// Is reports whether target is ErrSessionEnded.
func (e *SessionEnded) Is(target error) bool { return target == ErrSessionEnded }

// Unwrap returns e.Why.
func (e *SessionEnded) Unwrap() error { return e.Why }

// A Breach is a page's offence against the protocol or a limit. It ends the
// session; Reason goes to the page and to the log.
type Breach struct{ Reason string }

func (e *Breach) Error() string { return "bridge: breach: " + e.Reason }

// forPage returns what crosses in place of err. secret is true if err has more
// to say than that, for the log.
func forPage(err error) (code, message string, secret bool) {
	var ce *CallError
	if errors.As(err, &ce) {
		return orFailed(ce.Code), ce.Message, false
	}
	for code, is := range sentinels {
		if errors.Is(err, is) {
			return code, "", false
		}
	}
	return codeFailed, "", true
}

func orFailed(code string) string {
	if code == "" {
		return codeFailed
	}
	return code
}
