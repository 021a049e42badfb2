package widget_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/chromedp/chromedp"

	"github.com/omg-go/omg/widget"
)

// desk is a page with something of everything.
type desk struct {
	widget.Base
	log    []string
	title  string
	draft  string
	items  []int
	open   bool
	accept bool
	style  string
	kid    *scene
}

func (d *desk) note(format string, args ...any) { d.log = append(d.log, fmt.Sprintf(format, args...)) }

// draw draws it; written by hand for want of templ in a test.
func (d *desk) draw(ctx context.Context, w io.Writer) error {
	at := func(a ...widget.Handler) { attrs(ctx, w, d.On(a...)) }
	fmt.Fprintf(w, `<main><h1 style="%s">%s</h1><button id="plus"`, d.style, d.title)
	at(widget.Click(func(context.Context) { d.note("plus") }))
	fmt.Fprintf(w, `>+</button><input id="q" value="%s"`, d.draft)
	at(widget.Input(func(_ context.Context, v string) { d.draft = strings.ToUpper(v) }), widget.KeyDown(func(_ context.Context, k widget.Key) { d.draft = ""; d.note("key %s %s", k.Key, k.Value) }).Keys("Enter"))
	io.WriteString(w, `><input id="free"><form id="f"`)
	at(widget.Submit(func(_ context.Context, f struct{ Name string }) error {
		d.note("submit %s", f.Name)
		if !d.accept {
			return widget.Invalid{"name": "No."}
		}
		return nil
	}))
	io.WriteString(w, `><input id="name"`)
	attrs(ctx, w, d.Field("name"))
	io.WriteString(w, `>`)
	if err := d.Problem("name").Render(ctx, w); err != nil {
		return err
	}
	fmt.Fprintf(w, `<button id="send">send</button></form><details id="d"><summary>s</summary>x</details><dialog id="dlg"`)
	if d.open {
		io.WriteString(w, " open")
	}
	io.WriteString(w, `>hello</dialog><ul`)
	at(widget.Click(func(context.Context) { d.note("list") }))
	io.WriteString(w, `>`)
	for _, i := range d.items {
		io.WriteString(w, "<li")
		attrs(ctx, w, d.Key(i))
		fmt.Fprintf(w, ` id="i%d"><input id="t%d"><b`, i, i)
		at(widget.Click(func(context.Context) { d.note("item %d", i) }))
		io.WriteString(w, ">x</b><i")
		at(widget.Click(func(context.Context) { d.note("stop %d", i) }).Stop())
		io.WriteString(w, ">y</i></li>")
	}
	io.WriteString(w, `</ul><div id="slow"`)
	at(widget.PointerMove(func(_ context.Context, p widget.Pointer) { d.note("move %g", p.X) }))
	io.WriteString(w, `>m</div>`)
	if err := widget.Show(d.kid).Render(ctx, w); err != nil {
		return err
	}
	_, err := io.WriteString(w, `</main>`)
	return err
}

func (d *desk) Render() templ.Component {
	return templ.ComponentFunc(d.draw)
}

func newDesk(t *testing.T, extra string) (*desk, *tab) {
	d := &desk{title: "one", items: []int{1, 2, 3}, kid: text(`<section id="kid"><p>kid</p></section>`)}
	return d, openTab(t, d, extra)
}

// logged returns what handlers have noted since the last call.
func (d *desk) logged() string {
	s := strings.Join(d.log, ",")
	d.log = nil
	return s
}

func (tb *tab) do(script string) {
	tb.t.Helper()
	tb.eval("(() => {" + script + "; return '' })()")
	tb.sync()
}

func (tb *tab) keys(text string) {
	tb.t.Helper()
	if _, err := chromedp.Run(tb.ctx, chromedp.KeyEvent(text)); err != nil {
		tb.t.Fatal(err)
	}
	tb.sync()
}

func TestChromiumEvents(t *testing.T) {
	d, tb := newDesk(t, "globalThis.$ = (s) => document.querySelector(s)")
	for _, c := range []struct{ script, want string }{
		{`$('#plus').click()`, "plus"},
		{`$('#i2 b').click()`, "item 2,list"},
		{`$('#i2 i').click()`, "stop 2"},
		{`$('#q').dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}))`, ""},
		{`$('#q').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))`, "key Enter "},
		{`for (let i = 1; i < 9; i++) $('#slow').dispatchEvent(new PointerEvent('pointermove', {clientX: i, bubbles: true})); $('#plus').click()`, "move 1,move 8,plus"},
	} {
		tb.do(c.script)
		if got := d.logged(); got != c.want {
			t.Errorf("%s: %q, want %q", c.script, got, c.want)
		}
	}
	tb.do(`globalThis.gone = $('#i3 b')`)
	d.items = []int{0, 1, 2}
	tb.redraw(d)
	tb.do(`$('#i2 b').click()`)
	if got := d.logged(); got != "item 2,list" {
		t.Errorf("after the list changed: %q", got)
	}
	tb.want("violations.join()", "")
	if tb.tree.Stale() != 0 || tb.tree.Reports() != 0 || len(tb.errs) > 0 {
		t.Errorf("stale %d, reports %d, errors %v", tb.tree.Stale(), tb.tree.Reports(), tb.errs)
	}
}

