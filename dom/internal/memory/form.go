package memory

import "golang.org/x/net/html"

func init() {
	elementClass.add(getters{
		"form":     func(o *Object) any { return o.page.value(o.page.form(o.tree())) },
		"elements": func(o *Object) any { return o.page.values(o.page.fields(o.tree())) },
		"control":  func(o *Object) any { return o.page.value(o.page.labelled(o.tree())) },
	}, nil, methods{
		"requestSubmit": free(func(o *Object, args []any) any {
			button, _ := arg(args, 0).(*Object)
			o.page.requestSubmit(o, button)
			return nil
		}),
		"submit": locked(func(o *Object, _ []any) any { o.page.submitted(o); return nil }),
		"reset":  free(func(o *Object, _ []any) any { o.page.reset(o); return nil }),
	})
}

// form is the form that owns a control.
func (p *Page) form(n *html.Node) *html.Node {
	if id, ok := attribute(n, "form"); ok {
		for d := range p.tree.Descendants() {
			if d.Data == "form" && attributeOr(d, "id", "") == id {
				return d
			}
		}
		return nil
	}
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Data == "form" {
			return n
		}
	}
	return nil
}

// fields are the controls of a form, in order.
func (p *Page) fields(form *html.Node) (all []*html.Node) {
	root := form
	for root.Parent != nil {
		root = root.Parent
	}
	for d := range descendants(root) {
		if d.Type == html.ElementNode && controls[d.Data] && p.form(d) == form {
			all = append(all, d)
		}
	}
	return all
}

// requestSubmit checks a form and fires submit, as a press of its button does.
func (p *Page) requestSubmit(form, button *Object) {
	if !Truth(form.Get("noValidate")) && form.invoke("reportValidity", nil) != true {
		return
	}
	if form.fire("submit", map[string]any{"submitter": button}) {
		form.invoke("submit", nil)
	}
}

// submitted notes that a form left the page, which nothing here can follow.
func (p *Page) submitted(form *Object) {
	p.console = append(p.console, "submitted: "+attributeOr(form.tree(), "action", ""))
}

// reset takes the controls of a form back to what the HTML says.
func (p *Page) reset(form *Object) {
	if !form.fire("reset", nil) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, n := range p.fields(form.tree()) {
		delete(p.controls, n)
		for _, o := range options(n) {
			delete(p.controls, o)
		}
	}
}
