package domtest

import (
	"unicode/utf8"

	"github.com/omg-go/omg/dom"
)

// Fields are what an event carries, by the names of the web ("clientX", "key").
// The values are those that [dom.Of] knows.
type Fields map[string]any

// Fire dispatches the event that the browser would make at a target (an element,
// a node, the window): of the right kind, with its usual bubbling, trusted. It
// reports whether no handler prevented it, after the page did what follows.
func (p *Page) Fire(target interface{ Dispatch(dom.Event) bool }, name string, fields Fields) bool {
	plain := map[string]any{}
	for k, v := range fields {
		switch v.(type) {
		case bool, string, int, float64:
			plain[k] = v
		default:
			plain[k] = p.object(v)
		}
	}
	o := p.object(target)
	ok := o.Dispatch(p.m.NewEvent(name, plain))
	p.Wait()
	return ok
}

// Click clicks as a user does: the pointer goes down and up, the element gets the
// focus, then comes the click. A disabled control gets nothing.
func (p *Page) Click(e dom.Element) {
	if e.Disabled() {
		return
	}
	p.Fire(e, "pointerdown", Fields{"buttons": 1})
	if p.Fire(e, "mousedown", Fields{"buttons": 1}) {
		e.Focus()
	}
	p.Fire(e, "pointerup", nil)
	p.Fire(e, "mouseup", nil)
	p.Fire(e, "click", Fields{"detail": 1})
}

// Press presses and releases a key ("Enter", "Escape", "a") at e, and does what
// the browser does on it: a character goes into a field, Enter submits a form and
// clicks a button or link, space clicks a button or box.
func (p *Page) Press(e dom.Element, key string) {
	p.PressWith(e, key, nil)
}

// PressWith is Press with fields, for "ctrlKey" and its like.
func (p *Page) PressWith(e dom.Element, key string, fields Fields) {
	all := Fields{"key": key}
	for k, v := range fields {
		all[k] = v
	}
	if p.Fire(e, "keydown", all) {
		p.act(e, key)
	}
	p.Fire(e, "keyup", all)
}

// act does what a key does.
func (p *Page) act(e dom.Element, key string) {
	field := editable(e)
	switch {
	case key == "Enter" && e.Tag() == "input" && e.Form().Exists():
		submit(e.Form())
	case key == "Enter" && (e.Tag() == "button" || e.Tag() == "a"), key == " " && !field && clickable(e):
		e.Click()
	case key == "Backspace" && field:
		p.edit(e, "deleteContentBackward", nil, func() { p.m.Erase(p.object(e)) })
	case field && utf8.RuneCountInString(key) == 1:
		p.edit(e, "insertText", key, func() { p.m.Type(p.object(e), key) })
	}
	p.Wait()
}

// submit does what Enter in a field does: it clicks the form's default button, or
// submits without one.
func submit(form dom.Element) {
	for _, c := range form.Controls() {
		if t := c.Property("type").String(); t == "submit" || t == "image" {
			c.Click()
			return
		}
	}
	form.RequestSubmit()
}

func (p *Page) edit(e dom.Element, kind string, data any, change func()) {
	fields := Fields{"inputType": kind}
	if data != nil {
		fields["data"] = data
	}
	if p.Fire(e, "beforeinput", fields) {
		change()
		p.Fire(e, "input", fields)
	}
}

func clickable(e dom.Element) bool {
	return e.Tag() == "button" || e.Tag() == "summary" || e.Tag() == "input"
}

func editable(e dom.Element) bool {
	if e.Disabled() || e.HasAttr("readonly") {
		return false
	}
	switch e.Property("type").String() {
	case "checkbox", "radio", "button", "submit", "reset", "range", "color", "file":
		return false
	}
	return e.Tag() == "input" || e.Tag() == "textarea"
}

// Type focuses a field and types text into it, a key a character, at the caret.
func (p *Page) Type(e dom.Element, text string) {
	e.Focus()
	for _, r := range text {
		p.Press(e, string(r))
	}
}

// Fill focuses a field, makes value what it holds and leaves it: input and change
// are fired. It chooses an option of a select by its value.
func (p *Page) Fill(e dom.Element, value string) {
	e.Focus()
	p.m.Fill(p.object(e), value)
	p.Fire(e, "input", Fields{"inputType": "insertReplacementText"})
	p.Fire(e, "change", nil)
	e.Blur()
	p.Wait()
}

// DragAndDrop drags one element to another: dragstart, dragenter, dragover, drop
// if dragover was prevented, dragend. One DataTransfer goes through all.
func (p *Page) DragAndDrop(from, to dom.Element) {
	start := p.m.NewEvent("dragstart", nil)
	if !p.object(from).Dispatch(start) {
		return
	}
	carry := map[string]any{"dataTransfer": start.Get("dataTransfer")}
	fire := func(e dom.Element, name string) bool { return p.object(e).Dispatch(p.m.NewEvent(name, carry)) }
	fire(to, "dragenter")
	if !fire(to, "dragover") {
		fire(to, "drop")
	}
	fire(from, "dragend")
	p.Wait()
}
