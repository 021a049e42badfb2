package dialog

import "github.com/omg-go/omg/dom"

// What dialogs need of the page, and package dom has no name for. Texts stay what
// they are in the page, a dom.Value: to make Go strings of all that is typed would
// cost more code than all the rest.

// A list is what crosses as it is: an array of the page.
//
//omg:js type
type list []any

//omg:js $0
func (l list) value() dom.Value { return dom.Value{} }

// A reply is what the page answers, as it is.
//
//omg:js type
type reply []string

//omg:js $0[$1]
func (r reply) at(i int) dom.Value { return dom.Of(r[i]) }

//omg:js $0.length
func (r reply) len() int { return len(r) }

// until is an answer that comes when done is called.
//
//omg:js new Promise($0)
func until(f func(done func())) reply { return nil }

//omg:js []
func none() reply { return nil }

//omg:js [...new FormData($0.querySelector("form")??undefined)].flatMap(([n,v])=>$1||!$0.querySelector(`[name="${n}"][autocomplete*=password]`)?[n,v.name??v]:[])
func entries(el dom.Element, all bool) reply { return nil }

// ask calls the server about a dialog, and one of two with what comes of it.
//
//omg:js $0($1,$2,$3).then($4,$5)
func ask(server dom.Value, op, n int, texts reply, done, failed func(v dom.Value)) {}

// run calls a function of the page with a text, and one of two with what comes of it.
//
//omg:js new Promise(r=>r($0($1))).then($2,$3)
func run(f, text dom.Value, done, failed func(v dom.Value)) {}

// one is a list of one text.
//
//omg:js [$0]
func one(text dom.Value) reply { return nil }

//omg:js $0.sheet?$1():$0.onload=$0.onerror=$1
func whenStyled(link dom.Element, f func()) { f() }

//omg:js $1?$0.show():$0.showModal()
func showDialog(el dom.Element, modeless bool) {}

// shut closes a dialog, also one that lost its open attribute: which leaves the
// page dead. What plays in it stops, as nobody sees it.
//
//omg:js ($0.open=true,$0.close(),$0.querySelectorAll("video,audio").forEach(e=>e.pause()))
func shut(el dom.Element) {
	el.SetProperty("open", true)
	dom.Of(el).Call("close")
}

//omg:js $0.open
func isOpen(el dom.Element) bool { return el.Property("open").Bool() }

// still runs f when el does not move any more.
//
//omg:js Promise.allSettled($0.getAnimations().map(a=>a.finished)).then($1)
func still(el dom.Element, f func()) { f() }

//omg:js new AbortController
func newAbort() dom.Value { return dom.Global().Get("AbortController").New() }

//omg:js $0.abort()
func abort(c dom.Value) { c.Call("abort") }

// sheets are the open ones, by their elements.
//
//omg:js type
type sheets map[any]any

//omg:js new WeakMap
func newSheets() sheets { return nil }

//omg:js $0.set($1,$2)
func (m sheets) set(el dom.Element, s *sheet) {}

//omg:js $0.get($1)??null
func (m sheets) of(el dom.Element) *sheet { return nil }

// last is that of the dialog that was opened last, nil if none is open.
//
//omg:js [...document.querySelectorAll("dialog")].map(e=>$0.get(e)).findLast(s=>s)??null
func (m sheets) last() *sheet { return nil }

// listen has f hear events until c is aborted.
//
//omg:js $0.addEventListener($1,$2,$3)
func listen(t dom.Target, event string, f func(e dom.Event), c dom.Value) {}

// watch runs f when el is opened or closed, or leaves the page or is replaced.
//
//omg:js (o=>(o.observe($0,{attributeFilter:["open"]}),o.observe(document.body,{childList:true}),$2.signal.onabort=()=>o.disconnect()))(new MutationObserver($1))
func watch(el dom.Element, f func(), c dom.Value) {}

//omg:js $0.target
func target(e dom.Event) dom.Element { return e.Target() }

//omg:js $0?.matches($1)
func matches(el dom.Element, selector string) bool { return el.Exists() && el.Matches(selector) }

//omg:js +$0.dataset[$1]
func number(el dom.Element, name string) int { return dom.Of(el.Data(name)).Int() }

// beside reports whether a press is beside the dialog: on what is behind it.
//
//omg:js ((r,e)=>e.clientX<r.left||e.clientX>r.right||e.clientY<r.top||e.clientY>r.bottom)($0.getBoundingClientRect(),$1)
func beside(el dom.Element, e dom.Event) bool {
	r, m := el.Rect(), e.Mouse()
	return m.ClientX() < r.X || m.ClientX() > r.X+r.Width || m.ClientY() < r.Y || m.ClientY() > r.Y+r.Height
}

// lost reports whether the page has no connection.
//
//omg:js document.documentElement.dataset.omg!="connected"
func lost() bool { return dom.Root().Data("omg") != "connected" }

//omg:js $0.querySelectorAll($1).forEach($2)
func each(el dom.Element, selector string, f func(e dom.Element)) {
	for _, e := range el.FindAll(selector) {
		f(e)
	}
}

//omg:js $0.value
func value(in dom.Element) dom.Value { return in.Property("value") }

//omg:js $0.value=$1
func setValue(in dom.Element, v dom.Value) { in.SetProperty("value", v) }

