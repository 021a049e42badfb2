package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Limits of what [Parse] reads.
const (
	MaxFile     = 1 << 20
	maxElements = 50_000
)

// Parse reads an SVG file, such as an icon that a designer drew, and makes it smaller. It keeps
// what draws and drops what acts or loads: scripts, handlers, stylesheets, foreign objects,
// addresses of elsewhere, what editors left. Inline styles become attributes. Ids become
// unique in each place where the drawing stands.
//
// The result has no size, so that it fits where it is put, and no name: see
// [Element.Size] and [Element.Label].
//
//	//go:embed logo.svg
//	var file []byte
//
//	var logo = svg.Must(svg.Parse(file)).Label("Example Ltd.")
//
// Parse returns an error for what is not SVG, longer than [MaxFile] or nested too
// deeply. It is safe on hostile files.
func Parse(file []byte) (*Element, error) {
	e, err := parse(file)
	if err != nil {
		return nil, err
	}
	e.remove("width", "height", "x", "y", "version", "role", "aria-hidden", "aria-label", "focusable")
	link(e)
	e.kids = slices.DeleteFunc(e.kids, func(n Node) bool {
		kid, ok := n.(*Element)
		return ok && (kid.name == "title" || kid.name == "desc")
	})
	return e, nil
}

func parse(file []byte) (*Element, error) {
	e, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("svg: parse: %w", err)
	}
	if err := shrink(e); err != nil {
		return nil, fmt.Errorf("svg: minify: %w", err)
	}
	return e, nil
}

// Must returns e and panics if err is not nil; it is for package variables.
func Must(e *Element, err error) *Element {
	if err != nil {
		panic(err)
	}
	return e
}

func read(file []byte) (*Element, error) {
	if len(file) > MaxFile {
		return nil, errors.New("file too large")
	}
	r := &reader{xml: xml.NewDecoder(bytes.NewReader(file)), inline: make(map[*Element]string)}
	for {
		token, err := r.xml.Token()
		if err == io.EOF {
			return nil, errors.New("no svg element")
		}
		if err != nil {
			return nil, err
		}
		if start, ok := token.(xml.StartElement); ok {
			return r.root(start)
		}
	}
}

type reader struct {
	xml    *xml.Decoder
	count  int
	sheet  strings.Builder     // what style elements hold
	inline map[*Element]string // style attributes
}

func (r *reader) root(start xml.StartElement) (*Element, error) {
	if start.Name.Local != "svg" {
		return nil, errors.New("not an svg element")
	}
	root, err := r.element(start, 0)
	if err != nil {
		return nil, err
	}
	if root.find("viewBox") == nil {
		if err := root.boxFromSize(); err != nil {
			return nil, err
		}
	}
	return root, r.applyStyles(root)
}

func (r *reader) element(start xml.StartElement, depth int) (*Element, error) {
	if r.count++; depth > maxDepth/2 || r.count > maxElements {
		return nil, errors.New("too many elements, or nested too deeply")
	}
	e := element(start.Name.Local)
	if len(start.Attr) > maxAttributes {
		return nil, errors.New("too many attributes")
	}
	for _, a := range start.Attr {
		r.attribute(e, a)
	}
	if e.name == "a" {
		e.name = "g" // a file's drawing is seen, not operated
		e.remove("href", "target", "rel", "download")
	}
	for {
		token, err := r.xml.Token()
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.EndElement:
			return e, nil
		case xml.CharData:
			if holdsText[e.name] {
				e.Add(Chars(token))
			}
		case xml.StartElement:
			if err := r.kid(e, token, depth); err != nil {
				return nil, err
			}
		}
	}
}

// holdsText are the elements in which characters count; elsewhere they are the file's layout.
var holdsText = set("text tspan textPath title desc")

func (r *reader) kid(parent *Element, start xml.StartElement, depth int) error {
	if !foreignSpace(start.Name.Space) && elements[start.Name.Local] {
		kid, err := r.element(start, depth+1)
		if err == nil && kid.refused() {
			return nil
		}
		if err == nil {
			parent.Add(kid)
		}
		return err
	}
	if start.Name.Local == "style" {
		return r.readSheet()
	}
	return r.xml.Skip()
}

func foreignSpace(space string) bool {
	return space != "" && space != "http://www.w3.org/2000/svg"
}

// refused reports whether the element lacks what it is for, because that was refused.
func (e *Element) refused() bool {
	switch e.name {
	case "animate", "animateTransform", "set":
		return e.find("attributeName") == nil
	case "use", "image", "textPath", "mpath", "feImage":
		return e.find("href") == nil
	}
	return false
}

// attribute takes an attribute of a file, if it is harmless.
func (r *reader) attribute(e *Element, a xml.Attr) {
	name, value := a.Name.Local, a.Value
	switch {
	case a.Name.Space == "http://www.w3.org/1999/xlink" && name == "href":
	case a.Name.Space != "" || name == "xmlns" || strings.HasPrefix(name, "data-"):
		return
	case name == "style":
		r.inline[e] = value
		return
	case name == "id":
		e.ID(value)
		return
	}
	if checkAttribute(name, value) == nil && harmless(e.name, name, value) {
		e.set(attribute{name: name, value: value})
	}
}

// boxFromSize makes up for a missing viewBox.
func (e *Element) boxFromSize() error {
	width, okW := e.pixels("width")
	height, okH := e.pixels("height")
	if !okW || !okH {
		return errors.New("neither viewBox nor width and height")
	}
	e.viewBox(Box(0, 0, width, height))
	return nil
}

func (e *Element) pixels(name string) (float64, bool) {
	a := e.find(name)
	if a == nil {
		return 0, false
	}
	var v float64
	n, _ := fmt.Sscanf(strings.TrimSuffix(a.value, "px"), "%g", &v)
	return v, n == 1 && v > 0
}

func (e *Element) remove(names ...string) {
	kept := e.attrs[:0]
	for _, a := range e.attrs {
		found := false
		for _, name := range names {
			found = found || a.name == name
		}
		if !found {
			kept = append(kept, a)
		}
	}
	e.attrs = kept
}
