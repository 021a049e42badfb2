package widget_test

import (
	"context"
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/widget"
)

// console is a page with an element for each kind of event, which notes what its
// handler got.
type console struct {
	desk
	more bool
}

func (c *console) Render() templ.Component { return templ.ComponentFunc(c.drawConsole) }

func (c *console) drawConsole(ctx context.Context, w io.Writer) error {
	plain := func(name string) func(context.Context) { return func(context.Context) { c.note("%s", name) } }
	at := func(open string, h ...widget.Handler) {
		io.WriteString(w, open)
		attrs(ctx, w, c.On(h...))
	}
	pointer := func(name string) func(context.Context, widget.Pointer) {
		return func(_ context.Context, p widget.Pointer) {
			c.note("%s %g,%g %d %g %v", name, p.X, p.Y, p.Button, p.DeltaY, p.Shift)
		}
	}
	at(`<main><b id="pointer"`, widget.DoubleClick(pointer("double")), widget.ContextMenu(pointer("menu")).Prevent(),
		widget.PointerDown(pointer("down")), widget.PointerUp(pointer("up")), widget.PointerEnter(pointer("enter")),
		widget.PointerLeave(pointer("leave")), widget.Wheel(pointer("wheel")).Passive())
	at(`>p</b><input id="field"`, widget.Focus(plain("focus")), widget.Blur(plain("blur")),
		widget.Change(func(_ context.Context, v string) { c.note("change %s", v) }),
		widget.KeyUp(func(_ context.Context, k widget.Key) { c.note("up %s %s %v", k.Key, k.Value, k.Control) }).Keys("Control+s", "Space"))
	at(`><input type="checkbox" id="box"`, widget.Change(func(_ context.Context, on bool) { c.note("box %v", on) }))
	at(`><select multiple id="many"`, widget.Change(func(_ context.Context, v []string) { c.note("many %v", v) }))
	at(`><option>a</option><option>b</option><option>c</option></select><div id="area" style="height: 50px; overflow: auto"`,
		widget.Scroll(func(_ context.Context, o widget.Offset) { c.note("scroll %g of %g", o.Top, o.MaxTop) }))
	at(`><p style="height: 250px; margin: 0">tall</p></div><b id="target"`, widget.Drop(func(_ context.Context, d widget.Dropped) {
		c.note("drop %s %v %g", d.Text, d.Files, d.X)
	}), widget.DragStart(plain("drag")))
	at(`>t</b><details id="details"`, widget.Toggle(plain("toggle")))
	at(`><summary>s</summary></details><dialog id="dialog"`, widget.Close(plain("close")))
	at(`>d</dialog><i id="once"`, widget.Click(plain("once")).Once())
	at(`>o</i><input id="later"`, widget.Input(func(_ context.Context, v string) { c.note("later %s", v) }).Debounce(20*time.Millisecond))
	at(`><input id="seldom"`, widget.Input(func(_ context.Context, v string) { c.note("seldom %s", v) }).Throttle(20*time.Millisecond))
	at(`><b id="own"`, widget.Event("hello", plain("hello")))
	io.WriteString(w, `>w</b>`)
	if c.more {
		at(`<b id="seen"`, widget.Intersect(func(_ context.Context, i widget.Intersection) { c.note("seen %v", i.Visible) }))
		io.WriteString(w, `>s</b>`)
	}
	_, err := io.WriteString(w, `</main>`)
	return err
}

// await brings messages over until handlers have noted want.
func (c *desk) await(tb *tab, want string) {
	tb.t.Helper()
	for late := time.Now().Add(2 * time.Minute); time.Now().Before(late); {
		if tb.sync(); fmt.Sprint(c.log) == "["+want+"]" {
			c.log = nil
			return
		}
		tb.eval(`new Promise((r) => setTimeout(r, 5, ''))`)
	}
	tb.t.Errorf("noted %q, want %q", c.log, want)
	c.log = nil
}

