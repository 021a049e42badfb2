package domtest

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/internal/memory"
)

// A Page is a page in memory. Its methods are for the test's goroutine.
type Page struct {
	t    testing.TB
	m    *memory.Page
	task bool // the test is in one
}

// New makes a page from HTML, a whole document or what its body holds, and makes
// package dom mean it until the test ends. It waits while a test that runs in
// parallel has a page. What the page prints to its console goes to the test's log.
func New(t testing.TB, html string) *Page {
	t.Helper()
	free := reserve(t.Name())
	m := memory.New(html)
	leave := m.Enter()
	m.OnLog(func(line string) { t.Log("console: " + line) })
	t.Cleanup(func() {
		m.OnLog(nil)
		m.Close()
		leave()
		free()
	})
	return &Page{t: t, m: m}
}

// Find is the first element that matches a selector. If there is none, the test
// fails and ends.
func (p *Page) Find(selector string) dom.Element {
	p.t.Helper()
	e := dom.Find(selector)
	if !e.Exists() {
		p.t.Fatalf("domtest: nothing matches %s in\n%s", selector, p.HTML())
	}
	return e
}

// HTML is what the body holds.
func (p *Page) HTML() string { return dom.Body().Property("innerHTML").String() }

// SetHTML replaces what is in e, as a patch of the server does.
func (p *Page) SetHTML(e dom.Element, html string) {
	p.m.SetHTML(p.object(e), html)
	p.Wait()
}

// Wait waits until all that the page had to do is done: observers, promises,
// events of the history. Timers that are not due do not count. It must not be
// called from a handler.
func (p *Page) Wait() {
	if !p.task {
		p.m.Wait()
	}
}

// Task runs f as one task of the page, as the browser runs browser code: until f
// returns, no timer, observer or promise of the page gets to run, however long
// that takes; then all that f caused is done, as by [Page.Wait]. What f assigned,
// they see, and what they assigned, the next task sees: the race detector has
// nothing to say where a page would have no race.
//
// A test needs it to call browser code that shares variables with its own
// callbacks. Of the methods of the page, those that wait do not within f, so f does
// not see what its steps cause later. It must not wait for anything either, but by
// package dom. A Task within a Task is a part of it.
func (p *Page) Task(f func()) {
	if p.task {
		f()
		return
	}
	defer p.Wait()
	p.m.Task(func() {
		p.task = true
		defer func() { p.task = false }()
		f()
	})
}

// Pass lets d go by in a bubble of testing/synctest, and waits until all that was
// due is done. What the test did before happens, as the race detector sees it, before
// the callbacks; what they did, before what the test does next.
func (p *Page) Pass(d time.Duration) {
	p.Wait()
	time.Sleep(d)
	synctest.Wait()
	p.Wait()
}

// Console returns what the page printed, a line a call. Lines that are not from
// [dom.Log] begin with their kind ("error: …"). Where the page left for, reloads
// and submitted forms are in it too.
func (p *Page) Console() []string { return p.m.Console() }

// object is what the page in memory keeps for an element, node, target or event.
func (p *Page) object(x any) *memory.Object {
	dom.Global().Call("$give", x)
	return p.m.Given()
}
