// Package tabs shows one of several panels at a time, chosen by a row of tabs.
//
//	package main
//
//	import (
//		"log"
//		"net/http"
//
//		"github.com/omg-go/omg/server"
//		"github.com/omg-go/omg/tabs"
//		"github.com/omg-go/omg/widget"
//	)
//
//	func main() {
//		app := server.New(server.Options{Title: "Settings"})
//		app.Page("GET /", func(*http.Request) (widget.Widget, error) {
//			return tabs.New("Settings",
//				tabs.Tab{Title: "Profile", Content: tabs.Text("Who you are")},
//				tabs.Tab{Title: "Security", Content: tabs.Text("How you sign in")},
//			), nil
//		})
//		log.Fatal(app.ListenAndServe(":7500"))
//	}
//
// # Contents
//
// A tab's content is a component: [Text], a template, or widget.Show of a widget.
// A template whose handlers belong to a widget must be that widget. All panels are
// in the page from the start, so that what is typed, scrolled or played in them
// stays while they are hidden, and the browser's search finds it. A tab with
// [Tab.Load] gets its content when it is first chosen.
//
// # Who switches
//
// The page switches by itself, at once, also without a connection; the server is
// told and keeps the state. [Form.OnSelect] may refuse, which switches the page
// back. When the user and the program choose at the same time, the user wins.
//
// # Operations
//
// [Form.Add], [Form.Remove], [Form.Select] and the like change the form from a
// handler or any other turn of its session; what changed goes to the page when
// the turn ends. Removing the tab that is shown shows the next one, else the one
// before, and moves the focus only if it was in there.
//
// # In the page alone
//
// [Build] makes the same form in browser-side Go, without the server.
//
// # Keyboard
//
// The row is one stop of the tab key. In it the arrow keys go to the neighbours (as
// the eye sees them, also from right to left) and round the end, Home and End to the
// ends, Delete closes, Shift+F10 opens the menu of a tab that can be closed or
// moved. Arrow keys show the panel at once, unless it has to be loaded: then Enter or
// Space does. See [Form.Activation].
package tabs