func TestChromiumUserWins(t *testing.T) {
	d, tb := newDesk(t, "globalThis.$ = (s) => document.querySelector(s)")
	tb.do(`$('#q').focus()`)
	tb.keys("abc")
	tb.want(`$('#q').value`, "ABC")
	tb.do(`$('#q').setSelectionRange(1, 2)`)
	d.title = "two"
	tb.redraw(d)
	tb.want(`[$('h1').textContent, $('#q').selectionStart, $('#q').selectionEnd, document.activeElement.id]`, "two,1,2,q")
	tb.keys("\r")
	tb.want(`$('#q').value`, "")
	d.logged()

	t.Run("a value that is older than what was typed since is dropped", func(t *testing.T) {
		tb.eval(`(() => { $('#q').focus(); return '' })()`)
		if _, err := chromedp.Run(tb.ctx, chromedp.KeyEvent("x")); err != nil {
			t.Fatal(err)
		}
		old := tb.eval("take()")
		if _, err := chromedp.Run(tb.ctx, chromedp.KeyEvent("y")); err != nil {
			t.Fatal(err)
		}
		tb.receive(old)
		tb.sync()
		tb.want(`$('#q').value`, "XY")
		tb.eval(`import('./fields.js').then((f) => { f.setValue($('#q'), 'old', f.editsOf($('#q')) - 1); return '' })`)
		tb.want(`$('#q').value`, "XY")
	})
	t.Run("half-typed text, open details and focus survive moves", func(t *testing.T) {
		tb.do(`$('#d').open = true; $('#t3').focus(); globalThis.third = $('#i3')`)
		tb.keys("typed")
		for _, items := range [][]int{{3, 1, 2}, {2, 3, 1, 4}, {4, 3}} {
			d.items = items
			tb.redraw(d)
			tb.want(`[$('#t3').value, document.activeElement.id, $('#d').open, third === $('#i3'), $('#t3').selectionStart]`, "typed,t3,true,true,5")
		}
	})
	t.Run("a composition is not disturbed", func(t *testing.T) {
		tb.do(`const q = $('#q'); q.focus(); q.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}))`)
		d.draft = "server"
		tb.redraw(d)
		tb.want(`$('#q').value`, "XY")
		tb.eval(`new Promise((r) => { $('#q').dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})); setTimeout(r, 5, '') })`)
		tb.want(`$('#q').value`, "server")
	})
	t.Run("a modal dialog closes for good", func(t *testing.T) {
		tb.do(`$('#dlg').showModal()`)
		tb.want(`$('#dlg').matches(':modal')`, "true")
		d.open = true
		tb.redraw(d)
		d.open = false
		tb.redraw(d)
		tb.want(`[$('#dlg').open, $('#dlg').matches(':modal')]`, "false,false")
	})
	tb.want("violations.join()", "")
	if len(tb.errs) > 0 || tb.tree.Reports() > 0 {
		t.Error(tb.errs, tb.tree.Reports())
	}
}

// scroller is a page with a keyed list that scrolls and a medium that plays.
type scroller struct {
	widget.Base
	items []int
	title string
}

func (s *scroller) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		fmt.Fprintf(w, `<main><h1>%s</h1><p style="height: 3000px">tall</p><ul id="list" style="height: 100px; overflow: auto">`, s.title)
		for _, i := range s.items {
			io.WriteString(w, "<li")
			attrs(ctx, w, s.Key(i))
			fmt.Fprintf(w, ` id="i%d" style="height: 40px">%d`, i, i)
			if i == 7 {
				io.WriteString(w, `<video id="film" muted></video>`)
			}
			io.WriteString(w, "</li>")
		}
		_, err := io.WriteString(w, "</ul></main>")
		return err
	})
}

