package tabs

import (
	"context"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

var live = bridge.Proc1C(Live)

// Live gives a form in the page its behaviour, until ctx ends. Forms that the
// server draws and those that [Build] makes have it already.
//
//omg:browser
func Live(ctx context.Context, root dom.Element) {
	f := &PageForm{root: root}
	f.start()
	context.AfterFunc(ctx, f.Stop)
}

// A PageForm is a form in the page. [Build] makes one that belongs to the page
// alone.
//
// To those that the server draws it is what runs beside: it switches at once, and
// has the server told by the clicks themselves. While a click is not answered, what
// the user chose stays, whatever the server says; answered clicks are counted in
// data-heard.
//
//omg:browser
type PageForm struct {
	// OnSelect is asked when the user has chosen a tab; if it returns false the
	// choice does not count. Only forms of the page ask these three, and they may
	// not wait.
	OnSelect func(old, new string) bool

	// OnClose is asked when the user closes a tab; if it returns false it stays.
	OnClose func(id string) bool

	// OnMove is told that the user has moved a tab.
	OnMove func(id string, to int)

	root    dom.Element
	list    dom.Element
	tabs    []dom.Element // as they stand in the row
	chosen  dom.Element   // the one that shows; zero if there is none
	held    dom.Element   // what in the form has the focus, also for a moment after it is gone
	need    bool          // panels are stops of the tab key
	told    float64       // clicks that the server has to answer
	rests   int           // how often the server was to hear of a choice after a rest
	rest    bool          // the last of them is still to come
	opening bool          // the address leads to a tab
	hashes  []string      // tabs to which the address can lead
	menuOf  dom.Element   // the tab whose menu is open
	drag    *drag         // nil if the pointer holds no tab
	stops   []func()
}

// restTime is how long the focus rests on a tab before the server hears of it.
//
//omg:browser
const restTime = 150 * time.Millisecond

func (f *PageForm) start() {
	moveOthers()
	f.list = f.root.Find("[data-part=list]")
	f.on(f.list.Target, "click", f.click)
	f.on(f.list.Target, "keydown", f.key)
	f.on(f.list.Target, "pointerover", f.hover)
	f.on(f.list.Target, "scroll", func(dom.Event) { f.edges() })
	f.on(f.root.Target, "focusin", f.focused)
	f.on(f.root.Target, "focusout", f.blurred)
	f.on(f.root.Target, "beforematch", f.found)
	f.startEdges()
	f.startMenu()
	f.startDrag()
	f.look()
	if !f.mine() {
		f.told, f.chosen = f.heard(), f.server()
	}
	f.startHash()
	f.sync()
	f.stops = append(f.stops, dom.OnChange(f.root,
		[]string{"data-selected", "data-heard", "aria-selected", "aria-disabled", "hidden"}, f.sync))
}

// Stop ends the form's behaviour. It stays in the page as it is.
func (f *PageForm) Stop() {
	for _, stop := range f.stops {
		stop()
	}
	f.stops = nil
	f.rest = false
}

func (f *PageForm) on(t dom.Target, event string, do func(dom.Event)) {
	f.stops = append(f.stops, t.On(event, do))
}

// sync brings the page in line after something has changed: the user's choice, or
// what the server has drawn.
//
//omg:sync
func (f *PageForm) sync() {
	before, was := f.tabs, f.chosen
	f.look()
	switch {
	case !f.mine() && (!f.pending() || was.Exists() && !f.has(was)):
		f.rest = false
		f.told = f.heard()
		f.chosen = f.server()
	case f.mine() && was.Exists() && !f.has(was):
		f.chosen = f.beside(before, was)
	}
	f.need = f.needStops()
	f.paint()
	f.saveFocus()
	f.edges()
	if f.chosen.Exists() && f.chosen != was {
		f.reveal(f.chosen)
		f.writeHash(false)
	}
}

// look finds the tabs anew.
func (f *PageForm) look() {
	f.tabs = f.list.FindAll("[role=tab]")
	f.registerHashes()
}

// mine reports whether the form is the page's own, and not the server's.
func (f *PageForm) mine() bool { return !f.root.HasAttr("data-heard") }

func (f *PageForm) heard() float64 { return dom.ParseFloat(f.root.Data("heard")) }

// pending reports whether the user has chosen something that the server has not
// heard yet.
func (f *PageForm) pending() bool { return f.rest || f.told > f.heard() }

// server is the tab that the server shows.
func (f *PageForm) server() dom.Element { return dom.ByID(f.root.Data("selected")) }

// paint has the chosen tab and its panel show, and no other.
func (f *PageForm) paint() {
	for _, t := range f.tabs {
		on := t == f.chosen
		put(t, "aria-selected", truth(on))
		offers(t, closeOf(t))
		p := f.panelOf(t)
		if !p.Exists() {
			continue
		}
		show(p, on, f.need)
	}
	f.rove()
}

// rove makes the row one stop of the tab key: at the tab with the focus, else the
// one that shows, else the first.
func (f *PageForm) rove() {
	at := f.chosen
	if a := dom.Active(); isTab(a) && f.list.Contains(a.Node) {
		at = a
	}
	for i, t := range f.tabs {
		if t == at || !at.Exists() && i == 0 {
			put(t, "tabindex", "0")
		} else {
			put(t, "tabindex", "-1")
		}
	}
}

// show shows or hides a panel. What until-found hides is the content alone: the
// panel itself has to be taken from those who hear the page, and from the tab key.
//
//omg:browser
func show(p dom.Element, on, stop bool) {
	if on {
		drop(p, "hidden")
		drop(p, "aria-hidden")
	} else {
		put(p, "hidden", "until-found")
		put(p, "aria-hidden", "true")
	}
	if on && stop {
		put(p, "tabindex", "0")
	} else {
		drop(p, "tabindex")
	}
}

// drop removes an attribute that is there.
//
//omg:browser
func drop(e dom.Element, name string) {
	if e.HasAttr(name) {
		e.RemoveAttr(name)
	}
}

// put sets an attribute that has another value.
//
//omg:browser
func put(e dom.Element, name, value string) {
	if !e.HasAttr(name) || e.Attr(name) != value {
		e.SetAttr(name, value)
	}
}

//omg:browser
func truth(on bool) string {
	if on {
		return "true"
	}
	return "false"
}

// panelOf is the panel of a tab, also while the form is nowhere in the page.
func (f *PageForm) panelOf(t dom.Element) dom.Element {
	return f.root.Find("#" + t.Attr("aria-controls"))
}

//omg:browser
func isTab(e dom.Element) bool { return e.Exists() && e.Attr("role") == "tab" }

//omg:browser
func disabled(t dom.Element) bool { return t.Attr("aria-disabled") == "true" }

// beside is the tab that takes the place of one that is gone: the next that can be
// chosen, else the one before. In place of none it is the first.
func (f *PageForm) beside(tabs []dom.Element, gone dom.Element) (next dom.Element) {
	passed := !gone.Exists()
	for _, t := range tabs {
		switch {
		case t == gone:
			passed = true
		case !f.has(t) || disabled(t):
		case passed:
			return t
		default:
			next = t
		}
	}
	return next
}

// has reports whether a tab is still there.
func (f *PageForm) has(t dom.Element) bool { return f.list.Contains(t.Node) }
