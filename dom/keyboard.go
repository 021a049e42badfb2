package dom

import "github.com/omg-go/omg/dom/internal/page"

// A KeyboardEvent is a key that goes down or up.
//
//omg:js type
type KeyboardEvent struct{ Event }

// Key is what the key means: "a", "A", "Enter", "ArrowDown", …
//
//omg:js $0.key
func (e KeyboardEvent) Key() string { return text(page.Must(e.o).Get("key")) }

// Code is where the key is on the keyboard, whatever it means: "KeyA", …
//
//omg:js $0.code
func (e KeyboardEvent) Code() string { return text(page.Must(e.o).Get("code")) }

// Repeat reports whether the key is held and repeats.
//
//omg:js $0.repeat
func (e KeyboardEvent) Repeat() bool { return truth(page.Must(e.o).Get("repeat")) }

// Composing reports whether the key belongs to an input method that is
// composing a character; a handler that acts on Enter should not act then.
//
//omg:js $0.isComposing
func (e KeyboardEvent) Composing() bool { return truth(page.Must(e.o).Get("isComposing")) }

// Alt reports whether the key is held.
//
//omg:js $0.altKey
func (e KeyboardEvent) Alt() bool { return truth(page.Must(e.o).Get("altKey")) }

// Ctrl reports whether the key is held.
//
//omg:js $0.ctrlKey
func (e KeyboardEvent) Ctrl() bool { return truth(page.Must(e.o).Get("ctrlKey")) }

// Meta reports whether the key (⌘, Windows) is held.
//
//omg:js $0.metaKey
func (e KeyboardEvent) Meta() bool { return truth(page.Must(e.o).Get("metaKey")) }

// Shift reports whether the key is held.
//
//omg:js $0.shiftKey
func (e KeyboardEvent) Shift() bool { return truth(page.Must(e.o).Get("shiftKey")) }

// An InputEvent is a change of what a field holds, by the user.
//
//omg:js type
type InputEvent struct{ Event }

// Data is the text that came in, "" where something else happened.
//
//omg:js $0.data??""
func (e InputEvent) Data() string { return text(page.Must(e.o).Get("data")) }

// Kind is what happened: "insertText", "deleteContentBackward",
// "insertFromPaste", …
//
//omg:js $0.inputType??""
func (e InputEvent) Kind() string { return text(page.Must(e.o).Get("inputType")) }

// Composing reports whether an input method is composing a character.
//
//omg:js !!$0.isComposing
func (e InputEvent) Composing() bool { return truth(page.Must(e.o).Get("isComposing")) }

// A FocusEvent is a move of the focus.
//
//omg:js type
type FocusEvent struct{ Event }

// Related is the element that loses the focus to this one, or gets it from this
// one; zero if that is outside the page.
//
//omg:js $0.relatedTarget
func (e FocusEvent) Related() Element { return element(page.Must(e.o).Get("relatedTarget")) }

// A SubmitEvent is the submit of a form, which is its target.
//
//omg:js type
type SubmitEvent struct{ Event }

// Submitter is the button that was pressed, zero if none was.
//
//omg:js $0.submitter
func (e SubmitEvent) Submitter() Element { return element(page.Must(e.o).Get("submitter")) }
