package tabs

import "github.com/omg-go/omg/dom"

// startHash has the back button lead to the tab that showed first.
func (f *PageForm) startHash() {
	if first := idOf(f.chosen); f.root.HasAttr("data-history") && f.hash(first) != "" {
		f.stops = append(f.stops, dom.RegisterHash("", func() { f.open(first) }))
	}
}

// registerHashes has the address lead to the tabs.
func (f *PageForm) registerHashes() {
	for _, t := range f.tabs {
		id := idOf(t)
		if f.hash(id) == "" || f.registered(id) {
			continue
		}
		f.hashes = append(f.hashes, id)
		f.stops = append(f.stops, dom.RegisterHash(f.hash(id), func() { f.open(id) }))
	}
}

func (f *PageForm) registered(id string) bool {
	for _, other := range f.hashes {
		if other == id {
			return true
		}
	}
	return false
}

// hash is the address of a tab, "" if it has none.
func (f *PageForm) hash(id string) string {
	name := f.root.Data("hash")
	if name == "" {
		return ""
	}
	return "#" + name + "=" + id
}

// open is the address that leads to a tab.
func (f *PageForm) open(id string) {
	for _, t := range f.tabs {
		if idOf(t) == id && t != f.chosen && !disabled(t) {
			f.opening = true // the address is right already
			t.Click()
			f.opening = false
		}
	}
}

// writeHash has the address say what shows. A choice of the user makes an entry in
// the history, if the form says so.
func (f *PageForm) writeHash(choice bool) {
	hash := f.hash(idOf(f.chosen))
	if hash == "" || dom.Hash() == hash || f.opening {
		return
	}
	if choice && f.root.HasAttr("data-history") {
		dom.SetHash(hash)
		return
	}
	dom.Replace(dom.HistoryState(), dom.Path()+dom.Query()+hash)
	// Nobody is told of that, and who waits for an address wants to be.
	dom.Window().Dispatch(dom.NewEvent("hashchange", dom.EventOptions{}))
}
