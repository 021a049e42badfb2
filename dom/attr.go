package dom

import "github.com/omg-go/omg/dom/internal/page"

// Attr is the value of an attribute, "" if it is not there.
//
//omg:js $0.getAttribute($1)??""
func (e Element) Attr(name string) string { return text(page.Must(e.o).Call("getAttribute", name)) }

// HasAttr reports whether the attribute is there.
//
//omg:js $0.hasAttribute($1)
func (e Element) HasAttr(name string) bool { return truth(page.Must(e.o).Call("hasAttribute", name)) }

// SetAttr sets an attribute.
//
//omg:js $0.setAttribute($1,$2)
func (e Element) SetAttr(name, value string) { page.Must(e.o).Call("setAttribute", name, value) }

// RemoveAttr removes an attribute. One that is not there is no error.
//
//omg:js $0.removeAttribute($1)
func (e Element) RemoveAttr(name string) { page.Must(e.o).Call("removeAttribute", name) }

// ToggleAttr puts an attribute without a value there (on) or removes it.
//
//omg:js $0.toggleAttribute($1,$2)
func (e Element) ToggleAttr(name string, on bool) { page.Must(e.o).Call("toggleAttribute", name, on) }

// Attrs are the names of the attributes, in order.
//
//omg:js $0.getAttributeNames()
func (e Element) Attrs() []string { return texts(page.Must(e.o).Call("getAttributeNames")) }

// Data is the value of the attribute data-NAME, "" if it is not there.
//
//omg:js $0.getAttribute("data-"+$1)??""
func (e Element) Data(name string) string {
	return text(page.Must(e.o).Call("getAttribute", "data-"+name))
}

// SetData sets the attribute data-NAME.
//
//omg:js $0.setAttribute("data-"+$1,$2)
func (e Element) SetData(name, value string) {
	page.Must(e.o).Call("setAttribute", "data-"+name, value)
}

// Hidden reports whether the hidden attribute is there.
//
//omg:js !!$0.hidden
func (e Element) Hidden() bool { return truth(page.Must(e.o).Get("hidden")) }

// SetHidden hides or shows e by the hidden attribute.
//
//omg:js $0.hidden=$1
func (e Element) SetHidden(on bool) { page.Must(e.o).Set("hidden", on) }
