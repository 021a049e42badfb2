package dom

import "github.com/omg-go/omg/dom/internal/page"

// A Storage keeps texts by name, in the browser, for the page's origin. What one
// page stores, others of the origin see.
//
//omg:js type
type Storage struct{ o page.Object }

// Local is the storage that stays until it is cleared. A browser that refuses
// storage makes it panic.
//
//omg:js localStorage
func Local() Storage { return Storage{object(global().Get("localStorage"))} }

// PerTab is the storage that goes with the tab.
//
//omg:js sessionStorage
func PerTab() Storage { return Storage{object(global().Get("sessionStorage"))} }

// Get is the text that is stored under the name; ok says whether there is one.
//
//omg:browser
func (s Storage) Get(name string) (value string, ok bool) {
	v := s.item(name)
	if v.IsNull() {
		return "", false
	}
	return v.String(), true
}

// GetOr is the text that is stored under the name, else or.
//
//omg:js $0.getItem($1)??$2
func (s Storage) GetOr(name, or string) string {
	if v, ok := page.Must(s.o).Call("getItem", name).(string); ok {
		return v
	}
	return or
}

// Set stores a text. The error is an [Error] named QuotaExceededError if there is
// no room.
//
//omg:browser
func (s Storage) Set(name, value string) error {
	return Try(func() { s.setItem(name, value) })
}

// Remove forgets a name. One that is not there is no error.
//
//omg:js $0.removeItem($1)
func (s Storage) Remove(name string) { page.Must(s.o).Call("removeItem", name) }

// Clear forgets all.
//
//omg:js $0.clear()
func (s Storage) Clear() { page.Must(s.o).Call("clear") }

// Names are the names that are stored, in an order of the browser's own.
//
//omg:js Object.keys($0)
func (s Storage) Names() []string {
	var names []string
	for i := range int(number(page.Must(s.o).Get("length"))) {
		names = append(names, text(page.Must(s.o).Call("key", i)))
	}
	return names
}

//omg:js $0.getItem($1)
func (s Storage) item(name string) Value { return Value{page.Must(s.o).Call("getItem", name)} }

//omg:js $0.setItem($1,$2)
func (s Storage) setItem(name, value string) { page.Must(s.o).Call("setItem", name, value) }