//omg:js $0.validationMessage
func fault(in dom.Element) dom.Value { return in.Property("validationMessage") }

//omg:js $0.setCustomValidity($1)
func setFault(in dom.Element, v dom.Value) { dom.Of(in).Call("setCustomValidity", v) }

//omg:js $0.textContent=$1
func setText(el dom.Element, v dom.Value) { el.SetProperty("textContent", v) }

//omg:js $0.textContent=$0.dataset["say"+$1]+($2||"")
func tell(status dom.Element, what, n int) {}

// What it says, by the numbers of its attributes.
const (
	sayNone = iota
	sayLost
	sayLater
	sayFailed
	sayEnded
	sayWrong
)

//omg:js $0==$1
func equal(v dom.Value, n int) bool { return v.Int() == n }

//omg:js ""
func blank() dom.Value { return dom.Of("") }

// pressed reports whether an event is of that key, and none that an input method
// needs.
//
//omg:js $0.key==$1&&!$0.isComposing
func pressed(e dom.Event, key string) bool {
	k := e.Keyboard()
	return k.Key() == key && !k.Composing()
}

//omg:js $0.ctrlKey||$0.metaKey
func withCtrl(e dom.Event) bool { return e.Keyboard().Ctrl() || e.Keyboard().Meta() }

//omg:js typeof $0=="string"
func isText(v dom.Value) bool { return v.Type() == "string" }

//omg:js $0.message
func message(v dom.Value) dom.Value { return v.Get("message") }

//omg:js $0[$1]==$2[$3]
func same(a dom.Value, i int, b dom.Value, j int) bool { return a.Index(i) == b.Index(j) }

//omg:js $0.slice($1,$2)
func slice(v dom.Value, from, to int) dom.Value { return v.Call("slice", from, to) }

//omg:js $0.selectionEnd??-1
func caret(in dom.Element) int { return in.Property("selectionEnd").Int() }

//omg:js $0.setSelectionRange($1,$2)
func selectText(in dom.Element, from, to int) { dom.Of(in).Call("setSelectionRange", from, to) }

// write types a text in place of what is selected, so that Undo knows of it.
//
//omg:js document.execCommand($0?"insertText":"delete",false,$0)
func write(v dom.Value) {}

// passing reports whether a text is not to be filtered now: an input method has not
// finished with it, or Undo has brought it back.
//
//omg:js $0.isComposing||/^his/.test($0.inputType)
func passing(e dom.Event) bool {
	in := e.Input()
	return in.Composing() || in.Kind() == "historyUndo" || in.Kind() == "historyRedo"
}

//omg:js setTimeout($1,$0)
func after(ms int, f func()) {}

// shake shows that the dialog does not close.
//
//omg:js $0.animate({translate:["0","-6px","6px","0"]},matchMedia("(prefers-reduced-motion:reduce)").matches?0:160)
func shake(el dom.Element) {}

// What is true of a control, for those who hear the page.
//
//omg:js $0.ariaBusy=$1||null
func setBusy(el dom.Element, is bool) {}

//omg:js $0.ariaInvalid=$1||null
func setInvalid(el dom.Element, is bool) {}

//omg:js $0.ariaPressed=$1
func setPressed(el dom.Element, is bool) {}

//omg:js $0.type=$1?"text":"password"
func showText(password dom.Element, is bool) {}

// trail is an element and all that it is in, but for the body.
//
//omg:js (l=>{for(let e=$0;e&&e!=document.body;e=e.parentElement)l.push(e);return l})([])
func trail(e dom.Element) dom.Value { return dom.Value{} }

//omg:js $0.some($1)
func anyOf(list dom.Value, f func(e dom.Element) bool) bool { return false }

//omg:js $0?.focus({preventScroll:true})
func focusStill(e dom.Element) {
	if e.Exists() {
		e.FocusStill()
	}
}

// heading is what the page is about, made to take the focus.
//
//omg:js (e=>e&&(e.tabIndex=e.tabIndex,e))(document.querySelector("h1,main:not(:has(h1))"))
func heading() dom.Element { return dom.Element{} }

// stops are what the Tab key goes to within el.
//
//omg:js [...$0.querySelectorAll("a[href],button,input,select,textarea,[tabindex]")].filter(e=>e.tabIndex>=0&&!e.disabled&&e.checkVisibility())
func stops(el dom.Element) dom.Value { return dom.Value{} }

//omg:js $0.at($1)
func at(list dom.Value, i int) dom.Element { return dom.Element{} }

// opener is what opens a thing again that el was in: the summary of details, the
// button of a menu.
//
//omg:js $0.localName=="details"?$0.firstElementChild:document.querySelector(`[popovertarget="${$0.id}"],[aria-controls="${$0.id}"]`)
func opener(el dom.Element) dom.Element { return dom.Element{} }

// twin is the element that has el's id now.
//
//omg:js document.getElementById($0.id)
func twin(el dom.Element) dom.Element { return dom.ByID(el.ID()) }

//omg:js document.getElementById("omg-dialog-"+$0)
func dialogOf(id int) dom.Element { return dom.ByID("omg-dialog-") }

// copyText puts names and values into the clipboard, a line each.
//
//omg:js navigator.clipboard.writeText($0.join`\n`)
func copyText(pairs reply) {}
