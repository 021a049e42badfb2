package dom

// URL is the address of the page.
//
//omg:js location.href
func URL() string { return text(global().Get("location.href")) }

// Path is the path in the page's address, percent-encoded.
//
//omg:js location.pathname
func Path() string { return text(global().Get("location.pathname")) }

// Query is the query in the page's address with its question mark, or "".
//
//omg:js location.search
func Query() string { return text(global().Get("location.search")) }

// Hash is the fragment in the page's address with its #, or "".
//
//omg:js location.hash
func Hash() string { return text(global().Get("location.hash")) }

// SetHash changes the fragment, which makes an entry in the history and, later,
// a hashchange event.
//
//omg:js location.hash=$0
func SetHash(hash string) { global().Set("location.hash", hash) }

// Go leaves for another address.
//
//omg:js location.assign($0)
func Go(url string) { global().Call("location.assign", url) }

// Reload loads the page anew.
//
//omg:js location.reload()
func Reload() { global().Call("location.reload") }

// Title is the document's title.
//
//omg:js document.title
func Title() string { return text(global().Get("document.title")) }

// SetTitle sets it.
//
//omg:js document.title=$0
func SetTitle(s string) { global().Set("document.title", s) }

// RegisterHash runs f whenever the page's fragment becomes hash (with or without
// its #), and at once if it is that already. Every registration counts, also
// several for one hash, until its stop is called.
//
//omg:browser
func RegisterHash(hash string, f func()) (stop func()) {
	if len(hash) > 0 && hash[0] != '#' {
		hash = "#" + hash
	}
	on := Hash() == hash
	stop = Window().On("hashchange", func(Event) {
		// The event of the change that made it match may still be under way when
		// f has been called for that already.
		was := on
		on = Hash() == hash
		if on && !was {
			f()
		}
	})
	if on {
		f()
	}
	return stop
}
