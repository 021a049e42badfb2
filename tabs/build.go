package tabs

import "github.com/omg-go/omg/dom"

// A PageTab is a tab of a form that the page makes.
//
//omg:browser
type PageTab struct {
	ID       string // among the tabs of the form; the Title if it is ""
	Title    string
	Content  dom.Element // fills the panel; may be zero
	Disabled bool
	Closable bool
}

// PageOptions say what a form that the page makes is. Only Label is needed.
//
//omg:browser
type PageOptions struct {
	Label     string // names the row for those who hear the page
	Manual    bool   // the focus alone does not choose
	Vertical  bool
	Movable   bool
	Hash      string // see [Form.Hash]; the IDs must then be fit for an address
	History   bool
	CloseWord string // begins the names of the close buttons; "Close" if it is ""
}

// Build makes a form in the page, without the server, and shows the first of its
// tabs that is not disabled. Put [PageForm.Element] where it shall stand. Its looks
// are those of package tabs where [Stylesheet] is drawn in the page.
//
//omg:browser
func Build(o PageOptions, tabs ...PageTab) *PageForm {
	f := &PageForm{root: dom.Create("div")}
	f.frame(o)
	for _, t := range tabs {
		f.Insert(len(f.tabs), t)
	}
	f.start()
	return f
}

// frame makes what stands round the tabs.
func (f *PageForm) frame(o PageOptions) {
	root := f.root
	root.SetData("omg", "tabs")
	root.EnsureID()
	flag(root, "data-activation", "manual", o.Manual)
	flag(root, "data-orientation", "vertical", o.Vertical)
	flag(root, "data-movable", "", o.Movable)
	flag(root, "data-hash", o.Hash, o.Hash != "")
	flag(root, "data-history", "", o.History)
	root.SetData("close", o.CloseWord)
	if o.CloseWord == "" {
		root.SetData("close", "Close")
	}
	bar := part("div", "bar")
	f.list = part("div", "list")
	f.list.SetAttr("role", "tablist")
	f.list.SetAttr("aria-label", o.Label)
	flag(f.list, "aria-orientation", "vertical", o.Vertical)
	bar.AppendAll(edge("back"), f.list, edge("forward"))
	root.AppendAll(bar, part("div", "panels"))
}

//omg:browser
func edge(name string) dom.Element {
	b := button(name)
	b.SetAttr("aria-hidden", "true")
	return b
}

//omg:browser
func button(name string) dom.Element {
	b := part("button", name)
	b.SetAttr("type", "button")
	b.SetTabIndex(-1)
	return b
}

//omg:browser
func part(tag, name string) dom.Element {
	e := dom.Create(tag)
	e.SetData("part", name)
	return e
}

//omg:browser
func flag(e dom.Element, name, value string, on bool) {
	if on {
		e.SetAttr(name, value)
	}
}

// Element is the form itself.
func (f *PageForm) Element() dom.Element { return f.root }

// Selected is the ID of the tab that shows, "" if there is none.
func (f *PageForm) Selected() string { return idOf(f.chosen) }

// The methods below are for forms that [Build] made; those of the server are
// changed there. A tab that the form does not have is no error: nothing happens.

// Add puts a tab at the end of the row.
func (f *PageForm) Add(t PageTab) { f.Insert(len(f.tabs), t) }

// Insert puts a tab before the one at place i, counted from 0.
func (f *PageForm) Insert(i int, t PageTab) {
	if t.ID == "" {
		t.ID = t.Title
	}
	if f.find(t.ID).Exists() {
		return
	}
	item, panel := part("span", "item"), part("div", "panel")
	tab := dom.Create("button")
	tab.SetAttr("type", "button")
	tab.SetAttr("role", "tab")
	tab.SetData("id", t.ID)
	flag(tab, "aria-disabled", "true", t.Disabled)
	tab.Append(dom.Create("span"))
	item.Append(tab)
	panel.SetAttr("role", "tabpanel")
	if t.Content.Exists() {
		panel.Append(t.Content)
	}
	tab.EnsureID()
	tab.SetAttr("aria-controls", panel.EnsureID())
	panel.SetAttr("aria-labelledby", tab.ID())
	if t.Closable {
		item.Append(button("close"))
		flag(tab, "aria-keyshortcuts", "Delete", true)
	}
	f.title(tab, t.Title)
	f.list.Insert(item, f.at(i))
	f.root.Find("[data-part=panels]").Append(panel)
	f.changed()
}

// at is the item at a place, zero beyond the end.
func (f *PageForm) at(i int) dom.Node {
	if i < 0 || i >= len(f.tabs) {
		return dom.Node{}
	}
	return f.tabs[i].Parent().Node
}

func (f *PageForm) title(tab dom.Element, s string) {
	tab.First().SetText(s)
	if b := closeOf(tab); b.Exists() {
		b.SetAttr("aria-label", f.root.Data("close")+" "+s)
	}
}

func (f *PageForm) find(id string) dom.Element {
	for _, t := range f.tabs {
		if idOf(t) == id {
			return t
		}
	}
	return dom.Element{}
}

// changed has the row be what it says it is, and something show.
func (f *PageForm) changed() {
	f.tabs = f.list.FindAll("[role=tab]")
	if !f.chosen.Exists() {
		f.chosen = f.beside(f.tabs, dom.Element{})
	}
	f.own()
	f.need = f.needStops()
	f.paint()
}

// own has a row with buttons among its tabs say which are its tabs: a tablist may
// hold nothing else, and stands beside then.
func (f *PageForm) own() {
	beside := f.list.Find("[role=tablist]")
	if !beside.Exists() && f.list.Find("[data-part=close]").Exists() {
		beside = dom.Create("div")
		for _, name := range []string{"role", "aria-label", "aria-orientation"} {
			flag(beside, name, f.list.Attr(name), f.list.HasAttr(name))
			f.list.RemoveAttr(name)
		}
		f.list.Prepend(beside)
	}
	if !beside.Exists() {
		return
	}
	ids := ""
	for _, t := range f.tabs {
		ids += t.ID() + " "
	}
	beside.SetAttr("aria-owns", trimmed(ids))
}

// Remove takes a tab away. If it shows, the next one does then, else the one
// before.
func (f *PageForm) Remove(id string) {
	t := f.find(id)
	if !t.Exists() {
		return
	}
	panel := f.panelOf(t)
	if t == f.chosen {
		f.chosen = f.beside(f.tabs, t)
	}
	t.Parent().Remove()
	panel.Remove()
	f.changed()
	f.saveFocus()
}

// Select shows a tab, without asking OnSelect.
func (f *PageForm) Select(id string) {
	if t := f.find(id); t.Exists() {
		f.chosen = t
		f.paint()
		f.reveal(t)
		f.writeHash(false)
	}
}

// Rename gives a tab another title.
func (f *PageForm) Rename(id, title string) {
	if t := f.find(id); t.Exists() {
		f.title(t, title)
	}
}

// Move puts a tab to the place to, counted from 0.
func (f *PageForm) Move(id string, to int) {
	t := f.find(id)
	if !t.Exists() {
		return
	}
	if to > f.place(t) {
		to++
	}
	before(f.list, t.Parent(), f.at(to))
	f.changed()
}

// Enable says whether a tab can be chosen.
func (f *PageForm) Enable(id string, on bool) {
	if t := f.find(id); t.Exists() {
		t.RemoveAttr("aria-disabled")
		flag(t, "aria-disabled", "true", !on)
		f.changed()
	}
}
