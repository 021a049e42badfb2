package dom

// Back goes back in the history. Where it leads is known when popstate comes.
//
//omg:js history.back()
func Back() { global().Call("history.back") }

// Forward goes forward in the history.
//
//omg:js history.forward()
func Forward() { global().Call("history.forward") }

// Push makes a new entry in the history with an address of the same origin and a
// state that comes back with popstate ([Value.Get] "state" of its event). Nothing
// is loaded. It panics for other origins.
//
//omg:js history.pushState($0,"",$1)
func Push(state Value, url string) { global().Call("history.pushState", state.v, "", url) }

// Replace does that to the current entry.
//
//omg:js history.replaceState($0,"",$1)
func Replace(state Value, url string) { global().Call("history.replaceState", state.v, "", url) }

// HistoryState is the state of the current entry.
//
//omg:js history.state
func HistoryState() Value { return Value{global().Get("history.state")} }

// DisableBack makes the back button stay on this page until enable is called; f,
// unless nil, runs when the user tried.
//
// It makes an entry of its own in the history, before which the button cannot get;
// enable takes that back. A browser may ignore entries that were made before the
// user did anything in the page.
//
//omg:browser
func DisableBack(f func()) (enable func()) {
	state := HistoryState()
	mark := NewObject()
	mark.Set("omgBack", true)
	Replace(mark, URL())
	Push(state, URL())
	stop := Window().On("popstate", func(Event) {
		if marked(HistoryState()) {
			Forward()
			if f != nil {
				f()
			}
		}
	})
	on := true
	return func() {
		if on {
			on = false
			stop()
			Window().OnWith("popstate", Options{Once: true}, func(Event) { Replace(state, URL()) })
			Back()
		}
	}
}

// marked reports whether a state is the one that DisableBack puts before its own
// entry. Any other popstate is no try: going forward again, or to another hash.
//
//omg:browser
func marked(state Value) bool {
	return state.Type() == "object" && !state.IsNull() && state.Get("omgBack").Bool()
}

// PreventClose makes the browser ask the user before the page closes, until allow
// is called. Several may ask; browsers ask only after the user did something in
// the page.
//
//omg:browser
func PreventClose() (allow func()) {
	return Window().On("beforeunload", func(e Event) {
		e.PreventDefault()
	})
}
