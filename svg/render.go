package svg

import (
	"bytes"
	"context"
	"io"
	"sync"

	"github.com/a-h/templ"
)

// Render draws the element. It implements [templ.Component].
//
// An element that stands between the braces of another one is a part of the same drawing:
// they may refer to each other as long as what is referred to is drawn later, or has an
// [Element.ID].
//
// It writes nothing when it returns an error, which is a mistake in the drawing, or that of
// what is inside or of w.
func (e *Element) Render(ctx context.Context, w io.Writer) error {
	d, inside := ctx.Value(drawingKey{}).(*drawing)
	if !inside {
		d = newDrawing(e, newScope)
		ctx = context.WithValue(ctx, drawingKey{}, d)
	}
	children := templ.GetChildren(ctx)
	ctx = templ.ClearChildren(ctx)
	if err := d.survey(e, 0); err != nil {
		return err
	}
	b := buffers.Get().(*bytes.Buffer)
	defer release(b)
	p := printer{ctx: ctx, drawing: d, out: b}
	if err := p.element(e, children, !inside); err != nil {
		return err
	}
	if !inside {
		if err := d.complete(); err != nil {
			return err
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func release(b *bytes.Buffer) {
	const keep = 64 << 10
	if b.Cap() <= keep {
		b.Reset()
		buffers.Put(b)
	}
}

// printer writes one tree.
type printer struct {
	ctx     context.Context
	drawing *drawing
	out     *bytes.Buffer
}

func (p *printer) element(e *Element, children templ.Component, root bool) error {
	p.out.WriteByte('<')
	p.out.WriteString(e.name)
	if err := p.attributes(e, root && e.name == "svg"); err != nil {
		return err
	}
	p.out.WriteByte('>')
	p.about("title", e.title)
	p.about("desc", e.desc)
	for _, kid := range e.kids {
		if err := p.node(kid); err != nil {
			return err
		}
	}
	if err := children.Render(p.ctx, p.out); err != nil {
		return err
	}
	p.out.WriteString("</")
	p.out.WriteString(e.name)
	p.out.WriteByte('>')
	return nil
}

func (p *printer) node(n Node) error {
	switch n := n.(type) {
	case *Element:
		return p.element(n, templ.NopComponent, false)
	case *Animation:
		return p.element(n.Element, templ.NopComponent, false)
	case Chars:
		p.out.WriteString(templ.EscapeString(string(n)))
	case foreign:
		return n.Render(p.ctx, p.out)
	}
	return nil
}

func (p *printer) attributes(e *Element, root bool) error {
	if id, err := p.drawing.enter(e); err != nil {
		return err
	} else if id != "" {
		p.attribute("id", id)
	}
	for i := range e.attrs {
		if a := &e.attrs[i]; a.kind == flag {
			p.out.WriteByte(' ')
			p.out.WriteString(a.name)
		} else if a.kind != localID {
			p.attribute(a.name, p.drawing.value(a))
		}
	}
	if root {
		e.defaults(p.attribute)
	}
	return nil
}

func (p *printer) attribute(name, value string) {
	p.out.WriteByte(' ')
	p.out.WriteString(name)
	p.out.WriteString(`="`)
	p.out.WriteString(templ.EscapeString(value))
	p.out.WriteByte('"')
}

func (p *printer) about(element, text string) {
	if text == "" {
		return
	}
	p.out.WriteString("<" + element + ">")
	p.out.WriteString(templ.EscapeString(text))
	p.out.WriteString("</" + element + ">")
}
