package dom

import "github.com/omg-go/omg/dom/internal/page"

// An Element is an element of the page. Its zero value is null, which stands for
// "there is none": ask [Node.Exists]. Any other use of it panics.
//
// An Element is a reference: copies mean the same element, and == says whether
// two do. It keeps the element alive, also after it left the document.
//
//omg:js type
type Element struct{ Node }

// Tag is the element's name in lower case ("div").
//
//omg:js $0.localName
func (e Element) Tag() string { return text(page.Must(e.o).Get("localName")) }

// ID is the id attribute, "" if there is none.
//
//omg:js $0.id
func (e Element) ID() string { return text(page.Must(e.o).Get("id")) }

// SetID sets the id attribute.
//
//omg:js $0.id=$1
func (e Element) SetID(id string) { page.Must(e.o).Set("id", id) }

// EnsureID is the element's id. An element without one gets a random id of
// eight letters first.
//
//omg:browser
func (e Element) EnsureID() string {
	for e.ID() == "" || ByID(e.ID()).Exists() && ByID(e.ID()) != e {
		e.SetID(randomLetters())
	}
	return e.ID()
}

//omg:browser
func randomLetters() string {
	letters := ""
	for range 8 {
		letters += string(rune('a' + int(random()*26)))
	}
	return letters
}

// Elements are the child elements.
//
//omg:js Array.from($0.children)
func (e Element) Elements() []Element { return elements(page.Must(e.o).Get("children")) }

// First is the first child element, zero if there is none.
//
//omg:js $0.firstElementChild
func (e Element) First() Element { return element(page.Must(e.o).Get("firstElementChild")) }

// Last is the last child element, zero if there is none.
//
//omg:js $0.lastElementChild
func (e Element) Last() Element { return element(page.Must(e.o).Get("lastElementChild")) }

// Next is the element after e in its parent, zero if there is none.
//
//omg:js $0.nextElementSibling
func (e Element) Next() Element { return element(page.Must(e.o).Get("nextElementSibling")) }

// Previous is the element before e in its parent, zero if there is none.
//
//omg:js $0.previousElementSibling
func (e Element) Previous() Element { return element(page.Must(e.o).Get("previousElementSibling")) }

// HTML is the element with its content as HTML, as it is now.
//
//omg:js $0.outerHTML
func (e Element) HTML() string { return text(page.Must(e.o).Get("outerHTML")) }

// Click does what a user's click does, handlers and all. A disabled control
// ignores it.
//
//omg:js $0.click()
func (e Element) Click() { page.Must(e.o).Call("click") }