// The user's input wins: where he has scrolled to, and what plays, stay through
// patches, also where the list round them changes: he sees the same items.
func TestChromiumScrollAndMedia(t *testing.T) {
	s := &scroller{title: "one", items: []int{1, 2, 3, 4, 5, 6, 7, 8, 9}}
	tb := openTab(t, s, "globalThis.$ = (s) => document.querySelector(s)")
	tb.eval(`(async () => {
		const picture = document.createElement('canvas').getContext('2d');
		picture.fillRect(0, 0, 9, 9);
		const film = $('#film');
		film.srcObject = picture.canvas.captureStream(30);
		await film.play();
		globalThis.paused = 0;
		film.addEventListener('pause', () => paused++);
		film.addEventListener('emptied', () => paused++);
		globalThis.film = film;
		scrollTo(0, 500);
		$('#list').scrollTop = 120;
		globalThis.fourth = () => $('#i4').offsetTop - $('#list').offsetTop - $('#list').scrollTop;
		return '';
	})()`)
	tb.want(`[scrollY, fourth(), film.paused]`, "500,0,false")
	for i, items := range [][]int{{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 3, 2, 4, 5, 6, 7, 9, 8}, {7, 1, 2, 3, 4, 5, 6, 8}, {8, 1, 2, 3, 4, 5, 6, 7}} {
		s.title, s.items = fmt.Sprint(i), items
		tb.redraw(s)
		tb.eval(`new Promise((r) => setTimeout(r, 20, ''))`)
		tb.want(`[$('h1').textContent, scrollY, fourth(), $('#film') === film, film.paused, paused]`, fmt.Sprintf("%d,500,0,true,false,0", i))
	}
	if len(tb.errs) > 0 || tb.tree.Reports() > 0 {
		t.Error(tb.errs, tb.tree.Reports())
	}
}

func TestChromiumForm(t *testing.T) {
	d, tb := newDesk(t, "globalThis.$ = (s) => document.querySelector(s)")
	tb.do(`$('#name').focus()`)
	tb.keys("Ann")
	tb.do(`$('#plus').focus(); $('#send').click()`)
	if got := d.logged(); got != "submit Ann" {
		t.Errorf("got %q", got)
	}
	tb.want(`[$('#name').value, document.activeElement.id, $('[data-part=problem]').textContent, $('#name').getAttribute('aria-describedby') === $('[data-part=problem]').id]`, "Ann,name,No.,true")
	d.accept = true
	tb.do(`$('#send').click()`)
	tb.want(`[$('#name').value, !!$('[data-part=problem]')]`, ",false")
	tb.want("violations.join()", "")
}

func TestChromiumHostileScripts(t *testing.T) {
	d, tb := newDesk(t, "globalThis.$ = (s) => document.querySelector(s)")
	tb.do(`for (const e of document.querySelectorAll('main, main *')) if (!/^(INPUT|BUTTON)$/.test(e.tagName)) {
		e.prepend(document.createElement('mark'), 'zz'); e.append(document.createElement('mark')); e.setAttribute('data-x', '1'); e.classList.add('alien') }`)
	d.title, d.items, d.style = "two", []int{3, 4, 1}, "color: red"
	d.kid.draw = text(`<section id="kid"><p>kid 2</p></section>`).draw
	d.kid.Redraw()
	tb.redraw(d)
	tb.want(`[...document.querySelectorAll('mark')].forEach((m) => { if (m.nextSibling && m.nextSibling.data === 'zz') m.nextSibling.remove(); m.remove() }), [$('h1').textContent, $('h1').className, $('h1').style.color, [...$('ul').children].map((e) => e.id), $('#kid').textContent]`,
		"two,alien,red,i3,i4,i1,kid 2")
	if n := tb.tree.Reports(); n != 0 {
		t.Errorf("%d widgets were sent whole for nothing", n)
	}
	// What is taken away comes back whole.
	tb.do(`$('#i4').remove()`)
	tb.eval(`new Promise((r) => setTimeout(r, 5, ''))`)
	tb.sync()
	tb.want(`[...$('ul').children].map((e) => e.id)`, "i3,i4,i1")
	d.items = []int{4, 5}
	tb.redraw(d)
	tb.want(`[[...$('ul').children].map((e) => e.id), $('#kid').textContent]`, "i4,i5,kid 2")
	tb.do(`$('#kid').remove()`)
	tb.eval(`new Promise((r) => setTimeout(r, 5, ''))`)
	tb.sync()
	tb.want(`$('#kid').textContent`, "kid 2")
	tb.do(`document.body.append($('#plus'))`)
	tb.eval(`new Promise((r) => setTimeout(r, 5, ''))`)
	tb.sync()
	d.title = "three"
	tb.redraw(d)
	tb.want(`[$('h1').textContent, document.querySelectorAll('main #plus').length]`, "three,1")
}

