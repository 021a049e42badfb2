package dom

import "github.com/omg-go/omg/dom/internal/page"

// Class reports whether e has the class.
//
//omg:js $0.classList.contains($1)
func (e Element) Class(name string) bool {
	return truth(page.Must(e.o).Call("classList.contains", name))
}

// Classes is the class attribute.
//
//omg:js $0.getAttribute("class")??""
func (e Element) Classes() string { return text(page.Must(e.o).Call("getAttribute", "class")) }

// AddClass gives e a class. A name that is empty or has spaces panics.
//
//omg:js $0.classList.add($1)
func (e Element) AddClass(name string) { page.Must(e.o).Call("classList.add", name) }

// RemoveClass takes a class from e. One that it has not is no error.
//
//omg:js $0.classList.remove($1)
func (e Element) RemoveClass(name string) { page.Must(e.o).Call("classList.remove", name) }

// ToggleClass gives e a class (on) or takes it.
//
//omg:js $0.classList.toggle($1,$2)
func (e Element) ToggleClass(name string, on bool) { page.Must(e.o).Call("classList.toggle", name, on) }
