package svg

import "fmt"

// An Element is one SVG element with all that is inside of it. It is a templ
// component. Functions such as [New], [Circle] and [El] make one; its methods change it
// and return it, for chains.
//
//omg:browser
type Element struct {
	name  string
	attrs []attribute
	kids  []Node
	title string
	desc  string
	scope string
	err   error // the first mistake, reported by Render
}

// A Node is what can stand inside an element: an [*Element], an [*Animation], [Chars]
// or what [HTML] returns.
//
//omg:browser
type Node interface{ node() }

// Chars is text. It is escaped when it is drawn.
//
//omg:browser
type Chars string

func (*Element) node() {}
func (Chars) node()    {}

// El returns any other SVG element, such as a filter. A name that SVG does not have, or
// in another case than SVG spells it, is an error of Render, and so are script, style
// and foreignObject (see [HTML]).
//
//omg:browser
func El(name string, kids ...Node) *Element {
	e := &Element{name: name, kids: kids}
	if err := checkElement(name); err != nil {
		e.fail(err)
	}
	return e
}

// element makes one whose name is known.
//
//omg:browser
func element(name string, kids ...Node) *Element { return &Element{name: name, kids: kids} }

// Add puts nodes inside, after those that are there.
func (e *Element) Add(kids ...Node) *Element {
	e.kids = append(e.kids, kids...)
	return e
}

// Attr sets any attribute. The value is escaped when it is drawn.
//
// A name that is refused (on…, style, srcdoc, xlink:href) or spelt in the wrong case is
// an error of Render. A value that could act or load from elsewhere is left out: see
// the section on security in the package's documentation.
func (e *Element) Attr(name, value string) *Element {
	if err := checkAttribute(name, value); err != nil {
		return e.fail(err)
	}
	if harmless(e.name, name, value) {
		e.set(attribute{name: name, value: value})
	}
	return e
}

// Class adds to the element's classes.
func (e *Element) Class(name string) *Element {
	if a := e.find("class"); a != nil {
		a.value += " " + name
		return e
	}
	return e.text("class", name)
}

// ID names the element within its drawing, for references in what [Element.Attr] sets. In
// the page the id is another one, unique there; see [Element.FixedID].
func (e *Element) ID(name string) *Element {
	return e.set(attribute{name: "id", value: name, kind: localID})
}

// FixedID sets the id as it is in the page, where it must be unique.
func (e *Element) FixedID(id string) *Element { return e.text("id", id) }

// Scope gives the ids of the drawing a prefix that lasts, so that a redraw does not change
// them. It must be unique in the page; [Scope] makes such names.
func (e *Element) Scope(name string) *Element {
	e.scope = name
	return e
}

func (e *Element) fail(err error) *Element {
	if e.err == nil {
		e.err = fmt.Errorf("svg: <%s>: %w", clip(e.name), err)
	}
	return e
}

// set replaces the attribute of that name, or adds it.
func (e *Element) set(a attribute) *Element {
	if old := e.find(a.name); old != nil {
		*old = a
	} else {
		e.attrs = append(e.attrs, a)
	}
	return e
}

func (e *Element) find(name string) *attribute {
	for i := range e.attrs {
		if e.attrs[i].name == name {
			return &e.attrs[i]
		}
	}
	return nil
}

// text sets an attribute whose name is ours and whose value cannot harm.
func (e *Element) text(name, value string) *Element {
	return e.set(attribute{name: name, value: value})
}

func (e *Element) number(name string, v float64) *Element {
	s, err := number(v)
	if err != nil {
		return e.fail(fmt.Errorf("%s: %w", name, err))
	}
	return e.text(name, s)
}

func (e *Element) numbers(names []string, values ...float64) *Element {
	for i, name := range names {
		e.number(name, values[i])
	}
	return e
}

// refer sets an attribute to a reference.
func (e *Element) refer(name string, to *Element, kind attributeKind) *Element {
	return e.set(attribute{name: name, kind: kind, ref: to})
}

//omg:browser
func clip(s string) string {
	const enough = 40
	if len(s) > enough {
		return s[:enough] + "…"
	}
	return s
}