// Elements that a script defines put nodes of their own into themselves while a
// patch brings them: those are foreign too.
func TestChromiumElementsOfScripts(t *testing.T) {
	s := newSheet("<main><p>0</p></main>")
	tb := openTab(t, s, `customElements.define('x-box', class extends HTMLElement {
		connectedCallback() { this.prepend(document.createElement('mark')); this.after(document.createElement('mark')) } })`)
	show := func(html string) {
		t.Helper()
		s.html = html
		tb.redraw(s)
		if got := tb.html(); got != html {
			t.Errorf("got  %s\nwant %s", got, html)
		}
	}
	show("<main><p>0</p><x-box><b>1</b><i>2</i></x-box><u>3</u></main>")
	show("<main><p>0</p><x-box><b>x</b><i>y</i></x-box><u>z</u></main>")
	show("<main><x-box><i>y</i></x-box><u>u</u><s>s</s></main>")
	if n := tb.tree.Reports(); n != 0 {
		t.Errorf("%d widgets were sent whole", n)
	}
}

// What the page makes of what is its own is its own business, and what it takes
// away of ours is not, also of what was never patched.
func TestChromiumWhoseNodes(t *testing.T) {
	s := &scene{}
	s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<main><div id=own")
		attrs(ctx, w, s.Keep())
		_, err := io.WriteString(w, "><b>first</b></div><ul><li>1</li><li id=ours><i>2</i></li></ul></main>")
		return err
	}
	tb := openTab(t, s, "globalThis.$ = (s) => document.querySelector(s)")
	reports := func(script string, want uint64) {
		t.Helper()
		tb.do(script)
		tb.eval(`new Promise((r) => setTimeout(r, 5, ''))`)
		tb.sync()
		if n := tb.tree.Reports(); n != want {
			t.Errorf("%s: %d reports, want %d", script, n, want)
		}
	}
	reports(`$('#own').textContent = 'mine'; $('#own').replaceChildren()`, 0)
	reports(`$('ul').append(document.createElement('li')); $('ul').lastChild.append('x', 'y')`, 0)
	reports(`$('ul').lastChild.firstChild.remove(); $('ul').lastChild.textContent = ''`, 0)
	reports(`$('ul').prepend($('ul').lastChild)`, 0)
	reports(`$('#ours i').remove()`, 1)
	tb.want(`$('#ours').textContent`, "2")
	reports(`$('ul').prepend($('#ours'))`, 2)
	tb.want(`$('ul').textContent`, "12")
}

// A widget is compared with what was drawn when it comes into the page, and not
// again when another one comes after it was patched.
func TestChromiumPlaceComparesWhatComes(t *testing.T) {
	d, tb := newDesk(t, "globalThis.$ = (s) => document.querySelector(s)")
	d.items = []int{1, 2, 3, 4}
	tb.redraw(d)
	tb.turn(func(ctx context.Context) error { return widget.Place(ctx, "body", text(`<p id="placed">placed</p>`)) })
	tb.sync()
	tb.want(`[$('#i4') != null, $('#placed').textContent]`, "true,placed")
	if n := tb.tree.Reports(); n != 0 {
		t.Errorf("%d widgets were sent whole for nothing", n)
	}
}

// Rule 2.8: an operation that fails makes its widget lost, and the rest of the
// frame goes on.
func TestChromiumFailedOperation(t *testing.T) {
	_, tb := newDesk(t, "globalThis.$ = (s) => document.querySelector(s)")
	tb.do(`$('h1').firstChild.data = 'garbled'`)
	tb.receive(tb.eval(`deliver([[0, 1, "t", 9999, "nothing"], [0, 2, "t", 2, "the rest"]])`))
	if n := tb.tree.Reports(); n != 1 {
		t.Errorf("%d widgets were lost, want 1", n)
	}
	tb.want(`[$('h1').textContent, $('#kid').textContent]`, "one,the rest")
}

