package memory_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/omg-go/omg/internal/leak"

	"github.com/omg-go/omg/dom/internal/memory"
)

func TestMain(m *testing.M) { leak.Main(m) }

// newPage makes the current page.
func newPage(t *testing.T, html string) (*memory.Page, *memory.Object) {
	p := memory.New(html)
	t.Cleanup(p.Enter())
	t.Cleanup(p.Close)
	return p, p.Window()
}

// at is the first element that matches.
func at(t *testing.T, w *memory.Object, selector string) *memory.Object {
	t.Helper()
	o, ok := w.Call("document.querySelector", selector).(*memory.Object)
	if !ok {
		t.Fatal("nothing matches ", selector)
	}
	return o
}

func TestWhatThePlatformAnswers(t *testing.T) {
	_, w := newPage(t, `<p>a<!--c--><b>x</b></p><select><option>1<option>2</select><input maxlength=3><textarea rows=4></textarea>
		<div style="background: url('a;b.png'); content: ';'"></div><button></button><a href="#x"></a><input type=date><input type=bad>`)
	for expression, want := range map[string]any{
		"p|nodeType": 1.0, "p|nodeName": "P", "p|tagName": "P", "p|childElementCount": 1.0,
		"p|firstChild.nodeType": 3.0, "p|firstChild.nodeName": "#text", "p|firstChild.data": "a",
		"p|childNodes.1.nodeType": 8.0, "p|childNodes.1.nodeName": "#comment", "p|ownerDocument.nodeType": 9.0, "p|ownerDocument.nodeName": "#document",
		"p|lastChild.previousSibling.nodeType": 8.0, "p|firstChild.nextSibling.nodeType": 8.0, "p|parentNode.nodeName": "BODY",
		"option|selected": true, "option + option|selected": false, "select|type": "select-one", "select|options.length": 2.0,
		"input|maxLength": 3.0, "input|minLength": -1.0, "textarea|rows": 4.0, "textarea|cols": 20.0, "textarea|type": "textarea",
		"div|style.content": "';'", "div|style.background": "url('a;b.png')", "div|style.length": 2.0,
		"button|type": "submit", "button|tabIndex": 0.0, "a|tabIndex": 0.0, "p|tabIndex": -1.0,
		"[type=date]|type": "date", "[type=bad]|type": "text", "p|classList.length": 0.0, "p|draggable": false,
		"p|dataset.none": nil, "p|nothing": nil, "input|validity.tooShort": false, "input|willValidate": true, "p|willValidate": false,
	} {
		selector, path, _ := strings.Cut(expression, "|")
		if got := at(t, w, selector).Get(path); got != want {
			t.Errorf("%s: got %v, want %v", expression, got, want)
		}
	}
}

func TestWhatThePlatformChanges(t *testing.T) {
	for _, test := range []struct {
		name, html string
		do         func(o *memory.Object)
		want       string
	}{
		{"removeChild", `<p><b></b></p>`, func(o *memory.Object) { o.Call("removeChild", o.Get("firstChild")) }, `<p></p>`},
		{"prepend", `<p>c</p>`, func(o *memory.Object) { o.Call("prepend", "a", "b") }, `<p>abc</p>`},
		{"replaceChildren", `<p>c</p>`, func(o *memory.Object) { o.Call("replaceChildren", "a") }, `<p>a</p>`},
		{"data", `<p>c</p>`, func(o *memory.Object) { o.Set("firstChild.data", "d") }, `<p>d</p>`},
		{"text of a text", `<p>c</p>`, func(o *memory.Object) { o.Set("firstChild.textContent", "d") }, `<p>d</p>`},
		{"dataset", `<p></p>`, func(o *memory.Object) { o.Set("dataset.fooBar", 1) }, `<p data-foo-bar="1"></p>`},
		{"cssText", `<p></p>`, func(o *memory.Object) { o.Set("style.cssText", "COLOR:red;;x") }, `<p style="color: red;"></p>`},
		{"priority", `<p></p>`, func(o *memory.Object) { o.Call("style.setProperty", "color", "red", "important") }, `<p style="color: red !important;"></p>`},
		{"removeProperty", `<p style="color:red"></p>`, func(o *memory.Object) { o.Call("style.removeProperty", "color") }, `<p style=""></p>`},
		{"colSpan", `<p></p>`, func(o *memory.Object) { o.Set("colSpan", 2) }, `<p colspan="2"></p>`},
		{"toggle", `<p></p>`, func(o *memory.Object) { o.Call("toggleAttribute", "x"); o.Call("classList.toggle", "y") }, `<p x="" class="y"></p>`},
		{"value of a button", `<button></button>`, func(o *memory.Object) { o.Set("value", "v") }, `<button value="v"></button>`},
		{"value of a box", `<input type="checkbox">`, func(o *memory.Object) { o.Set("value", "v") }, `<input type="checkbox" value="v">`},
		{"replace by nodes", `<p></p>`, func(o *memory.Object) { o.Call("replaceWith", "a", "b") }, `ab`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, w := newPage(t, test.html)
			test.do(w.Get("document.body.firstChild").(*memory.Object))
			if got := w.Get("document.body.innerHTML"); got != test.want {
				t.Errorf("got %v, want %s", got, test.want)
			}
		})
	}
}

