package dom

import "github.com/omg-go/omg/dom/internal/page"

// An Error is what the page threw, or what a promise was rejected with.
//
//omg:browser
type Error struct {
	Value Value // mostly an Error object, but JavaScript throws anything
}

// Error is the text of what was thrown.
//
//omg:browser
func (e Error) Error() string { return "dom: " + e.Value.String() }

// Name is the name of the kind of error ("QuotaExceededError"), "" if what was
// thrown has none.
//
//omg:browser
func (e Error) Name() string {
	if e.Value.Type() != "object" || e.Value.IsNull() || e.Value.Get("name").IsUndefined() {
		return ""
	}
	return e.Value.Get("name").String()
}

// Try runs f, which must not wait, and returns what the page threw meanwhile as
// an [Error]. Panics of Go pass through in go test.
//
//omg:browser
func Try(f func()) error {
	if thrown := attempt(f); !thrown.IsUndefined() {
		return Error{thrown}
	}
	return nil
}

//omg:js (f=>{try{f()}catch(e){return e??null}})($0)
func attempt(f func()) Value { return Value{page.Current().Attempt(f)} }
