package dom

import "github.com/omg-go/omg/dom/internal/page"

// ByID is the element with the id, zero if there is none: ByID(id).Exists()
// checks for it.
//
//omg:js document.getElementById($0)
func ByID(id string) Element { return element(global().Call("document.getElementById", id)) }

// Find is the first element in the document that matches a CSS selector, zero if
// there is none. A selector that is none panics.
//
//omg:js document.querySelector($0)
func Find(selector string) Element {
	return element(global().Call("document.querySelector", selector))
}

// FindAll are the elements in the document that match, in its order.
//
//omg:js Array.from(document.querySelectorAll($0))
func FindAll(selector string) []Element {
	return elements(global().Call("document.querySelectorAll", selector))
}

// Body is the page's body, zero while the head is being read.
//
//omg:js document.body
func Body() Element { return element(global().Get("document.body")) }

// Head is the page's head.
//
//omg:js document.head
func Head() Element { return element(global().Get("document.head")) }

// Root is the html element.
//
//omg:js document.documentElement
func Root() Element { return element(global().Get("document.documentElement")) }

// Find is the first element below e that matches, zero if there is none.
//
//omg:js $0.querySelector($1)
func (e Element) Find(selector string) Element {
	return element(page.Must(e.o).Call("querySelector", selector))
}

// FindAll are the elements below e that match, in order.
//
//omg:js Array.from($0.querySelectorAll($1))
func (e Element) FindAll(selector string) []Element {
	return elements(page.Must(e.o).Call("querySelectorAll", selector))
}

// Closest is the nearest of e and what it is in that matches, zero if none does.
//
//omg:js $0.closest($1)
func (e Element) Closest(selector string) Element {
	return element(page.Must(e.o).Call("closest", selector))
}

// Matches reports whether e matches the selector.
//
//omg:js $0.matches($1)
func (e Element) Matches(selector string) bool {
	return truth(page.Must(e.o).Call("matches", selector))
}

// FindWidget is the root element of the widget that an event belongs to: the
// nearest element at or above the event's target that is a widget's root. With
// selectors it is the nearest such root that matches one of them. It is zero if
// there is none.
//
//omg:browser
func FindWidget(e Event, selectors ...string) Element {
	at := widgetAt(e.Target())
	for at.Exists() && !matchesAny(at, selectors) {
		at = widgetAt(at.Parent())
	}
	return at
}

//omg:browser
func widgetAt(e Element) Element {
	if !e.Exists() {
		return e
	}
	return e.Closest("[w]")
}

//omg:browser
func matchesAny(e Element, selectors []string) bool {
	for _, s := range selectors {
		if e.Matches(s) {
			return true
		}
	}
	return len(selectors) == 0
}