// Each kind of event brings its typed data, and the refinements of a handler do
// what they say.
func TestChromiumEventData(t *testing.T) {
	c := &console{}
	tb := openTab(t, c, `globalThis.$ = (s) => document.querySelector(s);
		globalThis.fire = (s, kind, type, init) => $(s).dispatchEvent(new globalThis[kind](type, { bubbles: true, cancelable: true, ...init }))`)
	const at = `{clientX: 3, clientY: 4, shiftKey: true}`
	for _, step := range []struct{ script, want string }{
		{`fire('#pointer', 'MouseEvent', 'dblclick', ` + at + `)`, "double 3,4 0 0 true"},
		{`globalThis.allowed = fire('#pointer', 'MouseEvent', 'contextmenu', {button: 2})`, "menu 0,0 2 0 false"},
		{`fire('#pointer', 'PointerEvent', 'pointerdown', ` + at + `)`, "down 3,4 0 0 true"},
		{`fire('#pointer', 'PointerEvent', 'pointerup', ` + at + `)`, "up 3,4 0 0 true"},
		{`fire('#pointer', 'PointerEvent', 'pointerenter', {bubbles: false})`, "enter 0,0 0 0 false"},
		{`fire('#pointer', 'PointerEvent', 'pointerleave', {bubbles: false})`, "leave 0,0 0 0 false"},
		{`fire('#pointer', 'WheelEvent', 'wheel', {deltaY: 7})`, "wheel 0,0 0 7 false"},
		{`$('#field').focus()`, "focus"},
		{`$('#field').value = 'x'; fire('#field', 'Event', 'change')`, "change x"},
		{`fire('#field', 'KeyboardEvent', 'keyup', {key: 's'}); fire('#field', 'KeyboardEvent', 'keyup', {key: 's', ctrlKey: true, modifierCtrl: true})`, "up s x true"},
		{`fire('#field', 'KeyboardEvent', 'keyup', {key: ' '})`, "up   x false"},
		{`$('#field').blur()`, "blur"},
		{`$('#box').click()`, "box true"},
		{`$('#many').options[0].selected = $('#many').options[2].selected = true; fire('#many', 'Event', 'change')`, "many [a c]"},
		{`$('#area').scrollTop = 120`, "scroll 120 of 200"},
		{`fire('#target', 'DragEvent', 'dragstart')`, "drag"},
		{`const d = new DataTransfer(); d.setData('text/plain', 'tea'); d.items.add(new File(['x'], 'f.txt')); fire('#target', 'DragEvent', 'drop', {dataTransfer: d, clientX: 5})`, "drop tea [f.txt] 5"},
		{`$('#details').open = true`, "toggle"},
		{`$('#dialog').show(); $('#dialog').close()`, "close"},
		{`$('#once').click(); $('#once').click()`, "once"},
		{`for (const v of ['a', 'ab', 'abc']) { $('#later').value = v; fire('#later', 'Event', 'input') }`, "later abc"},
		{`for (const v of ['a', 'ab', 'abc']) { $('#seldom').value = v; fire('#seldom', 'Event', 'input') }`, "seldom a seldom abc"},
		{`for (const v of ['d', 'de']) { $('#later').value = v; fire('#later', 'Event', 'input') } $('#box').click()`, "later de box true"},
		{`$('#own').dispatchEvent(new CustomEvent('hello', {bubbles: true}))`, "hello"},
	} {
		tb.eval("(() => {" + step.script + "; return '' })()")
		c.await(tb, step.want)
	}
	tb.want("allowed", "false") // Prevent
	tb.want("fire('#target', 'DragEvent', 'dragover')", "false")
	c.more = true
	tb.redraw(c)
	c.await(tb, "seen true")
	tb.eval("(() => { $('#seen').style.display = 'none'; return '' })()")
	c.await(tb, "seen false")
	if len(tb.errs) > 0 || tb.tree.Reports() > 0 || tb.tree.Stale() > 0 {
		t.Error(tb.errs, tb.tree.Reports(), tb.tree.Stale())
	}
}