// A child that came with one patch and goes to another widget with the next is
// counted where it was until that is patched, too.
func TestChromiumChildChangesItsParent(t *testing.T) {
	kid, in := text(`<i>kid</i>`), 0
	holder := func(n int) *scene {
		return &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, `<section>`)
			if in == n {
				io.WriteString(w, `<div><b>new</b>`)
				if err := widget.Show(kid).Render(ctx, w); err != nil {
					return err
				}
				io.WriteString(w, `</div>`)
			}
			_, err := fmt.Fprintf(w, `<em>%d</em></section>`, s.n)
			return err
		}}
	}
	first, second := holder(1), holder(2)
	tb := openTab(t, &scene{draw: func(ctx context.Context, _ *scene, w io.Writer) error {
		io.WriteString(w, `<main>`)
		err := errors.Join(widget.Show(first).Render(ctx, w), widget.Show(second).Render(ctx, w))
		io.WriteString(w, `</main>`)
		return err
	}}, "globalThis.$ = (s) => document.querySelector(s)")
	tb.turn(func(ctx context.Context) error {
		in = 1
		first.Redraw()
		tb.tree.FlushTo(ctx, tb)
		in, first.n = 2, 7
		second.Redraw()
		return nil
	})
	tb.want(`$('main').textContent`, "7newkid0")
	if n := tb.tree.Reports(); n != 0 {
		t.Errorf("%d widgets were sent whole", n)
	}
}

// What an extension did before adoption is noticed, and only that widget is sent
// whole.
func TestChromiumAdoption(t *testing.T) {
	d, tb := newDesk(t, `globalThis.$ = (s) => document.querySelector(s);
		document.addEventListener('readystatechange', () => { globalThis.ul = document.querySelector('ul'); document.querySelector('#kid').prepend(document.createElement('hr')) }, { once: true })`)
	if n := tb.tree.Reports(); n != 1 {
		t.Errorf("%d widgets were sent whole, want 1", n)
	}
	tb.want(`[$('#kid').outerHTML.includes('hr'), ul === $('ul')]`, "false,true")
	d.kid.draw = text(`<section id="kid"><p>kid 2</p></section>`).draw
	tb.redraw(d.kid)
	tb.want(`$('#kid').textContent`, "kid 2")
}

// Rule 7.6: what comes into an SVG is parsed as SVG, into HTML as HTML, also within
// a foreignObject.
func TestChromiumParsesInContext(t *testing.T) {
	s := text(`<div><svg viewBox="0 0 9 9"><circle r="1"/><foreignObject><i>a</i></foreignObject></svg></div>`)
	tb := openTab(t, s, "")
	s.draw = text(`<div><svg viewBox="0 0 9 9"><circle r="1"/><linearGradient id="g"/><foreignObject><i>a</i><p>b</p></foreignObject></svg></div>`).draw
	tb.redraw(s)
	tb.want(`['linearGradient', 'p'].map((n) => document.querySelector(n).namespaceURI.replace('http://www.w3.org/', '') + ' ' + document.querySelector(n).localName)`,
		"2000/svg linearGradient,1999/xhtml p")
	tb.want("violations.join()", "")
	if len(tb.errs) > 0 || tb.tree.Reports() > 0 {
		t.Error(tb.errs, tb.tree.Reports())
	}
}

func TestChromiumRecovery(t *testing.T) {
	_, tb := newDesk(t, "globalThis.$ = (s) => document.querySelector(s)")
	tb.do(`$('#free').focus()`)
	tb.keys("kept")
	tb.do(`const p = document.createElement('input'); p.type = 'password'; p.id = 'pw'; document.body.append(p); p.focus()`)
	tb.keys("secret")
	tb.eval(`(() => { window.dispatchEvent(new Event('pagehide')); return '' })()`)
	tb.want(`Object.values(sessionStorage).join().includes('secret')`, "false")
	tb.eval(`(() => { $('#free').value = ''; document.dispatchEvent(new Event('omg:connected')); return '' })()`)
	tb.want(`$('#free').value`, "kept")
	tb.eval(`import('./state.js').then((s) => { window.dispatchEvent(new Event('pagehide')); s.page.who = 'bob'; $('#free').value = ''; document.dispatchEvent(new Event('omg:connected')); return '' })`)
	tb.want(`$('#free').value`, "")
}

// HTML that a parser rearranges works in production all the same, at the price of
// being sent whole each time.
func TestChromiumRearrangedHTML(t *testing.T) {
	s := &scene{}
	s.draw = func(_ context.Context, s *scene, w io.Writer) error {
		_, err := fmt.Fprintf(w, `<table><tr><td>a</td></tr><tr><td id="n">%d</td></tr></table>`, s.n)
		return err
	}
	tb := openTab(t, s, production)
	for range 3 {
		s.n++
		tb.redraw(s)
		tb.want(`document.querySelector('#n').textContent`, fmt.Sprint(s.n))
	}
	tb.want(`document.querySelectorAll('td').length`, "2")
	if n := tb.tree.Reports(); n != 2 {
		t.Errorf("the page asked %d times, want 2", n)
	}
}