func TestListeners(t *testing.T) {
	_, w := newPage(t, `<p></p>`)
	p, log := at(t, w, "p"), ""
	listener := func(s string) *memory.Object {
		return w.Get("Object").(*memory.Object).New().(*memory.Object).Fn(func() { log += s })
	}
	a, b := listener("a"), listener("b")
	p.Call("addEventListener", "x", a)
	p.Call("addEventListener", "x", a) // the same again counts once
	p.Call("addEventListener", "x", b, true)
	p.Call("removeEventListener", "x", b) // not the one that captures
	fire := func() { p.Call("dispatchEvent", w.Get("Event").(*memory.Object).New("x")) }
	fire()
	p.Call("removeEventListener", "x", b, true)
	p.Call("removeEventListener", "x", a)
	fire()
	if log != "ba" {
		t.Error(log)
	}
}

func TestSelectsAndForms(t *testing.T) {
	p, w := newPage(t, `<form id=f><select multiple><option>a<option>b<option>c</select><input type=radio required><fieldset disabled><input id=in></fieldset></form>
		<input form=f id=out>`)
	options := w.Call("document.querySelectorAll", "option").(*memory.Object)
	options.Set("0.selected", true)
	options.Set("2.selected", true)
	if got := memory.Text(at(t, w, "select").Get("selectedOptions.length")); got != "2" {
		t.Error("selected: ", got)
	}
	if got := at(t, w, "#f").Get("elements.length"); got != 5.0 {
		t.Error("elements: ", got)
	}
	at(t, w, "#in").Call("focus")
	if w.Get("document.activeElement") != w.Get("document.body") {
		t.Error("a control in a disabled fieldset has the focus")
	}
	if at(t, w, "#f").Call("checkValidity") != false {
		t.Error("the radio button is missing")
	}
	at(t, w, "[type=radio]").Set("checked", true)
	at(t, w, "#f").Call("requestSubmit")
	if got := p.Console(); len(got) != 1 || got[0] != "submitted: " {
		t.Error(got)
	}
}

func TestPromises(t *testing.T) {
	p, w := newPage(t, "")
	log := ""
	note := func(s string) *memory.Object {
		return w.Get("Object").(*memory.Object).New().(*memory.Object).Fn(func() { log += s })
	}
	inner, resolve, _ := p.Promise()
	outer, resolveOuter, _ := p.Promise()
	resolveOuter(inner)
	outer.Call("then", note("a"))
	outer.Call("finally", note("f"))
	resolve(1.0)
	resolve(2.0)
	bad, _, reject := p.Promise()
	reject("no")
	bad.Call("then", note("x")).(*memory.Object).Call("catch", note("c"))
	bad.Call("finally", note("f")).(*memory.Object).Call("then", nil, note("d"))
	p.Wait()
	// How many microtasks each step takes is not a page's to the letter.
	letters := strings.Split(log, "")
	slices.Sort(letters)
	if got := strings.Join(letters, ""); got != "acdff" {
		t.Error(log)
	}
}

func TestThrown(t *testing.T) {
	_, w := newPage(t, `<p></p>`)
	for name, f := range map[string]func(){
		"TypeError":                func() { w.Get("none.x") },
		"NotFoundError":            func() { at(t, w, "p").Call("removeChild", w.Get("document.body")) },
		"HierarchyRequestError":    func() { at(t, w, "p").Call("appendChild", w.Get("document.body")) },
		"InvalidCharacterError":    func() { w.Call("document.createElement", "") },
		"SyntaxError":              func() { at(t, w, "p").Call("classList.add", "") },
		"TypeError: not callable":  func() { w.Call("nothing") },
		"TypeError: no function":   func() { w.Get("document").(*memory.Object).Invoke(nil) },
		"TypeError: append null":   func() { at(t, w, "p").Call("appendChild", memory.Null) },
		"TypeError: not an event":  func() { at(t, w, "p").Call("dispatchEvent", 1) },
		"TypeError: not a node":    func() { at(t, w, "p").Call("contains", "text") },
		"TypeError: read of null":  func() { memory.ToObject(memory.Null, "x") },
		"TypeError: trusted types": func() { at(t, w, "p").Set("outerHTML", "x") },
	} {
		thrown, ok := memory.Attempt(f).(*memory.Object)
		kind, _, _ := strings.Cut(name, ":")
		if !ok || thrown.Get("name") != kind {
			t.Errorf("%s: %v", name, thrown)
		}
	}
	if got := fmt.Sprint(memory.Thrown{Value: "v"}); got != "dom: thrown in the page: v" {
		t.Error(got)
	}
}

// A callback that ends its goroutine leaves nobody waiting.
func TestGoexitInACallback(t *testing.T) {
	p, w := newPage(t, "")
	end := w.Get("Object").(*memory.Object).New().(*memory.Object).Fn(runtime.Goexit)
	w.Call("queueMicrotask", end)
	p.Wait()
}
