package svg

import "github.com/omg-go/omg/dom"

// Build makes a drawing, or one of its elements, in the page. It is nowhere yet: put it
// where it shall stand.
//
//	place.Append(svg.Build(svg.New(svg.Box(0, 0, 100, 100),
//		svg.Circle(50, 50, 50).Fill(svg.Color("red")))))
//
// It is the same element as [Element.Render] draws, by the same rules; what is an error of
// that is a panic here. [HTML] and [Element.Attrs] are for the server: in the page, append
// elements to what Build returns, and add handlers with On.
//
//omg:browser
func Build(e *Element) dom.Element {
	b := builder{newDrawing(e, randomScope)}
	b.must(b.drawing.survey(e, 0))
	made := b.element(e)
	if e.name == "svg" {
		e.defaults(made.SetAttr)
		if dom.Media(reduced) {
			pause(made)
		}
	}
	b.must(b.drawing.complete())
	return made
}

// randomScope is a prefix that no other drawing of the page has.
//
//omg:browser
func randomScope() string { return dom.CreateSVG("g").EnsureID() }

//omg:browser
type builder struct{ drawing *drawing }

func (b builder) must(err error) {
	if err != nil {
		panic(err.Error())
	}
}

func (b builder) element(e *Element) dom.Element {
	made := dom.CreateSVG(e.name)
	id, err := b.drawing.enter(e)
	b.must(err)
	if id != "" {
		made.SetAttr("id", id)
	}
	for i := range e.attrs {
		if a := &e.attrs[i]; a.kind != localID && a.kind != flag {
			made.SetAttr(a.name, b.drawing.value(a))
		}
	}
	b.about(made, "title", e.title)
	b.about(made, "desc", e.desc)
	for _, kid := range e.kids {
		b.node(made, kid)
	}
	return made
}

func (b builder) node(in dom.Element, n Node) {
	switch n := n.(type) {
	case *Element:
		in.Append(b.element(n))
	case *Animation:
		in.Append(b.element(n.Element))
	case Chars:
		in.AppendText(string(n))
	}
}

func (b builder) about(in dom.Element, name, text string) {
	if text != "" {
		e := dom.CreateSVG(name)
		e.SetText(text)
		in.Append(e)
	}
}
