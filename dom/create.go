package dom

// Create makes an element that is nowhere yet. A name that cannot be one panics.
//
//omg:js document.createElement($0)
func Create(tag string) Element { return element(global().Call("document.createElement", tag)) }

// CreateSVG makes an element of SVG.
//
//omg:js document.createElementNS("http://www.w3.org/2000/svg",$0)
func CreateSVG(tag string) Element {
	return element(global().Call("document.createElementNS", "http://www.w3.org/2000/svg", tag))
}

// A Part is something that [Build] does to a new element.
//
//omg:browser
type Part func(e Element)

// Build makes an element and does the parts to it, in order:
//
//	dom.Build("p", dom.Prop("style.color", "red"), dom.Words("Click "),
//		dom.Inside(dom.Build("a", dom.Prop("href", "#"), dom.Handle("click", f), dom.Words("here"))))
//
//omg:browser
func Build(tag string, parts ...Part) Element {
	e := Create(tag)
	for _, p := range parts {
		p(e)
	}
	return e
}

// Prop sets a property by a dotted path: see [Element.SetProperty].
//
//omg:browser
func Prop(path string, x any) Part { return func(e Element) { e.SetProperty(path, x) } }

// With sets an attribute.
//
//omg:browser
func With(attr, value string) Part { return func(e Element) { e.SetAttr(attr, value) } }

// Handle adds a handler: see [Target.On].
//
//omg:browser
func Handle(event string, f func(e Event)) Part { return func(e Element) { e.On(event, f) } }

// Words appends text.
//
//omg:browser
func Words(s string) Part { return func(e Element) { e.AppendText(s) } }

// Inside appends elements.
//
//omg:browser
func Inside(children ...Element) Part { return func(e Element) { e.AppendAll(children...) } }

// Styled gives the element a class with a rule: see [Element.AddStyle].
//
//omg:browser
func Styled(rule string) Part { return func(e Element) { e.AddStyle(rule) } }
