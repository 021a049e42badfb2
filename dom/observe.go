package dom

import "github.com/omg-go/omg/dom/internal/page"

// WhenVisible runs f once as soon as e has a size: now, if it has one already,
// else when it has been put into the document, and is not hidden any more. Stop
// ends the waiting.
//
//omg:browser
func WhenVisible(e Element, f func()) (stop func()) {
	if sized(e) {
		f()
		return func() {}
	}
	done := false
	var o observer
	o = resizeObserver(func() {
		if !done && sized(e) {
			done = true
			o.disconnect()
			f()
		}
	})
	o.observe(e)
	return func() {
		done = true
		o.disconnect()
	}
}

//omg:browser
func sized(e Element) bool { return e.Width() > 0 || e.Height() > 0 }

// OnResize runs f with the size inside e, at once and whenever it changes, until
// stop is called. All changes of one frame come as one.
//
//omg:browser
func OnResize(e Element, f func(width, height int)) (stop func()) {
	o := resizeObserver(func() { f(e.Width(), e.Height()) })
	o.observe(e)
	return o.disconnect
}

// OnView runs f with whether the window shows any of e, at once and whenever that
// changes, until stop is called.
//
//omg:browser
func OnView(e Element, f func(in bool)) (stop func()) {
	o := viewObserver(f)
	o.observe(e)
	return o.disconnect
}

// OnRemove runs f once when e has left the document, by itself or with an element
// that it is in, and is not back when the running handler ends. If e is not in the
// document yet, that waits until it has been. Stop ends the waiting.
//
//omg:browser
func OnRemove(e Element, f func()) (stop func()) {
	was := e.Connected()
	var o observer
	o = mutationObserver(func() {
		if e.Connected() {
			was = true
		} else if was {
			was = false
			o.disconnect()
			f()
		}
	})
	o.observeTree(Document())
	return o.disconnect
}

// OnChange runs f after the elements in e, or one of the named attributes of e or
// of what is in it, have changed, by whomever, until stop is called. All changes
// that one handler or patch makes come as one, before the page is drawn; so do
// those that f itself makes, once more.
//
//omg:browser
func OnChange(e Element, attributes []string, f func()) (stop func()) {
	o := mutationObserver(f)
	o.observeChanges(e, attributes)
	return o.disconnect
}

// An observer is one of the page's four kinds.
//
//omg:js type
type observer struct{ o page.Object }

//omg:js new ResizeObserver($0)
func resizeObserver(f func()) observer { return observer{construct("ResizeObserver", function(f))} }

//omg:js new MutationObserver($0)
func mutationObserver(f func()) observer {
	return observer{construct("MutationObserver", function(f))}
}

//omg:js (f=>new IntersectionObserver(l=>f(l[l.length-1].isIntersecting)))($0)
func viewObserver(f func(in bool)) observer {
	return observer{construct("IntersectionObserver", page.Current().NewFunction(func(_ any, args []any) any {
		list := object(args[0])
		last := int(number(list.Get("length"))) - 1
		f(truth(object(list.Get(itoa(last))).Get("isIntersecting")))
		return nil
	}))}
}

//omg:js $0.observe($1)
func (o observer) observe(e Element) { page.Must(o.o).Call("observe", e.o) }

//omg:js $0.observe($1,{childList:true,subtree:true})
func (o observer) observeTree(n Node) {
	page.Must(o.o).Call("observe", n.o, fields("childList", true, "subtree", true))
}

//omg:js $0.observe($1,{childList:true,subtree:true,attributeFilter:$2})
func (o observer) observeChanges(e Element, attributes []string) {
	names := make([]any, len(attributes))
	for i, name := range attributes {
		names[i] = name
	}
	page.Must(o.o).Call("observe", e.o, fields("childList", true, "subtree", true, "attributeFilter", page.Current().NewArray(names)))
}

//omg:js $0.disconnect()
func (o observer) disconnect() { page.Must(o.o).Call("disconnect") }
